"""What the list of loans shows (按揭办理情况汇总): who, which bank, since when it stands there, why."""

from PySide6.QtCore import QObject

from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.wording import document_words, listed, mode_words, say
from salesdesk.office.mortgage.rules import LoanState
from salesdesk.office.mortgage.sheets import LoanLine

_TONES = {LoanState.REFUSED.value: "danger", LoanState.PAID_OUT.value: "good"}


class LoanColumns(QObject):
    """The columns in the window's language; what stands at the right is for the printed list too."""

    def columns(self) -> list[Column[LoanLine]]:
        """Give the columns."""
        return [
            Column(self.tr("Unit"), lambda r: r.unit, width=84),
            Column(self.tr("Customer"), lambda r: r.customer, width=86),
            Column(self.tr("Bank"), lambda r: r.bank or say("modes", r.product), width=92),
            Column(
                self.tr("State"), lambda r: say("loan states", r.state), tone=_state, width=128
            ),
            Column(self.tr("Days"), lambda r: r.days, Kind.COUNT, 56, _late),
            Column(self.tr("Lacking"), self._lacking, width=180, tone=_late),
            Column(self.tr("Asked for"), lambda r: r.asked_fen, Kind.MONEY, 122),
            Column(self.tr("Approved"), lambda r: r.approved_fen, Kind.MONEY, 122),
            Column(self.tr("Paid out"), lambda r: r.paid_fen or None, Kind.MONEY, 122),
            Column(self.tr("Due"), lambda r: r.due_on, Kind.DAY, 98, _overdue),
            Column(self.tr("Signed"), lambda r: r.signed_on, Kind.DAY, 98),
            Column(self.tr("Opened"), lambda r: r.opened_on, Kind.DAY, 98),
            Column(self.tr("At the bank since"), lambda r: r.sent_on, Kind.DAY, 112),
            Column(self.tr("Last word"), lambda r: r.why, width=160),
            Column(self.tr("Payment mode"), lambda r: mode_words(r.mode), width=96),
            Column(self.tr("Consultant"), lambda r: r.consultant, width=84),
        ]

    def _lacking(self, line: LoanLine) -> str:
        """Say what a case waits for: the documents, or why it is stuck."""
        papers = listed(document_words(item) for item in line.lacking)
        if papers and line.state in {"collecting", "supplement"}:
            return papers
        return say("loan stuck", line.stuck_by) if line.stuck else ""


def _state(line: LoanLine) -> str:
    return _TONES.get(line.state, "")


def _late(line: LoanLine) -> str:
    return "danger" if line.stuck else ""


def _overdue(line: LoanLine) -> str:
    return "danger" if line.overdue_days else ""
