"""To which projects whoever acts is limited: kept with the transaction, asked by what it touches."""

from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError

_PROJECTS = "projects"


class NotYourProject(UserError):
    """Somebody who is posted to some projects reached for what belongs to another."""

    problem = QT_TRANSLATE_NOOP("errors", "This belongs to a project that you do not work for.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask the administrator to add the project to yours, or whoever works there."
    )


def limit(session: Session, projects: frozenset[int]) -> None:
    """Say that whoever acts in this transaction works in these *projects* alone."""
    session.info[_PROJECTS] = projects


def limits(session: Session) -> frozenset[int] | None:
    """Give the projects of whoever acts; None where he works in all."""
    found: frozenset[int] | None = session.info.get(_PROJECTS)
    return found


def check_project(session: Session, project: int) -> None:
    """Raise `NotYourProject` where whoever acts does not work in *project*."""
    mine = limits(session)
    if mine is not None and project not in mine:
        raise NotYourProject
