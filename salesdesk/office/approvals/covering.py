"""Whoever signs a price last may give it alone (折扣权限): how far a request goes, and what is looked at then."""

from collections.abc import Sequence

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.approvals.rules import Act, Mode
from salesdesk.office.approvals.standing import People, Standing, applies
from salesdesk.office.approvals.tables import FlowLine, Request
from salesdesk.office.staff.limits import limit_of
from salesdesk.store.work import Work


class BeyondSigner(UserError):
    """Whoever signs last does not bring about what he might not give alone."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{percent} % off is beyond the {limit} % that the role of whoever signs last may give.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Leave this signature to: {roles}. Or reject the request; it can be asked for anew.",
    )


class NobodyGivesSoMuch(UserError):
    """A request whose flow ends with nobody who may give so much is not filed."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{percent} % off is beyond what anybody at the end of this approval flow may give.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Give less, or ask the administrator to add a step of the general manager to the flow.",
    )


def up_to(
    work: Work, row: Request, lines: Sequence[FlowLine], here: People, elsewhere: frozenset[int],
    off: int,
) -> int:  # fmt: skip
    """Give the step up to which a request is signed whatever the thresholds, for *off* (basis points).

    That is the first, from the last that the thresholds ask for, which may be an approval by a role
    whose limit covers it and of which somebody else than the asker is there, or a review all of whose
    roles do. 0: the thresholds lead there already. Raises `NobodyGivesSoMuch`.
    """
    asked = [line.position for line in lines if applies(line, row)]
    if off <= 0 or not asked:
        return 0
    away = elsewhere | {row.asker_id}
    there = {role for who, role in here.roles.items() if role in here.signers and who not in away}
    for line in lines:
        if line.position < asked[-1]:
            continue
        roles = set(line.roles.split(","))
        able = {role for role in roles if _covers(work, role, off)}
        whole = able == roles or (line.act == Act.APPROVE and line.mode == Mode.ANY)
        if whole and able & there:
            return 0 if line.position == asked[-1] else line.position
    raise NobodyGivesSoMuch(percent=f"{off / 100:g}")


def check_covered(work: Work, at: Standing, off: int) -> None:
    """Refuse *off* (basis points) that whoever signed last may not give (`BeyondSigner`)."""
    last = at.signatures[-1].role
    if _covers(work, last, off):
        return
    able = [role for role in at.steps[-1].roles.split(",") if _covers(work, role, off)]
    most = limit_of(work.session, last) or 0
    raise BeyondSigner(
        percent=f"{off / 100:g}", limit=f"{most / 100:g}", roles=", ".join(able) or "-"
    )


def _covers(work: Work, role: str, off: int) -> bool:
    limit = limit_of(work.session, role)
    return limit is None or off <= limit
