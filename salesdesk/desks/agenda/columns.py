"""The columns of the manager's lists: what is to be done, today's sample, the checks made."""

from PySide6.QtCore import QObject

from salesdesk.desks.agenda.words import DETAILS, NeedWords
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.wording import is_chinese, say
from salesdesk.office.customers.check_rules import Verdict
from salesdesk.office.customers.checks import CheckLine, SampleLine
from salesdesk.office.figures.need_rules import NeedLine


class AgendaColumns(QObject):
    """What the lists show."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = NeedWords(self)

    def needs(self) -> list[Column[NeedLine]]:
        """Give the columns of what is to be done."""
        words = self._words
        return [
            Column(self.tr("What"), lambda n: say("needs", n.kind), width=190),
            Column(self.tr("About"), lambda n: n.subject, width=96),
            Column(self.tr("Customer"), lambda n: n.who, width=84),
            Column(self.tr("Person"), lambda n: n.person, width=96),
            Column(self.tr("When"), lambda n: words.when(n)[0], width=140, tone=self._tone),
            Column(self.tr("Value"), lambda n: n.amount_fen, Kind.MONEY, 116),
            Column(self.tr("Remark"), _detail, width=200),
        ]

    def sample(self) -> list[Column[SampleLine]]:
        """Give the columns of the entries to check."""
        wide = (104, 84) if is_chinese() else (116, 112)
        return [
            Column(self.tr("What"), lambda s: say("entries", s.kind), width=wide[0]),
            Column(self.tr("Customer"), lambda s: s.customer, width=84),
            Column(self.tr("Written"), lambda s: s.written_at, Kind.MOMENT, 126),
            Column(self.tr("By"), lambda s: s.written_by, width=84),
            Column(self.tr("Consultant"), lambda s: s.consultant, width=92),
            Column(self.tr("Found"), self._found, width=wide[1], tone=_verdict_tone),
            Column(self.tr("Words"), lambda s: s.words, width=200),
        ]

    def checks(self) -> list[Column[CheckLine]]:
        """Give the columns of the checks that were made."""
        wide = (104, 84) if is_chinese() else (116, 112)
        return [
            Column(self.tr("Checked"), lambda c: c.at, Kind.MOMENT, 126),
            Column(self.tr("Checked by"), lambda c: c.checked_by, width=90),
            Column(self.tr("What"), lambda c: say("entries", c.kind), width=wide[0]),
            Column(self.tr("Customer"), lambda c: c.customer, width=84),
            Column(self.tr("Consultant"), lambda c: c.consultant, width=92),
            Column(self.tr("Written"), lambda c: c.written_at, Kind.MOMENT, 126),
            Column(
                self.tr("Found"), lambda c: say("verdicts", c.verdict), width=wide[1],
                tone=_check_tone,
            ),
            Column(self.tr("Comment"), lambda c: c.comment, width=260),
        ]  # fmt: skip

    def _tone(self, line: NeedLine) -> str:
        return self._words.when(line)[1]

    def _found(self, line: SampleLine) -> str:
        if line.verdict:
            return say("verdicts", line.verdict)
        if not line.drawn:
            return self.tr("late entry")
        return self.tr("your own") if line.own else self.tr("to check")


def _detail(line: NeedLine) -> str:
    if line.level:
        return f"{say('law levels', line.level)}: {line.detail}"
    context = DETAILS.get(line.kind)
    return say(context, line.detail) if context else line.detail


def _verdict_tone(line: SampleLine) -> str:
    if line.verdict:
        return "warn" if line.verdict == Verdict.WANTING else "good"
    return "" if line.own else "accent_text"


def _check_tone(line: CheckLine) -> str:
    return {"good": "good", "wanting": "warn"}.get(line.verdict, "")
