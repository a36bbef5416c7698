"""The form that says in which projects somebody works."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from salesdesk.desks.admin.peopleforms import FormDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.kernel.keys import PersonId, ProjectId
from salesdesk.office.inventory.sheets import ProjectCard
from salesdesk.office.sales.posting import PostPerson
from salesdesk.office.staff.sheets import PersonCard

_HIGH = 190


class PostForm(FormDialog):
    """Ticks the projects of one person; none ticked means all, also those still to come."""

    def __init__(
        self,
        link: Link,
        card: PersonCard,
        projects: Sequence[ProjectCard],
        here: Sequence[int],
        parent: QWidget,
    ) -> None:
        title = self.tr("Projects of {name}").format(name=card.name)
        detail = self.tr(
            "Who is posted to some projects sees and does nothing in the others. Customers belong "
            "to the office, and everybody finds them."
        )
        super().__init__(link, title, self.tr("Save"), parent, detail)
        self._card = card
        self.ticks = QListWidget()
        self.ticks.setMinimumHeight(_HIGH)
        for project in projects:
            line = QListWidgetItem(project.name)
            line.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
            )
            line.setData(Qt.ItemDataRole.UserRole, project.id)
            on = project.id in here
            line.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.ticks.addItem(line)
        self.form.add("projects", self.tr("Works in"), self.ticks)
        self.first = self.ticks
        self.meaning = PlainLabel("", "dim").wrapping()
        self.body.addWidget(self.meaning)
        self.ticks.itemChanged.connect(lambda _line: self._explain())
        self._explain()

    def chosen(self) -> tuple[ProjectId, ...]:
        """Give the projects ticked."""
        lines = [self.ticks.item(at) for at in range(self.ticks.count())]
        return tuple(
            ProjectId(int(line.data(Qt.ItemDataRole.UserRole)))
            for line in lines
            if line.checkState() is Qt.CheckState.Checked
        )

    @override
    def send(self) -> None:
        """Post the person."""
        self.form.right()
        command = PostPerson(person=PersonId(self._card.id), projects=self.chosen())
        self.sending.send(command, self.well, self.form.refuse)

    def _explain(self) -> None:
        count = len(self.chosen())
        words = self.tr("None ticked: {name} works in all projects, also in those to come.")
        if count:
            words = self.tr("{name} works in %n project(s) only.", "", count)
        self.meaning.setText(words.format(name=self._card.name))
