"""Twelve bugs, seeded on purpose: each of them the judge must find, or it judges nothing.

A bug is put into the schema (as if it had been made so), into the program of each desk, or into the way
the office's file is kept. Where two guards stand one behind the other, both are taken away.
"""

import time
from dataclasses import dataclass, replace
from uuid import uuid4

from sqlalchemy import event, func, select, text

from salesdesk.office import frontdoor
from salesdesk.office.frontdoor import Seat
from salesdesk.office.ledger import writing
from salesdesk.office.ledger.tables import Receipt
from salesdesk.store import journal
from tests.chaos.officeday import StoreManner


@dataclass(frozen=True, slots=True, kw_only=True)
class Bug:
    """One bug: where it is put, and the laws of which the judge must name one."""

    store: str
    laws: tuple[str, ...]
    schema: tuple[str, ...] = ()
    manner: StoreManner = StoreManner.OURS
    faults: tuple[str, ...] = ("desk killed", "server process ended")
    """What brings it to light, beside the bad network."""
    network: tuple[str, ...] = ()
    """The only kinds of bad network (`wire`) that it needs; none named: all of them."""


_DROP_STAMPS = """DO $$ DECLARE t RECORD; BEGIN
 FOR t IN SELECT tgname, tgrelid::regclass AS tab FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
  WHERE c.relnamespace = 'salesdesk'::regnamespace
  AND (tgname LIKE 'stamp\\_%' OR tgname IN ('office_journal_row', 'office_claim_ends')) LOOP
 EXECUTE format('DROP TRIGGER %I ON %s', t.tgname, t.tab); END LOOP; END $$"""
_MONEY_UNGUARDED = """DO $$ DECLARE t RECORD; BEGIN
 FOR t IN SELECT tgname, tgrelid::regclass AS tab FROM pg_trigger
  WHERE tgrelid IN ('salesdesk.receipt'::regclass, 'salesdesk.movement'::regclass, 'salesdesk.counter'::regclass)
  AND (tgname IN ('guard_receipt_number', 'guard_receipt_rules_insert', 'office_counter_in_step', 'office_receipt_paper',
   'office_receipt_part', 'office_cancelled') OR tgname LIKE 'guard\\_movement\\_%')
  AND tgname <> 'guard_movement' AND tgname <> 'guard_movement_truncate' LOOP
 EXECUTE format('DROP TRIGGER %I ON %s', t.tgname, t.tab); END LOOP; END $$"""
"""Several guards stand in the way of a wrong number or movement: a bug that is seen has got past all."""
_ASYNC = """DO $$ DECLARE f RECORD; BEGIN
 FOR f IN SELECT pg_get_functiondef(oid) AS def FROM pg_proc
  WHERE pronamespace = 'salesdesk'::regnamespace AND prosrc LIKE '%synchronous_commit%' LOOP
 EXECUTE replace(f.def, '''synchronous_commit'', ''on''', '''synchronous_commit'', ''off'''); END LOOP; END $$"""


def _not_unique(table, kind):
    """Give the words that drop the keys of *table*: "u" unique ones, "p" the first."""
    return f"""DO $$ DECLARE c RECORD; BEGIN
 FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'salesdesk.{table}'::regclass AND contype = '{kind}' LOOP
 EXECUTE format('ALTER TABLE salesdesk.{table} DROP CONSTRAINT %I', c.conname); END LOOP; END $$"""


LOST = "what was acknowledged is there"
ONE_EFFECT = "every intent has one effect"
NUMBERS = "receipt numbers are 1..n, each once"
ONE_CLAIM = "no unit has two live claims at any moment"
ACTOR = "the actor is whoever signed in"
MONEY = "ledger equals receipts"
SEALS = "journal unchanged"
REFERENCES = "every reference leads somewhere"

BUGS = {
    "no-unique-index": Bug(
        store="postgresql", laws=(ONE_CLAIM,),
        schema=("DROP INDEX one_live_claim", "DROP TRIGGER guard_claim_overlap ON claim"),
    ),
    "sequence": Bug(
        store="postgresql", laws=(NUMBERS,), faults=("server crashed", "server process ended"),
        schema=(
            "CREATE SEQUENCE receipt_no", "GRANT USAGE ON SEQUENCE receipt_no TO PUBLIC",
            "INSERT INTO counter (series, first_no, next_no) VALUES ('receipt', 1, 1)",
            _MONEY_UNGUARDED,
        ),
    ),
    "max-plus-one": Bug(
        store="postgresql", laws=(NUMBERS,),
        schema=(
            _not_unique("receipt", "u"),
            "INSERT INTO counter (series, first_no, next_no) VALUES ('receipt', 1, 1)",
            _MONEY_UNGUARDED,
        ),
    ),
    "new-id-on-retry": Bug(store="postgresql", laws=(ONE_EFFECT,)),
    "lookup-then-insert": Bug(
        store="postgresql", laws=(ONE_EFFECT,),
        schema=(
            _not_unique("intent", "p"),
            _not_unique("journal", "u"),
        ),
        network=("commit late",),
    ),
    "async-commit": Bug(
        store="postgresql", laws=(LOST,), schema=(_ASYNC,), faults=("server crashed",)
    ),
    "wal-normal": Bug(store="sqlite", laws=(LOST,), manner=StoreManner.WAL_NORMAL),
    "delete-full": Bug(store="sqlite", laws=(LOST,), manner=StoreManner.DELETE_FULL),
    "missing-trigger": Bug(
        store="postgresql", laws=(MONEY,), schema=("DROP TRIGGER office_journalled ON movement", _MONEY_UNGUARDED), faults=("forgery refused",)
    ),
    "foreign-keys-off": Bug(store="sqlite", laws=(REFERENCES,), faults=("desk killed",)),
    "forged-actor": Bug(store="postgresql", laws=(ACTOR,), schema=(_DROP_STAMPS,)),
    "unverified-predecessor": Bug(
        store="postgresql", laws=(SEALS,), schema=("DROP TRIGGER office_seal_row ON seal",)
    ),
}  # fmt: skip


def in_schema(bug, server, database):
    """Put *bug* into the office's tables, as if they had been made so."""
    if bug and BUGS[bug].schema:
        server.sql(
            "SET search_path = salesdesk", *BUGS[bug].schema,
            "UPDATE office SET fingerprint = office_fingerprint()", database=database,
        )  # fmt: skip


def in_program(bug):
    """Put *bug* into this desk's program."""
    match bug:
        case "no-unique-index":
            frontdoor._AT_ONCE = {}  # the one question would hold the unit; the command shall not
        case "sequence":
            writing.next_number = _numbered(lambda work: text("SELECT nextval('receipt_no')"))
        case "max-plus-one":
            newest = select(func.coalesce(func.max(Receipt.no), 0) + 1)
            writing.next_number = _numbered(lambda work: newest.where(Receipt.series == "receipt"))
        case "new-id-on-retry":
            _forget_intents()
        case "lookup-then-insert":
            journal.claim = _look_then_insert
        case "unverified-predecessor":
            journal.seal = _seal_from_nothing


def at_desk(bug, seat, number):
    """Put *bug* into what has been opened at this desk."""
    engine = seat.office.database.engine
    if bug == "no-unique-index":
        event.listen(engine, "before_cursor_execute", _without_holding, retval=True)
    elif bug == "foreign-keys-off":
        engine.dispose()
        event.listen(engine, "connect", lambda line, _: line.execute("PRAGMA foreign_keys=OFF"))
    elif bug == "forged-actor" and number % 2:
        with seat.office.database.reading() as session:
            others = "SELECT id FROM person WHERE role = :role AND id <> :me ORDER BY id"
            told = {"role": seat.person.role, "me": seat.person.id}
            other = session.execute(text(others), told).scalars().first()
        if other is not None:
            seat.person = replace(seat.person, id=other)


def _numbered(ask):
    right = writing.next_number

    def next_number(work, series, prefix):
        if series != "receipt":
            return right(work, series, prefix)
        number = int(work.session.execute(ask(work)).scalar_one())
        return number, f"{prefix}{number:07}"

    return next_number


def _forget_intents():
    once, sent = Seat._once, set()

    def forgetful(self, command, name, key, form, fingerprint):
        again = key in sent
        sent.add(key)
        return once(self, command, name, uuid4().hex if again else key, form, fingerprint)

    Seat._once = forgetful


def _look_then_insert(session, intent, fingerprint):
    row = session.execute(
        select(journal.JournalRow.answer).where(journal.JournalRow.intent == intent).limit(1)
    ).one_or_none()
    if row is not None:
        return str(row.answer)
    session.execute(
        text("INSERT INTO intent (id, form_hash) VALUES (:id, :hash)"),
        {"id": intent, "hash": fingerprint},
    )
    return None


def _seal_from_nothing(session, now, settled):
    last = session.scalars(select(journal.Seal).order_by(journal.Seal.id.desc()).limit(1)).first()
    start = last.last_id if last else 0
    rows = session.scalars(
        select(journal.JournalRow)
        .where(journal.JournalRow.id > start, journal.JournalRow.id <= settled)
        .order_by(journal.JournalRow.id)
    ).all()
    if not rows:
        return 0
    link = journal.GENESIS
    for row in rows:
        link = journal.row_hash(link, row)
    session.add(
        journal.Seal(
            at=now, first_id=rows[0].id, last_id=rows[-1].id, rows=len(rows),
            previous=journal.GENESIS, hash=link,
        )
    )  # fmt: skip
    return len(rows)


def _without_holding(_connection, _cursor, statement, parameters, _context, _many):
    if "FROM unit" in statement and "FOR NO KEY UPDATE" in statement:
        statement = statement.replace("FOR NO KEY UPDATE", "")
        time.sleep(0.03)  # whoever only looks may look away
    return statement, parameters
