"""A line of the plan in words, field by field: to be compared with what is typed."""

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.campaign.words import kind_word
from salesdesk.desks.wording import day
from salesdesk.office.campaign.sheets import JobLine, PhaseLine


def field_names() -> dict[str, str]:
    """Give the form's fields by the words that stand over them."""
    translate = QCoreApplication.translate
    return {
        "kind": translate("LineForm", "Kind"),
        "title": translate("LineForm", "Title"),
        "english": translate("LineForm", "Title in English"),
        "plan_from": translate("LineForm", "Planned first day"),
        "plan_to": translate("LineForm", "Planned last day"),
        "owner": translate("LineForm", "Owner"),
        "started": translate("LineForm", "Actually begun"),
        "done": translate("LineForm", "Actually done"),
        "aims": translate("LineForm", "Aims"),
        "aims_english": translate("LineForm", "Aims in English"),
        "note": translate("LineForm", "Remarks"),
    }


def facts_of(line: PhaseLine | JobLine) -> dict[str, str]:
    """Give what can be changed of a line, in words."""
    told = {
        "title": line.title,
        "english": line.english,
        "plan_from": day(line.plan_from),
        "plan_to": day(line.plan_to),
    }
    if isinstance(line, PhaseLine):
        return told | {"aims": line.aims, "aims_english": line.aims_english}
    return told | {
        "kind": kind_word(line.kind),
        "owner": line.owner if line.owner_id is not None else "",
        "started": day(line.started_on),
        "done": day(line.done_on),
        "note": line.note,
    }
