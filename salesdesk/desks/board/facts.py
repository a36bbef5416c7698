"""What the side panel shows of one unit: facts, the live deal, what happened to it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks import wording
from salesdesk.desks.board.amounts import countdown, exact_yuan
from salesdesk.desks.board.cells import Words, draw_box
from salesdesk.desks.board.palette import theme_of
from salesdesk.desks.widgets.duewords import asked_words, due_tone, due_words
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.documents.words import building_words, core_words
from salesdesk.office.inventory.reviews import KeptBackLine
from salesdesk.office.inventory.rules import CLAIM_STAGES, STATES, UnitState
from salesdesk.office.inventory.sheets import HistoryLine, UnitCard
from salesdesk.office.sales.sheets import DealCard

_MOST_LINES = 60


class StateBadge(QWidget):
    """A state's name on its ground, as its cells look."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: UnitState) -> None:
        """Show this state."""
        self._state = STATES.index(state)
        self.setAccessibleName(wording.say("states", state))
        self.setToolTip(wording.say("states", state))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._text()) + 20, 26)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tone = theme_of(self.palette()).tones[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tone, 6.0)
        painter.setFont(self._font())
        painter.setPen(QColor.fromRgb(tone.word))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text())
        painter.end()

    def _text(self) -> str:
        return f"{self._words.letters[self._state]} · {self._words.short[self._state]}"

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


class UnitFacts(QWidget):
    """Names at the left, values at the right; empty values are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(5)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)

    def clear(self) -> None:
        """Take all lines away."""
        while self._form.rowCount():
            self._form.removeRow(0)

    def add(self, name: str, value: str, tone: str = "") -> None:
        """Add one line, unless it has nothing to say; *tone* marks its value."""
        if value:
            label = PlainLabel(value, "due" if tone else "").wrapping().selectable()
            label.setProperty("tone", tone)
            self._form.addRow(PlainLabel(name, "dim"), label)

    def show_unit(self, card: UnitCard) -> None:
        """Show the unit's own facts."""
        self.clear()
        language = wording.language()
        names = building_words(card.building, language), core_words(card.core, language)
        place = " · ".join(part for part in names if part)
        self.add(self.tr("Building"), place)
        self.add(self.tr("Floor"), str(card.floor))
        self.add(self.tr("Layout"), card.layout)
        self.add(self.tr("Gross area"), wording.area(card.gross_area))
        if card.inside_area is not None:
            self.add(self.tr("Inside area"), wording.area(card.inside_area))
        unit_price = -1 if card.unit_price_fen is None else card.unit_price_fen
        self.add(self.tr("Price per m²"), exact_yuan(unit_price))
        self.add(self.tr("Orientation"), card.orientation)
        self.add(self.tr("Use"), card.use)
        self.add(self.tr("Note"), card.note)
        if card.public_face:
            self.add(self.tr("Buyers are told"), wording.say("public", card.public_face))

    def show_kept(self, line: KeptBackLine) -> None:
        """Add why the unit is kept back, and on which day somebody looks at it again."""
        self.add(self.tr("Why"), reason_words(line.reason))
        self.add(self.tr("By"), "" if line.by == "clock" else line.by)
        over = self.tr("{day}, %n day(s) over", "", line.days_over)
        on = over if line.days_over else "{day}"
        self.add(self.tr("Look again on"), on.format(day=wording.day(line.review_on)))
        self.add(self.tr("Put off because"), line.note)

    def show_deal(self, deal: DealCard, now: datetime) -> None:
        """Show the live deal on the unit."""
        self.clear()
        self.add(self.tr("Customer"), deal.customer)
        self.add(self.tr("Consultant"), deal.consultant)
        if deal.until is not None:
            left = countdown((deal.until - now).total_seconds())
            words = self.tr("{moment} ({left} left)")
            self.add(
                self.tr("Held until"), words.format(moment=wording.moment(deal.until), left=left)
            )
        paid = self.tr("nothing yet")
        self.add(self.tr("Deposit"), wording.money(deal.paid_fen) if deal.paid_fen else paid)
        approved = self.tr("not approved yet")
        if deal.price_approved:
            by = self.tr("{price}, approved by {name}")
            approved = by.format(price=wording.money(deal.price_fen), name=deal.approved_by)
        self.add(self.tr("Deal price"), approved)
        if deal.lots:
            whole = deal.price_fen + sum(lot.total_fen or 0 for lot in deal.lots)
            self.add(self.tr("With its lots"), wording.money(whole))
        self.add(self.tr("Agreement"), deal.agreement)
        self.add(self.tr("Payment mode"), deal.mode)
        self.add(self.tr("Sign until"), wording.day(deal.sign_by))
        self.add(self.tr("Due"), due_words(deal.owed), due_tone(deal.owed))
        self.add(self.tr("Asked for it"), asked_words(deal.owed))
        if deal.id_missing:
            self.add(self.tr("Missing"), self.tr("a buyer's ID number"))


class UnitHistory(QWidget):
    """What happened to a unit, the latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def show_lines(self, lines: tuple[HistoryLine, ...]) -> None:
        """Show these lines."""
        self.clear()
        for line in lines[:_MOST_LINES]:
            head = f"{wording.moment(line.at)}   {self._what(line.what)}"
            self._lines.addWidget(PlainLabel(head).selectable())
            parts = [line.detail, self._actor(line.actor), reason_words(line.reason)]
            detail = " · ".join(part for part in parts if part)
            if detail:
                label = PlainLabel(detail, "hint").wrapping().selectable()
                label.setContentsMargins(0, 0, 0, 5)
                self._lines.addWidget(label)
        if not lines:
            self._lines.addWidget(PlainLabel(self.tr("Nothing has happened yet."), "dim"))

    def _what(self, what: str) -> str:
        if what in CLAIM_STAGES:
            return wording.say("states", what)
        if what == "released":
            return self.tr("Released for sale")
        if what == "price":
            return self.tr("Price")
        if what in ("merge from", "split from"):
            return self.tr("Became")
        if what in ("merge into", "split into"):
            return self.tr("Made of")
        changed = {
            "gross_area": self.tr("Gross area changed"),
            "inside_area": self.tr("Inside area changed"),
            "use": self.tr("Use changed"),
            "layout": self.tr("Layout changed"),
            "orientation": self.tr("Orientation changed"),
        }
        return changed.get(what, what)

    def _actor(self, actor: str) -> str:
        return self.tr("by itself, when the time was up") if actor == "clock" else actor


def reason_words(reason: str) -> str:
    """Give why something ended in words; nothing where that is only the state that followed.

    The next line of the history tells the state, so saying it here repeats it.
    """
    if reason in CLAIM_STAGES:
        return ""
    if reason == "released":
        return QCoreApplication.translate("UnitHistory", "Released for sale")
    if reason == "generated":
        return QCoreApplication.translate("UnitHistory", "Made from a pattern")
    reason = "accept back" if reason == "accepted back" else reason
    for context in ("states", "steps"):
        words = wording.say(context, reason)
        if words != reason:
            return words
    if reason == "import" or reason.startswith("import "):
        file = reason.removeprefix("import").strip()
        return QCoreApplication.translate("UnitHistory", "Import {file}").format(file=file).strip()
    return reason
