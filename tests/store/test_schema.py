"""The tables as frozen, as in the code and as in the file are the same; what differs is refused."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from installer import freeze_schema
from salesdesk.office.approvals.queries import flows
from salesdesk.office.approvals.rules import SHIPPED
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.audit import audit
from salesdesk.office.renewing import renew
from salesdesk.store import migrating, schema
from salesdesk.store.database import Record
from salesdesk.store.faults import (
    ChangedSchema,
    DamagedOffice,
    NewerOffice,
    NoOffice,
    NotAnOffice,
    OlderOffice,
)
from salesdesk.store.file import FileDatabase
from salesdesk.store.work import Reading
from tests.furnished import permit, seat

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture
def empty(tmp_path):
    database = FileDatabase(tmp_path / "empty.office")
    migrating.create(database)
    yield database
    database.close()


def words_of(connection):
    found = connection.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        " AND name <> 'alembic_version'"
    )
    return {(kind, name): " ".join((sql or "").split()) for kind, name, sql in found}


def test_what_a_migration_makes_is_what_the_code_describes(empty, tmp_path):
    fresh = FileDatabase(tmp_path / "fresh.office")
    Record.metadata.create_all(fresh.engine)
    with empty.engine.connect() as frozen, fresh.engine.connect() as made:
        assert words_of(frozen) == words_of(made), "run installer/freeze_schema.py"
        assert schema.fingerprint(frozen) == schema.known_fingerprint(schema.VERSION)
    fresh.close()


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_the_frozen_statements_are_those_of_the_code(dialect):
    newest = freeze_schema.VERSIONS / f"v{schema.VERSION:04}_{dialect}.sql"
    # In a program of its own, as they were frozen: the order of some is that of the imports.
    words = f"from installer import freeze_schema as f; print(f.newest('{dialect}'), end='')"
    made = subprocess.run(
        [sys.executable, "-c", words], cwd=TOP, capture_output=True, text=True, check=True
    )
    assert newest.read_text("utf-8") == made.stdout, (
        "run installer/freeze_schema.py; a released version's statements never change"
    )


def test_the_store_has_its_manners(office):
    with office.database.engine.connect() as connection:
        ask = lambda name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()  # noqa: E731
        assert ask("journal_mode") == "wal"
        assert ask("synchronous") == 2  # FULL: a receipt acknowledged outlives a power cut
        assert ask("foreign_keys") == 1
        assert ask("recursive_triggers") == 1
        assert ask("trusted_schema") == 0
        assert ask("busy_timeout") == 5000
        assert ask("application_id") == schema.APPLICATION_ID
        assert ask("user_version") == schema.VERSION
        version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
    assert tuple(map(int, version.split("."))) >= (3, 51, 3)  # before: the WAL-reset bug


def test_a_command_takes_its_turn_before_it_reads(office):
    """BEGIN IMMEDIATE: another program cannot write between a command's look and its deed."""
    with (
        office.database.writing() as session,
        closing(sqlite.connect(str(office.database.path), timeout=0)) as other,
    ):
        assert session.connection().exec_driver_sql("SELECT count(*) FROM unit").scalar_one() > 0
        with pytest.raises(sqlite.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


def test_a_question_sees_one_moment(office):
    with (
        office.database.reading() as session,
        closing(sqlite.connect(str(office.database.path), isolation_level=None)) as other,
    ):
        count = "SELECT count(*) FROM medium"
        before = session.connection().exec_driver_sql(count).scalar_one()
        other.execute("INSERT INTO medium (name, english) VALUES ('新', 'new')")
        assert session.connection().exec_driver_sql(count).scalar_one() == before


def objects(connection):
    found = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND name NOT IN ('alembic_version', 'sqlite_sequence')"
    )
    return {(kind, name): sql for kind, name, sql in found}


def made_older(path, version=1):
    """Turn an office into what the program of an earlier *version* left."""
    folder = Path(schema.__file__).parent / "migrations" / "versions"
    with (
        closing(sqlite.connect(":memory:", isolation_level=None)) as old,
        closing(sqlite.connect(str(path), isolation_level=None)) as raw,
    ):
        for number in range(1, version + 1):
            step = next(folder.glob(f"v{number:04}_sqlite.sql")).read_text("utf-8")
            for statement in filter(str.strip, step.split("\n;;\n")):
                old.execute(statement)
        was, now = objects(old), objects(raw)
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("DROP TRIGGER guard_role_right_last")  # the old program makes it again
        raw.execute("DELETE FROM role_right WHERE role IN ('head', 'deputy', 'general')")
        raw.execute("DELETE FROM role_right WHERE name IN ('SignRequest', 'requests')")
        for (kind, name), sql in was.items():  # money of exchanges and contras is of this version
            if kind == "table" and now[kind, name] != sql:
                raw.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM {name}")
                raw.execute(f"DROP TABLE {name}")
                raw.execute(sql)
                if name == "movement":  # it knew of nothing paid ahead
                    for side in ("debit", "credit"):
                        raw.execute(
                            f"UPDATE kept SET {side} = 'price received' WHERE {side} = 'prepaid'"
                            " AND kind <> 'applied'"
                        )
                raw.execute(
                    f"INSERT INTO {name} SELECT * FROM kept WHERE kind NOT LIKE 'carried%'"
                    " AND kind NOT IN ('contra', 'applied')"
                )
                raw.execute("DROP TABLE kept")
        for kind in ("trigger", "index", "table"):
            for (each, name), sql in now.items():
                stays = name in {other for _, other in was} if kind == "table" else sql
                if each == kind and stays not in (True, was.get((kind, name))):
                    raw.execute(f"DROP {kind} IF EXISTS {name}")
        # What it knew to be sold had come in with the opening.
        sold = "stage IN ('signed', 'filed', 'delivered')"
        guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'claim'"
        for (name,) in raw.execute(guards).fetchall():  # the old program's are made again below
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(f"UPDATE claim SET opening = 1 WHERE {sold}")
        for key, sql in was.items():
            if key not in objects(raw):
                raw.execute(sql)
        raw.execute(f"UPDATE alembic_version SET version_num = '{version:04}'")
        raw.execute(f"PRAGMA user_version={version}")


NOT_OF_ITS_TIME = {
    "a refund is paid as it was signed",
    "what was paid stands on lines or ahead, or went back",
    "promises stand as they were noted",
}
"""The slip was written by today's program and names its request, and one receipt was answered by a contra,
whose movement is gone with its table: no older office has either."""


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_an_older_office_is_copied_and_brought_forward_with_all_that_is_in_it(
    place, clock, version
):
    made_older(place, version)
    clock.forward(days=2)  # past all that it lived through
    with pytest.raises(OlderOffice):
        open_office(place, clock)
    copy = renew(place, clock)
    office = open_office(place, clock)
    with office.database.reading() as session:
        found = {f.law for f in audit(Reading(session, 0, "", clock())) if f.broken}
        assert found == NOT_OF_ITS_TIME
    manager = seat(office, "manager")
    manager.do(permit(number="T-009"))  # and it works on
    assert [flow.kind.value for flow in manager.ask(flows)] == [kind.value for kind in SHIPPED]
    assert {"SignRequest", "requests", "board"} <= seat(office, "head").rights
    office.close()
    renew(copy, clock)  # it is of the older version: the laws of this one ask for its tables
    assert broken(copy) == NOT_OF_ITS_TIME


def test_a_damaged_older_office_is_not_brought_forward(place, clock):
    made_older(place)
    with closing(sqlite.connect(str(place), isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER guard_receipt_number")
    before = place.read_bytes()
    with pytest.raises(ChangedSchema):
        renew(place, clock)
    assert place.read_bytes() == before


# --- what was done to a file from outside ------------------------------------------------------------

CHANGES = {
    "a trigger is missing": "DROP TRIGGER guard_receipt_update",
    "the number guard is missing": "DROP TRIGGER guard_receipt_number",
    "the one index is missing": "DROP INDEX one_live_claim",
    "a column is added": "ALTER TABLE receipt ADD COLUMN secret TEXT",
    "a table is added": "CREATE TABLE mine (id INTEGER PRIMARY KEY)",
    "a view is added": "CREATE VIEW sold AS SELECT * FROM claim",
    "a trigger is added": "CREATE TRIGGER mine AFTER INSERT ON tender BEGIN SELECT 1; END",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_schema_is_refused_and_left_as_it_is(place, raw, change):
    raw.execute(CHANGES[change])
    raw.close()
    before = place.read_bytes()
    with pytest.raises(ChangedSchema):
        open_office(place)
    assert place.read_bytes() == before


def broken(place):
    database = FileDatabase(place, read_only=True)
    try:
        with database.reading() as session:
            reading = Reading(session, 0, "", database.clock())
            return {finding.law for finding in audit(reading) if finding.broken}
    finally:
        database.close()


SEEDED = {
    "one live claim a unit": (
        "UNGUARD claim; DROP INDEX one_live_claim;"
        "INSERT INTO claim (unit_id, stage, opened_at, opened_by, reason, opening, end_reason)"
        " SELECT unit_id, stage, opened_at + 1, 1, '', 1, '' FROM claim"
        " WHERE ended_at IS NULL LIMIT 1"
    ),
    "claims follow one another": (
        "UNGUARD claim;"
        "UPDATE claim SET opened_at = opened_at - 3600000000 WHERE id ="
        " (SELECT max(id) FROM claim)"
    ),
    "receipt numbers without a gap": (
        "DROP TRIGGER guard_receipt_delete; DELETE FROM receipt WHERE number = 'SJ0000002'"
    ),
    "tenders add up": (
        "DROP TRIGGER guard_tender_update; UPDATE tender SET amount_fen = amount_fen - 1"
        " WHERE id = 2"
    ),
    "ledger equals receipts": (
        "DROP TRIGGER guard_movement_update; UPDATE movement SET amount_fen = amount_fen + 1"
        " WHERE receipt_id = 2"
    ),
    "no deal below nothing": (
        "UNGUARD movement;"
        "INSERT INTO movement (at, day, actor_id, deal_id, debit, credit, amount_fen, kind)"
        " VALUES (1, '2026-11-24', 1, 1, 'deposits held', 'forfeited', 99000000, 'x')"
    ),
    "receipts unchanged": (
        "DROP TRIGGER guard_receipt_update; UPDATE receipt SET sheet ="
        " replace(sheet, '王小明', '王大明') WHERE id = 2"
    ),
    "journal unchanged": (
        "DROP TRIGGER guard_journal_update; UPDATE journal SET actor_id = actor_id + 1 WHERE id = 5"
    ),
    "every subscription has its agreement": (
        "DROP TRIGGER guard_agreement_delete; DELETE FROM agreement"
    ),
    "every sale has its contract and its filing": (
        "DROP TRIGGER guard_delivery_delete; DELETE FROM delivery"
    ),
    "every attachment is as it was attached": (
        "DROP TRIGGER guard_attachment_content_update;"
        " UPDATE attachment_content SET content = zeroblob(length(content))"
    ),
    "what leaves one deal arrives in the other": (
        "DROP TRIGGER guard_movement_delete; DELETE FROM movement WHERE kind = 'carried in'"
    ),
    "what is due makes the price": (
        "DROP TRIGGER guard_due_line_fixed; UPDATE due_line SET amount_fen = amount_fen + 1"
        " WHERE ended_at IS NULL"
    ),
    "what was applied of paid ahead names its lines": (
        "DROP TRIGGER guard_prepaid_use_delete; DELETE FROM prepaid_use"
    ),
    "demand letters follow one another": (
        "DROP TRIGGER guard_demand_letter_update; UPDATE demand_letter SET stage = 'second'"
    ),
    "promises stand as they were noted": (
        "DROP TRIGGER guard_payment_promise_update;"
        " UPDATE payment_promise SET promised_on = '2030-01-01'"
    ),
    "every reference leads somewhere": (
        "PRAGMA foreign_keys=OFF; INSERT INTO phone (customer_id, number) VALUES (99, '1')"
    ),
}


@pytest.mark.parametrize("law", SEEDED)
def test_the_audit_sees_what_a_missing_guard_let_in(place, raw, law):
    assert broken(place) == set()
    for statement in SEEDED[law].split(";"):
        if statement.startswith("UNGUARD "):
            found = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
            for (name,) in raw.execute(found, (statement.removeprefix("UNGUARD "),)).fetchall():
                raw.execute(f"DROP TRIGGER {name}")
        else:
            raw.execute(statement)
    assert law in broken(place)


def test_a_receipt_that_was_rewritten_with_its_hash_breaks_the_next_link(place, raw):
    raw.execute("DROP TRIGGER guard_receipt_update")
    raw.execute("UPDATE receipt SET hash = 'forged' WHERE number = 'SJ0000001'")
    assert "receipts unchanged" in broken(place)


def test_a_sealed_row_that_went_missing_is_seen(place, raw):
    raw.execute("DROP TRIGGER guard_journal_delete")
    raw.execute("DELETE FROM journal WHERE id = 4")
    assert "journal unchanged" in broken(place)


# --- no office at all ----------------------------------------------------------------------------------


def test_nothing_there(tmp_path):
    with pytest.raises(NoOffice):
        open_office(tmp_path / "none.office")
    with pytest.raises(NoOffice):
        open_office(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("contents", "refusal"),
    [
        (b"", DamagedOffice),
        (b"PK\x03\x04 a workbook", NotAnOffice),
        ("中文".encode(), NotAnOffice),
    ],
)
def test_a_file_that_is_none_is_refused_and_kept(tmp_path, contents, refusal):
    path = tmp_path / "other.office"
    path.write_bytes(contents)
    with pytest.raises(refusal):
        open_office(path)
    assert path.read_bytes() == contents
    assert list(tmp_path.iterdir()) == [path]


def test_another_programs_database_is_refused_and_not_touched(tmp_path):
    path = tmp_path / "other.office"
    with closing(sqlite.connect(str(path))) as other:
        other.execute("CREATE TABLE theirs (id INTEGER)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(NotAnOffice):
        open_office(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_newer_office_is_refused_and_not_touched(place, raw):
    raw.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    raw.close()
    before = place.read_bytes()
    with pytest.raises(NewerOffice) as refusal:
        open_office(place)
    assert refusal.value.facts == {"found": schema.VERSION + 1, "known": schema.VERSION}
    assert place.read_bytes() == before
