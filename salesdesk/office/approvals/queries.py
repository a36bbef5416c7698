"""Questions about approvals: the inbox, one's own requests, all; flows; who stands in for whom."""

import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from math import ceil

from sqlalchemy import select

from salesdesk.kernel.calendar import local
from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.plain import from_plain
from salesdesk.office.approvals.possible import lack
from salesdesk.office.approvals.rules import (
    Act,
    Decision,
    Fact,
    FlowStep,
    Mode,
    RequestKind,
    RequestState,
)
from salesdesk.office.approvals.sheets import (
    FactLine,
    FlowCard,
    RequestCard,
    RequestSheet,
    SignatureLine,
    SignerLine,
    StandInLine,
    StepLine,
)
from salesdesk.office.approvals.standing import People, Signer, Standing, people, standings
from salesdesk.office.approvals.tables import FlowLine, FlowVersion, Request, StandIn
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.tables import Grant
from salesdesk.store.work import Reading

_DAY = 86_400


_CASHIERS = (RequestKind.REFUND.value, RequestKind.WAIVER.value)


class Which(StrEnum):
    """Which requests are asked for: those to sign, one's own, or all."""

    INBOX = "inbox"
    MINE = "mine"
    ALL = "all"


def requests(
    reading: Reading, which: Which = Which.ALL, request: int | None = None, limit: int = 500
) -> tuple[RequestCard, ...]:
    """List requests, the newest first, at most *limit*.

    A consultant sees his own only, a cashier those of refunds and late fees.
    """
    wanted = select(Request).order_by(Request.id.desc())
    if request is not None:
        wanted = wanted.where(Request.id == request)
    if which is Which.MINE or reading.role == Role.CONSULTANT:
        wanted = wanted.where(Request.asker_id == reading.actor)
    if reading.role == Role.CASHIER:
        wanted = wanted.where(Request.kind.in_(_CASHIERS))
    if which is Which.INBOX:
        wanted = wanted.where(Request.expires_at > reading.now, Request.asker_id != reading.actor)
    cards = _cards(reading, reading.session.scalars(wanted.limit(limit)).all())
    return tuple(card for card in cards if which is not Which.INBOX or card.may_sign)


def request_sheet(reading: Reading, request: int) -> RequestSheet:
    """Give a request as it is printed now, with the signatures so far; `NotFound` without one."""
    cards = requests(reading, request=request)
    if not cards:
        raise NotFound(what="request", key=request)
    return RequestSheet(
        card=cards[0],
        company=str(setting(reading.session, "office_name")),
        zone=reading.zone,
        printed_at=f"{local(reading.now, reading.zone):%Y-%m-%d %H:%M}",
        practice=bool(setting(reading.session, "practice")),
    )


def flows(reading: Reading) -> tuple[FlowCard, ...]:
    """List the flow of each kind as it is now."""
    session, names = reading.session, names_of(reading.session)
    newest = {
        row.kind: row for row in session.scalars(select(FlowVersion).order_by(FlowVersion.id))
    }
    here = people(session, reading.now)
    found = []
    for row in newest.values():
        kind = RequestKind(row.kind)
        lines = session.scalars(
            select(FlowLine).where(FlowLine.flow_id == row.id).order_by(FlowLine.position)
        )
        steps = tuple(_step(line) for line in lines)
        short = lack(session, kind, steps, here)
        found.append(
            FlowCard(
                kind=kind,
                version=row.id,
                valid_days=row.valid_days,
                steps=steps,
                at=row.at,
                by=names.get(row.actor_id, ""),
                lacks=short.position if short else 0,
                alone=names.get(short.asker or 0, "") if short else "",
            )
        )
    return tuple(found)


def signers(reading: Reading) -> tuple[SignerLine, ...]:
    """List everybody whose role may sign: whoever can be away, and whoever can stand in."""
    names, here = names_of(reading.session), people(reading.session, reading.now)
    return tuple(
        SignerLine(id=who, name=names.get(who, ""), role=role)
        for who, role in here.roles.items()
        if role in here.signers
    )


def stand_ins(reading: Reading) -> tuple[StandInLine, ...]:
    """List who signs for whom, from today on, the newest first."""
    session, names = reading.session, names_of(reading.session)
    now = people(session, reading.now).stand_ins
    rows = session.scalars(
        select(StandIn).where(StandIn.ends_at > reading.now).order_by(StandIn.id.desc())
    )
    found, met = [], set()
    later: dict[int, list[tuple[datetime, datetime]]] = {}
    for row in rows:
        said = later.setdefault(row.absent_id, [])
        over = _covered(max(row.begins_at, reading.now), row.ends_at, said)
        said.append((row.begins_at, row.ends_at))
        here = row.begins_at <= reading.now and row.absent_id not in met
        if here:
            met.add(row.absent_id)
        found.append(
            StandInLine(
                id=row.id,
                absent_id=row.absent_id,
                absent=names.get(row.absent_id, ""),
                stand_in=names.get(row.stand_in_id or 0, ""),
                from_on=row.from_on,
                to_on=row.to_on,
                reason=row.reason,
                named_by=names.get(row.actor_id, ""),
                in_force=here and now.get(row.absent_id) == row.stand_in_id,
                over=over,
            )
        )
    return tuple(found)


def _covered(begin: datetime, end: datetime, spans: list[tuple[datetime, datetime]]) -> bool:
    """Whether *spans* together cover all of *begin* to *end*."""
    for first, last in sorted(spans):
        if first <= begin < last:
            begin = last
    return begin >= end


def _step(line: FlowLine) -> FlowStep:
    return FlowStep(
        act=Act(line.act),
        roles=tuple(Role(role) for role in line.roles.split(",")),
        needed=line.needed,
        mode=Mode(line.mode),
        fact=Fact(line.fact),
        at_least=line.at_least,
    )


def _cards(reading: Reading, rows: Sequence[Request]) -> list[RequestCard]:
    session = reading.session
    here, names = people(session, reading.now), names_of(session)
    keys = [row.id for row in rows]
    again = {
        row.restarts_id: row.id
        for row in session.execute(
            select(Request.restarts_id, Request.id).where(Request.restarts_id.in_(keys))
        )
    }
    rights = frozenset(session.scalars(select(Grant.name).where(Grant.role == reading.role)))
    return [
        _card(reading, at, here, names, rights, again.get(at.row.id))
        for at in standings(session, rows)
    ]


def _card(
    reading: Reading,
    at: Standing,
    here: People,
    names: dict[int, str],
    rights: frozenset[str],
    again: int | None,
) -> RequestCard:
    row, state = at.row, at.state(reading.now)
    pending = state is RequestState.PENDING
    step = at.open_step if pending else None
    signers = here.of_step(at, step) if step is not None else []
    own = row.asker_id == reading.actor

    def told(written: str) -> tuple[FactLine, ...]:
        facts: tuple[FactLine, ...] = from_plain(tuple[FactLine, ...], json.loads(written))
        return tuple(f for f in facts if not f.right or f.right in rights)

    came_to_nothing = state not in (RequestState.PENDING, RequestState.APPROVED)
    return RequestCard(
        id=row.id,
        kind=RequestKind(row.kind),
        command=row.command,
        subject=row.subject,
        what=told(row.what),
        changes=told(row.changes),
        amount_fen=row.amount_fen,
        days=row.days,
        reason=row.reason,
        asker_id=row.asker_id,
        asker=names.get(row.asker_id, ""),
        state=state,
        filed_at=row.filed_at,
        expires_at=row.expires_at,
        days_left=_days_left(row.expires_at, reading.now) if pending else 0,
        steps=tuple(_step_line(at, line, here, names) for line in at.steps),
        signatures=tuple(
            SignatureLine(
                position=s.position,
                person_id=s.person_id,
                person=names.get(s.person_id, ""),
                stands_in_for=names.get(s.absent_id or 0, ""),
                role=s.role,
                decision=Decision(s.decision),
                comment=s.comment,
                at=s.at,
            )
            for s in at.signatures
        ),
        at_step=step.position if step is not None else 0,
        next=_named(signers, names),
        may_sign=any(signer.person == reading.actor for signer in signers),
        may_withdraw=own and pending,
        may_restart=own and came_to_nothing and again is None,
        withdrawn_because=at.withdrawal.reason if at.withdrawal else "",
        restarts=row.restarts_id,
        restarted_by=again,
    )


def _step_line(at: Standing, line: FlowLine, here: People, names: dict[int, str]) -> StepLine:
    return StepLine(
        position=line.position,
        act=Act(line.act),
        roles=tuple(line.roles.split(",")),
        needed=line.needed,
        mode=Mode(line.mode),
        done=at.done(line),
        people=_named(here.of_step(at, line), names),
    )


def _named(signers: list[Signer], names: dict[int, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.get(signer.person, "") for signer in signers))


def _days_left(until: datetime, now: datetime) -> int:
    return max(0, ceil((until - now).total_seconds() / _DAY))
