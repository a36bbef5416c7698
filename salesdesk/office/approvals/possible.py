"""Whether a flow can be signed at all by those who work here: by other people than whoever asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from salesdesk.office.approvals.rules import FILED_BY, FlowStep, Mode, RequestKind
from salesdesk.office.approvals.standing import People
from salesdesk.office.staff.queries import roles_with


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
