"""The administration desk: its pages, each shown to those whose rights it needs."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget
from typing_extensions import override

from salesdesk.desks.admin.buildings import BuildingsPage
from salesdesk.desks.admin.discounts import DiscountsPage
from salesdesk.desks.admin.drilled import LastDrill
from salesdesk.desks.admin.flows import FlowsPage
from salesdesk.desks.admin.importpage import ImportPage
from salesdesk.desks.admin.journal import JournalPage
from salesdesk.desks.admin.modes import ModesPage
from salesdesk.desks.admin.officesettings import SettingsPage
from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.people import PeoplePage
from salesdesk.desks.admin.prices import PricesPage
from salesdesk.desks.admin.progress import ProgressPage
from salesdesk.desks.admin.projects import ProjectsPage
from salesdesk.desks.admin.proof import ProofPage
from salesdesk.desks.admin.rights import RightsPage
from salesdesk.desks.admin.sidebar import Entry, Sidebar
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.desk import Desk, Jump
from salesdesk.desks.widgets.gathering import gathered
from salesdesk.kernel.change import Change, Topic
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.staff.queries import last_drill

_DRILLS = frozenset({Topic.SETTING, Topic.EVERYTHING})

_DIGITS = "1234567890"
"""The keys of the first ten pages; the rest are reached by the list on the left."""

_NEEDS: dict[str, frozenset[str]] = {
    "import": frozenset({"ImportUnits", "ImportOpening"}),
    "buildings": frozenset({"GenerateUnits", "CopyBuilding"}),
    "projects": frozenset(
        {"CreateProject", "EditProject", "RecordPermit", "CorrectPermit", "law_pack"}
    ),
    "discounts": frozenset({"OfferDiscount", "LimitDiscount"}),
    "modes": frozenset({"AddPaymentMode", "SetModeTerms"}),
    "progress": frozenset({"RecordProgress"}),
    "prices": frozenset({"DraftPrices", "LowerFloorPrices"}),
    "people": frozenset({"AddPerson", "ResetPassword", "ChangeRole", "PersonLeaves"}),
    "rights": frozenset({"rights"}),
    "flows": frozenset({"EditFlow"}),
    "settings": frozenset({"settings"}),
    "journal": frozenset({"journal"}),
    "proof": frozenset({"audit"}),
}
"""Any one of these rights opens the page."""


class AdminDesk(Desk):
    """Shows one page at a time; the others ask again when they are next looked at.

    A `Jump` about a project opens Projects, with the act "import" the import, with "permit" the
    form for a permit, with "laws" its law pack, with "floors" the
    prices and the form for floor prices; one about a person opens People.
    """

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self.entries = tuple(
            entry
            for entry in self._all_entries()
            if not _NEEDS[entry.name].isdisjoint(link.rights)
        )
        self.pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self.sidebar = Sidebar(self.entries, self)
        self.stack = QStackedWidget(self)
        lines = QHBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.sidebar)
        lines.addWidget(self.stack, 1)
        self.sidebar.chosen.connect(self.show_page)
        self.drilled = LastDrill("heading")
        if "proof" in {entry.name for entry in self.entries}:
            self.sidebar.foot(self.drilled)
            self._ask_drill()
        self._timer = gathered(self, self._renew)
        link.changed.connect(self._heard)
        for digit, entry in zip(_DIGITS, self.entries, strict=False):
            key = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            key.activated.connect(lambda name=entry.name: self.show_page(name))
        if self.entries:
            self.show_page(self.entries[0].name)
        else:
            title = self.tr("Nothing here for your role")
            self.stack.addWidget(EmptyState(title, "", "lock"))

    def page(self, name: str) -> Page | None:
        """Give the page *name*, made now if this is the first visit; None: not this person's."""
        made = self.pages.get(name)
        if made is not None:
            return made
        entry = next((one for one in self.entries if one.name == name), None)
        if entry is None:
            return None
        made = entry.factory(self.link)
        made.jump.connect(self.jump)
        made.told.connect(self.told)
        self.pages[name] = made
        self._stale.add(name)
        self.stack.addWidget(made)
        return made

    @override
    def views(self) -> tuple[str, ...]:
        return tuple(entry.name for entry in self.entries)

    @override
    def show_page(self, name: str) -> None:
        page = self.page(name)
        if page is not None:
            self.stack.setCurrentWidget(page)
            self.sidebar.show_current(name)
            self._renew()

    def current_name(self) -> str:
        """Give the name of the page shown."""
        shown = self.stack.currentWidget()
        return next((name for name, page in self.pages.items() if page is shown), "")

    @override
    def refresh(self) -> None:
        self._stale.update(self.pages)
        self._renew()

    @override
    def receive(self, jump: Jump) -> None:
        if jump.topic is Topic.PERSON:
            self.show_page("people")
            return
        if jump.topic is Topic.PRICE:
            self.show_page("prices")
            return
        if jump.act == "floors":
            self.show_page("prices")
            prices = self._current()
            if isinstance(prices, PricesPage):
                prices.floor(ProjectId(jump.key))
            return
        if jump.act == "import":
            self.show_page("import")
            return
        self.show_page("projects")
        page = self._current()
        if isinstance(page, ProjectsPage):
            page.choose(jump.key)
            if jump.act == "permit":
                page.record_permit()
            if jump.act == "laws":
                page.show_laws()

    @override
    def print_view(self) -> None:
        page = self._current()
        if isinstance(page, RightsPage):
            page.print_sheet(page.sheet())
        elif page is not None and (table := page.table()) is not None:
            table.print_view()

    @override
    def export_view(self) -> None:
        page = self._current()
        if page is not None and (table := page.table()) is not None:
            table.export()

    @override
    def unsaved(self) -> bool:
        return any(page.unsaved() for page in self.pages.values())

    @override
    def place(self) -> object:
        return self.current_name()

    @override
    def go(self, place: object) -> None:
        if isinstance(place, str):
            self.show_page(place)

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        page = self._current()
        pages = self.tr("Go to a page of this desk")
        own = tuple(page.keys()) if page is not None else ()
        last = _DIGITS[: len(self.entries)][-1:]
        return ((f"Alt+1…{last}", pages), *own)

    def _current(self) -> Page | None:
        return self.pages.get(self.current_name())

    def _ask_drill(self) -> None:
        seat = self.link.seat
        self.link.call(self, lambda: seat.ask(last_drill), self.drilled.show_drill)

    def _heard(self, changes: frozenset[Change]) -> None:
        if "proof" in self.views() and not {c.topic for c in changes}.isdisjoint(_DRILLS):
            self._ask_drill()
        self._stale.update(name for name, page in self.pages.items() if page.heard(changes))
        if self.current_name() in self._stale:
            self._timer.start()

    def _renew(self) -> None:
        name = self.current_name()
        if name in self._stale:
            self._stale.discard(name)
            self.pages[name].refresh()

    def _all_entries(self) -> tuple[Entry, ...]:
        stock = self.tr("Units")
        office = self.tr("Office")
        records = self.tr("Records")
        return (
            Entry("import", stock, self.tr("Import"), "file-spreadsheet", ImportPage),
            Entry("buildings", stock, self.tr("By pattern"), "layers", BuildingsPage),
            Entry("projects", stock, self.tr("Projects"), "building-2", ProjectsPage),
            Entry("prices", stock, self.tr("Prices"), "tag", PricesPage),
            Entry("discounts", stock, self.tr("Discounts"), "percent", DiscountsPage),
            Entry("modes", stock, self.tr("Payment modes"), "wallet", ModesPage),
            Entry("progress", stock, self.tr("Progress"), "layers", ProgressPage),
            Entry("people", office, self.tr("People"), "users", PeoplePage),
            Entry("rights", office, self.tr("Rights"), "key-round", RightsPage),
            Entry("flows", office, self.tr("Flows"), "signature", FlowsPage),
            Entry("settings", office, self.tr("Settings"), "sliders-horizontal", SettingsPage),
            Entry("journal", records, self.tr("Journal"), "history", JournalPage),
            Entry("proof", records, self.tr("Backups"), "shield-check", ProofPage),
        )
