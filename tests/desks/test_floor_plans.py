"""The floor plan in a unit's panel: seen small and large, attached, struck out, printed with the plan."""

import io

import pypdf
import pytest
from PySide6.QtGui import QDesktopServices, QIcon

from salesdesk.desks.board.plans import FloorPlans, PlanBox
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.attachform import AttachDialog
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.desks.widgets.pictureview import PictureDialog
from salesdesk.desks.widgets.planpaper import plan_paper
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.queries import unit_card
from salesdesk.office.sales.attaching import AttachFloorPlan
from salesdesk.office.sales.attachment_queries import floor_plans
from salesdesk.office.sales.plan_queries import buying_plan
from tests.attached_made import paper, picture
from tests.desks.sales_day import make_office, open_day


@pytest.fixture
def day(tmp_path_factory, tmp_path, qtbot):
    opened = open_day(make_office(tmp_path_factory.mktemp("plans")), tmp_path, qtbot)
    yield opened
    opened.close()


@pytest.fixture
def panel(day, qtbot):
    """Give a way to open the box for somebody with a unit in it."""

    def opened(login, unit=1):
        link = Link(day.seat(login))
        day.links.append(link)
        box = PlanBox()
        qtbot.addWidget(box)
        plans = FloorPlans(link, box)
        box.show()
        plans.show_unit(day.seat("manager").ask(unit_card, unit))
        day.settle()
        return box, plans

    return opened


def attach(day, content=None, name="A.png", unit=1):
    command = AttachFloorPlan(
        content=picture((300, 200)) if content is None else content, name=name, unit=UnitId(unit)
    )
    return day.seat("manager").do(command)


def shown(box):
    return not box.picture.icon().isNull()


def test_where_there_is_none_it_says_who_brings_one(day, panel):
    box, _plans = panel("consultant")
    assert "the site manager attaches one" in box.words.text()
    assert not box.attach.isVisible() and not box.picture.isVisible()
    box, _plans = panel("manager")
    assert "Attach one" in box.words.text() and box.attach.isVisible()
    assert not box.strike.isVisible()


def test_it_is_seen_small_and_large(day, panel):
    attach(day)
    box, plans = panel("consultant")
    day.until(lambda: shown(box))
    assert "this unit alone" in box.words.text()
    windows = []
    plans.opened.connect(windows.append)
    box.picture.click()
    (window,) = windows
    assert isinstance(window, PictureDialog)
    assert window._picture.width() == 300
    window.accept()
    plans.show_unit(None)
    assert not box.isVisible()
    plans.show_unit(day.seat("manager").ask(unit_card, 1))  # drawn once, shown at once
    day.until(lambda: box.isVisible() and shown(box))


def test_the_manager_attaches_one_for_the_unit_and_strikes_it_out_again(day, panel, tmp_path):
    box, plans = panel("manager")
    box.attach.click()
    dialog = plans.asking
    assert isinstance(dialog, AttachDialog)
    texts = [dialog.place.itemText(at) for at in range(dialog.place.count())]
    assert texts[-1] == "1-1-0101 alone"
    dialog.place.setCurrentIndex(len(texts) - 1)
    path = tmp_path / "户型.jpg"
    path.write_bytes(picture((120, 90), "JPEG"))
    dialog.take(path)
    day.until(dialog.yes.isEnabled)
    dialog.yes.click()
    day.until(lambda: shown(box))
    (line,) = day.seat("manager").ask(floor_plans)
    assert (line.of, line.number, line.name) == ("unit", "1-1-0101", "户型.jpg")
    box.strike.click()
    question = plans.asking
    assert isinstance(question, Question)
    question.why.setPlainText("旧版")
    question.yes.click()
    day.until(lambda: "No floor plan yet" in box.words.text())
    assert not box.picture.isVisible()


def test_bytes_that_no_child_can_draw_are_refused_and_never_shown(day, panel):
    attach(day, picture((300, 300))[:80] + b"\0" * 300)  # its head is good
    box, plans = panel("consultant")
    said = []
    plans.refused.connect(said.append)
    plans._line = None
    plans.show_unit(day.seat("manager").ask(unit_card, 1))
    day.until(lambda: bool(said))
    assert said[0].kind == "NotAPaper"
    assert isinstance(box.picture.icon(), QIcon) and not shown(box)


def test_a_pdf_is_named_and_opens_outside(day, panel, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    attach(day, paper(), "A.pdf")
    box, _plans = panel("consultant")
    assert box.picture.text() == "A.pdf"
    box.picture.click()
    day.until(lambda: bool(opened))


def test_a_picture_is_printed_behind_the_buying_plan(day):
    seat = day.seat("manager")
    plan = seat.ask(buying_plan, 1)

    def pages():
        return pypdf.PdfReader(io.BytesIO(plan_paper(seat, plan, "en"))).pages

    assert len(pages()) == 1
    attach(day, paper(), "A.pdf")
    assert len(pages()) == 1  # a PDF is never drawn by us
    attach(day, picture((300, 200), "JPEG"))
    first, second = pages()
    assert not first.images
    assert [one.image.size for one in second.images] == [(300, 200)]
    assert "Floor plan" in second.extract_text()
    attach(day, picture((300, 300))[:80] + b"\0" * 300)
    assert len(pages()) == 1  # a broken picture keeps no plan from paper
