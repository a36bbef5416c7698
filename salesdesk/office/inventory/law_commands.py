"""How hard the law stands in a project is set: one law, or a whole pack, with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import BadEntry
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.law import footing
from salesdesk.office.inventory.law_rules import PACKS, Footing, Law
from salesdesk.office.inventory.law_tables import LawLine
from salesdesk.office.inventory.queries import find_project
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.tables import Project
from salesdesk.store.work import Work

_LONGEST_CITE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLaw:
    """Set how hard one law stands in a project, and the text it cites; the reason is kept."""

    project: ProjectId
    law: Law
    level: LawLevel
    reason: str
    cites: str | None = None

    def __call__(self, work: Work) -> str:
        project = find_project(work.session, self.project)
        reason = text.required(self.reason, "reason", 200)
        was = footing(work.session, project, self.law)
        cites = was.cites if self.cites is None else self.cites
        cites = text.clean(cites, "cited text", _LONGEST_CITE)
        _write(work, project, {self.law: Footing(self.level, cites)}, reason)
        return self.law.value


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptLawPack:
    """Put a project under a city's pack (`law_rules.PACKS`): every law as hard as it stands there.

    The *reason* is kept with each law that changes.
    """

    project: ProjectId
    pack: str
    reason: str

    def __call__(self, work: Work) -> int:
        project = find_project(work.session, self.project)
        pack = PACKS.get(self.pack.strip())
        if pack is None:
            raise BadEntry(field="law pack", value=self.pack, expected=", ".join(PACKS))
        reason = text.required(self.reason, "reason", 200)
        return _write(work, project, pack, reason)


def _write(work: Work, project: Project, wanted: Mapping[Law, Footing], reason: str) -> int:
    """Write what differs from what stands; give how many laws that were."""
    changed = 0
    for law, new in wanted.items():
        was = footing(work.session, project, law)
        if was == new:
            continue
        changed += 1
        work.note(
            Topic.PROJECT, project.id, law=law.value, level=[was.level.value, new.level.value]
        )
        work.session.add(
            LawLine(
                project_id=project.id,
                law=law.value,
                level=new.level.value,
                cites=new.cites,
                reason=reason,
                at=work.now,
                actor_id=work.actor,
            )
        )
        work.session.flush()  # the permit's level follows its line: the database asks for it
        if law is Law.PERMIT:
            project.law_level = new.level.value
            work.session.flush()
    work.touched(Topic.PROJECT, project.id)
    return changed
