"""Buttons beside tabs that copy, export and print the list shown."""

from PySide6.QtWidgets import QTabWidget, QWidget

from salesdesk.desks.widgets.labels import button, row
from salesdesk.desks.widgets.table import CardTable


class TabTools(QWidget):
    """Works on the list of the tab in front; hidden where a tab holds no list."""

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self.copy = button("", self._copy, "copy", "quiet", tip=self.tr("Copy the list"))
        self.export = button("", self._export, "file-down", "quiet", tip=self.tr("Export…"))
        self.print = button("", self._print, "printer", "quiet", tip=self.tr("Print…"))
        for one in (self.copy, self.export, self.print):
            one.setAccessibleName(one.toolTip())
        self.setLayout(row(self.copy, self.export, self.print, spacing=0))
        tabs.setCornerWidget(self)
        tabs.currentChanged.connect(lambda _at: self._fit())
        self._fit()

    def _table(self) -> CardTable[object] | None:
        shown = self._tabs.currentWidget()
        return shown if isinstance(shown, CardTable) else None

    def _fit(self) -> None:
        for one in (self.copy, self.export, self.print):
            one.setVisible(self._table() is not None)

    def _copy(self) -> None:
        if (table := self._table()) is not None:
            table.copy()

    def _export(self) -> None:
        if (table := self._table()) is not None:
            table.export()

    def _print(self) -> None:
        if (table := self._table()) is not None:
            table.print_view()
