"""Where a request stands: its rows, its open step, and who may sign it. All states come from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from salesdesk.office.approvals.rules import (
    NEVER_SIGN,
    Decision,
    Fact,
    Mode,
    RequestKind,
    RequestState,
)
from salesdesk.office.approvals.tables import FlowLine, Request, Signature, StandIn, Withdrawal
from salesdesk.office.staff.tables import Grant, Person
from salesdesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign a step: in whose role, and for whom where he stands in."""

    person: int
    role: str
    absent: int | None = None


@dataclass(slots=True)
class Standing:
    """A request with all that was said about it."""

    row: Request
    steps: list[FlowLine]
    signatures: list[Signature]
    withdrawal: Withdrawal | None

    def done(self, step: FlowLine) -> int:
        """Give how many have signed *step*."""
        said = (s for s in self.signatures if s.position == step.position)
        return sum(s.decision == Decision.APPROVE for s in said)

    @property
    def open_step(self) -> FlowLine | None:
        """The first step that lacks a signature; None when all are signed."""
        return next((step for step in self.steps if self.done(step) < step.needed), None)

    def state(self, now: datetime) -> RequestState:
        """Give the derived state."""
        if any(s.decision == Decision.REJECT for s in self.signatures):
            return RequestState.REJECTED
        if self.withdrawal is not None:
            return RequestState.WITHDRAWN
        if self.open_step is None:
            return RequestState.APPROVED
        return RequestState.EXPIRED if self.row.expires_at <= now else RequestState.PENDING

    def spent(self) -> frozenset[int]:
        """Give everybody who cannot sign any more: the asker, and whoever signed or was stood in for."""
        signed = {s.person_id for s in self.signatures}
        represented = {s.absent_id for s in self.signatures if s.absent_id is not None}
        return frozenset({self.row.asker_id, *signed, *represented})


@dataclass(slots=True)
class People:
    """Who works here, in which role, who may sign at all, and who stands in for whom now."""

    roles: dict[int, str]
    signers: frozenset[str]
    stand_ins: dict[int, int]

    def of_step(self, at: Standing, step: FlowLine) -> list[Signer]:
        """Give everybody who may sign *step* now, those who stand in after those themselves."""
        spent = at.spent()
        barred = NEVER_SIGN.get(RequestKind(at.row.kind))
        spent |= {person for person, role in self.roles.items() if role == barred}
        wanted = set(step.roles.split(","))
        if step.mode == Mode.ALL:
            wanted -= {s.role for s in at.signatures if s.position == step.position}
        own = [
            Signer(person, role)
            for person, role in self.roles.items()
            if role in wanted and role in self.signers and person not in spent
        ]
        others = [
            Signer(other, self.roles[absent], absent)
            for absent, other in self.stand_ins.items()
            if self.roles.get(absent) in wanted
            and self.roles.get(other) in self.signers
            and not {absent, other} & spent
        ]
        return own + others


def people(session: Session, now: datetime) -> People:
    """Give everybody who works here at *now*."""
    rows = session.execute(select(Person.id, Person.role).where(Person.left_at.is_(None)))
    signers = session.scalars(select(Grant.role).where(Grant.name == "SignRequest"))
    away = session.execute(
        select(StandIn.absent_id, StandIn.stand_in_id)
        .where(StandIn.begins_at <= now, StandIn.ends_at > now)
        .order_by(StandIn.id)
    )
    newest = {row.absent_id: row.stand_in_id for row in away}
    stand_ins = {absent: other for absent, other in newest.items() if other is not None}
    return People({row.id: row.role for row in rows}, frozenset(signers), stand_ins)


def standings(session: Session, rows: Iterable[Request]) -> list[Standing]:
    """Give where *rows* stand, with one question a table."""
    found = list(rows)
    keys = [row.id for row in found]
    lines: dict[int, list[FlowLine]] = {}
    for line in session.scalars(
        select(FlowLine)
        .where(FlowLine.flow_id.in_({row.flow_id for row in found}))
        .order_by(FlowLine.flow_id, FlowLine.position)
    ):
        lines.setdefault(line.flow_id, []).append(line)
    said: dict[int, list[Signature]] = {}
    for signature in session.scalars(
        select(Signature).where(Signature.request_id.in_(keys)).order_by(Signature.id)
    ):
        said.setdefault(signature.request_id, []).append(signature)
    back = {
        row.request_id: row
        for row in session.scalars(select(Withdrawal).where(Withdrawal.request_id.in_(keys)))
    }
    return [
        Standing(
            row,
            [line for line in lines.get(row.flow_id, ()) if applies(line, row)],
            said.get(row.id, []),
            back.get(row.id),
        )
        for row in found
    ]


def open_request(reading: Reading, about: type[Any], *which: ColumnElement[bool]) -> int | None:
    """Give the request whose signing goes on and whose row of the table *about* is *which*, if any.

    Who files a second one, or does what it asks for by another door, is refused by whoever asks here.
    """
    rows = reading.session.scalars(
        select(Request)
        .join(about, about.request_id == Request.id)
        .where(Request.expires_at > reading.now, *which)
        .order_by(Request.id)
        .distinct()
    )
    for at in standings(reading.session, rows):
        if at.state(reading.now) is RequestState.PENDING:
            return at.row.id
    return None


def applies(line: FlowLine, row: Request) -> bool:
    """Whether a step is asked of a request with the facts of *row*."""
    if line.position <= row.up_to:
        return True
    match Fact(line.fact):
        case Fact.AMOUNT:
            return row.amount_fen >= line.at_least
        case Fact.AMOUNT_OR_FLOOR:
            return row.amount_fen >= line.at_least or row.below_fen > 0
        case Fact.DAYS:
            return row.days >= line.at_least
        case _:
            return True
