"""Orders left undecided: what became of them, and the few that only the person may decide."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.shell.backstage import LeftOrder
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.wording import moment, money, refusal, say
from salesdesk.kernel.errors import UserError

_WIDTH, _HEIGHT = 640, 420
_TONES = {"written": "good", "refused": "danger", "open": "warn"}


@dataclass(frozen=True, slots=True)
class Deciding:
    """How an order is sent after all, or forgotten; both block."""

    send: Callable[[LeftOrder], LeftOrder]
    drop: Callable[[LeftOrder], object]


class LeftDialog(QDialog):
    """Stands before every desk until each order of money or units is decided; visits may wait."""

    def __init__(
        self, link: Link, left: tuple[LeftOrder, ...], deciding: Deciding, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._deciding = deciding
        self.lines = [OrderLine(order, self) for order in left]
        self.setWindowTitle(self.tr("Left from before"))
        self.setMinimumWidth(_WIDTH)
        self.banner = Banner(self)
        self.close_button = button(self.tr("Go on"), self.accept, "check", "primary")
        inside = QWidget()
        inside.setObjectName("scrolled")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(8)
        for at, line in enumerate(self.lines):
            line.send.clicked.connect(partial(self.send, at))
            line.drop.clicked.connect(partial(self.drop, at))
            rows.addWidget(line)
        rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        hint = self.tr(
            "These orders were given at this desk before it was closed or lost the office. The "
            "office was asked about each: one that counts, counts once."
        )
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(self.tr("Left from before"), "heading"))
        lines.addWidget(PlainLabel(hint, "dim").wrapping())
        lines.addWidget(self.banner)
        lines.addWidget(scroll, 1)
        lines.addLayout(row(None, self.close_button))
        self.resize(_WIDTH, _HEIGHT)
        self._renew()

    def send(self, at: int, _checked: object = None) -> None:
        """Send the order at this place after all."""
        self._decide(at, self._deciding.send, self.lines[at].show_order)

    def drop(self, at: int, _checked: object = None) -> None:
        """Forget the order at this place."""
        self._decide(at, self._deciding.drop, lambda _answer: self.lines[at].show_dropped())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or self.close_button.isEnabled():
            super().keyPressEvent(event)

    @override
    def reject(self) -> None:
        if self.close_button.isEnabled():
            super().reject()

    def _decide(
        self,
        at: int,
        how: Callable[[LeftOrder], object],
        then: Callable[..., object],
    ) -> None:
        line = self.lines[at]
        line.setEnabled(False)
        self.banner.clear()

        def decided(answer: object) -> None:
            line.setEnabled(True)
            then(answer)
            self._renew()

        def refused(error: UserError) -> None:
            line.setEnabled(True)
            self.banner.refuse(error)

        self._link.call(self, partial(how, line.order), decided, refused)

    def _renew(self) -> None:
        waits = any(line.undecided and not line.order.draft for line in self.lines)
        self.close_button.setEnabled(not waits)
        words = self.tr("Decide each order first: send it, or do not send it.")
        self.close_button.setToolTip(words if waits else "")


class OrderLine(Card):
    """One order: when, what, about what; and its fate or two buttons."""

    def __init__(self, order: LeftOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12)
        self.order = order
        self.undecided = False
        self._what = PlainLabel("", "heading").wrapping()
        self._about = PlainLabel("", "dim").wrapping()
        self.fate = PlainLabel("").wrapping().selectable()
        self.mark = Pill()
        self.send = button(self.tr("Send it now"), lambda: None, "arrow-right", "primary")
        self.drop = button(self.tr("Do not send it"), lambda: None, "x")
        head = row(self._what, self.mark)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._about)
        self.body.addWidget(self.fate)
        self.body.addLayout(row(None, self.drop, self.send))
        self.show_order(order)

    def show_order(self, order: LeftOrder) -> None:
        """Show *order* and what became of it."""
        self.order = order
        self.undecided = order.fate == "open"
        parts = [moment(order.made_at), *order.about]
        if order.amount_fen:
            parts.append(money(order.amount_fen))
        self._what.setText(say("commands", order.command))
        self._about.setText(" · ".join(parts))
        self.fate.setText(self._words())
        self._show(_TONES[order.fate], self._mark())

    def show_dropped(self) -> None:
        """Show that it was forgotten."""
        self.undecided = False
        self.fate.setText(self.tr("It is forgotten: nothing was carried out."))
        self._show("", self.tr("not sent"))

    def _show(self, tone: str, words: str) -> None:
        self.mark.show_text(words, tone)
        for choice in (self.send, self.drop):
            choice.setVisible(self.undecided)

    def _mark(self) -> str:
        if self.order.fate == "written":
            return self.tr("carried out")
        return self.tr("your decision") if self.undecided else self.tr("not carried out")

    def _words(self) -> str:
        order = self.order
        if order.fate == "written" and order.number:
            return self.tr("It was carried out: no. {number}.").format(number=order.number)
        if order.fate == "written":
            return self.tr("It was carried out.")
        if order.draft and self.undecided:
            return self.tr("Typed while the office was silent; it has not been sent.")
        if self.undecided:
            return self.tr(
                "The office does not know it: nothing was carried out. Is it still wanted, and is "
                "the money there?"
            )
        if order.refusal is not None:
            problem, _remedy = refusal(order.refusal)
            return self.tr("It was not carried out: {why}").format(why=problem)
        return self.tr("It was not carried out.")
