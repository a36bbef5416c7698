"""What is wrong in a file, by sheet, row and column; to be printed, exported and copied."""

from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import sentence
from salesdesk.office.inventory.sheets import ImportProblem


class ProblemTable(CardTable[ImportProblem]):
    """The problems (or notes) of a file."""

    def __init__(self, name: str, *, notes: bool = False) -> None:
        tone = "dim" if notes else "danger"
        if notes:
            empty = EmptyState(self.tr("Nothing worth noting"), "", "circle-check")
        else:
            detail = self.tr("Every row can be taken in.")
            empty = EmptyState(self.tr("No problems"), detail, "circle-check")
        super().__init__(
            name,
            [
                Column(self.tr("Sheet"), lambda p: p.sheet, width=84),
                Column(self.tr("Row"), lambda p: p.line or None, Kind.COUNT, width=54),
                Column(self.tr("Column"), lambda p: p.column, width=92),
                Column(
                    self.tr("What is wrong"),
                    lambda p: sentence(p.problem, p.facts),
                    width=220,
                    tone=lambda _p: tone,
                ),
                Column(self.tr("What to do"), lambda p: sentence(p.remedy, p.facts), width=230),
            ],
            key=lambda p: p,
            empty=empty,
        )
