"""The office without a window: new, import, do, ask, paper, and the care of an office."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from salesdesk.app import rooms
from salesdesk.app.door import OK, USAGE, close_all, seated
from salesdesk.app.forms import UsageError, fill, meanings, pairs, slots_of
from salesdesk.app.speaking import complain, refuse, say
from salesdesk.kernel.errors import MissingEntry, UserError
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.questions import QUERIES
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Reading

PAPERS = (
    "receipt", "unprinted", "form_test", "contra", "book", "agreement", "change", "notice", "demand", "board", "register", "day_cash", "day_close",
    "month_close", "timeline", "loans", "instalments", "request", "buying_plan", "notice_draft",
)  # fmt: skip
"""The papers that can be asked for."""


def run(words: Sequence[str]) -> int:
    """Carry out one command line; give the exit code: 0, 1 refused, 2 usage."""
    parser = _parser()
    try:
        arguments, others = parser.parse_known_args(words)
        if others:
            _take_up(parser, arguments, others)
        handle: Callable[[argparse.Namespace], int] = arguments.handle
        return handle(arguments)
    except UsageError as error:
        complain(str(error))
        return USAGE
    except UserError as error:
        return refuse(error)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    finally:
        close_all()


def _take_up(
    parser: argparse.ArgumentParser, arguments: argparse.Namespace, others: list[str]
) -> None:
    """Take ``key=value`` words that stand behind an option; argparse stops looking at the first."""
    strange = [word for word in others if word.startswith("-") or "=" not in word]
    if strange or not hasattr(arguments, "words"):
        parser.error(f"not understood: {' '.join(strange or others)}")
    arguments.words = [*arguments.words, *others]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py", description="salesdesk without a window")
    verbs = parser.add_subparsers(dest="verb", required=True)

    new = _verb(
        verbs,
        "new",
        _late("beginning", "new"),
        "make a new office, or the furnished practice office",
    )
    new.add_argument("place")
    new.add_argument("--project", default="")
    new.add_argument("--person", default="")
    new.add_argument("--name", default="")
    new.add_argument("--company", default="")
    new.add_argument("--practice", action="store_true")

    taken = _verb(
        verbs,
        "import",
        _late("incoming", "take_in"),
        "take in a price list, or what was sold before",
    )
    taken.add_argument("file", type=Path)
    _signed_in(taken)
    taken.add_argument("--project", default="")
    taken.add_argument("--sheet")
    taken.add_argument(
        "--partial",
        action="store_true",
        help="the list holds some units only: leave all others alone",
    )
    taken.add_argument("--meant", action="store_true", help="far prices are meant as they stand")
    taken.add_argument("--opening", action="store_true", help="units already sold")
    taken.add_argument("--first-receipt", type=int)
    taken.add_argument("--dry-run", action="store_true")

    bank = _verb(
        verbs,
        "statement",
        _late("statement", "take_in"),
        "take in a bank's file of a supervised account",
    )
    bank.add_argument("file", type=Path)
    _signed_in(bank)
    bank.add_argument("--account", required=True, help="the account's number")
    bank.add_argument("--columns", default="", help="FIELD=HEADING, several with commas between")
    bank.add_argument("--remap", action="store_true", help="the bank has changed its columns")
    bank.add_argument("--dry-run", action="store_true")

    given = _verb(
        verbs, "vouchers", _late("vouchers", "write"), "write a run of vouchers as .csv or .xlsx"
    )
    given.add_argument("run", type=int)
    _signed_in(given)
    given.add_argument("--out", type=Path, required=True)

    for name, handle, what in (("do", _do, "a command"), ("ask", _ask, "a query")):
        verb = _verb(verbs, name, handle, f"carry out {what} of the catalogue")
        verb.add_argument("name")
        verb.add_argument("words", nargs="*", metavar="key=value")
        _signed_in(verb)
        if name == "do":
            verb.add_argument("--id", help="the intent: sent twice, it has one effect")

    paper = _verb(
        verbs, "paper", _late("papers", "write"), "draw a paper as PDF: " + ", ".join(PAPERS)
    )
    paper.add_argument("kind", choices=PAPERS)
    paper.add_argument("number", nargs="?", default="")
    paper.add_argument(
        "words", nargs="*", metavar="key=value", help="of a buying plan, a draft, a past board"
    )
    _signed_in(paper)
    paper.add_argument("--out", type=Path, required=True)
    paper.add_argument("--language", choices=("zh_CN", "en"), default="zh_CN")

    _add_care(verbs)
    catalogue = _verb(verbs, "catalogue", _catalogue, "list every command and query")
    catalogue.add_argument("name", nargs="?", default="")
    return parser


def _add_care(verbs: Any) -> None:
    """Add what keeps an office safe; an office on a server is looked at ``--as`` somebody of it."""
    for name, what in (
        ("backup", "take a verified backup"),
        ("drill", "restore the newest backup for trial, and write down that it was done"),
        ("verify", "prove that an office or a backup holds together"),
        ("doctor", "say what this machine and office are like"),
        ("upgrade", "bring an office of an older program forward"),
    ):
        verb = _verb(verbs, name, _late("care", name), what)
        verb.add_argument("--office", required=name in {"backup", "drill", "upgrade"})
        verb.add_argument("--as", dest="login", required=name == "drill")
        if name == "backup":
            verb.add_argument("--to", type=Path)
        if name == "verify":
            verb.add_argument("place", nargs="?")
    back = _verb(verbs, "restore", _late("care", "restore"), "put a backup at a new place")
    back.add_argument("backup", type=Path)
    back.add_argument("target", help="a new file, or a server's address with its owner's login")
    known = _verb(
        verbs, "verify-receipt", _late("care", "verify_receipt"),
        "say whether a printed receipt is ours, and what became of it",
    )  # fmt: skip
    known.add_argument("number", help="as printed, or what its QR code says")
    known.add_argument("code", nargs="?", default="", help="the check code under the QR code")
    known.add_argument("--office", required=True, help="an office, or a backup of one")
    known.add_argument("--as", dest="login")
    rescue = _verb(
        verbs,
        "recover",
        _late("care", "recover"),
        "a new password: for an administrator by the key, on a server by its owner",
    )
    rescue.add_argument("--office", required=True)
    rescue.add_argument("--person", required=True)
    move = _verb(verbs, "move", _late("carriage", "carry"), "move an office to a server, or back")
    move.add_argument("--office", default="")
    move.add_argument("--to", default="")


def _verb(
    verbs: Any, name: str, handle: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=what, description=what)
    parser.set_defaults(handle=handle)
    return parser


def _late(room: str, name: str) -> Callable[[argparse.Namespace], int]:
    """Give the handle *name* of a module of its own, imported when its verb is called."""

    def call(arguments: argparse.Namespace) -> int:
        return int(getattr(rooms.load(f"salesdesk.app.{room}"), name)(arguments))

    return call


def _signed_in(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--office", required=True)
    parser.add_argument("--as", dest="login", required=True)


def _do(arguments: argparse.Namespace) -> int:
    command = COMMANDS.get(arguments.name)
    if command is None:
        message = f"there is no command '{arguments.name}'; see: catalogue"
        raise UsageError(message)
    seat = seated(arguments)
    given = pairs(arguments.words)
    paper = _paper(seat, command, given)
    filled = seat.ask(_filled, command, given, paper)
    say({"ok": True, "result": seat.do(command(**filled), arguments.id)})
    return OK


def _ask(arguments: argparse.Namespace) -> int:
    query = QUERIES.get(arguments.name)
    if query is None:
        message = f"there is no query '{arguments.name}'; see: catalogue"
        raise UsageError(message)
    seat = seated(arguments)
    filled = seat.ask(_filled, query, pairs(arguments.words))
    say(seat.ask(query, **filled))
    return OK


def _paper(seat: Any, command: Callable[..., Any], given: dict[str, str]) -> dict[str, Any]:
    """Give what the guarded reader says of the ``file=`` that a command attaches; nothing for others."""
    slots = {slot.name: slot.kind for slot in slots_of(command)}
    if slots.get("content") is not bytes:
        return {}
    if "file" not in given:
        raise MissingEntry(field="file")
    most = int(seat.ask(_setting, "attachment_most_mb"))
    found = rooms.load("salesdesk.intake.attached").read_paper(Path(given.pop("file")), most)
    return {"content": found.content, "name": found.name, "pages": found.pages}


def _setting(reading: Reading, name: str) -> Any:
    return setting(reading.session, name)


def _filled(
    reading: Reading,
    target: Callable[..., Any],
    given: dict[str, str],
    taken: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    return fill(reading, target, given, taken or {})


def _catalogue(arguments: argparse.Namespace) -> int:
    both: dict[str, Callable[..., Any]] = {**COMMANDS, **QUERIES}
    if arguments.name and arguments.name not in both:
        message = f"there is no command or query '{arguments.name}'; see: catalogue"
        raise UsageError(message)
    chosen = {arguments.name: both[arguments.name]} if arguments.name else both
    say(
        {
            name: {
                "kind": "command" if name in COMMANDS else "query",
                "what": (target.__doc__ or "").split("\n")[0],
                "takes": {
                    slot.name: "required" if slot.required else "optional"
                    for slot in slots_of(target)
                },
                "means": meanings(target),
            }
            for name, target in chosen.items()
        }
    )
    return OK
