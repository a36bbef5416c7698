"""The board against what one would write first: Qt's own tables over rows of the ORM."""

import tempfile
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyledItemDelegate,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
)
from sqlalchemy import insert, select

from salesdesk.desks.board.amounts import short_area, short_yuan
from salesdesk.desks.board.canvas import BoardCanvas
from salesdesk.desks.board.cells import words_of
from salesdesk.desks.board.filters import BoardFilter
from salesdesk.desks.board.layout import lay_out
from salesdesk.desks.board.palette import LIGHT
from salesdesk.desks.board.picture import CELL_ASPECT, CELL_WIDTH
from salesdesk.desks.widgets import theme
from salesdesk.kernel.keys import Secret
from salesdesk.office.founding import Founder, found
from salesdesk.office.inventory.queries import board_columns
from salesdesk.office.inventory.rules import CLAIM_STAGES, STATES, UnitState
from salesdesk.office.inventory.sheets import UnitPatch
from salesdesk.office.inventory.tables import Building, Claim, ReleaseBatch, ReleaseLine, Unit
from salesdesk.store.database import system_clock
from tests.bench.harness import Case, Pair, p95, took
from tests.desks.board_made import made_board

SIZE = (1600, 1000)
CELL = (CELL_WIDTH, round(CELL_WIDTH / CELL_ASPECT))
COLOURS = [QColor.fromRgb(tone.fill) for tone in LIGHT.tones]


def app():
    """Give the application, dressed as ours is."""
    running = QApplication.instance()
    if running is None:
        running = QApplication(["bench"])
        theme.apply(running, theme.Theme.LIGHT)
    return running


def flush(widget):
    """Paint what waits to be painted, as the event loop would."""
    app().sendPostedEvents()
    app().sendEvent(widget, QEvent(QEvent.Type.UpdateRequest))


def shown(widget):
    """Show a widget at the size of the comparison and paint it once."""
    widget.resize(*SIZE)
    widget.show()
    app().processEvents()
    widget.viewport().repaint()
    return widget


def canvas_of(columns, cell_width=CELL_WIDTH):
    app()
    canvas = BoardCanvas(words_of("en"), lambda _index: "")
    canvas.show_columns(columns)
    canvas.stock.mark({unit: 1 + unit % 2 for unit in columns.ids[::6].tolist()})  # money is owed
    shown(canvas)
    canvas.zoom_to(cell_width)
    flush(canvas)
    return canvas


class BoardModel(QAbstractTableModel):
    """The same board for Qt's own view: what one would write."""

    def __init__(self, columns):
        super().__init__()
        self.columns = columns
        self.laid = lay_out(columns)
        self.states = columns.states.copy()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else self.laid.grid.shape[0]

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else self.laid.grid.shape[1]

    def texts(self, unit):
        columns = self.columns
        layout = columns.layout_names[int(columns.layouts[unit])]
        area = short_area(float(columns.areas[unit]), chinese=False)
        price = short_yuan(int(columns.totals[unit]), chinese=False)
        return columns.numbers[unit], f"{layout} {area}", price

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        unit = int(self.laid.grid[index.row(), index.column()])
        if unit < 0:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self.texts(unit))
        if role == Qt.ItemDataRole.BackgroundRole:
            return COLOURS[int(self.states[unit])]
        return None


class CellPainter(QStyledItemDelegate):
    """A delegate that fills the cell and writes into it where there is room."""

    def paint(self, painter: QPainter, option, index):
        model = index.model()
        unit = int(model.laid.grid[index.row(), index.column()])
        if unit < 0:
            return
        painter.fillRect(option.rect, COLOURS[int(model.states[unit])])
        if option.rect.width() >= 70:
            painter.drawText(option.rect, 0, "\n".join(model.texts(unit)))


def table_of(columns, cell=CELL, *, delegate=False):
    app()
    view = QTableView()
    for head, length in ((view.horizontalHeader(), cell[0]), (view.verticalHeader(), cell[1])):
        head.setMinimumSectionSize(1)
        head.setDefaultSectionSize(length)
    view.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
    model = BoardModel(columns)
    model.setParent(view)
    if delegate:
        view.setItemDelegate(CellPainter(view))
    view.setModel(model)
    return shown(view)


def repaints(widget):
    """Give a contestant: the median of nine whole repaints in a row."""
    return lambda: sorted(took(widget.viewport().repaint) for _turn in range(9))[4]


@contextmanager
def repainting():
    columns = made_board(20_000)
    ours, theirs = canvas_of(columns), table_of(columns)
    yield Pair(repaints(ours), repaints(theirs))
    ours.close(), theirs.close()


@contextmanager
def zoomed_out():
    columns = made_board(200_000)
    ours = canvas_of(columns, 4)
    theirs = table_of(columns, (4, 2), delegate=True)
    yield Pair(
        lambda: took(ours.viewport().repaint),
        lambda: took(theirs.viewport().repaint),
    )
    ours.close(), theirs.close()


def patcher(columns):
    """Give a contestant: the median of 25 patches of one visible unit, painted."""
    canvas = canvas_of(columns)
    seen = canvas.picture.geometry.units_in(canvas.viewport().rect()).tolist()

    def patch(turn):
        unit = int(columns.ids[seen[turn * 7 % len(seen)]])
        state = (int(canvas.stock.states[canvas.stock.index_of(unit)]) + 1) % 12
        canvas.patch((UnitPatch(unit, state, 3_000_000, 300_000_000, 0.0),))
        canvas.flush()
        flush(canvas)

    def contestant():
        return sorted(took(lambda turn=turn: patch(turn)) for turn in range(25))[12]

    return contestant


@contextmanager
def patching():
    yield Pair(patcher(made_board(20_000)))


@contextmanager
def patching_by_size():
    yield Pair(patcher(made_board(200_000)), patcher(made_board(2_000)))


@contextmanager
def scrolling():
    canvas = canvas_of(made_board(20_000))
    down, across = canvas.verticalScrollBar(), canvas.horizontalScrollBar()

    def step(bar, pixels):
        bar.setValue(bar.value() + pixels)
        flush(canvas)

    def contestant():
        down.setValue(0), across.setValue(0), flush(canvas)
        steps = [took(lambda: step(down, 48)) for _turn in range(60)]
        return p95(steps + [took(lambda: step(across, 48)) for _turn in range(60)])

    yield Pair(contestant)
    canvas.close()


@contextmanager
def filtering():
    canvas = canvas_of(made_board(200_000))
    wanted = BoardFilter(
        states=frozenset({1}), layouts=frozenset({1}), area_from=90.0, area_to=120.0,
        total_to=350_000_000,
    )  # fmt: skip
    yield Pair(lambda: took(lambda: canvas.show_matching(wanted.mask(canvas.stock))))
    canvas.close()


def founded(folder, units):
    """Make an office with a project of so many units; give it, its seat and the project's id."""
    founder = Founder(
        login="admin", name="Admin", password=Secret("practice"), project="Bench", practice=True
    )
    office, _key = found(Path(folder) / "bench.salesdesk", founder)
    columns = made_board(units)
    with office.database.writing() as session:
        project = 1
        names = columns.building_names
        session.execute(
            insert(Building),
            [{"project_id": project, "name": n, "position": i} for i, n in enumerate(names)],
        )
        keys = dict(session.execute(select(Building.position, Building.id)).all())
        rows = zip(
            columns.buildings.tolist(), columns.cores.tolist(), columns.floors.tolist(),
            columns.columns.tolist(), columns.numbers, columns.codes, columns.layouts.tolist(),
            columns.areas.tolist(), columns.unit_prices.tolist(), columns.totals.tolist(),
            strict=True,
        )  # fmt: skip
        session.execute(
            insert(Unit),
            [
                {
                    "project_id": project, "building_id": keys[b],
                    "core": columns.core_names[c], "floor": f, "place": p, "number": n,
                    "code": code, "layout": columns.layout_names[kind], "gross_area": Decimal(str(area)),
                    "unit_price_fen": price, "total_fen": total, "orientation": "南", "use": "",
                    "note": "",
                }
                for b, c, f, p, n, code, kind, area, price, total in rows
            ],
        )  # fmt: skip
    with office.database.writing() as session:
        sell(session, project, columns)
    return office, office.sign_in("admin", "practice"), project


def sell(session, project, columns):
    """Release and claim the units as the made board says, as a running office would hold them."""
    units = session.scalars(select(Unit.id).where(Unit.project_id == project).order_by(Unit.id))
    now = system_clock()
    # By hand, in states for which no command exists yet: without asking whose right it is.
    for (name,) in (
        session.connection()
        .exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            " AND tbl_name IN ('claim', 'release_line')"
        )
        .all()
    ):
        session.connection().exec_driver_sql(f"DROP TRIGGER {name}")
    batch = ReleaseBatch(project_id=project, name="first", at=now, actor_id=1)
    session.add(batch)
    session.flush()
    states = [STATES[state] for state in columns.states.tolist()]
    pairs = list(zip(units, states, strict=True))
    session.execute(
        insert(ReleaseLine),
        [
            {"batch_id": batch.id, "unit_id": unit, "end_reason": ""}
            for unit, state in pairs
            if state is UnitState.AVAILABLE
        ],
    )
    session.execute(
        insert(Claim),
        [
            {
                "unit_id": unit, "stage": state.value, "opened_at": now, "opened_by": 1,
                "until": now + timedelta(hours=2) if state is UnitState.ON_HOLD else None,
                "reason": "", "opening": False, "end_reason": "",
            }
            for unit, state in pairs
            if state in CLAIM_STAGES
        ],
    )  # fmt: skip


def opening(units):
    """Give the case's preparation: an office of so many units, opened to the painted board."""

    @contextmanager
    def prepared():
        app()
        with tempfile.TemporaryDirectory(prefix="salesdesk-bench-") as folder:
            office, seat, project = founded(folder, units)

            def ours():
                canvas = BoardCanvas(words_of("en"), lambda _index: "")
                spent = took(lambda: (canvas.show_columns(seat.ask(board_columns, project)),
                                      shown(canvas)))  # fmt: skip
                canvas.close(), canvas.deleteLater(), app().processEvents()
                return spent

            def theirs():
                spent, table = [], []
                spent.append(took(lambda: table.append(orm_table(office, project))))
                table[0].close(), table[0].deleteLater(), app().processEvents()
                return spent[0]

            yield Pair(ours, theirs)
            office.close()

    return prepared


def orm_table(office, project):
    """What one writes first: every unit as an ORM row, every cell as an item."""
    with office.database.reading() as session:
        units = session.scalars(select(Unit).where(Unit.project_id == project)).all()
        floors = max(unit.floor for unit in units)
        buildings = {}
        for unit in units:
            buildings.setdefault((unit.building_id, unit.core), len(buildings))
        table = QTableWidget(floors, len(buildings) * 4)
        table.horizontalHeader().setDefaultSectionSize(CELL[0])
        table.verticalHeader().setDefaultSectionSize(CELL[1])
        for unit in units:
            price = short_yuan(unit.total_fen or -1, chinese=False)
            item = QTableWidgetItem(f"{unit.number}\n{unit.layout} {unit.gross_area}\n{price}")
            item.setBackground(COLOURS[0])
            column = buildings[unit.building_id, unit.core] * 4 + unit.place
            table.setItem(floors - unit.floor, column, item)
    return shown(table)


CASES = (
    Case(
        name="board: open 20,000 from the database", goal=1 / 10, rounds=5,
        ours="ours", baseline="ORM + QTableWidget", prepare=opening(20_000),
    ),
    Case(
        name="board: open 200,000 from the database", goal=1 / 10, rounds=3,
        ours="ours", baseline="ORM + QTableWidget", prepare=opening(200_000),
    ),
    Case(
        name="board: full repaint", goal=1 / 20, rounds=9,
        ours="ours", baseline="QTableView", prepare=repainting,
    ),
    Case(
        name="board: patch one unit", goal=1.0, unit="ms",
        ours="ours", baseline="", prepare=patching,
    ),
    Case(
        name="board: patch, 200,000 against 2,000", goal=1.3,
        ours="200,000", baseline="2,000", prepare=patching_by_size,
    ),
    Case(
        name="board: scroll, 95 % of the frames", goal=16.7, unit="ms", rounds=3,
        ours="ours", baseline="", prepare=scrolling,
    ),
    Case(
        name="board: zoomed out, 200,000", goal=1 / 20, rounds=9,
        ours="ours", baseline="QTableView + delegate", prepare=zoomed_out,
    ),
    Case(
        name="board: filter 200,000", goal=16.7, unit="ms",
        ours="ours", baseline="", prepare=filtering,
    ),
)  # fmt: skip
