"""All that is wrong in a file that was not taken in: to be read through, exported and printed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from salesdesk.desks.cashier.listed import ListTools
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.problems import ProblemTable
from salesdesk.office.inventory.sheets import ImportProblem


class ProblemsDialog(QDialog):
    """A list of every problem, with its row, what is wrong and what to do."""

    def __init__(
        self, title: str, problems: Sequence[ImportProblem], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(980, 520)
        self.table = ProblemTable("problems of a bank's file")
        self.table.title = title
        self.tools = ListTools(self.table)
        self.table.set_lines(problems)
        close = button(self.tr("Close"), self.accept, role="primary")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(18, 14, 18, 14)
        lines.setSpacing(10)
        lines.addLayout(row(PlainLabel(title, "heading"), None, self.tools))
        lines.addWidget(self.table, 1)
        lines.addLayout(row(None, close))
        self.finished.connect(lambda _code: self.deleteLater())
        self.table.view.setFocus()
