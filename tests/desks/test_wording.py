"""Words: every code of the office has one, facts are put into words, formats follow the language."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from salesdesk.desks import wording
from salesdesk.desks.vocabulary import WORDS
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotPermitted, UserError
from salesdesk.kernel.money import Rounding
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.customers.rules import VISIT_DETAILS, IdKind, Manner
from salesdesk.office.inventory.law_rules import PACKS, Law
from salesdesk.office.inventory.price_sheets import VersionState
from salesdesk.office.inventory.pricing_rules import DifferenceKind
from salesdesk.office.inventory.rules import UNIT, LawLevel, PublicFace, UnitState
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Account, Fault, ReceiptKind, TenderKind
from salesdesk.office.ledger.tables import TRANSFERS
from salesdesk.office.questions import QUERIES
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.staff.rules import Role
from salesdesk.store.damages import EMPTY, LOOSE, damage_of, finding_of
from salesdesk.store.faults import DamagedOffice, ServerUnreachable

NOW = datetime(2026, 11, 24, 2, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("context", "codes"),
    [
        ("states", UnitState),
        ("public", PublicFace),
        ("steps", {step.name for step in UNIT.steps}),
        ("manners", Manner),
        ("tenders", TenderKind),
        ("receipts", ReceiptKind),
        ("accounts", Account),
        ("transfers", TRANSFERS),
        ("faults", Fault),
        ("roles", Role),
        ("id kinds", IdKind),
        ("law levels", LawLevel),
        ("laws", Law),
        ("law packs", PACKS),
        ("discounts", DiscountKind),
        ("due money", MoneyKind),
        ("due events", DueEvent),
        ("rounding", Rounding),
        ("price states", VersionState),
        ("differences", DifferenceKind),
        ("details", VISIT_DETAILS),
        ("commands", [*COMMANDS, *QUERIES]),
    ],
)
def test_every_code_has_a_word(context, codes):
    table = wording._TABLES[context]
    assert {str(code) for code in codes} - set(table) == set()


def test_every_word_has_its_chinese(qapp, language):
    same = {"details", "fields"}
    for context, table in WORDS.items():
        for code, english in table.items():
            said = wording.say(context, code)
            assert said
            if language == "zh_CN" and context not in same:
                assert said != english, (context, code)


def test_a_code_without_a_word_is_shown_as_it_is(qapp):
    assert wording.say("states", "haunted") == "haunted"
    assert wording.say("commands", "BurnTheOffice") == "Burn the office"


def test_a_refusal_puts_its_codes_into_words(qapp):
    error = NotAllowedNow(
        what="1-1-0301", state="on hold", step="release", allowed="let go, subscribe"
    )
    assert wording.refusal(error) == (
        "1-1-0301 is On hold; 'Release for sale' is not possible now.",
        "Possible now: Let go, Subscribe.",
    )


def test_a_refusal_in_chinese_names_no_code(qapp, language):
    problem, remedy = wording.refusal(
        NotPermitted(command="TakeDeposit", roles="cashier, manager")
    )
    if language == "zh_CN":
        assert "收取定金" in problem
        assert "收银员、案场经理" in remedy
    else:
        assert "Take a deposit" in problem
        assert "Cashier, Site manager" in remedy


def test_a_fact_that_is_missing_does_not_hide_the_sentence(qapp):
    error = MissingEntry(field="name")
    error.facts.clear()
    assert wording.refusal(error)[0] == "… is missing."


def test_a_fact_is_never_read_as_a_template(qapp):
    hostile = "{field.__class__} %s <b>x</b>"
    problem, _remedy = wording.refusal(BadEntry(field="name", value=hostile, expected="1 or more"))
    assert hostile in problem


SQLITE_SAYS = (
    "file is not a database", "file is encrypted or is not a database",
    "database disk image is malformed", "malformed database schema (claim) - near 'x': syntax error",
    "disk I/O error", "database or disk is full", "unable to open database file",
    "database is locked", "attempt to write a readonly database", "out of memory",
    "something that no version has said yet",
)  # fmt: skip
CHECKS_SAY = (
    "*** in database main ***\nTree 12 page 7: btreeInitPage() returns error code 11",
    "row 3 missing from index ix_receipt_day", "NULL value in claim.unit_id",
    "CHECK constraint failed in receipt",
)  # fmt: skip


@pytest.mark.parametrize("found", [*map(damage_of, SQLITE_SAYS), *map(finding_of, CHECKS_SAY),
                                   EMPTY, f"{LOOSE} (phone)"])  # fmt: skip
def test_a_damage_is_told_in_the_offices_language_and_by_a_code(qapp, language, found):
    """None of SQLite's own English stands in a Chinese sentence; its name for it may, in brackets."""
    problem, remedy = wording.refusal(DamagedOffice(place="/售楼.office", detail=found))
    if language == "zh_CN":
        told = problem.removeprefix("/售楼.office").replace("/售楼.office", "")
        assert not re.findall(r"[A-Za-z]+", re.sub(r"（\w+）", "", told)), problem
        assert not re.findall(r"[A-Za-z]+", remedy)
    else:
        assert problem == f"The office at /售楼.office is damaged: {found}."


def test_a_servers_line_is_shown_as_it_is(qapp, language):
    line = 'connection to server at "db" (10.0.0.1), port 5432 failed: Connection refused'
    assert line in wording.refusal(ServerUnreachable(place="db", detail=line))[0]


class Costly(UserError):
    problem = "{limit_fen} until {until}, on {day}"
    remedy = "-"


def test_facts_of_money_and_time_are_written_for_people(qapp):
    error = Costly(limit_fen=123_456_00, until=NOW, day=date(2026, 11, 24))
    assert wording.refusal(error)[0] == "¥123,456.00 until 2026-11-24 10:31, on 2026-11-24"


def test_formats_follow_the_language(qapp, language):
    assert wording.money(-1_234_567_89) == "-¥1,234,567.89"
    assert wording.area(Decimal("89.5")) == "89.50 m²"
    assert wording.moment(NOW) == "2026-11-24 10:31"
    assert wording.moment(None) == ""
    if language == "zh_CN":
        assert wording.long_day(date(2026, 11, 24)) == "2026年11月24日 星期二"
        assert wording.large_amount(2_386_000_00) == "238.6 万"
        assert wording.short_money(1_589_537_568_00) == "15.90 亿元"
        assert wording.short_money(77_746_000_00) == "7,774.60 万元"
        assert wording.ago(NOW - timedelta(minutes=5), NOW) == "5 分钟前"
    else:
        assert wording.long_day(date(2026, 11, 24)) == "24 November 2026"
        assert wording.large_amount(2_386_000_00) == ""
        assert wording.short_money(1_589_537_568_00) == "¥1,589.54 m"
        assert wording.ago(NOW - timedelta(minutes=5), NOW) == "5 min ago"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=-5), "0 s"),
        (timedelta(seconds=59), "59 s"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=1, minutes=5), "1 h 5 min"),
        (timedelta(days=3, hours=2), "3 d 2 h"),
    ],
)
def test_spans_are_written_in_two_parts(qapp, length, words):
    assert wording.span(length) == words


def test_media_are_said_in_english_where_known(qapp, language):
    assert wording.medium("围墙") == ("围墙" if language == "zh_CN" else "Site fence")
    assert wording.medium("抖音直播") == "抖音直播"


def test_names_are_listed_with_the_comma_of_the_language(qapp, language):
    assert wording.listed(["孙志远", "何雅琴"]) == (
        "孙志远、何雅琴" if language == "zh_CN" else "孙志远, 何雅琴"
    )
    assert wording.listed([]) == ""
