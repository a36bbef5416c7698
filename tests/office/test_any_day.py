"""The machine finds nothing in the office as it is, and finds every defect that is put into it.

The suite plays the same few days each time. The night plays 54,000 steps (900 days of 60 rules, each of
one to some twenty commands), others every night, and shrinks what it finds; about an hour of one core:

    SALESDESK_NIGHTLY=1 QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q -p no:cacheprovider \\
        tests/office/test_any_day.py -k "any_day_at" --hypothesis-seed=20261127

``SALESDESK_NIGHTLY_DAYS`` is another number of days (of those on a server, a tenth). The seed is any
number: the same gives the same days, none gives new ones, and several processes share a night by a seed
for each. A failure prints its steps, and a blob for ``@reproduce_failure``.
"""

import os
import sys
from dataclasses import replace

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import select

from salesdesk.kernel.errors import UserError
from salesdesk.office.customers.check_rules import EntryKind
from salesdesk.office.customers.tables import Visit
from salesdesk.office.inventory.claims import end, end_release, standing
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.ledger.rules import Fault, deposit_fate
from salesdesk.office.ledger.writing import Party, next_number
from salesdesk.office.sales.area_rules import area_settlement
from salesdesk.office.sales.deals import approval_of, home_fen
from salesdesk.office.sales.default_facts import standing_notice
from salesdesk.office.sales.defaulting import NoNotice
from salesdesk.office.sales.discount_rules import discounted
from salesdesk.office.sales.reminder_rules import STAGES
from salesdesk.office.sales.tables import PriceApproval
from tests.furnished import guards_off
from tests.office.any_day import AnyDay, Ways
from tests.office.any_day_ahead import Ahead
from tests.office.any_day_areas import Areas
from tests.office.any_day_books import Books
from tests.office.any_day_changes import Changes
from tests.office.any_day_checks import Checks
from tests.office.any_day_defaults import Defaults
from tests.office.any_day_demands import Demands
from tests.office.any_day_exchanges import Exchanges
from tests.office.any_day_fees import Fees
from tests.office.any_day_grants import Grants
from tests.office.any_day_lots import Lines, Lots
from tests.office.any_day_model import furnish_whole
from tests.office.any_day_money import Money
from tests.office.any_day_prices import FarPrices, Prices
from tests.office.any_day_refunds import Refunds
from tests.office.any_day_remakes import Remakes
from tests.office.any_day_reservations import Reservations
from tests.office.any_day_signatures import Signatures
from tests.office.any_day_signed_prices import SignedPrices
from tests.office.any_day_signing import Signing
from tests.office.any_day_steps import Steps
from tests.office.stages import OnFile, OnServer

NIGHT = int(os.environ.get("SALESDESK_NIGHTLY_DAYS", "900"))
"""How many days a night plays."""


@pytest.fixture(scope="module")
def any_day(tmp_path_factory):
    Steps.stage = OnFile.made(tmp_path_factory.mktemp("any-day"), furnish_whole)
    return AnyDay


@pytest.fixture(scope="module")
def stage_on_server(server):
    stage = OnServer(server, furnish_whole)
    yield stage
    stage.strike()


def run(machine, examples, steps, *, nightly=False):
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            phases=tuple(Phase) if nightly else (Phase.generate,),  # shrinking takes minutes
            derandomize=not nightly,
            database=None,
        ),
    )


def test_any_day_at_the_office(any_day, nightly):
    run(any_day, NIGHT if nightly else 20, 60 if nightly else 25, nightly=nightly)


def test_any_day_at_an_office_on_a_server(stage_on_server, monkeypatch, nightly):
    monkeypatch.setattr(AnyDay, "stage", stage_on_server)
    run(AnyDay, max(NIGHT // 10, 1) if nightly else 2, 60 if nightly else 20, nightly=nightly)


def _lets_go_and_withdraws(work, claim, reason, *, by_clock=False):
    end(work, claim, reason, by_clock=by_clock)
    if reason == "let go":
        end_release(work, standing(work, claim.unit_id), reason)


def _gives_it_away(work, at, _customer):
    if at.claim is not None:
        end(work, at.claim, "on hold")
        at.claim = None


def _approves_by_itself(session, deal):
    return approval_of(session, deal) or PriceApproval(
        deal_id=deal, total_fen=200_000_000, actor_id=1, note=""
    )


def _skips_a_number(work, series, prefix):
    first = next_number(work, series, prefix)
    return next_number(work, series, prefix) if first[0] % 2 == 0 else first


def _forgets_the_refund(**facts):
    return Party(**{**facts, "refund": None})


def _side_by_side(total, area, discounts, rounding):
    return discounted(total, area, [replace(one, exclusive=False) for one in discounts], rounding)


def _at_once(work, deal):
    return standing_notice(work.session, deal.row.id) or _refuse(NoNotice(unit=""))


def _refuse(refusal):
    raise refusal


def _all_visits(reading):
    return [(EntryKind.VISIT, key) for key in reading.session.scalars(select(Visit.id))]


def _lets_everybody(seat, session, name):
    office, person = seat.office, seat.person
    found, now = office._entrance(session, person.id, name)
    return office._work(session, person.id, person.role, now, found.last, str(found.zone))


def _every_metre(agreed, real, total_fen, rounding):
    found = area_settlement(agreed, real, total_fen, rounding)
    return replace(found, owed_fen=int(total_fen * (real / agreed - 1)) // 100 * 100)


def _any_stage(letters, _today):
    return STAGES[min(len(letters), len(STAGES) - 1)].value


BUGS = {
    "deposits have no cap": ("sales.till.deposit_room_fen", lambda *_: 10**12),
    "a cancelled deal keeps everything": (
        "sales.undoing.deposit_fate",
        lambda paid, _price, _fault, _deposit=None: deposit_fate(paid, paid * 100, Fault.BUYER),
    ),
    "a withdrawal leaves the unit on offer": (
        "inventory.commands.end_release",
        lambda *_: None,
    ),
    "letting go loses the release": ("sales.commands.end", _lets_go_and_withdraws),
    "a void forgets the money": ("sales.voiding.move", lambda *_a, **_k: None),
    "a void forgets the agreement": ("sales.voiding.agreement_of", lambda *_: None),
    "the approval is forgotten": ("sales.commands.approval_of", _approves_by_itself),
    "a refund is paid twice": ("sales.undoing.Party", _forgets_the_refund),
    "a receipt number is skipped": ("ledger.writing.next_number", _skips_a_number),
    "the permit is ignored": ("sales.commands.check_permit", lambda *_: []),
    "everybody may": ("frontdoor.Seat._begin", _lets_everybody),
    "an intent counts twice": ("frontdoor.journal.answered", lambda *_: None),
}


RESERVATION_BUGS = {
    "a reservation never lapses": (
        "inventory.claims.lapsed",
        lambda claim, now: claim.stage == "on hold" and claim.until and claim.until <= now,
    ),
    "a reserved unit is anybody's": ("sales.commands.leave_reservation", _gives_it_away),
    "a law pack is ignored": ("sales.reserving._law", lambda *_: LawLevel.OFF),
}
PRICE_BUGS = {
    "a held unit's price moves": ("inventory.price_loading.frozen_units", lambda *_: frozenset()),
    "a filed price is no bar": ("inventory.price_effects.check_filed", lambda *_: ((), ())),
    "a list price is cut at will": ("inventory.price_effects.check_cuts", lambda *_: None),
    "a limit is no limit": ("sales.price_check.limit_of", lambda *_: None),
}
FAR_BUGS = {
    "a far price is meant": ("sales.price_check.check_far", lambda *_a, **_k: None),
    "a price is below what is paid": ("sales.price_check.check_paid", lambda *_: None),
}
SIGNING_BUGS = {"keys are given unasked": ("sales.signing.overdue_of", lambda *_: {})}
CHANGE_BUGS = {}
EXCHANGE_BUGS = {
    "an exchange leaves the money behind": ("sales.exchange_steps._carry", lambda *_: None),
}
DEFAULT_BUGS = {"a notice gives no grace": ("sales.forfeiting.ripe", _at_once)}
GRANT_BUGS = {"a floor is no floor": ("sales.price_check.floor_total", lambda *_: None)}
LOT_BUGS = {"a lot stays behind": ("inventory.claims._followers", lambda *_: [])}
LINE_BUGS = {"the line is not asked": ("sales.commands.check_turn", lambda *_: None)}
SIGNED_PRICE_BUGS = {
    "one alone changes prices": ("inventory.price_commands.signed_as_it_is", lambda *_: None)
}
REMAKE_BUGS = {"what comes back is anywhere": ("inventory.taking.put_in_order", lambda *_: None)}
SIGNATURE_BUGS = {"a late signature counts": ("approvals.commands._check_open", lambda *_: None)}
AREA_BUGS = {"every square metre is paid": ("sales.area_facts.area_settlement", _every_metre)}
REFUND_BUGS = {"nobody signs what is paid back": ("sales.undoing.signed_request", lambda *_: None)}
MONEY_BUGS: dict[str, tuple[str, object]] = {}
FEE_BUGS = {
    "a late payment costs nothing": ("sales.sharing.fix_running", lambda *_a, **_k: []),
    "a day is in two fees": ("sales.late_fees._fixed", lambda *_: {}),
}
BOOK_BUGS = {
    "a closed day takes more": ("ledger.writing.book_day", lambda work: work.today),
    "a contra leaves the money there": ("sales.contra.move", lambda *_a, **_k: None),
}
AHEAD_BUGS = {"what was applied goes back": ("sales.voiding._paid_ahead", lambda *_: 0)}
DEMAND_BUGS = {"a letter is written every day": ("sales.reminding.next_stage", _any_stage)}
CHECK_BUGS = {
    "a review is not noted": ("inventory.reviews.set_review", lambda *_: None),
    "one checks what one likes": ("customers.checking.sample", _all_visits),
}
if os.environ.get("SALESDESK_NIGHTLY") == "1":  # each takes a while to come by
    BUGS["a hold never lapses"] = ("inventory.claims.lapsed", lambda _claim, _now: False)
    PRICE_BUGS["exclusive discounts stand together"] = (
        "sales.price_check.discounted",
        _side_by_side,
    )
    SIGNING_BUGS["what is filed comes back at will"] = (
        "sales.undoing.check_not_filed",
        lambda *_: None,
    )
    MONEY_BUGS["what is counted on is void"] = ("sales.voiding.on_ended_lines", lambda *_: False)
    MONEY_BUGS["the newest line is paid first"] = ("sales.sharing.due_first", lambda at: -at.id)
    AREA_BUGS["an area is settled twice"] = ("sales.measuring.settled_changes", lambda *_: {})
    CHANGE_BUGS["other facts are signed"] = ("approvals.commands._check_facts", lambda *_: None)
    SIGNING_BUGS["an unknown buyer signs"] = ("sales.signing._check_identified", lambda *_: None)
    CHANGE_BUGS["everything given away is much"] = (
        "sales.repricing.replace",
        lambda filing, **_: filing,
    )
    LOT_BUGS["a lot costs nothing"] = ("sales.deals.price_fen", home_fen)
    LINE_BUGS["who has it still waits for it"] = ("sales.commands.serve", lambda *_: None)
ALL_BUGS = {
    Ways: BUGS,
    Reservations: RESERVATION_BUGS,
    Prices: PRICE_BUGS,
    FarPrices: FAR_BUGS,
    Signing: SIGNING_BUGS,
    Changes: CHANGE_BUGS,
    Exchanges: EXCHANGE_BUGS,
    Defaults: DEFAULT_BUGS,
    Grants: GRANT_BUGS,
    Lots: LOT_BUGS,
    Lines: LINE_BUGS,
    Checks: CHECK_BUGS,
    SignedPrices: SIGNED_PRICE_BUGS,
    Remakes: REMAKE_BUGS,
    Signatures: SIGNATURE_BUGS,
    Areas: AREA_BUGS,
    Money: MONEY_BUGS,
    Fees: FEE_BUGS,
    Books: BOOK_BUGS,
    Ahead: AHEAD_BUGS,
    Demands: DEMAND_BUGS,
    Refunds: REFUND_BUGS,
}
MACHINES = {bug: machine for machine, bugs in ALL_BUGS.items() for bug in bugs}
"""Each bug is hunted by the part of the machine that it is about: the whole would take longer to come by."""


def _trusting(begin):
    """Begin without the guards that would refuse what a wrong program writes: the model must see it."""

    def begun():
        desks = begin()
        guards_off(
            desks.office,
            *("claim", "receipt", "receipt_void", "agreement", "refund", "movement"),
            *("unit", "price_approval", "contract", "contract_filing", "binding", "line_place"),
            *("release_line", "deal_change", "spot_check", "unit_exchange", "change_request"),
            *(
                "unit_remake",
                "unit_remake_line",
                "due_line",
                "late_fee",
                "allocation",
                "measured_area",
                "price_effect",
                "price_change",
                "signature",
                "contra",
                "day_close",
                "prepaid_use",
                "demand_letter",
            ),
        )
        return desks

    return begun


class Caught(BaseException):
    """What ends a hunt: Hypothesis plays a failure again and again, and lets this one through at once."""


class Hunt:
    """A machine that stops for good at whatever it finds."""

    def teardown(self):
        found = sys.exc_info()[1]
        try:
            super().teardown()
        except _FINDINGS as late:
            found = found or late
        if isinstance(found, _FINDINGS):
            raise Caught from found


_FINDINGS = (AssertionError, pytest.fail.Exception, UserError)


@pytest.mark.parametrize("bug", MACHINES)
def test_the_machine_catches_seeded_bugs(any_day, monkeypatch, bug):
    machine = MACHINES[bug]
    target, wrong = ALL_BUGS[machine][bug]
    monkeypatch.setattr("salesdesk.office." + target, wrong)
    monkeypatch.setattr(any_day.stage, "begin", _trusting(any_day.stage.begin))
    with pytest.raises(Caught):
        run(type("Hunt", (Hunt, machine), {}), 100, 12)  # many short days: a long one runs dry
