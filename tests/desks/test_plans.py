"""The form of a buying plan on a real office: figures while typing, refusals at their field, the paper."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from salesdesk.desks.board.extras import UnitExtras
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.memory import MEMORY
from salesdesk.desks.widgets.plandialog import PlanDialog
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.office.inventory.price_commands import DraftPrices, EffectPrices
from salesdesk.office.inventory.price_queries import unit_price_steps
from salesdesk.office.inventory.pricing_rules import Difference, DifferenceKind, PriceScheme
from salesdesk.office.inventory.queries import unit_card
from salesdesk.office.sales.discount_commands import OfferDiscount
from salesdesk.office.sales.discount_rules import DiscountKind
from tests.furnished import Clock, copied, make, seated

PATIENCE = 8000


@pytest.fixture(scope="session")
def furnished(tmp_path_factory):
    path = tmp_path_factory.mktemp("plans") / "template.office"
    make(path)
    return path


@pytest.fixture
def desks(furnished, tmp_path):
    made = seated(copied(furnished, tmp_path), Clock())
    yield made
    made.office.close()


@pytest.fixture
def form(qtbot, desks):
    """Give a way to open the form of a plan in front of a consultant."""
    MEMORY.widths.clear()
    links = []

    def opened(**about):
        link = Link(desks.consultant)
        links.append(link)
        dialog = PlanDialog(link, **about)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: link.pending == 0 and dialog.mode.count() > 0, timeout=PATIENCE)
        return dialog

    yield opened
    for link in links:
        link.close()
    MEMORY.widths.clear()


def reckoned(qtbot, dialog):
    dialog.reckon()
    qtbot.waitUntil(
        lambda: dialog._link.pending == 0 and not dialog._pause.isActive(), timeout=PATIENCE
    )
    QApplication.processEvents()


def said(dialog):
    figures = dialog.figures
    return " ".join(
        text
        for part in (figures.steps, figures.payment, figures.loans, figures.fees)
        for text in part.texts()
    )


def test_the_figures_follow_what_is_typed(qtbot, desks, form):
    desks.manager.do(
        OfferDiscount(name="开盘98折", kind=DiscountKind.PERCENTAGE, percent=Decimal(98))
    )
    dialog = form(unit=(desks.unit("1-1-0101"), "1-1-0101"))
    reckoned(qtbot, dialog)
    assert dialog.figures.total.value() == "¥2,000,000.00"
    assert "¥1,700,000.00" in said(dialog) and dialog.print.isEnabled()
    dialog.ticks.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    dialog.share.setText("50")
    dialog.years.setText("20")
    assert not dialog.print.isEnabled()  # not before the figures are those of the form
    reckoned(qtbot, dialog)
    assert dialog.figures.total.value() == "¥1,960,000.00"
    assert dialog.plan.payment.loans[0].months == 240
    assert "¥980,000.00" in said(dialog)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("years", "99"), ("years", "zwanzig"), ("years", "2.5"), ("share", "5"),
        ("share", "1e999999"), ("first", "3000000"), ("first", "xx"), ("rate", "-1"),
        ("rate", "NaN"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_at_its_field_and_nothing_can_be_printed(
    qtbot, desks, form, field, text
):
    dialog = form(unit=(desks.unit("1-1-0101"), "1-1-0101"))
    reckoned(qtbot, dialog)
    getattr(dialog, field).setText(text)
    reckoned(qtbot, dialog)
    assert not dialog.print.isEnabled() and dialog.plan is None
    name = {"share": "first_percent", "first": "first_amount"}.get(field, field)
    assert dialog.form._wrongs[name].isVisible() and dialog.form._wrongs[name].text()
    assert getattr(dialog, field).text() == text
    getattr(dialog, field).clear()
    reckoned(qtbot, dialog)
    assert dialog.print.isEnabled() and not dialog.form._wrongs[name].isVisible()


def test_without_a_unit_there_is_no_plan_and_typing_finds_one(qtbot, desks, form):
    customer = desks.customer()
    dialog = form(customer=(customer, "王小明"))
    reckoned(qtbot, dialog)
    assert dialog.plan is None and not dialog.print.isEnabled()
    dialog.unit.text.setText("1-1-0201")
    dialog.unit.look_up()
    qtbot.waitUntil(lambda: dialog.unit.key() is not None, timeout=PATIENCE)
    reckoned(qtbot, dialog)
    assert (dialog.plan.unit, dialog.plan.customer) == ("1-1-0201", "王小明")
    dialog.unit.text.setText("9-9")
    assert dialog.unit.key() is None
    reckoned(qtbot, dialog)
    assert not dialog.print.isEnabled()


def test_each_mode_asks_for_what_it_needs(qtbot, desks, form):
    dialog = form(unit=(desks.unit("1-1-0101"), "1-1-0101"))

    def shown(mode):
        dialog.mode.setCurrentText(mode)
        fields = ("years", "share", "rate", "fund_rate", "fund")
        return {name for name in fields if getattr(dialog, name).isVisible()}

    assert shown("Lump sum") == set()
    assert shown("Instalments") == {"share"}
    assert shown("Mortgage") == {"years", "share", "rate"}
    assert shown("Provident fund") == {"years", "share", "fund_rate"}
    assert shown("Combined loan") == {"years", "share", "rate", "fund_rate", "fund"}
    reckoned(qtbot, dialog)
    assert not dialog.print.isEnabled()
    dialog.fund.setText("50万")
    reckoned(qtbot, dialog)
    assert dialog.print.isEnabled()


def test_the_paper_is_shown_and_the_choices_stand_there_again(qtbot, desks, form):
    unit = (desks.unit("1-1-0101"), "1-1-0101")
    dialog = form(unit=unit)
    dialog.mode.setCurrentText("Provident fund")
    dialog.years.setText("15")
    dialog.share.setText("37.5")
    reckoned(qtbot, dialog)
    dialog.open_paper()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(PreviewDialog)), timeout=PATIENCE)
    for preview in dialog.findChildren(PreviewDialog):
        preview.close()
    again = form(unit=unit)
    assert again.mode.currentText() == "Provident fund"
    assert (again.years.text(), again.share.text()) == ("15", "37.5")


def test_the_panel_says_why_a_unit_costs_what_it_does(qtbot, desks):
    unit = desks.unit("1-1-0301")
    extras = UnitExtras()
    qtbot.addWidget(extras)
    extras.show()
    extras.allow(plan=True, why=True)
    extras.show_unit(desks.consultant.ask(unit_card, unit))
    assert extras.plan.isVisible() and extras.why.isVisible() and not extras.steps.isVisible()
    scheme = PriceScheme(
        base=Decimal(19_000),
        differences=(
            Difference(
                kind=DifferenceKind.FLOOR, amount=Decimal(150), per_floor=True, title="层差"
            ),
        ),
    )
    desks.manager.do(DraftPrices(name="首次定价", reason="x", scheme=scheme))
    desks.manager.do(EffectPrices(version=1))
    card = desks.consultant.ask(unit_card, unit)
    extras.show_unit(card)
    extras.show_why(desks.consultant.ask(unit_price_steps, unit), card)
    assert "首次定价" in extras.source.text()
    texts = extras.steps.texts()
    assert "19,000.00" in texts and "+300.00 → 19,300.00" in texts
    assert any("层差" in text for text in texts)
    extras.why.click()
    assert not extras.steps.isVisible()
    extras.look_at(now=False)
    assert not extras.plan.isVisible() and not extras.why.isVisible()
