"""The board as it stood against the live board: what looking back costs."""

import tempfile
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import insert, literal, select, update

from salesdesk.office.inventory.before_tables import DATED, UnitBefore
from salesdesk.office.inventory.past import board_columns_at
from salesdesk.office.inventory.queries import board_columns
from salesdesk.office.inventory.tables import Claim, PriceChange, Unit
from salesdesk.store.database import system_clock
from tests.bench.board import founded
from tests.bench.harness import Case, Pair, took

UNITS = 20_000
VERSIONS, HOLDS = 3, 2
"""How often each unit was priced, and held and let go, in the months before."""


def grow_old(office):
    """Give every unit a past: price versions a month apart, holds that came to nothing, one other layout."""
    now = system_clock()
    with office.database.writing() as session:
        units = session.execute(select(Unit.id, Unit.unit_price_fen, Unit.total_fen)).all()
        for version in range(VERSIONS):
            at = now - timedelta(days=30 * (VERSIONS - version))
            rows = [
                {
                    "unit_id": unit, "at": at, "actor_id": 1, "reason": "import",
                    "unit_price_fen": price, "total_fen": total - 100 * (VERSIONS - version - 1),
                }
                for unit, price, total in units
            ]  # fmt: skip
            session.execute(insert(PriceChange), rows)
        names = (UnitBefore.unit_id, *(getattr(UnitBefore, name) for name in DATED))
        kept = select(
            Unit.id,
            *(getattr(Unit, name) for name in DATED),
            literal(now, UnitBefore.at.type),
            literal(1),
        )
        into = [column.key for column in names]
        session.execute(insert(UnitBefore).from_select([*into, "at", "actor_id"], kept))
        session.execute(update(Unit).values(layout=Unit.layout + "改"))
        for hold in range(HOLDS):
            rows = []
            for unit, _price, _total in units:
                opened = now - timedelta(days=60 - hold * 20, minutes=unit % 600)
                until = opened + timedelta(minutes=30)
                rows.append(
                    {
                        "unit_id": unit, "stage": "on hold", "opened_at": opened, "opened_by": 1,
                        "until": until, "reason": "", "opening": False, "ended_at": until,
                        "ended_by": 0, "end_reason": "time over",
                    }
                )  # fmt: skip
            session.execute(insert(Claim), rows)


@contextmanager
def looking_back():
    with tempfile.TemporaryDirectory(prefix="salesdesk-bench-") as folder:
        office, seat, project = founded(folder, UNITS)
        grow_old(office)
        moment = system_clock() - timedelta(days=40, hours=5)

        def ours():
            return took(lambda: seat.ask(board_columns_at, project, moment))

        yield Pair(ours, lambda: took(lambda: seat.ask(board_columns, project)))
        office.close()


CASES = (
    Case(
        name=f"board: as of a past minute, {UNITS:,}", goal=3.0,
        ours="as of", baseline="live", prepare=looking_back,
    ),
)  # fmt: skip
