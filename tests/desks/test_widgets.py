"""Building blocks: tables, forms, banners, questions, progress, search, preview, the look."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from salesdesk.desks.admin.peopleforms import FormDialog
from salesdesk.desks.board.stepform import StepDialog
from salesdesk.desks.contracts.dialog import DealDialog
from salesdesk.desks.link import WorkStopped
from salesdesk.desks.widgets import shades, theme
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.dialogs import Question, ask_reason, confirm
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button, clear, column
from salesdesk.desks.widgets.memory import MEMORY
from salesdesk.desks.widgets.outlets import file_name
from salesdesk.desks.widgets.places import ICONS
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.widgets.progress import Progress
from salesdesk.desks.widgets.search import Hit, SearchBox
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import now
from salesdesk.kernel.errors import MissingEntry
from tests.desks.conftest import settle, tidy

MARKUP = "<b>张三</b><img src='x'>"


@dataclass(frozen=True)
class Line:
    id: int
    number: str
    name: str
    fen: int | None
    area: Decimal = Decimal("89.5")
    at: datetime = datetime(2026, 11, 24, 2, 31, tzinfo=UTC)


LINES = [
    Line(1, "SJ-000002", "张三", 500_00),
    Line(2, "SJ-000010", "欧阳娜娜", None),
    Line(3, "SJ-000001", "Li Lei", 12_345_678_90),
]


@pytest.fixture
def table(qtbot):
    """A list of three receipts."""
    made = CardTable(
        "receipts",
        [
            Column("Number", lambda line: line.number),
            Column(
                "Name", lambda line: line.name, tone=lambda line: "danger" if line.id == 1 else ""
            ),
            Column("Amount", lambda line: line.fen, Kind.MONEY, 140),
            Column("Area", lambda line: line.area, Kind.AREA),
            Column("At", lambda line: line.at, Kind.MOMENT),
        ],
        lambda line: line.id,
        EmptyState("No receipts today"),
    )
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def shown(table):
    return [line.id for line in table.model.lines()]


def test_the_model_keeps_qts_rules(qtbot, table):
    QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    table.set_lines(LINES)
    table.set_filter("li")
    table.patch(Line(3, "SJ-000001", "Li Ming", 1))
    table.set_filter("")
    table.model.sort(2)
    table.set_lines([])


def test_an_empty_list_says_why(table):
    assert table._stack.currentIndex() == 1
    table.set_lines(LINES)
    assert table._stack.currentIndex() == 0
    table.set_filter("nobody")
    assert table._stack.currentIndex() == 1


def test_cells_are_written_for_people(table):
    table.set_lines(LINES)
    texts = [table.model.index(2, at).data() for at in range(5)]
    assert texts == ["SJ-000001", "Li Lei", "12,345,678.90", "89.50", "2026-11-24 10:31"]
    assert table.model.index(1, 2).data() == ""
    assert table.model.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) == theme.colour("danger")


def test_sorting_goes_by_value_and_nothing_comes_first(table):
    table.set_lines(LINES)
    table.view.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert shown(table) == [2, 1, 3]
    table.view.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert shown(table) == [3, 1, 2]


def test_the_filter_takes_words_in_any_column(table):
    table.set_lines(LINES)
    table.set_filter("欧阳 sj")
    assert shown(table) == [2]
    table.set_filter("")
    table.set_keep(lambda line: line.fen is not None)
    assert shown(table) == [1, 3]


def test_the_chosen_line_stays_chosen(qtbot, table):
    chosen = []
    table.chosen.connect(chosen.append)
    table.set_lines(LINES)
    assert table.choose(2)
    table.set_lines([LINES[1], LINES[0]])
    assert table.current() == LINES[1]
    table.patch(Line(2, "SJ-000010", "欧阳娜", 5))
    assert table.current().name == "欧阳娜"
    table.set_lines([LINES[0]])
    assert table.current() is None
    assert chosen[-1] is None


def test_return_opens_and_ctrl_c_copies(qtbot, table):
    opened = []
    table.opened.connect(opened.append)
    table.set_lines(LINES)
    table.choose(1)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened == [LINES[0]]
    qtbot.keyClick(table.view, "c", Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("SJ-000002\t张三\t500.00\t89.50\t2026")


def test_column_widths_are_remembered(qtbot, table):
    table.set_lines(LINES)
    table.view.horizontalHeader().resizeSection(0, 177)
    qtbot.waitUntil(lambda: MEMORY.recall("receipts")[:1] == [177])
    again = CardTable("receipts", table.model.columns, lambda line: line.id)
    qtbot.addWidget(again)
    assert again.view.horizontalHeader().sectionSize(0) == 177


def test_a_text_file_starts_no_formula(tmp_path, table):
    table.set_lines([Line(1, "=1+1", "＝cmd", -5_00), Line(2, "@x", "\x07bell", 0)])
    table.write(tmp_path / "list.csv")
    text = (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1].startswith("'=1+1,'＝cmd,-5.00,")
    assert text.splitlines()[2].startswith("'@x,bell,")


def test_a_disk_that_refuses_is_told(tmp_path, table):
    table.write(tmp_path / "no such folder" / "list.csv")
    assert "No such file" in table.banner.words()
    table.write(tmp_path / "list.csv")
    assert table.banner.words() == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [("收据 2026/11", "收据 2026 11.csv"), ("../..", "salesdesk.csv"), ("con", "_con.csv")],
)
def test_file_names_are_taken_by_every_system(title, name):
    assert file_name(title, "csv") == name


def test_the_context_menu_acts_on_the_line_under_the_pointer(qtbot, table):
    acted = []
    table.add_action("Void", "ban", acted.append)
    table.set_lines(LINES)
    at = table.view.visualRect(table.model.index(1, 0)).center()
    table.view.customContextMenuRequested.emit(at)
    menu = table.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert acted == [LINES[1]]


def test_what_a_cell_cuts_off_is_told_whole_and_as_it_was_typed(table, monkeypatch):
    told = []
    monkeypatch.setattr(
        "salesdesk.desks.widgets.table.QToolTip.showText",
        lambda _at, text, *_rest: told.append(text),
    )
    table.set_lines([Line(1, "SJ-1", "<b>地下车库-0-B1.022</b> 二期东区", 1), LINES[0]])
    table.view.setColumnWidth(1, 90)
    for row in (0, 1):
        at = table.view.visualRect(table.model.index(row, 1)).center()
        rest = QHelpEvent(QEvent.Type.ToolTip, at, table.view.viewport().mapToGlobal(at))
        QApplication.sendEvent(table.view.viewport(), rest)
    assert told == ["<p>&lt;b&gt;地下车库-0-B1.022&lt;/b&gt; 二期东区</p>", ""]


def test_labels_never_read_markup(qtbot):
    label = PlainLabel(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_banner_shows_problem_and_remedy(qtbot, language):
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.words() == ""
    banner.refuse(MissingEntry(field="name"))
    words = banner.words()
    assert ("姓名" if language == "zh_CN" else "Name is missing.") in words
    assert not banner.isHidden()
    banner._close.click()
    assert banner.isHidden()


@pytest.fixture
def form(qtbot):
    """A form with a name, a choice and a remark."""
    made = Form(2)
    made.add("name", "Name", QLineEdit(), needed=True)
    choice = made.add("tender", "Tender", QComboBox())
    choice.addItem("Cash", "cash")
    choice.addItem("Card", "card")
    made.add("note", "Note", QPlainTextEdit(), wide=True).setTabChangesFocus(True)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_form_keeps_what_was_typed_when_refused(qtbot, form):
    qtbot.keyClicks(form.field("note"), "still here")
    form.refuse(MissingEntry(field="name"))
    assert form.field("name").property("wrong")
    assert form.field("name").hasFocus()
    assert form.text("note") == "still here"
    form.wrong("name", "Please fill this in.")
    assert form._wrongs["name"].isVisible()
    form.right()
    assert not form.field("name").property("wrong")
    assert form.banner.isHidden()


def test_tab_goes_down_the_form(qtbot, form):
    form.field("name").setFocus()
    for name in ("tender", "note"):
        qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
        assert form.field(name).hasFocus()


def test_the_wheel_changes_no_field_that_nobody_clicked(qtbot, form):
    choice = form.field("tender")
    form.field("name").setFocus()
    at = QPointF(choice.rect().center())
    turn = QWheelEvent(
        at,
        QPointF(choice.mapToGlobal(at.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turn)
    assert choice.currentIndex() == 0
    choice.setFocus()
    QApplication.sendEvent(choice, turn)
    assert choice.currentIndex() == 1


def test_a_form_is_read_and_emptied(form):
    form.field("tender").setCurrentIndex(1)
    form.field("name").setText("  张三 ")
    assert form.text("name") == "张三"
    assert form.text("tender") == "card"
    assert form.dirty()
    form.clear()
    assert not form.dirty()
    assert form.text("tender") == "cash"


def answer(qtbot, press):
    """Answer the next question with *press*."""

    def do():
        question = next(
            w for w in QGuiApplication.instance().topLevelWidgets() if isinstance(w, Question)
        )
        press(question)

    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, do)


def test_questions_are_answered_by_what_they_do(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    answer(qtbot, lambda question: qtbot.keyClick(question, Qt.Key.Key_Escape))
    assert not confirm(window, "Void?", "It cannot be undone.", "Void", danger=True)
    answer(qtbot, lambda question: question.yes.click())
    assert confirm(window, "Void?", "It cannot be undone.", "Void")


def test_a_reason_is_needed(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    seen = []

    def press(question):
        question.yes.click()
        seen.append(question.isVisible())
        question.why.setPlainText(" wrong amount ")
        question.yes.click()

    answer(qtbot, press)
    assert ask_reason(window, "Void?", "-", "Void") == "wrong amount"
    assert seen == [True]


def test_progress_appears_late_and_can_be_cancelled(qtbot, link):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    quick = Progress(window, "Quick")
    done = []
    quick.run(link, lambda _s, _c: 1, done.append)
    settle(qtbot, link)
    assert done == [1]
    tidy()
    slow = Progress(window, "Slow")

    def job(step, cancelled):
        step(1, 3)
        while not cancelled():
            time.sleep(0.005)
        raise WorkStopped

    slow.run(link, job, pytest.fail)
    qtbot.waitUntil(slow.isVisible)
    assert slow._count.text() == "1 / 3"
    qtbot.keyClick(slow, Qt.Key.Key_Escape)
    assert slow.isVisible()
    settle(qtbot, link)
    tidy()


def test_the_search_box_takes_only_the_newest_answer(qtbot):
    asked, taken = [], []
    box = SearchBox("Find", lambda text, take: asked.append((text, take)))
    box.taken.connect(taken.append)
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClicks(box, "li")
    qtbot.waitUntil(lambda: len(asked) == 1)
    qtbot.keyClicks(box, "l")
    qtbot.waitUntil(lambda: len(asked) == 2)
    asked[0][1]([Hit("old", "", "user", 0)])
    assert not box._popup.isVisible()
    asked[1][1]([Hit("one", "x", "user", 1), Hit(MARKUP, "", "house", 2)])
    assert box._popup.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert taken == [2]
    assert box.text() == ""
    qtbot.keyClicks(box, "x")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def a_pdf(pages=2):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(None, pagesize=(595, 842))
    for page in range(pages):
        canvas.drawString(72, 700, f"page {page + 1}")
        canvas.showPage()
    return canvas.getpdfdata()


def test_a_paper_is_shown_zoomed_saved_and_printed(qtbot, tmp_path, language):
    pdf = a_pdf()
    preview = PreviewDialog(pdf, "收据", None)
    qtbot.addWidget(preview)
    preview.show()
    width = preview._labels[0].pixmap().width()
    preview.zoom_in()
    assert preview._labels[1].pixmap().width() > width
    preview.fit_width()
    preview.write(tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == pdf
    preview.write(tmp_path / "none" / "a.pdf")
    assert "none" not in preview.banner.words()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    preview.paint(printer)
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    preview.close()


def test_icons_follow_the_colours(qtbot, qapp):
    made = button("Save", lambda: None, "check", "primary")
    picture = QLabel()
    set_icon(picture, "lock")
    for widget in (made, picture):
        qtbot.addWidget(widget)
    light = picture.pixmap().toImage()
    theme.apply(qapp, theme.Theme.DARK)
    dark = picture.pixmap().toImage()
    theme.apply(qapp, theme.Theme.LIGHT)
    assert light != dark
    assert picture.pixmap().toImage() == light


def test_every_icon_can_be_drawn(qapp):
    from salesdesk.desks.widgets.icons import pixmap

    for path in ICONS.glob("*.svg"):
        picture = pixmap(path.stem).toImage()
        assert any(
            picture.pixelColor(x, y).alpha()
            for x in range(picture.width())
            for y in range(picture.height())
        ), path.name


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    lin = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


@pytest.mark.parametrize("colours", [shades.LIGHT, shades.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("text", ("window", "surface", "raised", "accent_soft", "danger_soft", "warn_soft")),
        ("dim", ("window", "surface", "raised")),
        ("accent_text", ("window", "surface", "raised", "accent_soft")),
        ("good", ("surface", "good_soft")),
        ("warn", ("surface", "warn_soft")),
        ("danger", ("window", "surface", "danger_soft")),
        ("on_accent", ("accent", "accent_hover", "danger_fill")),
    ],
)
def test_texts_stand_out_from_their_ground(colours, text, grounds):
    for ground in grounds:
        bright, dark = sorted(
            (luminance(getattr(colours, text)), luminance(getattr(colours, ground))), reverse=True
        )
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, (text, ground)


def test_clearing_a_layout_lets_its_widgets_go(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    lines = column(PlainLabel("a"), PlainLabel("b"))
    window.setLayout(lines)
    clear(lines)
    tidy()
    assert window.findChildren(QLabel) == []
    assert window.mapToGlobal(QPoint(0, 0)) is not None


class Signing(Asking):
    def __init__(self, link, parent, *, danger=False):
        super().__init__(link, parent, danger=danger)
        self.head("Sign", "Go on", "check")
        self.field = self.form.add("name", "Name", QLineEdit())
        self.tell(PlainLabel("what it changes"), PlainLabel("and what not"))
        self.sends = 0

    def send(self):
        self.sends += 1
        self.well(self.field.text())


@pytest.mark.parametrize("danger", [False, True])
def test_a_form_in_a_window_says_what_it_changes_then_asks_then_sends(qtbot, link, danger):
    """One frame for the board's, the contracts' and the administration's forms."""
    assert all(issubclass(kind, Asking) for kind in (StepDialog, DealDialog, FormDialog))
    window = QWidget()
    qtbot.addWidget(window)
    form = Signing(link, window, danger=danger)
    came = []
    form.carried.connect(came.append)
    form.open()
    tops = [form.body.itemAt(at).widget() for at in range(form.body.count())]
    said = [part.text() for part in tops if isinstance(part, QLabel)]
    assert said == ["Sign", "what it changes", "and what not"] and tops[-1] is form.form
    assert (form.windowTitle(), form.yes.text(), form.yes.icon().isNull()) == (
        "Sign",
        "Go on",
        False,
    )
    form.field.setText("王")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert form.sends == (
        0 if danger else 1
    )  # what cannot be taken back is not sent by a stray key
    if danger:
        form.yes.click()
    assert came == ["王"] and not form.isVisible()


def test_what_a_form_lacks_and_a_silent_office_are_told_apart(qtbot, link):
    """Typing in an outage switched buttons on again, and a deal's waiting was told as the outage's."""
    form = QWidget()
    qtbot.addWidget(form)
    go = QPushButton(form)
    sending = Sending(link, form, Banner(form))
    sending.lock(go)
    sending.allow(go, allowed=False, tip="the reason is missing")
    assert (go.isEnabled(), go.toolTip()) == (False, "the reason is missing")
    settle(qtbot, link)
    link.silent_since = now()
    link.reachable.emit(False)
    sending.allow(go, allowed=True, tip="")  # it is typed now
    assert not go.isEnabled()
    assert "does not answer" in go.toolTip()
    link.silent_since = None
    link.reachable.emit(True)
    assert (go.isEnabled(), go.toolTip()) == (True, "")
