"""How a trade files a request: its payload says what it would do, and is looked at before it is signed."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.plain import canonical, to_plain
from salesdesk.office.approvals.covering import up_to
from salesdesk.office.approvals.possible import unsignable, working_elsewhere
from salesdesk.office.approvals.rules import PAYLOADS, Mode, RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.approvals.standing import People, Standing, applies, people
from salesdesk.office.approvals.tables import FlowLine, FlowVersion, Request
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Work


class NobodySigns(UserError):
    """A flow without a step for this request would approve it unseen."""

    problem = QT_TRANSLATE_NOOP("errors", "No step of the approval flow applies to this request.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask the administrator to add a step without a threshold to the flow."
    )


class NobodyLeftToSign(UserError):
    """A request that could never be signed is not filed; a stand-in or another asker helps."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Nobody is there to sign step {number} of this request: {roles}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Who asks does not sign, and each step is another person's. Let somebody else ask, name a "
        "stand-in for today (Approvals), or give somebody this role or this project (People).",
    )


class GeneralMustSign(UserError):
    """What is below the floor price is signed by the general manager, whatever the flow says."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The price is below the floor price, and no step is the general manager's own."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask the administrator to add a step of the general manager alone to the flow."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What a payload would do at this moment: for the signers, and for the flow's thresholds.

    ``what`` must be the same when it is signed; ``changes`` tells how things stand at filing.
    ``project``: whose request it is; who is posted elsewhere does not sign it.
    ``off_bp``: what the price is off the list price, in basis points of it; whose limit covers it signs.
    ``below_fen``: how far a price is below the floor price; the general manager signs that always.
    """

    payload: "Payload"
    project: int
    subject: str
    what: tuple[FactLine, ...]
    changes: tuple[FactLine, ...]
    amount_fen: int = 0
    below_fen: int = 0
    off_bp: int = 0
    days: int = 0


class Payload(Protocol):
    """A command that an approval carries out; nobody holds a right to it himself."""

    def __call__(self, work: Work, /) -> object:
        """Carry it out, or refuse it: everything is looked at once more."""
        ...

    def filing(self, work: Work, /) -> Filing:
        """Say what it would do now, with its facts as they are now; refuses what could not be done."""
        ...

    def filed(self, work: Work, request: int, /) -> None:
        """Write the rows by which the database knows what *request* is about."""
        ...


def newest_flow(work: Work, kind: RequestKind) -> FlowVersion:
    """Give the version under which a request of *kind* is filed now."""
    found = work.session.scalars(
        select(FlowVersion)
        .where(FlowVersion.kind == kind.value)
        .order_by(FlowVersion.id.desc())
        .limit(1)
    )
    return found.one()


def file(
    work: Work, kind: RequestKind, payload: Payload, reason: str, restarts: int | None = None
) -> Request:
    """Write a request down; give its row.

    Raises what the payload refuses, `NobodySigns`, `NobodyGivesSoMuch`, `GeneralMustSign` and
    `NobodyLeftToSign`.
    """
    why = text.required(reason, "reason", 200)
    filing = payload.filing(work)
    flow = newest_flow(work, kind)
    row = Request(
        kind=kind.value,
        flow_id=flow.id,
        command=PAYLOADS[kind],
        form=canonical(to_plain(filing.payload)),
        subject=filing.subject,
        what=canonical(to_plain(filing.what)),
        changes=canonical(to_plain(filing.changes)),
        amount_fen=filing.amount_fen,
        below_fen=filing.below_fen,
        days=filing.days,
        up_to=0,
        reason=why,
        asker_id=work.actor,
        filed_at=work.now,
        expires_at=work.now + timedelta(days=flow.valid_days),
        restarts_id=restarts,
    )
    lines = work.session.scalars(
        select(FlowLine).where(FlowLine.flow_id == flow.id).order_by(FlowLine.position)
    ).all()
    here, elsewhere = (
        people(work.session, work.now),
        working_elsewhere(work.session, filing.project),
    )
    row.up_to = up_to(work, row, lines, here, elsewhere, filing.off_bp)
    steps = [line for line in lines if applies(line, row)]
    if not steps:
        raise NobodySigns
    if row.below_fen and not any(_is_generals(line) for line in steps):
        raise GeneralMustSign
    _check_people(Standing(row, steps, [], None), here, elsewhere)
    work.session.add(row)
    work.session.flush()
    filing.payload.filed(work, row.id)
    work.session.flush()
    work.note(Topic.REQUEST, row.id, asked=row.command, subject=row.subject)
    return row


def _check_people(at: Standing, here: People, elsewhere: frozenset[int]) -> None:
    """Refuse what cannot be signed by those who are here today (`NobodyLeftToSign`)."""
    line = unsignable(at, here, elsewhere)
    if line is not None:
        number = at.steps.index(line) + 1
        raise NobodyLeftToSign(number=number, roles=line.roles.replace(",", ", "))


def _is_generals(line: FlowLine) -> bool:
    """Whether a step is not done before the general manager signed it."""
    roles = line.roles.split(",")
    alone = len(roles) == 1 or line.mode == Mode.ALL
    return alone and Role.GENERAL.value in roles
