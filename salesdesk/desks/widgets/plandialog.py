"""The form of a buying plan (置业计划): figures while it is typed, then the paper."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.discountticks import DiscountTicks
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.gathering import typed
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row
from salesdesk.desks.widgets.memory import MEMORY
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.widgets.planfigures import PlanFigures
from salesdesk.desks.widgets.planpaper import plan_paper
from salesdesk.desks.widgets.recordfield import RecordField
from salesdesk.desks.wording import is_chinese, language, refusal
from salesdesk.kernel.errors import UserError
from salesdesk.office.inventory.queries import unit_card
from salesdesk.office.inventory.sheets import UnitCard
from salesdesk.office.sales.discount_queries import discounts
from salesdesk.office.sales.plan_queries import buying_plan, plan_start
from salesdesk.office.sales.plan_rules import PlanTerms
from salesdesk.office.sales.plan_sheets import BuyingPlan
from salesdesk.office.sales.queries import payment_modes
from salesdesk.office.sales.sheets import DiscountLine, PaymentModeLine

_MEMORY = "buying-plan"
_LENDING = frozenset({"mortgage", "provident_fund", "combined_loan"})
_LARGE = 10_000
_FUND = frozenset({"provident_fund", "combined_loan"})


class PlanDialog(QDialog):
    """Makes a buying plan of a unit, for a customer where one is named, and previews its paper.

    What was chosen last (mode, years, first share, comparison) stands there again.
    """

    def __init__(
        self,
        link: Link,
        parent: QWidget | None = None,
        *,
        unit: tuple[int, str] | None = None,
        customer: tuple[int, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._turn = 0
        self._modes: dict[int, PaymentModeLine] = {}
        self._project: int | None = None
        self._terms: PlanTerms | None = None
        self.plan: BuyingPlan | None = None
        self.setWindowTitle(self.tr("Buying plan"))
        self.setMinimumSize(880, 600)
        self.banner = Banner(self)
        self.form = Form(2)
        self._fields()
        self.figures = PlanFigures()
        self.print = button(self.tr("Print…"), self.open_paper, "printer", "primary")
        self.print.setEnabled(False)
        self._lay()
        self._pause = typed(self, self.reckon)
        self._connect()
        self.finished.connect(lambda _code: self.deleteLater())
        if customer is not None:
            self.customer.settle(*customer)
        if unit is not None:
            self.unit.settle(*unit)
            self.mode.setFocus()
        else:
            self.unit.setFocus()
        link.ask(self, self._modes_came, payment_modes)
        link.ask(self, self._terms_came, plan_start)

    def reckon(self) -> None:
        """Ask what the form leads to."""
        self._pause.stop()
        self._turn += 1
        turn, wish = self._turn, self._wish()
        if wish is None or not self._modes:
            self._no_plan()
            return
        seat = self._link.seat

        def job() -> BuyingPlan:
            found: BuyingPlan = seat.ask(buying_plan, **wish)
            return found

        self._link.call(self, job, partial(self._came, turn), partial(self._refused, turn))

    def open_paper(self) -> None:
        """Preview the plan on paper; what was chosen is remembered."""
        plan = self.plan
        if plan is None:
            return
        self._remember()
        title = self.tr("Buying plan {unit}").format(unit=plan.unit)
        draw = partial(plan_paper, self._link.seat, plan, language())
        open_paper(self._link, self, draw, title)

    def _fields(self) -> None:
        form = self.form
        hint = self.tr("Unit, as 1-1-0601")
        self.unit = form.add(
            "unit", self.tr("Unit"), RecordField(self._link, "unit", hint), needed=True
        )
        hint = self.tr("Name or phone; may stay empty")
        self.customer = form.add(
            "customer", self.tr("Customer"), RecordField(self._link, "customer", hint)
        )
        self.mode = form.add("mode", self.tr("Payment mode"), QComboBox(), needed=True)
        self.years = form.add("years", self.tr("Years of the loan"), QLineEdit())
        self.share = form.add("first_percent", self.tr("First payment, %"), QLineEdit())
        self.first = form.add("first_amount", self.tr("or first payment"), MoneyField())
        self.rate = form.add("rate", self.tr("Bank's yearly rate, %"), QLineEdit())
        self.fund_rate = form.add("fund_rate", self.tr("Provident fund's rate, %"), QLineEdit())
        self.fund = form.add(
            "fund_amount", self.tr("Of it the provident fund"), MoneyField(), wide=True
        )
        self.ticks = form.add(
            "discounts", self.tr("Discounts, in the order of ticking"), DiscountTicks(), wide=True
        )
        self.compare = form.add(
            "compare",
            "",
            QCheckBox(self.tr("Show the list price struck through (R-08)")),
            wide=True,
        )
        self.no_discount = PlainLabel(self.tr("No discount is on offer today."), "hint")
        for field in (self.years, self.share, self.rate, self.fund_rate):
            field.setMaxLength(12)

    def _lay(self) -> None:
        left, right = Card(), Card()
        for part in (self.banner, self.form, self.no_discount):
            left.body.addWidget(part)
        left.body.addStretch(1)
        right.body.addWidget(self.figures)
        right.setMinimumWidth(350)
        both = row(left, right, spacing=12)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 14, 16, 14)
        lines.setSpacing(12)
        lines.addLayout(both, 1)
        lines.addLayout(row(None, button(self.tr("Close"), self.reject), self.print))

    def _connect(self) -> None:
        self.unit.chosen.connect(self._unit_chosen)
        self.customer.chosen.connect(lambda _key: self._later())
        self.mode.currentIndexChanged.connect(lambda _at: self._mode_chosen())
        for field in (self.years, self.share, self.rate, self.fund_rate):
            field.textChanged.connect(lambda _text: self._later())
        for amount in (self.first, self.fund):
            amount.changed.connect(lambda _fen: self._later())
        self.ticks.ticked.connect(lambda _names: self._later())
        self.compare.toggled.connect(lambda _on: self._later())

    def _later(self) -> None:
        self.print.setEnabled(False)
        self._pause.start()

    def _unit_chosen(self, key: int | None) -> None:
        if key is not None:
            self._link.ask(self, self._unit_came, unit_card, key)
        self._later()

    def _unit_came(self, card: UnitCard) -> None:
        if card.project != self._project:
            self._project = card.project
            self._link.ask(self, self._discounts_came, discounts, card.project)

    def _discounts_came(self, lines: Sequence[DiscountLine]) -> None:
        self.form.show_field("discounts", shown=bool(self.ticks.offer(lines)))
        self.no_discount.setVisible(not self.ticks.topLevelItemCount())
        self._later()

    def _modes_came(self, modes: Sequence[PaymentModeLine]) -> None:
        self._modes = {mode.id: mode for mode in modes}
        kept = MEMORY.recall(_MEMORY)
        for mode in modes:
            self.mode.addItem(mode.name if is_chinese() else mode.english, mode.id)
        wanted = kept[0] if kept else next((m.id for m in modes if m.needs_loan), 0)
        self.mode.setCurrentIndex(max(0, self.mode.findData(wanted)))
        if len(kept) == 4:  # noqa: PLR2004 - as `_remember` keeps them
            _mode, years, share, compare = kept
            self.years.setText(str(years) if years else "")
            self.share.setText(f"{Decimal(share) / 100:f}" if share else "")
            self.compare.setChecked(bool(compare))
        self._mode_chosen()

    def _terms_came(self, terms: PlanTerms) -> None:
        self.years.setPlaceholderText(str(terms.longest_years))
        self.rate.setPlaceholderText(f"{terms.rate_bp / 100:.2f}")
        self.fund_rate.setPlaceholderText(f"{terms.fund_rate_bp / 100:.2f}")
        self._terms = terms
        self._mode_chosen()

    def _mode_chosen(self) -> None:
        """Show the fields that the payment mode asks for."""
        mode = self._modes.get(self.mode.currentData() or 0)
        kind = mode.kind if mode else ""
        lends = kind in _LENDING
        for name, shown in (
            ("years", lends),
            ("rate", lends and kind != "provident_fund"),
            ("fund_rate", kind in _FUND),
            ("fund_amount", kind == "combined_loan"),
            ("first_percent", kind != "lump_sum"),
            ("first_amount", kind != "lump_sum"),
        ):
            self.form.show_field(name, shown=shown)
        if self._terms is not None and kind:
            least = self._terms.least_first_bp(kind) / 100
            self.share.setPlaceholderText(self.tr("{least} or more").format(least=f"{least:g}"))
        self._later()

    def _wish(self) -> dict[str, Any] | None:
        """Give what `buying_plan` is asked with; None, and say why, where the form cannot be read."""
        self.form.right()
        self.banner.clear()
        unit, mode = self.unit.key(), self._modes.get(self.mode.currentData() or 0)
        if unit is None or mode is None:
            return None
        lump = mode.kind == "lump_sum"
        years = self._number("years", self.years)
        share = None if lump else self._number("first_percent", self.share)
        rate = self._number("rate", self.rate)
        fund_rate = self._number("fund_rate", self.fund_rate)
        first = None if lump else self._amount("first_amount", self.first)
        fund = self._amount("fund_amount", self.fund) if mode.kind == "combined_loan" else None
        read = (years, share, rate, fund_rate, first, fund)
        if any(value is _WRONG for value in read) or self.customer.open_end():
            return None
        if years is not None and years != int(years):
            self.form.remark("years", self.tr("Enter whole years."), bad=True)
            return None
        return {
            "unit": unit,
            "customer": self.customer.key(),
            "discounts": self.ticks.names(),
            "mode": mode.name,
            "first_percent": None if first is not None else share,
            "first_amount": first,
            "fund_amount": fund,
            "years": None if years is None else int(years),
            "rate": rate,
            "fund_rate": fund_rate,
            "compare": self.compare.isChecked(),
        }

    def _number(self, name: str, field: QLineEdit) -> Any:
        text = field.text().strip().removesuffix("%").strip()
        if not text or field.isHidden():
            return None
        try:
            number = Decimal(text)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite() and abs(number) < _LARGE:
            return number
        self.form.remark(name, self.tr("Enter a number."), bad=True)
        return _WRONG

    def _amount(self, name: str, field: MoneyField) -> Any:
        if not field.text().strip():
            return None
        if (fen := field.fen()) is not None:
            return fen
        self.form.remark(name, self.tr("Enter yuan."), bad=True)
        return _WRONG

    def _came(self, turn: int, plan: BuyingPlan) -> None:
        if turn == self._turn:
            self.plan = plan
            self.figures.show_plan(plan)
            self.print.setEnabled(True)

    def _refused(self, turn: int, error: UserError) -> None:
        """Say what is wrong beneath its field, or over the form; the cursor stays where it is."""
        if turn != self._turn:
            return
        self._no_plan()
        name = str(error.facts.get("field", ""))
        problem, remedy = refusal(error)
        if name in {"years", "first_percent", "first_amount", "rate", "fund_rate", "fund_amount"}:
            self.form.remark(name, f"{problem} {remedy}", bad=True)
        else:
            self.banner.say(problem, remedy)

    def _no_plan(self) -> None:
        self.plan = None
        self.figures.clear()
        self.print.setEnabled(False)

    def _remember(self) -> None:
        years, share = (self._number("", field) for field in (self.years, self.share))
        MEMORY.keep(
            _MEMORY,
            (
                int(self.mode.currentData() or 0), int(years or 0), int((share or 0) * 100),
                int(self.compare.isChecked()),
            ),
        )  # fmt: skip


_WRONG: Any = object()
"""What a field holds that cannot be read."""
