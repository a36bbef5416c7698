"""Payment modes written in the window: lines, a trial beside them, refusals beside the field."""

from datetime import timedelta
from decimal import Decimal

import pytest

from salesdesk.desks.admin.modelines import LineDraft, LineWords, draft_of, term_of
from salesdesk.desks.admin.window import AdminDesk
from salesdesk.desks.wording import today
from salesdesk.office.ledger.receivable_rules import Basis, DueEvent, MoneyKind
from salesdesk.office.sales.mode_commands import line_of
from salesdesk.office.sales.mode_queries import mode_terms
from tests.desks.sales_day import make_office, open_day

MODE = "分期付款"
M = MoneyKind


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("modes"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    opened = open_day(made, tmp_path, qtbot)
    yield opened
    opened.close()


@pytest.fixture
def page(day):
    desk = day.open(AdminDesk, "manager")
    desk.show_page("modes")
    day.settle()
    found = desk.page("modes")
    found.list.choose(terms(day).mode_id)
    return found


def terms(day, name=MODE):
    return next(one for one in day.seat("manager").ask(mode_terms) if one.mode == name)


def test_the_page_says_what_each_mode_asks_for_and_tries_it_out(page):
    assert page.lines.text().splitlines() == [
        "1  First payment 30 %, Signing",
        "2  Instalment 40 %, Signing + 90 days",
        "3  Balance the rest, Handing over",
    ]
    soon = (today() + timedelta(days=90)).isoformat()
    assert page.trial.schedule.texts()[3:] == [
        "First payment", today().isoformat(), "300,000",
        "Instalment", soon, "400,000",
        "Balance", "Handing over", "300,000",
    ]  # fmt: skip
    page.trial.price.setText("200万")
    assert "600,000" in page.trial.schedule.texts()
    page.trial.area.setText("none")
    assert page.trial.schedule.texts() == [] and "above 0" in page.trial.told.text()


def test_a_mode_is_written_with_what_is_collected_for_others_in_parts_and_on_a_day(day, page):
    form = page.edit_mode()
    form.order.choose(2)
    form.order.add.click()
    form.money.setCurrentIndex(form.money.findData(MoneyKind.DEED_TAX))
    assert form.basis.findData(Basis.REST.value) < 0  # nothing but the price has a rest
    form.basis.setCurrentIndex(form.basis.findData("bands"))
    form.figure.setText("90: 1；144：1.5; 3")
    assert "Deed tax" in form.trial.schedule.texts() and "15,000" in form.trial.schedule.texts()
    form.order.choose(1)
    form.since.setCurrentIndex(form.since.findData(DueEvent.DATE))
    form.on.setText("2027-03-01")
    form.days.setValue(0)
    form.parts.setValue(2)
    form.months.setValue(3)
    assert "2027-06-01" in form.trial.schedule.texts()
    form.order.move_one(-1)
    form.banks.setText("工商银行，建设银行、")
    form.ends.set_day(today() + timedelta(days=30))
    form.scope.setCurrentIndex(1)
    form.yes.click()
    day.settle()
    now = terms(day)
    kinds = [line.money for line in now.lines]
    assert kinds == [M.INSTALMENT, M.DOWN_PAYMENT, M.BALANCE, M.DEED_TAX]
    assert (now.lines[0].instalments, now.lines[0].every_months) == (2, 3)
    assert now.lines[3].bands == ((Decimal(90), 100), (Decimal(144), 150), (None, 300))
    assert (now.banks, now.whole_office) == (("工商银行", "建设银行"), False)
    assert "3 % above" in page.lines.text()  # the page has heard of it


WRONG = (
    (lambda f: f.figure.setText("thirty"), "figure", "Enter per cent"),
    (lambda f: f.figure.setText("130"), "figure", "Enter per cent"),
    (lambda f: choose(f.since, DueEvent.PROGRESS), "stage", "stage"),
    (lambda f: choose(f.since, DueEvent.DATE), "day", "day"),
    (lambda f: (choose(f.money, M.LOAN), f.step.setText("x")), "loan step", "yuan"),
)


def test_what_is_wrong_is_said_beside_the_field_of_its_line(page):
    form = page.edit_mode()
    right = form.order.items[0]
    for set_up, field, words in WRONG:
        form.order.choose(0)
        set_up(form)
        typed = form.figure.text()
        form.order.choose(2)
        assert "Line 1" in form.trial.told.text()
        form.yes.click()
        assert form.order.at() == 0 and not form.sending.under_way()
        assert words.lower() in form.fields._wrongs[field].text().lower()
        assert form.figure.text() == typed
        form.order.put(right)
        form.order.show_all(0)


def choose(box, code):
    box.setCurrentIndex(box.findData(code))


def test_lines_that_do_not_make_the_price_are_refused_and_stay_and_a_mode_is_added(day, page):
    form = page.edit_mode()
    form.order.choose(2)
    form.order.remove_one()
    assert "make 700,000.00 yuan" in form.trial.told.text()
    form.yes.click()
    day.settle()
    assert "make 700,000.00 yuan" in form.banner.words() and form.isVisible()
    assert len(form.order.items) == 2 and terms(day).at is None
    form.order.choose(1)
    choose(form.basis, Basis.REST.value)
    form.ends.set_day(today() - timedelta(days=1))
    form.yes.click()
    day.settle()
    assert form.whole._wrongs["ends on"].isVisible() and form.ends.hasFocus()
    form.ends.clear()
    form.yes.click()
    day.settle()
    assert len(terms(day).lines) == 2

    form = page.add_mode()  # and another one beside it
    form.name.setText(MODE)
    form.english.setText("Half a year")
    form.yes.click()
    day.settle()
    assert MODE in form.banner.words() and form.name.text() == MODE
    form.name.setText("半年付清")
    form.yes.click()
    day.settle()
    assert page.name.text() == "Half a year" and terms(day, "半年付清").kind == "lump_sum"


def test_a_line_comes_back_as_it_was_kept(day, qtbot):
    for mode in day.seat("manager").ask(mode_terms):
        for line in mode.lines:
            assert line_of(term_of(draft_of(line))) == line
    words = LineWords()
    fund = LineDraft(money=M.MAINTENANCE_FUND, basis=Basis.PER_M2.value, figure="90")
    assert words.line(fund) == "Maintenance fund ¥90.00 per m², Signing"
    stage = LineDraft(figure="?", event=DueEvent.PROGRESS, stage="封顶", instalments=2)
    assert words.line(stage) == "Instalment ?, Building stage 封顶, 2 parts every 1 month"
