"""The buyers of an agreement: as typed, as stored, and as they are told."""

from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.identity import parse_phone
from salesdesk.office.customers.commands import identified
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.customers.tables import Customer, Phone
from salesdesk.office.sales.agents import AgentEntry, agent_line
from salesdesk.office.sales.rules import WHOLE_SHARE_BP
from salesdesk.office.sales.sheets import AgentLine, BuyerLine
from salesdesk.office.sales.tables import Buyer, BuyerAgent
from salesdesk.store.work import Work


class CustomerNotAmong(UserError):
    """What was held, reserved or signed for one customer is not sold to somebody else."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Unit {unit} is held for {customer}, who is none of these buyers."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Hold the unit for the buyer himself, or subscribe with {customer} among the buyers and ask for a change of names.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerEntry:
    """One buyer as typed: the share in percent with up to two decimals, as hundredths.

    *agent* acts for a minor, for a company, or by a power of attorney.
    """

    name: str
    id_kind: IdKind = IdKind.RESIDENT
    id_number: str = ""
    phone: str = ""
    address: str = ""
    share_bp: int = WHOLE_SHARE_BP
    agent: AgentEntry | None = None


def buyer_from(work: Work, customer: Customer) -> BuyerLine:
    """Give a customer as the only buyer."""
    phone = work.session.scalar(
        select(Phone.number).where(Phone.customer_id == customer.id).order_by(Phone.id).limit(1)
    )
    return BuyerLine(
        name=customer.name,
        id_kind=customer.id_kind,
        id_number=customer.id_number,
        phone=phone or "",
        address=customer.address,
        share_bp=WHOLE_SHARE_BP,
    )


def buyer_line(entry: BuyerEntry) -> BuyerLine:
    """Give a buyer as typed, checked: ID number by its kind, phone, lengths."""
    kind, number = identified(entry.id_kind, entry.id_number)
    return BuyerLine(
        name=text.required(entry.name, "name", 60),
        id_kind=kind,
        id_number=number,
        phone=parse_phone(entry.phone) if entry.phone.strip() else "",
        address=text.clean(entry.address, "address", 200),
        share_bp=entry.share_bp,
        agent=None if entry.agent is None else agent_line(entry.agent),
    )


def check_customer_among(customer: Customer, buyers: tuple[BuyerLine, ...], unit: str) -> None:
    """Raise `CustomerNotAmong` where *customer* is none of *buyers*: the same name, and no other ID number."""
    for buyer in buyers:
        other = customer.id_number and buyer.id_number and customer.id_number != buyer.id_number
        if buyer.name == customer.name and not other:
            return
    raise CustomerNotAmong(unit=unit, customer=customer.name)


def write_buyers(work: Work, agreement: int, buyers: tuple[BuyerLine, ...]) -> None:
    """Store an agreement's buyers in their order."""
    rows = [
        Buyer(
            agreement_id=agreement, position=position, name=b.name, id_kind=b.id_kind,
            id_number=b.id_number, phone=b.phone, address=b.address, share_bp=b.share_bp,
        )
        for position, b in enumerate(buyers, start=1)
    ]  # fmt: skip
    work.session.add_all(rows)
    work.session.flush()
    for row, line in zip(rows, buyers, strict=True):
        if line.agent is not None:
            write_agent(work, row, line.agent)


def write_agent(work: Work, buyer: Buyer, agent: AgentLine) -> None:
    """Store who acts for a buyer."""
    work.session.add(BuyerAgent(buyer_id=buyer.id, **asdict(agent)))
    work.session.flush()


def agent_of(session: Session, buyer: Buyer) -> AgentLine | None:
    """Give who acts for a buyer of an agreement, if anybody does."""
    row = session.get(BuyerAgent, buyer.id)
    if row is None:
        return None
    return AgentLine(
        role=row.role,
        name=row.name,
        id_kind=row.id_kind,
        id_number=row.id_number,
        phone=row.phone,
        document=row.document,
    )


def line_of(row: Buyer, agent: AgentLine | None) -> BuyerLine:
    """Give a stored buyer with who acts for him."""
    return BuyerLine(
        name=row.name,
        id_kind=row.id_kind,
        id_number=row.id_number,
        phone=row.phone,
        address=row.address,
        share_bp=row.share_bp,
        agent=agent,
    )
