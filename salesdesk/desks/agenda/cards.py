"""What needs the manager, a card a kind: how many, the most urgent of them, one click to each."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.agenda.words import ICONS, NeedWords
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, clear, row
from salesdesk.desks.wording import say
from salesdesk.office.figures.need_rules import NeedKind, NeedLine

SHOWN: Final = 4
"""So many lines of a kind stand on its card; the others are in the list."""

_COLUMN: Final = 350
_ICON: Final = 17
_ROW: Final = 34
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Elided(PlainLabel):
    """A text that ends in … where it does not fit; the tip gives all of it."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(text, role)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)


class NeedRow(QPushButton):
    """One line of a card: click or Return goes where it is done; up and down move along."""

    def __init__(self, line: NeedLine, words: NeedWords) -> None:
        super().__init__()
        self.line = line
        who, (when, tone) = words.who(line), words.when(line)
        self.setProperty("role", "quiet")
        self.setMinimumHeight(_ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(" ".join(part for part in (line.subject, who, when) if part))
        self.due = Pill(when, tone)
        parts = PlainLabel(line.subject), Elided(who, "dim"), self.due
        inside = QHBoxLayout(self)
        inside.setContentsMargins(8, 3, 4, 3)
        inside.setSpacing(8)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(part)
        inside.setStretch(1, 1)
        self.due.setVisible(bool(when))  # not before it stands in its row: it would be a window

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
            return
        if event.key() in _STEPS:
            event.ignore()  # a button would move among its brothers only
            return
        super().keyPressEvent(event)


class NeedCards(QScrollArea):
    """All cards, in as many columns as there is room for.

    Signals:
        opened: the `NeedLine` that was clicked, or taken by Return.
        all_wanted: the `NeedKind` of which all lines are to be listed.
    """

    opened = Signal(object)
    all_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = NeedWords(self)
        self._lines: tuple[NeedLine, ...] = ()
        self._columns = 0
        self.rows: list[NeedRow] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setObjectName("scrolled")
        self._body = QHBoxLayout(page)
        self._body.setContentsMargins(0, 0, 6, 0)
        self._body.setSpacing(12)
        self.setWidget(page)

    def show_lines(self, lines: Sequence[NeedLine]) -> None:
        """Show other lines; the one that has the cursor keeps it where it is still there."""
        held = next((made.line for made in self.rows if made.hasFocus()), None)
        self._lines = tuple(lines)
        self._build()
        if held is not None:
            same = [m for m in self.rows if (m.line.kind, m.line.key) == (held.kind, held.key)]
            for made in (same or self.rows)[:1]:
                made.setFocus()

    def focus_first(self) -> None:
        """Put the cursor on the most urgent line."""
        for made in self.rows[:1]:
            made.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits() != self._columns:
            self.show_lines(self._lines)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        at = next((n for n, made in enumerate(self.rows) if made.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        goal = self.rows[(at + step) % len(self.rows)]
        goal.setFocus()
        self.ensureWidgetVisible(goal)

    def _fits(self) -> int:
        return max(1, self.viewport().width() // _COLUMN)

    def _build(self) -> None:
        clear(self._body)
        self.rows = []
        self._columns = self._fits()
        made = [QVBoxLayout() for _column in range(self._columns)]
        high = [0] * self._columns
        for kind, found in groupby(self._lines, key=lambda line: line.kind):
            lines = list(found)
            at = high.index(min(high))
            high[at] += 2 + min(len(lines), SHOWN) + (len(lines) > SHOWN)
            made[at].addWidget(self._card(kind, lines))
        for stack in made:
            stack.setSpacing(12)
            stack.addStretch(1)
            self._body.addLayout(stack, 1)

    def _card(self, kind: NeedKind, lines: list[NeedLine]) -> Card:
        card = Card(margin=12)
        card.body.setSpacing(2)
        mark = PlainLabel()
        set_icon(mark, ICONS[kind], "accent_text", _ICON)
        late = any(self._words.when(line)[1] == "danger" for line in lines)
        count = Pill(f"{len(lines)}", "danger" if late else "accent")
        head = row(mark, PlainLabel(say("needs", kind), "heading"), None, count)
        head.setContentsMargins(8, 0, 4, 4)
        card.body.addLayout(head)
        for line in lines[:SHOWN]:
            made = NeedRow(line, self._words)
            made.clicked.connect(lambda _on=False, one=line: self.opened.emit(one))
            self.rows.append(made)
            card.body.addWidget(made)
        if len(lines) > SHOWN:
            words = self.tr("All %n…", "", len(lines))
            card.body.addLayout(
                row(button(words, lambda: self.all_wanted.emit(kind), role="link"), None)
            )
        return card
