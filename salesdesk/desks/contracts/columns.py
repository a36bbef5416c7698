"""The columns of the list of deals."""

from PySide6.QtCore import QObject

from salesdesk.desks.contracts.areaforms import owed_words
from salesdesk.desks.contracts.signed import late_words, left_of, left_words, notice_words
from salesdesk.desks.contracts.steps import state_of
from salesdesk.desks.contracts.words import state_words
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.duewords import due_tone, due_words
from salesdesk.desks.wording import is_chinese, money, now, span
from salesdesk.office.inventory.rules import SOLD, UnitState
from salesdesk.office.sales.sheets import DealCard
from salesdesk.office.staff.rules import Role

_SOON_S = 300


class DealColumns(QObject):
    """What the list shows of a deal; a consultant's list, all his own, names no consultant."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role

    def columns(self) -> list[Column[DealCard]]:
        """Give the columns in order."""
        wide = (66, 60, 62, 92, 120, 146) if is_chinese() else (84, 92, 90, 86, 90, 132)
        unit = 150 if self._role == Role.CONSULTANT else wide[5]  # a parking place's name is long
        every: list[Column[DealCard]] = [
            Column(self.tr("Unit"), lambda card: card.unit, width=unit),
            Column(self.tr("Customer"), lambda card: card.customer, width=wide[0]),
            Column(self.tr("State"), state_words, width=wide[1], tone=_state_tone),
            Column(self.tr("Price"), lambda card: card.price_fen, Kind.MONEY, 98, _price_tone),
            Column(self.tr("Paid"), lambda card: card.paid_fen or None, Kind.MONEY, 88),
            Column(self.tr("Due"), self._due, width=wide[3], tone=_due_tone),
            Column(self.tr("Remarks"), self._remarks, width=wide[4], tone=_remark_tone),
        ]
        if self._role != Role.CONSULTANT:
            every.append(Column(self.tr("Consultant"), lambda c: c.consultant, width=wide[2]))
        return every

    def _due(self, card: DealCard) -> str:
        if not card.live:
            return ""
        if card.until is not None:
            return span(card.until - now())
        return left_words(card)

    def _remarks(self, card: DealCard) -> str:
        remarks = []
        if card.id_missing and card.live:
            remarks.append(self.tr("ID missing"))
        if card.notice is not None:
            remarks.append(notice_words(card))
        elif _late(card):
            remarks.append(late_words(card))
        remarks.append(due_words(card.owed))
        if card.area is not None:
            remarks.append(owed_words(card.area))
        if card.live and not card.agreement and card.paid_fen and not card.price_approved:
            remarks.append(self.tr("price to check"))
        if card.kept_fen:
            remarks.append(self.tr("{amount} kept").format(amount=_short(card.kept_fen)))
        if card.back_fen:
            remarks.append(self.tr("{amount} back").format(amount=_short(card.back_fen)))
        if card.exchanged_for:
            remarks.append(self.tr("exchanged for {unit}").format(unit=card.exchanged_for))
        if card.exchanged_from:
            remarks.append(self.tr("came from {unit}").format(unit=card.exchanged_from))
        return " · ".join(filter(None, remarks))


def _short(amount_fen: int) -> str:
    return money(amount_fen).removesuffix(".00")


def _late(card: DealCard) -> bool:
    left = left_of(card)
    return left is not None and left < 0


def _state_tone(card: DealCard) -> str:
    state = state_of(card)
    if state is UnitState.ON_HOLD:
        return "warn"
    if state in SOLD:
        return "good"
    return "accent_text" if state is UnitState.SUBSCRIBED else "dim"


def _price_tone(card: DealCard) -> str:
    return "good" if card.price_approved else ""


def _due_tone(card: DealCard) -> str:
    if card.until is not None:
        return "danger" if (card.until - now()).total_seconds() < _SOON_S else "warn"
    return "danger" if _late(card) else ""


def _remark_tone(card: DealCard) -> str:
    if (card.id_missing and card.live) or _late(card) or card.notice is not None:
        return "danger"
    return due_tone(card.owed) or "dim"
