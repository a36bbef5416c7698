"""Parking and storage: bound to a home, they go where its deal goes, each at its own price."""

from contextlib import closing
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlcipher3 import dbapi2 as sqlite

from salesdesk.documents.board import board_pdf
from salesdesk.documents.words import page_heading, row_words
from salesdesk.documents.workbook import board_xlsx
from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import Fen, ProjectId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.customers.commands import EditCustomer
from salesdesk.office.figures.absorption import absorption
from salesdesk.office.figures.audit import audit
from salesdesk.office.figures.strip import project_strip
from salesdesk.office.inventory.claims import NotOnOffer, UnitTaken
from salesdesk.office.inventory.commands import CreateProject, HoldBack, ImportUnits, ReleaseUnits
from salesdesk.office.inventory.lot_rules import UnitKind, kind_of
from salesdesk.office.inventory.lots import (
    BindingFixed,
    BindLot,
    BoundAlready,
    NotAHome,
    NotALot,
    NotBound,
    OtherProject,
    UnbindLot,
    bound_to,
    free_lots,
)
from salesdesk.office.inventory.printed import board_sheet
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.change_frame import NothingChanges
from salesdesk.office.sales.change_queries import deal_versions
from salesdesk.office.sales.commands import ExtendHold, HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.ending import RequestCancellation
from salesdesk.office.sales.line import StandInLine
from salesdesk.office.sales.lot_deals import LotIsBound, LotsForOwners
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import agreement_paper, deal_on, deals
from salesdesk.office.sales.repricing import RequestPrice
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.signing import DeliverUnit, FileContract, SignContract
from salesdesk.office.sales.till import AboveDepositCap, TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.staff.commands import ChangeSetting
from tests.furnished import lot_rows, permit, seated

HOME, OTHER, FIRST, SECOND = "1-1-0101", "1-1-0102", "车库-0-B1.001", "车库-0-B1.002"
ROOM = "车库-0-B1.009"
PRICE, LOT = 200_000_000, 15_000_000


@pytest.fixture
def lots(desks):
    """The office with two parking lots and a storage room on offer."""
    project = ProjectId(1)
    both = (*lot_rows(2), *lot_rows(1, "储藏室", 9))
    desks.admin.do(ImportUnits(rows=both, project=project, file="lots"))
    desks.manager.do(permit(number="P-LOTS", project=project, buildings=("车库",)))
    desks.manager.do(ReleaseUnits(building="车库", project=project, name="车位"))
    return desks


def bind(desks, lot=FIRST, home=HOME):
    desks.manager.do(BindLot(lot=desks.unit(lot), home=desks.unit(home)))


def hold(desks, code=HOME, **who):
    return desks.consultant.do(HoldUnit(unit=desks.unit(code), customer=desks.customer(**who)))


def states(desks, *codes):
    units = desks.units()
    return [units[code].state.value for code in codes]


def both(desks):
    return states(desks, HOME, FIRST)


@pytest.mark.parametrize(
    ("use", "kind"),
    [
        ("住宅", UnitKind.HOME), ("", UnitKind.HOME), ("地下车位", UnitKind.PARKING),
        ("車庫", UnitKind.PARKING), ("Parking space", UnitKind.PARKING), ("储藏室", UnitKind.STORAGE),
        ("Storage", UnitKind.STORAGE), ("商铺", UnitKind.SHOP), ("别墅（带车库）", UnitKind.HOME),
        ("Retail", UnitKind.SHOP),
    ],
)  # fmt: skip
def test_the_use_says_what_a_unit_is(use, kind):
    assert kind_of(use) is kind


@pytest.mark.parametrize("asked", [True, False])
def test_a_bound_lot_goes_with_its_home_from_the_hold_to_the_review_and_back(lots, asked):
    desks = lots
    bind(desks)
    bind(desks, ROOM)
    hold(desks)
    assert both(desks) == ["on hold", "on hold"]
    assert states(desks, SECOND) == ["available"]
    card = desks.units()[FIRST]
    assert (card.customer, card.until) == ("王小明", desks.units()[HOME].until)
    desks.consultant.do(ExtendHold(unit=desks.unit(HOME), minutes=90))
    assert desks.units()[FIRST].until == desks.units()[HOME].until
    desks.cashier.do(TakeDeposit(unit=desks.unit(HOME), amount=5_000_000))
    assert desks.units()[FIRST].until is None
    desks.manager.do(ApprovePrice(unit=desks.unit(HOME), total=PRICE - 1_000_000))
    made = desks.consultant.do(Subscribe(unit=desks.unit(HOME), mode="商业按揭"))
    assert both(desks) == ["subscribed", "subscribed"]
    sheet = desks.manager.ask(agreement_paper, made["agreement"])
    assert [(lot.code, lot.total_fen, lot.kind) for lot in sheet.lots] == [
        (FIRST, LOT, "parking"),
        (ROOM, LOT, "storage"),
    ]
    assert sheet.price_fen == PRICE - 1_000_000
    assert sheet.whole_fen == PRICE - 1_000_000 + 2 * LOT
    home = desks.unit(HOME)
    if asked:
        wish = RequestCancellation(unit=home, fault=Fault.NONE, reason="客户反悔")
        request = RequestId(desks.consultant.do(wish))
        desks.manager.do(SignRequest(request=request))
        desks.deputy.do(SignRequest(request=request))
    else:
        desks.manager.do(CancelSubscription(unit=home, fault=Fault.NONE, reason="x"))
    assert states(desks, HOME, FIRST, ROOM) == ["in review"] * 3
    desks.manager.do(AcceptBack(unit=desks.unit(HOME)))
    assert states(desks, HOME, FIRST, ROOM) == ["held back"] * 3


@pytest.fixture
def sold(lots):
    """The home subscribed with its lot, by a customer whose paper was seen."""
    desks = lots
    bind(desks)
    home, customer = desks.unit(HOME), desks.customer()
    desks.reception.do(EditCustomer(customer=customer, id_number="11010519491231002X"))
    desks.consultant.do(HoldUnit(unit=home, customer=customer))
    desks.cashier.do(TakeDeposit(unit=home, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=home, total=PRICE - 1_000_000))
    desks.consultant.do(Subscribe(unit=home, mode="商业按揭"))
    return desks


def test_a_lot_goes_on_with_its_home_to_the_key(sold):
    desks, home = sold, sold.unit(HOME)
    signed = desks.consultant.do(SignContract(unit=home, number="HT-1"))
    assert signed["price_fen"] == PRICE - 1_000_000  # the home's: the lot has its own
    assert both(desks) == ["signed", "signed"]
    desks.manager.do(FileContract(unit=home, number="BA-1"))
    assert both(desks) == ["filed", "filed"]
    desks.manager.do(DeliverUnit(unit=home, taken_by="王小明", overdue_reason="x"))
    assert both(desks) == ["delivered", "delivered"]
    assert all(finding.holds for finding in desks.manager.ask(audit))


def test_another_price_of_the_home_leaves_its_lots_theirs(sold):
    desks, home = sold, sold.unit(HOME)
    with pytest.raises(NothingChanges):
        desks.consultant.do(RequestPrice(unit=home, total=Fen(PRICE - 1_000_000), reason="x"))
    wish = RequestPrice(unit=home, total=Fen(PRICE - 3_000_000), reason="x")
    request = RequestId(desks.consultant.do(wish))
    desks.manager.do(SignRequest(request=request))
    assert desks.deputy.do(SignRequest(request=request))["state"] == "approved"  # 20,000 yuan less
    now = desks.manager.ask(deal_on, home)
    (fact,) = desks.manager.ask(deal_versions, now.id)[-1].facts
    assert (fact.before, fact.after) == (
        str(PRICE - 1_000_000 + LOT),
        str(PRICE - 3_000_000 + LOT),
    )
    assert now.price_fen == PRICE - 3_000_000


def test_nobody_stands_in_line_for_a_lot_that_goes_with_its_home(sold):
    desks, other = sold, sold.customer("李芳", "13900000001")
    day = day_of(desks.clock.now)
    with pytest.raises(LotIsBound):
        desks.consultant.do(StandInLine(unit=desks.unit(FIRST), customer=other, until=day))
    desks.consultant.do(StandInLine(unit=desks.unit(HOME), customer=other, until=day))


def test_a_lot_is_freed_with_its_home(lots):
    desks = lots
    bind(desks)
    hold(desks)
    desks.consultant.do(LetGo(unit=desks.unit(HOME)))
    assert both(desks) == ["available", "available"]
    hold(desks)
    desks.clock.forward(hours=2)
    desks.office.sweep()
    assert both(desks) == ["available", "available"]


def test_a_voided_receipt_gives_both_their_time_again(lots):
    desks = lots
    bind(desks)
    hold(desks)
    paid = desks.cashier.do(TakeDeposit(unit=desks.unit(HOME), amount=100_000))
    desks.cashier.do(VoidReceipt(receipt=paid["receipt_id"], reason="x"))
    units = desks.units()
    assert units[FIRST].until == units[HOME].until is not None


def test_the_deposit_is_capped_by_the_whole(lots):
    desks = lots
    bind(desks)
    hold(desks)
    whole = (PRICE + LOT) // 5
    card = desks.manager.ask(deal_on, desks.unit(HOME))
    assert (card.cap_fen, card.price_fen) == (whole, PRICE)
    assert [lot.code for lot in card.lots] == [FIRST]
    with pytest.raises(AboveDepositCap):
        desks.cashier.do(TakeDeposit(unit=desks.unit(HOME), amount=whole + 1))
    desks.cashier.do(TakeDeposit(unit=desks.unit(HOME), amount=whole))


def test_the_database_caps_by_the_whole_and_no_more(lots):
    desks = lots
    hold(desks)
    with pytest.raises(AboveDepositCap):
        desks.cashier.do(TakeDeposit(unit=desks.unit(HOME), amount=(PRICE + LOT) // 5))


def test_a_deal_is_one_line_however_many_lots_it_has(lots):
    desks = lots
    bind(desks)
    bind(desks, SECOND)
    hold(desks)
    assert len(desks.manager.ask(deals)) == 1
    assert desks.manager.ask(deal_on, desks.unit(FIRST)) is None


def test_a_bound_lot_is_sold_to_nobody_else(lots):
    desks = lots
    bind(desks)
    customer, lot = desks.customer(), desks.unit(FIRST)
    day = desks.clock.now.date()
    for wish in (
        HoldUnit(unit=lot, customer=customer),
        RequestReservation(unit=lot, customer=customer, until=day, reason="x"),
    ):
        with pytest.raises(LotIsBound) as refusal:
            desks.consultant.do(wish)
        assert refusal.value.facts == {"lot": FIRST, "home": HOME}
    hold(desks)
    for act in (LetGo(unit=lot), ExtendHold(unit=lot)):
        with pytest.raises(LotIsBound):
            desks.consultant.do(act)
    with pytest.raises(LotIsBound):
        desks.cashier.do(TakeDeposit(unit=lot, amount=100))
    assert both(desks) == ["on hold", "on hold"]


def test_a_home_is_not_held_while_its_lot_cannot_be(lots):
    desks = lots
    hold(desks, FIRST)
    with pytest.raises(BindingFixed):
        bind(desks)
    bind(desks, SECOND)
    desks.manager.do(HoldBack(units=(desks.unit(SECOND),), reason="x"))
    with pytest.raises(NotOnOffer) as refusal:
        hold(desks)
    assert refusal.value.facts["unit"] == SECOND
    assert states(desks, HOME, SECOND) == ["available", "held back"]


def test_only_lots_are_bound_and_only_to_homes(lots):
    desks = lots
    unit = desks.unit
    desks.admin.do(CreateProject(name="二期"))
    desks.admin.do(ImportUnits(rows=lot_rows(1), project=ProjectId(2), file="x"))
    foreign = UnitId(max(card.id for card in desks.units().values()) + 1)
    for lot, home, why in (
        (unit(OTHER), unit(HOME), NotALot),
        (unit(FIRST), unit(SECOND), NotAHome),
        (unit(FIRST), unit(FIRST), NotAHome),
        (foreign, unit(HOME), OtherProject),
        (UnitId(999), unit(HOME), UserError),
    ):
        with pytest.raises(why):
            desks.manager.do(BindLot(lot=lot, home=home))
    bind(desks)
    with pytest.raises(BoundAlready):
        bind(desks, FIRST, OTHER)
    with pytest.raises(NotBound):
        desks.manager.do(UnbindLot(lot=unit(SECOND)))


def test_what_is_somebodys_stays_bound_as_it_is(lots):
    desks = lots
    bind(desks)
    hold(desks)
    for act in (
        UnbindLot(lot=desks.unit(FIRST)),
        BindLot(lot=desks.unit(SECOND), home=desks.unit(HOME)),
    ):
        with pytest.raises(BindingFixed):
            desks.manager.do(act)
    desks.consultant.do(LetGo(unit=desks.unit(HOME)))
    desks.manager.do(UnbindLot(lot=desks.unit(FIRST), reason="x"))
    hold(desks)
    assert both(desks) == ["on hold", "available"]
    hold(desks, FIRST, name="李芳", phone="13812345679")
    with pytest.raises(UnitTaken):
        hold(desks, FIRST)


def test_the_panel_is_told_from_both_ends(lots):
    desks = lots
    bind(desks)
    bind(desks, ROOM)
    home = desks.consultant.ask(bound_to, desks.unit(HOME))
    assert [line.code for line in home.lots] == [FIRST, ROOM]
    assert home.home is None
    lot = desks.consultant.ask(bound_to, desks.unit(FIRST))
    assert lot.home.code == HOME
    assert lot.lots == ()


def test_only_free_lots_are_offered(lots):
    desks = lots

    def offered():
        return [line.code for line in desks.manager.ask(free_lots, desks.unit(HOME))]

    assert offered() == [FIRST, SECOND, ROOM]
    bind(desks, FIRST, OTHER)
    hold(desks, SECOND)
    assert offered() == [ROOM]


def test_a_city_may_keep_lots_for_owners(lots):
    desks = lots
    desks.admin.do(ChangeSetting(name="lots_for_owners", value="true"))
    with pytest.raises(LotsForOwners):
        hold(desks, FIRST)
    hold(desks)
    with pytest.raises(LotsForOwners):
        hold(desks, FIRST)  # a hold owns nothing
    desks.cashier.do(TakeDeposit(unit=desks.unit(HOME), amount=100_000))
    desks.manager.do(ApprovePrice(unit=desks.unit(HOME)))
    desks.consultant.do(Subscribe(unit=desks.unit(HOME), mode="公积金"))
    hold(desks, FIRST)
    assert both(desks) == ["subscribed", "on hold"]


def test_absorption_counts_homes_and_lots_apart(lots):
    desks = lots
    bind(desks)
    hold(desks)
    desks.cashier.do(TakeDeposit(unit=desks.unit(HOME), amount=100_000))
    desks.manager.do(ApprovePrice(unit=desks.unit(HOME)))
    desks.consultant.do(Subscribe(unit=desks.unit(HOME), mode="公积金"))
    homes = desks.manager.ask(absorption)
    assert [(line.units, line.marks[-1].units) for line in homes] == [(6, 1)]
    assert homes[0].marks[-1].deal_fen == PRICE
    (line,) = desks.manager.ask(absorption, lots=True)
    now = line.marks[-1]
    assert (line.name, line.units, now.units, now.deal_fen) == ("车位", 3, 1, LOT)


def test_the_project_strip_counts_no_lots(lots):
    desks = lots
    strip = desks.manager.ask(project_strip)
    assert sum(count.units for count in strip.states) == 6
    desks.admin.do(ImportUnits(rows=lot_rows(1, first=50), project=ProjectId(1), file="m"))
    hold(desks, FIRST)
    desks.cashier.do(TakeDeposit(unit=desks.unit(FIRST), amount=100_000))
    desks.manager.do(ApprovePrice(unit=desks.unit(FIRST)))
    desks.consultant.do(Subscribe(unit=desks.unit(FIRST), mode="公积金"))
    strip = desks.manager.ask(project_strip)
    assert (sum(count.units for count in strip.states), strip.sold_today) == (6, 0)


FORGED = "INSERT INTO claim (unit_id, stage, deal_id, customer_id, consultant_id, opened_at, until, opened_by, reason, opening, end_reason) SELECT {lot}, '{stage}', d.id, d.customer_id, d.consultant_id, {at}, {at} + 60000000, d.consultant_id, '', 0, '' FROM deal d WHERE d.unit_id = {unit}"


def test_another_program_cannot_part_a_lot_from_its_home(place, clock):
    """What the commands keep, the file keeps too."""
    desks = seated(place, clock)
    desks.admin.do(ImportUnits(rows=lot_rows(2), project=ProjectId(1), file="l"))
    desks.manager.do(permit(number="P", project=ProjectId(1), buildings=("车库",)))
    desks.manager.do(ReleaseUnits(building="车库", project=ProjectId(1)))
    bind(desks)
    hold(desks, OTHER)
    ids = {code: int(card.id) for code, card in desks.units().items()}
    at = int(desks.clock.now.timestamp() * 1_000_000) + 1
    desks.office.close()
    bind_row = (
        "INSERT INTO binding (lot_id, home_id, at, actor_id, end_reason) VALUES ({}, {}, 9, 5, '')"
    )
    cases = (
        (
            FORGED.format(lot=ids[FIRST], stage="on hold", at=at, unit=ids[OTHER]),
            "goes with its home|is its deal",
        ),
        (FORGED.format(lot=ids[SECOND], stage="on hold", at=at, unit=ids[OTHER]), "is its deal"),
        (bind_row.format(ids[FIRST], ids["1-1-0201"]), "one home"),
        (bind_row.format(ids[SECOND], ids[FIRST]), "one home"),
        (bind_row.format(ids[SECOND], ids[OTHER]), "somebody"),
        ("DELETE FROM binding", "never deleted"),
        (f"UPDATE binding SET home_id = {ids[OTHER]}", "can only end"),
    )
    with closing(sqlite.connect(str(place))) as file:
        for statement, words in cases:
            with pytest.raises(sqlite.IntegrityError, match=words):
                file.execute(statement)


def test_lots_stand_on_pages_of_their_own_twelve_a_row(lots):
    lots.admin.do(ImportUnits(rows=lot_rows(12, first=20), project=ProjectId(1), file="more"))
    sheet = lots.manager.ask(board_sheet, 1)
    homes, parking, storage = sheet.pages
    assert [page.kind for page in sheet.pages] == ["", "parking", "storage"]
    assert (homes.labels, homes.floors) == ((), (3, 2, 1))
    assert (parking.columns, parking.floors, parking.labels) == (12, (2, 1), ((2, -1),))
    rows = [[c.number for c in parking.cells if c.floor == row] for row in parking.floors]
    assert rows == [["001", "002", *(f"{n:03}" for n in range(20, 30))], ["030", "031"]]
    assert [cell.number for cell in storage.cells] == ["009"]
    assert page_heading(parking, "zh_CN") == "车库 · 车位"
    assert [row_words(parking, row, "zh_CN") for row in parking.floors] == ["-1 层", ""]
    assert row_words(homes, 3, "zh_CN") == "3 层"
    for paper in ("A3", "A4"):
        assert board_pdf(sheet, "en", paper).startswith(b"%PDF")
    book = load_workbook(BytesIO(board_xlsx(sheet, "zh_CN")))
    assert book.sheetnames[1:] == ["1栋", "车库 · 车位", "车库 · 储藏室"]
    assert sum(line[1] for line in sheet.strip) == len(homes.cells)
    assert sum(line[1] for line in sheet.lots) == len(parking.cells) + len(storage.cells)
