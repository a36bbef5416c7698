"""What a buying plan comes to, beside the form in which it is made."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.widgets.figures import FactList, Figure
from salesdesk.desks.widgets.labels import PlainLabel, Rule
from salesdesk.desks.wording import day, money
from salesdesk.kernel.loans import Method
from salesdesk.office.sales.plan_rules import FeeKind, LoanKind
from salesdesk.office.sales.plan_sheets import BuyingPlan


class PlanFigures(QWidget):
    """The figures of the plan that the form leads to now; none while it leads to none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.total = Figure(self.tr("Total price"), "figure")
        self.steps, self.payment, self.loans, self.fees = (FactList() for _ in range(4))
        self.warning = PlainLabel("", "wrong").wrapping()
        self.until = PlainLabel("", "hint").wrapping()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for part in (
            self.total, self.warning, self.steps, Rule(), self.payment, self.loans, Rule(),
            self.fees, self.until,
        ):  # fmt: skip
            lines.addWidget(part)
        lines.addStretch(1)
        self.clear()

    def clear(self) -> None:
        """Show that there is no plan yet."""
        self.total.show_value("–")
        for part in (self.steps, self.payment, self.loans, self.fees):
            part.show_facts()
        self.warning.hide()
        self.until.setText("")

    def show_plan(self, plan: BuyingPlan) -> None:
        """Show the figures of *plan*."""
        self.total.show_value(money(plan.total_fen))
        self.warning.setText(
            self.tr("The original price is above the lowest deal of the last days (R-08).")
        )
        self.warning.setVisible(plan.warned)
        self._show_steps(plan)
        self._show_payment(plan)
        self._show_fees(plan)
        words = self.tr("Valid until {day}; a plan is no offer.")
        self.until.setText(words.format(day=day(plan.valid_until)))

    def _show_steps(self, plan: BuyingPlan) -> None:
        steps = [(self.tr("List price"), money(plan.list_total_fen))]
        steps += [
            (step.name, f"-{money(step.before_fen - step.after_fen)}") for step in plan.steps
        ]
        last = plan.steps[-1].after_fen if plan.steps else plan.list_total_fen
        if last > plan.total_fen:
            steps.append((self.tr("Approved price"), money(plan.total_fen)))
        each = self.tr("{price} per m²").format(price=money(plan.unit_price_fen))
        self.steps.show_facts(*steps, (self.tr("Price per m²"), each))

    def _show_payment(self, plan: BuyingPlan) -> None:
        paid = plan.payment
        share = self.tr("{amount}  ({percent} %)").format(
            amount=money(paid.first_fen), percent=f"{paid.first_fen * 100 / plan.total_fen:.2f}"
        )
        names = {
            LoanKind.COMMERCIAL: self.tr("Bank loan"),
            LoanKind.PROVIDENT_FUND: self.tr("Provident fund loan"),
        }
        loans = [(names[loan.kind], money(loan.loan_fen)) for loan in paid.loans]
        rest = money(paid.rest_fen) if paid.rest_fen else ""
        self.payment.show_facts(
            (self.tr("First payment"), share), *loans, (self.tr("In instalments"), rest)
        )
        if not paid.loans:
            self.loans.show_facts()
            return
        level = paid.figures(Method.EQUAL_INSTALMENT)
        falling = paid.figures(Method.EQUAL_PRINCIPAL)
        a_month = self.tr("{amount} a month").format(amount=money(level.month_fen))
        falls = self.tr("{amount} at first, {step} less each month").format(
            amount=money(falling.month_fen), step=money(falling.falls_fen)
        )
        interest = self.tr("interest {amount}")
        self.loans.show_facts(
            (self.tr("Equal instalments"), a_month),
            (" ", interest.format(amount=money(level.interest_fen))),
            (self.tr("Equal principal"), falls),
            ("  ", interest.format(amount=money(falling.interest_fen))),
        )

    def _show_fees(self, plan: BuyingPlan) -> None:
        names = {
            FeeKind.DEED_TAX: self.tr("Deed tax"),
            FeeKind.MAINTENANCE_FUND: self.tr("Maintenance fund"),
            FeeKind.REGISTRATION: self.tr("Registration fee"),
        }
        self.fees.show_facts(
            *((names[fee.kind], money(fee.amount_fen)) for fee in plan.fees),
            (self.tr("First payment and fees"), money(plan.due_first_fen)),
        )
