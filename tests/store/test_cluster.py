"""What of the office would run on a PostgreSQL-compatible cluster (CockroachDB), and what would not.

No cluster runs here: schema and statements are compiled by its SQLAlchemy dialect, and what only
PostgreSQL itself has is looked for in every statement of ours and named below, with the reason.
"""

import re
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.elements import ClauseElement, TextClause
from sqlalchemy_cockroachdb.psycopg import CockroachDBDialect_psycopg

import salesdesk
from salesdesk.office import catalogue, questions
from salesdesk.store.database import Record
from tests.furnished import Clock, make, seated
from tests.office.everything import do_everything

HOUSE = Path(salesdesk.__file__).parent
README = HOUSE.parent / "README.md"
CLUSTER, SERVER = CockroachDBDialect_psycopg(), postgresql.dialect()

WOULD_NOT_RUN = {
    "LISTEN and NOTIFY": (
        r"\b(LISTEN|NOTIFY)\b",
        "not there; the feed's look every two seconds stays, so only the first wake-up is lost",
    ),
    "transaction numbers": (
        r"\bpg_(current_xact_id|snapshot_xmin|current_snapshot)\b",
        "one node's numbers; `crdb_internal_mvcc_timestamp` or a changefeed orders the change log there",
    ),
    "deferred constraint triggers": (
        r"\bCREATE CONSTRAINT TRIGGER\b",
        "not there: 'nothing without its journal row' would be asked inside the command, before commit",
    ),
    "triggers of a statement": (
        r"\bCREATE TRIGGER\b[^;]*\b(FOR EACH STATEMENT|BEFORE TRUNCATE)\b",
        "row triggers only; TRUNCATE would be a privilege nobody holds, as it is already",
    ),
    "grants on columns": (
        r"\b(UPDATE|INSERT) \([^)]*\)(?=.*\bTO\b)|GRANT UPDATE \(|'GRANT %s ON",
        "whole tables only: which columns a command may change would be the row triggers' to check",
    ),
    "roles made by functions": (
        r"EXECUTE format\('(CREATE ROLE|ALTER ROLE|GRANT|REVOKE)",
        "no dynamic SQL in functions: the administrator's program would send CREATE ROLE itself",
    ),
    "LOCK TABLE": (
        r"\bLOCK TABLE\b",
        "not there: the sealer would read at a past timestamp (AS OF SYSTEM TIME) instead of waiting",
    ),
    "settings of a function": (
        r"\b(ALTER FUNCTION .* SET search_path|set_config\('synchronous_commit')",
        "not there; every commit of a cluster is replicated, so that none is asked for",
    ),
    "catalogue of PostgreSQL": (
        r"\b(pg_get_triggerdef|pg_get_indexdef|to_regclass|pg_has_role|pg_auth_members)\b",
        "there in part: the fingerprint would be of other words, made anew for the cluster",
    ),
    "ids that count up": (
        r"\bBIGSERIAL\b",
        "numbers are scattered there unless serial_normalization is sql_sequence: seals read by id",
    ),
}
"""What -> how it is recognised, and why it would not run or what would stand in its place."""


def frozen():
    """Give every statement that makes an office on a server."""
    scripts = sorted((HOUSE / "store/migrations").rglob("*postgresql.sql"))
    assert len(scripts) >= 2
    for path in (*scripts, *sorted((HOUSE / "store/migrations").glob("server*.sql"))):
        for statement in path.read_text(encoding="utf-8").split("\n;;\n"):
            if statement.strip():
                yield statement


def ours():
    """Give every text of ours that may hold SQL: the frozen statements and the store's code."""
    yield from frozen()
    for path in (HOUSE / "store").glob("*.py"):
        yield path.read_text(encoding="utf-8")


def plain(ddl):
    """Give a statement without the quotes and blanks in which two dialects differ."""
    return " ".join(str(ddl).replace('"', "").split())


@pytest.mark.parametrize("table", Record.metadata.sorted_tables, ids=str)
def test_tables_and_indexes_are_the_same_on_a_cluster(table):
    for make_it in (CreateTable(table), *(CreateIndex(each) for each in table.indexes)):
        on_cluster = plain(make_it.compile(dialect=CLUSTER))
        assert on_cluster == plain(make_it.compile(dialect=SERVER))


def test_one_live_claim_a_unit_is_kept_by_the_clusters_own_index():
    claim = Record.metadata.tables["claim"]
    unique = [plain(CreateIndex(each).compile(dialect=CLUSTER)) for each in claim.indexes]
    assert any(
        re.search(r"UNIQUE INDEX .*\(unit_id\) WHERE ended_at IS NULL", ddl) for ddl in unique
    )


@pytest.fixture(scope="module")
def statements(tmp_path_factory):
    """Give what the whole catalogue, sweep and seal really send, as SQLAlchemy knows it."""
    path = tmp_path_factory.mktemp("cluster") / "day.office"
    make(path)
    desks, sent = seated(path, Clock()), {}

    def keep(_connection, element, *_rest):
        if isinstance(element, ClauseElement):
            sent.setdefault(str(element.compile(dialect=SERVER)), element)

    event.listen(desks.office.database.engine, "before_execute", keep)
    done = do_everything(desks)
    desks.office.close()
    assert done == catalogue.COMMANDS.keys() | questions.QUERIES.keys()
    return sent


def test_every_statement_of_commands_and_queries_compiles_for_a_cluster(statements):
    assert len(statements) > 150
    for written, element in statements.items():
        on_cluster = str(element.compile(dialect=CLUSTER))
        assert plain(on_cluster) == plain(written)
    locked = [each for each in statements if "FOR NO KEY UPDATE" in each or "FOR UPDATE" in each]
    assert locked, "the commands hold the rows they are about"


def test_what_commands_send_asks_nothing_of_one_node(statements):
    for what, (sign, _why) in WOULD_NOT_RUN.items():
        assert not [s for s in statements if re.search(sign, s, re.DOTALL)], what
    written = [each for each in statements.values() if isinstance(each, TextClause)]
    for each in written:
        assert not re.search(r"\b(PRAGMA|rowid|pg_\w+|nextval)\b", str(each)) or "pragma_" in str(
            each
        )


@pytest.mark.parametrize("what", WOULD_NOT_RUN)
def test_each_thing_that_would_not_run_is_really_used_and_told_in_the_readme(what):
    sign, why = WOULD_NOT_RUN[what]
    assert [text for text in ours() if re.search(sign, text, re.DOTALL)], (
        "no longer used: strike it"
    )
    assert f"| {what} | {why} |" in README.read_text(encoding="utf-8")


def test_nothing_that_makes_an_office_on_a_server_is_left_unnamed():
    """A frozen statement is a table, an index, a function, a trigger of rows, or in the list."""
    known = re.compile(
        r"CREATE (TABLE|INDEX|UNIQUE INDEX)\b|ALTER TABLE \w+ (ADD COLUMN|(ADD|DROP) CONSTRAINT)\b"
        r"|CREATE (OR REPLACE )?FUNCTION\b|CREATE TRIGGER\b.*FOR EACH ROW\b"
    )
    for statement in frozen():
        bare = re.sub(r"^(--[^\n]*\n)+", "", statement.lstrip())
        listed = any(re.search(sign, bare, re.DOTALL) for sign, _why in WOULD_NOT_RUN.values())
        assert listed or known.match(bare.replace("\n", " ")), bare[:200]
