"""An office in which everything has happened once: a row in every table that guards anything."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from salesdesk.kernel.keys import (
    AttachmentId,
    BuildingId,
    DueLineId,
    Fen,
    PermitId,
    PersonId,
    PriceVersionId,
    ProjectId,
    ReceiptId,
    RefundId,
    RequestId,
    VisitId,
)
from salesdesk.office.approvals.commands import SignRequest, WithdrawRequest
from salesdesk.office.approvals.flow_commands import SetStandIn
from salesdesk.office.campaign.commands import PlanCampaign
from salesdesk.office.customers.checking import CommentEntry
from salesdesk.office.customers.commands import EditCustomer
from salesdesk.office.inventory.commands import HoldBack, ImportUnits, ReleaseUnits
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.lots import BindLot
from salesdesk.office.inventory.permitting import CorrectPermit
from salesdesk.office.inventory.price_commands import (
    DraftPrices,
    EffectPrices,
    WithdrawPriceDraft,
)
from salesdesk.office.inventory.price_limits import SetFiledPrices, SetFloorPrices
from salesdesk.office.inventory.price_requesting import RequestPrices
from salesdesk.office.inventory.remaking import MergeUnits
from salesdesk.office.inventory.rules import LawLevel, UnitState
from salesdesk.office.ledger.booking import IssueBook, RegisterBook, ReturnBook, SpoilForm
from salesdesk.office.ledger.closing import CloseDayFor, PieceCount
from salesdesk.office.ledger.commands import CountCash, PrintReceipt
from salesdesk.office.ledger.contra_writing import PrintContra
from salesdesk.office.ledger.months import CloseMonth
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Account, Fault, TenderKind
from salesdesk.office.ledger.vouchers import ExportVouchers, SetAccountCode
from salesdesk.office.mortgage.commands import CompleteLoanDocuments, OpenLoanCase
from salesdesk.office.mortgage.documents import RecordLoanDocument, SetLoanDocuments
from salesdesk.office.mortgage.rules import BuyerKind, LoanProduct
from salesdesk.office.sales.agents import AgentEntry, AgentRole
from salesdesk.office.sales.applying import ApplyPrepaid
from salesdesk.office.sales.attaching import AttachScan, StrikeAttachment
from salesdesk.office.sales.buyers import BuyerEntry
from salesdesk.office.sales.changing import RequestExtension
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.contra import ApproveContra, ContraReceipt
from salesdesk.office.sales.defaulting import LiftDefault, NoticeDefault
from salesdesk.office.sales.discount_commands import LimitDiscount, OfferDiscount
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.exchanging import RequestExchange
from salesdesk.office.sales.granting import RequestDiscount
from salesdesk.office.sales.late_fee_commands import FixLateFee
from salesdesk.office.sales.line import StandInLine
from salesdesk.office.sales.measuring import RecordMeasuredArea
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.opening import OpeningRow
from salesdesk.office.sales.opening_entry import ImportOpening
from salesdesk.office.sales.posting import PostPerson
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.progress import RecordProgress
from salesdesk.office.sales.receipt_exchanging import ExchangeReceipts
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.refunding import RequestRefund
from salesdesk.office.sales.reminding import RecordPromise, WriteDemands
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.signing import DeliverUnit, FileContract, SignContract
from salesdesk.office.sales.supervised_queries import not_in_account
from salesdesk.office.sales.supervised_sheets import StatementEntry, StatementHeading
from salesdesk.office.sales.supervising import (
    ImportStatement,
    MatchStatement,
    RegisterAccount,
    UnmatchStatement,
)
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription, PayRefund
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.sales.waiving import RequestLateFeeWaiver
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.rules import Role
from tests.attached_made import paper
from tests.furnished import Clock, lot_rows, make, not_begun, permit, put_law, rows, seated

SISTER = AgentEntry(
    acts_as=AgentRole.PROXY, name="王芳", id_number="110105198001011000", document="公证书 118"
)


def live(path: Path) -> None:
    """Make an office at *path* and let it live through a deal, a void, a refund and a count."""
    make(path)
    clock = Clock()
    desks = seated(path, clock)
    customer = desks.customer()
    desks.reception.do(EditCustomer(customer=customer, note="要高楼层"))
    day = clock.now.date()
    wish = {"customer": customer, "until": day, "reason": "等配偶"}
    asked = desks.consultant.do(RequestReservation(unit=desks.unit("1-1-0301"), **wish))
    back = desks.consultant.do(RequestReservation(unit=desks.unit("1-1-0302"), **wish))
    desks.consultant.do(WithdrawRequest(request=back["request"]))
    for seat in (desks.head, desks.deputy, desks.general):
        seat.do(SignRequest(request=asked["request"]))
    desks.head.do(SetStandIn(from_on=day, to_on=day))
    desks.head.do(CommentEntry(visit=VisitId(1), comment="先讲价值"))
    back = (desks.unit("1-1-0302"),)
    desks.manager.do(HoldBack(units=back, reason="样板间", review_on=day + timedelta(days=7)))
    first, second = desks.unit("1-1-0101"), desks.unit("1-1-0102")
    for unit in (first, second):
        desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    desks.cashier.do(TakeDeposit(unit=first, amount=1_000_000))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="写错"))
    kind = DiscountKind.PERCENTAGE
    desks.manager.do(OfferDiscount(name="98折", kind=kind, percent=Decimal(98)))
    whole = (TermLine(money=MoneyKind.INSTALMENT, rest=True, instalments=2),)
    desks.manager.do(SetModeTerms(mode="分期付款", lines=whole, note="首付减半"))
    parts = (
        TermLine(money=MoneyKind.DOWN_PAYMENT, percent=Decimal(20), event=DueEvent.SUBSCRIPTION),
        TermLine(money=MoneyKind.FUND_LOAN, rest=True, event=DueEvent.FILING, days=60),
    )
    desks.manager.do(SetModeTerms(mode="公积金", lines=parts))
    for where in ((ProjectId(1),), ()):  # to one project, and back to all
        desks.admin.do(PostPerson(person=PersonId(desks.deputy.person.id), projects=where))
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(10)))
    put_law(desks, Law.PUBLISH_ALL, LawLevel.OFF, reason="市里通知")
    wish = RequestDiscount(unit=second, total=195_000_000, reason="关系客户")
    special = desks.consultant.do(wish)
    desks.consultant.do(WithdrawRequest(request=RequestId(special)))
    for unit in (first, second):
        clock.forward(minutes=1)
        desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
        desks.manager.do(ApprovePrice(unit=unit, discounts=("98折",)))
        buyer = BuyerEntry(
            name="王小明", phone="13812345678", agent=None if unit == first else SISTER
        )
        desks.consultant.do(Subscribe(unit=unit, mode="公积金", buyers=(buyer,)))
    later = day + timedelta(days=9)
    late = desks.consultant.do(RequestExtension(unit=first, to=later, reason="款项未到"))
    desks.manager.do(SignRequest(request=RequestId(late)))
    wife = desks.customer("李芳", "13912345678")
    desks.manager.do(StandInLine(unit=first, customer=wife, until=later))
    desks.consultant.do(IdentifyBuyer(unit=second, id_number="11010519491231002X"))
    desks.consultant.do(SignContract(unit=second, number="HT-1", online_number="WQ-1"))
    measured = Decimal("101.50")
    desks.manager.do(RecordMeasuredArea(unit=second, area=measured, source="测绘院"))
    desks.manager.do(RecordProgress(building=BuildingId(1), stage="封顶"))
    desks.manager.do(FileContract(unit=second, number="BA-1"))
    kind = {"product": LoanProduct.PROVIDENT_FUND, "buyer": BuyerKind.EMPLOYED}
    desks.manager.do(SetLoanDocuments(items=("公积金缴存证明",), **kind))
    lent = Fen(1_000_000)
    fund = OpenLoanCase(unit=second, product=kind["product"], fund_amount=lent)
    desks.consultant.do(fund)
    desks.consultant.do(RecordLoanDocument(unit=second, item="公积金缴存证明"))
    desks.consultant.do(CompleteLoanDocuments(unit=second))
    taken = desks.cashier.do(TakePayment(unit=second, amount=1_000_000, tender=TenderKind.CARD))
    wrong = ReceiptId(taken["receipt_id"])
    desks.manager.do(ApproveContra(receipt=wrong, reason="记错房号"))
    answer = desks.cashier.do(ContraReceipt(receipt=wrong))
    desks.cashier.do(PrintContra(contra=answer["contra"]))
    anew = desks.cashier.do(TakePayment(unit=second, amount=1_000_000, tender=TenderKind.CARD))
    paid = {"receipts": (ReceiptId(anew["receipt_id"]),), "amount": 1_000_000}
    desks.cashier.do(ExchangeReceipts(invoice="FP-1", originals_back=True, **paid))
    ahead = TakePayment(unit=second, amount=Fen(200), lines=(), ahead=True)
    desks.cashier.do(ahead)
    desks.cashier.do(ApplyPrepaid(unit=second, amount=Fen(100)))
    sold = {
        "customer": "李芳",
        "phone": "13912345678",
        "state": UnitState.FILED,
        "on": day,
        "price_fen": 200_000_000,
    }
    other = rows(building="2栋", floors=1, per_floor=3)
    desks.admin.do(ImportUnits(rows=other, project=ProjectId(1), file="2"))
    not_begun(desks)
    before = (OpeningRow(code="1-1-0101", **sold),)
    desks.admin.do(ImportOpening(rows=before, project=desks.project))
    desks.manager.do(DeliverUnit(unit=desks.unit("1-1-0101"), taken_by="老业主"))
    desks.project = None
    desks.cashier.do(PrintReceipt(receipt=ReceiptId(2)))
    desks.manager.do(RegisterAccount(bank="工商银行", number="6222", project=ProjectId(1)))
    money = desks.cashier.ask(not_in_account, "6222")[0]
    told = StatementEntry(reference="R-1", on=day, amount=Fen(money.amount_fen), payer="王小明")
    heads = (StatementHeading(field="reference", heading="流水号"),)
    desks.cashier.do(ImportStatement(account="6222", lines=(told,), headings=heads))
    desks.cashier.do(MatchStatement(line=1, moneys=(money.id,)))
    desks.manager.do(UnmatchStatement(line=1, reason="点错行"))
    desks.manager.do(RegisterBook(book="甲", first="001", last="050"))
    desks.manager.do(IssueBook(book="甲", person=PersonId(desks.cashier.person.id)))
    desks.cashier.do(SpoilForm(reason="卡纸"))
    desks.manager.do(ReturnBook(book="甲", unused=49))
    for name in ("a.pdf", "b.pdf"):
        desks.consultant.do(AttachScan(content=paper(), name=name, agreement="RG0000001"))
    desks.manager.do(StrikeAttachment(attachment=AttachmentId(1), reason="缺页"))
    gone = desks.manager.do(CancelSubscription(
        unit=second, fault=Fault.NONE, reason="贷款未批", filing_cancelled_on=day,
    ))  # fmt: skip
    owed = RefundId(gone["refund"])
    back = (ReceiptId(3), ReceiptId(6))
    ask = RequestRefund(refund=owed, reason="退房", bank_account="招行 01", returned=back)
    refund = RequestId(desks.cashier.do(ask))
    for seat in (desks.manager, desks.deputy):
        seat.do(SignRequest(request=refund))
    desks.cashier.do(PayRefund(refund=owed))
    desks.cashier.do(CountCash(counted=6_000_000))
    away = PersonId(desks.reception.person.id)  # nobody's money: the cashier's day stays open
    note = (PieceCount(piece=Fen(10_000), pieces=1),)
    desks.manager.do(CloseDayFor(cashier=away, note="代收一日", pieces=note))
    desks.admin.do(ImportUnits(rows=lot_rows(1), project=ProjectId(1), file="l"))
    plain = [replace(row, unit_price_fen=None) for row in rows(building="9栋", floors=1)]
    desks.admin.do(ImportUnits(rows=tuple(plain), project=ProjectId(1), file="9"))
    wider = tuple(replace(row, gross_area=Decimal("101.00")) for row in plain)
    desks.admin.do(ImportUnits(rows=wider, project=ProjectId(1), file="9"))
    pair = (desks.unit("9-1-0101"), desks.unit("9-1-0102"))
    desks.manager.do(MergeUnits(units=pair, number="01A"))
    home, lot = desks.unit("2-1-0102"), desks.unit("车库-0-B1.001")
    desks.manager.do(BindLot(lot=lot, home=home))
    desks.manager.do(SetFiledPrices(reference="备案 1 号"))
    desks.manager.do(SetFloorPrices(reason="底价", percent=Decimal(-8)))
    for number in (1, 2):
        desks.manager.do(DraftPrices(name=f"{number}", reason="x", percent=Decimal(-1)))
    asked = desks.manager.do(RequestPrices(version=PriceVersionId(2), reason="市场"))
    desks.manager.do(WithdrawRequest(request=RequestId(asked)))
    desks.manager.do(EffectPrices(version=PriceVersionId(1)))
    desks.manager.do(WithdrawPriceDraft(version=PriceVersionId(2), reason="x"))
    day_later = {"payment": "首付款", "amount": 1_000_000, "due_on": day}
    clock.forward(days=1)
    code = SetAccountCode(account=Account.CASH, code="1001.01", name="库存现金-案场")
    desks.admin.do(code)
    desks.admin.do(ExportVouchers())
    desks.manager.do(NoticeDefault(unit=first, why="多次电话未到", **day_later))
    desks.cashier.do(WriteDemands(units=(first,)))
    desks.admin.do(ChangeSetting(name="late_fee_tenths", value="1"))
    fixed = desks.cashier.do(FixLateFee(unit=first))
    fee = DueLineId(fixed["fixed"][0]["line"])
    ask = RequestLateFeeWaiver(line=fee, reason="刷卡机故障")
    desks.manager.do(SignRequest(request=RequestId(desks.cashier.do(ask))))
    desks.consultant.do(RecordPromise(unit=first, on=clock.now.date(), note="等放款"))
    desks.manager.do(LiftDefault(unit=first, reason="客户到场"))
    desks.manager.do(PlanCampaign(project=ProjectId(1), start_on=clock.now.date()))
    made = PermitId(desks.manager.do(permit(number="P-3", buildings=("2栋",))))
    desks.manager.do(CorrectPermit(permit=made, number="P-2", reason="写错"))
    third = desks.unit("2-1-0103")
    desks.manager.do(ReleaseUnits(units=(third,)))
    swap = desks.consultant.do(RequestExchange(unit=first, to=third, reason="楼层不合适"))
    for seat in (desks.manager, desks.head):
        seat.do(SignRequest(request=RequestId(swap)))
    # A month before all of it, without money: nothing of it is open.
    desks.admin.do(CloseMonth(month="2026-10"))
    desks.office.seal()
    desks.office.close()
