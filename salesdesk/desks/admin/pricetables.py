"""The lists of the page of prices: versions, a version's units, a comparison group by group."""

from collections.abc import Callable
from decimal import Decimal

from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import say
from salesdesk.office.inventory.price_sheets import (
    PriceLineCard,
    PriceVersionLine,
    VersionState,
)
from salesdesk.office.inventory.pricing_compare import ComparisonLine
from salesdesk.store.columns import CM2_PER_M2

STATE_TONES = {
    VersionState.DUE: "warn",
    VersionState.EFFECTIVE: "good",
    VersionState.PLANNED: "accent_text",
    VersionState.WITHDRAWN: "dim",
}


class VersionTable(CardTable[PriceVersionLine]):
    """A project's price versions."""

    def __init__(self) -> None:
        super().__init__(
            "admin-price-versions",
            [
                Column(self.tr("Version"), lambda v: v.name, width=116),
                Column(
                    self.tr("State"),
                    lambda v: say("price states", v.state.value),
                    width=88,
                    tone=lambda v: STATE_TONES.get(v.state, ""),
                ),
                Column(self.tr("Made from"), lambda v: say("price sources", v.source), width=90),
                Column(self.tr("Units"), lambda v: v.units, Kind.COUNT, 56),
                Column(self.tr("Sum (yuan)"), lambda v: v.total_fen, Kind.MONEY, 120),
                Column(self.tr("Effective from"), lambda v: v.effective_at, Kind.MOMENT, 128),
                Column(self.tr("Drafted by"), lambda v: v.author, width=90),
                Column(self.tr("Drafted"), lambda v: v.drafted_at, Kind.MOMENT, 128),
                Column(self.tr("Reason"), lambda v: v.reason, width=126),
            ],
            key=lambda v: v.id,
            empty=EmptyState(
                self.tr("There is no price version yet"),
                self.tr(
                    "Draft one: by a scheme of differences, by a percentage, or from a file. "
                    "Nothing changes until you put it into effect."
                ),
                "tag",
            ),
        )


class PriceLineTable(CardTable[PriceLineCard]):
    """A version's units; exported, it can be taken in again as a price file."""

    def __init__(self) -> None:
        super().__init__(
            "admin-price-lines",
            [
                Column(self.tr("Building"), lambda c: c.building, width=84),
                Column(self.tr("Core"), lambda c: c.core, width=68),
                Column(self.tr("Floor"), lambda c: c.floor, Kind.COUNT, 62),
                Column(self.tr("Unit no."), lambda c: c.number, width=80),
                Column(
                    self.tr("Unit price (yuan/m²)"), lambda c: c.unit_price_fen, Kind.MONEY, 166
                ),
                Column(self.tr("Total price (yuan)"), lambda c: c.total_fen, Kind.MONEY, 146),
                Column(self.tr("Before (yuan)"), lambda c: c.before_fen, Kind.MONEY, 126),
                Column(
                    self.tr("Difference (yuan)"),
                    lambda c: c.difference_fen,
                    Kind.MONEY,
                    140,
                    tone=lambda c: _sign(c.difference_fen),
                ),
                Column(self.tr("Remark"), self._remark, width=116, tone=_remark_tone),
                Column(self.tr("Filed (yuan)"), lambda c: c.filed_fen, Kind.MONEY, 126),
                Column(self.tr("Gross area (m²)"), lambda c: c.area, Kind.AREA, 130),
                Column(self.tr("Layout"), lambda c: c.layout, width=84),
            ],
            key=lambda c: c.unit,
            empty=EmptyState(
                self.tr("No version is chosen"),
                self.tr("Choose one above to see each unit's price before and after."),
                "chevron-up",
            ),
        )

    def _remark(self, card: PriceLineCard) -> str:
        if card.frozen:
            return self.tr("keeps its price")
        if card.filed_fen is not None and card.total_fen > card.filed_fen:
            return self.tr("above the filed price")
        return self.tr("changed since") if card.moved else ""


class ComparisonTable(CardTable[ComparisonLine]):
    """Sums and averages before and after, a line a group."""

    def __init__(self, name: str, key_title: str, words: Callable[[str], str]) -> None:
        super().__init__(
            name,
            [
                Column(key_title, lambda c: words(c.key), width=84),
                Column(self.tr("Units"), lambda c: c.units, Kind.COUNT, 62),
                Column(self.tr("Average before"), lambda c: c.before_average_fen, Kind.MONEY, 130),
                Column(self.tr("Average after"), lambda c: c.after_average_fen, Kind.MONEY, 116),
                Column(
                    self.tr("Difference"),
                    lambda c: c.difference_fen,
                    Kind.MONEY,
                    126,
                    tone=lambda c: _sign(c.difference_fen),
                ),
                Column(self.tr("Sum after"), lambda c: c.after_fen, Kind.MONEY, 132),
                Column(self.tr("Sum before"), lambda c: c.before_fen, Kind.MONEY, 132),
                Column(
                    self.tr("Area (m²)"),
                    lambda c: Decimal(c.area_cm2) / CM2_PER_M2,
                    Kind.AREA,
                    92,
                ),
            ],
            key=lambda c: c.key,
            empty=EmptyState(
                self.tr("Nothing to compare yet"),
                self.tr("Type a base price: sums and averages follow while you type."),
                "scale",
            ),
        )


def _sign(fen: int | None) -> str:
    return "" if not fen else "danger" if fen < 0 else "good"


def _remark_tone(card: PriceLineCard) -> str:
    if card.filed_fen is not None and card.total_fen > card.filed_fen and not card.frozen:
        return "danger"
    return "warn" if card.moved else "dim"
