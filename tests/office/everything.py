"""Each command and each query of the catalogue once, in an office that accepts every one of them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from inspect import signature

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import (
    AttachmentId,
    BuildingId,
    CustomerId,
    DueLineId,
    Fen,
    FollowUpId,
    JobId,
    PermitId,
    PersonId,
    PhaseId,
    PriceVersionId,
    ProjectId,
    ReceiptId,
    RefundId,
    RequestId,
    Secret,
    UnitId,
    VisitId,
)
from salesdesk.office import questions
from salesdesk.office.approvals import commands as approvals
from salesdesk.office.approvals import flow_commands
from salesdesk.office.approvals.rules import SHIPPED, RequestKind
from salesdesk.office.campaign import commands as campaign
from salesdesk.office.campaign.rules import JobKind
from salesdesk.office.customers import checking, register
from salesdesk.office.customers import commands as customers
from salesdesk.office.customers.check_rules import Verdict
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory import commands as inventory
from salesdesk.office.inventory import (
    generating,
    law_commands,
    law_requesting,
    lots,
    permitting,
    price_commands,
    price_limits,
    price_requesting,
    remaking,
    reviews,
)
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.patterns import PatternUnit
from salesdesk.office.inventory.pricing_rules import PriceScheme
from salesdesk.office.inventory.rules import LawLevel, UnitState
from salesdesk.office.ledger import booking, closing, contra_writing, months, stationery, vouchers
from salesdesk.office.ledger import commands as ledger
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Account, Fault
from salesdesk.office.mortgage import commands as loans
from salesdesk.office.mortgage import documents as loan_documents
from salesdesk.office.mortgage import paying
from salesdesk.office.mortgage.rules import BuyerKind, LoanProduct
from salesdesk.office.sales import (
    applying,
    attaching,
    buyers,
    changing,
    contra,
    defaulting,
    discount_commands,
    ending,
    exchanging,
    forfeiting,
    granting,
    late_fee_commands,
    line,
    measuring,
    mode_commands,
    opening,
    opening_entry,
    posting,
    price_check,
    progress,
    receipt_exchanging,
    receiving,
    refunding,
    reminding,
    repricing,
    reserving,
    signing,
    supervising,
    till,
    undoing,
    voiding,
    waiving,
)
from salesdesk.office.sales import commands as sales
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.supervised_sheets import StatementEntry, StatementHeading
from salesdesk.office.staff import commands as staff
from salesdesk.office.staff.rules import Role
from tests.attached_made import paper, picture
from tests.furnished import PASSWORD, START, lot_rows, permit, rows

P, C, GOOD = ProjectId(1), CustomerId(1), Secret("Quiet-Harbour-7")


def commands(today):
    """Give who does what, in an order in which nothing is refused."""
    u, later = [UnitId(n) for n in range(8)], today + timedelta(days=12)
    visit = {"manner": Manner.VISIT, "project": P}
    plain = tuple(replace(row, unit_price_fen=None) for row in rows("5栋", floors=1))
    halves = tuple(
        remaking.UnitPart(number=number, gross_area=Decimal(100)) for number in ("101", "102")
    )
    call = {"kind": JobKind.JOB, "plan_from": today, "plan_to": later}
    return (
        ("reception", register.RegisterVisit(name="王小明", phone="13812345678", media=("网络",), **visit)),
        ("reception", register.RegisterVisit(name="李芳", phone="13812345679", **visit)),
        ("reception", register.CorrectVisit(visit=VisitId(1), remarks="补充")),
        ("reception", customers.EditCustomer(customer=C, phones=("13812345670", "13812345678"))),
        ("consultant", register.RecordFollowUp(follow_up=FollowUpId(1), result="约周末", next_on=later)),
        ("head", checking.CommentEntry(visit=VisitId(1), comment="再问首付")),
        ("manager", register.AdviseFollowUp(follow_up=FollowUpId(2), advice="先讲价值")),
        ("manager", customers.HandOver(customer=C, consultant=PersonId(3))),
        ("manager", customers.MergeCustomers(customer=C, other=CustomerId(2))),
        ("manager", customers.RevealCustomer(customer=C, reason="合同")),
        ("admin", inventory.CreateProject(name="二期")),
        ("admin", inventory.EditProject(project=P, phone="021-1")),
        ("manager", law_commands.SetLaw(project=P, law=Law.PUBLISH_ALL, level=LawLevel.BLOCK, reason="x")),
        ("manager", law_commands.AdoptLawPack(project=ProjectId(2), pack="cn-shenzhen", reason="深圳项目")),
        ("admin", inventory.ImportUnits(rows=rows("2栋"), project=P, file="t")),
        ("admin", generating.GenerateUnits(
            building="3栋", first_floor=1, last_floor=2, project=P,
            pattern=(PatternUnit(number="01", layout="A", gross_area=Decimal(90), unit_price_fen=2_000_000),),
        )),
        ("manager", permit(number="T-003", project=P, buildings=("3栋",))),
        ("manager", permitting.CorrectPermit(permit=PermitId(2), number="T-002", reason="x")),
        ("manager", permitting.WithdrawPermit(permit=PermitId(2), reason="x")),
        ("admin", generating.CopyBuilding(building="3栋", copy="4栋", project=P)),
        ("admin", inventory.ImportUnits(rows=lot_rows(1), project=P, file="l")),
        ("manager", lots.BindLot(lot=UnitId(17), home=u[5])),
        ("manager", lots.UnbindLot(lot=UnitId(17))),
        ("manager", law_commands.SetLaw(
            project=P, law=Law.RESERVATION, level=LawLevel.WARN, reason="x",
        )),
        ("manager", discount_commands.OfferDiscount(
            name="开盘", kind=DiscountKind.PERCENTAGE, percent=Decimal(99),
        )),
        ("admin", discount_commands.LimitDiscount(role=Role.MANAGER, percent=Decimal(3))),
        ("admin", mode_commands.AddPaymentMode(
            name="首付分期", english="First payment in parts", kind=mode_commands.ModeType.INSTALMENT,
        )),
        ("manager", mode_commands.SetModeTerms(
            mode="首付分期", project=P, lines=(mode_commands.TermLine(money=MoneyKind.INSTALMENT, rest=True, instalments=3),),
        )),
        ("manager", discount_commands.EndDiscount(name="开盘", reason="x")),
        ("manager", inventory.WithdrawUnits(units=(u[1],))),
        ("manager", inventory.ReleaseUnits(units=(u[1],))),
        ("manager", inventory.HoldBack(units=(u[6],), reason="x")),
        ("manager", reviews.ReviewHoldBack(units=(u[6],), review_on=later, reason="x")),
        ("manager", inventory.BlockUnits(units=(u[6],), reason="x", review_on=later)),
        ("manager", inventory.UnblockUnits(units=(u[6],), reason="x")),
        ("manager", price_limits.SetFiledPrices(reference="备案", project=P)),
        ("general", price_limits.RefilePrices(reference="备案", project=P)),
        ("manager", price_limits.SetFloorPrices(reason="底价", project=P, percent=Decimal(-8))),
        ("general", price_limits.LowerFloorPrices(reason="底价", project=P, percent=Decimal(-9))),
        ("manager", price_commands.DraftPrices(name="一", reason="x", project=P, percent=Decimal(-1))),
        ("manager", price_commands.DraftPrices(name="二", reason="x", project=P, percent=Decimal(-2))),
        ("manager", price_commands.WithdrawPriceDraft(version=PriceVersionId(2), reason="x")),
        ("manager", price_commands.EffectPrices(version=PriceVersionId(1))),
        ("consultant", sales.HoldUnit(unit=u[2], customer=C)),
        ("reception", register.RegisterVisit(manner=Manner.VISIT, name="李芳", phone="13912345678", project=P)),
        ("manager", line.StandInLine(unit=u[2], customer=CustomerId(3), until=later)),
        ("manager", line.LeaveLine(unit=u[2], customer=CustomerId(3))),
        ("consultant", sales.LetGo(unit=u[2])),
        ("consultant", sales.HoldUnit(unit=u[1], customer=C)),
        ("consultant", sales.ExtendHold(unit=u[1], minutes=60)),
        ("cashier", till.TakeDeposit(unit=u[1], amount=1_000_000)),
        ("cashier", voiding.VoidReceipt(receipt=ReceiptId(1), reason="写错")),
        ("cashier", till.TakeDeposit(unit=u[1], amount=2_000_000)),
        ("cashier", ledger.PrintReceipt(receipt=ReceiptId(2))),
        ("cashier", ledger.PrintUnprinted()),
        ("admin", stationery.SetStationery(in_use=True)),
        ("manager", contra.ApproveContra(receipt=ReceiptId(2), reason="x")),
        ("cashier", contra.ContraReceipt(receipt=ReceiptId(2))),
        ("cashier", contra_writing.PrintContra(contra="HC0000001")),
        ("manager", booking.RegisterBook(book="甲", first="1", last="9")),
        ("manager", booking.IssueBook(book="甲", person=PersonId(4))),
        ("cashier", booking.SpoilForm(reason="x")),
        ("manager", booking.ReturnBook(book="甲", unused=8)),
        ("cashier", till.TakeDeposit(unit=u[1], amount=2_000_000)),
        ("manager", supervising.RegisterAccount(bank="x", number="6222", project=P)),
        ("cashier", supervising.ImportStatement(account="6222", lines=(
            StatementEntry(reference="R1", on=today, amount=2_000_000),
        ), headings=(StatementHeading(field="on", heading="日期"),))),
        ("cashier", supervising.MatchStatement(line=1, moneys=(3,))),
        ("manager", supervising.UnmatchStatement(line=1, reason="x")),
        ("manager", price_check.ApprovePrice(unit=u[1])),
        ("consultant", sales.Subscribe(unit=u[1], mode="公积金")),
        ("consultant", sales.IdentifyBuyer(unit=u[1], id_number="11010519491231002X")),
        ("consultant", changing.RequestExtension(unit=u[1], to=later, reason="x")),
        ("manager", approvals.SignRequest(request=RequestId(1))),
        ("consultant", changing.RequestMode(unit=u[1], mode="商业按揭", reason="x")),
        ("manager", approvals.SignRequest(request=RequestId(2))),
        ("head", approvals.SignRequest(request=RequestId(2))),
        ("consultant", changing.RequestNames(unit=u[1], buyers=(buyers.BuyerEntry(
            name="李芳", id_number="11010519491231002X",
        ),), reason="x")),
        ("manager", approvals.SignRequest(request=RequestId(3))),
        ("deputy", approvals.SignRequest(request=RequestId(3))),
        ("consultant", repricing.RequestPrice(unit=u[1], total=100_000_000, reason="x")),
        ("manager", approvals.SignRequest(request=RequestId(4))),
        ("head", approvals.SignRequest(request=RequestId(4))),
        ("consultant", ending.RequestCancellation(unit=u[1], fault=Fault.NONE, reason="x")),
        ("manager", approvals.SignRequest(request=RequestId(5))),
        ("consultant", signing.SignContract(unit=u[1], number="HT-1")),
        ("cashier", receiving.TakePayment(unit=u[1], amount=100, lines=(), ahead=True)),
        ("cashier", applying.ApplyPrepaid(unit=u[1])),
        ("cashier", receiving.TakePayment(unit=u[1], amount=100)),
        ("cashier", receipt_exchanging.ExchangeReceipts(
            receipts=(ReceiptId(4),), invoice="FP-1", amount=100, originals_back=True,
        )),
        ("consultant", attaching.AttachScan(content=paper(), name="a.pdf", agreement="RG0000001")),
        *_loans(u[1]),
        ("consultant", attaching.AttachScan(content=paper(), name="a.pdf", change="BG0000001")),
        ("consultant", attaching.AttachScan(content=paper(), name="a.pdf", contract="HT-1")),
        ("manager", attaching.AttachScan(content=paper(), name="a.pdf", request=RequestId(1))),
        ("admin", attaching.AttachFloorPlan(content=picture(), name="a.png", project=P, layout="A")),
        ("manager", attaching.AttachFloorPlan(content=picture(), name="a.png", unit=u[1])),
        ("manager", attaching.StrikeAttachment(attachment=AttachmentId(1), reason="x")),
        ("consultant", signing.RecordOnlineSigning(unit=u[1], number="WQ-1")),
        ("manager", measuring.RecordMeasuredArea(unit=u[1], area=Decimal("101.5"), source="x")),
        ("manager", progress.RecordProgress(building=BuildingId(1), stage="封顶")),
        ("consultant", measuring.RequestAreaSettlement(unit=u[1], reason="x")),
        ("manager", approvals.SignRequest(request=RequestId(6))),
        ("deputy", approvals.SignRequest(request=RequestId(6))),
        ("manager", signing.FileContract(unit=u[1], number="BA-1")),
        ("manager", undoing.CancelSubscription(
            unit=u[1], fault=Fault.NONE, reason="贷款未批", filing_cancelled_on=today,
        )),
        ("cashier", refunding.RequestRefund(
            refund=RefundId(1), reason="x", bank_account="x", returned=(ReceiptId(3),),
            lost=(ReceiptId(5),), declaration="x",
        )),
        ("manager", approvals.SignRequest(request=RequestId(7))),
        ("deputy", approvals.SignRequest(request=RequestId(7))),
        ("cashier", undoing.PayRefund(refund=RefundId(1))),
        ("manager", undoing.AcceptBack(unit=u[1])),
        ("cashier", ledger.CountCash(counted=0)),
        ("cashier", closing.CloseDay(note="x")),
        ("admin", months.CloseMonth(month="2020-01")),
        ("manager", closing.CloseDayFor(cashier=PersonId(2), note="x", banked=Fen(1))),
        ("admin", inventory.ImportUnits(rows=rows("9栋"), project=ProjectId(2), file="t9")),
        ("admin", opening_entry.ImportOpening(project=ProjectId(2), rows=(opening.OpeningRow(
            code="9-1-0301", customer="老客户", state=UnitState.SUBSCRIBED, on=today, price_fen=200_000_000,
        ),))),
        ("admin", opening_entry.ImportOpening(project=ProjectId(2), rows=(opening.OpeningRow(
            code="9-1-0302", customer="老业主", state=UnitState.FILED, on=today, price_fen=200_000_000,
        ),))),
        ("manager", signing.DeliverUnit(unit=UnitId(23), taken_by="老业主")),
        ("manager", campaign.PlanCampaign(project=P, start_on=today)),
        ("manager", campaign.ShiftCampaign(project=P, days=1)),
        ("manager", campaign.MovePhase(phase=PhaseId(1), plan_from=today, plan_to=later)),
        ("manager", campaign.EditPhase(phase=PhaseId(1), title="一", plan_from=today, plan_to=later)),
        ("manager", campaign.AddJob(phase=PhaseId(1), title="二", **call)),
        ("manager", campaign.EditJob(job=JobId(1), title="三", **call)),
        ("manager", campaign.MoveJob(job=JobId(1), plan_from=today, plan_to=later)),
        ("manager", campaign.StartJob(job=JobId(1))),
        ("manager", campaign.MarkJob(job=JobId(1))),
        ("manager", campaign.RemoveJob(job=JobId(2), reason="x")),
        ("manager", campaign.RestoreJob(job=JobId(2))),
        ("admin", flow_commands.EditFlow(
            kind=RequestKind.RESERVATION, steps=SHIPPED[RequestKind.RESERVATION].steps,
            others_ask=True,
        )),
        ("head", flow_commands.SetStandIn(from_on=today, to_on=later, stand_in=PersonId(5))),
        ("consultant", reserving.RequestReservation(unit=u[3], customer=C, until=later, reason="x")),
        ("consultant", approvals.WithdrawRequest(request=RequestId(8))),
        ("consultant", approvals.RestartRequest(request=RequestId(8))),
        ("manager", approvals.SignRequest(request=RequestId(9), standing_in_for=PersonId(6))),
        ("deputy", approvals.SignRequest(request=RequestId(9))),
        ("general", approvals.SignRequest(request=RequestId(9))),
        ("consultant", reserving.GiveUpReservation(unit=u[3], reason="x")),
        ("consultant", sales.HoldUnit(unit=u[2], customer=C)),
        ("consultant", granting.RequestDiscount(unit=u[2], total=190_000_000, reason="x")),
        ("manager", approvals.SignRequest(request=RequestId(10))),
        ("head", approvals.SignRequest(request=RequestId(10))),
        ("general", approvals.SignRequest(request=RequestId(10))),
        ("consultant", sales.LetGo(unit=u[2])),
        ("manager", price_commands.DraftPrices(name="三", reason="x", project=P, percent=Decimal(-1))),
        ("manager", price_requesting.RequestPrices(version=PriceVersionId(3), reason="x")),
        ("head", approvals.SignRequest(request=RequestId(11))),
        ("deputy", approvals.SignRequest(request=RequestId(11))),
        ("general", approvals.SignRequest(request=RequestId(11))),
        ("consultant", sales.HoldUnit(unit=u[4], customer=C)),
        ("cashier", till.TakeDeposit(unit=u[4], amount=2_000_000)),
        ("manager", price_check.ApprovePrice(unit=u[4])),
        ("consultant", sales.Subscribe(unit=u[4], mode="公积金")),
        ("manager", inventory.ReleaseUnits(units=(u[3],))),
        ("consultant", exchanging.RequestExchange(unit=u[4], to=u[3], reason="x")),
        ("manager", approvals.SignRequest(request=RequestId(12))),
        ("head", approvals.SignRequest(request=RequestId(12))),
        ("manager", law_requesting.RequestLaws(project=P, law=Law.PUBLISH_ALL, level=LawLevel.OFF, reason="x")),
        ("head", approvals.SignRequest(request=RequestId(13))),
        ("general", approvals.SignRequest(request=RequestId(13))),
        ("admin", inventory.ImportUnits(rows=plain, project=P, file="5")),
        ("manager", remaking.MergeUnits(units=(UnitId(24), UnitId(25)), number="01A")),
        ("manager", remaking.SplitUnit(unit=UnitId(26), parts=halves)),
        ("admin", staff.AddPerson(login="neu", name="x", role=Role.CASHIER)),
        ("admin", customers.ChangeRole(person=PersonId(9), role=Role.CONSULTANT)),
        ("admin", staff.ResetPassword(person=PersonId(9))),
        ("admin", posting.PostPerson(person=PersonId(9), projects=(P,))),
        ("admin", staff.GrantRight(role=Role.MANAGER, name="CountCash")),
        ("admin", staff.RevokeRight(role=Role.MANAGER, name="CountCash")),
        ("admin", staff.ChangeSetting(name="hold_minutes", value="40")),
        ("manager", customers.PersonLeaves(person=PersonId(9))),
        ("admin", staff.ChangeOwnPassword(old=Secret(PASSWORD), new=GOOD)),
    )  # fmt: skip


def _loans(unit):
    """A bank's loan that is withdrawn, one that is refused, one that is paid out and taken back."""
    small = {"unit": unit, "bank": "建设银行", "amount": Fen(100)}
    opened = ("consultant", loans.OpenLoanCase(**small))
    sent = (
        ("consultant", loans.CompleteLoanDocuments(unit=unit)),
        ("consultant", loans.CheckLoan(unit=unit)),
        ("cashier", loans.SendLoan(unit=unit)),
    )
    return (
        ("manager", loan_documents.SetLoanDocuments(
            product=LoanProduct.MORTGAGE, buyer=BuyerKind.EMPLOYED, items=("身份证",), bank="建设银行",
        )),
        opened,
        ("consultant", loans.WithdrawLoan(unit=unit, reason="x")),
        opened,
        ("consultant", loan_documents.RecordLoanDocument(unit=unit, item="身份证")),
        *sent,
        ("cashier", loans.RefuseLoan(unit=unit, reason="x")),
        opened,
        ("consultant", loan_documents.RecordLoanDocument(unit=unit, item="身份证")),
        *sent,
        ("cashier", loans.AskLoanSupplement(unit=unit, reason="x")),
        ("consultant", loans.AnswerLoanSupplement(unit=unit)),
        ("cashier", loans.ApproveLoan(unit=unit)),
        ("consultant", loans.FaceSignLoan(unit=unit)),
        ("cashier", loans.PreRegisterLoan(unit=unit, number="x")),
        ("cashier", paying.PayOutLoan(unit=unit)),
        ("cashier", voiding.VoidReceipt(receipt=ReceiptId(6), reason="x")),
        ("cashier", paying.TakeBackPayOut(unit=unit, reason="x")),
    )  # fmt: skip


NAMED = {
    "scheme": PriceScheme(base=Decimal(20_000)),
    "target": 1_260_000_000,
    "account": "6222",
    "run": 1,
    "request": 2,
    "version": 1,
    "project": 1,
    "customer": 1,
    "unit": 2,
    "home": 1,
    "to": 3,
    "mode": "公积金",
    "price": 100_000_000,
    "deal": 1,
    "phone": "13812345678",
    "text": "王",
    "moment": START,
    "attachment": 1,
    "plan": 5,
    "building": 1,
    "stage": "封顶",
    "receipt": 1,
    "refund": 1,
    "number": "SJ0000001",
    "book": "甲",
}


def do_everything(desks):
    """Carry out every command, ask every query, sweep and seal; give the names carried out."""
    desks.clock.forward(hours=1)
    done = set()
    for login, command in commands(day_of(desks.clock.now)):
        desks.clock.forward(seconds=1)
        getattr(desks, login).do(command)
        done.add(type(command).__name__)
    desks.clock.forward(days=1)
    for command in (
        vouchers.SetAccountCode(account=Account.CASH, code="1001.01", name="x"),
        vouchers.ExportVouchers(),
    ):
        desks.admin.do(command)
        done.add(type(command).__name__)
    desks.consultant.do(sales.HoldUnit(unit=UnitId(2), customer=C))
    for name, query in questions.QUERIES.items():
        taken = list(signature(query).parameters)[1:]
        facts = {key: NAMED[key] for key in taken if key in NAMED}
        only = name in desks.admin.rights - desks.manager.rights
        seat = desks.admin if only else desks.manager
        for given in ({}, facts) if not _needed(query) else (facts,):
            seat.ask(query, **given)
        done.add(name)
    desks.clock.forward(hours=9)
    desks.office.sweep()
    desks.office.seal()
    desks.clock.forward(hours=15)  # a check is drawn from the days before
    desks.head.do(checking.CheckEntry(visit=VisitId(1), verdict=Verdict.GOOD))
    return done | {"CheckEntry"} | _let_a_day_pass(desks, UnitId(2))


def _let_a_day_pass(desks, unit):
    """A buyer who does not come: noticed, lifted, noticed again, and the deposit asked to be forfeited."""
    desks.consultant.do(sales.HoldUnit(unit=unit, customer=C))
    desks.cashier.do(till.TakeDeposit(unit=unit, amount=1_000_000))
    desks.manager.do(price_check.ApprovePrice(unit=unit))
    due = mode_commands.TermLine(
        money=MoneyKind.INSTALMENT, rest=True, event=DueEvent.SUBSCRIPTION
    )
    desks.manager.do(mode_commands.SetModeTerms(mode="分期付款", lines=(due,)))
    desks.consultant.do(sales.Subscribe(unit=unit, mode="分期付款"))
    notice = defaulting.NoticeDefault(unit=unit, why="x")
    desks.clock.forward(days=8)
    desks.manager.do(notice)
    desks.cashier.do(reminding.WriteDemands(units=(unit,)))
    desks.cashier.do(reminding.RecordPromise(unit=unit, on=day_of(desks.clock.now)))
    desks.manager.do(defaulting.LiftDefault(unit=unit, reason="x"))
    desks.manager.do(notice)
    desks.admin.do(staff.ChangeSetting(name="late_fee_tenths", value="1"))
    made = desks.cashier.do(late_fee_commands.FixLateFee(unit=unit))
    line = DueLineId(made["fixed"][0]["line"])
    ask = waiving.RequestLateFeeWaiver(line=line, reason="x", amount=Fen(1))
    desks.manager.do(approvals.SignRequest(request=RequestId(desks.cashier.do(ask))))
    desks.clock.forward(days=8)
    asked = desks.consultant.do(forfeiting.RequestForfeit(unit=unit, reason="x"))
    for seat in (desks.manager, desks.deputy):
        seat.do(approvals.SignRequest(request=RequestId(asked)))
    return {
        *("NoticeDefault", "LiftDefault", "RequestForfeit", "WriteDemands", "RecordPromise"),
        *("FixLateFee", "RequestLateFeeWaiver"),
    }


def _needed(query):
    parameters = list(signature(query).parameters.values())[1:]
    return [p for p in parameters if p.default is p.empty]
