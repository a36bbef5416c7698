"""A journal line in words: what its form said and what it changed, ids as the names people use."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.admin.words import SETTING_WORDS
from salesdesk.desks.wording import money, say, say_all
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.kernel.identity import mask_id, mask_phone

_FIELDS: Final[dict[str, str]] = {
    "unit": QT_TRANSLATE_NOOP("journal", "Unit"),
    "units": QT_TRANSLATE_NOOP("journal", "Units"),
    "customer": QT_TRANSLATE_NOOP("journal", "Customer"),
    "person": QT_TRANSLATE_NOOP("journal", "Person"),
    "project": QT_TRANSLATE_NOOP("journal", "Project"),
    "receipt": QT_TRANSLATE_NOOP("journal", "Receipt"),
    "refund": QT_TRANSLATE_NOOP("journal", "Refund"),
    "visit": QT_TRANSLATE_NOOP("journal", "Visit"),
    "deal": QT_TRANSLATE_NOOP("journal", "Deal"),
    "follow_up": QT_TRANSLATE_NOOP("journal", "Follow-up"),
    "campaign": QT_TRANSLATE_NOOP("journal", "Campaign"),
    "setting": QT_TRANSLATE_NOOP("journal", "Setting"),
    "request": QT_TRANSLATE_NOOP("journal", "Request"),
    "filed": QT_TRANSLATE_NOOP("journal", "Filed"),
    "asked": QT_TRANSLATE_NOOP("journal", "Asked for"),
    "subject": QT_TRANSLATE_NOOP("journal", "About"),
    "signed": QT_TRANSLATE_NOOP("journal", "Signed"),
    "step": QT_TRANSLATE_NOOP("journal", "Step"),
    "carried_out": QT_TRANSLATE_NOOP("journal", "Carried out"),
    "withdrawn": QT_TRANSLATE_NOOP("journal", "Withdrawn"),
    "decision": QT_TRANSLATE_NOOP("journal", "Decision"),
    "comment": QT_TRANSLATE_NOOP("journal", "Comment"),
    "standing_in_for": QT_TRANSLATE_NOOP("journal", "In the place of"),
    "stand_in": QT_TRANSLATE_NOOP("journal", "Stand-in"),
    "absent": QT_TRANSLATE_NOOP("journal", "Away"),
    "from_on": QT_TRANSLATE_NOOP("journal", "From"),
    "to_on": QT_TRANSLATE_NOOP("journal", "To"),
    "until": QT_TRANSLATE_NOOP("journal", "Until"),
    "flow": QT_TRANSLATE_NOOP("journal", "Flow"),
    "rule": QT_TRANSLATE_NOOP("journal", "Rule"),
    "level": QT_TRANSLATE_NOOP("journal", "Level"),
    "consultant": QT_TRANSLATE_NOOP("journal", "Consultant"),
    "successor": QT_TRANSLATE_NOOP("journal", "Successor"),
    "name": QT_TRANSLATE_NOOP("journal", "Name"),
    "login": QT_TRANSLATE_NOOP("journal", "Login"),
    "role": QT_TRANSLATE_NOOP("journal", "Role"),
    "password": QT_TRANSLATE_NOOP("journal", "Password"),
    "phone": QT_TRANSLATE_NOOP("journal", "Phone"),
    "phones": QT_TRANSLATE_NOOP("journal", "Phones"),
    "id_number": QT_TRANSLATE_NOOP("journal", "ID number"),
    "address": QT_TRANSLATE_NOOP("journal", "Address"),
    "reason": QT_TRANSLATE_NOOP("journal", "Reason"),
    "note": QT_TRANSLATE_NOOP("journal", "Note"),
    "remarks": QT_TRANSLATE_NOOP("journal", "Remarks"),
    "advice": QT_TRANSLATE_NOOP("journal", "Advice"),
    "amount": QT_TRANSLATE_NOOP("journal", "Amount"),
    "amount_fen": QT_TRANSLATE_NOOP("journal", "Amount"),
    "paid_fen": QT_TRANSLATE_NOOP("journal", "Paid so far"),
    "owed_fen": QT_TRANSLATE_NOOP("journal", "Owed"),
    "approved_fen": QT_TRANSLATE_NOOP("journal", "Price approved"),
    "counted": QT_TRANSLATE_NOOP("journal", "Counted"),
    "counted_fen": QT_TRANSLATE_NOOP("journal", "Counted"),
    "expected_fen": QT_TRANSLATE_NOOP("journal", "Expected"),
    "total": QT_TRANSLATE_NOOP("journal", "Total price"),
    "tender": QT_TRANSLATE_NOOP("journal", "Means of payment"),
    "tenders": QT_TRANSLATE_NOOP("journal", "Means of payment"),
    "kind": QT_TRANSLATE_NOOP("journal", "Kind"),
    "reference": QT_TRANSLATE_NOOP("journal", "Reference"),
    "mode": QT_TRANSLATE_NOOP("journal", "Payment mode"),
    "buyers": QT_TRANSLATE_NOOP("journal", "Buyers"),
    "fault": QT_TRANSLATE_NOOP("journal", "Fault"),
    "minutes": QT_TRANSLATE_NOOP("journal", "Minutes"),
    "manner": QT_TRANSLATE_NOOP("journal", "Manner"),
    "media": QT_TRANSLATE_NOOP("journal", "Media"),
    "grade": QT_TRANSLATE_NOOP("journal", "Grade"),
    "details": QT_TRANSLATE_NOOP("journal", "Particulars"),
    "next_on": QT_TRANSLATE_NOOP("journal", "Next contact"),
    "visited_on": QT_TRANSLATE_NOOP("journal", "Day"),
    "late": QT_TRANSLATE_NOOP("journal", "Late entry"),
    "number": QT_TRANSLATE_NOOP("journal", "Number"),
    "agreement": QT_TRANSLATE_NOOP("journal", "Agreement"),
    "contract": QT_TRANSLATE_NOOP("journal", "Contract"),
    "online": QT_TRANSLATE_NOOP("journal", "Online signing"),
    "online_number": QT_TRANSLATE_NOOP("journal", "Online signing number"),
    "filing": QT_TRANSLATE_NOOP("journal", "Filing"),
    "delivered": QT_TRANSLATE_NOOP("journal", "Handed over to"),
    "signed_on": QT_TRANSLATE_NOOP("journal", "Signed on"),
    "filed_on": QT_TRANSLATE_NOOP("journal", "Filed on"),
    "deliver_by": QT_TRANSLATE_NOOP("journal", "Hand over by"),
    "delivered_on": QT_TRANSLATE_NOOP("journal", "Handed over on"),
    "taken_by": QT_TRANSLATE_NOOP("journal", "Taken by"),
    "filing_cancelled_on": QT_TRANSLATE_NOOP("journal", "Filing struck off on"),
    "stage": QT_TRANSLATE_NOOP("journal", "Now"),
    "ended": QT_TRANSLATE_NOOP("journal", "Ended"),
    "by_clock": QT_TRANSLATE_NOOP("journal", "By itself"),
    "created": QT_TRANSLATE_NOOP("journal", "Created"),
    "left": QT_TRANSLATE_NOOP("journal", "Left"),
    "void": QT_TRANSLATE_NOOP("journal", "Void"),
    "printed": QT_TRANSLATE_NOOP("journal", "Printed"),
    "paid": QT_TRANSLATE_NOOP("journal", "Paid with"),
    "cancelled": QT_TRANSLATE_NOOP("journal", "Cancelled"),
    "exchanged": QT_TRANSLATE_NOOP("journal", "Exchanged with"),
    "granted": QT_TRANSLATE_NOOP("journal", "Granted"),
    "revoked": QT_TRANSLATE_NOOP("journal", "Revoked"),
    "recovered": QT_TRANSLATE_NOOP("journal", "Recovered"),
    "revealed": QT_TRANSLATE_NOOP("journal", "Full details shown"),
    "merged": QT_TRANSLATE_NOOP("journal", "Merged from"),
    "merged_into": QT_TRANSLATE_NOOP("journal", "Merged into"),
    "version": QT_TRANSLATE_NOOP("journal", "Version"),
    "permit": QT_TRANSLATE_NOOP("journal", "Permit"),
    "building": QT_TRANSLATE_NOOP("journal", "Building"),
    "buildings": QT_TRANSLATE_NOOP("journal", "Buildings"),
    "copy": QT_TRANSLATE_NOOP("journal", "Copy"),
    "generated": QT_TRANSLATE_NOOP("journal", "Units made"),
    "file": QT_TRANSLATE_NOOP("journal", "File"),
    "rows": QT_TRANSLATE_NOOP("journal", "Rows"),
    "digest": QT_TRANSLATE_NOOP("journal", "Fingerprint"),
    "first_receipt": QT_TRANSLATE_NOOP("journal", "First receipt number"),
    "law_level": QT_TRANSLATE_NOOP("journal", "Pre-sale permit rule"),
    "rounding": QT_TRANSLATE_NOOP("journal", "Rounding"),
    "company": QT_TRANSLATE_NOOP("journal", "Company"),
    "value": QT_TRANSLATE_NOOP("journal", "Value"),
    "title": QT_TRANSLATE_NOOP("journal", "Title"),
    "job": QT_TRANSLATE_NOOP("journal", "Job"),
    "phase": QT_TRANSLATE_NOOP("journal", "Phase"),
    "plan_from": QT_TRANSLATE_NOOP("journal", "Planned from"),
    "plan_to": QT_TRANSLATE_NOOP("journal", "Planned to"),
    "done": QT_TRANSLATE_NOOP("journal", "Done"),
    "start_on": QT_TRANSLATE_NOOP("journal", "Start"),
    "days": QT_TRANSLATE_NOOP("journal", "Days"),
    "planned": QT_TRANSLATE_NOOP("journal", "Lines planned"),
    "price": QT_TRANSLATE_NOOP("journal", "Price version"),
    "drafted": QT_TRANSLATE_NOOP("journal", "Drafted"),
    "effect": QT_TRANSLATE_NOOP("journal", "Put into effect"),
    "changed": QT_TRANSLATE_NOOP("journal", "Prices changed"),
    "frozen": QT_TRANSLATE_NOOP("journal", "Keep their price"),
    "floor": QT_TRANSLATE_NOOP("journal", "Floor prices"),
    "percent": QT_TRANSLATE_NOOP("journal", "Percentage"),
    "prices": QT_TRANSLATE_NOOP("journal", "Prices"),
    "scheme": QT_TRANSLATE_NOOP("journal", "Scheme"),
    "based_on": QT_TRANSLATE_NOOP("journal", "Based on"),
    "effective_at": QT_TRANSLATE_NOOP("journal", "Effective from"),
    "confirmed": QT_TRANSLATE_NOOP("journal", "Confirmed"),
}
"""Names of a form's fields and of what changed."""

_CODES: Final = {
    "role": "roles", "stage": "states", "ended": "states", "tender": "tenders", "fault": "faults",
    "cancelled": "faults", "manner": "manners", "rounding": "rounding", "law_level": "law levels",
    "id_kind": "id kinds", "signed": "decisions", "decision": "decisions", "level": "law levels",
    "flow": "requests",
}  # fmt: skip
_MONEY: Final = frozenset({"amount", "total", "counted"})
_PHONES: Final = frozenset({"phone", "phones"})
_RIGHTS: Final = frozenset({"granted", "revoked", "asked", "carried_out"})
_PEOPLE: Final = frozenset(
    {"person", "consultant", "successor", "to_person", "absent", "stand_in", "standing_in_for"}
)
_UNITS: Final = frozenset({"unit", "units"})
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
    return _ids(texts, "unit", "units")


def customer_ids(*texts: str) -> set[int]:
    """Give the customers that forms and changes (JSON) name by number."""
    return _ids(texts, "customer", "customers")


def field_word(name: str) -> str:
    """Give the word for a field of a form."""
    if name in SETTING_WORDS:
        return QCoreApplication.translate("settings", SETTING_WORDS[name][0])
    text = _FIELDS.get(name)
    return name.replace("_", " ") if text is None else QCoreApplication.translate("journal", text)


def _ids(texts: tuple[str, ...], one: str, many: str) -> set[int]:
    found: set[int] = set()
    for text in texts:
        plain: Any = json.loads(text)
        for part in plain if isinstance(plain, list) else [plain]:
            if not isinstance(part, dict):
                continue
            if part.get("topic") == one and part.get("key"):
                found.add(part["key"])
            values = part.get(many) or []
            found.update(v for v in [part.get(one), *values] if type(v) is int)
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
    return say(_CODES[name], text) if name in _CODES else text


def _number(name: str, value: int, names: Names) -> str:
    if name in _MONEY or name.endswith("_fen"):
        return money(value)
    if name in _UNITS:
        return names.units.get(value, f"#{value}")
    if name in _PEOPLE:
        return names.people.get(value, f"#{value}")
    if name == "customer":
        return names.customers.get(value, f"#{value}")
    if name == "project":
        return names.projects.get(value, f"#{value}")
    return str(value)
