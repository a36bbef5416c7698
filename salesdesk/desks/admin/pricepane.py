"""The trial calculation: a scheme at the left, what it makes of the units at the right, live."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from salesdesk.desks.admin.priceeditor import SchemeEditor
from salesdesk.desks.admin.pricelines import Names
from salesdesk.desks.admin.pricetables import ComparisonTable
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row
from salesdesk.desks.wording import listed, money, short_money
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.price_loading import PriceTable
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.pricing_compare import By
from salesdesk.office.inventory.pricing_fit import Fit, fit
from salesdesk.office.inventory.pricing_reverse import Solve
from salesdesk.office.inventory.pricing_rules import Placement, PriceScheme
from salesdesk.office.inventory.pricing_trial import Solved, Trial, solved, tried

TRY_MS = 120
"""So long after the last key the scheme is worked out."""
GROUPS = (By.BUILDING, By.LAYOUT, By.FLOOR)
_MANY = 5


class TrialPane(QWidget):
    """Edits a scheme and shows its sums, averages and warnings; solves for a target.

    Signals:
        wanted: a (scheme, prices set apart) to be kept as a version.
        back: leave the trial.
    """

    wanted = Signal(object, object)
    back = Signal()

    def __init__(self, link: Link, banner: Banner) -> None:
        super().__init__()
        self.link, self.banner = link, banner
        self._units: PriceTable | None = None
        self._apart: Mapping[int, int] = {}
        self._keeping = False
        self._turn = 0
        self.trial: Trial | None = None
        self.editor = SchemeEditor(self)
        self.figures = {
            "units": Figure(self.tr("Units (frozen)")),
            "before": Figure(self.tr("Average before")),
            "after": Figure(self.tr("Average after")),
            "sum": Figure(self.tr("Sum after")),
            "difference": Figure(self.tr("Difference")),
        }
        self.warning = PlainLabel("", "wrong").wrapping()
        self.group = QComboBox(self)
        self.group.setAccessibleName(self.tr("Compare by"))
        for by, words in zip(
            GROUPS, (self.tr("By building"), self.tr("By layout"), self.tr("By floor")),
            strict=True,
        ):  # fmt: skip
            self.group.addItem(words, by.value)
        self.tables = QStackedWidget(self)
        self.lists = {
            By.BUILDING: ComparisonTable("admin-trial-b", self.tr("Building"), self._named),
            By.LAYOUT: ComparisonTable("admin-trial-l", self.tr("Layout"), self._named),
            By.FLOOR: ComparisonTable("admin-trial-f", self.tr("Floor"), self._named),
        }
        for table in self.lists.values():
            self.tables.addWidget(table)
        self._reverse()
        read_out = self.tr("Read out of present prices")
        self.recover = button(read_out, self.read_out, "search", "quiet")
        back = button(self.tr("Back to the versions"), self.back.emit, "arrow-left", "quiet")
        self.save = button(
            self.tr("Save as a version…"), self._want, "save", "primary", shortcut="Ctrl+Return"
        )
        self.save.setEnabled(False)
        self._lay(back)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TRY_MS)
        self._timer.timeout.connect(self.calculate)
        self.editor.edited.connect(self._edited)
        self.group.currentIndexChanged.connect(self._regroup)

    def _reverse(self) -> None:
        self.target = QComboBox(self)
        for words, kind in (
            (self.tr("Average per m²"), "average"), (self.tr("Total of all units"), "total"),
        ):  # fmt: skip
            self.target.addItem(words, kind)
        self.amount = MoneyField(self)
        self.amount.setFixedWidth(168)
        self.solve = QComboBox(self)
        for words, what in (
            (self.tr("by the base price"), Solve.BASE), (self.tr("by a last factor"), Solve.FACTOR),
        ):  # fmt: skip
            self.solve.addItem(words, what.value)
        self.where = QComboBox(self)
        for words, placement in (
            (self.tr("residual stays"), Placement.LEAVE),
            (self.tr("residual on the dearest unit"), Placement.DEAREST),
            (self.tr("residual spread over units"), Placement.SPREAD),
        ):
            self.where.addItem(words, placement.value)
        for field, name in (
            (self.target, self.tr("Target")), (self.amount, self.tr("Target amount")),
            (self.solve, self.tr("Solved by")), (self.where, self.tr("Where the residual goes")),
        ):  # fmt: skip
            field.setAccessibleName(name)
        self.go = button(self.tr("Solve"), self.reverse, "scale", shortcut="Ctrl+R")
        self.amount.returnPressed.connect(self.reverse)
        self.residual = PlainLabel("", "hint").wrapping().selectable()

    def _lay(self, back: QWidget) -> None:
        card = Card(margin=12)
        strip = row(spacing=18)
        for figure in self.figures.values():
            strip.addWidget(figure)
        strip.addStretch(1)
        card.body.addLayout(strip)
        card.body.addWidget(self.warning)
        self.warning.hide()
        target = Card(margin=12)
        title = PlainLabel(self.tr("To a target"), "heading")
        target.body.addLayout(row(title, None, self.target, self.amount))
        target.body.addLayout(row(None, self.solve, self.where, self.go))
        target.body.addWidget(self.residual)
        right = QWidget(self)
        lines = QVBoxLayout(right)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(card)
        lines.addLayout(row(self.group, None))
        lines.addWidget(self.tables, 1)
        lines.addWidget(target)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.editor)
        both.addWidget(right)
        both.setSizes([430, 540])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(both, 1)
        whole.addLayout(row(back, self.recover, None, self.save))

    def set_units(self, units: PriceTable) -> None:
        """Work with these units from now on."""
        self._units = units
        self._keeping = True  # what was solved stays: nobody typed anything
        self.editor.set_names(Names.of(units.units))
        self._keeping = False
        self.calculate()

    def begin(self, scheme: PriceScheme | None) -> None:
        """Start with *scheme*, or with an empty one."""
        self._apart = {}
        self.residual.clear()
        if scheme is None:
            self.editor.clear()
        else:
            self.editor.show_scheme(scheme)
        self.editor.base.setFocus()

    def table(self) -> ComparisonTable:
        """Give the list that is shown."""
        return self.lists[self._by()]

    def calculate(self) -> None:
        """Work out what is typed, beside the window."""
        self._timer.stop()
        units, scheme, by, apart = self._units, self.editor.scheme(), self._by(), self._apart
        self._turn += 1
        turn = self._turn
        if units is None or scheme is None:
            self._show(None)
            return

        def came(trial: Trial | None) -> None:
            if turn == self._turn:
                self.banner.clear()
                self._show(trial)

        self.link.call(self, lambda: tried(units, scheme, apart, by), came, self.banner.refuse)

    def reverse(self) -> None:
        """Solve for the target that is typed."""
        units, scheme, amount = self._units, self.editor.scheme(), self.amount.fen()
        if units is None or amount is None or scheme is None:
            self.residual.setText(
                self.tr("Type a base price, the differences and a target first.")
            )
            return
        average = self.target.currentData() == "average"
        solve, where = Solve(self.solve.currentData()), Placement(self.where.currentData())

        def came(found: Solved) -> None:
            self.banner.clear()
            self._keeping = True
            self.editor.show_scheme(found.scheme)
            self._keeping = False
            self._apart = found.apart
            self.residual.setText(self._residual_words(found))
            self.calculate()

        self.link.call(
            self, lambda: solved(units, scheme, amount, average, solve, where), came,
            self.banner.refuse,
        )  # fmt: skip

    def read_out(self) -> None:
        """Recover base, floor steps and number offsets from the present prices."""
        units = self._units
        if units is None:
            return

        def came(found: Fit) -> None:
            self.editor.show_scheme(found.scheme)
            words = self.tr(
                "Read out of {units} prices: {plain} follow from base, floors and room numbers "
                "alone, {fits} with the exceptions in the last lines."
            )
            self.residual.setText(
                words.format(
                    units=len(found.fits),
                    plain=int(found.plain_fits.sum()),
                    fits=int(found.fits.sum()),
                )
            )

        self.link.call(self, lambda: fit(units.units), came, self.banner.refuse)

    def dirty(self) -> bool:
        """Tell whether a scheme is being written."""
        return self.isVisible() and self.editor.dirty()

    def _residual_words(self, found: Solved) -> str:
        words = self.tr("Target {target}: rounding leaves {residual} over.")
        said = words.format(target=money(found.target_fen), residual=money(found.residual_fen))
        if found.apart:
            put = self.tr("Put on %n unit(s), {left} left.", "", len(found.apart))
            said = f"{said} {put.format(left=money(found.left_fen))}"
        return said

    def _edited(self) -> None:
        if self._keeping:
            return
        if self._apart:
            self._apart = {}
        self.residual.clear()
        self._timer.start()

    def _by(self) -> By:
        return By(str(self.group.currentData()))

    def _regroup(self) -> None:
        self.tables.setCurrentWidget(self.table())
        self.calculate()

    def _want(self) -> None:
        scheme = self.editor.scheme()
        if scheme is not None and self.trial is not None:
            apart = tuple(
                UnitPrice(unit=UnitId(unit), total=Fen(total))
                for unit, total in self._apart.items()
            )
            self.wanted.emit(scheme, apart)

    def _show(self, trial: Trial | None) -> None:
        self.trial = trial
        self.save.setEnabled(trial is not None and not trial.unpriced)
        if trial is None:
            for figure in self.figures.values():
                figure.show_value("–")
            self.table().set_lines(())
            self.warning.hide()
            return
        whole = trial.whole
        self.figures["units"].show_value(f"{whole.units:,} ({trial.frozen:,})")
        self.figures["before"].show_value(format_yuan(whole.before_average_fen))
        self.figures["after"].show_value(format_yuan(whole.after_average_fen))
        self.figures["sum"].show_value(short_money(whole.after_fen))
        tone = "" if not whole.difference_fen else "good" if whole.difference_fen > 0 else "danger"
        self.figures["difference"].show_value(short_money(whole.difference_fen), tone)
        self.table().set_lines(trial.lines)
        said = [
            words.format(units=listed(codes[:_MANY]))
            for codes, words in (
                (trial.unpriced, self.tr("%n without a price: {units}", "", len(trial.unpriced))),
                (
                    trial.above_filed,
                    self.tr("%n above the filed price: {units}", "", len(trial.above_filed)),
                ),
            )
            if codes
        ]
        self.warning.setText("\n".join(said))
        self.warning.setVisible(bool(said))

    def _named(self, key: str) -> str:
        return key or self.tr("(none)")
