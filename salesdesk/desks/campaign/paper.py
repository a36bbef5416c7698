"""The way out of the desk: the picture as a PDF, the list as a table."""

from salesdesk.desks.campaign.words import kind_word, standing_word, title_of
from salesdesk.desks.widgets.columns import Kind, TableSheet
from salesdesk.documents.timeline import timeline_pdf
from salesdesk.office.campaign.sheets import TimelineSheet

KINDS = (
    Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DAY, Kind.DAY, Kind.COUNT, Kind.DAY, Kind.DAY,
    Kind.TEXT, Kind.TEXT, Kind.TEXT,
)  # fmt: skip


def timeline_paper(sheet: TimelineSheet, size: str, language: str) -> bytes:
    """Draw the timeline on one landscape page of *size* "A3" or "A4"."""
    return timeline_pdf(sheet, language, size)


def plan_table(sheet: TimelineSheet, title: str, heads: tuple[str, ...]) -> TableSheet:
    """Give the plan as a table, a row for each job, with days as days."""
    rows = tuple(
        (
            title_of(phase), title_of(job), kind_word(job.kind), job.plan_from, job.plan_to,
            (job.plan_to - job.plan_from).days + 1, job.started_on, job.done_on,
            standing_word(job.standing), job.owner, job.note,
        )
        for phase in sheet.phases
        for job in phase.jobs
    )  # fmt: skip
    return TableSheet(title, heads, KINDS, rows)
