"""Asking for a law, or a city's pack, to stand softer (法规放宽申请), and what the last signature does."""

from dataclasses import dataclass

from sqlalchemy import select

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, MissingEntry, UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.approvals.standing import open_request
from salesdesk.office.approvals.tables import Request, Signature
from salesdesk.office.inventory.law import footing
from salesdesk.office.inventory.law_queries import against
from salesdesk.office.inventory.law_request_tables import LawRequest
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.law_setting import Wanted, one_law, relaxed, whole_pack, write
from salesdesk.office.inventory.queries import find_project
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.store.work import Work


class NothingRelaxed(UserError):
    """What is as hard as it stands, or harder, needs no signatures."""

    problem = QT_TRANSLATE_NOOP("errors", "Nothing of this is softer than it stands.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Set it at once (SetLaw, AdoptLawPack); it needs no signatures."
    )


class LawAsked(UserError):
    """One open request for a law is enough."""

    problem = QT_TRANSLATE_NOOP("errors", "Request {request} asks for {law} already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Wait for its signatures, or withdraw it first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelaxLaws:
    """Let a law, or those of a whole pack, stand softer as it was signed.

    Carried out by a request's last signature; the request's reason is kept with each law.
    """

    project: ProjectId
    law: Law | None = None
    level: LawLevel | None = None
    cites: str | None = None
    pack: str = ""

    def __call__(self, work: Work) -> int:
        project = find_project(work.session, self.project)
        signed = work.session.scalars(
            select(Request)
            .join(Signature, Signature.request_id == Request.id)
            .where(Signature.at == work.now, Signature.person_id == work.actor)
            .order_by(Signature.id.desc())
            .limit(1)
        ).one()
        return write(work, project, self._wanted(work), signed.reason, signed.id)

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; raises `NothingRelaxed`."""
        project = find_project(work.session, self.project)
        wanted = self._wanted(work)
        if not relaxed(work, project, wanted):
            raise NothingRelaxed
        what = [FactLine(name="project", value=project.name)]
        if self.pack:
            what.append(FactLine(name="law pack", value=self.pack.strip(), form="pack"))
        changes = []
        for law, new in wanted.items():
            was = footing(work.session, project, law)
            what += [
                FactLine(name="law", value=law.value, form="law"),
                FactLine(name="now: level", value=was.level.value, form="level"),
                FactLine(name="then: level", value=new.footing.level.value, form="level"),
                FactLine(name="cited text", value=new.footing.cites),
            ]
            count = len(against(work, project.id, law))
            changes.append(FactLine(name="law", value=law.value, form="law"))
            changes.append(FactLine(name="against it now", value=str(count)))
        return Filing(
            payload=self,
            project=project.id,
            subject=project.name if self.pack else f"{self.law} {project.name}",
            what=tuple(fact for fact in what if fact.value),
            changes=tuple(changes),
        )

    def filed(self, work: Work, request: int) -> None:
        """Write which laws the request is about; refuses a second open one (`LawAsked`)."""
        wanted = self._wanted(work)
        self._check_not_asked(work, wanted)
        work.session.add_all(
            LawRequest(
                request_id=request,
                law=law.value,
                project_id=self.project,
                level=new.footing.level.value,
                ships=new.ships.value,
                cites=new.footing.cites,
                asker_id=work.actor,
                filed_at=work.now,
            )
            for law, new in wanted.items()
        )

    def _wanted(self, work: Work) -> Wanted:
        project = find_project(work.session, self.project)
        if self.pack:
            return whole_pack(work, project, self.pack)
        if self.law is None:
            raise MissingEntry(field="law")
        if self.level is None:
            raise MissingEntry(field="level")
        return one_law(work, project, self.law, self.level, self.cites)

    def _check_not_asked(self, work: Work, wanted: Wanted) -> None:
        laws = LawRequest.law.in_([law.value for law in wanted])
        asked = open_request(work, LawRequest, LawRequest.project_id == self.project, laws)
        if asked is not None:
            raise LawAsked(request=asked, law=", ".join(wanted))


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLaws:
    """Ask for one law (*law*, *level*, *cites*) or a whole *pack* to stand softer: others sign it."""

    project: ProjectId
    reason: str
    law: Law | None = None
    level: LawLevel | None = None
    cites: str | None = None
    pack: str = ""

    def __call__(self, work: Work) -> int:
        payload = RelaxLaws(
            project=self.project,
            law=self.law,
            level=self.level,
            cites=self.cites,
            pack=self.pack.strip(),
        )
        return file(work, RequestKind.LAW, payload, self.reason).id
