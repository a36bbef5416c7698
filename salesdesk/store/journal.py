"""Every command carried out: who, when, what it asked, what it changed; and its one effect."""

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.store.columns import Canonical, Key, to_microseconds
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only


class IntentReused(UserError):
    """An intent's id came back with other contents."""

    problem = QT_TRANSLATE_NOOP("errors", "This form was already sent with other contents.")
    remedy = QT_TRANSLATE_NOOP("errors", "Open the form anew; look first at what was done.")


class JournalRow(Record):
    """One command carried out."""

    __tablename__ = "journal"
    id: Mapped[Key]
    at: Mapped[datetime]
    actor_id: Mapped[int]
    command: Mapped[str]
    form: Mapped[str] = mapped_column(Canonical)
    changed: Mapped[str] = mapped_column(Canonical)
    intent: Mapped[str] = mapped_column(unique=True)
    form_hash: Mapped[str]
    answer: Mapped[str] = mapped_column(Canonical)


class Intent(Record):
    """The id of what somebody wants, claimed before it is carried out: it has one effect.

    Looking the id up and working afterwards is not enough on a server: a second try may overtake
    the first, whose line broke, and be told that it failed.
    """

    __tablename__ = "intent"
    id: Mapped[str] = mapped_column(primary_key=True)
    form_hash: Mapped[str]


class Seal(Record):
    """A link of the chain over the journal: covers the rows first_id..last_id, and the link before."""

    __tablename__ = "seal"
    id: Mapped[Key]
    at: Mapped[datetime]
    first_id: Mapped[int]
    last_id: Mapped[int]
    rows: Mapped[int]
    previous: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)


append_only(JournalRow)
append_only(Intent)
append_only(Seal)

_ROWS = Record.metadata.tables["journal"]
APPENDED = insert(_ROWS)
"""The statement that writes one journal row; built once, as those below: every command sends them."""
_ANSWER = select(_ROWS.c.form_hash, _ROWS.c.answer).where(_ROWS.c.intent == bindparam("intent"))
_CLAIM = text("INSERT INTO intent (id, form_hash) VALUES (:id, :hash) ON CONFLICT DO NOTHING")
GENESIS = "0" * 64
"""What stands before the first link."""


def form_hash(command: str, actor: int, form: str) -> str:
    """Give the fingerprint by which a repeated intent is known to be the same."""
    # A lone surrogate must get as far as the refusal of the text that holds it.
    whole = f"{command}\0{actor}\0{form}"
    return hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()


def answered(session: Session, intent: str, fingerprint: str) -> str | None:
    """Give the stored answer (JSON) of *intent* if it was carried out before, else None.

    Raises `IntentReused` when the same id comes with another form or person.
    """
    row = session.execute(_ANSWER, {"intent": intent}).one_or_none()
    if row is None:
        return None
    if row.form_hash != fingerprint:
        raise IntentReused
    return str(row.answer)


def claim(session: Session, intent: str, fingerprint: str) -> str | None:
    """Claim *intent*; give the stored answer (JSON) where it was carried out before.

    On a server this waits for an earlier try that is still under way. Raises `IntentReused`.
    """
    server = session.get_bind().dialect.name != "sqlite"
    if not server and (stored := answered(session, intent, fingerprint)) is not None:
        return stored
    claimed: Any = session.execute(_CLAIM, {"id": intent, "hash": fingerprint})
    return None if claimed.rowcount else answered(session, intent, fingerprint)


def row_hash(previous: str, row: JournalRow) -> str:
    """Give the chain's next value: every column of *row*, each with its length before it."""
    parts = (
        row.id, to_microseconds(row.at), row.actor_id, row.command, row.form, row.changed,
        row.intent, row.form_hash, row.answer,
    )  # fmt: skip
    whole = "".join(f"{len(str(part))}:{part}" for part in parts)
    return hashlib.sha256(f"v1{previous}{whole}".encode()).hexdigest()


def seal(session: Session, now: datetime, settled: int) -> int:
    """Seal the rows behind the last seal into the chain, up to the id *settled*; give how many."""
    last = session.scalars(select(Seal).order_by(Seal.id.desc()).limit(1)).first()
    previous, start = (last.hash, last.last_id) if last else (GENESIS, 0)
    rows = session.scalars(
        select(JournalRow)
        .where(JournalRow.id > start, JournalRow.id <= settled)
        .order_by(JournalRow.id)
    ).all()
    if not rows:
        return 0
    link = previous
    for row in rows:
        link = row_hash(link, row)
    session.add(
        Seal(
            at=now, first_id=rows[0].id, last_id=rows[-1].id, rows=len(rows),
            previous=previous, hash=link,
        )
    )  # fmt: skip
    return len(rows)


def broken_seal(session: Session) -> str:
    """Name the first place where the chain does not hold, or give an empty text."""
    previous, last_id = GENESIS, 0
    for link in session.scalars(select(Seal).order_by(Seal.id)):
        if link.previous != previous or link.first_id <= last_id:
            return f"seal {link.id} does not follow its predecessor"
        rows = session.scalars(
            select(JournalRow)
            .where(JournalRow.id > last_id, JournalRow.id <= link.last_id)
            .order_by(JournalRow.id)
        ).all()
        value = previous
        for row in rows:
            value = row_hash(value, row)
        if len(rows) != link.rows or value != link.hash:
            return f"journal rows {link.first_id}-{link.last_id} were changed"
        previous, last_id = link.hash, link.last_id
    return ""


def last_moment(session: Session) -> datetime | None:
    """Give the time of the newest journal row."""
    # By key, which counts up with time: the journal has no index of its times, and grows for ever.
    return session.scalar(select(JournalRow.at).order_by(JournalRow.id.desc()).limit(1))
