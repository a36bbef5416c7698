"""The campaign desk on a real office: dragged, typed, marked, undone, exported, printed."""

import itertools
import shutil
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QToolButton

from salesdesk.desks.campaign import header
from salesdesk.desks.campaign.axis import NARROWEST, WIDEST, Axis
from salesdesk.desks.campaign.bars import ROW, Planned, bar_box
from salesdesk.desks.campaign.desk import CampaignDesk
from salesdesk.desks.campaign.grip import Grip
from salesdesk.desks.campaign.rows import LineKey, rows_of
from salesdesk.desks.campaign.tree import OWNER
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.outlets import OUTLETS
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import JobId, PersonId, PhaseId, ProjectId, Secret
from salesdesk.office.campaign.commands import AddJob, EditJob, MarkJob, MoveJob, PlanCampaign
from salesdesk.office.campaign.rules import JobKind, Standing
from salesdesk.office.campaign.template import PHASES
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.queries import timeline
from salesdesk.office.founding import Founder, found
from salesdesk.office.inventory.commands import CreateProject
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword
from salesdesk.office.staff.rules import Role

MONDAY = date(2026, 8, 17)
TODAY = date(2026, 11, 24)
PROJECT = ProjectId(1)
WORD = Secret("practice")
DAY = timedelta(days=1)


def now():
    return datetime(2026, 11, 24, 2, 31, tzinfo=UTC)


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    path = tmp_path_factory.mktemp("desk") / "first.office"
    founder = Founder(login="admin", name="周敏", password=WORD, project="云栖花园", practice=True)
    office, _key = found(path, founder, now)
    admin = office.sign_in("admin", WORD)
    for login, name, role in (("li", "李婷", Role.MANAGER), ("qian", "钱进", Role.CONSULTANT)):
        added = admin.do(AddPerson(login=login, name=name, role=role))
        seat = office.sign_in(login, added.one_time_password)
        seat.do(ChangeOwnPassword(old=Secret(added.one_time_password), new=WORD))
    office.close()
    return path


@pytest.fixture
def office(founded, tmp_path):
    for part in founded.parent.glob(founded.name + "*"):
        shutil.copy(part, tmp_path / part.name)
    opened = open_office(tmp_path / founded.name, now)
    yield opened
    opened.close()


@pytest.fixture
def seat(office):
    return office.sign_in("li", WORD)


@pytest.fixture
def opened(qtbot, office):
    """Open desks, each on a link of its own, all closed at the end."""
    links = []

    def make(seat, size=(1196, 690)):
        made = Link(seat)
        links.append(made)
        made.failed.connect(lambda error: pytest.fail(repr(error)))
        desk = CampaignDesk(made)
        qtbot.addWidget(desk)
        desk.resize(*size)
        desk.show()
        desk.refresh()
        quiet(qtbot, desk)
        return desk

    yield make
    for made in links:
        made.close()


@pytest.fixture
def desk(opened, seat):
    seat.do(PlanCampaign(project=PROJECT, start_on=MONDAY))
    return opened(seat)


def quiet(qtbot, desk):
    """Wait for every answer, and for what the change feed brings."""
    qtbot.wait(60)
    qtbot.waitUntil(lambda: not desk.link.pending and not desk._timer.isActive(), timeout=8000)


def plan(desk):
    return desk.link.seat.ask(timeline, PROJECT)


def bar_of(desk, line, phase=False):
    """Bring a line into view, and give its bar's box in the picture."""
    panes = desk.panes
    key = LineKey(phase, line.id)
    panes.show_line(key)
    panes.axis.zoom_to(20)
    panes.axis.centre(line.plan_from)
    keys = [row.key for row in panes.picture.rows]
    top = panes.picture.row_top(keys.index(key))
    return bar_box(panes.axis, Planned(line.plan_from, line.plan_to), top, 18)


def drag(qtbot, desk, start, pixels):
    picture = desk.panes.picture
    at = start.toPoint()
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(picture, at + QPoint(pixels // 2, 0))
    qtbot.mouseMove(picture, at + QPoint(pixels, 0))
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=at + QPoint(pixels, 0))
    quiet(qtbot, desk)


def job_of(desk, place=1):
    return plan(desk).phases[0].jobs[place]


# --- the axis -----------------------------------------------------------------------------------


def test_the_axis_keeps_the_day_under_the_pointer_when_it_zooms(qapp):
    axis = Axis()
    axis.set_span(MONDAY, MONDAY + 300 * DAY)
    axis.set_view_width(800)
    axis.zoom_to(10)
    axis.scroll_to(900)
    for wide in (20, 33, 11, 8):
        day = axis.day_at(400)
        axis.zoom_to(wide, 400)
        assert abs((axis.day_at(400) - day).days) <= 1
    axis.zoom_to(10**6)
    assert axis.day_width == WIDEST
    axis.zoom_to(0)
    assert axis.day_width == NARROWEST and axis.offset == 0
    axis.fit()
    first, last = axis.visible()
    assert first <= MONDAY and last >= MONDAY + 300 * DAY


def test_what_is_seen_stays_when_the_span_grows(qapp):
    axis = Axis()
    axis.set_span(MONDAY, MONDAY + 300 * DAY)
    axis.set_view_width(500)
    axis.zoom_to(10)
    axis.scroll_to(700)
    day = axis.day_at(0)
    axis.set_span(MONDAY - 40 * DAY, MONDAY + 320 * DAY)
    assert axis.day_at(0) == day


# --- opening ------------------------------------------------------------------------------------


def test_an_empty_project_is_planned_from_the_template(qtbot, opened, seat):
    desk = opened(seat)
    assert desk._pages.currentWidget() is desk.start
    assert desk.start.day.day() == date(2026, 11, 30)
    desk.start.day.setText("nonsense")
    qtbot.mouseClick(desk.start.go, Qt.MouseButton.LeftButton)
    assert desk.start.banner.words()
    desk.start.day.setText("2026-08-17")
    qtbot.mouseClick(desk.start.go, Qt.MouseButton.LeftButton)
    quiet(qtbot, desk)
    assert len(desk.panes.picture.rows) == 5 + sum(len(phase.jobs) for phase in PHASES)
    assert plan(desk).first_on == MONDAY


def test_a_consultant_sees_the_plan_marks_it_and_moves_nothing(qtbot, office, opened, desk):
    other = opened(office.sign_in("qian", WORD))
    assert not other.panes.picture.movable
    job = job_of(other)
    drag(qtbot, other, bar_of(other, job).center(), 100)
    assert job_of(other) == job
    other.panes.model.toggled.emit(LineKey(False, job.id))
    quiet(qtbot, other)
    assert job_of(other).standing is Standing.DONE
    other._open(LineKey(False, job.id))
    assert not other.form._save.isEnabled() and not other.form._remove.isVisible()


def test_list_and_picture_stand_on_the_same_lines(desk):
    tree, picture = desk.panes.tree, desk.panes.picture
    for key in (LineKey(True, 1), LineKey(False, 3), LineKey(False, 9)):
        row = tree.visualRect(desk.panes.model.index_of(key))
        listed = tree.viewport().mapToGlobal(row.center()).y()
        index = [each.key for each in picture.rows].index(key)
        drawn = picture.mapToGlobal(QPoint(0, int(picture.row_top(index) + ROW / 2))).y()
        assert abs(listed - drawn) <= 1
    tree.verticalScrollBar().setValue(60)
    assert picture.top == 60
    tree.verticalScrollBar().setValue(0)
    tree.collapse(desk.panes.model.index_of(LineKey(True, 1)))
    assert [row.key for row in picture.rows][:2] == [LineKey(True, 1), LineKey(True, 2)]


def test_titles_have_the_room_that_no_owner_needs(qtbot, seat, desk):
    tree, model, first = desk.panes.tree, desk.panes.model, job_of(desk)
    phase = model.index_of(LineKey(True, plan(desk).phases[0].id))
    assert model.data(phase).endswith("  0/10")
    assert tree.isColumnHidden(OWNER)
    before = tree.columnWidth(0)
    me = PersonId(seat.person.id)
    seat.do(
        EditJob(
            job=JobId(first.id), kind=first.kind, title=first.title, plan_from=first.plan_from,
            plan_to=first.plan_to, owner=me,
        )
    )  # fmt: skip
    qtbot.waitUntil(lambda: not tree.isColumnHidden(OWNER), timeout=8000)
    assert tree.columnWidth(0) < before
    assert model.data(model.index_of(LineKey(False, first.id)), Qt.ItemDataRole.ToolTipRole)


# --- dragging -----------------------------------------------------------------------------------


def test_a_bar_is_dragged_by_whole_days_and_undone_and_redone(qtbot, desk):
    job = job_of(desk)
    box = bar_of(desk, job)
    drag(qtbot, desk, box.center(), 67)  # 3.35 days at 20 pixels a day
    moved = job_of(desk)
    assert (moved.plan_from, moved.plan_to) == (job.plan_from + 3 * DAY, job.plan_to + 3 * DAY)
    qtbot.keyClick(desk.panes.picture, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot, desk)
    assert job_of(desk).plan_from == job.plan_from
    desk.changes.redo()
    quiet(qtbot, desk)
    assert job_of(desk).plan_from == job.plan_from + 3 * DAY
    assert not desk.changes.steps.undone


def test_an_end_is_dragged_and_never_past_the_start(qtbot, desk):
    job = job_of(desk)
    box = bar_of(desk, job)
    drag(qtbot, desk, QPointF(box.right() - 1, box.center().y()), 80)
    longer = job_of(desk)
    assert (longer.plan_from, longer.plan_to) == (job.plan_from, job.plan_to + 4 * DAY)
    box = bar_of(desk, longer)
    drag(qtbot, desk, QPointF(box.left() + 1, box.center().y()), 2000)
    assert job_of(desk).plan_from == job_of(desk).plan_to == longer.plan_to


def test_a_milestone_moves_but_has_no_ends(qtbot, desk):
    job = next(j for j in plan(desk).phases[0].jobs if j.kind is JobKind.MILESTONE)
    box = bar_of(desk, job)
    picture = desk.panes.picture
    centre = QPointF(desk.panes.axis.x(job.plan_from) + 10, box.center().y())
    assert picture.grip(centre)[1] is Grip.BODY
    drag(qtbot, desk, centre, -40)
    moved = plan(desk).job(job.id)
    assert moved.plan_from == moved.plan_to == job.plan_from - 2 * DAY


def test_a_phase_is_dragged_with_its_jobs_and_all_come_back_together(qtbot, desk):
    before = plan(desk)
    phase = before.phases[1]
    drag(qtbot, desk, bar_of(desk, phase, phase=True).center(), 100)
    after = plan(desk)
    assert after.phases[1].plan_from == phase.plan_from + 5 * DAY
    assert after.phases[1].jobs[3].plan_from == phase.jobs[3].plan_from + 5 * DAY
    desk.changes.undo()
    quiet(qtbot, desk)
    back = plan(desk)
    assert [j.plan_from for j in back.jobs] == [j.plan_from for j in before.jobs]


def test_escape_lets_a_drag_go(qtbot, desk):
    job = job_of(desk)
    picture, at = desk.panes.picture, bar_of(desk, job).center().toPoint()
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(picture, at + QPoint(120, 0))
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=at + QPoint(120, 0))
    quiet(qtbot, desk)
    assert job_of(desk) == job


def test_a_refused_drag_goes_back_and_says_why(qtbot, desk):
    job = job_of(desk)
    picture = desk.panes.picture
    row = next(row for row in picture.rows if row.key == LineKey(False, job.id))
    far = date(2099, 1, 1)
    desk.changes.do(
        MoveJob(job=JobId(job.id), plan_from=far, plan_to=far, version=job.version), row.key
    )
    quiet(qtbot, desk)
    assert "2099-01-01" in desk.banner.words()
    assert picture.planned(row).plan_from == job.plan_from and not desk.changes.steps.done


# --- keys ---------------------------------------------------------------------------------------


def test_arrows_move_and_stretch_and_are_sent_once(qtbot, desk):
    job = job_of(desk)
    picture = desk.panes.picture
    desk.panes.choose(LineKey(False, job.id))
    for _ in range(3):
        qtbot.keyClick(picture, Qt.Key.Key_Right)
    qtbot.keyClick(picture, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(picture, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert job_of(desk) == job  # not yet asked for
    picture.settle_nudge()
    quiet(qtbot, desk)
    moved = job_of(desk)
    assert (moved.plan_from, moved.plan_to) == (job.plan_from + 10 * DAY, job.plan_to + 9 * DAY)
    assert moved.version == job.version + 1
    desk.changes.undo()
    quiet(qtbot, desk)
    assert job_of(desk).plan_to == job.plan_to


def test_the_desk_is_walked_by_keys_alone(qtbot, desk):
    picture = desk.panes.picture
    desk.panes.choose(LineKey(True, 1))
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    key = desk.panes.current()
    assert key == LineKey(False, plan(desk).phases[0].jobs[0].id)
    qtbot.keyClick(picture, Qt.Key.Key_Space)
    quiet(qtbot, desk)
    assert plan(desk).job(key.id).done_on == TODAY
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert desk.form.isVisible()
    qtbot.keyClick(desk.form.title, Qt.Key.Key_Escape)
    assert not desk.form.isVisible()


def test_the_wheel_zooms_at_the_pointer_and_scrolls_the_list(desk):
    picture, axis = desk.panes.picture, desk.panes.axis
    axis.zoom_to(10)
    axis.centre(TODAY)
    day = axis.day_at(300)

    def turn(delta, keys):
        at = QPointF(300, 200)
        event = QWheelEvent(
            at, picture.mapToGlobal(at), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
            keys, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(picture, event)

    turn(240, Qt.KeyboardModifier.ControlModifier)
    assert axis.day_width > 13 and axis.day_at(300) == day
    offset = axis.offset
    turn(-120, Qt.KeyboardModifier.ShiftModifier)
    assert axis.offset == offset + 120
    turn(-120, Qt.KeyboardModifier.NoModifier)
    assert picture.top > 0


# --- the form -----------------------------------------------------------------------------------


def test_a_job_is_added_by_the_form(qtbot, desk):
    desk.panes.choose(LineKey(True, 3))
    desk._add(JobKind.MEDIUM)
    form = desk.form
    assert form.phase.currentData() == 3
    qtbot.keyClicks(form.title, "x")
    form.title.setText("地铁灯箱")  # QTest cannot type Chinese
    form.owner.setCurrentIndex(form.owner.findText("钱进"))
    qtbot.mouseClick(form._save, Qt.MouseButton.LeftButton)
    quiet(qtbot, desk)
    made = plan(desk).phases[2].jobs[-1]
    assert (made.title, made.owner, made.kind) == ("地铁灯箱", "钱进", JobKind.MEDIUM)
    desk.changes.undo()
    quiet(qtbot, desk)
    assert plan(desk).job(made.id) is None
    desk.changes.redo()
    quiet(qtbot, desk)
    assert plan(desk).job(made.id).owner == "钱进"


def test_what_somebody_else_saved_first_is_refused_and_what_was_typed_is_kept(qtbot, seat, desk):
    job = job_of(desk)
    desk._open(LineKey(False, job.id))
    desk.form.title.setText("我的名称")
    seat.do(MoveJob(job=JobId(job.id), plan_from=TODAY, plan_to=TODAY))
    quiet(qtbot, desk)
    desk.form.send()
    quiet(qtbot, desk)
    qtbot.waitUntil(desk.form.differences.isVisible, timeout=8000)
    told = {one.name: one[1:] for one in desk.form.differences.pairs()}
    assert told["Title"] == (job.title, "我的名称", job.title)
    first = job.plan_from.isoformat()
    assert told["Planned first day"] == (first, first, TODAY.isoformat())
    assert desk.form.title.text() == "我的名称"
    assert job_of(desk).title == job.title
    qtbot.waitUntil(lambda: desk.form._version == job_of(desk).version, timeout=8000)
    desk.form.differences.keep.click()
    quiet(qtbot, desk)
    assert job_of(desk).title == "我的名称" and not desk.form.typed()
    assert not desk.form.differences.isVisible()


def test_theirs_can_be_taken_in_place_of_what_was_typed(qtbot, seat, desk):
    job = job_of(desk)
    desk._open(LineKey(False, job.id))
    desk.form.title.setText("我的名称")
    seat.do(MoveJob(job=JobId(job.id), plan_from=TODAY, plan_to=TODAY))
    quiet(qtbot, desk)
    desk.form.send()
    qtbot.waitUntil(desk.form.differences.isVisible, timeout=8000)
    desk.form.differences.take.click()
    assert (desk.form.title.text(), desk.form.plan_from.day()) == (job.title, TODAY)
    assert not desk.form.typed()


def test_a_form_with_a_bad_day_sends_nothing(qtbot, desk):
    job = job_of(desk)
    desk._open(LineKey(False, job.id))
    desk.form.plan_to.setText("gestern")
    desk.form.send()
    assert desk.form.banner.words() and not desk.link.pending
    desk.form.plan_to.setText("2020-01-01")
    desk.form.send()
    quiet(qtbot, desk)
    assert desk.form.banner.words() and job_of(desk) == job
    assert desk.unsaved()


def test_a_phase_keeps_its_aims_in_both_languages(qtbot, desk):
    desk._open(LineKey(True, 2))
    desk.form.aims.setPlainText("一")
    desk.form.aims_english.setPlainText("One")
    desk.form.send()
    quiet(qtbot, desk)
    phase = plan(desk).phases[1]
    assert (phase.aims, phase.aims_english) == ("一", "One")
    desk.changes.undo()
    quiet(qtbot, desk)
    assert plan(desk).phases[1].aims == PHASES[1].aims


def test_undo_stops_where_somebody_else_went_on(qtbot, seat, desk):
    job = job_of(desk)
    drag(qtbot, desk, bar_of(desk, job).center(), 60)
    seat.do(MoveJob(job=JobId(job.id), plan_from=TODAY, plan_to=TODAY))
    quiet(qtbot, desk)
    desk.changes.undo()
    quiet(qtbot, desk)
    assert desk.banner.words() and job_of(desk).plan_from == TODAY


def test_the_whole_plan_shifts_and_comes_back(qtbot, desk):
    before = plan(desk)
    desk.changes.shift(30)
    quiet(qtbot, desk)
    assert plan(desk).phases[4].plan_to == before.phases[4].plan_to + 30 * DAY
    desk.changes.undo()
    quiet(qtbot, desk)
    assert [j.plan_from for j in plan(desk).jobs] == [j.plan_from for j in before.jobs]


# --- another desk, another project --------------------------------------------------------------


def test_what_another_desk_does_appears_by_itself(qtbot, seat, desk):
    seat.do(
        AddJob(phase=PhaseId(1), kind=JobKind.JOB, title="新工作", plan_from=TODAY, plan_to=TODAY)
    )
    qtbot.waitUntil(
        lambda: any(r.job and r.job.title == "新工作" for r in desk.panes.picture.rows),
        timeout=5000,
    )


def test_a_second_project_has_a_plan_of_its_own(qtbot, office, desk):
    admin = office.sign_in("admin", WORD)
    second = admin.do(CreateProject(name="江畔新城"))
    desk.receive(Jump("campaign", Topic.CAMPAIGN, second))
    quiet(qtbot, desk)
    assert desk._pages.currentWidget() is desk.start
    place = desk.place()
    desk.receive(Jump("campaign", Topic.CAMPAIGN, 1))
    quiet(qtbot, desk)
    assert desk._pages.currentWidget() is desk._planned
    desk.go(place)
    desk.refresh()
    quiet(qtbot, desk)
    assert desk._project == second


# --- out of the window --------------------------------------------------------------------------


def test_the_list_leaves_as_a_table_without_formulas(qtbot, tmp_path, seat, desk, monkeypatch):
    monkeypatch.setattr(OUTLETS, "workbook", None)
    job = job_of(desk)
    desk._open(LineKey(False, job.id))
    desk.form.title.setText("=1+1")
    desk.form.english.setText("=1+1")
    desk.form.send()
    quiet(qtbot, desk)
    seat.do(MarkJob(job=JobId(job.id), on=job.plan_to))
    quiet(qtbot, desk)
    desk.write_table(tmp_path / "plan.csv")
    lines = (tmp_path / "plan.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + sum(len(phase.jobs) for phase in PHASES)
    assert "'=1+1" in lines[2] and job.plan_to.isoformat() in lines[2]


def test_the_picture_is_previewed_on_one_page(qtbot, desk, language):
    desk.show_paper("A4")
    qtbot.waitUntil(lambda: bool(desk.findChildren(QDialog)), timeout=8000)
    shown = desk.findChildren(QDialog)
    assert [dialog._pages.count for dialog in shown] == [1]
    wide, high = shown[0]._pages.size(0)
    assert wide > high
    shown[0].reject()


# --- the look -----------------------------------------------------------------------------------


def test_it_opens_in_both_languages_light_and_dark(qtbot, opened, seat, language, colours):
    seat.do(PlanCampaign(project=PROJECT, start_on=MONDAY))
    desk = opened(seat)
    head = desk.panes.model.headerData(0, Qt.Orientation.Horizontal)
    assert (head == "Phase and job") == (language == "en")
    shown = desk.panes.model.index(0, 0).data()
    assert shown == f"{PHASES[0].english if language == 'en' else PHASES[0].title}  0/10"
    for wide in (30, 10, 3.4, 1):
        desk.panes.axis.zoom_to(wide)
        picture = desk.grab().toImage()
        assert picture.width() == desk.width() * desk.devicePixelRatio()
    desk._open(LineKey(False, 11))
    assert not desk.grab().isNull()


def test_no_text_is_read_as_markup_and_every_button_has_a_name(desk):
    for label in desk.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
    for tool in desk.toolbar.findChildren(QToolButton):
        assert tool.text() or tool.accessibleName()


def test_holidays_lend_their_neighbours_a_shade(desk):
    found = header.shades(plan(desk), english=False)
    names = {s.name: s for s in found if s.name and s.first_on.year == 2026}
    assert names["国庆节"].first_on == date(2026, 10, 1)
    assert names["国庆节"].last_on == date(2026, 10, 7)
    assert all(a.last_on < b.first_on for a, b in itertools.pairwise(found))


def test_rows_of_a_closed_phase_are_left_out(desk):
    sheet = plan(desk)
    open_rows, closed = rows_of(sheet, ()), rows_of(sheet, {1})
    assert len(open_rows) - len(closed) == len(sheet.phases[0].jobs)
