"""A deposit taken through the whole office, against a raw driver that writes the same rows.

The rival has the same store under it: guards, journal, change log, the receipts' chain, the wait for
the disk. It looks at nothing: not who sits there, not what may be taken, nor what the receipt says.
"""

import json
import tempfile
import time
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from uuid import uuid4

import sqlcipher3.dbapi2 as sqlite

from salesdesk.kernel.keys import UnitId
from salesdesk.kernel.plain import canonical
from salesdesk.office.ledger.writing import receipt_hash
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.store.columns import to_microseconds
from tests.bench import rivals
from tests.bench.harness import Case, Pair
from tests.journeys.launch import furnish, homes_of
from tests.office.stages import OnFile, OnServer
from tests.postgres import Server

AMOUNT = 1_000_000
DEPOSITS = 10
"""Deposits a turn; the office has homes for fifteen turns of both."""


class Raw:
    """The rival: one connection, the writing statements and nothing else."""

    def __init__(self, connection, mark, *, begin, end):
        self._connection, self._mark, self._begin, self._end = connection, mark, begin, end

    def take(self, unit, like, at, me):
        """Write what a deposit on *unit* leaves, on a sheet *like* an earlier one (a dict)."""
        key = uuid4().hex
        self._begin()
        self._write("INSERT INTO intent (id, form_hash) VALUES (?, ?)", key, key)
        (no,) = self._write(
            "UPDATE counter SET next_no = next_no + 1 WHERE series = 'receipt' RETURNING next_no - 1"
        )
        (previous,) = self._write(
            "SELECT hash FROM receipt WHERE series = 'receipt' ORDER BY no DESC LIMIT 1"
        )
        claim = self._write(
            "SELECT deal_id, customer_id, consultant_id FROM claim WHERE unit_id = ? AND ended_at IS NULL",
            unit,
        )  # fmt: skip
        number = f"SJ{no:07}"
        sheet = {**like, "number": number, "check_code": ""}
        value = receipt_hash(previous, canonical(sheet))
        body = canonical({**sheet, "check_code": value[:8].upper()})
        (receipt,) = self._write(
            "INSERT INTO receipt (series, no, number, kind, at, day, project_id, deal_id, unit_id, customer_id,"
            " payer, amount_fen, cashier_id, sheet, previous, hash)"
            " VALUES ('receipt', ?, ?, 'deposit', ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            no, number, at, like["at"][:10], claim[0], unit, claim[1], like["payer"], AMOUNT, me,
            body, previous, value,
        )  # fmt: skip
        self._write(
            "INSERT INTO movement (at, day, actor_id, deal_id, receipt_id, debit, credit, amount_fen, kind)"
            " VALUES (?, ?, ?, ?, ?, 'cash', 'deposits held', ?, 'deposit')",
            at, like["at"][:10], me, claim[0], receipt, AMOUNT,
        )  # fmt: skip
        self._write(
            "INSERT INTO tender (receipt_id, kind, amount_fen, reference) VALUES (?, 'cash', ?, '')",
            receipt, AMOUNT,
        )  # fmt: skip
        self._write(
            "UPDATE claim SET ended_at = ?, ended_by = ?, end_reason = 'on hold'"
            " WHERE unit_id = ? AND ended_at IS NULL",
            at, me, unit,
        )  # fmt: skip
        self._write(
            "INSERT INTO claim (unit_id, stage, deal_id, customer_id, consultant_id, opened_at,"
            " opened_by, reason, opening, end_reason) VALUES (?, 'on hold', ?, ?, ?, ?, ?, '', 0, '')",
            unit, *claim, at, me,
        )  # fmt: skip
        self._write(
            "INSERT INTO journal (at, actor_id, command, form, changed, intent, form_hash, answer)"
            " VALUES (?, ?, 'TakeDeposit', ?, ?, ?, ?, ?)",
            at, me, json.dumps({"unit": unit, "amount": AMOUNT}),
            json.dumps([{"topic": "receipt", "key": receipt, "number": number}]), key, key,
            json.dumps({"receipt": number, "receipt_id": receipt, "amount_fen": AMOUNT}),
        )  # fmt: skip
        self._write(
            "INSERT INTO change (topic, key) VALUES ('receipt', ?), ('unit', ?), ('deal', ?)",
            receipt, unit, claim[0],
        )  # fmt: skip
        self._end()

    def _write(self, statement, *values):
        cursor = self._connection.execute(statement.replace("?", self._mark), values)
        return cursor.fetchone() if cursor.description else None


def on_file(open_things, desks):
    connection = sqlite.connect(desks.office.database.place, isolation_level=None)
    open_things.callback(connection.close)
    for manner in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {manner}")
    return Raw(
        connection, "?",
        begin=partial(connection.execute, "BEGIN IMMEDIATE"), end=connection.commit,
    )  # fmt: skip


def on_server(open_things, desks):
    (_host, port), database = desks.office.database.address.endpoints[0], desks.clock._database
    connection = open_things.enter_context(rivals.line(port, database, "cashier"))
    return Raw(connection, "%s", begin=lambda: None, end=connection.commit)


@contextmanager
def till(kind):
    with ExitStack() as open_things:
        folder = Path(open_things.enter_context(tempfile.TemporaryDirectory()))
        if kind == "file":
            stage = OnFile.made(folder, furnish)
        else:
            server = Server.made(durable=True)
            open_things.callback(server.remove)
            stage = OnServer(server, furnish)
        desks = stage.begin()
        open_things.callback(stage.end, desks)
        homes = iter(homes_of(desks))
        cashier, at = desks.cashier, to_microseconds(desks.clock.now)
        cashier.do(TakeDeposit(unit=UnitId(next(homes)[0]), amount=AMOUNT))
        raw = (on_file if kind == "file" else on_server)(open_things, desks)
        (sheet,) = raw._write("SELECT sheet FROM receipt")
        raw._connection.commit()
        like = json.loads(sheet)

        def timed(take):
            mine = [next(homes)[0] for _ in range(DEPOSITS)]
            start = time.perf_counter()
            for home in mine:
                take(home)
            return (time.perf_counter() - start) * 1000 / DEPOSITS

        yield Pair(
            partial(timed, lambda home: cashier.do(TakeDeposit(unit=UnitId(home), amount=AMOUNT))),
            partial(timed, lambda home: raw.take(home, like, at, cashier.person.id)),
        )


CASES = tuple(
    Case(
        name=f"till: one deposit on a {kind}, ms", ours="the whole office", baseline="raw driver",
        goal=2.0, prepare=partial(till, kind),
    )
    for kind in ("file", "server")
)  # fmt: skip
