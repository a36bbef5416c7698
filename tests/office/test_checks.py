"""Spot checks: chance picks, nobody checks his own, what is found is written once and read by whom it is for."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import CustomerId, FollowUpId, ProjectId, VisitId
from salesdesk.office.customers.check_rules import EntryKind, Verdict
from salesdesk.office.customers.checking import (
    CheckedAlready,
    CheckEntry,
    CommentEntry,
    NotDrawn,
    OwnEntry,
)
from salesdesk.office.customers.checks import spot_checks, spot_sample
from salesdesk.office.customers.register import RecordFollowUp, RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.staff.commands import ChangeSetting

WANTING = Verdict.WANTING


def registered(desks, seat, count, start=0):
    """So many visitors, one after the other; give the visits' numbers."""
    found = []
    for n in range(start, start + count):
        desks.clock.forward(minutes=1)
        phone = f"138{n:08}"
        visit = RegisterVisit(
            manner=Manner.VISIT, name=f"客{n}", phone=phone, project=ProjectId(1)
        )
        found.append(VisitId(seat.do(visit)["visit"]))
    return found


def next_day(desks):
    desks.office.seal()
    desks.clock.forward(days=1)


def test_what_was_written_today_is_not_drawn_before_tomorrow(desks):
    visits = registered(desks, desks.reception, 2)
    assert desks.manager.ask(spot_sample) == ()
    with pytest.raises(NotDrawn):
        desks.manager.do(CheckEntry(visit=visits[0], verdict=Verdict.GOOD))
    next_day(desks)
    assert {line.key for line in desks.manager.ask(spot_sample)} == set(visits)


def test_the_sample_is_as_large_as_the_setting_and_the_same_for_all_who_ask_all_day(desks):
    registered(desks, desks.reception, 8)
    next_day(desks)
    first = desks.manager.ask(spot_sample)
    assert len(first) == 5
    registered(desks, desks.reception, 3, start=8)
    desks.office.seal()
    desks.clock.forward(hours=5)
    later = desks.head.ask(spot_sample)
    assert [line.key for line in later] == [line.key for line in first]
    desks.admin.do(ChangeSetting(name="spot_checks_daily", value="2"))
    assert [line.key for line in desks.deputy.ask(spot_sample)] == [line.key for line in first[:2]]
    desks.admin.do(ChangeSetting(name="spot_checks_daily", value="0"))
    assert desks.manager.ask(spot_sample) == ()


def test_another_day_draws_others(desks):
    registered(desks, desks.reception, 30)
    drawn = set()
    for _day in range(3):
        next_day(desks)
        drawn.add(tuple(line.key for line in desks.manager.ask(spot_sample)))
    assert len(drawn) == 3


def test_a_check_is_made_once_and_stays_in_the_sample_of_its_day(desks):
    (visit,) = registered(desks, desks.reception, 1)
    next_day(desks)
    desks.manager.do(CheckEntry(visit=visit, verdict=WANTING, comment="未问首付"))
    (line,) = desks.head.ask(spot_sample)
    assert (line.verdict, line.comment, line.checked_by) == ("wanting", "未问首付", "manager one")
    with pytest.raises(CheckedAlready) as refusal:
        desks.head.do(CheckEntry(visit=visit, verdict=Verdict.GOOD))
    assert refusal.value.facts["person"] == "manager one"
    next_day(desks)
    assert desks.head.ask(spot_sample) == ()


def test_nobody_checks_what_he_wrote_himself(desks):
    (visit,) = registered(desks, desks.manager, 1)
    next_day(desks)
    assert desks.manager.ask(spot_sample)[0].own
    with pytest.raises(OwnEntry):
        desks.manager.do(CheckEntry(visit=visit, verdict=Verdict.GOOD))
    desks.head.do(CheckEntry(visit=visit, verdict=Verdict.GOOD))


def test_a_follow_up_is_checked_once_it_was_recorded(desks):
    registered(desks, desks.reception, 1)
    with pytest.raises(BadEntry):
        desks.manager.do(CommentEntry(follow_up=FollowUpId(1), comment="x"))
    desks.consultant.do(RecordFollowUp(follow_up=FollowUpId(1), result="约周末"))
    next_day(desks)
    kinds = {line.kind: line for line in desks.manager.ask(spot_sample)}
    assert kinds[EntryKind.FOLLOW_UP].words == "约周末"
    assert kinds[EntryKind.FOLLOW_UP].written_by == "consultant one"
    desks.manager.do(CheckEntry(follow_up=FollowUpId(1), verdict=Verdict.GOOD))


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        ({}, MissingEntry),
        ({"visit": VisitId(1), "follow_up": FollowUpId(1)}, MissingEntry),
        ({"visit": VisitId(99)}, NotFound),
        ({"follow_up": FollowUpId(99)}, NotFound),
    ],
)
def test_a_check_is_about_one_entry_that_there_is(desks, entry, refusal):
    registered(desks, desks.reception, 1)
    next_day(desks)
    with pytest.raises(refusal):
        desks.manager.do(CheckEntry(verdict=Verdict.GOOD, **entry))
    with pytest.raises(refusal):
        desks.manager.do(CommentEntry(comment="x", **entry))


def test_what_is_wanting_needs_a_comment(desks):
    (visit,) = registered(desks, desks.reception, 1)
    next_day(desks)
    for said in ("", "  "):
        with pytest.raises(MissingEntry):
            desks.manager.do(CheckEntry(visit=visit, verdict=WANTING, comment=said))
        with pytest.raises(MissingEntry):
            desks.manager.do(CommentEntry(visit=visit, comment=said))
    assert desks.manager.ask(spot_checks) == ()


def test_the_consultant_reads_what_is_advised_on_his_customers_and_nobody_elses(desks):
    registered(desks, desks.reception, 1)
    desks.head.do(CommentEntry(visit=VisitId(1), comment="先讲价值"))
    (line,) = desks.consultant.ask(spot_checks, customer=CustomerId(1))
    assert (line.comment, line.checked_by, line.verdict) == ("先讲价值", "head one", "")
    today = desks.clock.now.date()
    assert desks.manager.ask(spot_checks, first_on=today, last_on=today) == (line,)
    assert desks.manager.ask(spot_checks, last_on=today - timedelta(days=1)) == ()
    for seat in (desks.reception, desks.cashier):
        with pytest.raises(NotPermitted):
            seat.ask(spot_checks)
    with pytest.raises(NotPermitted):
        desks.consultant.do(CommentEntry(visit=VisitId(1), comment="x"))


@pytest.mark.parametrize("desks", ["file"], indirect=True)
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ("1, NULL, 'good', '', {now}, {manager}", "once"),
        ("2, NULL, 'good', '', {now}, {consultant}", "without the right"),
        ("2, NULL, '', 'x', {now}, {cashier}", "without the right"),
        ("3, NULL, 'good', '', {now}, {manager}", "himself"),
        ("NULL, 1, '', 'x', {now}, {manager}", "recorded"),
        ("2, NULL, 'wanting', '', {now}, {manager}", "CHECK"),
        ("2, NULL, 'fine', '', {now}, {manager}", "CHECK"),
        ("2, 1, '', 'x', {now}, {manager}", "CHECK|recorded"),
    ],
)
def test_the_file_refuses_what_no_command_writes(desks, values, words):
    registered(desks, desks.reception, 2)
    registered(desks, desks.manager, 1, start=5)
    next_day(desks)
    desks.head.do(CheckEntry(visit=VisitId(1), verdict=Verdict.GOOD))
    ids = {p: getattr(desks, p).person.id for p in ("manager", "consultant", "cashier")}
    told = values.format(now=int(desks.clock.now.timestamp() * 1_000_000), **ids)
    insert = f"INSERT INTO spot_check (visit_id, follow_up_id, verdict, comment, at, actor_id) VALUES ({told})"
    with (
        pytest.raises(DBAPIError, match=words),
        desks.office.database.engine.begin() as connection,
    ):
        connection.exec_driver_sql(insert)
