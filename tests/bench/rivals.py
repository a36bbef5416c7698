"""What one would write without us, on the same tables, rows and guards: plainly, and not badly.

None of them looks at roles, permits, customers, settings or the clock's course, as a command of ours
does; the moment is this machine's, which is the server's too. So each is spared questions.
"""

import json
import threading
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
from sqlalchemy import create_engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.tables import Person
from salesdesk.store.changes import ChangeRow
from salesdesk.store.journal import Intent, JournalRow

HOLDING = frozenset({"ours", "quiet", "raw", "orm"})
"""Kinds that leave a claim behind."""

MINUTES = timedelta(minutes=30)
_ENGINES = {}
_ONE = threading.Lock()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def line(port, database, login, **more):
    return psycopg.connect(
        host="127.0.0.1", port=port, dbname=database, user=login,
        options="-c search_path=salesdesk -c synchronous_commit=on", prepare_threshold=0, **more,
    )  # fmt: skip


def _micro(moment):
    return (moment - _EPOCH) // timedelta(microseconds=1)


def raw(port, database, login):
    """A raw driver: prepared statements, one transaction, the same rows."""
    connection = line(port, database, login)
    me = connection.execute("SELECT id FROM person WHERE login = %s", (login,)).fetchone()[0]
    connection.commit()

    def hold(unit, customer):
        key = uuid4().hex
        with connection.transaction():
            connection.execute("INSERT INTO intent (id, form_hash) VALUES (%s, %s)", (key, key))
            now = datetime.now(UTC)  # noqa: TID251 - a rival's own
            at, until = _micro(now), _micro(now + MINUTES)
            deal = connection.execute(
                "INSERT INTO deal (project_id, unit_id, customer_id, consultant_id, opened_at,"
                " list_unit_price_fen, list_total_fen) VALUES (1, %s, %s, %s, %s, 2000000,"
                " 197520000) RETURNING id",
                (unit, customer, me, at),
            ).fetchone()[0]
            connection.execute(
                "INSERT INTO claim (unit_id, stage, deal_id, customer_id, consultant_id,"
                " opened_at, opened_by, until, reason, opening, end_reason)"
                " VALUES (%s, 'on hold', %s, %s, %s, %s, %s, %s, '', 0, '')",
                (unit, deal, customer, me, at, me, until),
            )
            connection.execute(
                "INSERT INTO journal (at, actor_id, command, form, changed, intent, form_hash,"
                " answer) VALUES (%s, %s, 'HoldUnit', %s, '[]', %s, %s, %s)",
                (at, me, json.dumps({"unit": unit, "customer": customer}), key, key,
                 json.dumps({"deal": deal, "until": until})),
            )  # fmt: skip
            connection.execute(
                "INSERT INTO change (topic, key) VALUES ('customer', %s), ('deal', %s), ('unit', %s)",
                (customer, deal, unit),
            )
        return True

    return hold


def bare(port, database, login):
    """The least a database can be asked to keep: one row of a table without guards changed."""
    connection = line(port, database, login, autocommit=True)

    def hold(unit, _customer):
        connection.execute("UPDATE public.bare SET grip = grip + 1 WHERE id = %s", (unit,))
        return True

    return hold


def orm(port, database, login):
    """The ORM's way: lock the unit's row (``with_for_update``), look, add rows, commit."""
    with _ONE:
        if login not in _ENGINES:
            _ENGINES[login] = create_engine(
                f"postgresql+psycopg://{login}@127.0.0.1:{port}/{database}",
                connect_args={"options": "-c search_path=salesdesk -c synchronous_commit=on"},
                poolclass=QueuePool, pool_size=40, max_overflow=0, pool_timeout=60,
            )  # fmt: skip
        engine = _ENGINES[login]
        with Session(engine) as session:
            me = session.scalar(select(Person.id).where(Person.login == login))

    def hold(unit, customer):
        key = uuid4().hex
        with Session(engine) as session:
            row = session.get(Unit, unit, with_for_update=True)
            live = session.scalar(
                select(Claim).where(Claim.unit_id == unit, Claim.ended_at.is_(None))
            )
            if live is not None:
                return False
            now = datetime.now(UTC)  # noqa: TID251 - a rival's own
            deal = Deal(
                project_id=row.project_id, unit_id=unit, customer_id=customer, consultant_id=me,
                opened_at=now, list_unit_price_fen=row.unit_price_fen,
                list_total_fen=row.total_fen,
            )  # fmt: skip
            session.add_all((Intent(id=key, form_hash=key), deal))
            session.flush()
            session.add(
                Claim(
                    unit_id=unit, stage="on hold", deal_id=deal.id, customer_id=customer,
                    consultant_id=me, opened_at=now, opened_by=me, until=now + MINUTES,
                )
            )  # fmt: skip
            session.add(
                JournalRow(
                    at=now, actor_id=me, command="HoldUnit", changed="[]", intent=key,
                    form=json.dumps({"unit": unit, "customer": customer}), form_hash=key,
                    answer=json.dumps({"deal": deal.id}),
                )
            )  # fmt: skip
            for topic, changed in (("customer", customer), ("deal", deal.id), ("unit", unit)):
                session.add(ChangeRow(topic=topic, key=changed))
            try:
                session.commit()
            except IntegrityError:
                return False
            return True

    return hold


KINDS = {"raw": raw, "bare": bare, "orm": orm}


def releasing(port, database):
    """Give the referee's way to let a unit go at once: the same for all."""
    connection = line(port, database, "postgres", autocommit=True)

    def release(unit):
        connection.execute(
            "UPDATE claim SET ended_at = opened_at, ended_by = opened_by, end_reason = 'bench'"
            " WHERE unit_id = %s AND ended_at IS NULL",
            (unit,),
        )

    return release
