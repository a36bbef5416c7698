"""Whether a flow, or one request, can be signed at all by those who work here, the asker apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.office.approvals.rules import FILED_BY, Act, FlowStep, Mode, RequestKind
from salesdesk.office.approvals.standing import People, Standing
from salesdesk.office.approvals.tables import FlowLine
from salesdesk.office.staff.queries import roles_with
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.tables import Posting

_MOST_PAIRS = 6
"""So many stand-ins are tried together: each of them uses two people up."""


@dataclass(frozen=True, slots=True)
class Lack:
    """The first step, from 1, that somebody is missing for; *asker*: only where he asks himself."""

    position: int
    step: FlowStep
    asker: int | None = None


def lack(
    session: Session, kind: RequestKind, steps: Sequence[FlowStep], here: People
) -> Lack | None:
    """Give what a flow of *kind* lacks with the people *here*; None: whoever asks gets it signed.

    Every step counts, as if each threshold were reached. Nobody signs what he asked for and nobody
    signs twice, so that each signature needs a person of its own. Stand-ins do not count: they
    are for some days only.
    """
    signers = {who: role for who, role in here.roles.items() if role in here.signers}
    filing = roles_with(session, FILED_BY[kind])
    askers = [who for who, role in here.roles.items() if role in filing]
    for asker in (None, *askers):
        others = {who: role for who, role in signers.items() if who != asker}
        at = _first_open(steps, others)
        if at is not None:
            return Lack(at + 1, steps[at], asker)
    return None


def working_elsewhere(session: Session, project: int) -> frozenset[int]:
    """Give who is posted to other projects than *project* alone: he signs nothing of it."""
    posted: dict[int, set[int]] = {}
    rows = session.execute(
        select(Posting.person_id, Posting.project_id).where(Posting.ended_at.is_(None))
    )
    for person, there in rows:
        posted.setdefault(person, set()).add(there)
    return frozenset(person for person, there in posted.items() if project not in there)


def unsignable(at: Standing, here: People, elsewhere: frozenset[int]) -> FlowLine | None:
    """Give the first step of a request that nobody is left to sign now; None: all can be signed.

    Each signature needs a person of its own, never the asker, nor one of *elsewhere*; today's
    stand-ins count, each using up the absent person too.
    """
    left = [line for line in at.steps if at.done(line) < line.needed]
    steps = [_rest(at, line) for line in left]
    spent = at.spent()
    own = {
        who: role
        for who, role in here.roles.items()
        if role in here.signers and who not in spent | elsewhere
    }
    pairs = [
        (absent, other)
        for absent, other in here.stand_ins.items()
        if absent in here.roles and absent not in spent and other in own
    ][:_MOST_PAIRS]
    some = chain.from_iterable(combinations(pairs, size) for size in range(len(pairs) + 1))
    for chosen in some:
        used = [person for pair in chosen for person in pair]
        if len(set(used)) != len(used):
            continue
        signers = {who: role for who, role in own.items() if who not in used}
        signers |= {other: here.roles[absent] for absent, other in chosen}
        if _first_open(steps, signers) is None:
            return None
    return left[_first_open(steps, own) or 0]


def _rest(at: Standing, line: FlowLine) -> FlowStep:
    """Give what of a step is still to be signed."""
    signed = {s.role for s in at.signatures if s.position == line.position}
    every = line.mode == Mode.ALL.value
    roles = [role for role in line.roles.split(",") if not (every and role in signed)]
    return FlowStep(
        act=Act(line.act),
        roles=tuple(Role(role) for role in roles),
        needed=line.needed - at.done(line),
        mode=Mode(line.mode),
    )


def _first_open(steps: Sequence[FlowStep], signers: dict[int, str]) -> int | None:
    """Give the index of the first step that *signers* cannot fill; each signs once (a matching)."""
    wanted: list[list[int]] = []
    taken: dict[int, int] = {}

    def seat(place: int, met: set[int]) -> bool:
        for who in wanted[place]:
            if who in met:
                continue
            met.add(who)
            if who not in taken or seat(taken[who], met):
                taken[who] = place
                return True
        return False

    for at, step in enumerate(steps):
        for roles in _places(step):
            wanted.append([who for who, role in signers.items() if role in roles])
            if not seat(len(wanted) - 1, set()):
                return at
    return None


def _places(step: FlowStep) -> list[frozenset[str]]:
    """Give the roles that may give each signature of a step."""
    if step.mode is Mode.ALL:
        return [frozenset({role.value}) for role in step.roles]
    return [frozenset(role.value for role in step.roles)] * step.needed
