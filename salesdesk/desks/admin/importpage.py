"""The page where files come in: price lists, and units sold before the office began."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QTabWidget
from typing_extensions import override

from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.pricelist import PriceListPane
from salesdesk.desks.admin.soldlist import SoldListPane
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.outlets import file_name
from salesdesk.desks.widgets.table import CardTable
from salesdesk.documents.workbook import opening_template_xlsx, price_list_template_xlsx
from salesdesk.kernel.change import Topic
from salesdesk.office.inventory.queries import projects
from salesdesk.office.inventory.sheets import ProjectCard


class ImportPage(Page):
    """Price lists and opening balances, each in its tab."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PROJECT})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Import"),
            self.tr("From a spreadsheet into the office, checked and compared before it counts."),
        )
        self.setAcceptDrops(True)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.prices: PriceListPane | None = None
        self.sold: SoldListPane | None = None
        if link.may("ImportUnits"):
            self.prices = PriceListPane(link, self.banner)
            self.tabs.addTab(self.prices, self.tr("Price list"))
            self.prices.jump.connect(self.jump)
            self.prices.told.connect(self.told)
            self.prices.template_wanted.connect(self.save_prices)
            self._wire_prices(self.prices)
        if link.may("ImportOpening"):
            self.sold = SoldListPane(link, self.banner)
            self.tabs.addTab(self.sold, self.tr("Units already sold"))
            self.sold.told.connect(self.told)
            self.sold.template_wanted.connect(self.save_opening)
            self.sold.problems.title = self.tr("Problems of the file")
            self.sold.sold.title = self.tr("Units already sold")
        self.tabs.tabBar().setVisible(self.tabs.count() > 1)
        self.tabs.currentChanged.connect(lambda _at: self.banner.clear())
        self.body.addWidget(self.tabs, 1)

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._offer, projects)

    @override
    def unsaved(self) -> bool:
        prices = self.prices is not None and self.prices.unsaved()
        return prices or (self.sold is not None and self.sold.unsaved())

    @override
    def table(self) -> CardTable[Any] | None:
        shown = self.tabs.currentWidget()
        tables: list[CardTable[Any]] = []
        if self.prices is not None and shown is self.prices:
            check, compared = self.prices.check, self.prices.comparison
            tables = [
                check.problems, check.notes, compared.changed, compared.added, compared.missing,
                compared.problems,
            ]  # fmt: skip
        elif self.sold is not None:
            tables = [self.sold.sold, self.sold.problems]
        return next((table for table in tables if table.isVisible()), None)

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+O", self.tr("Choose a file")),
            ("Ctrl+Return", self.tr("Next step")),
        )

    def open_file(self, path: Path) -> None:
        """Read the file at *path* on the tab that is shown."""
        shown = self.tabs.currentWidget()
        if isinstance(shown, PriceListPane | SoldListPane):
            shown.open_file(path)

    def save_prices(self, language: str) -> None:
        """Save an empty price list in *language* where somebody says."""
        title = "价目表模板" if language == "zh_CN" else "Price list template"
        self._save(price_list_template_xlsx(language), title)

    def save_opening(self, language: str) -> None:
        """Save an empty list of units already sold in *language* where somebody says."""
        title = "已售房源模板" if language == "zh_CN" else "Units already sold template"
        self._save(opening_template_xlsx(language), title)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            event.acceptProposedAction()
            self.open_file(Path(urls[0].toLocalFile()))

    def _wire_prices(self, prices: PriceListPane) -> None:
        problems = self.tr("Problems of the file")
        prices.check.problems.title = problems
        prices.comparison.problems.title = problems
        prices.check.notes.title = self.tr("Notes on the file")
        prices.comparison.changed.title = self.tr("Differences of the price list")
        prices.comparison.added.title = self.tr("Units added by the price list")
        prices.comparison.missing.title = self.tr("Units missing in the price list")

    def _offer(self, cards: Sequence[ProjectCard]) -> None:
        for pane in (self.prices, self.sold):
            if pane is not None:
                pane.offer_projects(cards)

    def _save(self, content: bytes, title: str) -> None:
        start = str(Path.home() / file_name(title, "xlsx"))
        head = self.tr("Save the template")
        kind = self.tr("Excel workbook (*.xlsx)")
        path, _kind = QFileDialog.getSaveFileName(self, head, start, kind)
        if path:
            self.write(Path(path), content)

    def write(self, path: Path, content: bytes) -> None:
        """Write *content* to *path* and say so, or why not."""
        try:
            path.write_bytes(content)
        except OSError as error:
            self.not_written(error)
        else:
            self.banner.say(self.tr("Saved: {path}").format(path=str(path)), tone="good")
