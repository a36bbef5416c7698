"""Rows of what is attached: scanned papers and floor plans, added and never changed.

The bytes lie in a table of their own, so that no list and no feed ever reads them.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.sales.attachment_rules import MOST_DOTS, AttachmentKind, Media
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when, stamped

PLACES = ("request_id", "agreement_id", "change_id", "contract_id", "unit_id", "project_id")
"""The columns of which one says what an attachment belongs to."""

_ONE_PLACE = " + ".join(f"(CASE WHEN {column} IS NULL THEN 0 ELSE 1 END)" for column in PLACES)


def _among(kinds: type[AttachmentKind] | type[Media]) -> str:
    return ", ".join(f"'{kind.value}'" for kind in kinds)


class Attachment(Record):
    """A file that belongs to one thing: its size in bytes, its checksum, who attached it and when.

    A floor plan belongs to a unit, or to a ``layout`` of a project; of several the newest that was
    not struck out counts. Width and height are dots of a picture, ``pages`` those of a PDF.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint(f"{_ONE_PLACE} = 1", name="place"),
        CheckConstraint("(project_id IS NULL) = (layout = '')", name="layout"),
        CheckConstraint(
            "(kind = 'floor plan') = (unit_id IS NOT NULL OR project_id IS NOT NULL)",
            name="kind_place",
        ),
        CheckConstraint(f"kind IN ({_among(AttachmentKind)})", name="kind"),
        CheckConstraint(f"media IN ({_among(Media)})", name="media"),
        CheckConstraint("size > 0 AND pages >= 0 AND length(sha256) = 64", name="facts"),
        CheckConstraint(
            f"width >= 0 AND height >= 0 AND width * height <= {MOST_DOTS}"
            " AND (width * height > 0) = (media <> 'application/pdf')",
            name="dots",
        ),
    )
    id: Mapped[Key]
    kind: Mapped[str]
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    change_id: Mapped[int | None] = mapped_column(ForeignKey("deal_change.id"), index=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("contract.deal_id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), index=True)
    layout: Mapped[str]
    name: Mapped[str]
    media: Mapped[str]
    size: Mapped[int]
    pages: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    sha256: Mapped[str]
    note: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class AttachmentContent(Record):
    """The bytes of an attachment, exactly as they were in the file."""

    __tablename__ = "attachment_content"
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), primary_key=True)
    content: Mapped[bytes]


class AttachmentStruck(Record):
    """An attachment that does not count any more, and why; its bytes stay."""

    __tablename__ = "attachment_struck"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"),)
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), primary_key=True)
    reason: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


for _table in (Attachment, AttachmentStruck):
    stamped(_table, "actor_id", "at")
for _grown in (Attachment, AttachmentContent, AttachmentStruck):
    append_only(_grown)
refuse_when(
    AttachmentContent,
    "size",
    "INSERT",
    "coalesce((SELECT a.size FROM attachment a WHERE a.id = NEW.attachment_id), -1)"
    " <> length(NEW.content)",
    "an attachment has the size it was measured with",
)
