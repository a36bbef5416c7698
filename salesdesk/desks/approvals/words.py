"""What the desk says of a request: its facts as people write them, its state, its steps."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from salesdesk.desks.wording import area, day, listed, mode_words, moment, money, say, say_all
from salesdesk.office.approvals.rules import Mode, RequestState
from salesdesk.office.approvals.sheets import FactLine, RequestCard, SignatureLine, StepLine

TONES = {
    RequestState.PENDING: "warn",
    RequestState.APPROVED: "good",
    RequestState.REJECTED: "danger",
}
"""The tones of a request's states; the others have none."""


_CODES = {
    "state": "states", "fault": "faults", "proof": "kinship proofs", "tender": "tenders",
    "level": "law levels", "pack": "law packs", "due": "due money",
}  # fmt: skip
"""The family of words of a fact whose value is a code."""


def title(card: RequestCard) -> str:
    """Give what a request is called: its kind and what it is about."""
    return f"{say('requests', card.kind)} {card.subject}"


def state_words(card: RequestCard) -> str:
    """Give the words of a request's state."""
    return say("request states", card.state)


def fact(line: FactLine) -> tuple[str, str]:
    """Give a fact's name and its value as people write it."""
    return say("request facts", line.name), _value(line)


def _value(line: FactLine) -> str:
    match line.form:
        case "fen":
            return money(int(line.value))
        case "day":
            return day(date.fromisoformat(line.value))
        case "days":
            days = int(line.value)
            return QCoreApplication.translate("request facts", "%n day(s)", "", days)
        case "percent":
            return f"{line.value} %"
        case "area":
            return area(float(line.value))
        case "law":
            return f"{line.value} {say('laws', line.value)}"
        case "mode":
            return mode_words(line.value)
        case _:
            family = _CODES.get(line.form)
            return say(family, line.value) if family else line.value


class StepWords(QObject):
    """Words for the steps of a flow and the signatures on them."""

    def steps(self, card: RequestCard) -> list[tuple[str, str]]:
        """Give a line a step: which it is, and who signed it or may."""
        return [(self._name(step), self._signed(card, step)) for step in card.steps]

    def _name(self, step: StepLine) -> str:
        words = f"{step.position}  {say('acts', step.act)} · {say_all('roles', step.roles)}"
        if step.mode is Mode.ALL and len(step.roles) > 1:
            return self.tr("{step} (each of them)").format(step=words)
        return (
            self.tr("%n of {step}", "", step.needed).format(step=words)
            if step.needed > 1
            else words
        )

    def _signed(self, card: RequestCard, step: StepLine) -> str:
        said = [self._said(s) for s in card.signatures if s.position == step.position]
        if card.at_step == step.position:
            people = listed(step.people)
            waits = self.tr("waits for {people}").format(people=people)
            said.append(waits if people else self.tr("nobody can sign this: see the stand-ins"))
        elif not said:
            said.append("–")
        return "\n".join(said)

    def _said(self, line: SignatureLine) -> str:
        who = line.person
        if line.stands_in_for:
            who = self.tr("{person} for {absent}").format(
                person=line.person, absent=line.stands_in_for
            )
        words = f"{who} · {say('decisions', line.decision)} · {moment(line.at)}"
        return f"{words}\n{line.comment}" if line.comment else words
