"""What the command line prints: answers and refusals as JSON, sentences on standard error."""

import json
import sys
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.plain import to_plain


def spoken(value: object) -> Any:
    """Give *value* for JSON: areas as numbers, secrets in clear (they go to who asked)."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: spoken(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dict):
        return {str(key): spoken(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [spoken(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return to_plain(value, reveal=True)


def say(value: object) -> None:
    """Print *value* as JSON on standard output."""
    text = json.dumps(spoken(value), ensure_ascii=False, indent=1)
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # the reader (head, a closed pager) has seen enough
        sys.stdout = None  # else Python complains again at the end


def refuse(error: UserError) -> int:
    """Print a refusal; give the exit code 1."""
    problem, remedy = error.sentences()
    say({"refused": {"kind": error.kind, "problem": problem, "remedy": remedy}})
    complain(f"{problem} {remedy}")
    return 1


def complain(text: str) -> None:
    """Print one line on standard error."""
    line = f"salesdesk: {text}\n"
    sys.stderr.buffer.write(line.encode("utf-8", "backslashreplace"))
    sys.stderr.buffer.flush()
