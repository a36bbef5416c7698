"""The scheme being written: base, rounding, and a table of differences with one line a row."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.admin.pricelines import (
    LineText,
    Names,
    UnreadableError,
    price,
    read,
    write,
)
from salesdesk.desks.widgets.fields import WheelGuard
from salesdesk.desks.widgets.labels import PlainLabel, button, column, row
from salesdesk.desks.widgets.theme import colour, set_tone
from salesdesk.desks.wording import money, say
from salesdesk.office.inventory.pricing_rules import (
    STEPS_FEN,
    Difference,
    DifferenceKind,
    Lead,
    PriceRounding,
    PriceScheme,
)

KIND, WHERE, FLOORS, AMOUNT, EACH, TITLE = range(6)
_WRONG = {"where": WHERE, "floors": FLOORS, "amount": AMOUNT}


class SchemeEditor(QWidget):
    """Base, rounding and differences; what cannot be read is marked, the rest counts at once.

    Signals:
        edited: something was typed; ask `scheme` again.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = Names()
        self._guard = WheelGuard(self)
        self.wrong: tuple[int, int, str] | None = None
        self.base = QLineEdit(self)
        self.base.setMaxLength(20)
        self.base.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.base.setAccessibleName(self.tr("Base price"))
        self.base.setPlaceholderText(self.tr("yuan per m²"))
        self.base.setFixedWidth(150)
        self.lead = QComboBox(self)
        self.lead.setAccessibleName(self.tr("What is rounded"))
        for lead in Lead:
            self.lead.addItem(self._lead_words(lead), lead.value)
        self.step = QComboBox(self)
        self.step.setAccessibleName(self.tr("Rounded to"))
        for step in STEPS_FEN:
            self.step.addItem(money(step), step)
        self.step.setCurrentIndex(STEPS_FEN.index(100))
        self.down = QComboBox(self)
        self.down.setAccessibleName(self.tr("How it is rounded"))
        for words, down in ((self.tr("half up"), False), (self.tr("down"), True)):
            self.down.addItem(words, down)
        for box in (self.lead, self.step, self.down):
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.installEventFilter(self._guard)
            box.currentIndexChanged.connect(lambda _index: self.edited.emit())
        self.table = QTableWidget(0, 6, self)
        self.table.setHorizontalHeaderLabels([
            self.tr("What for"), self.tr("Which units"), self.tr("Floors"), self.tr("Difference"),
            self.tr("Per floor"), self.tr("Note"),
        ])  # fmt: skip
        self.table.setAccessibleName(self.tr("Differences"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for at, width in enumerate((116, 96, 68, 96, 86)):
            header.resizeSection(at, width)
        self.table.itemChanged.connect(self._changed)
        self.base.textChanged.connect(lambda _text: self.edited.emit())
        add = button(self.tr("Add a line"), self.add_line, "plus", shortcut="Ctrl+N")
        remove = button(self.tr("Remove"), self.remove_lines, "trash-2", tip=self.tr("Delete"))
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.remove_lines)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        hint = self.tr(
            "Which units: names of buildings, cores, layouts, orientations, room numbers (01) or unit "
            "codes; empty means all. Floors: 3, 3~17, 18~. Difference: 150, -200, or a factor ×0.985."
        )
        caption = PlainLabel(self.tr("Base price"), "dim")
        caption.setBuddy(self.base)
        self.says = PlainLabel("", "wrong").wrapping()
        lines = column(
            row(caption, self.base, None, add, remove),
            row(self.lead, self.step, self.down, None),
            self.table,
            self.says,
            PlainLabel(hint, "hint").wrapping(),
        )
        lines.setStretch(2, 1)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(lines)

    def set_names(self, names: Names) -> None:
        """Know other units: what was typed is read again."""
        self._names = names
        self.edited.emit()

    def scheme(self) -> PriceScheme | None:
        """Give the scheme; None without a base price or where a line cannot be read."""
        self.wrong = None
        found: list[Difference] = []
        for at, line in enumerate(self.lines()):
            self._mark(at, None)
            if line.blank:
                continue
            try:
                found.append(read(line, self._names))
            except UnreadableError as error:
                self._mark(at, _WRONG[error.part])
                self.wrong = self.wrong or (at, _WRONG[error.part], error.text)
        self._say()
        base = price(self.base.text())
        set_tone(self.base, "wrong", bool(self.base.text().strip()) and base is None)
        if base is None or self.wrong is not None:
            return None
        step = int(self.step.currentData())
        lead = Lead(str(self.lead.currentData()))
        return PriceScheme(
            base=base,
            differences=tuple(found),
            rounding=PriceRounding(
                lead=lead,
                total_step_fen=step if lead is Lead.TOTAL else 100,
                unit_step_fen=step if lead is Lead.UNIT_PRICE else 1,
                down=bool(self.down.currentData()),
            ),
        )

    def show_scheme(self, scheme: PriceScheme) -> None:
        """Show *scheme* instead of what is typed."""
        blocked = [
            QSignalBlocker(one) for one in (self.base, self.lead, self.step, self.down, self.table)
        ]
        self.base.setText(f"{scheme.base:,f}")
        rule = scheme.rounding
        self.lead.setCurrentIndex(self.lead.findData(rule.lead.value))
        step = rule.total_step_fen if rule.lead is Lead.TOTAL else rule.unit_step_fen
        self.step.setCurrentIndex(self.step.findData(step))
        self.down.setCurrentIndex(int(rule.down))
        self.table.setRowCount(0)
        for difference in scheme.differences:
            self._append(write(difference))
        del blocked
        self.edited.emit()

    def lines(self) -> Sequence[LineText]:
        """Give the lines as typed."""
        return [self._line(at) for at in range(self.table.rowCount())]

    def add_line(self) -> None:
        """Add an empty line and begin to write it."""
        at = self._append(LineText())
        self.table.setCurrentCell(at, WHERE)
        self.table.setFocus()

    def remove_lines(self) -> None:
        """Remove the lines that are chosen."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        for at in sorted(rows, reverse=True):
            self.table.removeRow(at)
        if rows:
            self.edited.emit()

    def dirty(self) -> bool:
        """Tell whether anything was typed."""
        return bool(self.base.text().strip()) or any(not line.blank for line in self.lines())

    def clear(self) -> None:
        """Begin anew."""
        blocked = QSignalBlocker(self.base)
        self.base.clear()
        blocked.unblock()
        self.table.setRowCount(0)
        self.edited.emit()

    def _append(self, line: LineText) -> int:
        blocked = QSignalBlocker(self.table)
        at = self.table.rowCount()
        self.table.insertRow(at)
        kinds = QComboBox(self.table)
        kinds.setAccessibleName(self.tr("What for"))
        for kind in DifferenceKind:
            kinds.addItem(say("differences", kind.value), kind.value)
        kinds.setCurrentIndex(kinds.findData(line.kind.value))
        kinds.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kinds.installEventFilter(self._guard)
        kinds.currentIndexChanged.connect(lambda _index: self.edited.emit())
        self.table.setCellWidget(at, KIND, kinds)
        for place, text in (
            (WHERE, line.where), (FLOORS, line.floors), (AMOUNT, line.amount), (TITLE, line.title),
        ):  # fmt: skip
            item = QTableWidgetItem(text)
            if place in {FLOORS, AMOUNT}:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(at, place, item)
        tick = QTableWidgetItem()
        tick.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        tick.setCheckState(Qt.CheckState.Checked if line.per_floor else Qt.CheckState.Unchecked)
        self.table.setItem(at, EACH, tick)
        blocked.unblock()
        return at

    def _line(self, at: int) -> LineText:
        kinds = self.table.cellWidget(at, KIND)
        kind = kinds.currentData() if isinstance(kinds, QComboBox) else DifferenceKind.OTHER.value
        tick = self.table.item(at, EACH)
        return LineText(
            kind=DifferenceKind(str(kind)),
            where=self._text(at, WHERE),
            floors=self._text(at, FLOORS),
            amount=self._text(at, AMOUNT),
            per_floor=tick is not None and tick.checkState() is Qt.CheckState.Checked,
            title=self._text(at, TITLE),
        )

    def _text(self, at: int, place: int) -> str:
        item = self.table.item(at, place)
        return "" if item is None else item.text()

    def _mark(self, at: int, wrong: int | None) -> None:
        blocked = QSignalBlocker(self.table)
        for place in (WHERE, FLOORS, AMOUNT):
            item = self.table.item(at, place)
            if item is not None:
                item.setData(
                    Qt.ItemDataRole.ForegroundRole,
                    QBrush(colour("danger")) if place == wrong else None,
                )
        blocked.unblock()

    def _say(self) -> None:
        if self.wrong is None:
            self.says.setText("")
        else:
            at, place, text = self.wrong
            head = self.table.horizontalHeaderItem(place)
            words = self.tr("Line {line}, {column}: '{text}' cannot be read.")
            self.says.setText(
                words.format(line=at + 1, column=head.text() if head else "", text=text)
            )
        self.says.setVisible(bool(self.says.text()))

    def _changed(self, _item: QTableWidgetItem) -> None:
        self.edited.emit()

    def _lead_words(self, lead: Lead) -> str:
        return (
            self.tr("Totals are rounded to")
            if lead is Lead.TOTAL
            else self.tr("Prices per m² are rounded to")
        )
