"""What is done about requests: signed, taken back, asked for again; flows and absences."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import (
    QT_TRANSLATE_NOOP,
    MissingEntry,
    NotFound,
    UserError,
)
from salesdesk.kernel.keys import PersonId, RequestId
from salesdesk.kernel.plain import canonical, to_plain
from salesdesk.office.approvals.filing import Payload, file
from salesdesk.office.approvals.rules import (
    FILED_BY,
    REQUEST,
    Decision,
    RequestKind,
    RequestState,
)
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.approvals.standing import Signer, Standing, people, standings
from salesdesk.office.approvals.tables import (
    Request,
    Signature,
    Withdrawal,
)
from salesdesk.office.staff.queries import roles_with
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Work


class RequestOver(UserError):
    """A request that came to its end takes no signature and no withdrawal."""

    problem = QT_TRANSLATE_NOOP("errors", "Request {request} is {state}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "What came to nothing can be asked for again by whoever asked for it."
    )


class RequestCarriedOut(RequestOver):
    """What was approved was carried out in the same moment: nothing is left to sign or to take back."""

    problem = QT_TRANSLATE_NOOP("errors", "Request {request} is approved and carried out.")
    remedy = QT_TRANSLATE_NOOP("errors", "What came of it stands in the unit's deal or history.")


class AskedAgain(RequestOver):
    """A request is asked for again once; the newer one goes on."""

    problem = QT_TRANSLATE_NOOP("errors", "Request {request} was asked for again.")
    remedy = QT_TRANSLATE_NOOP("errors", "Go on with request {again}.")


class OwnRequest(UserError):
    """Who asks does not sign."""

    problem = QT_TRANSLATE_NOOP("errors", "You asked for this yourself.")
    remedy = QT_TRANSLATE_NOOP("errors", "It is signed by: {people}.")


class SignedAlready(UserError):
    """Each signature of a request is another person's."""

    problem = QT_TRANSLATE_NOOP("errors", "{person} has signed this request already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Each step is signed by another person: {people}.")


class NotYourStep(UserError):
    """The step that is open is another role's."""

    problem = QT_TRANSLATE_NOOP("errors", "This step is signed by: {roles}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Now it is the turn of: {people}.")


class NotStandingIn(UserError):
    """A stand-in signs on the days for which he was named."""

    problem = QT_TRANSLATE_NOOP("errors", "You do not stand in for {person} today.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "{person} or the administrator can name you, from day to day."
    )


class NobodyLeft(UserError):
    """Each step is another person's: a stand-in does not use himself up for the step after."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "If you sign in {person}'s place, nobody is left to sign the step after."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Leave this signature to {person} or to another stand-in, or let somebody stand in "
        "for the step after first.",
    )


class NotTheAsker(UserError):
    """A request is taken back, or asked for again, by whoever asked for it."""

    problem = QT_TRANSLATE_NOOP("errors", "Request {request} is {person}'s.")
    remedy = QT_TRANSLATE_NOOP("errors", "Ask {person}; whoever signs can reject it.")


class FactsChanged(UserError):
    """What the signers were told is no longer so."""

    problem = QT_TRANSLATE_NOOP("errors", "What request {request} is about has changed: {what}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Reject it; {person} can ask again with the facts as they are now."
    )


class Signed(TypedDict):
    """What became of a request by a signature."""

    request: int
    state: RequestState
    next: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRequest:
    """Sign the open step of a request, or reject it; the last signature carries it out.

    *standing_in_for* names the absent person in whose place one signs.
    """

    request: RequestId
    decision: Decision = Decision.APPROVE
    comment: str = ""
    standing_in_for: PersonId | None = None

    def __call__(self, work: Work) -> Signed:
        at = standing(work, self.request)
        said = text.clean(self.comment, "comment", 200)
        _check_open(work, at)
        if self.decision is Decision.REJECT and not said:
            raise MissingEntry(field="comment")
        signer = self._signer(work, at)
        step = at.open_step
        assert step is not None  # noqa: S101 - open, as was checked
        payload = _payload(work, at)
        if self.decision is Decision.APPROVE:
            _check_facts(work, at, payload)
        places = sum(s.position == step.position for s in at.signatures)
        row = Signature(
            request_id=at.row.id,
            position=step.position,
            place=places + 1,
            person_id=work.actor,
            absent_id=signer.absent,
            role=signer.role,
            decision=self.decision.value,
            comment=said,
            at=work.now,
        )
        work.session.add(row)
        work.session.flush()
        at.signatures.append(row)
        work.note(Topic.REQUEST, at.row.id, signed=self.decision.value, step=step.position)
        state, left = at.state(work.now), _next(work, at)
        if state is RequestState.APPROVED:
            work.note(Topic.REQUEST, at.row.id, carried_out=at.row.command)
            payload(work)
        elif state is RequestState.PENDING and signer.absent is not None and not left:
            raise NobodyLeft(person=_name(work, signer.absent))
        return {"request": at.row.id, "state": state, "next": left}

    def _signer(self, work: Work, at: Standing) -> Signer:
        """Give in which role the actor signs; each refusal says who can."""
        step = at.open_step
        assert step is not None  # noqa: S101 - open, as was checked
        here = people(work.session, work.now)
        absent = self.standing_in_for
        if absent is not None and here.stand_ins.get(absent) != work.actor:
            raise NotStandingIn(person=_name(work, absent))
        waiting = ", ".join(_next(work, at)) or "-"
        for person in filter(None, (work.actor, absent)):
            if person == at.row.asker_id:
                raise OwnRequest(people=waiting)
            if person in at.spent():
                raise SignedAlready(person=_name(work, person), people=waiting)
        found = [
            signer
            for signer in here.of_step(at, step)
            if signer.person == work.actor and (absent is None or signer.absent == absent)
        ]
        if not found:
            raise NotYourStep(roles=step.roles.replace(",", ", "), people=waiting)
        return found[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRequest:
    """Take one's own request back while it is being signed."""

    request: RequestId
    reason: str = ""

    def __call__(self, work: Work) -> int:
        at = standing(work, self.request)
        _check_asker(work, at)
        _check_open(work, at)
        work.session.add(
            Withdrawal(
                request_id=at.row.id,
                at=work.now,
                actor_id=work.actor,
                reason=text.clean(self.reason, "reason", 200),
            )
        )
        work.note(Topic.REQUEST, at.row.id, withdrawn=True)
        return at.row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartRequest:
    """Ask again for what was rejected, withdrawn or out of time, with the facts as they are now.

    Give the new request's number; without *reason* the old one stays.
    """

    request: RequestId
    reason: str = ""

    def __call__(self, work: Work) -> int:
        at = standing(work, self.request)
        _check_asker(work, at)
        kind = RequestKind(at.row.kind)
        if work.role not in roles_with(work.session, FILED_BY[kind]):
            raise NotTheAsker(request=at.row.id, person=_name(work, at.row.asker_id))
        REQUEST.after(at.state(work.now), "restart", which=str(at.row.id))
        again = work.session.scalar(select(Request.id).where(Request.restarts_id == at.row.id))
        if again is not None:
            raise AskedAgain(request=at.row.id, again=again)
        why = self.reason.strip() or at.row.reason
        return file(work, kind, _payload(work, at), why, restarts=at.row.id).id


def standing(work: Work, request: int) -> Standing:
    """Give where *request* stands, or raise `NotFound`."""
    row = work.session.get(Request, request)
    if row is None:
        raise NotFound(what="request", key=request)
    return standings(work.session, [row])[0]


def _payload(work: Work, at: Standing) -> Payload:
    payload: Payload = work.payload(at.row.command, json.loads(at.row.form))
    return payload


def _check_open(work: Work, at: Standing) -> None:
    state = at.state(work.now)
    if state is RequestState.APPROVED:
        raise RequestCarriedOut(request=at.row.id)
    if state is not RequestState.PENDING:
        raise RequestOver(request=at.row.id, state=state.value)


def _check_asker(work: Work, at: Standing) -> None:
    if at.row.asker_id != work.actor:
        raise NotTheAsker(request=at.row.id, person=_name(work, at.row.asker_id))


def _check_facts(work: Work, at: Standing, payload: Payload) -> None:
    """Raise what keeps the payload from being carried out now, or `FactsChanged`."""
    now = payload.filing(work).what
    if canonical(to_plain(now)) != at.row.what:
        what = other_facts(at.row.what, now)
        raise FactsChanged(request=at.row.id, what=what, person=_name(work, at.row.asker_id))


def other_facts(told: str, now: Sequence[FactLine]) -> str:
    """Name the facts that were *told* (JSON) and are no longer so, or are so and were not told."""
    then = [(fact["name"], fact["value"]) for fact in json.loads(told)]
    true = [(fact.name, fact.value) for fact in now]
    both = set(then) & set(true)
    names = [fact[0] for fact in (*true, *then) if fact not in both]
    return ", ".join(dict.fromkeys(names)) or "-"


def _next(work: Work, at: Standing) -> list[str]:
    step = at.open_step
    if step is None or at.state(work.now) is not RequestState.PENDING:
        return []
    signers = people(work.session, work.now).of_step(at, step)
    return list(dict.fromkeys(_name(work, signer.person) for signer in signers))


def _name(work: Work, person: int) -> str:
    return work.session.scalar(select(Person.name).where(Person.id == person)) or "-"
