"""The part of the change form that asks for another unit (换房): which one, what it costs, what goes along."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.discountticks import DiscountTicks
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import area, listed, mode_words, money
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.sales.discount_queries import discounts
from salesdesk.office.sales.exchange_queries import exchange_choices, exchange_offer
from salesdesk.office.sales.exchange_sheets import ExchangeChoice, ExchangeOffer
from salesdesk.office.sales.exchanging import RequestExchange
from salesdesk.office.sales.sheets import DealCard, DiscountLine, PaymentModeLine

TAKE, LEAVE, LOOSEN = "take", "leave", "loosen"
_HIGH, _TWO = 132, 2


class ExchangeForm(QWidget):
    """Chooses a unit that is free for the customer, by a part of its code, and shows what it would cost.

    Signals:
        changed: whether it can be asked for may have changed.
        refused: a `UserError` of what was chosen.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._card = link, card
        self._offer: ExchangeOffer | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Part of its code"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Units that can be had instead"))
        self.list.setFixedHeight(_HIGH)
        self.none = PlainLabel("", "dim").wrapping()
        self.none.hide()
        self.figures = FactList()
        self.ticks = DiscountTicks()
        self.price = MoneyField()
        self.mode = QComboBox()
        self.mode.addItem(self.tr("As it is"), "")
        self.lots: dict[int, QComboBox] = {}
        left, right = Form(), Form()
        left.add("to", self.tr("Other unit"), self.search, needed=True)
        right.add("discounts", self.tr("Discounts, in the order of ticking"), self.ticks)
        right.add("total", self.tr("New price"), self.price, needed=True)
        right.add("mode", self.tr("Payment mode"), self.mode)
        fates = Form(min(_TWO, max(1, len(card.lots))))
        for lot in card.lots:
            fate = QComboBox()
            fate.addItem(self.tr("goes along"), TAKE)
            fate.addItem(self.tr("stays with {unit}").format(unit=card.unit), LEAVE)
            fate.addItem(self.tr("is loosened"), LOOSEN)
            self.lots[lot.unit] = fates.add(f"lot {lot.unit}", lot.code, fate)
            fate.currentIndexChanged.connect(lambda _at: self._reckon())
        self.forms = (left, right)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        for parts in ((left, self.list, self.none, self.figures), (right, fates)):
            column = QVBoxLayout()
            column.setSpacing(4)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            both.addLayout(column, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._narrow)
        self.list.itemSelectionChanged.connect(self._reckon)
        self.ticks.ticked.connect(lambda _names: self._reckon())
        self.price.changed.connect(lambda _fen: self.changed.emit())
        link.ask(self, self._choices_came, exchange_choices, card.id)
        link.ask(self, self._discounts_came, discounts, card.project_id)

    def command(self, reason: str) -> RequestExchange | None:
        """Give what would be asked for; None while no unit is chosen."""
        to = self._chosen()
        if to is None:
            return None
        return RequestExchange(
            unit=UnitId(self._card.unit_id),
            to=to,
            reason=reason,
            total=Fen(self.price.fen() or 0),
            discounts=self.ticks.names(),
            mode=str(self.mode.currentData()),
            take=self._lots(TAKE),
            loosen=self._lots(LOOSEN),
        )

    def ready(self) -> bool:
        """Whether a unit is chosen and its price known."""
        return self._chosen() is not None and self._offer is not None and bool(self.price.fen())

    def offer_modes(self, lines: Sequence[PaymentModeLine]) -> None:
        """Offer the other payment modes."""
        for line in lines:
            if line.name != self._card.mode:
                self.mode.addItem(mode_words(line.name), line.name)

    def _choices_came(self, choices: tuple[ExchangeChoice, ...]) -> None:
        for choice in choices:
            mark = self.tr("reserved for this customer") if choice.reserved else ""
            facts = (choice.layout, area(choice.gross_area), money(choice.total_fen), mark)
            words = " · ".join(fact for fact in facts if fact)
            item = QListWidgetItem(f"{choice.code}    {words}")
            item.setData(Qt.ItemDataRole.UserRole, choice.unit)
            self.list.addItem(item)
        self._narrow()

    def _discounts_came(self, offered: Sequence[DiscountLine]) -> None:
        shown = bool(self.ticks.offer(offered))
        self.forms[1].show_field("discounts", shown=shown)

    def _narrow(self) -> None:
        """Show the units that fit what is typed; a single one is chosen at once."""
        wanted, fits = self.search.text().strip().casefold(), []
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(wanted not in item.text().casefold())
            if not item.isHidden():
                fits.append(at)
        if self.list.currentRow() not in fits or len(fits) == 1:
            self.list.setCurrentRow(fits[0] if len(fits) == 1 else -1)
        empty = self.tr("No other unit of this project is on offer now. The board shows what is.")
        said = self.tr("No free unit fits this.") if self.list.count() else empty
        self.none.setText("" if fits else said)
        self.none.setVisible(not fits)
        self._reckon()

    def _chosen(self) -> UnitId | None:
        item = self.list.currentItem() if self.list.currentRow() >= 0 else None
        return None if item is None else UnitId(item.data(Qt.ItemDataRole.UserRole))

    def _lots(self, fate: str) -> tuple[UnitId, ...]:
        return tuple(UnitId(lot) for lot, box in self.lots.items() if box.currentData() == fate)

    def _reckon(self) -> None:
        """Ask what the unit chosen would cost; what comes late is not shown."""
        self._offer = None
        to, names, take = self._chosen(), self.ticks.names(), self._lots(TAKE)
        if to is None:
            self._show(None)
            return
        deal = self._card.id

        def job() -> tuple[object, ExchangeOffer]:
            return (to, names, take), self._link.seat.ask(exchange_offer, deal, to, names, take)

        self._link.call(self, job, self._reckoned, self.refused.emit)
        self.changed.emit()

    def _reckoned(self, answer: tuple[object, ExchangeOffer]) -> None:
        asked, offer = answer
        if asked == (self._chosen(), self.ticks.names(), self._lots(TAKE)):
            self._show(offer)

    def _show(self, offer: ExchangeOffer | None) -> None:
        self._offer = offer
        self.price.setReadOnly(bool(self.ticks.names()))
        self.price.set_fen(None if offer is None else offer.price_fen)
        self.figures.setVisible(offer is not None)
        if offer is not None:
            lots = listed(lot.code for lot in offer.lots)
            more = money(offer.difference_fen)
            more = f"+{more}" if offer.difference_fen > 0 else more
            beyond = offer.carried_fen - offer.deposit_fen - offer.ahead_fen
            parts = bool(beyond or offer.ahead_fen)
            self.figures.show_facts(
                (self.tr("List price today"), money(offer.list_fen)),
                (self.tr("Lots with it"), lots),
                (self.tr("Together"), money(offer.whole_fen)),
                (self.tr("Difference"), more),
                (self.tr("Goes along"), money(offer.carried_fen)),
                (self.tr("Of it deposit"), money(offer.deposit_fen) if parts else ""),
                (self.tr("Of it price"), money(beyond) if beyond else ""),
                (self.tr("Of it paid ahead"), money(offer.ahead_fen) if offer.ahead_fen else ""),
            )
        self.changed.emit()
