"""The campaign's words in the window's language, and days as people write them."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from salesdesk.desks.wording import language
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.office.campaign.rules import JobKind, Standing
from salesdesk.office.campaign.sheets import JobLine, PhaseLine, shown

_CONTEXT = "Campaign"
_KINDS = {
    JobKind.JOB: QT_TRANSLATE_NOOP("Campaign", "Job"),
    JobKind.MEDIUM: QT_TRANSLATE_NOOP("Campaign", "Medium"),
    JobKind.MILESTONE: QT_TRANSLATE_NOOP("Campaign", "Milestone"),
}
_STANDINGS = {
    Standing.PLANNED: QT_TRANSLATE_NOOP("Campaign", "planned"),
    Standing.RUNNING: QT_TRANSLATE_NOOP("Campaign", "under way"),
    Standing.LATE: QT_TRANSLATE_NOOP("Campaign", "late"),
    Standing.DONE: QT_TRANSLATE_NOOP("Campaign", "done"),
}


def title_of(line: PhaseLine | JobLine) -> str:
    """Give a line's title in the window's language."""
    return shown(line.title, line.english, language())


def kind_word(kind: JobKind) -> str:
    """Give the word for a kind of line."""
    return QCoreApplication.translate(_CONTEXT, _KINDS[kind])


def standing_word(standing: Standing) -> str:
    """Give the word for how a job stands."""
    return QCoreApplication.translate(_CONTEXT, _STANDINGS[standing])


def written(day: date, pattern: str) -> str:
    """Write *day* by a Qt date pattern in the window's language."""
    return QLocale(language()).toString(QDate(day.year, day.month, day.day), pattern)


def short(day: date | None) -> str:
    """Write *day* as 03-05, or nothing."""
    return "" if day is None else day.strftime("%m-%d")


def span(first_on: date | None, last_on: date | None) -> str:
    """Write two days as 03-05 – 04-01; one where they are the same."""
    if first_on is None:
        return ""
    if last_on is None:
        return f"{short(first_on)} –"
    return short(first_on) if first_on == last_on else f"{short(first_on)} – {short(last_on)}"
