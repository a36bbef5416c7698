"""To which projects whoever acts is limited: kept with the transaction, asked by what it touches."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError

_PROJECTS, _STRANGE = "projects", "strange"
Strange = Callable[[str, Collection[Any]], frozenset[Any]]
"""Table, keys -> those of them that are another project's; a project may go by its name."""


class NotYourProject(UserError):
    """Somebody who is posted to some projects reached for what belongs to another."""

    problem = QT_TRANSLATE_NOOP("errors", "This belongs to a project that you do not work for.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask the administrator to add the project to yours, or whoever works there."
    )


def limit(session: Session, projects: frozenset[int], strange: Strange | None = None) -> None:
    """Say that whoever acts in this transaction works in these *projects* alone."""
    session.info[_PROJECTS] = projects
    session.info[_STRANGE] = strange


def limits(session: Session) -> frozenset[int] | None:
    """Give the projects of whoever acts; None where he works in all."""
    found: frozenset[int] | None = session.info.get(_PROJECTS)
    return found


def check_project(session: Session, project: int) -> None:
    """Raise `NotYourProject` where whoever acts does not work in *project*."""
    mine = limits(session)
    if mine is not None and project not in mine:
        raise NotYourProject


_TABLES: Mapping[str, str] = {
    "project": "project", "projects": "project", "project_name": "project", "unit": "unit",
    "units": "unit", "lot": "unit", "lots": "unit", "home": "unit", "to": "unit", "visit": "visit",
    "deal": "deal", "receipt": "receipt", "refund": "refund", "request": "request",
    "version": "price_version", "price": "price_version", "campaign": "project",
}  # fmt: skip
"""What an entry of a journal row, or the topic of a change that it tells of, is a key of."""


def of_his(session: Session, rows: Sequence[Any]) -> list[Any]:
    """Give those journal *rows* that tell of nothing of another project than whoever asks works in."""
    strange: Strange | None = session.info.get(_STRANGE)
    if strange is None:
        return list(rows)
    told = {row.id: set(_told(row)) for row in rows}
    keys: dict[str, set[Any]] = defaultdict(set)
    for table, key in (one for found in told.values() for one in found):
        keys[table].add(key)
    hidden = {(table, key) for table, some in keys.items() for key in strange(table, some)}
    return [row for row in rows if not told[row.id] & hidden]


def _told(row: Any) -> Iterator[tuple[str, Any]]:
    for change in json.loads(row.changed):
        if change["topic"] in _TABLES:
            yield _TABLES[change["topic"]], change["key"]
    for name, value in json.loads(row.form).items():
        if name in _TABLES:
            for key in value if isinstance(value, list) else (value,):
                if isinstance(key, int) or (_TABLES[name] == "project" and key):
                    yield _TABLES[name], key
