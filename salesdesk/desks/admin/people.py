"""The page of people: who signs in, in what role; coming, changing, leaving."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.peopleforms import AddForm, LeaveForm, OneTimeSlip, RoleForm
from salesdesk.desks.admin.postform import PostForm
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.labels import button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import listed, say
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import PersonId
from salesdesk.office.customers.queries import customer_counts
from salesdesk.office.customers.register import RecordFollowUp
from salesdesk.office.inventory.queries import projects
from salesdesk.office.inventory.sheets import ProjectCard
from salesdesk.office.sales.posting import postings
from salesdesk.office.staff.commands import ResetPassword
from salesdesk.office.staff.queries import people, rights
from salesdesk.office.staff.sheets import PersonAdded, PersonCard, RightLine


class PeopleTable(CardTable[PersonCard]):
    """Everybody who signs in, and those who left, greyed."""

    def __init__(self) -> None:
        self.customers: dict[int, int] = {}
        self.posted: dict[int, str] = {}
        everywhere = self.tr("all")
        gone = self.tr("left")
        first = self.tr("one-time password")
        works = self.tr("active")

        def tone(card: PersonCard) -> str:
            return "" if card.active else "disabled"

        def state(card: PersonCard) -> str:
            return gone if not card.active else first if card.must_change else works

        super().__init__(
            "admin-people",
            [
                Column(self.tr("Name"), lambda p: p.name, width=150, tone=tone),
                Column(self.tr("Login"), lambda p: p.login, width=130, tone=tone),
                Column(self.tr("Role"), lambda p: say("roles", p.role), width=160, tone=tone),
                Column(
                    self.tr("Projects"),
                    lambda p: self.posted.get(p.id, everywhere if p.active else ""),
                    width=170,
                    tone=tone,
                ),
                Column(
                    self.tr("Customers"), lambda p: self.customers.get(p.id), Kind.COUNT, 100, tone
                ),
                Column(
                    self.tr("State"),
                    state,
                    width=160,
                    tone=lambda p: "warn" if p.active and p.must_change else tone(p),
                ),
            ],
            key=lambda p: p.id,
            empty=EmptyState(self.tr("Nobody here yet"), "", "users"),
        )


class PeoplePage(Page):
    """Lists people; adds them, resets passwords, changes roles, lets them leave."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PERSON, Topic.CUSTOMER})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("People"),
            self.tr("Everybody signs in with an own login; those who leave keep their history."),
        )
        self._followers: frozenset[str] | None = None
        """The roles that look after customers, where this person may ask."""
        self._projects: tuple[ProjectCard, ...] = ()
        self._posted: dict[int, tuple[int, ...]] = {}
        self.list = PeopleTable()
        self.list.chosen.connect(lambda _card: self._enable())
        self.list.opened.connect(lambda _card: self.change_role())
        self.list.title = self.tr("People")
        self.gone = QCheckBox(self.tr("Show those who left"))
        self.gone.toggled.connect(lambda _on: self.refresh())
        self.add = button(
            self.tr("Add a person…"), self.add_person, "user-plus", "primary", shortcut="Ctrl+N"
        )
        self.role = button(self.tr("Change the role…"), self.change_role, "user-check")
        self.post = button(self.tr("Projects…"), self.post_person, "building-2")
        self.reset = button(self.tr("New one-time password…"), self.reset_password, "key-round")
        self.leave = button(self.tr("Leaves the office…"), self.leave_office, "log-out")
        self.add.setVisible(link.may("AddPerson"))
        self.role.setVisible(link.may("ChangeRole"))
        self.post.setVisible(link.may("PostPerson", "postings"))
        self.reset.setVisible(link.may("ResetPassword"))
        self.leave.setVisible(link.may("PersonLeaves"))
        self.head_row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row(self.role, self.post, self.reset, self.leave, None, self.gone))
        self.body.addWidget(self.list, 1)
        self._enable()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._counted, customer_counts)
        if self.link.may("rights"):
            self.link.ask(self, self._held, rights)
        self.link.ask(self, self._projects_came, projects)
        if self.link.may("postings"):
            self.link.ask(self, self._posted_came, postings)
        self.link.ask(self, self._came, people, gone=self.gone.isChecked())

    @override
    def table(self) -> CardTable[Any]:
        return self.list

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+N", self.tr("Add a person")),)

    def add_person(self) -> AddForm:
        """Open the form for somebody new."""
        form = AddForm(self.link, self)
        form.carried.connect(self._show_slip)
        form.open()
        return form

    def change_role(self) -> RoleForm | None:
        """Open the form that gives the chosen person another role."""
        card = self._chosen()
        if card is None or not self.link.may("ChangeRole"):
            return None
        form = RoleForm(self.link, card, *self._heirs(card), self)
        form.carried.connect(lambda _id: self.refresh())
        form.open()
        return form

    def post_person(self) -> PostForm | None:
        """Open the form that says in which projects the chosen person works."""
        card = self._chosen()
        if card is None:
            return None
        form = PostForm(self.link, card, self._projects, self._posted.get(card.id, ()), self)
        form.carried.connect(lambda _id: self.refresh())
        form.open()
        return form

    def leave_office(self) -> LeaveForm | None:
        """Open the form by which the chosen person leaves."""
        card = self._chosen()
        if card is None:
            return None
        form = LeaveForm(self.link, card, *self._heirs(card), self)
        form.carried.connect(lambda _count: self.refresh())
        form.open()
        return form

    def reset_password(self) -> Question | None:
        """Ask, then give the chosen person a new one-time password."""
        card = self._chosen()
        if card is None:
            return None
        title = self.tr("New one-time password for {name}?").format(name=card.name)
        detail = self.tr("The old password stops working at once; the new one is shown once.")
        question = Question(self, title, detail, self.tr("Make it"))
        later(question, lambda _reason: self._reset(card))
        return question

    def _reset(self, card: PersonCard) -> None:
        command = ResetPassword(person=PersonId(card.id))
        self.link.do(self, command, self._show_slip, self.banner.refuse)

    def _heirs(self, card: PersonCard) -> tuple[Sequence[PersonCard], int, frozenset[str] | None]:
        """Give who else is there, how many customers *card* looks after, and the roles that may."""
        others = [one for one in self.list.model.all_lines() if one.active and one.id != card.id]
        return others, self.list.customers.get(card.id, 0), self._followers

    def _show_slip(self, added: PersonAdded) -> None:
        self.slip = OneTimeSlip(added, self)
        self.slip.print_wanted.connect(self.print_sheet)
        self.slip.open()
        self.refresh()

    def _held(self, lines: Sequence[RightLine]) -> None:
        roles = (line.roles for line in lines if line.name == RecordFollowUp.__name__)
        self._followers = frozenset(next(roles, ()))

    def _projects_came(self, cards: Sequence[ProjectCard]) -> None:
        self._projects = tuple(cards)

    def _posted_came(self, posted: dict[int, tuple[int, ...]]) -> None:
        self._posted = posted
        names = {card.id: card.name for card in self._projects}
        self.list.posted = {
            person: listed(names.get(key, "") for key in keys) for person, keys in posted.items()
        }

    def _counted(self, counts: dict[int, int]) -> None:
        self.list.customers = counts

    def _came(self, cards: Sequence[PersonCard]) -> None:
        self.list.set_lines(sorted(cards, key=lambda card: (not card.active, card.id)))
        if self.list.current() is None and cards:
            self.list.choose(cards[0].id)
        self._enable()

    def _chosen(self) -> PersonCard | None:
        card = self.list.current()
        return card if card is not None and card.active else None

    def _enable(self) -> None:
        chosen = self._chosen() is not None
        for one in (self.role, self.post, self.reset, self.leave):
            one.setEnabled(chosen)
