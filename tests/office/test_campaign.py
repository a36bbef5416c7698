"""The campaign plan: its rules, its commands on a real file, and the curve it stands over."""

import shutil
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.kernel.calendar import is_day_off
from salesdesk.kernel.errors import ChangedMeanwhile, MissingEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import JobId, PersonId, PhaseId, ProjectId, Secret
from salesdesk.kernel.text import BrokenText, TooLong
from salesdesk.office.campaign import axis, rules
from salesdesk.office.campaign.commands import (
    AddJob,
    EditJob,
    EditPhase,
    MarkJob,
    MoveJob,
    MovePhase,
    PlanCampaign,
    RemoveJob,
    RestoreJob,
    ShiftCampaign,
    StartJob,
)
from salesdesk.office.campaign.queries import days_off
from salesdesk.office.campaign.rules import JobKind, Standing
from salesdesk.office.campaign.sheets import CurvePoint
from salesdesk.office.campaign.template import PHASES
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.queries import timeline
from salesdesk.office.founding import Founder, found
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Building, Claim, Unit
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword
from salesdesk.office.staff.queries import journal
from salesdesk.office.staff.rules import Role

MONDAY = date(2026, 8, 17)
TODAY = date(2026, 11, 24)
PROJECT = ProjectId(1)
WORD = Secret("practice")
from tests.furnished import guards_off


def ten_thirty_one():
    return datetime(2026, 11, 24, 2, 31, tzinfo=UTC)


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """An office with a manager and a consultant, made once for all tests of this file."""
    path = tmp_path_factory.mktemp("campaign") / "first.office"
    founder = Founder(login="admin", name="周敏", password=WORD, project="云栖花园", practice=True)
    office, _key = found(path, founder, ten_thirty_one)
    admin = office.sign_in("admin", WORD)
    for login, name, role in (("li", "李婷", Role.MANAGER), ("wang", "王强", Role.CONSULTANT)):
        added = admin.do(AddPerson(login=login, name=name, role=role))
        seat = office.sign_in(login, added.one_time_password)
        seat.do(ChangeOwnPassword(old=Secret(added.one_time_password), new=WORD))
    office.close()
    return path


@pytest.fixture
def office(founded, tmp_path):
    for part in founded.parent.glob(founded.name + "*"):
        shutil.copy(part, tmp_path / part.name)
    opened = open_office(tmp_path / founded.name, ten_thirty_one)
    yield opened
    opened.close()


@pytest.fixture
def manager(office):
    return office.sign_in("li", WORD)


@pytest.fixture
def planned(manager):
    manager.do(PlanCampaign(project=PROJECT, start_on=MONDAY))
    return manager


def sheet(seat):
    return seat.ask(timeline, PROJECT)


def a_job(seat, kind=JobKind.JOB):
    return next(job for job in sheet(seat).jobs if job.kind is kind)


# --- rules --------------------------------------------------------------------------------------


def test_the_template_has_the_five_phases_in_their_order_with_jobs_media_and_milestones():
    assert [phase.title for phase in PHASES] == [
        "准备期",
        "引导试销期",
        "公开强销期",
        "冲刺期",
        "续销期",
    ]
    for phase in PHASES:
        assert {job.kind for job in phase.jobs} == set(JobKind)
        for job in phase.jobs:
            assert job.first >= 0 and job.first + job.days <= phase.days, job.title
            assert job.title and job.english
            assert len(job.title) <= rules.LONGEST_TITLE >= len(job.english)
            assert job.kind is not JobKind.MILESTONE or job.days == 1
        assert phase.english and phase.aims and phase.aims_english


@pytest.mark.parametrize(
    ("first", "last", "started", "done", "expected"),
    [
        (1, 3, None, None, Standing.PLANNED),
        (0, 3, None, None, Standing.RUNNING),
        (1, 3, 0, None, Standing.RUNNING),
        (-3, 0, None, None, Standing.RUNNING),
        (-3, -1, None, None, Standing.LATE),
        (-3, -1, -3, None, Standing.LATE),
        (-3, -1, -3, 0, Standing.DONE),
    ],
)
def test_how_a_job_stands_follows_from_its_days(first, last, started, done, expected):
    def day(number):
        return None if number is None else TODAY + timedelta(days=number)

    assert rules.standing(TODAY, day(first), day(last), day(started), day(done)) is expected


days = st.dates(date(2016, 1, 1), date(2037, 1, 1))


@given(days, days)
def test_planned_days_are_taken_exactly_when_they_make_sense(first, last):
    lowest, highest = rules.reach(TODAY)
    fits = first <= last and (last - first).days < rules.LONGEST_DAYS
    fits = fits and lowest <= first and last <= highest
    try:
        rules.check_plan("x", first, last, TODAY)
    except (rules.PlanBackwards, rules.PlanTooLong, rules.PlanOutOfReach):
        assert not fits
    else:
        assert fits


def test_days_off_know_holidays_and_the_weekends_people_work():
    off, make_up = days_off(date(2026, 9, 14), date(2026, 10, 12))
    named = {each.day: (each.name, each.english) for each in off}
    assert named[date(2026, 10, 1)] == ("国庆节", "National Day")
    assert named[date(2026, 10, 4)] == ("国庆节", "National Day")  # the Sunday within
    assert named[date(2026, 10, 7)] == ("调休", "Day in lieu")
    assert named[date(2026, 9, 19)] == ("", "")
    assert make_up == (date(2026, 9, 20), date(2026, 10, 10))
    assert all(is_day_off(day) for day in named)


@given(days, st.integers(0, 900))
def test_months_and_mondays_tile_any_span(first, length):
    last = first + timedelta(days=length)
    months = list(axis.months(first, last))
    assert months[0].first_on == first and months[-1].last_on == last
    assert sum((m.last_on - m.first_on).days + 1 for m in months) == length + 1
    mondays = list(axis.mondays(first, last))
    assert all(day.weekday() == 0 and first <= day <= last for day in mondays)
    assert len(mondays) in (length // 7, (length + 1) // 7, length // 7 + 1)


@given(st.integers(0, 10**6), st.integers(2, 8))
def test_steps_of_the_curve_are_few_round_and_cover_the_top(top, most):
    steps = axis.round_steps(top, most)
    assert steps[0] == 0 and steps[-1] >= max(1, top) and len(steps) <= most + 1
    assert str(steps[1]).rstrip("0") in {"1", "2", "5"}


def test_the_curve_adds_up_in_the_order_of_days():
    points = [CurvePoint(TODAY, 2, 5), CurvePoint(MONDAY, 3, 5)]
    assert axis.cumulative(points) == ((MONDAY, 3), (TODAY, 5))


# --- commands -----------------------------------------------------------------------------------


def test_a_plan_from_the_template_lies_end_to_end(planned):
    found = sheet(planned)
    assert (found.project, found.today, found.practice) == ("云栖花园", TODAY, True)
    assert found.phases[0].plan_from == MONDAY
    for before, after in zip(found.phases, found.phases[1:], strict=False):
        assert after.plan_from == before.plan_to + timedelta(days=1)
    assert len(found.jobs) == sum(len(phase.jobs) for phase in PHASES)
    assert not any(job.outside for job in found.jobs)
    assert found.first_on == MONDAY and found.last_on == found.phases[-1].plan_to


def test_a_project_without_a_plan_shows_its_month(manager):
    found = sheet(manager)
    assert found.phases == () and found.first_on == date(2026, 11, 1)
    assert [owner.name for owner in found.owners] == ["周敏", "李婷", "王强"]


def test_a_second_plan_is_refused(planned):
    with pytest.raises(rules.CampaignExists) as refused:
        planned.do(PlanCampaign(project=PROJECT, start_on=TODAY))
    assert refused.value.facts == {"project": "云栖花园"}
    assert sheet(planned).phases[0].plan_from == MONDAY


def test_a_plan_for_no_project_and_in_no_sensible_year_is_refused(manager):
    with pytest.raises(NotFound):
        manager.do(PlanCampaign(project=ProjectId(99), start_on=MONDAY))
    with pytest.raises(rules.PlanOutOfReach):
        manager.do(PlanCampaign(project=PROJECT, start_on=date(1999, 1, 1)))
    assert sheet(manager).phases == ()


def test_a_job_moves_and_flags_leaving_its_phase(planned):
    job = a_job(planned)
    first = sheet(planned).phases[0].plan_to
    saved = planned.do(
        MoveJob(job=JobId(job.id), plan_from=first, plan_to=first + timedelta(days=3), version=1)
    )
    moved = sheet(planned).job(job.id)
    assert (moved.plan_from, moved.version, moved.outside) == (first, saved.version, True)
    assert saved.version == 2


def test_the_same_intent_moves_once(planned):
    job = a_job(planned)
    order = MoveJob(job=JobId(job.id), plan_from=TODAY, plan_to=TODAY)
    assert planned.do(order, "a" * 32) == planned.do(order, "a" * 32)
    assert sheet(planned).job(job.id).version == 2


@pytest.mark.parametrize(
    ("first", "last", "refusal"),
    [
        (TODAY, MONDAY, rules.PlanBackwards),
        (date(1990, 1, 1), date(1990, 1, 2), rules.PlanOutOfReach),
        (MONDAY, MONDAY + timedelta(days=rules.LONGEST_DAYS), rules.PlanTooLong),
    ],
)
def test_senseless_days_are_refused_and_change_nothing(planned, first, last, refusal):
    job, phase = a_job(planned), sheet(planned).phases[1]
    before = sheet(planned)
    with pytest.raises(refusal):
        planned.do(MoveJob(job=JobId(job.id), plan_from=first, plan_to=last))
    with pytest.raises(refusal):
        planned.do(MovePhase(phase=PhaseId(phase.id), plan_from=first, plan_to=last))
    with pytest.raises(refusal):
        planned.do(
            AddJob(
                phase=PhaseId(phase.id), kind=JobKind.JOB, title="x", plan_from=first, plan_to=last
            )
        )
    assert sheet(planned) == before


def test_a_phase_moved_whole_takes_along_what_is_not_done(planned):
    phase = sheet(planned).phases[0]
    done, rest = phase.jobs[0], phase.jobs[1]
    planned.do(MarkJob(job=JobId(done.id), on=done.plan_to))
    by = timedelta(days=10)
    planned.do(
        MovePhase(
            phase=PhaseId(phase.id), plan_from=phase.plan_from + by, plan_to=phase.plan_to + by
        )
    )
    found = sheet(planned)
    assert found.job(done.id).plan_from == done.plan_from
    assert found.job(rest.id).plan_from == rest.plan_from + by
    assert found.phases[1] == sheet(planned).phases[1]


def test_a_phase_stretched_leaves_its_jobs(planned):
    phase = sheet(planned).phases[0]
    later = phase.plan_to + timedelta(days=5)
    planned.do(MovePhase(phase=PhaseId(phase.id), plan_from=phase.plan_from, plan_to=later))
    found = sheet(planned).phases[0]
    assert found.plan_to == later and found.jobs == phase.jobs


def test_the_whole_plan_shifts_there_and_back(planned):
    before = sheet(planned)
    assert planned.do(ShiftCampaign(project=PROJECT, days=9)) == 5 + len(before.jobs)
    assert sheet(planned).first_on == MONDAY + timedelta(days=9)
    planned.do(ShiftCampaign(project=PROJECT, days=-9))
    after = sheet(planned)
    assert [p.plan_from for p in after.phases] == [p.plan_from for p in before.phases]
    assert [j.plan_to for j in after.jobs] == [j.plan_to for j in before.jobs]
    with pytest.raises(rules.PlanOutOfReach):
        planned.do(ShiftCampaign(project=PROJECT, days=9000))
    assert sheet(planned) == after


def test_a_mark_notes_the_days_and_can_be_taken_back(planned):
    job = a_job(planned)
    planned.do(MarkJob(job=JobId(job.id)))
    done = sheet(planned).job(job.id)
    assert (done.standing, done.done_on, done.started_on) == (
        Standing.DONE,
        TODAY,
        job.plan_from,
    )
    planned.do(MarkJob(job=JobId(job.id), done=False))
    assert sheet(planned).job(job.id).standing is Standing.LATE


def test_a_phase_is_done_when_all_its_jobs_are(planned):
    phase = sheet(planned).phases[0]
    for job in phase.jobs:
        assert sheet(planned).phases[0].done_on is None
        planned.do(MarkJob(job=JobId(job.id), on=job.plan_to))
    found = sheet(planned).phases[0]
    assert (found.started_on, found.done_on, found.done) == (
        phase.plan_from,
        phase.plan_to,
        len(phase.jobs),
    )


def test_nothing_is_done_tomorrow_or_before_it_began(planned):
    job = a_job(planned)
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(rules.NotYet):
        planned.do(MarkJob(job=JobId(job.id), on=tomorrow))
    with pytest.raises(rules.NotYet):
        planned.do(StartJob(job=JobId(job.id), on=tomorrow))
    planned.do(StartJob(job=JobId(job.id)))
    with pytest.raises(rules.DoneBeforeStart):
        planned.do(MarkJob(job=JobId(job.id), on=MONDAY))


def test_a_job_is_added_edited_removed_and_put_back(planned):
    phase = sheet(planned).phases[2]
    made = planned.do(
        AddJob(
            phase=PhaseId(phase.id),
            kind=JobKind.MEDIUM,
            title="  地铁灯箱 ",
            english="Metro light boxes",
            plan_from=TODAY,
            plan_to=TODAY + timedelta(days=30),
            owner=PersonId(3),
        )
    )
    found = sheet(planned).phases[2].jobs[-1]
    assert (found.id, found.title, found.owner) == (made.id, "地铁灯箱", "王强")
    planned.do(
        EditJob(
            job=JobId(made.id),
            kind=JobKind.MILESTONE,
            title="灯箱亮灯",
            plan_from=TODAY,
            plan_to=TODAY,
            version=made.version,
        )
    )
    edited = sheet(planned).job(made.id)
    assert (edited.kind, edited.owner, edited.english) == (JobKind.MILESTONE, "", "")
    with pytest.raises(MissingEntry):
        planned.do(RemoveJob(job=JobId(made.id), reason="  "))
    planned.do(RemoveJob(job=JobId(made.id), reason="场地取消"))
    assert sheet(planned).job(made.id) is None
    with pytest.raises(rules.JobRemoved):
        planned.do(MarkJob(job=JobId(made.id)))
    planned.do(RestoreJob(job=JobId(made.id)))
    assert sheet(planned).job(made.id).title == "灯箱亮灯"


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"title": " \u200b "}, MissingEntry),
        ({"title": "长" * 61}, TooLong),
        ({"title": "\ud83d"}, BrokenText),
        ({"owner": PersonId(77)}, rules.NobodyThere),
        ({"kind": JobKind.MILESTONE}, rules.MilestoneIsOneDay),
        ({"phase": PhaseId(77)}, NotFound),
    ],
)
def test_a_bad_form_is_refused_and_adds_nothing(planned, change, refusal):
    phase = sheet(planned).phases[0]
    order = AddJob(
        phase=PhaseId(phase.id), kind=JobKind.JOB, title="x", plan_from=MONDAY, plan_to=TODAY
    )
    with pytest.raises(refusal):
        planned.do(replace(order, **change))
    assert len(sheet(planned).jobs) == sum(len(phase.jobs) for phase in PHASES)


def test_an_old_version_is_refused_wherever_one_is_carried(planned):
    job, phase = a_job(planned), sheet(planned).phases[0]
    planned.do(MoveJob(job=JobId(job.id), plan_from=TODAY, plan_to=TODAY))
    planned.do(MovePhase(phase=PhaseId(phase.id), plan_from=MONDAY, plan_to=TODAY))
    forms = {
        "job": JobId(job.id),
        "phase": PhaseId(phase.id),
        "kind": JobKind.JOB,
        "title": "x",
        "plan_from": TODAY,
        "plan_to": TODAY,
        "reason": "x",
        "version": 1,
    }
    for command in (MoveJob, EditJob, MarkJob, StartJob, RemoveJob, MovePhase, EditPhase):
        taken = {each.name for each in fields(command)}
        with pytest.raises(ChangedMeanwhile):
            planned.do(command(**{name: forms[name] for name in taken & forms.keys()}))


def test_aims_are_kept_in_both_languages(planned):
    phase = sheet(planned).phases[0]
    planned.do(
        EditPhase(
            phase=PhaseId(phase.id),
            title="筹备期",
            aims="一\n二",
            aims_english="One",
            plan_from=phase.plan_from,
            plan_to=phase.plan_to,
            version=phase.version,
        )
    )
    found = sheet(planned).phases[0]
    assert (found.title, found.english, found.aims, found.aims_english) == (
        "筹备期",
        "",
        "一\n二",
        "One",
    )


def test_who_may_and_what_the_journal_says(office, planned):
    consultant = office.sign_in("wang", WORD)
    job = a_job(planned)
    with pytest.raises(NotPermitted):
        consultant.do(MoveJob(job=JobId(job.id), plan_from=TODAY, plan_to=TODAY))
    consultant.do(MarkJob(job=JobId(job.id)))
    line = planned.ask(journal, 1)[0]
    assert (line.actor, line.command) == ("王强", "MarkJob")
    assert job.title in line.changed and "2026-11-24" in line.changed


def test_a_leaver_keeps_his_jobs_but_gets_no_new_ones(office, planned):
    job = a_job(planned)
    order = EditJob(
        job=JobId(job.id),
        kind=job.kind,
        title=job.title,
        plan_from=job.plan_from,
        plan_to=job.plan_to,
        owner=PersonId(3),
    )
    planned.do(order)
    with office.database.writing() as session:
        session.connection().exec_driver_sql("UPDATE person SET left_at = 1 WHERE id = 3")
    planned.do(replace(order, note="geht"))
    assert sheet(planned).job(job.id).owner == "王强"
    with pytest.raises(rules.NobodyThere):
        planned.do(
            AddJob(
                phase=PhaseId(1),
                kind=JobKind.JOB,
                title="x",
                plan_from=TODAY,
                plan_to=TODAY,
                owner=PersonId(3),
            )
        )


# --- the curve ----------------------------------------------------------------------------------


def _claim(unit, stage, opened, ended=None, **more):
    return Claim(
        unit_id=unit, stage=stage.value, opened_at=opened, opened_by=1, ended_at=ended, **more
    )


def test_the_curve_counts_each_subscription_once_on_the_office_s_own_day(office, planned):
    late = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)  # 00:30 on the 21st in Shanghai
    noon = datetime(2026, 11, 21, 4, tzinfo=UTC)
    guards_off(office, "claim")  # claims as no command makes them
    with office.database.writing() as session:
        session.add(Building(id=1, project_id=1, name="1", position=0))
        session.flush()
        session.add_all(
            Unit(
                id=number,
                project_id=1,
                building_id=1,
                code=f"1-1-{number}",
                core="1",
                floor=1,
                number=str(number),
                gross_area=Decimal(100),
                unit_price_fen=1_000_000,
                total_fen=100_000_000,
            )
            for number in (1, 2, 3, 4)
        )
        session.flush()
        session.add_all(
            [
                _claim(1, UnitState.ON_HOLD, late, noon),
                _claim(2, UnitState.SUBSCRIBED, late, noon),
                _claim(4, UnitState.SIGNED, noon, opening=True),
            ]
        )
        session.flush()
        session.add_all(
            [
                _claim(1, UnitState.SUBSCRIBED, noon),
                _claim(2, UnitState.SUBSCRIBED, noon),  # another buyer, the same subscription
            ]
        )
    found = sheet(planned)
    assert found.curve == (CurvePoint(date(2026, 11, 21), 3, 300_000_000),)
    assert found.units == 4
