"""The last thing a command does: the journal is told, and every desk that shows what changed."""

from collections.abc import Callable, Mapping
from typing import Any

from salesdesk.kernel.identity import mask_id, mask_phone
from salesdesk.kernel.plain import canonical
from salesdesk.store import journal
from salesdesk.store.changes import record
from salesdesk.store.work import NEWS, Work

_PERSONAL: Mapping[str, Callable[[str], str]] = {
    "id_number": mask_id,
    "phone": mask_phone,
    "phones": mask_phone,
}


def masked(plain: Any, key: str = "") -> Any:
    """Give a form as the journal may keep it for ever: phones and ID numbers by their ends only."""
    if isinstance(plain, Mapping):
        return {name: masked(value, name) for name, value in plain.items()}
    if isinstance(plain, list):
        return [masked(value, key) for value in plain]
    mask = _PERSONAL.get(key)
    return mask(plain) if mask is not None and isinstance(plain, str) else plain


def write_down(
    work: Work,
    name: str,
    intent: str,
    form: Mapping[str, Any],
    answer: object,
    fingerprint: str = "",
) -> None:
    """Journal the command and tell the desks, in the transaction that did it."""
    work.session.flush()
    written = canonical(masked(form))
    work.session.execute(
        journal.APPENDED,
        {
            "at": work.now,
            "actor_id": work.actor,
            "command": name,
            "form": written,
            "changed": canonical(work.notes),
            "intent": intent,
            "form_hash": fingerprint or journal.form_hash(name, work.actor, written),
            "answer": canonical(answer),
        },
    )
    record(work.session, work.changes)
    work.session.info[NEWS] = frozenset(work.changes)
