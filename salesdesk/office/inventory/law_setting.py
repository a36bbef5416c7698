"""How hard the laws of a project come to stand: what is wanted, whether it relaxes, how it is written."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import BadEntry
from salesdesk.office.inventory.law import footing, newest_line
from salesdesk.office.inventory.law_rules import NATIONAL, PACKS, Footing, Law, Stand
from salesdesk.office.inventory.law_tables import LawLine
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.tables import Claim, Project, ReleaseBatch, Unit
from salesdesk.store.work import Work

_LONGEST_CITE = 300

Wanted = Mapping[Law, Stand]


def stand(session: Session, project: Project, law: Law) -> Stand:
    """Give how *law* stands in *project* now, and the level that its pack ships."""
    line = newest_line(session, project.id, law)
    ships = LawLevel(line.ships) if line else NATIONAL[law].level
    return Stand(footing(session, project, law), ships)


def one_law(work: Work, project: Project, law: Law, level: LawLevel, cites: str | None) -> Wanted:
    """Give what setting one law means; without *cites* its text stays. Only what differs is in it."""
    was = stand(work.session, project, law)
    cited = was.footing.cites if cites is None else text.clean(cites, "cited text", _LONGEST_CITE)
    return _differing(work, project, {law: Stand(Footing(level, cited), was.ships)})


def whole_pack(work: Work, project: Project, name: str) -> Wanted:
    """Give what adopting a city's pack means; raises `BadEntry` where there is none of that name."""
    pack = PACKS.get(name.strip())
    if pack is None:
        raise BadEntry(field="law pack", value=name, expected=", ".join(PACKS))
    return _differing(work, project, {law: Stand(at, at.level) for law, at in pack.items()})


def relaxed(work: Work, project: Project, wanted: Wanted) -> list[Law]:
    """Name the laws that *wanted* makes softer than they stand."""
    return [
        law for law, new in wanted.items() if new.softer_than(stand(work.session, project, law))
    ]


def is_beginning(work: Work, project: Project) -> bool:
    """Whether this is the office's first project, with no law set and nothing ever offered or taken.

    Then its first pack is part of the founding: there may be nobody else yet who could sign.
    """
    first = work.session.scalar(select(Project.id).order_by(Project.id).limit(1))
    happened = (
        select(LawLine.id).where(LawLine.project_id == project.id),
        select(ReleaseBatch.id).where(ReleaseBatch.project_id == project.id),
        select(Claim.id).join(Unit, Unit.id == Claim.unit_id).where(Unit.project_id == project.id),
    )
    return project.id == first and all(
        work.session.scalar(asked.limit(1)) is None for asked in happened
    )


def write(
    work: Work, project: Project, wanted: Wanted, reason: str, request: int | None = None
) -> int:
    """Write what is *wanted*; give how many laws stand otherwise than before."""
    changed = 0
    for law, new in wanted.items():
        was = footing(work.session, project, law)
        changed += was != new.footing
        work.note(
            Topic.PROJECT,
            project.id,
            law=law.value,
            level=[was.level.value, new.footing.level.value],
        )
        work.session.add(
            LawLine(
                project_id=project.id,
                law=law.value,
                level=new.footing.level.value,
                ships=new.ships.value,
                cites=new.footing.cites,
                reason=reason,
                at=work.now,
                actor_id=work.actor,
                request_id=request,
            )
        )
        work.session.flush()  # the permit's level follows its line: the database asks for it
        if law is Law.PERMIT:
            project.law_level = new.footing.level.value
            work.session.flush()
    work.touched(Topic.PROJECT, project.id)
    return changed


def _differing(work: Work, project: Project, wanted: Wanted) -> Wanted:
    return {law: new for law, new in wanted.items() if new != stand(work.session, project, law)}
