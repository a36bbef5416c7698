"""Prices that come into effect by signatures: what the signers are told, and whether they signed."""

import numpy as np
from sqlalchemy import select

from salesdesk.kernel.calendar import local
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.plain import canonical, to_plain
from salesdesk.office.approvals.commands import FactsChanged, other_facts
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.approvals.standing import open_request, standings
from salesdesk.office.approvals.tables import Request
from salesdesk.office.inventory.price_cuts import deepest
from salesdesk.office.inventory.price_effects import lines_of
from salesdesk.office.inventory.price_floors import check_lists
from salesdesk.office.inventory.price_loading import load_units, places_of
from salesdesk.office.inventory.price_request_tables import PriceRequest
from salesdesk.office.inventory.price_tables import PriceVersion
from salesdesk.office.inventory.pricing_compare import compare
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Work

Facts = tuple[FactLine, ...]


class PricesByRequest(UserError):
    """The office wants signatures under its prices."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The price version '{name}' comes into effect by a request and its signatures."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask for it; count, sum and average are shown to who signs."
    )


class PricesAsked(UserError):
    """One open request for a version is enough; while it is open nothing else becomes of the version."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Request {request} asks for the price version '{name}' already."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Wait for its signatures, or withdraw it first.")


def check_not_asked(work: Work, version: PriceVersion) -> None:
    """Refuse where a request for *version* is being signed (`PricesAsked`)."""
    asked = open_request(work, PriceRequest, PriceRequest.version_id == version.id)
    if asked is not None:
        raise PricesAsked(request=asked, name=version.name)


def facts_of(work: Work, version: PriceVersion) -> tuple[Facts, Facts, int]:
    """Give what the signers are told: what stays as signed, what it would change now, the deepest cut.

    The cut is in basis points of what its unit is measured by (`price_cuts`). Sums are of the version's units whose list price exists (fen); averages are per m², by area.
    Raises `ListBelowFloor`: who signs is not asked for what could not come into effect.
    """
    table = load_units(work, version.project_id)
    units, lines = table.units, lines_of(work, version.id)
    totals = units.totals.copy()
    at = places_of(units.ids, (line.unit_id for line in lines))
    totals[at] = np.fromiter((line.total_fen for line in lines), np.int64, len(lines))
    inside = np.zeros(len(units), dtype=np.bool_)
    inside[at] = True
    changing = inside & (totals != units.totals)
    check_lists(work.session, units.codes, units.ids, totals, changing & ~units.frozen)
    whole = compare(units.only(inside), units.totals[inside], totals[inside])[0]
    begins = version.effective_at
    what = (
        FactLine(name="version", value=version.name),
        FactLine(name="not before", value=f"{local(begins, work.zone):%Y-%m-%d %H:%M}")
        if begins
        else FactLine(name="not before", value=""),
        FactLine(name="units in it", value=str(whole.units)),
        FactLine(name="sum before", value=str(whole.before_fen), form="fen"),
        FactLine(name="sum after", value=str(whole.after_fen), form="fen"),
        FactLine(name="average before", value=str(whole.before_average_fen), form="fen"),
        FactLine(name="average after", value=str(whole.after_average_fen), form="fen"),
    )
    changes: Facts = (
        FactLine(name="prices that change", value=str(int((changing & ~units.frozen).sum()))),
        FactLine(name="prices kept, somebody's", value=str(int((changing & units.frozen).sum()))),
    )
    off = deepest(work, units, totals, changing & ~units.frozen)
    if off > 0:
        deep = FactLine(name="deepest cut", value=f"{off / 100:.2f}", form="percent")
        changes += (deep,)
    return tuple(fact for fact in what if fact.value), changes, off


def approved(work: Work, version: PriceVersion) -> Request | None:
    """Give the newest request for *version* that everybody signed."""
    asked = work.session.scalars(
        select(Request)
        .join(PriceRequest, PriceRequest.request_id == Request.id)
        .where(PriceRequest.version_id == version.id)
        .order_by(Request.id.desc())
    )
    found = standings(work.session, asked)
    return next((at.row for at in found if at.state(work.now) is RequestState.APPROVED), None)


def signed_as_it_is(work: Work, version: PriceVersion) -> Request | None:
    """Give the request by which *version* was signed as it would come into effect now; None: none.

    Where signatures are wanted and missing it raises `PricesByRequest`, and `FactsChanged` where
    prices moved since they were signed.
    """
    wanted, found = setting(work.session, "prices_by_request"), approved(work, version)
    if found is None:
        if wanted:
            raise PricesByRequest(name=version.name)
        return None
    now = facts_of(work, version)[0]
    if canonical(to_plain(now)) == found.what:
        return found
    if wanted:
        person = names_of(work.session).get(found.asker_id, "")
        raise FactsChanged(request=found.id, what=other_facts(found.what, now), person=person)
    return None
