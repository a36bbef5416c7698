"""The verb ``move``, and what goes to a server out of a file: a backup, the practice office."""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from salesdesk.app import practice
from salesdesk.app.door import OK, let_in
from salesdesk.app.forms import UsageError
from salesdesk.app.speaking import complain, say
from salesdesk.documents.coverage import missing_characters
from salesdesk.office.moving import Moved, Place, bring_back, move
from salesdesk.store.address import is_address, parse
from salesdesk.store.moving import Step

_WORDS = 10
"""How many times a long copying says how far it is."""


def carry(arguments: argparse.Namespace) -> int:
    """Move an office from its file to a server, back, or from one server to another."""
    if not (arguments.office and arguments.to):
        message = (
            "move --office FILE --to postgresql+psycopg://OWNER@HOST/DATABASE, or the way back"
        )
        raise UsageError(message)
    source, target = _place(arguments.office), _place(arguments.to)
    if isinstance(source, Path) and isinstance(target, Path):
        message = "a file goes to another place by: backup, then restore"
        raise UsageError(message)
    moved = _as_owner(
        source,
        lambda here: _as_owner(target, lambda there: move(here, there, step=steps("moved"))),
    )
    say({"ok": True, "result": told(moved)})
    return OK


def _as_owner(place: Place, attempt: Callable[[Place], Moved]) -> Moved:
    """Make *attempt* at a server with its owner's password, at a file as it is."""
    return attempt(place) if isinstance(place, Path) else let_in(place, attempt)


def restore_to_server(copy: Path, address: str) -> int:
    """Make an office on a server out of a backup."""
    brought = let_in(parse(address), lambda there: bring_back(copy, there, step=steps("restored")))
    say({"ok": True, "result": told(brought)})
    return OK


def practise_on_server(address: str) -> int:
    """Put the furnished practice office on a server: made in a file, then moved."""
    there = parse(address)
    with tempfile.TemporaryDirectory(prefix="salesdesk-practice-") as folder:
        file = Path(folder) / "practice.office"
        practice.furnish(file, missing=missing_characters)
        moved = let_in(there, lambda signed: move(file, signed, step=steps("moved")))
    result: dict[str, object] = {"office": moved.place, "practice": True}
    if moved.joined:
        result["keep_their_password"] = list(moved.joined)
    say({"ok": True, "result": result})
    return OK


def steps(done_word: str) -> Step:
    """Give a step that says on standard error how much is done."""
    last = 0

    def step(done: int, of: int) -> None:
        nonlocal last
        reached = done * _WORDS // of if of else _WORDS
        if reached > last:
            last = reached
            complain(f"{done_word} {done:,} of {of:,} rows")

    return step


def told(moved: Moved) -> dict[str, object]:
    """Give what a script or a person needs of a move; passwords are said this once only."""
    result: dict[str, object] = {"office": moved.place}
    if moved.rows:
        result["equal_on_both_sides"] = {
            "rows": moved.rows,
            "money_fen": {
                account: {"debited": debit, "credited": credit}
                for account, (debit, credit) in moved.money.items()
            },
            "chain_heads": moved.heads,
        }
    if moved.passwords:
        result["passwords"] = moved.passwords
    if moved.joined:
        result["keep_their_password"] = list(moved.joined)
    if moved.recovery_key:
        result["recovery_key"] = moved.recovery_key
    if not moved.rows:
        result["note"] = (
            "the office had arrived before; passwords that were not seen are made anew by:"
            " recover --office ADDRESS --person LOGIN"
        )
    return result


def _place(words: str) -> Place:
    return parse(words) if is_address(words) else Path(words)
