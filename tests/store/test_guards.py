"""What nobody may do to the tables, with our program or with another."""

from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import ForeignKey, UniqueConstraint, create_engine, join
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, mapped_column

from salesdesk.office import catalogue
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when

assert catalogue.COMMANDS  # all tables are loaded

GROW_ONLY = {
    "agreement", "buyer_agent", "book_form", "book_issue", "book_return", "cancellation", "cash_count", "contra", "contra_approval", "contra_print", "contract", "contract_filing", "deal", "default_lift", "default_notice", "delivery", "demand_letter", "discount_limit", "filed_price", "filing_cancelled", "floor_price", "import_file",
    "building_stage", "journal", "law_line", "law_request", "measured_area", "movement", "online_signing", "payment_promise", "price_approval", "permit_change", "price_change", "price_effect", "price_line",
    "price_grant", "price_request", "price_step", "price_version", "price_withdrawal", "receipt", "receipt_book", "receipt_exchange", "receipt_exchange_line", "receipt_print", "receipt_void", "refund", "refund_original", "refund_request",
    "revision", "seal", "tender",
    "change_request", "deal_change", "flow", "flow_step", "request", "reservation", "signature", "stand_in", "withdrawal",
    "claim_review", "spot_check", "attachment", "attachment_content", "attachment_struck", "unit_exchange", "mode_version", "allocation", "prepaid_use", "late_fee", "late_fee_waiver", "waiver_request",
    "unit_before", "unit_remake", "unit_remake_line", "day_close", "day_close_tender", "day_close_piece", "month_close",
    "loan_case", "loan_turn", "loan_document", "loan_check_list",
    "supervised_account", "statement_import", "statement_line", "statement_match", "statement_unmatch",
    "account_code", "voucher_run", "voucher_movement",
}  # fmt: skip
"""Money, papers and the journal: rows are added and stay as they are."""

TABLES = Record.metadata.tables


def keys_of(table):
    """Every set of columns by which a row of *table* is the only one."""
    yield [column.name for column in table.primary_key.columns]
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield [column.name for column in constraint.columns]
    for index in table.indexes:
        if index.unique and not index.dialect_options["sqlite"]["where"]:
            yield [column.name for column in index.columns]


def refused(connection, statement, *values):
    before = connection.execute("SELECT count(*) FROM journal").fetchone()
    with pytest.raises(sqlite.IntegrityError, match="guard: "):
        connection.execute(statement, values)
    assert connection.execute("SELECT count(*) FROM journal").fetchone() == before
    return True


def test_the_tables_of_money_and_memory_are_guarded(raw):
    triggers = {
        name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
    }
    for verb in ("update", "delete", "replace"):
        guarded = {t for t in TABLES if f"guard_{t}_{verb}" in triggers}
        assert guarded - {"claim", "counter"} >= GROW_ONLY
    money = {
        t.name for t in TABLES.values() if any(c.name.endswith("_fen") for c in t.columns)
    } - {"unit", "due_line"}
    # a unit's price of today: each price it ever had is a price_change; what is due is dated once and
    # ends, its amount never changes (test_schedules), what is open of it is proved (test_ageing)
    assert money <= GROW_ONLY


@pytest.mark.parametrize("table", sorted(GROW_ONLY))
def test_rows_of_money_and_memory_never_change(raw, table):
    columns = [column.name for column in TABLES[table].columns]
    row = raw.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchone()
    assert row, f"nothing in {table}: the test would see nothing"
    for column in columns:
        assert refused(raw, f"UPDATE {table} SET {column} = {column}")
    assert refused(raw, f"DELETE FROM {table}")
    assert raw.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchone() == row


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("table", sorted(GROW_ONLY))
def test_rows_of_money_and_memory_are_never_replaced(raw, table, recursive):
    """By no key: a replaced row is a deleted one, and no trigger of deletion need see it."""
    raw.execute(f"PRAGMA recursive_triggers={recursive}")
    columns = [column.name for column in TABLES[table].columns]
    primary = columns.index(next(iter(TABLES[table].primary_key.columns)).name)
    for row in raw.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()[-1:]:
        for key in keys_of(TABLES[table]):
            values = list(row)
            if columns[primary] not in key:
                values[primary] = 999_999
            if any(values[columns.index(name)] is None for name in key):
                continue
            places = ", ".join("?" * len(columns))
            for verb in ("INSERT OR REPLACE", "REPLACE"):
                with pytest.raises(sqlite.IntegrityError):
                    raw.execute(
                        f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({places})", values
                    )
        found = f"SELECT * FROM {table} WHERE {columns[primary]} = ?"
        assert raw.execute(found, (row[primary],)).fetchone()


def test_a_claim_can_only_end_and_then_stays(raw):
    ((live,),) = raw.execute("SELECT min(id) FROM claim WHERE ended_at IS NULL").fetchall()
    ((over,),) = raw.execute("SELECT min(id) FROM claim WHERE ended_at IS NOT NULL").fetchall()
    fixed = ("unit_id", "stage", "deal_id", "customer_id", "opened_at", "opened_by")
    for column in fixed:
        other = "'blocked'" if column == "stage" else f"coalesce({column}, 0) + 1"
        assert refused(raw, f"UPDATE claim SET {column} = {other} WHERE id = {live}")
    assert refused(raw, f"UPDATE claim SET ended_at = NULL WHERE id = {over}")
    assert refused(raw, f"UPDATE claim SET end_reason = 'x' WHERE id = {over}")
    for key in (live, over):
        assert refused(raw, f"DELETE FROM claim WHERE id = {key}")
        assert refused(raw, f"INSERT OR REPLACE INTO claim SELECT * FROM claim WHERE id = {key}")


def claim_again(connection, unit, opened):
    connection.execute(
        "INSERT INTO claim (unit_id, stage, opened_at, opened_by, reason, opening, end_reason)"
        " SELECT ?, 'blocked', ?, id, '', 0, '' FROM person WHERE role = 'manager'",
        (unit, opened),
    )


def test_two_live_claims_are_refused_by_trigger_and_by_index(raw):
    unit, opened = raw.execute(
        "SELECT unit_id, opened_at FROM claim WHERE ended_at IS NULL"
    ).fetchone()
    with pytest.raises(sqlite.IntegrityError, match="guard: the unit is already claimed"):
        claim_again(raw, unit, opened + 1)
    raw.execute("DROP TRIGGER guard_claim_overlap")
    with pytest.raises(sqlite.IntegrityError, match=r"UNIQUE .* claim\.unit_id"):
        claim_again(raw, unit, opened + 1)


def test_a_claim_that_begins_before_the_last_one_ended_is_refused(raw):
    unit, opened = raw.execute(  # what was cancelled is taken back: a manager may, at any time
        "SELECT unit_id, opened_at FROM claim WHERE ended_at IS NULL AND stage = 'in review'"
    ).fetchone()
    ended = opened + 10
    raw.execute(
        "UPDATE claim SET ended_at = ?, ended_by = (SELECT id FROM person WHERE role = 'manager')"
        " WHERE unit_id = ? AND ended_at IS NULL",
        (ended, unit),
    )
    assert refused(raw, "INSERT INTO claim (unit_id, stage, opened_at, opened_by, reason, opening,"
                        " end_reason) VALUES (?, 'blocked', ?, 1, '', 0, '')", unit, ended - 1)  # fmt: skip
    claim_again(raw, unit, ended)


@pytest.mark.parametrize("change", ["next_no + 2", "next_no - 1", "next_no", "1"])
def test_a_counter_moves_by_one(raw, change):
    assert refused(raw, f"UPDATE counter SET next_no = {change} WHERE series = 'receipt'")
    assert refused(raw, "DELETE FROM counter")
    assert refused(raw, "UPDATE counter SET first_no = 2, next_no = next_no + 1")


@pytest.mark.parametrize("skip", [0, 1, -1, 5])
def test_a_receipt_number_out_of_order_is_refused(raw, skip):
    columns = [c.name for c in TABLES["receipt"].columns]
    row = dict(zip(columns, raw.execute(
        f"SELECT {', '.join(columns)} FROM receipt WHERE series='receipt' ORDER BY no DESC"
    ).fetchone(), strict=True))  # fmt: skip
    no = row["no"] + 1 + skip
    row |= {"id": 500, "no": no, "number": f"SJ{no:07}", "hash": "x", "previous": row["hash"]}
    row |= {"kind": "opening"}  # unlike a deposit, of any deal
    places = ", ".join("?" * len(row))
    statement = f"INSERT INTO receipt ({', '.join(row)}) VALUES ({places})"
    if skip:
        assert refused(raw, statement, *row.values())
    else:
        raw.execute(statement, tuple(row.values()))


def test_a_text_never_slips_into_money(raw):
    columns = "at, day, actor_id, deal_id, receipt_id, debit, credit, kind"
    for amount in ("'viel'", "1.5", "0", "-1", "5"):
        statement = (
            f"INSERT INTO movement ({columns}, amount_fen) SELECT {columns}, {amount} FROM movement"
            " WHERE kind = 'deposit' LIMIT 1"
        )
        if amount == "5":  # the same row with an amount of money is one
            raw.execute(statement)
            continue
        with pytest.raises(sqlite.IntegrityError, match=r"STRICT|cannot store|CHECK|amount"):
            raw.execute(statement)


def test_our_own_connections_keep_references_whole(office):
    with office.database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        with pytest.raises(sqlite.IntegrityError, match="FOREIGN KEY"):
            driver.execute("INSERT INTO phone (customer_id, number) VALUES (99, '1')")


def test_a_stranger_is_seen_as_such(place):
    with closing(sqlite.connect(str(place))) as stranger:
        assert stranger.execute("PRAGMA foreign_keys").fetchone() == (0,)


def test_a_buyer_is_identified_once_and_stays(raw):
    raw.execute("UPDATE buyer SET id_number = '11010519491231002X' WHERE id = 1")
    assert refused(raw, "UPDATE buyer SET id_number = '' WHERE id = 1")
    for column in ("name", "share_bp", "position", "agreement_id"):
        assert refused(raw, f"UPDATE buyer SET {column} = {column} + 1 WHERE id = 2")
    assert refused(raw, "DELETE FROM buyer WHERE id = 2")


def test_a_release_that_ended_stays(raw):
    ((over,),) = raw.execute("SELECT min(id) FROM release_line WHERE ended_at IS NOT NULL")
    assert refused(raw, f"UPDATE release_line SET ended_at = NULL WHERE id = {over}")
    assert refused(raw, "DELETE FROM release_line")


def test_a_guard_takes_the_record_itself(tmp_path):
    """Its table is asked for once, in one place; what is mapped to no table of its own is refused."""

    class Books(DeclarativeBase):
        pass

    class Slip(Books):
        __tablename__ = "slip"
        id: Mapped[int] = mapped_column(primary_key=True)
        amount: Mapped[int]

    class Other(Books):
        __tablename__ = "other"
        id: Mapped[int] = mapped_column(ForeignKey("slip.id"), primary_key=True)

    class Both(Books):
        __table__ = join(Slip.__table__, Other.__table__)
        id = column_property(Slip.__table__.c.id, Other.__table__.c.id)

    append_only(Slip)
    refuse_when(Other, "never", "INSERT", "NEW.id > 0", "no others")
    engine = create_engine("sqlite://", module=sqlite)
    Books.metadata.create_all(engine, tables=[Slip.__table__, Other.__table__])
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO slip VALUES (1, 5)")
    for forbidden in (
        "UPDATE slip SET amount = 6",
        "DELETE FROM slip",
        "INSERT INTO other VALUES (1)",
    ):
        with pytest.raises(IntegrityError, match="guard: "), engine.begin() as connection:
            connection.exec_driver_sql(forbidden)
    with pytest.raises(TypeError):
        append_only(Both)
