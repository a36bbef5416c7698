"""Questions about prices that draft nothing: a trial, a reverse calculation, the scheme behind prices."""

from dataclasses import dataclass

import numpy as np

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import Fen, ProjectId
from salesdesk.kernel.money import Rounding
from salesdesk.office.inventory.price_law import codes_of
from salesdesk.office.inventory.price_loading import PriceTable, load_units
from salesdesk.office.inventory.pricing_compare import By
from salesdesk.office.inventory.pricing_fit import fit
from salesdesk.office.inventory.pricing_reverse import Solve
from salesdesk.office.inventory.pricing_rules import Placement, PriceScheme, rounding_of
from salesdesk.office.inventory.pricing_trial import Trial, solved, tried
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class SetApart:
    """A unit whose total (fen) takes what rounding left over, beside the scheme."""

    code: str
    total_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversedPrices:
    """A scheme for a target (fen): what stays over without its units set apart, and with them.

    ``trial``: what the scheme with them makes of the units.
    """

    scheme: PriceScheme
    apart: tuple[SetApart, ...]
    target_fen: int
    residual_fen: int
    left_fen: int
    trial: Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeRead:
    """The scheme behind the present prices of ``units`` units (those with a price).

    ``fits``: how many it rebuilds, price per m² to two fen and total to a yuan; ``plain_fits``: how many
    base, floor steps and number offsets alone do, without the ``exceptions`` at its end; ``odd`` are the
    codes of the others.
    """

    units: int
    fits: int
    plain_fits: int
    exceptions: int
    scheme: PriceScheme
    odd: tuple[str, ...]


def price_trial(
    reading: Reading,
    scheme: PriceScheme,
    project: ProjectId | None = None,
    by: By = By.BUILDING,
) -> Trial:
    """Work *scheme* out over a project (default the first) without drafting: sums and averages *by*.

    What somebody holds counts at the price it keeps. Raises what a scheme may.
    """
    found = tried(_table(reading, project), scheme, {}, by)
    if found is None:
        raise NotFound(what="unit", key="-")
    return found


def price_reverse(
    reading: Reading,
    scheme: PriceScheme,
    target: Fen,
    project: ProjectId | None = None,
    *,
    average: bool = False,
    solve: Solve = Solve.BASE,
    placement: Placement = Placement.LEAVE,
    by: By = By.BUILDING,
) -> ReversedPrices:
    """Find the base of *scheme*, or a last factor, for a *target*: the total, or with *average* the average per m² (fen).

    What rounding leaves over goes where *placement* says. Raises `TargetOutOfReach`.
    """
    table = _table(reading, project)
    found = solved(table, scheme, target, average, solve, placement)
    trial = tried(table, found.scheme, found.apart, by)
    if trial is None:
        raise NotFound(what="unit", key="-")
    codes = dict(zip(table.units.ids.tolist(), table.units.codes, strict=True))
    return ReversedPrices(
        scheme=found.scheme,
        apart=tuple(SetApart(code=codes[key], total_fen=fen) for key, fen in found.apart.items()),
        target_fen=found.target_fen,
        residual_fen=found.residual_fen,
        left_fen=found.left_fen,
        trial=trial,
    )


def scheme_of_prices(reading: Reading, project: ProjectId | None = None) -> SchemeRead:
    """Read the scheme out of a project's present prices: base, floor steps, number offsets, exceptions."""
    key = project or ProjectId(first_project(reading.session))
    table = _table(reading, key)
    rule = rounding_of(Rounding(find_project(reading.session, key).rounding))
    known = table.units.only(table.units.unit_prices > 0)
    if not len(known):
        raise NotFound(what="price", key="-")
    found = fit(known, rule)
    return SchemeRead(
        units=len(known),
        fits=int(np.count_nonzero(found.fits)),
        plain_fits=int(np.count_nonzero(found.plain_fits)),
        exceptions=len(found.exceptions),
        scheme=found.scheme,
        odd=codes_of(known.codes, ~found.plain_fits),
    )


def _table(reading: Reading, project: ProjectId | None) -> PriceTable:
    return load_units(reading, project or first_project(reading.session))
