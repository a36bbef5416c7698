"""Flows are written anew, and people say who signs for them while they are away."""

from dataclasses import dataclass
from datetime import date, timedelta

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_bounds
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, UserError
from salesdesk.kernel.keys import PersonId
from salesdesk.office.approvals.possible import lack
from salesdesk.office.approvals.rules import (
    LARGEST,
    MOST_ABSENT,
    MOST_DAYS,
    MOST_NEEDED,
    MOST_STEPS,
    Fact,
    FlowStep,
    Mode,
    RequestKind,
)
from salesdesk.office.approvals.standing import people
from salesdesk.office.approvals.tables import FlowLine, FlowVersion, StandIn
from salesdesk.office.staff.commands import find_person
from salesdesk.office.staff.queries import names_of, roles_with
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Work


class NobodyToSign(UserError):
    """Too few people work here to sign a step of a flow."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Step {number}: too few people are {roles}; each signature is another person's."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Let another role sign it too, or give somebody this role first (People)."
    )


class AskerAlone(UserError):
    """Whoever asks would be the only one left to sign a step, and nobody signs his own request."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Where {person} asks himself, nobody is left to sign step {number} ({roles})."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Let another role sign it too, or say that somebody else asks for whoever signs alone.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStandIn:
    """Say who signs in somebody's place from day to day; without *stand_in* nobody does any more.

    Everybody names his own; the administrator may for others, and never himself.
    """

    from_on: date
    to_on: date
    stand_in: PersonId | None = None
    absent: PersonId | None = None
    reason: str = ""

    def __call__(self, work: Work) -> int:
        absent = find_person(work, self.absent if self.absent is not None else work.actor)
        other = None if self.stand_in is None else find_person(work, self.stand_in)
        may_others = work.role in roles_with(work.session, "EditFlow")
        if absent.id != work.actor and not may_others:
            raise BadEntry(field="absent", value=absent.name, expected="yourself")
        if other is not None and other.id in (absent.id, work.actor):
            raise BadEntry(field="stand-in", value=other.name, expected="somebody else")
        if other is not None and other.role not in roles_with(work.session, "SignRequest"):
            roles = ", ".join(roles_with(work.session, "SignRequest"))
            raise BadEntry(field="stand-in", value=other.name, expected=f"one of: {roles}")
        last = work.today + timedelta(days=MOST_ABSENT)
        if not work.today <= self.from_on <= self.to_on <= last:
            raise BadEntry(
                field="from - to",
                value=f"{self.from_on} - {self.to_on}",
                expected=f"days in order, from {work.today} to {last}",
            )
        row = StandIn(
            absent_id=absent.id,
            stand_in_id=None if other is None else other.id,
            from_on=self.from_on,
            to_on=self.to_on,
            begins_at=day_bounds(self.from_on, work.zone)[0],
            ends_at=day_bounds(self.to_on, work.zone)[1],
            reason=text.clean(self.reason, "reason", 200),
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.REQUEST, 0, absent=absent.id, stand_in=row.stand_in_id)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditFlow:
    """Write a new version of a kind's flow; requests under way keep the one they were filed under.

    Raises `NobodyToSign` where too few people hold a step's roles, `AskerAlone` where only whoever
    asks could sign it.
    """

    kind: RequestKind
    steps: tuple[FlowStep, ...]
    valid_days: int = 7
    others_ask: bool = False
    """Whoever alone can sign a step never asks himself: somebody else does it for him."""

    def __call__(self, work: Work) -> int:
        if not 1 <= self.valid_days <= MOST_DAYS:
            raise BadEntry(field="days", value=self.valid_days, expected=f"1-{MOST_DAYS}")
        if not self.steps:
            raise MissingEntry(field="steps")
        if len(self.steps) > MOST_STEPS:
            raise BadEntry(field="steps", value=len(self.steps), expected=f"1-{MOST_STEPS}")
        if all(step.fact is not Fact.ALWAYS for step in self.steps):
            raise BadEntry(
                field="steps", value="-", expected="at least one step without a threshold"
            )
        signers = roles_with(work.session, "SignRequest")
        for step in self.steps:
            _check_step(step, signers)
        self._check_people(work)
        return write_flow(work, self.kind, self.steps, self.valid_days).id

    def _check_people(self, work: Work) -> None:
        found = lack(work.session, self.kind, self.steps, people(work.session, work.now))
        if found is None or (found.asker is not None and self.others_ask):
            return
        facts = {"number": found.position, "roles": ", ".join(found.step.roles)}
        if found.asker is None:
            raise NobodyToSign(field="steps", needed=found.step.needed, **facts)
        raise AskerAlone(
            field="others_ask", person=names_of(work.session).get(found.asker, "-"), **facts
        )


def _check_step(step: FlowStep, signers: tuple[str, ...]) -> None:
    if not step.roles or len(set(step.roles)) != len(step.roles):
        raise BadEntry(field="roles", value=", ".join(step.roles), expected="each role once")
    for role in step.roles:
        if role.value not in signers:
            raise BadEntry(field="roles", value=role.value, expected=", ".join(signers))
    if step.mode is Mode.ALL and step.needed != len(step.roles):
        raise BadEntry(field="needed", value=step.needed, expected=str(len(step.roles)))
    if not 1 <= step.needed <= MOST_NEEDED:
        raise BadEntry(field="needed", value=step.needed, expected=f"1-{MOST_NEEDED}")
    if not 0 <= step.at_least <= LARGEST:
        raise BadEntry(field="at least", value=step.at_least, expected=f"0-{LARGEST}")


def write_flow(
    work: Work, kind: RequestKind, steps: tuple[FlowStep, ...], valid_days: int
) -> FlowVersion:
    """Add a version of a kind's flow."""
    row = FlowVersion(kind=kind.value, valid_days=valid_days, at=work.now, actor_id=work.actor)
    work.session.add(row)
    work.session.flush()
    for position, step in enumerate(steps, start=1):
        work.session.add(
            FlowLine(
                flow_id=row.id,
                position=position,
                act=step.act.value,
                roles=",".join(Role(role).value for role in step.roles),
                needed=step.needed,
                mode=step.mode.value,
                fact=step.fact.value,
                at_least=step.at_least,
                at=work.now,
            )
        )
    work.session.flush()
    work.note(Topic.REQUEST, 0, flow=kind.value, steps=len(steps))
    return row
