"""Receivables by age over a large office's schedules: how long the answer takes."""

import tempfile
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import insert, select, text

from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.sales.ageing import AgeingBy, ageing
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.tables import Deal
from salesdesk.store.database import system_clock
from tests.bench.board import founded
from tests.bench.harness import Case, Pair, took

DEALS, LINES = 20_000, 10
AMOUNT = 20_000_000


def owe_much(office, project):
    """Give every unit a deal with ten instalments, a month apart; half of all of them are paid.

    The guards are taken away for the while: nobody agreed on these deals.
    """
    now = system_clock()
    with office.database.writing() as session:
        guards = session.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        ).all()
        for name, _sql in guards:
            session.execute(text(f"DROP TRIGGER {name}"))
        customer = Customer(
            name="王", name_key="王", pinyin="wang", consultant_id=1, created_at=now, created_by=1
        )
        session.add(customer)
        session.flush()
        units = session.scalars(select(Unit.id)).all()
        session.execute(
            insert(Deal),
            [
                {
                    "id": unit, "project_id": project, "unit_id": unit, "customer_id": customer.id,
                    "consultant_id": 1, "opened_at": now, "list_unit_price_fen": 1,
                    "list_total_fen": AMOUNT * LINES,
                }
                for unit in units
            ],
        )  # fmt: skip
        rows = [
            {
                "deal_id": unit, "money": "instalment", "amount_fen": AMOUNT,
                "open_fen": 0 if (unit * 7 + line) % 10 < LINES / 2 else AMOUNT,
                "event": "date", "stage": "", "days": 0, "after_months": 0,
                "due_on": (now - timedelta(days=30 * (line - 4) + unit % 29)).date(),
                "made_at": now, "made_by": 1, "end_reason": "",
            }
            for unit in units
            for line in range(LINES)
        ]  # fmt: skip
        session.execute(insert(DueLine), rows)
        for _name, sql in guards:
            session.execute(text(sql))
        assert len(rows) == DEALS * LINES
    with office.database.writing() as session:
        session.execute(text("ANALYZE"))


@contextmanager
def aged():
    with tempfile.TemporaryDirectory(prefix="salesdesk-bench-") as folder:
        office, seat, project = founded(folder, DEALS)
        owe_much(office, project)
        lines = seat.ask(ageing, AgeingBy.BUILDING)
        assert sum(line.open_fen for line in lines) == DEALS * LINES // 2 * AMOUNT
        assert all(line.to_30_fen and line.over_90_fen and line.not_due_fen for line in lines)
        yield Pair(lambda: took(lambda: seat.ask(ageing, AgeingBy.BUILDING)))
        office.close()


CASES = (
    Case(
        name=f"ageing: {DEALS * LINES:,} schedule rows, half open", goal=100.0, unit="ms",
        ours="by building", baseline="", prepare=aged,
    ),
)  # fmt: skip
