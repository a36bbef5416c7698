"""People are posted to projects (所属项目): who is posted to some works in those; others in all."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

import salesdesk.office.sales.posting_tables  # noqa: F401 - its guards come with the command
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import PersonId, ProjectId
from salesdesk.office.inventory.tables import Project
from salesdesk.office.staff.commands import find_person
from salesdesk.office.staff.tables import Posting
from salesdesk.store.work import Reading, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPerson:
    """Say in which ``projects`` somebody works from now on; with none of them he works in all."""

    person: PersonId
    projects: tuple[ProjectId, ...] = ()

    def __call__(self, work: Work) -> int:
        person, wanted = find_person(work, self.person), set(self.projects)
        names = {
            row.id: row.name for row in work.session.execute(select(Project.id, Project.name))
        }
        for key in sorted(wanted - names.keys()):
            raise NotFound(what="project", key=key)
        live = {
            row.project_id: row
            for row in work.session.scalars(
                select(Posting).where(Posting.person_id == person.id, Posting.ended_at.is_(None))
            )
        }
        before = [names[there] for there in sorted(live)]
        for gone in sorted(live.keys() - wanted):
            live[gone].ended_at, live[gone].ended_by = work.now, work.actor
        for key in sorted(wanted - live.keys()):
            work.session.add(
                Posting(person_id=person.id, project_id=key, at=work.now, actor_id=work.actor)
            )
        work.session.flush()
        after = [names[key] for key in sorted(wanted)]
        work.note(Topic.PERSON, person.id, projects=[before, after])
        work.touched(Topic.EVERYTHING, 0)  # what his desks show is another office now
        return person.id


def postings(reading: Reading) -> dict[int, tuple[int, ...]]:
    """Give the projects of everybody who is limited to some, by person; others work in all."""
    found: dict[int, list[int]] = defaultdict(list)
    for row in reading.session.scalars(
        select(Posting).where(Posting.ended_at.is_(None)).order_by(Posting.project_id)
    ):
        found[row.person_id].append(row.project_id)
    return {person: tuple(projects) for person, projects in found.items()}
