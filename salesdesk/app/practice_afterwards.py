"""What follows in the practice office: contracts, lots beside homes, changes asked for, late entries, a line.

Played last and by no dice: whatever the days before led to stays as it was.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from salesdesk.app.practice_bank import fill_account
from salesdesk.app.practice_loans import lend
from salesdesk.app.practice_scenes import Signers
from salesdesk.kernel.keys import CustomerId, Fen, ProjectId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Grade, Manner
from salesdesk.office.frontdoor import Seat
from salesdesk.office.inventory.commands import BlockUnits, ImportUnits, ReleaseUnits
from salesdesk.office.inventory.lots import BindLot
from salesdesk.office.inventory.permitting import RecordPermit
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.sheets import PriceRow
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.sales.changing import RequestExtension, RequestMode
from salesdesk.office.sales.commands import HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.line import StandInLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.reminder_queries import reminders
from salesdesk.office.sales.reminding import RecordPromise, WriteDemands
from salesdesk.office.sales.sheets import DealCard
from salesdesk.office.sales.signing import (
    DeliverUnit,
    FileContract,
    RecordOnlineSigning,
    SignContract,
)
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.store.work import Reading

GARAGE = "地下车库"
_LOT_FEN = Fen(18_800_000)
_SIGNED, _FILED, _DELIVERED = 6, 3, 1
"""How many of the oldest agreements are contracts by now, how many are filed, and handed over."""

Forward = Callable[[float], object]


def afterwards(
    who: Signers, reception: Seat, cashier: Seat, today: date, forward: Forward
) -> None:
    """Play all of it, with customers who come for it alone."""
    agreed = [card for card in who.consultant.ask(deals) if card.state == UnitState.SUBSCRIBED]
    ready = [card for card in agreed if not card.id_missing and card.sign_by is not None]
    ready.sort(key=lambda card: (card.opened_at, card.id))
    _sign(who, ready[:_SIGNED], today)
    forward(1)
    _change(who, ready[_SIGNED:], forward)
    _enter_late(reception, today)
    guests = [_comes(reception, no) for no in range(len(_GUESTS))]
    forward(1)
    _park(who, cashier, guests[:2], forward)
    _wait(who, guests[2:], today, forward)
    lend(who.manager, cashier, today, forward)
    fill_account(who.manager, cashier)
    _demand(cashier, today)


def _demand(cashier: Seat, today: date) -> None:
    """Ask the two who owe longest in writing; one of them promises a day."""
    owing = [UnitId(line.unit_id) for line in cashier.ask(reminders) if line.mark.next_stage][:2]
    if owing:
        cashier.do(WriteDemands(units=tuple(owing)))
        soon = today + timedelta(days=3)
        cashier.do(RecordPromise(unit=owing[0], on=soon, note="等理财到期"))


def _sign(who: Signers, cards: Sequence[DealCard], today: date) -> None:
    """Contracts on the way: signed, signed online, filed, the first one handed over."""
    for no, card in enumerate(cards):
        unit = UnitId(card.unit_id)
        on = min(card.sign_by or today, today)
        who.consultant.do(
            SignContract(
                unit=unit, number=f"云栖合同 2026-{no + 1:03}", signed_on=on,
                deliver_by=today + timedelta(days=500),
            )
        )  # fmt: skip
        if no < _FILED + 1:
            who.consultant.do(RecordOnlineSigning(unit=unit, number=f"网签 20260{no + 1:03}"))
        if no < _FILED:
            filed_on = min(on + timedelta(days=5), today)
            who.manager.do(
                FileContract(unit=unit, number=f"备案 20260{no + 1:03}", filed_on=filed_on)
            )
        if no < _DELIVERED:
            who.manager.do(
                DeliverUnit(
                    unit=unit,
                    taken_by=card.customer,
                    note="现房，随合同交付",
                    overdue_reason="按揭放款在途",
                )
            )


def _change(who: Signers, cards: Sequence[DealCard], forward: Forward) -> None:
    """The newest agreements: one put off by its signature, another payment mode half signed."""
    newest = [card for card in cards if card.sign_by is not None][-2:]
    for card, wish in zip(newest, ("later", "mode"), strict=False):
        unit = UnitId(card.unit_id)
        forward(1)
        if wish == "later":
            to = (card.sign_by or date.max) + timedelta(days=5)
            asked = who.consultant.do(RequestExtension(unit=unit, to=to, reason="首付款月底到账"))
        else:
            mode = "公积金" if card.mode != "公积金" else "商业按揭"
            asked = who.consultant.do(
                RequestMode(unit=unit, mode=mode, reason="征信已过，改办贷款")
            )
        forward(1)
        who.manager.do(SignRequest(request=RequestId(asked), comment="情况属实"))


def _enter_late(reception: Seat, today: date) -> None:
    """Two entries of the register made a day late: somebody has to look at them."""
    for no, name in enumerate(("沈一鸣", "吕文静")):
        reception.do(
            RegisterVisit(
                manner=Manner.VISIT, name=name, phone=f"1360000990{no}", project=ProjectId(1),
                grade=Grade.B, visited_on=today - timedelta(days=1), late=True,
                remarks="昨晚闭店前到访，次日补登",
            )
        )  # fmt: skip


_GUESTS = ("许亦凡", "曹嘉文", "邓书宁", "薛子墨", "范晓冬")


def _comes(reception: Seat, no: int) -> CustomerId:
    answer = reception.do(
        RegisterVisit(
            manner=Manner.VISIT, name=_GUESTS[no], phone=f"1360000880{no}", project=ProjectId(1),
            grade=Grade.A, remarks="看中二栋高层，问车位",
        )
    )  # fmt: skip
    return CustomerId(int(str(answer["customer"])))


def _park(who: Signers, cashier: Seat, customers: Sequence[CustomerId], forward: Forward) -> None:
    """A floor of parking lots: one goes with a home that is agreed on, one is held alone."""
    manager = who.manager
    lots = tuple(
        PriceRow(
            building=GARAGE, core="", floor=-1, number=f"{number:03}", use="车位",
            gross_area=Decimal("13.25"), total_fen=_LOT_FEN,
        )
        for number in range(1, 25)
    )  # fmt: skip
    manager.do(ImportUnits(rows=lots, project=ProjectId(1), file="车位一览"))
    forward(1)
    manager.do(
        RecordPermit(
            number="云房预许字（2026）第 026 号",
            authority="云栖区住房和城乡建设局",
            issued_on=manager.ask(_today) - timedelta(days=3),
            project=ProjectId(1),
            buildings=(GARAGE,),
        )
    )
    garage = [UnitId(unit.id) for unit in manager.ask(board) if unit.building == GARAGE]
    manager.do(BlockUnits(units=tuple(garage[-2:]), reason="人防车位，不出售"))
    manager.do(ReleaseUnits(units=tuple(garage[:-2]), name="车位首批"))
    home, other = _top(manager)[:2]
    manager.do(BindLot(lot=garage[0], home=home))
    manager.do(BindLot(lot=garage[1], home=other))
    forward(1)
    who.consultant.do(HoldUnit(unit=home, customer=customers[0]))
    cashier.do(TakeDeposit(unit=home, amount=Fen(10_000_000), tender=TenderKind.TRANSFER))
    manager.do(ApprovePrice(unit=home))
    forward(1)
    who.consultant.do(Subscribe(unit=home, mode="商业按揭"))
    who.consultant.do(HoldUnit(unit=garage[5], customer=customers[1]))
    cashier.do(TakeDeposit(unit=garage[5], amount=Fen(2_000_000), tender=TenderKind.TRANSFER))


def _wait(who: Signers, customers: Sequence[CustomerId], today: date, forward: Forward) -> None:
    """Two wait behind a unit; it is let go, and the first of them is called."""
    unit = _top(who.manager)[-1]
    holder, *behind = customers
    who.consultant.do(HoldUnit(unit=unit, customer=holder))
    for customer in behind:
        forward(1)
        who.consultant.do(
            StandInLine(unit=unit, customer=customer, until=today + timedelta(days=7))
        )
    forward(1)
    who.consultant.do(LetGo(unit=unit, reason="客户改选高区"))


def _today(reading: Reading) -> date:
    return reading.today


def _top(manager: Seat) -> list[UnitId]:
    """Give the free homes of the last building on offer, the highest last."""
    free = [
        unit
        for unit in manager.ask(board)
        if unit.state is UnitState.AVAILABLE and unit.building == "2栋"
    ]
    return [UnitId(unit.id) for unit in sorted(free, key=lambda unit: (unit.floor, unit.id))][-3:]
