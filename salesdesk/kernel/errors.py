"""The one family of errors a person at a desk may see.

Anything else that reaches the top is a defect of ours and is reported as one.
"""

from typing import ClassVar


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001
    """Mark *text* for Qt Linguist without importing Qt; the name is what lupdate looks for."""
    return text


class UserError(Exception):
    """The office declines a request: what is wrong, and what to do about it.

    Subclasses state both sentences once, as class attributes in English with ``{fact}``
    places. They are translated where they are shown, never where they are raised.
    """

    problem: ClassVar[str] = QT_TRANSLATE_NOOP("errors", "This cannot be done.")
    remedy: ClassVar[str] = QT_TRANSLATE_NOOP("errors", "Check what you entered and try again.")

    def __init__(self, **facts: object) -> None:
        super().__init__(self.problem.format_map(facts))
        self.facts = facts

    @property
    def kind(self) -> str:
        """The refusal's name, as scripts see it."""
        return type(self).__name__

    def sentences(self) -> tuple[str, str]:
        """Problem and remedy in English, facts filled in."""
        return self.problem.format_map(self.facts), self.remedy.format_map(self.facts)


class NotPermitted(UserError):
    """The person's role does not hold the right."""

    problem = QT_TRANSLATE_NOOP("errors", "You may not do this: {command}.")
    remedy = QT_TRANSLATE_NOOP("errors", "It is done by: {roles}. Ask one of them.")


class NotAllowedNow(UserError):
    """A step was asked for in a state that does not permit it."""

    problem = QT_TRANSLATE_NOOP("errors", "{what} is {state}; '{step}' is not possible now.")
    remedy = QT_TRANSLATE_NOOP("errors", "Possible now: {allowed}.")


class BadEntry(UserError):
    """One entry of a form cannot be taken."""

    problem = QT_TRANSLATE_NOOP("errors", "{field}: '{value}' cannot be used.")
    remedy = QT_TRANSLATE_NOOP("errors", "Enter {expected}.")


class MissingEntry(UserError):
    """A form lacks something that it must have."""

    problem = QT_TRANSLATE_NOOP("errors", "{field} is missing.")
    remedy = QT_TRANSLATE_NOOP("errors", "Fill it in; everything else you typed is kept.")


class NotFound(UserError):
    """A name or number leads to no record."""

    problem = QT_TRANSLATE_NOOP("errors", "There is no {what} '{key}'.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check the spelling, or search for it first.")


class ChangedMeanwhile(UserError):
    """Somebody else saved the same record first."""

    problem = QT_TRANSLATE_NOOP("errors", "{what} was changed by someone else in the meantime.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Compare with the new state and save again; what you typed is kept."
    )
