"""Single scenes of the practice office: who owns the campaign's jobs, what was done, what is signed."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from salesdesk.kernel.keys import CustomerId, JobId, PersonId, ProjectId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.campaign.commands import EditJob, MarkJob
from salesdesk.office.campaign.rules import JobKind
from salesdesk.office.figures.queries import timeline
from salesdesk.office.frontdoor import Seat
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.sales.defaulting import NoticeDefault
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.signing_queries import signings_overdue

_REASONS = (
    "集团合作单位员工，已谈妥，等配偶周末来定", "老业主介绍亲属，资金月底到账",
    "政府人才引进，等人才房补批复", "客户在外地出差，下周一到访签约",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signers:
    """Who asks for reservations and who signs them."""

    consultant: Seat
    manager: Seat
    head: Seat
    deputy: Seat
    general: Seat


def reserve(
    who: Signers, today: date, customers: Sequence[int], forward: Callable[[float], object]
) -> None:
    """Leave four requests: one approved, one half signed, one rejected, one just filed."""
    held = [
        unit for unit in who.manager.ask(board) if unit.state is UnitState.HELD_BACK
    ]  # the best homes of the second building
    ways: tuple[tuple[tuple[Seat, Decision], ...], ...] = (
        (
            (who.head, Decision.APPROVE),
            (who.deputy, Decision.APPROVE),
            (who.general, Decision.APPROVE),
        ),
        ((who.head, Decision.APPROVE),),
        ((who.head, Decision.REJECT),),
        (),
    )
    for unit, customer, why, way in zip(held, customers, _REASONS, ways, strict=False):
        asker = who.manager if way and len(way) > 1 else who.consultant
        asked = asker.do(
            RequestReservation(
                unit=UnitId(unit.id), customer=CustomerId(customer),
                until=today + timedelta(days=9), reason=why,
            )
        )  # fmt: skip
        for seat, decision in way:
            forward(1)
            words = "同意" if decision is Decision.APPROVE else "楼王暂不留房，请推荐其他楼层"
            seat.do(
                SignRequest(request=RequestId(asked["request"]), decision=decision, comment=words)
            )
        forward(1)


def remind(manager: Seat) -> None:
    """Serve a notice on the buyer whose signing is the longest overdue and who has none."""
    late = [card for card in manager.ask(signings_overdue) if card.notice is None]
    if late:
        unit = UnitId(late[0].unit_id)
        manager.do(NoticeDefault(unit=unit, why="多次电话联系，客户以资金未到为由未签约"))


def share_out(manager: Seat, consultant: Seat) -> None:
    """Give every job of the campaign its owner: media and milestones are the manager's."""
    for job in manager.ask(timeline, ProjectId(1)).jobs:
        owner = (consultant if job.kind is JobKind.JOB else manager).person.id
        manager.do(
            EditJob(
                job=JobId(job.id), kind=job.kind, title=job.title, english=job.english,
                plan_from=job.plan_from, plan_to=job.plan_to, owner=PersonId(owner),
            )
        )  # fmt: skip


def tick_off(manager: Seat, today: date, dice: random.Random) -> None:
    """Mark the campaign's past jobs as done, most of them in time, a few not yet."""
    for phase in manager.ask(timeline, ProjectId(1)).phases:
        for job in phase.jobs:
            done = job.plan_to + timedelta(days=dice.choice((-2, -1, 0, 0, 0, 1, 4)))
            if done <= today - timedelta(days=3) and dice.random() < 0.9:  # noqa: PLR2004 - most
                manager.do(MarkJob(job=JobId(job.id), done=True, on=max(done, job.plan_from)))


def id_card(dice: random.Random) -> str:
    """Make an ID number of a region that does not exist, with the right check digit."""
    body = f"990101{dice.randint(1965, 2001)}{dice.randint(1, 12):02}{dice.randint(1, 28):02}{dice.randint(100, 999)}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(c) * w for c, w in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]
