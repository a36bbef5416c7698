"""Scans at the contracts and the approvals desk: dropped, seen with their checksum, opened, struck out."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent

from salesdesk.desks.approvals.desk import ApprovalsDesk
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.desks.widgets.attachform import AttachDialog
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.desks.widgets.pictureview import PictureDialog
from salesdesk.kernel.keys import RequestId
from salesdesk.office.sales.attaching import AttachScan
from salesdesk.office.sales.attachment_queries import deal_scans, request_scans
from salesdesk.office.sales.changing import RequestMode
from tests.attached_made import huge, paper, picture
from tests.desks.sales_day import make_office, open_day


@pytest.fixture
def day(tmp_path_factory, tmp_path, qtbot):
    opened = open_day(make_office(tmp_path_factory.mktemp("scans")), tmp_path, qtbot)
    yield opened
    opened.close()


@pytest.fixture
def sold(day):
    """A deal with its agreement; gives the deal's id and the agreement's number."""
    unit = day.units()[0].id
    day.hold(unit)
    day.pay(unit)
    day.approve(unit)
    agreement = day.subscribe(unit)["agreement"]
    return day, 1, agreement


def put(folder, content, name="认购书.pdf"):
    path = folder / name
    path.write_bytes(content)
    return path


def drop(widget, path):
    brought = QMimeData()
    brought.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, brought, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    widget.dropEvent(event)


def said(desk):
    return "\n".join(desk.panel.scans.texts())


def test_a_file_dropped_on_the_deal_is_attached_to_the_agreement(sold, tmp_path):
    day, deal, agreement = sold
    desk = day.open(ContractsDesk, "consultant")
    assert "drop the file here" in said(desk)
    content = paper(2)
    drop(desk.panel.scans, put(tmp_path, content))
    dialog = desk.scans.asking
    assert isinstance(dialog, AttachDialog)
    assert [dialog.place.itemText(at) for at in range(dialog.place.count())] == [
        f"Agreement {agreement}"
    ]
    day.until(dialog.yes.isEnabled)
    assert "PDF · 2 pages" in dialog.form._wrongs["file"].text()
    dialog.note.setText("双方签字")
    dialog.yes.click()
    day.settle()
    (line,) = day.seat("manager").ask(deal_scans, deal)
    assert (line.number, line.pages, line.note) == (agreement, 2, "双方签字")
    words = said(desk)
    assert "2 pages" in words and "陈思远" in words and "双方签字" in words
    assert hashlib.sha256(content).hexdigest() in words.replace(" ", "")
    assert "is attached" in desk.panel.banner.words()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"hello", "no PDF, PNG or JPEG"),
        (huge(), "dots large"),
        (paper(extra=b"/OpenAction <</S /JavaScript /JS (x)>> "), "programs or other files"),
        (paper(trailer=b"/Encrypt 9 0 R "), "protected by a password"),
    ],
    ids=("text", "bomb", "script", "locked"),
)
def test_a_bad_file_is_refused_with_what_to_do_and_another_can_be_chosen(
    sold, tmp_path, content, why
):
    day, deal, _agreement = sold
    desk = day.open(ContractsDesk, "consultant")
    drop(desk.panel.scans, put(tmp_path, content))
    dialog = desk.scans.asking
    day.until(lambda: bool(dialog.banner.words()))
    assert why in dialog.banner.words()
    assert not dialog.yes.isEnabled()
    dialog.note.setText("仍在")
    drop(dialog, put(tmp_path, picture(), "b.png"))
    day.until(dialog.yes.isEnabled)
    assert not dialog.banner.words() and dialog.note.text() == "仍在"
    dialog.yes.click()
    day.settle()
    assert [line.name for line in day.seat("manager").ask(deal_scans, deal)] == ["b.png"]


def test_a_pdf_opens_outside_as_a_copy_that_goes_with_the_desk(sold, monkeypatch):
    day, _deal, agreement = sold
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    content = paper()
    day.seat("consultant").do(AttachScan(content=content, name="../a.exe", agreement=agreement))
    desk = day.open(ContractsDesk, "manager")
    (line,) = day.seat("manager").ask(deal_scans, 1)
    desk.panel.scans.open_wanted.emit(line)
    day.until(lambda: bool(opened))
    copy = Path(opened[0].toLocalFile())
    assert copy.suffix == ".pdf" and "exe" not in copy.name
    assert copy.read_bytes() == content
    assert copy.parent.stat().st_mode & 0o077 == 0
    desk.scans.outside.forget()  # as when the desk goes, or the program ends
    assert not copy.exists()


def test_a_machine_without_a_viewer_says_so(sold, monkeypatch):
    day, _deal, agreement = sold
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    day.seat("consultant").do(AttachScan(content=paper(), name="a.pdf", agreement=agreement))
    desk = day.open(ContractsDesk, "manager")
    desk.panel.scans.open_wanted.emit(day.seat("manager").ask(deal_scans, 1)[0])
    day.until(lambda: "PDF viewer" in desk.panel.banner.words())


def test_a_picture_opens_here_drawn_anew(sold):
    day, _deal, agreement = sold
    day.seat("consultant").do(
        AttachScan(content=picture((300, 200), "JPEG"), name="a.jpg", agreement=agreement)
    )
    desk = day.open(ContractsDesk, "manager")
    windows = []
    desk.scans.shown.connect(windows.append)
    desk.panel.scans.open_wanted.emit(day.seat("manager").ask(deal_scans, 1)[0])
    day.until(lambda: bool(windows))
    window = windows[0]
    assert isinstance(window, PictureDialog)
    assert (window._picture.width(), window._picture.height()) == (300, 200)
    before = window.zoom()
    window.zoom_in()
    assert window.zoom() > before
    window.fit()
    assert window.zoom() <= 1.0
    window.accept()


def test_the_manager_strikes_a_wrong_one_out_with_a_reason(sold):
    day, _deal, agreement = sold
    for name in ("a.pdf", "b.pdf"):
        day.seat("consultant").do(AttachScan(content=paper(), name=name, agreement=agreement))
    desk = day.open(ContractsDesk, "manager")
    assert "A newer one takes its place." in said(desk)
    desk.panel.scans.strike_wanted.emit(day.seat("manager").ask(deal_scans, 1)[0])
    question = desk.scans.asking
    assert isinstance(question, Question)
    assert not question.yes.isEnabled()
    question.why.setPlainText("扫错了合同")
    question.yes.click()
    day.settle()
    words = said(desk)
    assert "Struck out by 赵敏" in words and "扫错了合同" in words
    assert "A newer one" not in words  # the other counts again


def test_the_form_of_a_request_comes_back_at_the_approvals_desk(sold, tmp_path):
    day, _deal, _agreement = sold
    unit = day.units()[0].id
    request = day.seat("consultant").do(RequestMode(unit=unit, mode="公积金", reason="利率低"))
    desk = day.open(ApprovalsDesk, "consultant")
    drop(desk.panel.scans, put(tmp_path, paper(), "申请.pdf"))
    dialog = desk.scans.asking
    day.until(dialog.yes.isEnabled)
    dialog.yes.click()
    day.settle()
    assert [line.name for line in day.seat("manager").ask(request_scans, request)] == ["申请.pdf"]
    assert "申请.pdf" in "".join(
        b.text() for b in desk.panel.scans.findChildren(type(desk.panel.scans.attach))
    )
    other = day.open(ApprovalsDesk, "manager")
    day.seat("consultant").do(
        AttachScan(content=paper(), name="二.pdf", request=RequestId(request))
    )
    day.until(
        lambda: (
            "二.pdf"
            in "".join(
                b.text() for b in other.panel.scans.findChildren(type(other.panel.scans.attach))
            )
        )
    )


def test_what_somebody_else_attaches_is_seen_at_once(sold):
    day, _deal, agreement = sold
    desk = day.open(ContractsDesk, "manager")
    day.seat("consultant").do(
        AttachScan(content=paper(3), name="a.pdf", pages=3, agreement=agreement)
    )
    day.until(lambda: "3 pages" in said(desk))


def test_who_may_not_attach_sees_no_button(sold):
    day, _deal, agreement = sold
    day.seat("consultant").do(AttachScan(content=paper(), name="a.pdf", agreement=agreement))
    desk = day.open(ContractsDesk, "cashier")
    assert not desk.panel.scans.attach.isVisible()
    assert not desk.panel.scans.acceptDrops()
