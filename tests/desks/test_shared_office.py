"""Desks on a real server: joined by the wizard, watching each other, through lines that break."""

import os
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from salesdesk.app import door, stage
from salesdesk.app.behind import backstage
from salesdesk.app.window import _without_person
from salesdesk.desks import link as wire
from salesdesk.desks.admin.officesettings import SettingsPage
from salesdesk.desks.board.window import BoardDesk
from salesdesk.desks.cashier.form import DepositForm
from salesdesk.desks.link import Link
from salesdesk.desks.reception.correct import CorrectDialog
from salesdesk.desks.reception.edit import EditDialog
from salesdesk.desks.reception.followup_panel import FollowUpPanel
from salesdesk.desks.reception.handover import HandOverDialog
from salesdesk.desks.reception.merge import MergeDialog
from salesdesk.desks.reception.register import RegisterPage
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.shell.join import JoinPage
from salesdesk.desks.shell.left import Deciding, LeftDialog
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.shell.signin import SignIn
from salesdesk.desks.shell.window import Shell
from salesdesk.desks.shell.wizard import Wizard
from salesdesk.desks.shell.workplace import Workplace
from salesdesk.desks.wall.feed import WallFeed
from salesdesk.desks.widgets.language import speak
from salesdesk.desks.wording import refusal
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, Fen, ProjectId, Secret, UnitId
from salesdesk.kernel.plain import to_plain
from salesdesk.office import kept, patience
from salesdesk.office.customers.queries import find_customers, follow_ups_due, visit_register
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.founding import Founder, found_on_server
from salesdesk.office.inventory.queries import board
from salesdesk.office.kept import box_of
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.commands import AddPerson
from salesdesk.office.staff.rules import Role
from salesdesk.store import listening
from salesdesk.store.address import parse, write_file
from salesdesk.store.faults import (
    ClockOff,
    LoginOnServer,
    NoAddress,
    NoOfficeThere,
    NoTls,
    ServerUnreachable,
)
from salesdesk.store.outbox import Order, Outbox, read
from tests.furnished import ServerClock, make_on
from tests.postgres import Server, free_port
from tests.proxy import Proxy

LONG_MS = 20_000
TOP = Path(__file__).resolve().parents[2]
NUMBERS = count(1)


@pytest.fixture(scope="module")
def machine():
    """A server of these tests' own: they stop it."""
    made = Server.made()
    make_on(made, "template_office")
    yield made
    made.remove()


@pytest.fixture
def office(machine):
    """A fresh office on it; its database's name."""
    name = f"desk_{next(NUMBERS)}"
    machine.database(name, "template_office")
    yield name
    machine.drop(name)


@pytest.fixture(autouse=True)
def _hasty(monkeypatch):
    """Shorten what is waited for, not what is done."""
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.6)
    monkeypatch.setattr(listening, "SILENT_SECONDS", 1.0)
    monkeypatch.setattr(listening, "LOOK_SECONDS", 0.5)
    monkeypatch.setattr(wire, "_AGAIN_MS", 200)


@pytest.fixture
def line(machine):
    made = Proxy(machine.port)
    yield made
    made.close()


@pytest.fixture
def sit(machine, office):
    """Seat somebody by the window's own way; everybody leaves at the end."""
    left = []

    def seated(login, place=""):
        seat = stage.sign_in(
            place or f"postgresql+psycopg://127.0.0.1:{machine.port}/{office}", login, ""
        )
        link = Link(seat)
        left.append((link, seat))
        return link

    yield seated
    for link, seat in left:
        link.close()
        stage.sign_out(seat)


def ask(qtbot, link, query, *args):
    got = []
    link.ask(QObject(link), got.append, query, *args)
    qtbot.waitUntil(lambda: bool(got), timeout=LONG_MS)
    return got[0]


def held(seat):
    """Have unit 1 on hold; give its deal."""
    guest = seat.do(
        RegisterVisit(
            manner=Manner.VISIT, name="王小明", phone="13812345678", project=ProjectId(1)
        )
    )
    seat.do(HoldUnit(unit=UnitId(1), customer=CustomerId(guest["customer"])))
    return seat.ask(deals)[0]


# -- joining ------------------------------------------------------------------------------------


@pytest.fixture
def shell(qtbot, tmp_path):
    settings = DeskSettings()
    frame = Frame(settings)
    qtbot.addWidget(frame)
    frame.show()
    made = Shell(frame, backstage(settings), settings)
    made.settings_saved = settings
    yield made
    frame.close()


def test_a_desk_joins_by_the_wizard_and_keeps_no_password(qtbot, shell, machine, office):
    wizard = shell.page
    assert isinstance(wizard, Wizard)
    wizard.show_page("join")
    for name, text in (("host", "127.0.0.1"), ("port", str(machine.port)), ("database", office)):
        wizard.join.form.field(name).setText(text)
    wizard.join.go.click()
    qtbot.waitUntil(lambda: isinstance(shell.page, SignIn), timeout=LONG_MS)
    page = shell.page
    assert page.face.shared and not page.face.logins
    page.login.setText("cashier")
    page.password.setText("whatever-trust-takes")
    page.go.click()
    qtbot.waitUntil(lambda: isinstance(shell.page, Workplace), timeout=LONG_MS)
    assert shell.sitting.face.name == "云栖置业"
    assert shell.sitting.face.practice
    kept = str(shell.settings)
    assert shell.settings.office == f"postgresql+psycopg://127.0.0.1:{machine.port}/{office}"
    assert "whatever" not in kept


@pytest.mark.speaks
def test_an_office_is_made_on_a_server_by_its_owner(qtbot, shell, machine):
    machine.database("made_by_wizard")
    shell.page.show_page("join")
    shell.page.join.put(("127.0.0.1", str(machine.port), "made_by_wizard", ""))
    shell.page.join.make.click()
    shell.other_language()  # and back: what was typed and where it goes are kept
    shell.other_language()
    page = shell.page.new_office
    picture(shell.frame, "new-on-server")
    assert not page.form.field("path").isVisible()
    typed = ("project", "新盘"), ("owner", "postgres"), ("name", "主管"), ("login", "chief")
    for name, text in typed:
        page.form.field(name).setText(text)
    page.password.setText("a-long-password")
    page.again.setText("a-long-password")
    page.make.click()
    qtbot.waitUntil(lambda: isinstance(shell.page, SignIn), timeout=LONG_MS)
    assert shell.page.login.text() == "chief"
    shell.page.password.setText("a-long-password")
    shell.page.go.click()
    qtbot.waitUntil(lambda: isinstance(shell.page, Workplace), timeout=LONG_MS)
    assert shell.sitting.face.name == "新盘"
    assert "postgres:" not in str(shell.settings)


@pytest.mark.parametrize(
    ("host", "port", "database", "address"),
    [
        ("10.0.0.1", "5432", "office", "postgresql+psycopg://10.0.0.1:5432/office"),
        ("fe80::1", "5432", "售楼", "postgresql+psycopg://[fe80::1]:5432/%E5%94%AE%E6%A5%BC"),
        (
            "10.0.0.1, 10.0.0.2:6000", "5432", "o",
            "postgresql+psycopg:///o?host=10.0.0.1:5432&host=10.0.0.2:6000",
        ),
        ("postgresql+psycopg://x/y", "5432", "o", "postgresql+psycopg://x/y"),
    ],
)  # fmt: skip
def test_what_is_typed_is_an_address(qtbot, host, port, database, address):
    page = JoinPage()
    qtbot.addWidget(page)
    page.put((host, port, database, ""))
    assert page.address() == address
    assert parse(address).url.database


def test_each_reason_not_to_join_is_told_by_its_name(machine, office, tmp_path):
    def refused(place):
        with pytest.raises(Exception) as caught:  # noqa: PT011 - which one is what is asked
            stage.sign_in(stage.face(place).place, "cashier", "")
        return type(caught.value)

    here = f"postgresql+psycopg://127.0.0.1:{machine.port}"
    assert refused(f"postgresql+psycopg://127.0.0.1:{free_port()}/{office}") is ServerUnreachable
    assert refused(f"{here}/nowhere") is NoOfficeThere
    assert refused(f"{here}/postgres") is NoOfficeThere
    assert refused("postgresql+psycopg://10.1.2.3/x?sslmode=disable") is NoTls
    assert refused("http://here/x") is NoAddress
    file = tmp_path / "desk.server.json"
    write_file(file, parse(f"{here}/{office}"))
    assert stage.face(str(file)).place == f"{here}/{office}"


@pytest.mark.parametrize(
    ("host", "asked", "chinese"),
    [
        ("127.0.0.1", "", "该端口没有服务在监听"),
        ("no-such-machine.invalid", "", "找不到这个名称的主机"),
        ("127.0.0.1", "?sslmode=require", "不提供加密（TLS）"),
    ],
)
def test_why_nobody_answers_is_said_in_the_window_s_language(qapp, machine, host, asked, chinese):
    """What libpq says is English, whatever the window speaks."""
    port = machine.port if asked else free_port()
    with pytest.raises(UserError) as caught:
        stage.sign_in(f"postgresql+psycopg://{host}:{port}/x{asked}", "cashier", "")
    speak(qapp, "zh_CN")
    try:
        problem, _remedy = refusal(caught.value)
    finally:
        speak(qapp, "en")
    assert problem.endswith(f"：{chinese}。")


def test_after_a_refusal_the_cursor_is_back_where_it_was(qtbot, shell):
    join = shell.page.join
    shell.frame.activateWindow()
    qtbot.waitUntil(shell.frame.isActiveWindow, timeout=LONG_MS)
    shell.page.show_page("join")
    join.put(("127.0.0.1", str(free_port()), "office", ""))
    join.form.field("port").setFocus()
    qtbot.keyClick(join.form.field("port"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.page.banner.words() != "", timeout=LONG_MS)
    assert join.form.field("port").hasFocus()


def test_a_wrong_password_is_told_and_the_right_one_changed_goes_on_connecting():
    guarded = Server.made(access="scram-sha-256")
    try:
        _guarded_office(guarded)
    finally:
        guarded.remove()


def _guarded_office(guarded):
    owner = f"postgresql+psycopg://postgres:owner-password@127.0.0.1:{guarded.port}/postgres"
    found_on_server(
        parse(owner),
        Founder(login="chief", name="主管", password=Secret("first-password"), project="云栖"),
    ).close()
    place = f"postgresql+psycopg://127.0.0.1:{guarded.port}/postgres"
    face = stage.face(place)
    with pytest.raises(stage.WrongSignIn):
        stage.sign_in(face.place, "chief", "not-this-one")
    seat = stage.sign_in(face.place, "chief", "first-password")
    stage.check_password(seat, "first-password")
    stage.change_password(seat, "first-password", "second-password")
    with pytest.raises(stage.WrongSignIn):
        stage.check_password(seat, "first-password")
    seat.office.database.engine.dispose()  # every line is made anew, as after a night
    assert seat.ask(board) == ()
    stage.sign_out(seat)


def test_an_address_on_the_command_line_loses_its_person():
    kept = _without_person("postgresql+psycopg://wang:secret@h:5432/o?host=x%40y")
    assert kept == ("postgresql+psycopg://h:5432/o?host=x%40y", "wang")
    assert _without_person("/offices/a@b.office") == ("/offices/a@b.office", "")


def test_a_clock_that_is_off_is_told(sit):
    seat = sit("cashier").seat
    stage.check_clock(seat)
    real = seat.office.database.clock
    seat.office.database.clock = lambda: real() + timedelta(minutes=5)
    with pytest.raises(ClockOff):
        stage.check_clock(seat)


# -- one truth on every desk ----------------------------------------------------------------------


def test_a_hold_at_one_desk_is_seen_at_the_other(qtbot, sit):
    there, here = sit("consultant"), sit("manager")
    desk = BoardDesk(here)
    qtbot.addWidget(desk)
    desk.show()
    desk.refresh()
    qtbot.waitUntil(lambda: desk.canvas.stock is not None, timeout=LONG_MS)
    before = int(desk.canvas.stock.states[0])
    held(there.seat)
    qtbot.waitUntil(lambda: int(desk.canvas.stock.states[0]) != before, timeout=LONG_MS)


# -- lines that break -----------------------------------------------------------------------------


@pytest.mark.speaks
def test_an_unknown_outcome_is_confirmed_by_the_same_order_and_counts_once(
    qtbot, sit, line, office
):
    deal = held(sit("consultant").seat)
    cashier = sit("cashier", line.address(office))
    form = DepositForm(cashier)
    qtbot.addWidget(form)
    form.show()
    form.show_deal(deal)
    form.tenders.rows[0].amount.set_fen(5_000_000)
    taken, confirming = [], []
    form.taken.connect(taken.append)
    cashier.confirming.connect(confirming.append)
    assert ask(qtbot, cashier, receipts) == ()
    intent = form.sending.intent
    line.lose_commits, line.lose_only = 1, b"TakeDeposit"
    cashier.confirming.connect(lambda _intent: setattr(line, "refusing", False))
    _refuse_once_lost(line, qtbot, form)
    qtbot.waitUntil(lambda: bool(confirming), timeout=LONG_MS)
    assert confirming[0] == intent
    assert not taken  # nothing is printed before it is known
    assert not form.take.isEnabled()
    assert "Do not take the money again" in form.banner.words()
    qtbot.waitUntil(lambda: bool(taken), timeout=LONG_MS)
    assert line.lost == 1
    kept = ask(qtbot, cashier, receipts)
    assert [r.amount_fen for r in kept] == [5_000_000]
    assert taken[0]["receipt"] == kept[0].number
    assert not cashier.unknown


def _refuse_once_lost(line, qtbot, form):
    """Send; from the lost answer on nobody gets through until somebody lifts it."""
    form.send()
    qtbot.waitUntil(lambda: line.lost == 1, timeout=LONG_MS)
    line.refusing = True
    line.cut()


@pytest.mark.speaks
def test_a_server_that_stops_leaves_a_board_to_read_and_comes_back_by_itself(qtbot, sit, machine):
    link = sit("consultant")
    desk = BoardDesk(link)
    qtbot.addWidget(desk)
    desk.show()
    desk.refresh()
    qtbot.waitUntil(lambda: desk.canvas.stock is not None, timeout=LONG_MS)
    desk.canvas.choose(1)
    qtbot.waitUntil(lambda: bool(desk.offers.steps()), timeout=LONG_MS)
    wall = WallFeed(link)
    came, lost = [], []
    wall.came.connect(came.append)
    wall.lost.connect(lost.append)
    wall.ask()
    qtbot.waitUntil(lambda: bool(came), timeout=LONG_MS)
    standing, refused, changed = [], [], []
    link.reachable.connect(standing.append)
    link.changed.connect(changed.append)
    machine.stop()
    try:
        qtbot.waitUntil(lambda: standing == [False], timeout=LONG_MS)
        assert desk.offers.steps() == ()
        assert lost == [came[0].as_of]  # the wall says so too, at once
        assert "not current since" in desk.toolbar._as_of.text()
        link.do(desk, HoldUnit(unit=UnitId(1), customer=CustomerId(1)), None, refused.append)
        qtbot.waitUntil(lambda: bool(refused), timeout=2_000)  # at once, not after a patience
        assert refused[0].kind == "NotCurrent"
    finally:
        machine.start()
    qtbot.waitUntil(lambda: standing == [False, True], timeout=LONG_MS)
    qtbot.waitUntil(lambda: bool(desk.offers.steps()), timeout=LONG_MS)
    qtbot.waitUntil(lambda: len(came) > 1, timeout=LONG_MS)
    assert any(c.topic == "everything" for news in changed for c in news)


def test_no_question_meets_a_line_that_broke_with_the_server(machine, office):
    place = f"postgresql+psycopg://127.0.0.1:{machine.port}/{office}"
    with closing(door.opened(place)) as desk:
        database = desk.sign_in("consultant", "").office.database
        with database.reading(), database.reading():
            pass  # two lines wait for whoever asks next
        silent, back = Event(), Event()
        watcher = database.watcher(lambda _: None, lambda up: (back if up else silent).set())
        watcher.start()
        try:
            machine.stop()
            try:
                assert silent.wait(LONG_MS / 1000)
            finally:
                machine.start()
            assert back.wait(LONG_MS / 1000)
            with database.reading() as one, database.reading() as other:
                assert database.now(one) <= database.now(other)
        finally:
            watcher.stop()


@pytest.mark.speaks
def test_a_line_that_swallows_everything_is_noticed(qtbot, sit, line, office):
    link = sit("cashier", line.address(office))
    ask(qtbot, link, receipts)
    form = DepositForm(link)
    qtbot.addWidget(form)
    form.show()
    line.stalled = True
    qtbot.waitUntil(lambda: link.silent_since is not None, timeout=LONG_MS)
    assert not form.take.isEnabled()
    assert "does not answer" in form.take.toolTip()
    line.stalled = False
    qtbot.waitUntil(lambda: link.silent_since is None, timeout=LONG_MS)
    assert form.take.isEnabled()


def test_a_login_of_another_office_on_the_server_is_told_as_that(sit, machine):
    """It was told as 'another desk was faster', with the guard's English in the middle."""
    machine.sql("CREATE ROLE neighbour LOGIN")
    link = sit("admin")
    with pytest.raises(LoginOnServer):
        link.seat.do(AddPerson(login="neighbour", name="王芳", role=Role.CONSULTANT))
    assert link.seat.do(AddPerson(login="wangfang", name="王芳", role=Role.CONSULTANT)).person


def _visitor(qtbot, link):
    """Register somebody; give his card."""
    visit = RegisterVisit(
        manner=Manner.VISIT, name="王芳", phone="13812345678", project=ProjectId(1)
    )
    link.seat.do(visit)
    return ask(qtbot, link, find_customers, "13812345678")[0]


def _writing_forms(qtbot, link):
    """Make every small form that writes; give each with its button."""
    card = _visitor(qtbot, link)
    line = ask(qtbot, link, visit_register)[0]
    due = FollowUpPanel(link, link.rights)
    due.show_line(link.seat.ask(follow_ups_due, everyone=True)[0])
    rules = SettingsPage(link)
    rules.refresh()
    qtbot.waitUntil(lambda: link.pending == 0, timeout=LONG_MS)
    rules.fields["office_name"].editor.setText("another name")
    made = [
        (EditDialog(link, card, link.rights), "yes"), (HandOverDialog(link, card), "yes"),
        (MergeDialog(link, card), "yes"), (CorrectDialog(link, line, ()), "yes"), (due, "yes"),
        (due.advice, "yes"), (rules, "save"),
    ]  # fmt: skip
    for form, _button in made:
        if form is not due.advice:
            qtbot.addWidget(form)
    qtbot.waitUntil(lambda: link.pending == 0, timeout=LONG_MS)
    return [(form, getattr(form, name)) for form, name in made]


@pytest.mark.speaks
def test_every_form_that_writes_waits_while_the_office_is_silent(qtbot, sit, line, office):
    link = sit("manager", line.address(office))
    forms = _writing_forms(qtbot, link)
    before = [button.isEnabled() for _form, button in forms]
    line.stalled = True
    qtbot.waitUntil(lambda: link.silent_since is not None, timeout=LONG_MS)
    for form, button in forms:
        assert not button.isEnabled(), form
        assert "does not answer" in button.toolTip()
        assert form.sending._mark.text() == "The office does not answer"
    rules = forms[-1][0]
    rules.fields["office_name"].editor.setText("a third name")  # typing is free, saving is not
    assert not rules.save.isEnabled()
    line.stalled = False
    qtbot.waitUntil(lambda: link.silent_since is None, timeout=LONG_MS)
    assert [button.isEnabled() for _form, button in forms] == before
    assert not any(form.sending._mark.isVisible() for form, _button in forms)


@pytest.mark.speaks
def test_a_refusal_of_a_silent_office_goes_when_it_is_back(qtbot, sit, line, office):
    link = sit("manager", line.address(office))
    form = EditDialog(link, _visitor(qtbot, link), link.rights)
    qtbot.addWidget(form)
    form.show()
    form.name.setText("改过的名字")
    line.refusing = True
    line.cut()
    form.save()
    qtbot.waitUntil(lambda: form.form.banner.words() != "", timeout=LONG_MS)
    qtbot.waitUntil(lambda: link.silent_since is not None, timeout=LONG_MS)
    line.refusing = False
    qtbot.waitUntil(lambda: link.silent_since is None, timeout=LONG_MS)
    assert form.form.banner.words() == ""
    assert form.name.text() == "改过的名字"


@pytest.mark.speaks
def test_the_second_host_takes_over(qtbot, sit, machine, office):
    first, second = Proxy(machine.port), Proxy(machine.port)
    try:
        place = f"postgresql+psycopg:///{office}?host=127.0.0.1:{first.port}&host=127.0.0.1:{second.port}"
        link = sit("cashier", place)
        ask(qtbot, link, receipts)
        standing = []
        link.reachable.connect(standing.append)
        first.refusing = True
        first.cut()
        qtbot.waitUntil(lambda: standing == [False, True], timeout=LONG_MS)
        assert ask(qtbot, link, receipts) == ()
    finally:
        first.cut()
        second.cut()
        yield_to(first, second)


def yield_to(*lines):
    for one in lines:
        one.close()


# -- what survives the program --------------------------------------------------------------------

CHILD = """
import sys
from salesdesk.app import door, stage
from salesdesk.kernel.keys import UnitId, Fen
from salesdesk.kernel.plain import to_plain
from salesdesk.office import kept, patience
from salesdesk.office.customers.queries import visit_register
from salesdesk.office.sales.till import TakeDeposit
patience.PATIENCE_SECONDS = 60
seat = stage.sign_in(sys.argv[1], "cashier", "")
print("seated", flush=True)
sys.stdin.readline()
seat.do(TakeDeposit(unit=UnitId(1), amount=Fen(5_000_000), payer="王小明"), "intent-of-the-child")
print("done", flush=True)
"""


@pytest.fixture
def killed(sit, line, office):
    """Have a cashier's program killed while it sends a deposit; *how* sets the line first."""

    def kill(how, when):
        held(sit("consultant").seat)
        with subprocess.Popen(
            [sys.executable, "-c", CHILD, line.address(office)],
            cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        ) as child:  # fmt: skip
            assert child.stdout.readline() == "seated\n"
            how()
            child.stdin.write("go\n")
            child.stdin.flush()
            until = time.monotonic() + LONG_MS / 1000
            while not when():
                assert time.monotonic() < until
                time.sleep(0.005)
            child.kill()
        line.stalled = line.refusing = False
        line.cut()

    return kill


def _rob(line):
    line.lose_commits, line.lose_only = 1, b"TakeDeposit"


def _orders():
    found = Path(os.environ["XDG_DATA_HOME"]).rglob("*.orders")
    return [one for file in found for one in read(file)]


@pytest.mark.speaks
def test_a_deposit_written_by_a_killed_program_is_told_at_the_next_sign_in(
    killed, sit, line, office
):
    killed(lambda: _rob(line), lambda: line.lost == 1)
    cashier = sit("cashier", line.address(office)).seat
    (left,) = stage.left_orders(cashier)
    (receipt,) = cashier.ask(receipts)
    assert (left.fate, left.number, left.amount_fen) == ("written", receipt.number, 5_000_000)
    assert left.about == (cashier.ask(board)[0].code, "王小明")
    assert stage.left_orders(cashier) == ()
    assert _orders() == []


@pytest.fixture
def left_behind(sit, machine, office):
    """What a program leaves that died before its order reached the server."""
    held(sit("consultant").seat)
    database = sit("manager").seat.office.database
    box = Outbox(box_of(database, "cashier"))
    command = TakeDeposit(unit=UnitId(1), amount=Fen(5_000_000), payer="王小明")
    order = Order(
        intent="never-arrived", command="TakeDeposit", form=to_plain(command), login="cashier",
        made_at=database.clock(),
    )  # fmt: skip
    box.keep(order)
    box.close()


def test_a_fresh_order_that_never_arrived_is_sent_again(left_behind, sit):
    cashier = sit("cashier").seat
    (left,) = stage.left_orders(cashier)
    assert left.fate == "written"
    assert [r.number for r in cashier.ask(receipts)] == [left.number]


@pytest.mark.parametrize("wanted", [True, False])
def test_an_old_order_takes_no_money_unless_the_person_says_so(
    qtbot, left_behind, sit, monkeypatch, language, wanted
):
    monkeypatch.setattr(kept, "FRESH", timedelta(seconds=-1))
    link = sit("cashier")
    cashier = link.seat
    left = stage.left_orders(cashier)
    assert [one.fate for one in left] == ["open"]
    assert cashier.ask(receipts) == ()
    deciding = Deciding(partial(stage.send_left, cashier), partial(stage.drop_left, cashier))
    dialog = LeftDialog(link, left, deciding, None)
    qtbot.addWidget(dialog)
    dialog.show()
    picture(dialog, f"left-{language}")
    assert not dialog.close_button.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    (dialog.lines[0].send if wanted else dialog.lines[0].drop).click()
    qtbot.waitUntil(dialog.close_button.isEnabled, timeout=LONG_MS)
    taken = cashier.ask(receipts)
    assert len(taken) == int(wanted)
    assert all(receipt.number in dialog.lines[0].fate.text() for receipt in taken)
    assert _orders() == []


@pytest.mark.speaks
def test_a_visit_typed_while_the_office_is_silent_is_offered_as_a_late_entry(
    qtbot, sit, machine, office
):
    link = sit("reception")
    page = RegisterPage(link, link.seat.rights)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: link.pending == 0, timeout=LONG_MS)
    machine.stop()
    try:
        qtbot.waitUntil(lambda: link.silent_since is not None, timeout=LONG_MS)
        page.entry.phone.setText("13811112222")
        page.entry.name.setText("李静")
        page.save()
        assert "kept on this machine" in page.banner.words()
        assert not page.entry.dirty()
        assert [(one.command, one.draft) for one in _orders()] == [("RegisterVisit", True)]
    finally:
        machine.start()
    qtbot.waitUntil(lambda: link.silent_since is None, timeout=LONG_MS)
    (left,) = stage.left_orders(link.seat)
    assert (left.fate, left.draft, left.about) == ("open", True, ("李静",))
    # the server's clock stands on another day than the one on which it was typed
    day = left.made_at.astimezone(ZoneInfo("Asia/Shanghai")).date()
    tomorrow = datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC) + timedelta(days=1)
    ServerClock(machine, office, tomorrow)
    assert stage.send_left(link.seat, left).fate == "written"
    (entry,) = link.seat.ask(visit_register, None, day, day)
    assert (entry.customer, entry.late) == ("李静", True)
    assert _orders() == []


def picture(widget, name):
    """Write what is shown into ``SALESDESK_PICTURES``, where somebody wants to look at it."""
    if folder := os.environ.get("SALESDESK_PICTURES"):
        QApplication.processEvents()
        widget.grab().save(str(Path(folder, f"{name}.png")))
