"""Late fees are fixed: each becomes a line of its deal's schedule, due at once, and never changes."""

from collections.abc import Collection, Mapping

from salesdesk.kernel.change import Topic
from salesdesk.kernel.money import format_yuan
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.late_fee_tables import LateFee
from salesdesk.office.sales.late_fees import late_terms, running_fees
from salesdesk.store.work import Work


def fix_running(
    work: Work, deal: int, paid: Mapping[DueLine, int], only: Collection[DueLine] | None = None
) -> list[DueLine]:
    """Fix what ran on the lines of *paid* (line -> fen paid of it) to today; give the lines that ask for it.

    With *only* on these lines alone. What runs on afterwards is fixed as a further line.
    """
    terms = late_terms(work.session)
    made: list[DueLine] = []
    by_line = {line.id: fen for line, fen in paid.items()}
    wanted = list(paid) if only is None else [line for line in paid if line in only]
    for one in running_fees(work, wanted, by_line):
        assert terms is not None  # noqa: S101 - without terms nothing runs
        fee = LateFee(
            of_line_id=one.line.id,
            since_on=one.since_on,
            until_on=one.until_on,
            weighed=one.weighed,
            tenths=int(terms.per_myriad * 10),
            grace_days=terms.grace_days,
            cap_percent=terms.cap_percent,
            amount_fen=one.fee_fen,
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(fee)
        work.session.flush()
        line = DueLine(
            deal_id=deal,
            money=MoneyKind.LATE_FEE.value,
            amount_fen=one.fee_fen,
            open_fen=one.fee_fen,
            event=DueEvent.DATE.value,
            stage="",
            days=0,
            after_months=0,
            due_on=work.today,
            made_at=work.now,
            made_by=work.actor,
            late_fee_id=fee.id,
        )
        work.session.add(line)
        work.session.flush()
        work.note(Topic.DEAL, deal, late_fee=format_yuan(one.fee_fen))
        made.append(line)
    return made
