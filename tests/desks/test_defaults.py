"""A buyer in default at the contracts desk and on the manager's desk: noticed, lifted, forfeited."""

from datetime import date, timedelta

import pypdfium2
import pytest

from salesdesk.desks.agenda.desk import AgendaDesk
from salesdesk.desks.contracts.defaultforms import ForfeitDialog, NoticeDialog
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.desks.contracts.tabs import DEFAULT
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.documents.notice import notice_pdf
from salesdesk.kernel.change import Topic
from salesdesk.office.approvals.queries import requests
from salesdesk.office.figures.need_rules import NeedKind
from salesdesk.office.sales.default_queries import default_draft, default_notices, default_paper
from salesdesk.office.sales.defaulting import NoticeDefault
from salesdesk.store.database import system_clock
from tests.desks.sales_day import make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("defaults"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    """A day on which the contract of unit 1 should have been signed yesterday."""
    opened = open_day(made, tmp_path, qtbot)
    opened.hold(1, 1)
    opened.pay(1)
    opened.approve(1)
    opened.subscribe(1)
    pass_days(opened, 8)
    yield opened
    opened.close()


def pass_days(day, days):
    day.office.database.clock = lambda: system_clock() + timedelta(days=days)


def notices(day, **which):
    return day.seat("manager").ask(default_notices, **which)


def noticed(day, **more):
    day.seat("manager").do(NoticeDefault(unit=1, why="多次电话未到", **more))


def test_a_notice_is_seen_on_paper_first_then_served_and_stands_in_its_tab(day):
    desk = day.open(ContractsDesk, "manager")
    assert not desk.tabs.tabText(DEFAULT).endswith("1")
    desk.panel.buttons["notice default"].click()
    day.settle()
    form = day.dialog(NoticeDialog)
    assert not form.payment.isVisible() and not form.yes.isEnabled()
    day.until(lambda: form.until.text().startswith("7 day"))
    form.grace.setValue(10)
    last = (system_clock() + timedelta(days=8)).date() + timedelta(days=10)
    day.until(lambda: f"{last}"[:8] in form.until.text() and "10" in form.until.text())
    form.grace.setValue(0)
    form.why.setPlainText("多次电话未到")
    form.paper.click()
    day.until(lambda: day.dialog(PreviewDialog).isVisible())
    day.dialog(PreviewDialog).close()
    assert notices(day, past=True) == ()
    form.yes.click()
    day.until(lambda: len(notices(day)) == 1)
    day.until(lambda: day.dialog(PreviewDialog).isVisible())
    day.dialog(PreviewDialog).close()
    assert desk.tabs.tabText(DEFAULT).endswith("  1")
    desk.tabs.setCurrentIndex(DEFAULT)
    day.settle()
    assert desk.table.model.rowCount() == 1
    assert {"lift default", "print notice"} <= set(desk.panel.buttons)
    assert not {"notice default", "forfeit"} & set(desk.panel.buttons)


def test_a_refusal_keeps_what_was_typed(day):
    desk = day.open(ContractsDesk, "manager")
    desk.panel.buttons["notice default"].click()
    day.settle()
    form = day.dialog(NoticeDialog)
    form.grace.setValue(1)
    form.why.setPlainText("多次电话未到")
    form.yes.click()
    day.until(lambda: form.banner.words() != "")
    assert form.isVisible() and form.why.toPlainText() == "多次电话未到"
    form.overdue.setCurrentIndex(1)
    form.payment.setText("首付款")
    assert form.payment.isVisible()
    form.yes.click()
    day.until(lambda: not day.links[-1].pending)
    assert form.isVisible() and notices(day, past=True) == ()


def test_a_notice_is_lifted_with_a_reason(day):
    noticed(day)
    desk = day.open(ContractsDesk, "manager")
    desk.panel.buttons["lift default"].click()
    day.settle()
    question = day.dialog(Question)
    question.why.setPlainText("客户到场")
    question.yes.click()
    day.until(lambda: notices(day) == ())
    day.until(lambda: "notice default" in desk.panel.buttons)


def test_after_the_grace_the_manager_comes_to_the_form_with_one_click(day):
    noticed(day)
    pass_days(day, 16)
    agenda = day.open(AgendaDesk, "manager")
    (row,) = [r for r in agenda.cards.rows if r.line.kind is NeedKind.GRACE_OVER]
    went = []
    agenda.jump.connect(went.append)
    row.click()
    assert (went[0].topic, went[0].key, went[0].act) == (Topic.UNIT, 1, "forfeit")
    desk = day.open(ContractsDesk, "manager")
    desk.receive(went[0])
    day.settle()
    form = day.dialog(ForfeitDialog)
    assert "50,000.00" in form.told.text() and not form.yes.isEnabled()
    form.why.setPlainText("宽限期满未签约")
    form.yes.click()
    day.until(
        lambda: [card.kind.value for card in day.seat("manager").ask(requests)] == ["forfeit"]
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh_CN", ("催告函", "不予返还", "送达回执")), ("en", ("Notice of Default", "Kept (CNY)"))],
)
def test_the_paper_says_what_is_overdue_by_when_and_what_follows(day, language, words):
    draft = day.seat("manager").ask(default_draft, 1, why="多次电话未到")
    noticed(day, payment="首付款", amount=12_345_600, due_on=date.fromisoformat(draft.since))
    sheet = day.seat("manager").ask(default_paper, "CG0000001")
    pdf = notice_pdf(sheet, language)
    assert pdf == notice_pdf(sheet, language)
    for part in (*words, "CG0000001", "1-1-0101", "123,456.00", "50,000.00", "首付款", "赵敏"):
        assert part in text_of(pdf)
    assert {"zh_CN": "草稿", "en": "DRAFT"}[language] in text_of(notice_pdf(draft, language))


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as paper:
        return "".join(page.get_textpage().get_text_range() for page in paper)
