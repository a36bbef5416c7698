"""A journal line in words: what its form said and what it changed, ids as the names people use."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.admin.journalfields import FIELDS
from salesdesk.desks.admin.words import SETTING_WORDS
from salesdesk.desks.wording import money, say, say_all
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.kernel.identity import mask_id, mask_phone
from salesdesk.office.approvals.rules import PAYLOADS

_CODES: Final = {
    "role": "roles", "acts_as": "agent roles", "stage": "states", "ended": "states", "tender": "tenders", "fault": "faults",
    "cancelled": "faults", "manner": "manners", "rounding": "rounding", "law_level": "law levels",
    "signed": "decisions", "decision": "decisions", "level": "law levels",
    "flow": "requests", "carried_out": "requests", "asked": "requests", "changed": "requests",
    "id_kind": "id kinds", "proof": "kinship proofs", "verdict": "verdicts", "checked": "verdicts",
    "served_by": "served", "loan": "loan steps", "loan_state": "loan states",
    "document_state": "loan documents", "product": "modes", "buyer": "loan buyers",
    "method": "loan methods", "part": "loan parts",
}  # fmt: skip
_MONEY: Final = frozenset(
    {"amount", "total", "counted", "piece", "banked", "hand_over", "fund_amount"}
)
_PHONES: Final = frozenset({"phone", "phones"})
_RIGHTS: Final = frozenset({"granted", "revoked", "asked", "carried_out"})
_PEOPLE: Final = frozenset(
    {
        "person",
        "consultant",
        "successor",
        "to_person",
        "absent",
        "stand_in",
        "standing_in_for",
        "hand_to",
        "cashier",
    }
)
_UNITS: Final = frozenset({"unit", "units", "home", "lot", "take", "loosen"})
_KINDS: Final = {command: kind.value for kind, command in PAYLOADS.items()}
"""What a request is called by the command it carries out."""

_YES: Final = QT_TRANSLATE_NOOP("journal", "yes")
_NO: Final = QT_TRANSLATE_NOOP("journal", "no")
_MOST: Final = 12


@dataclass(slots=True)
class Names:
    """Names of records by their numbers, as far as they are known."""

    people: dict[int, str] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    customers: dict[int, str] = field(default_factory=dict)
    projects: dict[int, str] = field(default_factory=dict)


def form_facts(text: str, names: Names) -> list[tuple[str, str]]:
    """Give a form (JSON) as names and values; what was left empty is left out."""
    form: Any = json.loads(text)
    if not isinstance(form, dict):
        return []
    return [
        (field_word(name), shown)
        for name, value in form.items()
        if value not in (None, "", [], {}, False) and (shown := _value(name, value, names))
    ]


def changed_facts(text: str, names: Names) -> list[tuple[str, str]]:
    """Give what a command changed (JSON) as records and what became of them."""
    notes: Any = json.loads(text)
    lines: list[tuple[str, str]] = []
    for note in notes if isinstance(notes, list) else ():
        topic, key = str(note.get("topic", "")), int(note.get("key", 0))
        what = [
            f"{field_word(name)}: {_change(name, value, names)}"
            for name, value in note.items()
            if name not in {"topic", "key"}
        ]
        record = _record(topic, key, names)
        lines.append((f"{field_word(topic)} {record}".strip(), "; ".join(what)))
    return lines


def unit_ids(*texts: str) -> set[int]:
    """Give the units that forms and changes (JSON) name by number."""
    return _ids(texts, *sorted(_UNITS), "to")


def customer_ids(*texts: str) -> set[int]:
    """Give the customers that forms and changes (JSON) name by number."""
    return _ids(texts, "customer", "customers", "other")


def field_word(name: str) -> str:
    """Give the word for a field of a form."""
    if name in SETTING_WORDS:
        return QCoreApplication.translate("settings", SETTING_WORDS[name][0])
    text = FIELDS.get(name)
    return name.replace("_", " ") if text is None else QCoreApplication.translate("journal", text)


def _ids(texts: tuple[str, ...], *fields: str) -> set[int]:
    """Give the numbers in these fields of forms, and of changes about such a record."""
    found: set[int] = set()
    for text in texts:
        plain: Any = json.loads(text)
        for part in plain if isinstance(plain, list) else [plain]:
            if not isinstance(part, dict):
                continue
            if part.get("topic") in fields and part.get("key"):
                found.add(part["key"])
            for value in map(part.get, fields):
                several = value if isinstance(value, list) else [value]
                found.update(v for v in several if type(v) is int)
    return found


def _record(topic: str, key: int, names: Names) -> str:
    known: Mapping[str, Mapping[int, str]] = {
        "unit": names.units, "customer": names.customers, "person": names.people,
        "project": names.projects,
    }  # fmt: skip
    if not key:
        return ""
    return known.get(topic, {}).get(key, f"#{key}")


def _change(name: str, value: Any, names: Names) -> str:
    if name in _RIGHTS and isinstance(value, list) and len(value) == 2:  # noqa: PLR2004 - a pair
        return f"{say('roles', value[0])}, {say('commands', value[1])}"
    if isinstance(value, list) and len(value) == 2:  # noqa: PLR2004 - before and after
        before, after = (_value(name, one, names) or "–" for one in value)
        return f"{before} → {after}"
    return _value(name, value, names)


def _value(name: str, value: Any, names: Names) -> str:
    if isinstance(value, bool):
        return QCoreApplication.translate("journal", _YES if value else _NO)
    if isinstance(value, list):
        shown = [_value(name, one, names) for one in value[:_MOST]]
        return say_all("", [*shown, *(["…"] if len(value) > _MOST else [])])
    if isinstance(value, dict):
        word = partial(say, "details") if name == "details" else field_word
        return "; ".join(
            f"{word(key)}: {_value(key, one, names)}" for key, one in value.items() if one
        )
    if isinstance(value, int):
        return _number(name, value, names)
    text = "" if value is None else str(value)
    if name in _PHONES:
        return mask_phone(text)
    if name == "id_number":
        return mask_id(text)
    return say(_CODES[name], _KINDS.get(text, text)) if name in _CODES else text


def _number(name: str, value: int, names: Names) -> str:
    if name in _MONEY or name.endswith("_fen"):
        return money(value)
    if name in _UNITS or name == "to":  # as a number it is the unit exchanged for, else a day
        return names.units.get(value, f"#{value}")
    if name in _PEOPLE:
        return names.people.get(value, f"#{value}")
    if name in {"customer", "other"}:
        return names.customers.get(value, f"#{value}")
    if name == "project":
        return names.projects.get(value, f"#{value}")
    return str(value)
