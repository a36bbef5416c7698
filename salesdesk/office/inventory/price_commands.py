"""Prices drafted as versions, put into effect, given up.

A version never takes effect by itself: on a server no desk may change prices in the clock's name.
One whose time has come is shown as due until whoever holds the right puts it into effect; before
its time that is refused. Decided 2026-11-26.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from salesdesk.kernel import text
from salesdesk.kernel.calendar import local
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.keys import PriceVersionId, ProjectId
from salesdesk.kernel.money import Rounding
from salesdesk.kernel.plain import canonical
from salesdesk.office.inventory import importing
from salesdesk.office.inventory.price_drafting import Source, drafted, shown
from salesdesk.office.inventory.price_effects import effect
from salesdesk.office.inventory.price_floors import below_floors
from salesdesk.office.inventory.price_law import codes_of, judge
from salesdesk.office.inventory.price_loading import load_units
from salesdesk.office.inventory.price_sheets import PriceReport, UnitPrice
from salesdesk.office.inventory.price_signing import check_not_asked, signed_as_it_is
from salesdesk.office.inventory.price_tables import (
    PriceEffect,
    PriceLine,
    PriceVersion,
    PriceWithdrawal,
)
from salesdesk.office.inventory.pricing_rules import PriceScheme, rounding_of
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.sheets import GridPrice, PriceRow
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work

_ENDS: tuple[tuple[type[PriceEffect | PriceWithdrawal], str], ...] = (
    (PriceEffect, "effective"),
    (PriceWithdrawal, "withdrawn"),
)
"""The rows that end a version, with its state from then on."""


_FARTHEST = timedelta(days=731)
"""So far ahead a version may be meant for a time."""


class VersionEnded(UserError):
    """A version takes effect, or is given up, once."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The price version '{name}' cannot be changed any more: {price_state}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Draft a new version from it.")


class NotYetEffective(UserError):
    """A version with a time does not take effect before it."""

    problem = QT_TRANSLATE_NOOP("errors", "The price version '{name}' is meant for {at}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Put it into effect then, or draft one without a time from it."
    )


class TimeOver(UserError):
    """A version's time lies ahead: one that is over would say of prices what was never so."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The time {at} is over: no version can be meant for it any more."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose a time to come, or leave it empty: it then takes effect when you say so."
    )


class TooFarAhead(UserError):
    """A price version of a far year is a slip of the keys."""

    problem = QT_TRANSLATE_NOOP("errors", "{at} is more than two years ahead.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check the year; write a time within two years.")


class TwoAtOneMoment(UserError):
    """Two versions of a project cannot be effective from one moment."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The price version '{name}' is meant for this very moment too."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Withdraw that one, or choose another time.")


class VersionNamed(UserError):
    """Two versions of a project never have one name: it is what people sign and ask for."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "There is a price version '{name}' in this project already: {price_state}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another name; a withdrawn one keeps its own.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPrices:
    """Draft a price version: from a scheme, a percentage, a file, or single prices.

    ``prices`` stand over what the rest gives. ``based_on``: start from another version's prices
    instead of the present ones. ``effective_at`` without a zone is the office's own clock.
    """

    name: str
    reason: str
    project: ProjectId | None = None
    scheme: PriceScheme | None = None
    percent: Decimal | None = None
    rows: tuple[PriceRow, ...] = ()
    grid: tuple[GridPrice, ...] = ()
    prices: tuple[UnitPrice, ...] = ()
    buildings: tuple[str, ...] = ()
    based_on: PriceVersionId | None = None
    effective_at: datetime | None = None

    def form(self) -> dict[str, object]:
        """Give the journal's form: what the prices were made from, not each of them."""
        return {
            "name": self.name,
            "reason": self.reason,
            "project": self.project,
            "scheme": self.scheme,
            "percent": self.percent,
            "rows": len(self.rows) + len(self.grid),
            "prices": len(self.prices),
            "digest": importing.hash_of(self.rows, self.grid, self.prices),
            "buildings": self.buildings,
            "based_on": self.based_on,
            "effective_at": self.effective_at,
        }

    def __call__(self, work: Work) -> PriceReport:
        project = find_project(work.session, self.project or first_project(work.session))
        name = text.required(self.name, "name", 100)
        reason = text.required(self.reason, "reason", 200)
        self._check_name(work, project.id, name)
        if self.based_on is not None:
            parent = find_version(work, self.based_on)
            if parent.project_id != project.id:
                raise NotFound(what="price version", key=self.based_on)
        effective = _moment(work, self.effective_at)
        if effective is not None:
            if effective <= work.now:
                at = f"{local(effective, work.zone):%Y-%m-%d %H:%M}"
                raise TimeOver(at=at, field="effective_at")
            if effective > work.now + _FARTHEST:
                at = f"{local(effective, work.zone):%Y-%m-%d %H:%M}"
                raise TooFarAhead(at=at, field="effective_at")
            self._check_alone(work, project.id, effective)
        table = load_units(work, project.id)
        units = table.units
        source = Source(
            scheme=self.scheme,
            percent=self.percent,
            rows=self.rows,
            grid=self.grid,
            prices=self.prices,
            buildings=self.buildings,
            based_on=self.based_on,
        )
        found = drafted(work.session, units, rounding_of(Rounding(project.rounding)), source)
        version = PriceVersion(
            project_id=project.id,
            name=name,
            reason=reason,
            source=source.name,
            scheme="" if self.scheme is None else canonical(self.scheme),
            based_on=self.based_on,
            effective_at=effective,
            drafted_at=work.now,
            drafted_by=work.actor,
        )
        work.session.add(version)
        work.session.flush()
        before_each, before = units.unit_prices[found.at], units.totals[found.at]
        rows = zip(
            units.ids[found.at].tolist(), found.unit_prices.tolist(), found.totals.tolist(),
            before_each.tolist(), before.tolist(), strict=True,
        )  # fmt: skip
        work.session.connection().execute(
            insert(PriceLine),
            [
                {
                    "version_id": version.id, "unit_id": unit, "unit_price_fen": each,
                    "total_fen": total, "before_unit_price_fen": shown(old_each),
                    "before_total_fen": shown(old),
                }
                for unit, each, total, old_each, old in rows
            ],
        )  # fmt: skip
        work.note(Topic.PRICE, version.id, drafted=name)
        work.touched(Topic.PROJECT, project.id)
        totals = units.totals.copy()
        totals[found.at] = found.totals
        differs = totals != units.totals
        differs[found.at] |= found.unit_prices != before_each
        band = int(setting(work.session, "filed_band_percent"))
        above, beyond = judge(totals, table.filed, differs & ~units.frozen, band)
        return PriceReport(
            version=version.id,
            units=len(found.at),
            changed=int(differs.sum()),
            before_fen=int(before[before > 0].sum()),
            after_fen=int(found.totals.sum()),
            frozen=codes_of(units.codes, differs & units.frozen),
            missing=found.missing,
            above_filed=codes_of(units.codes, above),
            beyond_band=codes_of(units.codes, beyond),
            below_floor=below_floors(
                work.session, units.codes, units.ids, totals, differs & ~units.frozen
            ),
        )

    def _check_name(self, work: Work, project: int, name: str) -> None:
        known = work.session.scalar(
            select(PriceVersion).where(
                PriceVersion.project_id == project, PriceVersion.name == name
            )
        )
        if known is not None:
            ended = next(
                (s for t, s in _ENDS if work.session.get(t, known.id) is not None), "draft"
            )
            raise VersionNamed(field="name", name=name, price_state=ended)

    def _check_alone(self, work: Work, project: int, effective: datetime) -> None:
        other = work.session.scalar(
            select(PriceVersion.name)
            .outerjoin(PriceWithdrawal, PriceWithdrawal.version_id == PriceVersion.id)
            .where(
                PriceVersion.project_id == project,
                PriceVersion.effective_at == effective,
                PriceWithdrawal.version_id.is_(None),
            )
            .limit(1)
        )
        if other is not None:
            raise TwoAtOneMoment(name=other)


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectPrices:
    """Put a version into effect now: units that somebody has keep their price and are listed.

    ``confirmed``: also where a price has changed since the version was drafted (`PricesMoved`).
    ``meant``: also where prices are far from their neighbours' (`PricesFarOff`).
    Raises `AboveFiled` and `BeyondBand` (R-06), `ListBelowFloor`, `NotYetEffective`, `VersionEnded`; without its
    signatures also `PriceCutBeyondLimit`, and with the setting ``prices_by_request`` `PricesByRequest`. One that is being signed
    waits for them (`PricesAsked`).
    """

    version: PriceVersionId
    confirmed: bool = False
    meant: bool = False

    def __call__(self, work: Work) -> PriceReport:
        version = find_version(work, self.version)
        check_open(work, version)
        if version.effective_at is not None and version.effective_at > work.now:
            at = local(version.effective_at, work.zone)
            raise NotYetEffective(name=version.name, at=f"{at:%Y-%m-%d %H:%M}")
        check_not_asked(work, version)
        signed = signed_as_it_is(work, version)
        report = effect(work, version, confirmed=self.confirmed, signed=signed, meant=self.meant)
        work.touched(Topic.PROJECT, version.project_id)
        return report


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPriceDraft:
    """Give a draft up, with a reason; it stays in the list as withdrawn.

    While a request for it is being signed that is refused (`PricesAsked`).
    """

    version: PriceVersionId
    reason: str

    def __call__(self, work: Work) -> int:
        version = find_version(work, self.version)
        check_open(work, version)
        check_not_asked(work, version)
        reason = text.required(self.reason, "reason", 200)
        work.session.add(
            PriceWithdrawal(version_id=version.id, at=work.now, actor_id=work.actor, reason=reason)
        )
        work.note(Topic.PRICE, version.id, withdrawn=version.name)
        return version.id


def find_version(work: Work, version: int) -> PriceVersion:
    """Give a version's row, or raise `NotFound`."""
    row = work.session.get(PriceVersion, version)
    if row is None:
        raise NotFound(what="price version", key=version)
    return row


def check_open(work: Work, version: PriceVersion) -> None:
    """Refuse a version that took effect or was withdrawn (`VersionEnded`)."""
    for table, state in _ENDS:
        if work.session.get(table, version.id) is not None:
            raise VersionEnded(name=version.name, price_state=state)


def _moment(work: Work, given: datetime | None) -> datetime | None:
    """Give a moment that somebody wrote as the tables hold it."""
    if given is None:
        return None
    return (given if given.tzinfo else given.replace(tzinfo=ZoneInfo(work.zone))).astimezone(UTC)
