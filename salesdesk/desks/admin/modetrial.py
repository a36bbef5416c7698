"""What a payment mode would make due of a price, reckoned while its lines are written."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, PlainLabel, column
from salesdesk.desks.widgets.schedule import ScheduleList
from salesdesk.desks.wording import money, refusal, today
from salesdesk.kernel.errors import UserError
from salesdesk.office.ledger.receivable_rules import FOR_OTHERS, Due, DueEvent, ModeLine, dues
from salesdesk.office.sales.due_queries import DueCard

_PRICE_FEN, _AREA, _WIDTH = 100_000_000, "100", 332


class ModeTrial(Card):
    """A price and an area to try lines on; agreed and signed today."""

    def __init__(self) -> None:
        super().__init__()
        self._mode = ""
        self._lines: Sequence[ModeLine] = ()
        self.setFixedWidth(_WIDTH)
        self.fields = Form(2)
        self.price = self.fields.add("price", self.tr("Price"), MoneyField())
        self.price.set_fen(_PRICE_FEN)
        self.area = self.fields.add("area", self.tr("Area, m²"), QLineEdit(_AREA))
        self.schedule = ScheduleList(trial=True)
        inner = QWidget()
        inner.setObjectName("scrolled")
        inner.setLayout(column(self.schedule, None))
        box = QScrollArea()
        box.setWidgetResizable(True)
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.setWidget(inner)
        self.told = PlainLabel("", "dim").wrapping().selectable()
        self.body.addWidget(PlainLabel(self.tr("Tried out: agreed and signed today"), "heading"))
        self.body.addWidget(self.fields)
        self.body.addWidget(box, 1)
        self.body.addWidget(self.told)
        self.price.changed.connect(lambda _fen: self.reckon())
        self.area.textChanged.connect(lambda _text: self.reckon())

    def show_lines(self, mode: str, lines: Sequence[ModeLine]) -> None:
        """Try these *lines* of *mode* instead."""
        self._mode, self._lines = mode, lines
        self.reckon()

    def nothing(self, why: str) -> None:
        """Show nothing, and say why."""
        self._lines = ()
        self.schedule.show_lines(())
        self.told.setText(why)

    def reckon(self) -> None:
        """Show what is due; what does not come out is said."""
        if not self._lines:
            return
        price, area = self.price.fen(), _square_metres(self.area.text())
        self.schedule.show_lines(())
        if not price or area is None:
            self.told.setText(self.tr("Enter a price and an area above 0."))
            return
        day = today()
        happened = {(DueEvent.SUBSCRIPTION, ""): day, (DueEvent.SIGNING, ""): day}
        try:
            found = dues(self._mode, self._lines, price, area, happened)
        except UserError as error:
            self.told.setText("\n".join(refusal(error)))
            return
        self.schedule.show_lines([_card(at, due) for at, due in enumerate(found)])
        others = sum(due.amount_fen for due in found if due.money in FOR_OTHERS)
        words = self.tr("{price} of the price, {others} collected for others.")
        self.told.setText(words.format(price=money(price), others=money(others)))


def _card(at: int, due: Due) -> DueCard:
    return DueCard(
        id=at,
        money=due.money.value,
        amount_fen=due.amount_fen,
        paid_fen=0,
        open_fen=due.amount_fen,
        event=due.event.value,
        stage=due.stage,
        days=due.days,
        due_on=due.due_on,
        overdue_days=0,
        ended=False,
        why="",
    )


def _square_metres(typed: str) -> Decimal | None:
    text = typed.strip().removesuffix("m²").strip()
    try:
        area = Decimal(text)
    except ArithmeticError:
        return None
    return area if area.is_finite() and area > 0 else None
