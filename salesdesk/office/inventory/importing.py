"""A price list meets the office: compared here, then taken in by `taking`, whole or not at all."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import (
    Rounding,
    format_yuan,
    total_from_unit_price,
    unit_price_from_total,
)
from salesdesk.office.inventory.claims import frozen_units
from salesdesk.office.inventory.codes import unit_code
from salesdesk.office.inventory.import_problems import (
    NAMELESS,
    NAMELESS_REMEDY,
    RETIRED,
    RETIRED_REMEDY,
    SIGNED,
    SIGNED_REMEDY,
    TWICE,
    TWICE_REMEDY,
    UNKNOWN,
    UNKNOWN_REMEDY,
    far_prices,
    left_out,
    line_problem,
)
from salesdesk.office.inventory.lot_rules import LOTS, kind_of
from salesdesk.office.inventory.price_cuts import CUT, CUT_REMEDY, cuts_beyond
from salesdesk.office.inventory.price_far import Priced
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.relisting import relisted
from salesdesk.office.inventory.remaking_tables import present as there
from salesdesk.office.inventory.remaking_tables import retired_units
from salesdesk.office.inventory.sheets import (
    GridPrice,
    ImportChange,
    ImportProblem,
    ImportReport,
    PriceRow,
)
from salesdesk.office.inventory.tables import Building, Unit
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Reading

PRICES = frozenset({"unit_price_fen", "total_fen"})
"""The columns that stay while a claim lives."""


class ListBySignatures(UserError):
    """With `prices_by_request` a list brings first prices alone."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "The list changes the price of {count} units, first {unit}; "
        "prices change by a request and its signatures.",
    )
    remedy = SIGNED_REMEDY


class ImportRefused(UserError):
    """A file with problems changes nothing."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The file has {count} problems; nothing was imported. First: {first}"
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Mend the rows that are listed, then import again.")


class NothingToImport(UserError):
    """A file without a single unit."""

    problem = QT_TRANSLATE_NOOP("errors", "The file holds no unit that could be imported.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check the headings, or assign the columns by hand.")


@dataclass(slots=True)
class Comparison:
    """What an import would do: new rows, changed rows, and the report for people."""

    added: list[tuple[str, PriceRow]] = field(default_factory=list)
    changed: list[tuple[Row[Any], dict[str, Any]]] = field(default_factory=list)
    unchanged: int = 0
    kept: int = 0
    rows: int = 0
    total_fen: int = 0
    problems: list[ImportProblem] = field(default_factory=list)
    changes: list[ImportChange] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    repriced: list[str] = field(default_factory=list)
    warnings: list[ImportProblem] = field(default_factory=list)

    def report(self, *, dry_run: bool) -> ImportReport:
        """Give the figures and lists."""
        return ImportReport(
            rows=self.rows,
            units=len(self.added) + len(self.changed) + self.unchanged,
            added=len(self.added),
            changed=len(self.changed),
            unchanged=self.unchanged,
            missing=len(self.missing),
            kept=self.kept,
            total_fen=self.total_fen,
            problems=tuple(self.problems),
            warnings=tuple(self.warnings) if dry_run else (),
            changes=tuple(self.changes),
            missing_codes=tuple(self.missing),
            added_codes=tuple(code for code, _row in self.added) if dry_run else (),
            dry_run=dry_run,
        )


def compare(
    reading: Reading,
    project: int | None,
    rounding: Rounding,
    rows: Iterable[PriceRow],
    grid: Iterable[GridPrice],
    *,
    partial: bool = False,
) -> Comparison:
    """Compare a file with the office; *project* None: it does not exist yet.

    What the file leaves out of a building that it covers is missing; where somebody holds it or has
    bought it that is a problem, unless the file is *partial*.
    """
    meets = _Meeting(
        _present(reading.session, project),
        _retired(reading.session, project),
        frozen_units(reading, project or 0),
    )
    for row in rows:
        meets.row(row, rounding)
    for cell in grid:
        meets.cell(cell, rounding)
    meets.left_out(partial=partial)
    return meets.result


@dataclass(slots=True)
class _Meeting:
    """A file on its way through the office's units: present ones by code, retired codes, held ids."""

    present: Mapping[str, Row[Any]]
    retired: frozenset[str]
    frozen: frozenset[int]
    result: Comparison = field(default_factory=Comparison)
    seen: set[str] = field(default_factory=set)
    covered: set[tuple[str, bool]] = field(default_factory=set)
    """Of which buildings it names homes or shops, and of which lots."""
    prices: list[tuple[PriceRow | GridPrice, Priced]] = field(default_factory=list)

    def row(self, row: PriceRow, rounding: Rounding) -> None:
        """Take a unit's row."""
        self.result.rows += 1
        code = unit_code(row.building, row.core, row.floor, row.number)
        if code in self.seen:
            self.result.problems.append(line_problem(row, code, TWICE, TWICE_REMEDY))
            return
        if not row.building.strip() or not row.number.strip():
            self.result.problems.append(line_problem(row, code, NAMELESS, NAMELESS_REMEDY))
            return
        self.seen.add(code)
        if code in self.retired:
            self.result.problems.append(line_problem(row, code, RETIRED, RETIRED_REMEDY))
            return
        priced = _priced(row, rounding)
        old = self.present.get(code)
        self._price(row, code, row.use or (old.use if old else ""), priced.unit_price_fen, old)
        if old is None:
            self.result.added.append((code, priced))
            self.result.total_fen += priced.total_fen or 0
        else:
            _compare_one(self.result, old, _values(priced), frozen=old.id in self.frozen)

    def cell(self, cell: GridPrice, rounding: Rounding) -> None:
        """Take a price of a grid."""
        self.result.rows += 1
        code = unit_code(cell.building, cell.core, cell.floor, cell.number)
        old = self.present.get(code)
        if code in self.seen:
            self.result.problems.append(line_problem(cell, code, TWICE, TWICE_REMEDY))
        elif code in self.retired:
            self.result.problems.append(line_problem(cell, code, RETIRED, RETIRED_REMEDY))
        elif old is None:
            self.result.problems.append(line_problem(cell, code, UNKNOWN, UNKNOWN_REMEDY))
        else:
            values = _grid_values(cell, old, rounding)
            self._price(cell, code, old.use, values["unit_price_fen"], old)
            _compare_one(self.result, old, values, frozen=old.id in self.frozen)
        self.seen.add(code)

    def left_out(self, *, partial: bool) -> None:
        """Say what the file does not name, and which of its prices are far off."""
        left = {code: old for code, old in self.present.items() if code not in self.seen}
        self.result.missing = [
            code
            for code, old in left.items()
            if (old.building, kind_of(old.use) in LOTS) in self.covered
        ]
        if not partial:
            self.result.problems.extend(
                left_out(code) for code in self.result.missing if left[code].id in self.frozen
            )
        others = [
            Priced(code, old.use, old.unit_price_fen)
            for code, old in left.items()
            if old.unit_price_fen
        ]
        self.result.warnings = far_prices(self.prices, others)

    def _price(
        self,
        row: PriceRow | GridPrice,
        code: str,
        use: str,
        each: int | None,
        old: Row[Any] | None,
    ) -> None:
        self.covered.add((row.building, kind_of(use) in LOTS))
        if each and not (old is not None and old.id in self.frozen):
            before = None if old is None else old.unit_price_fen
            self.prices.append((row, Priced(code, use, each, before)))


def compare_list(
    reading: Reading,
    project: int | None,
    rounding: Rounding,
    rows: tuple[PriceRow, ...],
    grid: tuple[GridPrice, ...],
    *,
    partial: bool = False,
) -> Comparison:
    """Do the same for a price list: it cuts no price by more than the role of who brings it may.

    With `prices_by_request` it changes no price that was there.
    """
    result = compare(reading, project, rounding, rows, grid, partial=partial)
    every: tuple[PriceRow | GridPrice, ...] = (*rows, *grid)
    lines = {unit_code(r.building, r.core, r.floor, r.number): r for r in every}
    result.problems.extend(relisted(reading, lines, result.added, result.changed))
    if not result.repriced:
        return result
    if not setting(reading.session, "prices_by_request"):
        result.repriced.clear()
        cheaper = {
            old.id: (old.code, values["total_fen"])
            for old, values in result.changed
            if "total_fen" in values and values["total_fen"] < (old.total_fen or 0)
        }
        for cut in cuts_beyond(reading, [(unit, fen) for unit, (_code, fen) in cheaper.items()]):
            code, facts = cheaper[cut.unit][0], cut.facts()
            result.problems.append(line_problem(lines[code], code, CUT, CUT_REMEDY, facts))
    else:
        result.problems.extend(
            line_problem(lines[code], code, SIGNED, SIGNED_REMEDY) for code in result.repriced
        )
    return result


def _compare_one(result: Comparison, old: Row[Any], new: dict[str, Any], *, frozen: bool) -> None:
    differing = {name: value for name, value in new.items() if getattr(old, name) != value}
    result.total_fen += (old.total_fen if frozen else new.get("total_fen", old.total_fen)) or 0
    if not differing:
        result.unchanged += 1
        return
    if not PRICES.isdisjoint(differing):
        result.changes.append(_price_change(old, new, frozen=frozen))
        if not frozen and old.total_fen is not None:
            result.repriced.append(old.code)
    # What was agreed is of the unit as it was listed: only what was not said before is taken.
    taken = {n: v for n, v in differing.items() if not frozen or _not_said(old, n)}
    result.changes.extend(
        ImportChange(
            code=old.code, what=name, old=_shown(getattr(old, name)), new=_shown(value),
            frozen=name not in taken,
        )
        for name, value in differing.items()
        if name not in PRICES
    )  # fmt: skip
    result.kept += len(taken) < len(differing)
    if taken:
        result.changed.append((old, taken))
    else:
        result.unchanged += 1


def _not_said(old: Row[Any], name: str) -> bool:
    """Whether a unit's column was empty and says nothing so; without a use it is a home."""
    return name not in PRICES | {"use"} and getattr(old, name) in {None, ""}


def _price_change(old: Row[Any], new: dict[str, Any], *, frozen: bool) -> ImportChange:
    before, after = old.total_fen or 0, new["total_fen"] or 0
    what = "total" if before != after else "unit price"
    pair = (before, after) if before != after else (old.unit_price_fen, new["unit_price_fen"])
    return ImportChange(
        code=old.code,
        what=what,
        old=format_yuan(pair[0] or 0),
        new=format_yuan(pair[1] or 0),
        difference_fen=(pair[1] or 0) - (pair[0] or 0),
        frozen=frozen,
    )


def _priced(row: PriceRow, rounding: Rounding) -> PriceRow:
    unit_price, total = row.unit_price_fen, row.total_fen
    if total is None and unit_price is not None:
        total = total_from_unit_price(unit_price, row.gross_area, rounding)
    elif unit_price is None and total is not None:
        unit_price = unit_price_from_total(total, row.gross_area)
    else:
        return row
    return replace(row, unit_price_fen=unit_price, total_fen=total)


def _values(row: PriceRow) -> dict[str, Any]:
    """Give what *row* says about its unit; what it leaves open stays as the office has it."""
    values: dict[str, Any] = {"gross_area": row.gross_area}
    if row.total_fen is not None:
        values["unit_price_fen"] = row.unit_price_fen
        values["total_fen"] = row.total_fen
    if row.inside_area is not None:
        values["inside_area"] = row.inside_area
    if row.layout:
        values["layout"] = row.layout
    if row.orientation:
        values["orientation"] = row.orientation
    if row.use:
        values["use"] = row.use
    if row.note:
        values["note"] = row.note
    return values


def _grid_values(cell: GridPrice, old: Row[Any], rounding: Rounding) -> dict[str, Any]:
    unit_price, total = cell.unit_price_fen, cell.total_fen
    if total is None and unit_price is not None:
        total = total_from_unit_price(unit_price, old.gross_area, rounding)
    if unit_price is None and total is not None:
        unit_price = unit_price_from_total(total, old.gross_area)
    return {"unit_price_fen": unit_price, "total_fen": total}


def _present(session: Session, project: int | None) -> Mapping[str, Row[Any]]:
    rows: Any = session.connection().execute(
        select(
            Unit.id, Unit.code, Unit.gross_area, Unit.inside_area, Unit.unit_price_fen,
            Unit.total_fen, Unit.layout, Unit.orientation, Unit.use, Unit.note,
            Building.name.label("building"),
        )
        .join(Building, Building.id == Unit.building_id)
        .where(Unit.project_id == (project or 0), there())
    )  # fmt: skip
    return {row.code: row for row in rows}


def _retired(session: Session, project: int | None) -> frozenset[str]:
    """Give the codes of the project's units that became others."""
    wanted = select(Unit.code).where(
        Unit.project_id == (project or 0), Unit.id.in_(retired_units())
    )
    return frozenset(session.scalars(wanted))


def _shown(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, Decimal) else str(value or "")


def hash_of(
    rows: tuple[PriceRow, ...],
    grid: tuple[GridPrice, ...],
    prices: tuple[UnitPrice, ...] = (),
) -> str:
    """Give a fingerprint of what a file, or a list of single prices, says."""
    digest = hashlib.sha256()
    named: list[tuple[type[Any], Iterable[Any]]] = [(PriceRow, rows), (GridPrice, grid)]
    if prices:
        named.append((UnitPrice, prices))
    for kind, lines in named:
        values = attrgetter(*(field.name for field in fields(kind)))
        for line in lines:
            digest.update(repr(values(line)).encode("utf-8", "backslashreplace"))
        digest.update(b"\0")
    return digest.hexdigest()
