"""The way out of the desk for the list: a table with days as days."""

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.campaign.words import kind_word, standing_word, title_of
from salesdesk.desks.widgets.columns import Kind, TableSheet
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.office.campaign.sheets import TimelineSheet

COLUMNS = (
    (QT_TRANSLATE_NOOP("Campaign", "Phase"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("Campaign", "Title"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("Campaign", "Kind"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("Campaign", "Planned first day"), Kind.DAY),
    (QT_TRANSLATE_NOOP("Campaign", "Planned last day"), Kind.DAY),
    (QT_TRANSLATE_NOOP("Campaign", "Days"), Kind.COUNT),
    (QT_TRANSLATE_NOOP("Campaign", "Begun"), Kind.DAY),
    (QT_TRANSLATE_NOOP("Campaign", "Finished"), Kind.DAY),
    (QT_TRANSLATE_NOOP("Campaign", "State"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("Campaign", "Owner"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("Campaign", "Remarks"), Kind.TEXT),
)
"""What leaves with the list, in order."""


def plan_table(sheet: TimelineSheet, title: str) -> TableSheet:
    """Give the plan as a table, a row for each job, with days as days."""
    heads = tuple(QCoreApplication.translate("Campaign", head) for head, _ in COLUMNS)
    rows = tuple(
        (
            title_of(phase), title_of(job), kind_word(job.kind), job.plan_from, job.plan_to,
            (job.plan_to - job.plan_from).days + 1, job.started_on, job.done_on,
            standing_word(job.standing), job.owner, job.note,
        )
        for phase in sheet.phases
        for job in phase.jobs
    )  # fmt: skip
    return TableSheet(title, heads, tuple(kind for _, kind in COLUMNS), rows)
