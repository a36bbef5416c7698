"""What is attached: scans of signed papers and floor plans; on both stores."""

import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import AttachmentId, ProjectId, RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.commands import ImportUnits
from salesdesk.office.sales.attaching import (
    AttachFloorPlan,
    AttachScan,
    NotYourPaper,
    StrikeAttachment,
    StruckAlready,
)
from salesdesk.office.sales.attachment_queries import (
    deal_scans,
    floor_plan,
    floor_plan_file,
    floor_plans,
    request_scans,
    scan_file,
)
from salesdesk.office.sales.attachment_rules import (
    MOST_DOTS,
    Media,
    NotAPaper,
    PaperTooLarge,
    TooManyDots,
)
from salesdesk.office.sales.changing import RequestExtension
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.signing import SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword, ChangeSetting
from salesdesk.office.staff.queries import journal
from salesdesk.office.staff.rules import Role
from tests.attached_made import huge, paper, picture
from tests.furnished import rows

PLAN, OTHER_PLAN = picture(colour="red"), picture((80, 40), "JPEG")
LAYOUT = "三室两厅"


@pytest.fixture
def sold(desks):
    """An agreement on 1-1-0101 with a request to put the signing off."""
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="公积金"))
    later = desks.clock.now.date() + timedelta(days=9)
    desks.consultant.do(RequestExtension(unit=unit, to=later, reason="款项未到"))
    return desks


@pytest.fixture
def laid_out(desks):
    wanted = tuple(replace(row, layout=LAYOUT) for row in rows("2栋"))
    desks.admin.do(ImportUnits(rows=wanted, project=ProjectId(1), file="2"))
    return desks


def scan(content=None, name="认购书.pdf", **where):
    return AttachScan(content=paper(2) if content is None else content, name=name, **where)


def test_a_scan_comes_back_byte_for_byte_with_who_and_when(sold):
    content = paper(2)
    number = sold.consultant.do(scan(content, agreement="rg0000001", note="双方签字", pages=2))
    (line,) = sold.manager.ask(deal_scans, 1)
    assert (line.id, line.of, line.number, line.name) == (
        number,
        "agreement",
        "RG0000001",
        "认购书.pdf",
    )
    assert (line.media, line.size, line.pages) == (Media.PDF, len(content), 2)
    assert (line.by, line.at, line.note) == ("consultant one", sold.clock.now, "双方签字")
    assert line.sha256 == hashlib.sha256(content).hexdigest()
    assert line.counts
    assert sold.cashier.ask(scan_file, number).content == content


def test_what_a_file_is_is_seen_by_its_bytes_and_not_by_its_name(sold):
    sold.consultant.do(scan(picture(form="JPEG"), name="协议.pdf", request=RequestId(1)))
    (line,) = sold.manager.ask(request_scans, 1)
    assert (line.media, line.width, line.height) == (Media.JPEG, 60, 40)


@pytest.mark.parametrize("desks", ["file"], indirect=True)
@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"MZ" + b"\0" * 99, b"<html>%PDF-1.4", picture(form="GIF"), picture(form="BMP"),
     b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00\x00", b"\xff\xd8\xff", b"PK\x03\x04" + paper()],
)  # fmt: skip
def test_what_is_no_paper_is_refused(sold, content):
    with pytest.raises(NotAPaper) as refusal:
        sold.consultant.do(scan(content, agreement="RG0000001"))
    assert "认购书.pdf" in refusal.value.sentences()[0]
    assert sold.manager.ask(deal_scans, 1) == ()


@pytest.mark.parametrize("desks", ["file"], indirect=True)
def test_a_picture_of_more_dots_than_memory_is_refused_by_its_head(sold):
    with pytest.raises(TooManyDots):
        sold.consultant.do(scan(huge(), name="a.png", agreement="RG0000001"))
    with pytest.raises(TooManyDots):
        sold.consultant.do(scan(huge(MOST_DOTS + 1, 1), name="a.png", agreement="RG0000001"))
    assert sold.consultant.do(scan(huge(MOST_DOTS, 1), name="a.png", agreement="RG0000001"))


@pytest.mark.parametrize("desks", ["file"], indirect=True)
def test_how_large_a_file_may_be_is_a_setting(sold):
    large = paper(extra=b"/Note (" + b"x" * 1024 * 1024 + b")")
    sold.admin.do(ChangeSetting(name="attachment_most_mb", value="1"))
    with pytest.raises(PaperTooLarge) as refusal:
        sold.consultant.do(scan(large, agreement="RG0000001"))
    assert "1.0 MB" in refusal.value.sentences()[0]
    sold.admin.do(ChangeSetting(name="attachment_most_mb", value="2"))
    assert sold.consultant.do(scan(large, agreement="RG0000001"))


@pytest.mark.parametrize("desks", ["file"], indirect=True)
@pytest.mark.parametrize(
    ("where", "refusal"),
    [
        ({}, BadEntry),
        ({"agreement": "RG0000001", "change": "BG0000001"}, BadEntry),
        ({"agreement": "RG0000002"}, NotFound),
        ({"change": "BG0000001"}, NotFound),
        ({"contract": "HT-1"}, NotFound),
        ({"request": RequestId(9)}, NotFound),
        ({"agreement": "RG0000001", "name": "  "}, MissingEntry),
        ({"agreement": "RG0000001", "pages": -1}, BadEntry),
    ],
)
def test_it_belongs_to_one_paper_that_exists(sold, where, refusal):
    with pytest.raises(refusal):
        sold.consultant.do(scan(**{"name": "a.pdf", **where}))
    assert sold.manager.ask(deal_scans, 1) == ()


@pytest.mark.parametrize("desks", ["file"], indirect=True)
def test_a_path_is_no_name(sold):
    for name in ("C:\\Users\\li\\a.pdf", "/etc/../a.pdf", "a.pdf"):
        sold.consultant.do(scan(name=name, agreement="RG0000001"))
    assert {line.name for line in sold.manager.ask(deal_scans, 1)} == {"a.pdf"}


def test_the_newest_that_is_not_struck_out_counts(sold):
    first, second = (sold.consultant.do(scan(agreement="RG0000001")) for _time in range(2))
    assert [line.counts for line in sold.manager.ask(deal_scans, 1)] == [True, False]
    sold.manager.do(StrikeAttachment(attachment=AttachmentId(second), reason="扫错了"))
    newest, older = sold.manager.ask(deal_scans, 1)
    assert (newest.counts, newest.struck, newest.struck_by) == (False, "扫错了", "manager one")
    assert older.id == first
    assert older.counts
    assert sold.manager.ask(scan_file, second).content == paper(2)  # it stays to be seen


def test_striking_out_has_a_reason_and_is_done_once(sold):
    number = AttachmentId(sold.consultant.do(scan(agreement="RG0000001")))
    with pytest.raises(NotPermitted):
        sold.consultant.do(StrikeAttachment(attachment=number, reason="x"))
    with pytest.raises(MissingEntry):
        sold.manager.do(StrikeAttachment(attachment=number, reason=" "))
    sold.manager.do(StrikeAttachment(attachment=number, reason="x"))
    with pytest.raises(StruckAlready):
        sold.manager.do(StrikeAttachment(attachment=number, reason="y"))
    with pytest.raises(NotFound):
        sold.manager.do(StrikeAttachment(attachment=AttachmentId(9), reason="y"))


def test_a_deals_list_holds_its_request_its_agreement_and_its_contract(sold):
    sold.consultant.do(scan(request=RequestId(1)))
    assert sold.manager.ask(deal_scans, 1) == ()  # nothing came of the request yet
    sold.manager.do(SignRequest(request=RequestId(1)))
    sold.consultant.do(IdentifyBuyer(unit=sold.unit("1-1-0101"), id_number="11010519491231002X"))
    sold.consultant.do(SignContract(unit=sold.unit("1-1-0101"), number="HT-1"))
    for where in ({"agreement": "RG0000001"}, {"change": "BG0000001"}, {"contract": "HT-1"}):
        sold.consultant.do(scan(**where))
    found = [(line.of, line.number) for line in sold.manager.ask(deal_scans, 1)]
    assert found == [
        ("contract", "HT-1"), ("change", "BG0000001"), ("agreement", "RG0000001"), ("request", "1"),
    ]  # fmt: skip


@pytest.mark.parametrize("desks", ["file"], indirect=True)
def test_another_consultant_neither_attaches_nor_sees(sold):
    number = sold.consultant.do(scan(agreement="RG0000001"))
    asked = sold.consultant.do(scan(request=RequestId(1)))
    word = sold.admin.do(AddPerson(login="second", name="乙", role=Role.CONSULTANT))
    new = type(word.one_time_password)("Quiet-Harbour-7")
    sold.office.sign_in("second", word.one_time_password).do(
        ChangeOwnPassword(old=word.one_time_password, new=new)
    )
    other = sold.office.sign_in("second", new)
    for where in ({"agreement": "RG0000001"}, {"request": RequestId(1)}):
        with pytest.raises(NotYourPaper):
            other.do(scan(**where))
    assert other.ask(deal_scans, 1) == other.ask(request_scans, 1) == ()
    for key in (number, asked):
        with pytest.raises(NotFound):
            other.ask(scan_file, key)


def test_personal_papers_are_seen_only_by_those_with_the_right(sold):
    number = sold.consultant.do(scan(agreement="RG0000001"))
    for place in (sold.reception, sold.admin):
        with pytest.raises(NotPermitted):
            place.ask(scan_file, number)
    with pytest.raises(NotPermitted):
        sold.reception.ask(deal_scans, 1)
    with pytest.raises(NotFound):  # everybody's question gives floor plans alone
        sold.reception.ask(floor_plan_file, number)


def test_the_journal_keeps_the_checksum_and_not_the_bytes(sold):
    content = paper(3)
    sold.consultant.do(scan(content, agreement="RG0000001"))
    line = sold.admin.ask(journal)[0]
    assert line.command == "AttachScan"
    form = json.loads(line.form)
    assert form["sha256"] == hashlib.sha256(content).hexdigest()
    assert "content" not in form
    assert len(line.form) < 400
    assert form["sha256"] in line.changed


@pytest.mark.parametrize("desks", ["file"], indirect=True)
def test_the_same_intent_attaches_once(sold):
    command = scan(agreement="RG0000001")
    assert sold.consultant.do(command, "a" * 32) == sold.consultant.do(command, "a" * 32)
    assert len(sold.manager.ask(deal_scans, 1)) == 1


# --- floor plans --------------------------------------------------------------------------------------


def test_a_units_own_floor_plan_goes_before_its_layouts(laid_out):
    one, two = laid_out.unit("2-1-0101"), laid_out.unit("2-1-0102")
    assert laid_out.reception.ask(floor_plan, one) is None
    shared = laid_out.admin.do(AttachFloorPlan(content=PLAN, name="A.png", layout=LAYOUT))
    own = laid_out.manager.do(AttachFloorPlan(content=OTHER_PLAN, name="a.jpg", unit=one))
    newer = laid_out.manager.do(
        AttachFloorPlan(content=picture(colour="blue"), name="A.png", layout=LAYOUT)
    )
    assert laid_out.reception.ask(floor_plan, one).id == own
    assert laid_out.reception.ask(floor_plan, two).id == newer
    laid_out.manager.do(StrikeAttachment(attachment=AttachmentId(newer), reason="旧版"))
    laid_out.manager.do(StrikeAttachment(attachment=AttachmentId(own), reason="改回"))
    assert laid_out.reception.ask(floor_plan, one).id == shared
    assert laid_out.reception.ask(floor_plan_file, shared).content == PLAN
    lines = laid_out.reception.ask(floor_plans)
    assert [(line.of, line.number) for line in lines] == [
        ("layout", LAYOUT), ("unit", "2-1-0101"), ("layout", LAYOUT),
    ]  # fmt: skip


@pytest.mark.parametrize("desks", ["file"], indirect=True)
@pytest.mark.parametrize(
    ("where", "refusal"),
    [
        ({}, BadEntry),
        ({"layout": "没有"}, NotFound),
        ({"layout": LAYOUT, "project": ProjectId(9)}, NotFound),
        ({"unit": 99}, NotFound),
        ({"layout": LAYOUT, "unit": 1}, BadEntry),
    ],
)
def test_a_floor_plan_is_a_layouts_or_a_units(laid_out, where, refusal):
    with pytest.raises(refusal):
        laid_out.manager.do(AttachFloorPlan(content=PLAN, name="a.png", **where))
    assert laid_out.manager.ask(floor_plans) == ()


# --- what no other program can do ---------------------------------------------------------------------

HOLE = "INSERT INTO attachment (kind, {place}layout, name, media, size, pages, width, height, sha256, note, at, actor_id)"
ROWS = {
    "nothing": ("", "'scan'", "'', 'a', 'application/pdf', 1, 0, 0, 0, '{sha}', '', 1, 1"),
    "two": ("request_id, unit_id, ", "'scan', 1, 1", "'', 'a', 'application/pdf', 1, 0, 0, 0, '{sha}', '', 1, 1"),
    "kind": ("unit_id, ", "'scan', 1", "'', 'a', 'application/pdf', 1, 0, 0, 0, '{sha}', '', 1, 1"),
    "media": ("request_id, ", "'scan', 1", "'', 'a', 'text/html', 1, 0, 0, 0, '{sha}', '', 1, 1"),
    "dots": ("request_id, ", "'scan', 1", "'', 'a', 'image/png', 1, 0, 99999, 99999, '{sha}', '', 1, 1"),
    "layout": ("unit_id, ", "'floor plan', 1", "'A', 'a', 'image/png', 1, 0, 9, 9, '{sha}', '', 1, 1"),
    "sum": ("request_id, ", "'scan', 1", "'', 'a', 'application/pdf', 1, 0, 0, 0, 'x', '', 1, 1"),
}  # fmt: skip


@pytest.mark.parametrize(
    "desks", ["file"], indirect=True
)  # on a server each has a test of attacks
@pytest.mark.parametrize("hole", ROWS)
def test_no_raw_row_says_what_no_command_says(sold, hole):
    place, before, after = ROWS[hole]
    statement = f"{HOLE.format(place=place)} VALUES ({before}, {after.format(sha='0' * 64)})"
    with pytest.raises(DBAPIError, match="CHECK"), sold.office.database.engine.begin() as raw:
        raw.exec_driver_sql(statement)


@pytest.mark.parametrize("desks", ["file"], indirect=True)
def test_the_bytes_are_as_many_as_were_measured_and_stay(sold):
    sold.consultant.do(scan(agreement="RG0000001"))
    row = HOLE.format(place="request_id, ") + (
        f" VALUES ('scan', 1, '', 'a', 'application/pdf', 3, 0, 0, 0, '{'0' * 64}', '', 1, 1)"
    )
    for statement in (
        f"{row}; INSERT INTO attachment_content VALUES (2, x'00')",
        "UPDATE attachment_content SET content = x'00'",
        "DELETE FROM attachment",
        "UPDATE attachment SET name = 'b.pdf'",
        "INSERT OR REPLACE INTO attachment_content VALUES (1, x'00')",
    ):
        *first, last = statement.split("; ")
        with sold.office.database.engine.connect() as raw:
            for part in first:
                raw.exec_driver_sql(part)
            with pytest.raises(DBAPIError, match="guard"):
                raw.exec_driver_sql(last)


def test_the_audit_reads_the_bytes(sold):
    sold.consultant.do(scan(agreement="RG0000001"))
    assert all(finding.holds for finding in sold.admin.ask(audit))
    with sold.office.database.reading() as session:
        kept = session.execute(text("SELECT content FROM attachment_content")).scalar_one()
    assert bytes(kept) == paper(2)


def test_no_list_and_no_board_reads_the_bytes(sold):
    """They lie in a table of their own, and no statement of these questions names it."""
    from sqlalchemy import event

    from salesdesk.office.inventory.queries import board
    from salesdesk.office.sales.queries import deals

    sold.consultant.do(scan(agreement="RG0000001"))
    sent = []
    engine = sold.manager.office.database.engine
    event.listen(engine, "before_cursor_execute", lambda *call: sent.append(call[2]))
    sold.manager.ask(deal_scans, 1)
    sold.manager.ask(board)
    sold.manager.ask(deals)
    sold.manager.ask(floor_plans)
    assert sent
    assert not [statement for statement in sent if "attachment_content" in statement]
