"""The verb ``import``: a price list, or what was sold before the program came."""

import argparse
from typing import Any

from salesdesk.app.door import OK, REFUSED, seated
from salesdesk.app.speaking import say
from salesdesk.intake.opening import read_opening
from salesdesk.intake.reading import read_price_list
from salesdesk.office.figures.naming import project_key
from salesdesk.office.frontdoor import Seat
from salesdesk.office.inventory.commands import ImportUnits, preview_import
from salesdesk.office.inventory.queries import projects
from salesdesk.office.inventory.sheets import ImportProblem
from salesdesk.office.sales.opening_entry import ImportOpening, preview_opening
from salesdesk.store.work import Reading


def take_in(arguments: argparse.Namespace) -> int:
    """Compare the file with the office, take it in unless told not to, and print what changed."""
    seat = seated(arguments)
    if arguments.opening:
        return _import_opening(seat, arguments)
    reading = read_price_list(arguments.file, sheet=arguments.sheet)
    project = arguments.project or seat.ask(_only_project)
    report = seat.ask(
        preview_import, reading.rows, reading.grid, project, partial=arguments.partial
    )
    problems, warned = (*reading.problems, *report.problems), report.warnings
    if not arguments.dry_run and not problems:
        command = ImportUnits(
            rows=reading.rows,
            grid=reading.grid,
            project_name=project,
            file=arguments.file.name,
            partial=arguments.partial,
            meant=arguments.meant,
        )
        report = seat.do(command)
    say(
        {
            "dialect": reading.dialect,
            "rows": len(reading.rows) + len(reading.grid),
            "units": report.units,
            "added": report.added,
            "changed": report.changed,
            "unchanged": report.unchanged,
            "missing": report.missing,
            "kept": report.kept,
            "problems": [problem_words(problem) for problem in problems],
            "warnings": [problem_words(warning) for warning in warned],
            "notes": [problem_words(note) for note in reading.notes],
            "total_fen": report.total_fen,
            "changes": report.changes,
            "missing_codes": report.missing_codes,
            "dry_run": arguments.dry_run or bool(problems),
        }
    )
    return REFUSED if problems else OK


def _import_opening(seat: Seat, arguments: argparse.Namespace) -> int:
    reading = read_opening(arguments.file)
    project = seat.ask(_named_project, arguments.project) if arguments.project else None
    problems = (*reading.problems, *seat.ask(preview_opening, reading.rows, project))
    if problems or arguments.dry_run:
        say(
            {
                "rows": len(reading.rows),
                "paid_fen": sum(row.paid_fen for row in reading.rows),
                "problems": [problem_words(problem) for problem in problems],
                "dry_run": True,
            }
        )
        return REFUSED if problems else OK
    result = seat.do(
        ImportOpening(rows=reading.rows, project=project, first_receipt=arguments.first_receipt)
    )
    say({"ok": True, "result": result})
    return OK


def _only_project(reading: Reading) -> str:
    names = [card.name for card in projects(reading)]
    return names[0] if names else ""


def _named_project(reading: Reading, name: str) -> Any:
    return project_key(reading, name)


def problem_words(problem: ImportProblem) -> dict[str, object]:
    """Give a problem of a file as it is printed."""
    facts = dict(problem.facts)
    return {
        "sheet": problem.sheet,
        "row": problem.line,
        "column": problem.column,
        "problem": problem.problem.format_map(facts),
        "remedy": problem.remedy.format_map(facts),
    }
