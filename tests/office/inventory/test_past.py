"""The board as it stood: beside what the live board said at every moment of random days."""

import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import BadEntry, UserError
from salesdesk.kernel.keys import CustomerId, ProjectId, ReceiptId, UnitId
from salesdesk.kernel.plain import canonical
from salesdesk.office.inventory import loading, past
from salesdesk.office.inventory.commands import (
    BlockUnits,
    HoldBack,
    ImportUnits,
    ReleaseUnits,
    UnblockUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.generating import CopyBuilding, GenerateUnits
from salesdesk.office.inventory.past import (
    board_at,
    board_changes,
    board_columns_at,
    board_day,
    patches_of,
)
from salesdesk.office.inventory.patterns import PatternUnit
from salesdesk.office.inventory.printed import board_sheet
from salesdesk.office.inventory.queries import board, board_columns
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.commands import ExtendHold, HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription
from salesdesk.office.sales.voiding import VoidReceipt
from tests.furnished import START, rows
from tests.office.any_day_model import furnish
from tests.office.stages import OnFile, OnServer

P = ProjectId(1)
_UNITS = st.integers(1, 9)
_STEPS = (
    "hold", "hold", "hold", "extend", "let go", "deposit", "deposit", "approve", "subscribe", "cancel",
    "accept", "release", "release", "withdraw", "hold back", "block", "unblock", "void", "prices",
    "new building", "generate", "copy", "wait", "wait", "wait long", "sweep", "nothing",
)  # fmt: skip
_DAY = st.lists(
    st.tuples(st.sampled_from(_STEPS), _UNITS, st.integers(0, 9)), min_size=12, max_size=45
)


@dataclass
class Diary:
    """A day as it is lived: each step tried, and after it what the live board shows."""

    desks: object
    pages: list = field(default_factory=list)

    def live(self, steps):
        self.write()
        for what, unit, number in steps:
            self.desks.clock.forward(seconds=7)
            with suppress(UserError):  # refused: then nothing may have changed
                self._take(what, UnitId(unit), number)
            self.write()

    def write(self):
        ask = self.desks.manager.ask
        self.pages.append((self.desks.clock.now, ask(board_columns, P)))

    def _take(self, what, unit, number):
        desks, one = self.desks, (unit,)
        done = {
            "hold": (desks.consultant, lambda: HoldUnit(unit=unit, customer=CustomerId(1 + number % 2), minutes=5 + number)),
            "extend": (desks.consultant, lambda: ExtendHold(unit=unit)),
            "let go": (desks.consultant, lambda: LetGo(unit=unit)),
            "deposit": (desks.cashier, lambda: TakeDeposit(unit=unit, amount=1_000_000)),
            "approve": (desks.manager, lambda: ApprovePrice(unit=unit)),
            "subscribe": (desks.consultant, lambda: Subscribe(unit=unit, mode="一次性付款")),
            "cancel": (desks.manager, lambda: CancelSubscription(unit=unit, fault=Fault.NONE, reason="x")),
            "accept": (desks.manager, lambda: AcceptBack(unit=unit)),
            "release": (desks.manager, lambda: ReleaseUnits(project=P) if number == 0 else ReleaseUnits(units=one)),
            "withdraw": (desks.manager, lambda: WithdrawUnits(units=one)),
            "hold back": (desks.manager, lambda: HoldBack(units=one, reason="x")),
            "block": (desks.manager, lambda: BlockUnits(units=one, reason="x")),
            "unblock": (desks.manager, lambda: UnblockUnits(units=one, reason="x")),
            "void": (desks.cashier, lambda: VoidReceipt(receipt=ReceiptId(desks.cashier.ask(receipts)[0].id), reason="x")),
            "prices": (desks.admin, lambda: ImportUnits(rows=rows(price=2_000_000 + number * 10_000), project=P)),
            "new building": (desks.admin, lambda: ImportUnits(rows=rows(f"{number}栋", floors=1, price=2_000_000 if number % 2 else None), project=P)),
            "generate": (desks.admin, lambda: GenerateUnits(
                building=f"G{number}", first_floor=1, last_floor=1, project=P,
                pattern=(PatternUnit(number="01", gross_area=Decimal(90), unit_price_fen=2_000_000),),
            )),
            "copy": (desks.admin, lambda: CopyBuilding(building="1栋", copy=f"C{number}", project=P)),
        }  # fmt: skip
        if what == "wait":
            desks.clock.forward(minutes=number, seconds=11)
        elif what == "wait long":
            desks.clock.forward(hours=2 + number)
        elif what == "sweep":
            desks.office.sweep()
        elif what in done and (what != "void" or desks.cashier.ask(receipts)):
            seat, command = done[what]
            seat.do(command())

    def check(self):
        """Compare each page with the board as of its moment, and with the day's play-back."""
        ask = self.desks.manager.ask
        days = {}
        for moment, seen in self.pages:
            then = ask(board_columns_at, P, moment)
            assert shown(then) == shown(seen), moment
            days.setdefault(day_of(moment), []).append((moment, seen))
        for day, pages in days.items():
            self.play(ask(board_day, P, day), pages)

    def play(self, day, pages):
        """Carry the day's changes out on its first board, as a desk does."""
        ask = self.desks.manager.ask
        before = day.first - timedelta(microseconds=1)
        start = {p.id: p for p in patches_of(ask(board_columns_at, P, before))}
        for moment, seen in pages:
            now = dict(start)
            for change in day.changes:
                if change.at <= moment:
                    now[change.unit] = change.after
            units = {p.id: p for p in patches_of(seen)}
            known = max((at for at in day.arrivals if at <= moment), default=None)
            if known is not None:
                base = {p.id: p for p in patches_of(ask(board_columns_at, P, known))}
                now = base | {c.unit: c.after for c in day.changes if known < c.at <= moment}
            assert now == units, moment
        for one in day.changes:
            assert one.before != one.after and one.actor and day.first <= one.at <= day.last


def shown(columns):
    """Give all that a board shows, unit for unit."""
    return [
        (p, code, columns.building_names[b])
        for p, code, b in zip(
            patches_of(columns), columns.codes, columns.buildings.tolist(), strict=True
        )
    ]


@pytest.fixture(scope="module")
def on_file(tmp_path_factory):
    return OnFile.made(tmp_path_factory.mktemp("past"), furnish)


@pytest.fixture(scope="module")
def stage_on_server(server, on_server):  # whose logins are there before and stay
    stage = OnServer(server, furnish)
    yield stage
    stage.strike()


def lived(stage, steps):
    desks = stage.begin()
    try:
        diary = Diary(desks)
        diary.live(steps)
        diary.check()
    finally:
        stage.end(desks)


def test_any_day_is_read_again_as_it_was(on_file, nightly):
    @settings(
        max_examples=400 if nightly else 15, phases=tuple(Phase) if nightly else (Phase.generate,)
    )
    @given(steps=_DAY)
    def days(steps):
        lived(on_file, steps)

    days()


def test_any_day_on_a_server_is_read_again_as_it_was(stage_on_server, nightly):
    @settings(max_examples=60 if nightly else 3, phases=(Phase.generate,))
    @given(steps=_DAY)
    def days(steps):
        lived(stage_on_server, steps)

    days()


@pytest.mark.parametrize("bug", ["lapsed holds count", "today's prices", "everything was there"])
def test_the_comparison_catches_seeded_bugs(on_file, monkeypatch, bug):
    if bug == "lapsed holds count":
        states = loading._states

        def wrong(keys, released, claims, _moment):
            return states(keys, released, claims, START - timedelta(days=1))

        monkeypatch.setattr(loading, "_states", wrong)
        monkeypatch.setattr("salesdesk.office.inventory.queries.load_states", right_states(states))
    elif bug == "today's prices":
        monkeypatch.setattr(
            past, "load_past_columns", lambda c, project, _m: loading.load_columns(c, project)
        )
    else:
        monkeypatch.setattr(
            loading, "_there", lambda _c, _p, _m, _at, _then, size: np.ones(size, np.bool_)
        )

    @settings(max_examples=25, phases=(Phase.generate,))
    @given(steps=_DAY)
    def days(steps):
        lived(on_file, steps)

    with pytest.raises(AssertionError):
        days()


def right_states(states):
    def read(connection, keys, now):
        released = loading._numbers(connection, loading._RELEASED)
        return states(keys, released, loading._numbers(connection, loading._CLAIMED), now)

    return read


def test_cards_and_paper_tell_the_same_past(desks):
    unit = desks.unit("1-1-0101")
    at_ten = desks.clock.now
    desks.clock.forward(minutes=1)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer(), minutes=5))
    held = desks.clock.now
    desks.clock.forward(minutes=30)  # the row of the hold is not ended yet: nobody came by
    for moment, state in (
        (at_ten, UnitState.AVAILABLE),
        (held, UnitState.ON_HOLD),
        (held + timedelta(minutes=5, microseconds=-1), UnitState.ON_HOLD),
        (held + timedelta(minutes=5), UnitState.AVAILABLE),
    ):
        card = {card.id: card for card in desks.reception.ask(board_at, moment)}[unit]
        assert card.state is state and card.public_face
        assert card.customer is None and card.customer_id is None and card.consultant is None
        assert (card.until is not None) == (state is UnitState.ON_HOLD)
        sheet = desks.manager.ask(board_sheet, P, moment)
        assert dict(line[:2] for line in sheet.strip).get(UnitState.ON_HOLD, 0) == (
            state is UnitState.ON_HOLD
        )
        assert sheet.as_of.startswith("2026-11-24 10:")
    assert desks.manager.ask(board_sheet, P).as_of == ""


def test_a_day_says_who_did_what(desks):
    unit = desks.unit("1-1-0101")
    customer = desks.customer()
    desks.clock.forward(minutes=1)
    desks.consultant.do(HoldUnit(unit=unit, customer=customer, minutes=5))
    desks.clock.forward(minutes=20)
    desks.manager.do(HoldBack(units=(unit,), reason="样板房"))
    day = desks.manager.ask(board_day, P)
    assert [change.at for change in day.changes] == sorted(change.at for change in day.changes)
    mine = [
        (STATES[c.before.state].value, STATES[c.after.state].value, c.actor, c.reason)
        for c in day.changes
        if c.unit == unit and c.at > START
    ]
    assert mine == [
        ("available", "on hold", "consultant one", ""),
        ("on hold", "available", "clock", ""),
        ("available", "held back", "manager one", "样板房"),
    ]
    assert day.last == desks.clock.now and day.first < START
    lines = [line for line in desks.reception.ask(board_changes) if line.at > START]
    assert [(line.code, line.state.value, line.actor) for line in lines] == [
        ("1-1-0101", "on hold", "consultant one"),
        ("1-1-0101", "available", "clock"),
        ("1-1-0101", "held back", "manager one"),
    ]
    assert lines[0].until == lines[1].at and lines[0].total_fen == 200_000_000
    assert json.loads(canonical(lines))[2]["reason"] == "样板房"
    quiet = desks.manager.ask(board_day, P, date(2026, 11, 20))
    assert quiet.changes == () and quiet.arrivals == ()


def test_the_future_is_not_told(desks):
    later = desks.clock.now + timedelta(seconds=1)
    for moment in (
        later,
        later.replace(year=9999),
        datetime.max,
        datetime.min,
        later.replace(year=1),
    ):
        with pytest.raises(BadEntry):
            desks.manager.ask(board_at, moment)
    for day in (date(2026, 11, 25), date.max, date.min):
        with pytest.raises(BadEntry):
            desks.manager.ask(board_day, P, day)
    naive = desks.manager.ask(board_at, datetime(2026, 11, 24, 9, 59))
    aware = desks.manager.ask(board_at, datetime(2026, 11, 24, 1, 59, tzinfo=UTC))
    assert naive == aware


def test_units_without_a_dated_import_are_dated_by_their_first_price(desks, monkeypatch):
    """An office whose units were made by rule before that was noted: the prices tell."""
    monkeypatch.setattr("salesdesk.office.inventory.taking.take_note", lambda *_: None)
    before = desks.clock.now
    desks.clock.forward(minutes=1)
    desks.admin.do(ImportUnits(rows=rows("2栋"), project=P, file="t"))
    assert len(desks.manager.ask(board_columns_at, P, before).ids) == 6
    assert len(desks.manager.ask(board_columns_at, P, desks.clock.now).ids) == 12
    assert desks.clock.now in desks.manager.ask(board_day, P).arrivals


def test_what_a_list_changed_of_a_unit_is_dated(desks):
    """Area, layout, orientation and use: each past minute shows what stood then, and so does the play-back."""
    plain = rows()
    moments, boards, columns = [], [], []

    def look():
        desks.clock.forward(minutes=5)
        moments.append(desks.clock.now)
        boards.append(desks.manager.ask(board))
        columns.append(facts_of(desks.manager.ask(board_columns, P)))
        desks.clock.forward(minutes=5)

    look()
    for area, layout, use in (
        ("98.50", "三室", ""),
        ("97.00", "三室", "住宅"),
        ("97.00", "四室", ""),
    ):
        changed = replace(
            plain[0], gross_area=Decimal(area), layout=layout, use=use, orientation="南"
        )
        desks.admin.do(ImportUnits(rows=(changed, *plain[1:]), project=P, file="t"))
        look()
    assert [(c[0].gross_area, c[0].layout, c[0].use) for c in boards] == [
        (Decimal(100), "", ""),
        (Decimal("98.50"), "三室", ""),
        (Decimal(97), "三室", "住宅"),
        (Decimal(97), "四室", "住宅"),
    ]
    for moment, cards, then in zip(moments, boards, columns, strict=True):
        assert desks.manager.ask(board_at, moment) == cards
        assert facts_of(desks.manager.ask(board_columns_at, P, moment)) == then
    assert (
        len(desks.manager.ask(board_day, P).arrivals) >= 3
    )  # the play-back reads the board anew there


def facts_of(columns):
    """What a board shows of its units beside states and prices, names instead of indexes."""
    return [
        {
            "id": int(unit),
            "area": float(columns.areas[at]),
            "layout": columns.layout_names[columns.layouts[at]],
            "orientation": columns.orientation_names[columns.orientations[at]],
            "kind": int(columns.kinds[at]),
        }
        for at, unit in enumerate(columns.ids)
    ]


def test_neither_store_lets_a_unit_change_without_its_past(desks):
    forged = {
        "UPDATE unit SET gross_area = gross_area + 1 WHERE id = 1": "what a unit was is kept",
        "UPDATE unit SET layout = 'x' WHERE id = 1": "what a unit was is kept",
        (
            "INSERT INTO unit_before (id, unit_id, layout, orientation, use, gross_area, inside_area, at, actor_id)"
            " SELECT 99, id, 'never', orientation, use, gross_area, inside_area, 1, 1 FROM unit WHERE id = 1"
        ): "what a unit was is what it is until then",
    }
    for statement, words in forged.items():
        with pytest.raises(IntegrityError, match=words):  # noqa: SIM117
            with desks.office.database.writing() as session:
                session.execute(text(statement))
