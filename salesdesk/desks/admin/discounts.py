"""The page of discounts: what a project offers, and how far each role may go below the list price."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.peopleforms import FormDialog
from salesdesk.desks.admin.projectchoice import ProjectChoice
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.fields import DateField, MoneyField
from salesdesk.desks.widgets.labels import PlainLabel, button
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money, say
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import Fen, ProjectId
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory.queries import projects
from salesdesk.office.sales.discount_commands import (
    DiscountFarOff,
    EndDiscount,
    LimitDiscount,
    OfferDiscount,
)
from salesdesk.office.sales.discount_queries import discount_limits, discounts
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.queries import payment_modes
from salesdesk.office.sales.sheets import DiscountLine, PaymentModeLine
from salesdesk.office.staff.rules import Role


def takes_off(line: DiscountLine) -> str:
    """Say in figures what a discount does."""
    if line.kind == DiscountKind.PERCENTAGE:
        return f"{line.value / 100:g} %"
    return money(line.value)


class DiscountTable(CardTable[DiscountLine]):
    """A project's discounts."""

    def __init__(self) -> None:
        yes = self.tr("alone")
        running, waiting = self.tr("on offer"), self.tr("not today")
        super().__init__(
            "admin-discounts",
            [
                Column(self.tr("Discount"), lambda d: d.name, width=170),
                Column(self.tr("Kind"), lambda d: say("discounts", d.kind), width=150),
                Column(self.tr("Figure"), takes_off, Kind.TEXT, 110),
                Column(self.tr("Together"), lambda d: yes if d.exclusive else "", width=80),
                Column(self.tr("Payment mode"), lambda d: d.mode, width=120),
                Column(
                    self.tr("Only who came by"),
                    lambda d: say("manners", d.manner) if d.manner else "",
                    width=110,
                ),
                Column(self.tr("Source"), lambda d: d.source, width=110),
                Column(self.tr("From"), lambda d: d.begins_on, Kind.DAY, 100),
                Column(self.tr("To"), lambda d: d.ends_on, Kind.DAY, 100),
                Column(
                    self.tr("State"),
                    lambda d: running if d.runs else d.end_reason or waiting,
                    width=120,
                    tone=lambda d: "good" if d.runs else "",
                ),
            ],
            key=lambda d: d.id,
            empty=EmptyState(
                self.tr("No discount is on offer"),
                self.tr("What is offered here can be given when a price is approved."),
                "percent",
            ),
        )


class OfferForm(FormDialog):
    """A new discount."""

    def __init__(
        self, link: Link, project: int, modes: Sequence[PaymentModeLine], parent: QWidget
    ) -> None:
        super().__init__(link, self.tr("Offer a discount"), self.tr("Offer"), parent)
        self._project = ProjectId(project)
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(), needed=True)
        self.first = self.name
        self.kind = QComboBox()
        for kind in DiscountKind:
            self.kind.addItem(say("discounts", kind.value), kind.value)
        self.form.add("kind", self.tr("Kind"), self.kind)
        self.percent = QLineEdit()
        self.percent.setPlaceholderText(self.tr("98 leaves 98 % of the price"))
        self.form.add("percent", self.tr("Per cent that remain"), self.percent, needed=True)
        self.amount = self.form.add("amount", self.tr("Amount"), MoneyField(), needed=True)
        self.mode = QComboBox()
        self.mode.addItem(self.tr("Any payment mode"), "")
        for line in modes:
            self.mode.addItem(line.name, line.name)
        self.form.add("payment mode", self.tr("Payment mode"), self.mode)
        self.manner = QComboBox()
        self.manner.addItem(self.tr("Every customer"), None)
        for manner in Manner:
            self.manner.addItem(say("manners", manner), manner)
        self.form.add("manner", self.tr("Only who came by"), self.manner)
        self.source = self.form.add("source", self.tr("Source"), QLineEdit())
        self.source.setPlaceholderText(self.tr("opening week, friends of owners …"))
        self.begins = self.form.add("begins on", self.tr("From"), DateField())
        self.ends = self.form.add("ends on", self.tr("To"), DateField())
        self.alone = QCheckBox(self.tr("Goes with no other discount"))
        self.form.add("exclusive", "", self.alone)
        self.sure = QCheckBox(self.tr("So much is meant to be off"))
        self.form.add("confirmed", "", self.sure)
        self.form.show_field("confirmed", shown=False)
        self.kind.currentIndexChanged.connect(self._shape)
        self._shape()

    def _shape(self) -> None:
        share = self.kind.currentData() == DiscountKind.PERCENTAGE
        self.form.show_field("percent", shown=share)
        self.form.show_field("amount", shown=not share)

    @override
    def send(self) -> None:
        """Offer the discount."""
        self.form.right()
        kind = DiscountKind(str(self.kind.currentData()))
        share = kind is DiscountKind.PERCENTAGE
        percent = decimal_of(self.percent.text()) if share else None
        if share and percent is None:
            self.form.wrong("percent", self.tr("Enter per cent, for example 98 or 98.5."))
            return
        fen = None if share else self.amount.fen()
        if not share and fen is None:
            self.form.wrong("amount", self.tr("Enter an amount in yuan."))
            return
        for name, field in (("begins on", self.begins), ("ends on", self.ends)):
            if field.wrong():
                self.form.wrong(name, self.tr("This is no day; write it as 2026-03-01."))
                return
        command = OfferDiscount(
            project=self._project,
            name=self.form.text("name"),
            kind=kind,
            percent=percent,
            amount=None if fen is None else Fen(fen),
            exclusive=self.alone.isChecked(),
            source=self.form.text("source"),
            mode=str(self.mode.currentData()),
            manner=self.manner.currentData(),
            begins_on=self.begins.day(),
            ends_on=self.ends.day(),
            confirmed=self.sure.isChecked(),
        )
        self.sending.send(command, self.well, self._refused)

    def _refused(self, error: UserError) -> None:
        if isinstance(error, DiscountFarOff):
            self.form.show_field("confirmed", shown=True)
        self.form.refuse(error)


class EndForm(FormDialog):
    """Takes a discount off the offer."""

    def __init__(self, link: Link, project: int, line: DiscountLine, parent: QWidget) -> None:
        title = self.tr("End the discount {name}").format(name=line.name)
        detail = self.tr("Prices that were approved with it stay as they are.")
        super().__init__(link, title, self.tr("End"), parent, detail)
        self._project, self._name = ProjectId(project), line.name
        self.reason = self.form.add("reason", self.tr("Reason"), QLineEdit(), needed=True)
        self.first = self.reason

    @override
    def send(self) -> None:
        """End it."""
        self.form.right()
        command = EndDiscount(
            project=self._project, name=self._name, reason=self.form.text("reason")
        )
        self.sending.send(command, self.well, self.form.refuse)


class LimitForm(FormDialog):
    """The most that a role may take off a list price."""

    def __init__(self, link: Link, limits: dict[str, int], parent: QWidget) -> None:
        title = self.tr("How far a role may go below the list price")
        super().__init__(link, title, self.tr("Set"), parent)
        self._limits = limits
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(say("roles", role.value), role.value)
        self.form.add("role", self.tr("Role"), self.role)
        self.percent = self.form.add(
            "percent", self.tr("Most, in per cent"), QLineEdit(), needed=True
        )
        self.first = self.percent
        self.role.setCurrentIndex(self.role.findData(Role.MANAGER.value))
        self.role.currentIndexChanged.connect(self._shown)
        self._shown()

    def _shown(self) -> None:
        most = self._limits.get(str(self.role.currentData()))
        self.percent.setText("" if most is None else f"{most / 100:g}")
        self.percent.setPlaceholderText(self.tr("no limit"))

    @override
    def send(self) -> None:
        """Set the limit."""
        self.form.right()
        percent = decimal_of(self.percent.text())
        if percent is None:
            self.form.wrong("percent", self.tr("Enter per cent, for example 2 or 2.5."))
            return
        command = LimitDiscount(role=Role(str(self.role.currentData())), percent=percent)
        self.sending.send(command, self.well, self.form.refuse)


class DiscountsPage(Page):
    """Lists a project's discounts; offers, ends, and limits them."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PROJECT, Topic.SETTING})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Discounts"),
            self.tr(
                "What may be taken off a list price, in which days, and how far each role may go."
            ),
        )
        self._modes: Sequence[PaymentModeLine] = ()
        self._limits: dict[str, int] = {}
        self.project = ProjectChoice(new=False)
        self.project.changed.connect(self._ask)
        self.list = DiscountTable()
        self.list.title = self.tr("Discounts")
        self.limits = PlainLabel("", "hint").wrapping()
        self.offer = button(
            self.tr("Offer a discount…"), self.offer_discount, "plus", "primary", shortcut="Ctrl+N"
        )
        self.offer.setVisible(link.may("OfferDiscount"))
        self.end = button(self.tr("End it…"), self.end_discount, "x")
        self.end.setVisible(link.may("EndDiscount"))
        self.limit = button(self.tr("Limits of the roles…"), self.set_limit, "sliders-horizontal")
        self.limit.setVisible(link.may("LimitDiscount"))
        for widget in (self.project, self.limit, self.end, self.offer):
            self.head_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.limits)
        self.body.addWidget(self.list, 1)
        self.list.chosen.connect(lambda line: self.end.setEnabled(line is not None))
        self.end.setEnabled(False)

    @override
    def refresh(self) -> None:
        self.link.ask(self, self.project.offer, projects)
        self.link.ask(self, self._modes_came, payment_modes)
        self.link.ask(self, self._limits_came, discount_limits)

    @override
    def table(self) -> CardTable[Any]:
        return self.list

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+N", self.tr("Offer a discount")),)

    def offer_discount(self) -> OfferForm | None:
        """Open the form for a new discount."""
        card = self.project.card()
        if card is None:
            return None
        form = OfferForm(self.link, card.id, self._modes, self)
        form.carried.connect(lambda _answer: self._ask())
        form.open()
        return form

    def end_discount(self) -> EndForm | None:
        """Open the form that ends the chosen discount."""
        line, card = self.list.current(), self.project.card()
        if line is None or card is None:
            return None
        form = EndForm(self.link, card.id, line, self)
        form.carried.connect(lambda _answer: self._ask())
        form.open()
        return form

    def set_limit(self) -> LimitForm:
        """Open the form for the roles' limits."""
        form = LimitForm(self.link, self._limits, self)
        form.carried.connect(lambda _answer: self.refresh())
        form.open()
        return form

    def _ask(self) -> None:
        card = self.project.card()
        if card is not None:
            self.link.ask(self, self.list.set_lines, discounts, card.id)

    def _modes_came(self, modes: Sequence[PaymentModeLine]) -> None:
        self._modes = modes

    def _limits_came(self, limits: dict[str, int]) -> None:
        self._limits = limits
        named = [
            self.tr("{role}: {percent} %").format(
                role=say("roles", role), percent=f"{most / 100:g}"
            )
            for role, most in limits.items()
        ]
        words = self.tr("At most below the list price: {limits}")
        none = self.tr("No role has a limit yet.")
        self.limits.setText(words.format(limits="; ".join(named)) if named else none)


def decimal_of(typed: str) -> Decimal | None:
    """Read a plain number, with or without a per cent sign; None where it is none."""
    try:
        value = Decimal(typed.strip().removesuffix("%").strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
