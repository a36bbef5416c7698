"""The short forms of the page of prices: save a version, filed prices, floor prices."""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.meant import send_meant
from salesdesk.kernel.keys import PriceVersionId, ProjectId
from salesdesk.office.inventory.price_commands import DraftPrices
from salesdesk.office.inventory.price_limits import (
    LowerFloorPrices,
    RefilePrices,
    SetFiledPrices,
    SetFloorPrices,
)
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.pricing_rules import PriceScheme
from salesdesk.office.inventory.sheets import GridPrice, PriceRow


class DraftDialog(Asking):
    """Names a version and keeps it: of a scheme, of a file, or of a percentage typed here."""

    def __init__(
        self, link: Link, parent: QWidget, project: ProjectId,
        scheme: PriceScheme | None = None, prices: tuple[UnitPrice, ...] = (),
        rows: tuple[PriceRow, ...] = (), grid: tuple[GridPrice, ...] = (),
        based_on: PriceVersionId | None = None,
    ) -> None:  # fmt: skip
        super().__init__(link, parent)
        self._project, self._scheme, self._prices = project, scheme, prices
        self._rows, self._grid, self._based_on = rows, grid, based_on
        self.head(self.tr("Keep as a price version"), self.tr("Save the draft"), "save")
        hint = self.tr("A draft changes no price. You put it into effect when it is time.")
        self.tell(PlainLabel(hint, "dim").wrapping())
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(), needed=True)
        self.percent: QLineEdit | None = None
        if scheme is None and not rows and not grid:
            self.percent = self.form.add(
                "percent", self.tr("Percentage on every price"), QLineEdit(), needed=True
            )
            self.percent.setPlaceholderText(self.tr("2.5 or -1"))
        self.reason = self.form.add("reason", self.tr("Reason"), QLineEdit(), needed=True)
        self.at = self.form.add("effective_at", self.tr("Not before"), QLineEdit())
        self.at.setPlaceholderText(self.tr("2026-12-01 09:00, or empty: whenever"))

    @override
    def send(self) -> None:
        """Keep the draft."""
        self.form.right()
        moment: datetime | None = None
        try:
            if self.at.text().strip():
                moment = datetime.fromisoformat(self.at.text().strip())
        except ValueError:
            words = self.tr("Write day and time like 2026-12-01 09:00.")
            self.form.wrong("effective_at", words)
            return
        percent: Decimal | None = None
        if self.percent is not None:
            try:
                percent = Decimal(self.percent.text().strip().removesuffix("%"))
            except InvalidOperation:
                self.form.wrong("percent", self.tr("Write a number like 2.5 or -1."))
                return
        command = DraftPrices(
            name=self.name.text(),
            reason=self.reason.text(),
            project=self._project,
            scheme=self._scheme,
            percent=percent,
            rows=self._rows,
            grid=self._grid,
            prices=self._prices,
            based_on=self._based_on,
            effective_at=moment,
        )
        self.sending.send(command, self.well, self.form.refuse)


class FiledDialog(Asking):
    """Records a version's prices as filed with the authority; without one the present prices."""

    def __init__(
        self, link: Link, parent: QWidget, project: ProjectId, version: PriceVersionId | None,
        name: str,
    ) -> None:  # fmt: skip
        super().__init__(link, parent)
        self._project, self._version = project, version
        self.head(self.tr("Record filed prices"), self.tr("Record as filed"), "check")
        words = (
            self.tr("The prices of '{name}' become the filed prices of its units.")
            if version is not None
            else self.tr("The present list prices become the filed prices of all units.")
        )
        law = self.tr("No price may be above them afterwards (R-06).")
        self.tell(PlainLabel(f"{words.format(name=name)} {law}", "dim").wrapping())
        self.reference = self.form.add(
            "reference", self.tr("Number of the filing"), QLineEdit(), needed=True
        )

    @override
    def send(self) -> None:
        """Record them."""
        self.form.right()
        kind = RefilePrices if self.link.may("RefilePrices") else SetFiledPrices
        command = kind(
            reference=self.reference.text(), project=self._project, version=self._version
        )
        send_meant(self, self.sending, command, self.well, self.form.refuse)


class FloorDialog(Asking):
    """Sets every unit's floor price as a percentage off its list price; who may lower them does."""

    def __init__(self, link: Link, parent: QWidget, project: ProjectId) -> None:
        super().__init__(link, parent)
        self._project = project
        self.head(self.tr("Set floor prices"), self.tr("Set them"), "check")
        words = self.tr("Below its floor price no unit is sold without approval. Only you see it.")
        lower = (
            self.tr("You may also lower what is set.")
            if link.may("LowerFloorPrices")
            else self.tr("What is set may be raised here; the general manager lowers it.")
        )
        self.tell(PlainLabel(f"{words} {lower}", "dim").wrapping())
        self.percent = self.form.add(
            "percent", self.tr("Percentage on the list price"), QLineEdit(), needed=True
        )
        self.percent.setPlaceholderText("-8")
        self.reason = self.form.add("reason", self.tr("Reason"), QLineEdit(), needed=True)

    @override
    def send(self) -> None:
        """Set them."""
        self.form.right()
        try:
            percent = Decimal(self.percent.text().strip().removesuffix("%"))
        except InvalidOperation:
            self.form.wrong("percent", self.tr("Write a number like 2.5 or -1."))
            return
        kind = LowerFloorPrices if self.link.may("LowerFloorPrices") else SetFloorPrices
        command = kind(reason=self.reason.text(), project=self._project, percent=percent)
        self.sending.send(command, self.well, self.form.refuse)
