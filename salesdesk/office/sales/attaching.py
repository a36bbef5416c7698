"""What is done about attachments: a scan back, a floor plan, and striking a wrong one out."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import AttachmentId, ProjectId, RequestId, UnitId
from salesdesk.office.approvals.tables import Request
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.sales.attachment_rules import (
    MOST_PAGES,
    AttachmentKind,
    check_size,
    dots_of,
    media_of,
)
from salesdesk.office.sales.attachment_tables import (
    Attachment,
    AttachmentContent,
    AttachmentStruck,
)
from salesdesk.office.sales.change_tables import DealChange
from salesdesk.office.sales.deals import is_own
from salesdesk.office.sales.signing_tables import Contract
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.office.staff.queries import setting
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Reading, Work

_LONGEST = 120
_LONGEST_NOTE = 500


class NotYourPaper(UserError):
    """A consultant attaches to his own requests and deals only."""

    problem = QT_TRANSLATE_NOOP("errors", "{what} {number} is not yours.")
    remedy = QT_TRANSLATE_NOOP("errors", "Ask whoever it belongs to, or the site manager.")


class StruckAlready(UserError):
    """An attachment is struck out once."""

    problem = QT_TRANSLATE_NOOP("errors", "Attachment {number} is struck out already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Attach the right file, if there is none yet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachScan:
    """Attach the scan of a signed paper (扫描件): a request's form, an agreement, a change, a contract.

    One of ``request``, ``agreement``, ``change`` and ``contract`` says to which, the last three by
    their printed numbers. ``content`` are the file's bytes, ``name`` is only what it was called;
    ``pages`` what the guarded reader counted. The answer is the attachment's number.
    """

    content: bytes
    name: str
    request: RequestId | None = None
    agreement: str = ""
    change: str = ""
    contract: str = ""
    note: str = ""
    pages: int = 0

    def form(self) -> dict[str, object]:
        """Give the journal's form: the file's checksum, not its bytes."""
        places = {"request": self.request, "agreement": self.agreement, "change": self.change}
        return {
            **{key: value for key, value in places.items() if value},
            **({"contract": self.contract} if self.contract else {}),
            **_facts(self.content, self.name, self.note, self.pages),
        }

    def __call__(self, work: Work) -> int:
        given = {
            "request": self.request or "",
            "agreement": self.agreement.strip().upper(),
            "change": self.change.strip().upper(),
            "contract": self.contract.strip(),
        }
        named = [(what, key) for what, key in given.items() if key]
        if len(named) != 1:
            raise BadEntry(
                field="paper", value=len(named),
                expected="one of request, agreement, change, contract",
            )  # fmt: skip
        what, number = named[0]
        column, key, topic, about = _paper(work, what, number)
        row = _new(work, AttachmentKind.SCAN, self.content, self.name, self.note, self.pages)
        setattr(row, column, key)
        return _kept(work, row, self.content, topic, about, {what: number})


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachFloorPlan:
    """Attach a floor plan (户型图) to a ``layout`` of a project, or to one ``unit`` that differs.

    The newest counts; a unit's own goes before its layout's. The answer is the attachment's number.
    """

    content: bytes
    name: str
    project: ProjectId | None = None
    layout: str = ""
    unit: UnitId | None = None
    note: str = ""
    pages: int = 0

    def form(self) -> dict[str, object]:
        """Give the journal's form: the file's checksum, not its bytes."""
        places = {"unit": self.unit, "layout": self.layout, "project": self.project}
        place = {name: value for name, value in places.items() if value}
        return {**place, **_facts(self.content, self.name, self.note, self.pages)}

    def __call__(self, work: Work) -> int:
        layout = text.clean(self.layout, "layout", 60)
        if bool(layout) == (self.unit is not None):
            raise BadEntry(field="layout", value=layout, expected="a layout, or a unit")
        row = _new(work, AttachmentKind.FLOOR_PLAN, self.content, self.name, self.note, self.pages)
        if self.unit is not None:
            unit = work.session.get(Unit, self.unit)
            if unit is None:
                raise NotFound(what="unit", key=self.unit)
            row.unit_id = unit.id
            told: dict[str, object] = {"unit": unit.code}
            return _kept(work, row, self.content, Topic.UNIT, unit.id, told)
        project = find_project(work.session, self.project or first_project(work.session))
        known = select(Unit.id).where(Unit.project_id == project.id, Unit.layout == layout)
        if work.session.scalar(known.limit(1)) is None:
            raise NotFound(what="layout", key=layout)
        row.project_id, row.layout = project.id, layout
        told = {"project": project.name, "layout": layout}
        return _kept(work, row, self.content, Topic.PROJECT, project.id, told)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeAttachment:
    """Strike a wrong attachment out, with a reason: it stays to be seen, and counts no more."""

    attachment: AttachmentId
    reason: str

    def __call__(self, work: Work) -> int:
        row = work.session.get(Attachment, self.attachment)
        if row is None:
            raise NotFound(what="attachment", key=self.attachment)
        if work.session.get(AttachmentStruck, row.id) is not None:
            raise StruckAlready(number=row.id)
        reason = text.required(self.reason, "reason", _LONGEST_NOTE)
        struck = AttachmentStruck(
            attachment_id=row.id, reason=reason, at=work.now, actor_id=work.actor
        )
        work.session.add(struck)
        work.session.flush()
        topic, about = _about(work, row)
        work.note(topic, about, struck=row.id, name=row.name, sha256=row.sha256, reason=reason)
        return row.id


def may_see(reading: Reading, what: str, row: Any) -> bool:
    """Whether the asker may have to do with the papers of *row*: a consultant with his own only.

    *row* is the `Request`, or the `Deal` whose paper it is (*what* else).
    """
    if reading.role != Role.CONSULTANT:
        return True
    if what == "request":
        return bool(row.asker_id == reading.actor)
    return is_own(reading.session, reading.actor, row)


def _facts(content: bytes, name: str, note: str, pages: int) -> dict[str, object]:
    return {
        "name": name,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "pages": pages,
        "note": note,
    }


def _paper(work: Work, what: str, number: Any) -> tuple[str, int, Topic, int]:
    """Find the paper: its column, its key, and which record the desks are told of."""
    if what == "request":
        request = work.session.get(Request, number)
        if request is None:
            raise NotFound(what="request", key=number)
        if not may_see(work, what, request):
            raise NotYourPaper(what=what, number=number)
        return "request_id", request.id, Topic.REQUEST, request.id
    kind: Any = {"agreement": Agreement, "change": DealChange, "contract": Contract}[what]
    row: Any = work.session.scalar(select(kind).where(kind.number == number))
    if row is None:
        raise NotFound(what=what, key=number)
    if not may_see(work, what, work.session.get_one(Deal, row.deal_id)):
        raise NotYourPaper(what=what, number=number)
    key = row.deal_id if what == "contract" else row.id
    return f"{what}_id", key, Topic.DEAL, row.deal_id


def _about(work: Work, row: Attachment) -> tuple[Topic, int]:
    """Give the record whose desks are told that an attachment changed."""
    if row.request_id is not None:
        return Topic.REQUEST, row.request_id
    if row.unit_id is not None:
        return Topic.UNIT, row.unit_id
    if row.project_id is not None:
        return Topic.PROJECT, row.project_id
    if row.contract_id is not None:
        return Topic.DEAL, row.contract_id
    if row.agreement_id is not None:
        return Topic.DEAL, work.session.get_one(Agreement, row.agreement_id).deal_id
    return Topic.DEAL, work.session.get_one(DealChange, row.change_id).deal_id


def _new(
    work: Work, kind: AttachmentKind, content: bytes, name: str, note: str, pages: int
) -> Attachment:
    """Look at the bytes and give a row that belongs to nothing yet."""
    # A form that was made by other hands may bring a path; what was last in it is the name.
    plain = text.required(PurePath(name.replace("\\", "/")).name, "name", _LONGEST)
    check_size(content, int(setting(work.session, "attachment_most_mb")), plain)
    media = media_of(content, plain)
    width, height = dots_of(content, media, plain)
    if not 0 <= pages <= MOST_PAGES:
        raise BadEntry(field="pages", value=pages, expected=f"0-{MOST_PAGES}")
    return Attachment(
        kind=kind.value,
        layout="",
        name=plain,
        media=media.value,
        size=len(content),
        pages=pages,
        width=width,
        height=height,
        sha256=hashlib.sha256(content).hexdigest(),
        note=text.clean(note, "note", _LONGEST_NOTE),
        at=work.now,
        actor_id=work.actor,
    )


def _kept(
    work: Work, row: Attachment, content: bytes, topic: Topic, about: int, told: dict[str, Any]
) -> int:
    work.session.add(row)
    work.session.flush()
    work.session.add(AttachmentContent(attachment_id=row.id, content=content))
    work.session.flush()
    work.note(topic, about, attachment=row.id, name=row.name, sha256=row.sha256, **told)
    return row.id
