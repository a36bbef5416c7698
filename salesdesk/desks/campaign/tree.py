"""The list beside the picture: phases and their jobs, planned and actual days, owner, done."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFont, QPainter, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.campaign import header
from salesdesk.desks.campaign.bars import ROW
from salesdesk.desks.campaign.inks import inks, mixed
from salesdesk.desks.campaign.rows import LineKey
from salesdesk.desks.campaign.words import span, standing_word, title_of
from salesdesk.office.campaign.rules import JobKind, Standing
from salesdesk.office.campaign.sheets import JobLine, PhaseLine, TimelineSheet

TITLE, PLAN, ACTUAL, OWNER = range(4)
Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_SIDE = 14
ACTUAL_FROM = 480
"""Pixels of the list from which it has room for the actual days."""


class PlanModel(QAbstractItemModel):
    """The plan as a tree: phases, and under each its jobs.

    Signals:
        toggled: the `LineKey` of a job whose done mark somebody set or took away.
    """

    toggled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.markable = True
        self._phases: tuple[PhaseLine, ...] = ()
        self._heads = (
            self.tr("Phase and job"),
            self.tr("Planned"),
            self.tr("Actual"),
            self.tr("Owner"),
        )

    def show_sheet(self, sheet: TimelineSheet) -> bool:
        """Show *sheet*; give whether its lines are others than before, so that all was reset."""
        same = [(p.id, [j.id for j in p.jobs]) for p in self._phases] == [
            (p.id, [j.id for j in p.jobs]) for p in sheet.phases
        ]
        if not same:
            self.beginResetModel()
        self._phases = sheet.phases
        if not same:
            self.endResetModel()
            return True
        last = len(self._heads) - 1
        if self._phases:
            end = self.index(len(self._phases) - 1, last)
            self.dataChanged.emit(self.index(0, 0), end)
        for place, phase in enumerate(self._phases):
            parent = self.index(place, 0)
            if phase.jobs:
                end = self.index(len(phase.jobs) - 1, last, parent)
                self.dataChanged.emit(self.index(0, 0, parent), end)
        return False

    def key_at(self, index: Index) -> LineKey | None:
        """Give the line at *index*."""
        line = self.line_at(index)
        return None if line is None else LineKey(isinstance(line, PhaseLine), line.id)

    def line_at(self, index: Index) -> PhaseLine | JobLine | None:
        """Give the phase or job at *index*."""
        if not index.isValid():
            return None
        if index.internalId() == 0:
            return self._phases[index.row()]
        return self._phases[index.internalId() - 1].jobs[index.row()]

    def index_of(self, key: LineKey) -> QModelIndex:
        """Give the place of *key*; an invalid one where it is not in the plan."""
        for place, phase in enumerate(self._phases):
            if key.phase and phase.id == key.id:
                return self.index(place, 0)
            for row, job in enumerate(phase.jobs):
                if not key.phase and job.id == key.id:
                    return self.index(row, 0, self.index(place, 0))
        return QModelIndex()

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._phases)
        if parent.internalId() == 0 and parent.column() == 0:
            return len(self._phases[parent.row()].jobs)
        return 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._heads[section]
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.internalId() and index.column() == TITLE and self.markable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        line = self.line_at(index)
        if line is None:
            return None
        if role == _Role.DisplayRole:
            return self._text(line, index.column())
        if role == _Role.ToolTipRole:
            return title_of(line)  # in a narrow list a long title is cut
        if role == _Role.AccessibleTextRole and index.column() == TITLE:
            return self._spoken(line)
        if isinstance(line, JobLine):
            return self._job_look(line, index, role)
        if role == _Role.FontRole and index.column() == TITLE:
            bold = QFont()
            bold.setBold(True)
            return bold
        if role == _Role.DecorationRole and index.column() == TITLE:
            return chip(None, index.row())
        return None

    @override
    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        key = self.key_at(index)
        if role != _Role.CheckStateRole or key is None or key.phase:
            return False
        self.toggled.emit(key)
        return True

    def _text(self, line: PhaseLine | JobLine, column: int) -> str:
        if column == TITLE:
            title = title_of(line)
            return title if isinstance(line, JobLine) else f"{title}  {line.done}/{len(line.jobs)}"
        if column == PLAN:
            return span(line.plan_from, line.plan_to)
        if column == ACTUAL:
            return span(line.started_on, line.done_on)
        return line.owner if isinstance(line, JobLine) else ""

    def _spoken(self, line: PhaseLine | JobLine) -> str:
        if isinstance(line, JobLine):
            return f"{title_of(line)}, {standing_word(line.standing)}"
        return f"{title_of(line)}, {line.done}/{len(line.jobs)}"

    def _job_look(self, job: JobLine, index: Index, role: int) -> object:
        if role == _Role.CheckStateRole and index.column() == TITLE:
            done = job.standing is Standing.DONE
            return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        if role == _Role.DecorationRole and index.column() == TITLE:
            return chip(job.kind, index.parent().row())
        if role == _Role.ForegroundRole:
            if job.standing is Standing.LATE and index.column() in (TITLE, PLAN):
                return QBrush(inks().late)
            if job.standing is Standing.DONE or index.column() != TITLE:
                return QBrush(inks().soft)
        return None


class _Rows(QStyledItemDelegate):
    """Gives every row the picture's height."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW)


class PlanTree(QTreeView):
    """The list; it owns the vertical scrolling of both sides."""

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Rows(self))
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(self.tr("Phases and jobs"))
        head = self.header()
        head.setFixedHeight(header.HEIGHT)
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (PLAN, ACTUAL, OWNER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        for column, sample in (
            (PLAN, "00-00 – 00-00"),
            (ACTUAL, "00-00 – 00-00"),
            (OWNER, "欧阳小明"),
        ):
            wide = self.fontMetrics().horizontalAdvance(sample)
            head.resizeSection(column, wide + 14)

    def show_owners(self, *, any_owner: bool) -> None:
        """Give the owners a column only where there are any: the titles need the room."""
        self.setColumnHidden(OWNER, not any_owner)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(ACTUAL, event.size().width() < ACTUAL_FROM)
        super().resizeEvent(event)


def chip(kind: JobKind | None, hue: int) -> QPixmap:
    """Give the mark that stands before a title: the bar or diamond the picture draws for it."""
    ink = inks()
    colour = ink.phase(hue)
    sharp = 3
    made = QPixmap(_SIDE * sharp, _SIDE * sharp)
    made.setDevicePixelRatio(sharp)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    soft = mixed(ink.ground, colour, 0.25)
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(soft)
    middle = _SIDE / 2
    if kind is None:
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(1, 3, _SIDE - 2, _SIDE - 6), 3, 3)
    elif kind is JobKind.MILESTONE:
        corners = ((middle, 1.5), (_SIDE - 1.5, middle), (middle, _SIDE - 1.5), (1.5, middle))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    else:
        painter.drawRoundedRect(QRectF(1, 4, _SIDE - 2, _SIDE - 8), 2, 2)
        if kind is JobKind.MEDIUM:
            for x in (5.0, 9.0):
                painter.drawLine(QPointF(x - 1.5, 9.5), QPointF(x + 2, 4.5))
    painter.end()
    return made
