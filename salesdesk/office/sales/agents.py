"""Who acts for a buyer: the guardian of a minor, whom a company sends, a proxy with his paper.

Sources: 民法典 19, 20, 23, 27 (who is under 18 acts through his guardian), 61 and 165 (a company acts
through its legal representative; a proxy by a written power of attorney).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from salesdesk.kernel import text
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, MissingEntry, UserError
from salesdesk.kernel.identity import born_on, parse_phone
from salesdesk.office.customers.commands import identified
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.sales.sheets import AgentLine, BuyerLine

OF_AGE = 18
"""Years from which on a person acts for himself (民法典 17)."""


class AgentRole(StrEnum):
    """By what right somebody acts for a buyer."""

    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"
    PROXY = "proxy"


class MinorAlone(UserError):
    """A minor buys through his guardian."""

    problem = QT_TRANSLATE_NOOP("errors", "{name} is not 18 yet: born on {born}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Name the guardian who signs for the minor.")


class CompanyAlone(UserError):
    """A company buys through a person."""

    problem = QT_TRANSLATE_NOOP("errors", "{name} is a company; nobody is named who acts for it.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Name its legal representative, or a proxy with the power of attorney."
    )


class AgentNotFit(UserError):
    """Somebody who cannot act for this buyer."""

    problem = QT_TRANSLATE_NOOP("errors", "{agent} cannot act for {name}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "A guardian acts for a person and is 18 or older; a legal representative acts for a company; "
        "no buyer acts for himself as for another.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentEntry:
    """Who acts for a buyer, as typed; *document*: what shows it (power of attorney, birth certificate)."""

    acts_as: AgentRole
    name: str
    id_kind: IdKind = IdKind.RESIDENT
    id_number: str
    phone: str = ""
    document: str = ""


def agent_line(entry: AgentEntry) -> AgentLine:
    """Give an agent as typed, checked: he is identified, and a proxy shows his paper."""
    kind, number = identified(entry.id_kind, entry.id_number)
    if not number:
        raise MissingEntry(field="id_number")
    document = text.clean(entry.document, "document", 100)
    if entry.acts_as is AgentRole.PROXY and not document:
        raise MissingEntry(field="paper")
    return AgentLine(
        role=AgentRole(entry.acts_as).value,
        name=text.required(entry.name, "name", 60),
        id_kind=kind,
        id_number=number,
        phone=parse_phone(entry.phone) if entry.phone.strip() else "",
        document=document,
    )


def check_agents(lines: tuple[BuyerLine, ...], today: date) -> None:
    """Raise a refusal where a buyer needs somebody who acts for him, or has one who cannot."""
    for line in lines:
        company, born = line.id_kind == IdKind.COMPANY, _born(line)
        agent = line.agent
        if company and agent is None:
            raise CompanyAlone(name=line.name)
        if (
            born is not None
            and minor(born, today)
            and (agent is None or agent.role != AgentRole.GUARDIAN)
        ):
            raise MinorAlone(name=line.name, born=born)
        if agent is not None and not _fits(line, agent, today, company=company):
            raise AgentNotFit(agent=agent.name, name=line.name)


def minor(born: date, today: date) -> bool:
    """Tell whether somebody born on *born* is not of age *today*."""
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (not had_birthday) < OF_AGE


def _fits(line: BuyerLine, agent: AgentLine, today: date, *, company: bool) -> bool:
    if agent.id_number == line.id_number or agent.id_kind == IdKind.COMPANY:
        return False
    if agent.role == AgentRole.REPRESENTATIVE:
        return company
    if agent.role == AgentRole.GUARDIAN:
        born = _born(agent)
        return not company and not (born is not None and minor(born, today))
    return True


def _born(who: BuyerLine | AgentLine) -> date | None:
    return born_on(who.id_number) if who.id_kind == IdKind.RESIDENT and who.id_number else None
