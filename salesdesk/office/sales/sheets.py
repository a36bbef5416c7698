"""Frozen answers about deals and the subscription agreement's sheet."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict

from salesdesk.office.inventory.lot_sheets import LotLine
from salesdesk.office.sales.area_sheets import AreaFacts
from salesdesk.office.sales.change_sheets import WaitingChange
from salesdesk.office.sales.default_sheets import NoticeFacts
from salesdesk.office.sales.reminder_sheets import NOT_DUE, DueMark
from salesdesk.office.sales.signing_sheets import NO_CONTRACT, ContractFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentModeLine:
    """A payment mode (付款方式): its Chinese name is its code; ``kind`` as in the glossary."""

    id: int
    name: str
    english: str
    kind: str
    needs_loan: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentLine:
    """Who acts for a buyer, in which role, by which document; shown as the buyer himself is."""

    role: str
    name: str
    id_kind: str
    id_number: str
    phone: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerLine:
    """One buyer: identification as the asking role may see it; share in hundredths of a percent."""

    name: str
    id_kind: str
    id_number: str
    phone: str
    address: str
    share_bp: int
    agent: AgentLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DealCard:
    """One deal on one unit, from the hold on. Money fen.

    ``price_fen`` is the home's; the ``lots`` bound to it have their own, and the cap is by the whole.
    A cancelled deal has ``fault``, ``reason``, what was kept and what goes back to the buyer; one
    that was exchanged says for which unit, one that came so from which.
    ``due_on`` is the day by which the next paper is due (contract, filing, handing over), and
    ``days_left`` how far off it is: below 0, overdue. ``notice``: of default, where one stands;
    ``area``: how a sold deal stands after its home was measured; ``waits``: what is asked for;
    ``owed``: what is overdue or due soon.
    """

    id: int
    unit_id: int
    unit: str
    project: str
    state: str
    customer_id: int
    customer: str
    consultant: str
    opened_at: datetime
    until: datetime | None
    price_fen: int
    paid_fen: int
    cap_fen: int
    price_approved: bool
    approved_by: str
    agreement: str
    mode: str
    sign_by: date | None
    live: bool
    id_missing: bool = False
    project_id: int = 0
    list_total_fen: int = 0
    fault: str = ""
    reason: str = ""
    kept_fen: int = 0
    back_fen: int = 0
    lots: tuple[LotLine, ...] = ()
    contract: ContractFacts = NO_CONTRACT
    due_on: date | None = None
    days_left: int | None = None
    exchanged_for: str = ""
    exchanged_from: str = ""
    notice: NoticeFacts | None = None
    area: AreaFacts | None = None
    waits: tuple[WaitingChange, ...] = ()
    owed: DueMark = NOT_DUE


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountLine:
    """A discount as a project offers it; ``value`` counts as its kind says, ``runs``: today."""

    id: int
    name: str
    kind: str
    value: int
    exclusive: bool
    source: str
    mode: str
    manner: str
    begins_on: date
    ends_on: date | None
    runs: bool
    end_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSheet:
    """Everything a subscription agreement (认购书) prints (domain 3.5), stored with its number.

    Money fen, areas m²; ``at`` local time; ``sign_by`` ISO day. Languages are decided by the
    document, not here. After an exchange ``came_from`` is the agreement before, and ``as_price_fen``
    what was paid beyond the deposit's cap.
    """

    number: str
    at: str
    company: str
    company_address: str
    company_phone: str
    project: str
    project_address: str
    permit_number: str
    permit_authority: str
    building: str
    core: str
    floor: int
    unit_number: str
    unit_code: str
    use: str
    layout: str
    orientation: str
    gross_area: Decimal
    inside_area: Decimal | None
    unit_price_fen: int
    list_total_fen: int
    price_fen: int
    mode: str
    mode_english: str
    deposit_fen: int
    deposit_receipts: tuple[str, ...]
    sign_within_days: int
    sign_by: str
    buyers: tuple[BuyerLine, ...]
    consultant: str
    approved_by: str
    note: str = ""
    practice: bool = False
    lots: tuple[LotLine, ...] = ()
    came_from: str = ""
    as_price_fen: int = 0

    @property
    def whole_fen(self) -> int:
        """The home's price and its lots' together."""
        return self.price_fen + sum(lot.total_fen or 0 for lot in self.lots)


class Held(TypedDict):
    """The answer to a hold: its deal, the unit's code, when its time is over."""

    deal: int
    unit: str
    until: datetime | None


class Extended(TypedDict):
    """The answer to an extension: the unit's code, and until when it is held now."""

    unit: str
    until: datetime | None


class Subscribed(TypedDict):
    """The answer to a subscription: the agreement's number, by when the contract is signed."""

    agreement: str
    unit: str
    sign_by: date
    id_missing: bool
