"""How hard the law stands in a project is set: one law, or a whole pack, with its reason.

What makes a law softer goes by a request and its signatures (`law_requesting`).
"""

from dataclasses import dataclass

from salesdesk.kernel import text
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.law_setting import (
    Wanted,
    is_beginning,
    one_law,
    relaxed,
    whole_pack,
    write,
)
from salesdesk.office.inventory.queries import find_project
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.tables import Project
from salesdesk.store.work import Work


class LawByRequest(UserError):
    """Nobody relaxes a law alone."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "This would make {laws} softer: nobody relaxes a law alone."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Ask for it by a request (RequestLaws): others sign. To make a law harder needs nobody.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLaw:
    """Set one law as hard or harder than it stands, and the text it cites; the reason is kept.

    Softer it is set by `RequestLaws` alone (`LawByRequest`).
    """

    project: ProjectId
    law: Law
    level: LawLevel
    reason: str
    cites: str | None = None

    def __call__(self, work: Work) -> str:
        project = find_project(work.session, self.project)
        reason = text.required(self.reason, "reason", 200)
        wanted = one_law(work, project, self.law, self.level, self.cites)
        _check_harder(work, project, wanted)
        write(work, project, wanted, reason)
        return self.law.value


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptLawPack:
    """Put a project under a city's pack (`law_rules.PACKS`): every law as hard as it stands there.

    The *reason* is kept with each law that changes. A pack that makes anything softer goes by
    `RequestLaws`, but for the first of an office that has sold nothing yet.
    """

    project: ProjectId
    pack: str
    reason: str

    def __call__(self, work: Work) -> int:
        project = find_project(work.session, self.project)
        wanted = whole_pack(work, project, self.pack)
        reason = text.required(self.reason, "reason", 200)
        if not is_beginning(work, project):
            _check_harder(work, project, wanted)
        return write(work, project, wanted, reason)


def _check_harder(work: Work, project: Project, wanted: Wanted) -> None:
    softer = relaxed(work, project, wanted)
    if softer:
        raise LawByRequest(laws=", ".join(softer))
