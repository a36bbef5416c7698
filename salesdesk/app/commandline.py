"""The office without a window: new, import, do, ask, paper, backup, restore, verify, doctor."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from salesdesk.app import care, papers, practice
from salesdesk.app.door import OK, REFUSED, USAGE, NotYetHere, opened, password
from salesdesk.app.forms import UsageError, fill, pairs, slots_of
from salesdesk.app.speaking import complain, refuse, say
from salesdesk.documents.coverage import missing_characters
from salesdesk.intake.opening import read_opening
from salesdesk.intake.reading import read_price_list
from salesdesk.kernel.errors import BadEntry, UserError
from salesdesk.kernel.keys import Secret
from salesdesk.office.catalogue import COMMANDS, QUERIES
from salesdesk.office.figures.naming import project_key
from salesdesk.office.founding import Founder, found
from salesdesk.office.frontdoor import Seat
from salesdesk.office.inventory.commands import ImportUnits, preview_import
from salesdesk.office.inventory.sheets import ImportProblem
from salesdesk.office.sales.opening_entry import ImportOpening
from salesdesk.store.work import Reading


def run(words: Sequence[str]) -> int:
    """Carry out one command line; give the exit code: 0, 1 refused, 2 usage."""
    parser = _parser()
    try:
        arguments = parser.parse_args(words)
        handle: Callable[[argparse.Namespace], int] = arguments.handle
        return handle(arguments)
    except UsageError as error:
        complain(str(error))
        return USAGE
    except UserError as error:
        return refuse(error)
    except SystemExit as leaving:
        return int(leaving.code or 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py", description="salesdesk without a window")
    verbs = parser.add_subparsers(dest="verb", required=True)

    new = _verb(verbs, "new", _new, "make a new office, or the furnished practice office")
    new.add_argument("place")
    new.add_argument("--project", default="")
    new.add_argument("--person", default="")
    new.add_argument("--name", default="")
    new.add_argument("--company", default="")
    new.add_argument("--practice", action="store_true")

    taken = _verb(verbs, "import", _import, "take in a price list, or what was sold before")
    taken.add_argument("file", type=Path)
    _signed_in(taken)
    taken.add_argument("--project", default="")
    taken.add_argument("--sheet")
    taken.add_argument("--opening", action="store_true", help="units already sold")
    taken.add_argument("--first-receipt", type=int)
    taken.add_argument("--dry-run", action="store_true")

    for name, handle, what in (("do", _do, "a command"), ("ask", _ask, "a query")):
        verb = _verb(verbs, name, handle, f"carry out {what} of the catalogue")
        verb.add_argument("name")
        verb.add_argument("words", nargs="*", metavar="key=value")
        _signed_in(verb)
        if name == "do":
            verb.add_argument("--id", help="the intent: sent twice, it has one effect")

    paper = _verb(verbs, "paper", _paper, "draw a paper as PDF: " + ", ".join(papers.KINDS))
    paper.add_argument("kind", choices=papers.KINDS)
    paper.add_argument("number", nargs="?", default="")
    _signed_in(paper)
    paper.add_argument("--out", type=Path, required=True)
    paper.add_argument("--language", choices=("zh_CN", "en"), default="zh_CN")

    copy = _verb(verbs, "backup", care.backup, "take a verified backup")
    copy.add_argument("--office", type=Path, required=True)
    copy.add_argument("--to", type=Path)
    back = _verb(verbs, "restore", care.restore, "put a backup at a new place")
    back.add_argument("backup", type=Path)
    back.add_argument("target", type=Path)
    proof = _verb(verbs, "verify", care.verify, "prove that an office or a backup holds together")
    proof.add_argument("place", nargs="?", type=Path)
    proof.add_argument("--office", type=Path)
    rescue = _verb(
        verbs, "recover", care.recover, "a new password for an administrator, by the key"
    )
    rescue.add_argument("--office", required=True)
    rescue.add_argument("--person", required=True)
    doctor = _verb(verbs, "doctor", care.doctor, "say what this machine and office are like")
    doctor.add_argument("--office", type=Path)
    move = _verb(verbs, "move", care.move, "move an office to a server")
    move.add_argument("--office", type=Path)
    move.add_argument("--to", default="")
    catalogue = _verb(verbs, "catalogue", _catalogue, "list every command and query")
    catalogue.add_argument("name", nargs="?", default="")
    return parser


def _verb(
    verbs: Any, name: str, handle: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=what, description=what)
    parser.set_defaults(handle=handle)
    return parser


def _signed_in(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--office", required=True)
    parser.add_argument("--as", dest="login", required=True)


def _seat(arguments: argparse.Namespace) -> Seat:
    return opened(arguments.office).sign_in(arguments.login, password(arguments.login))


def _new(arguments: argparse.Namespace) -> int:
    if "://" in arguments.place:
        raise NotYetHere
    place = Path(arguments.place)
    if arguments.practice:
        practice.furnish(place, missing=missing_characters)
        say({"ok": True, "result": {"office": str(place), "practice": True}})
        return OK
    founder = Founder(
        login=arguments.person,
        name=arguments.name,
        password=Secret(password(arguments.person)),
        project=arguments.project,
        company=arguments.company,
    )
    office, key = found(place, founder, missing=missing_characters)
    office.close()
    say({"ok": True, "result": {"office": str(place), "recovery_key": key}})
    return OK


def _do(arguments: argparse.Namespace) -> int:
    command = COMMANDS.get(arguments.name)
    if command is None:
        message = f"there is no command '{arguments.name}'; see: catalogue"
        raise UsageError(message)
    seat = _seat(arguments)
    given = pairs(arguments.words)
    filled = seat.ask(_filled, command, given)
    say({"ok": True, "result": seat.do(command(**filled), arguments.id)})
    return OK


def _ask(arguments: argparse.Namespace) -> int:
    query = QUERIES.get(arguments.name)
    if query is None:
        message = f"there is no query '{arguments.name}'; see: catalogue"
        raise UsageError(message)
    seat = _seat(arguments)
    filled = seat.ask(_filled, query, pairs(arguments.words))
    say(seat.ask(query, **filled))
    return OK


def _filled(reading: Reading, target: Callable[..., Any], given: dict[str, str]) -> dict[str, Any]:
    return fill(reading, target, given)


def _import(arguments: argparse.Namespace) -> int:
    seat = _seat(arguments)
    if arguments.opening:
        return _import_opening(seat, arguments)
    reading = read_price_list(arguments.file, sheet=arguments.sheet)
    project = arguments.project or seat.ask(_only_project)
    report = seat.ask(preview_import, reading.rows, reading.grid, project)
    problems = (*reading.problems, *report.problems)
    if not arguments.dry_run and not problems:
        command = ImportUnits(
            rows=reading.rows,
            grid=reading.grid,
            project_name=project,
            file=arguments.file.name,
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
            "problems": [_problem(problem) for problem in problems],
            "notes": [_problem(note) for note in reading.notes],
            "total_fen": report.total_fen,
            "changes": report.changes,
            "missing_codes": report.missing_codes,
            "dry_run": arguments.dry_run or bool(problems),
        }
    )
    return REFUSED if problems else OK


def _import_opening(seat: Seat, arguments: argparse.Namespace) -> int:
    reading = read_opening(arguments.file)
    if reading.problems or arguments.dry_run:
        say(
            {
                "rows": len(reading.rows),
                "problems": [_problem(problem) for problem in reading.problems],
                "dry_run": True,
            }
        )
        return REFUSED if reading.problems else OK
    project = seat.ask(_named_project, arguments.project) if arguments.project else None
    result = seat.do(
        ImportOpening(rows=reading.rows, project=project, first_receipt=arguments.first_receipt)
    )
    say({"ok": True, "result": result})
    return OK


def _only_project(reading: Reading) -> str:
    names = [card.name for card in QUERIES["projects"](reading)]
    return names[0] if names else ""


def _named_project(reading: Reading, name: str) -> Any:
    return project_key(reading, name)


def _problem(problem: ImportProblem) -> dict[str, object]:
    facts = dict(problem.facts)
    return {
        "sheet": problem.sheet,
        "row": problem.line,
        "column": problem.column,
        "problem": problem.problem.format_map(facts),
        "remedy": problem.remedy.format_map(facts),
    }


def _paper(arguments: argparse.Namespace) -> int:
    seat = _seat(arguments)
    pdf = papers.draw(seat, arguments.kind, arguments.number, arguments.language)
    try:
        arguments.out.write_bytes(pdf)
    except OSError as error:
        raise BadEntry(field="--out", value=arguments.out, expected=str(error.strerror)) from None
    say({"ok": True, "result": {"file": str(arguments.out), "bytes": len(pdf)}})
    return OK


def _catalogue(arguments: argparse.Namespace) -> int:
    both: dict[str, Callable[..., Any]] = {**COMMANDS, **QUERIES}
    chosen = {arguments.name: both[arguments.name]} if arguments.name in both else both
    say(
        {
            name: {
                "kind": "command" if name in COMMANDS else "query",
                "what": (target.__doc__ or "").split("\n")[0],
                "takes": {
                    slot.name: "required" if slot.required else "optional"
                    for slot in slots_of(target)
                },
            }
            for name, target in chosen.items()
        }
    )
    return OK
