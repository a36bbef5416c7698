"""The floor plan (户型图) of the unit shown: small in the panel, large by one click."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.attachform import AttachDialog, Place
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.labels import PlainLabel, Rule, button, row
from salesdesk.desks.widgets.outside import Outside
from salesdesk.desks.widgets.pictureview import LARGEST, PictureDialog, image_of
from salesdesk.intake.attached import drawn_anew
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import AttachmentId, ProjectId, UnitId
from salesdesk.office.inventory.sheets import UnitCard
from salesdesk.office.sales.attaching import AttachFloorPlan, StrikeAttachment
from salesdesk.office.sales.attachment_queries import floor_plan, floor_plan_file
from salesdesk.office.sales.attachment_rules import Media
from salesdesk.office.sales.attachment_sheets import AttachedFile, AttachmentLine

SMALL = QSize(260, 190)
"""The picture in the panel, at most."""

_KEPT = 24
"""Pictures kept, so that going from unit to unit asks for none twice."""


class PlanBox(QWidget):
    """Shows the floor plan that counts for a unit, or says that there is none and who brings it.

    Signals:
        large_wanted: the floor plan shall be seen large.
        attach_wanted: another one shall be attached.
        strike_wanted: the one shown shall be struck out.
    """

    large_wanted = Signal()
    attach_wanted = Signal()
    strike_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may = (False, False)
        words = self.tr("Attach floor plan…")
        self.attach = button("", self.attach_wanted.emit, "file-up", "quiet", tip=words)
        self.attach.setAccessibleName(words)
        words = self.tr("Strike it out…")
        self.strike = button("", self.strike_wanted.emit, "ban", "quiet", tip=words)
        self.strike.setAccessibleName(words)
        self.picture = QPushButton()
        self.picture.setProperty("role", "quiet")
        self.picture.setCursor(Qt.CursorShape.PointingHandCursor)
        self.picture.setAutoDefault(False)
        self.picture.setIconSize(SMALL)
        self.picture.clicked.connect(lambda _checked=False: self.large_wanted.emit())
        self.words = PlainLabel("", "dim").wrapping()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(Rule())
        head = PlainLabel(self.tr("Floor plan"), "heading")
        lines.addLayout(row(head, None, self.strike, self.attach))
        lines.addWidget(self.picture)
        lines.addWidget(self.words)

    def allow(self, *, attach: bool, strike: bool) -> None:
        """Say what whoever sits here may do."""
        self._may = (attach, strike)
        self.attach.setVisible(attach)

    def show_plan(self, card: UnitCard, line: AttachmentLine | None) -> None:
        """Show which floor plan counts; its picture comes by `show_picture`."""
        attach, strike = self._may
        self.strike.setVisible(strike and line is not None)
        self.picture.setIcon(QIcon())
        self.picture.setVisible(line is not None)
        self.show()
        if line is None:
            words = self.tr("No floor plan yet; the site manager attaches one.")
            if attach:
                words = self.tr(
                    "No floor plan yet. Attach one for every unit of the layout, or for this unit alone."
                )
            self.words.setText(words)
            return
        self.picture.setText(line.name if line.media is Media.PDF else "…")
        self.picture.setToolTip(self.tr("See it large"))
        self.picture.setAccessibleName(self.tr("Floor plan of {unit}").format(unit=card.code))
        own = self.tr("of this unit alone")
        shared = self.tr("of the layout {layout}").format(layout=line.number)
        self.words.setText(own if line.of == "unit" else shared)

    def show_picture(self, picture: QImage) -> None:
        """Show the picture, as wide as the panel allows."""
        small = picture.scaled(
            SMALL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self.picture.setText("")
        self.picture.setIconSize(small.size())
        self.picture.setIcon(QIcon(QPixmap.fromImage(small)))
        self.picture.setFixedHeight(small.height() + 12)


class FloorPlans(QObject):
    """Keeps a `PlanBox` true, and does what its buttons say.

    Signals:
        refused: a `UserError`.
        told: what was done, in words.
        opened: the `PictureDialog` of a floor plan.
    """

    refused = Signal(object)
    told = Signal(object)
    opened = Signal(object)

    def __init__(self, link: Link, box: PlanBox) -> None:
        super().__init__(box)
        self._link, self._box = link, box
        self._card: UnitCard | None = None
        self._line: AttachmentLine | None = None
        self._pictures: OrderedDict[str, QImage] = OrderedDict()
        self.outside = Outside()
        self.asking: QWidget | None = None
        box.allow(attach=link.may("AttachFloorPlan"), strike=link.may("StrikeAttachment"))
        box.large_wanted.connect(self._large)
        box.attach_wanted.connect(self._attach)
        box.strike_wanted.connect(self._strike)

    def show_unit(self, card: UnitCard | None) -> None:
        """Show the floor plan of this unit; nothing for None."""
        other = card is None or self._card is None or self._card.id != card.id
        self._card = card
        if other:
            self._line = None
            self._box.hide()
        if card is not None and self._link.may("floor_plan", "floor_plan_file"):
            self._link.ask(self, partial(self._came, card), floor_plan, UnitId(card.id))

    def _came(self, card: UnitCard, line: AttachmentLine | None) -> None:
        if self._card is None or self._card.id != card.id:
            return
        if line is not None and line == self._line:
            self._box.show()
            return
        self._line = line
        self._box.show_plan(card, line)
        if line is None or line.media is Media.PDF:
            return
        known = self._pictures.get(line.sha256)
        if known is not None:
            self._box.show_picture(known)
            return
        self._fetch(line, self._draw)

    def _fetch(self, line: AttachmentLine, then: Any) -> None:
        job = partial(self._link.seat.ask, floor_plan_file, line.id)
        self._link.call(self, job, then, self.refused.emit)

    def _draw(self, file: AttachedFile) -> None:
        """Have the guarded child draw it, off the window thread."""

        def drawn(picture: bytes) -> None:
            image = image_of(picture)
            self._pictures[file.line.sha256] = image
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
            if self._line is not None and self._line.sha256 == file.line.sha256:
                self._box.show_picture(image)

        job = partial(drawn_anew, file.content, LARGEST, file.line.name)
        self._link.run(self, lambda _step, _cancelled: job(), drawn, refused=self.refused.emit)

    def _large(self) -> None:
        line = self._line
        if line is None:
            return
        if line.media is Media.PDF:
            self._fetch(line, self._show_outside)
            return
        picture = self._pictures.get(line.sha256)
        if picture is not None:
            window = PictureDialog(picture, line.name, self._box.window())
            window.open()
            self.opened.emit(window)

    def _show_outside(self, file: AttachedFile) -> None:
        try:
            self.outside.show(file)
        except UserError as refusal:
            self.refused.emit(refusal)

    def places(self, card: UnitCard) -> Sequence[Place]:
        """Give what a floor plan of this unit may belong to: its layout first."""
        alone = Place(self.tr("{unit} alone").format(unit=card.code), {"unit": UnitId(card.id)})
        if not card.layout:
            return (alone,)
        words = self.tr("Every unit of the layout {layout}").format(layout=card.layout)
        shared = {"project": ProjectId(card.project), "layout": card.layout}
        return (Place(words, shared), alone)

    def _attach(self) -> None:
        card = self._card
        if card is None:
            return
        dialog = AttachDialog(
            self._link, self._box.window(), self.places(card), AttachFloorPlan,
            title=self.tr("Attach a floor plan"), label=self.tr("It belongs to"),
        )  # fmt: skip
        self.asking = dialog
        dialog.carried.connect(lambda _answer: self._again(self.tr("The floor plan is attached.")))
        dialog.open()

    def _strike(self) -> None:
        line = self._line
        if line is None:
            return
        title = self.tr("Strike {file} out?").format(file=line.name)
        detail = self.tr("The one before it counts again, if there is one.")
        question = Question(
            self._box.window(), title, detail, self.tr("Strike it out"), danger=True, reason=2
        )
        self.asking = question
        intent = uuid4().hex

        def send(why: str) -> None:
            def done(_answer: object) -> None:
                self._again(self.tr("The floor plan is struck out."))

            command = StrikeAttachment(attachment=AttachmentId(line.id), reason=why)
            self._link.do(self, command, done, self.refused.emit, intent)

        later(question, send)

    def _again(self, words: str) -> None:
        self.told.emit(words)
        self.show_unit(self._card)
