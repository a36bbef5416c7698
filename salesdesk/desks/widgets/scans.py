"""The errands of a list of scans: asks for them, attaches, opens, strikes out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.attachform import AttachDialog, Place
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.outside import Outside
from salesdesk.desks.widgets.pictureview import LARGEST, PictureDialog, image_of
from salesdesk.desks.widgets.scanlist import ScanList
from salesdesk.intake.attached import drawn_anew
from salesdesk.kernel.change import Change, Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import AttachmentId
from salesdesk.office.sales.attaching import AttachScan, StrikeAttachment
from salesdesk.office.sales.attachment_queries import deal_scans, request_scans, scan_file
from salesdesk.office.sales.attachment_rules import Media
from salesdesk.office.sales.attachment_sheets import AttachedFile, AttachmentLine


class Scans(QObject):
    """Keeps a `ScanList` true, and does what its buttons say.

    Signals:
        told: what was done, in words.
        refused: a `UserError`.
        shown: the window of a picture now open.
    """

    told = Signal(object)
    refused = Signal(object)
    shown = Signal(object)

    def __init__(self, link: Link, window: QWidget, view: ScanList) -> None:
        super().__init__(window)
        self._link = link
        self._window = window
        self._view = view
        self._topic, self._key = Topic.DEAL, 0
        self._places: tuple[Place, ...] = ()
        self.outside = Outside()
        self.asking: QWidget | None = None
        view.attach_wanted.connect(self._attach)
        view.open_wanted.connect(self._open)
        view.strike_wanted.connect(self._strike)
        link.changed.connect(self._heard)

    def show_of(self, topic: Topic, key: int, places: Sequence[Place]) -> None:
        """Show the scans of the request or the deal *key*; *places* are its papers."""
        other = (topic, key) != (self._topic, self._key)
        self._topic, self._key, self._places = topic, key, tuple(places)
        may = self._link.may("deal_scans", "request_scans")
        self._view.setVisible(may and bool(places))
        self._view.attach.setEnabled(bool(places))
        if other:
            self._view.show_lines(())
        if may and places:
            self._ask()

    def _ask(self) -> None:
        key = self._key
        query: Any = request_scans if self._topic is Topic.REQUEST else deal_scans
        job = partial(self._link.seat.ask, query, key)
        self._link.call(self, job, lambda lines: self._came(key, lines), self.refused.emit)

    def _came(self, key: int, lines: tuple[AttachmentLine, ...]) -> None:
        if key == self._key:
            self._view.show_lines(lines)

    def _heard(self, changes: frozenset[Change]) -> None:
        here = {(self._topic, self._key), (Topic.EVERYTHING, 0)}
        if self._places and not here.isdisjoint(changes):
            self._ask()

    def _attach(self, path: Path | None) -> None:
        if not self._places:
            return
        dialog = AttachDialog(self._link, self._window, self._places, AttachScan)
        self.asking = dialog

        def done(_answer: object) -> None:
            name = dialog.paper.name if dialog.paper else ""
            self.told.emit(self.tr("{file} is attached.").format(file=name))
            self._ask()

        dialog.carried.connect(done)
        dialog.open()
        if path is not None:
            dialog.take(path)

    def _strike(self, line: AttachmentLine) -> None:
        title = self.tr("Strike {file} out?").format(file=line.name)
        detail = self.tr("It stays to be seen, with your name and the reason, and counts no more.")
        question = Question(
            self._window, title, detail, self.tr("Strike it out"), danger=True, reason=2
        )
        self.asking = question
        intent = uuid4().hex

        def send(why: str) -> None:
            def done(_answer: object) -> None:
                self.told.emit(self.tr("{file} is struck out.").format(file=line.name))
                self._ask()

            command = StrikeAttachment(attachment=AttachmentId(line.id), reason=why)
            self._link.do(self, command, done, self.refused.emit, intent)

        later(question, send)

    def _open(self, line: AttachmentLine) -> None:
        job = partial(self._link.seat.ask, scan_file, line.id)
        self._link.call(self, job, self._fetched, self.refused.emit)

    def _fetched(self, file: AttachedFile) -> None:
        if file.line.media is Media.PDF:
            try:
                self.outside.show(file)
            except UserError as refusal:
                self.refused.emit(refusal)
            return

        def show(drawn: bytes) -> None:
            window = PictureDialog(image_of(drawn), file.line.name, self._window)
            window.open()
            self.shown.emit(window)

        self._link.run(
            self,
            lambda _step, _cancelled: drawn_anew(file.content, LARGEST, file.line.name),
            show,
            refused=self.refused.emit,
        )
