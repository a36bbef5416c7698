"""The panel of one request: what, why, what it changes, what it costs, who signed, who is next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from salesdesk.desks.approvals.words import TONES, StepWords, fact, state_words, title
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.scanlist import ScanList
from salesdesk.desks.wording import moment
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.sheets import RequestCard

_SOON_DAYS = 1


class RequestPanel(QScrollArea):
    """Shows one request.

    Signals:
        wanted: the name of the step whose button was pressed: sign, withdraw, restart or print.
    """

    wanted = Signal(object)

    def __init__(self, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rights = rights
        self._words = StepWords(self)
        self.card: RequestCard | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.banner = Banner()
        self._title = PlainLabel("", "title").wrapping().selectable()
        self._state, self._left = Pill(), Pill()
        self._who = PlainLabel("", "dim").wrapping().selectable()
        self.why = PlainLabel("").wrapping().selectable()
        self.what, self.changes = FactList(), FactList()
        self.steps = FactList(below=True)  # who may sign a step is too long for a column beside
        self.sign = button(self.tr("Sign…"), self._asks("sign"), "signature", "primary")
        self.here = button(self.tr("Sign at this machine…"), self._asks("sign"), "signature")
        self.withdraw = button(self.tr("Withdraw…"), self._asks("withdraw"), "undo-2")
        self.restart = button(self.tr("Ask again…"), self._asks("restart"), "rotate-ccw")
        for offered in (self.sign, self.here, self.withdraw, self.restart):
            offered.hide()  # what is not offered widens nothing, not even the page with no request
        self.print = button(self.tr("Print the form…"), self._asks("print"), "printer")
        self.scans = ScanList(rights)
        nothing = EmptyState(
            self.tr("No request chosen"),
            self.tr("Choose a line to see what is asked for, why, and who has signed it."),
            "signature",
        )
        self._stack = QStackedWidget()
        self._stack.setObjectName("scrolled")
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._request())
        self.setWidget(self._stack)

    def show_card(self, card: RequestCard | None) -> None:
        """Show this request as it stands now, or how one is chosen."""
        other = self.card is None or card is None or self.card.id != card.id
        self.card = card
        if other:
            self.banner.clear()
        self._stack.setCurrentIndex(0 if card is None else 1)
        if card is None:
            return
        self._title.setText(title(card))
        self._state.show_text(state_words(card), TONES.get(card.state, ""))
        pending = card.state is RequestState.PENDING
        left = self.tr("%n day(s) left", "", card.days_left) if pending else ""
        self._left.show_text(left, "danger" if card.days_left <= _SOON_DAYS else "")
        filed = self.tr("No. {number} · asked by {person} · {moment}")
        self._who.setText(
            filed.format(number=card.id, person=card.asker, moment=moment(card.filed_at))
        )
        self.why.setText(card.reason)
        self.what.show_facts(*map(fact, card.what))
        self.changes.show_facts(*map(fact, card.changes), *self._story(card))
        self.steps.show_facts(*self._words.steps(card))
        mine = pending and card.may_sign and "SignRequest" in self._rights
        self.sign.setVisible(mine)
        self.here.setVisible(pending and not mine)
        self.withdraw.setVisible(card.may_withdraw)
        self.restart.setVisible(card.may_restart and "RestartRequest" in self._rights)

    def _story(self, card: RequestCard) -> list[tuple[str, str]]:
        """Give what came before this request, and after it."""
        return [
            (self.tr("Withdrawn because"), card.withdrawn_because),
            (self.tr("Asked for again after"), f"{card.restarts}" if card.restarts else ""),
            (self.tr("Asked for again as"), f"{card.restarted_by}" if card.restarted_by else ""),
        ]

    def _asks(self, name: str) -> Callable[[], object]:
        return lambda: self.wanted.emit(name)

    def _request(self) -> QWidget:
        card = Card()
        card.body.addWidget(self._title)
        card.body.addLayout(row(self._left, self._state, None, self.print))
        card.body.addWidget(self._who)
        card.body.addWidget(self.banner)
        card.body.addLayout(row(self.sign, self.here, self.withdraw, self.restart, None))
        for head, part in (
            (self.tr("What"), self.what),
            (self.tr("Why"), self.why),
            (self.tr("What it changes and costs"), self.changes),
            (self.tr("Signatures"), self.steps),
        ):
            card.body.addSpacing(4)
            card.body.addWidget(PlainLabel(head, "heading"))
            card.body.addWidget(part)
        card.body.addSpacing(4)
        card.body.addWidget(self.scans)
        card.body.addStretch(1)
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        return page
