"""How the practice office got its prices: a version from a scheme, discounts on offer, a law set softer."""

from decimal import Decimal

from salesdesk.app.practice_scenes import Signers
from salesdesk.kernel.keys import Fen, PriceVersionId, ProjectId, RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.customers.rules import Manner
from salesdesk.office.frontdoor import Seat
from salesdesk.office.inventory.law_requesting import RequestLaws
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.price_commands import DraftPrices, EffectPrices
from salesdesk.office.inventory.pricing_rules import Difference, DifferenceKind, PriceScheme
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.sales.discount_commands import OfferDiscount
from salesdesk.office.sales.discount_rules import DiscountKind

_BASE = Decimal(23_000)
_A_FLOOR = Decimal(80)
_ROOMS = (
    ("1栋", "01", 800), ("1栋", "02", 200), ("1栋", "03", 500), ("2栋", "01", 2_600),
    ("2栋", "02", 1_900), ("3栋", "01", 5_200), ("3栋", "02", 5_600),
)  # fmt: skip
"""What a room's column costs more than the base (yuan per m²)."""


def set_prices(manager: Seat) -> None:
    """Price every unit by one scheme, before anything is released."""
    rooms = tuple(
        Difference(
            kind=DifferenceKind.NUMBER, amount=Decimal(more), title="房号差",
            buildings=(building,), numbers=(number,),
        )
        for building, number, more in _ROOMS
    )  # fmt: skip
    floors = Difference(kind=DifferenceKind.FLOOR, amount=_A_FLOOR, per_floor=True, title="层差")
    drafted = manager.do(
        DraftPrices(
            name="开盘定价",
            reason="董事会批准的开盘价格",
            scheme=PriceScheme(base=_BASE, differences=(*rooms, floors)),
        )
    )
    manager.do(EffectPrices(version=PriceVersionId(drafted.version)))


def offer_discounts(manager: Seat) -> None:
    """Put two discounts on offer."""
    manager.do(
        OfferDiscount(
            name="开盘99折", kind=DiscountKind.PERCENTAGE, percent=Decimal(99), source="开盘"
        )
    )
    manager.do(
        OfferDiscount(
            name="老带新", kind=DiscountKind.WAIVER, amount=Fen(1_000_000), source="老业主",
            manner=Manner.REFERRAL,
        )
    )  # fmt: skip


def relax_original_price(who: Signers) -> None:
    """Let an old price shown only be warned of (R-08): asked for, and signed by two others."""
    asked = who.manager.do(
        RequestLaws(
            project=ProjectId(1), law=Law.ORIGINAL_PRICE, level=LawLevel.WARN,
            reason="划线价由案场经理逐份核对",
        )
    )  # fmt: skip
    for seat in (who.head, who.general):
        seat.do(SignRequest(request=RequestId(asked), comment="同意，每月复核"))
