"""The panel of one deal: where it is, what it says, and what can be done now."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from salesdesk.desks.contracts.areaforms import area_facts
from salesdesk.desks.contracts.signed import (
    contract_facts,
    contract_hint,
    notice_facts,
    notice_words,
)
from salesdesk.desks.contracts.stepbar import BarState, StepBar
from salesdesk.desks.contracts.steps import (
    STAGES,
    DealStep,
    next_step,
    open_steps,
    reached,
    state_of,
)
from salesdesk.desks.contracts.versions import VersionList
from salesdesk.desks.contracts.waits import WaitingList
from salesdesk.desks.contracts.words import state_words
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.duewords import asked_words, due_tone, due_words
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.scanlist import ScanList
from salesdesk.desks.widgets.schedule import ScheduleList
from salesdesk.desks.widgets.sidepanel import SidePanel
from salesdesk.desks.wording import day, mode_words, moment, money, now, say, span
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.sales.due_queries import DueCard
from salesdesk.office.sales.rules import WHOLE_SHARE_BP
from salesdesk.office.sales.sheets import BuyerLine, DealCard

_BAR = {
    "take deposit": "deposit",
    "approve price": "price",
    "subscribe": "subscription",
    "file contract": "filing",
    "deliver": "",
}
_TONES = {
    UnitState.ON_HOLD: "warn",
    UnitState.SUBSCRIBED: "accent",
    UnitState.SIGNED: "good",
    UnitState.FILED: "good",
    UnitState.DELIVERED: "good",
    UnitState.REVIEW: "danger",
}


class DealPanel(SidePanel):
    """Shows one deal.

    Signals:
        wanted: the `DealStep` whose button was pressed.
        board_wanted: the unit shall be shown on the board.
    """

    wanted = Signal(object)
    board_wanted = Signal()

    def __init__(self, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(rights, parent)
        self.card: DealCard | None = None
        self._state, self._clock, self._flag = Pill(), Pill(), Pill()
        self.bar = StepBar()
        self.hint = PlainLabel("", "").wrapping()
        self.waits = WaitingList(rights)
        self.facts = FactList()
        self._buyers_head = PlainLabel(self.tr("Buyers"), "heading")
        self.buyers = FactList()
        self._schedule_head = PlainLabel(self.tr("Payment schedule"), "heading")
        self.schedule = ScheduleList()
        self.versions = VersionList()
        self.scans = ScanList(rights)
        nothing = EmptyState(
            self.tr("No deal chosen"),
            self.tr("Choose a line to see where the deal is and what comes next."),
            "file-text",
        )
        self.fill(nothing, self._deal())

    def show_nothing(self) -> None:
        """Show how a deal is chosen."""
        self.card = None
        self.show_page(shown=False)

    def show_card(self, card: DealCard) -> None:
        """Show this deal as it stands now."""
        other = self.card is None or self.card.id != card.id
        self.card = card
        self.show_page(shown=True)
        if other:
            self.banner.clear()
            self.show_buyers(())
            self.show_schedule(())
            self.versions.show_versions(())
        self.heading.setText(card.unit)
        state = state_of(card)
        self._state.show_text(
            state_words(card), _TONES.get(state, "") if state is not None else ""
        )
        missing = card.id_missing and card.live
        flag = self.tr("ID number missing") if missing else notice_words(card)
        if flag:
            self._flag.show_text(flag, "danger")
        else:
            self._flag.show_text(due_words(card.owed), due_tone(card.owed))
        who = (card.customer, card.project, card.consultant)
        self.who.setText(" · ".join(part for part in who if part))
        self._show_bar(card)
        self.hint.setText(self._hint(card))
        self.hint.setVisible(bool(self.hint.text()))
        self.waits.show_waits(card.waits)
        self._show_buttons(card)
        self._show_facts(card)
        self.tick()

    def show_buyers(self, buyers: Sequence[BuyerLine]) -> None:
        """Show who buys, with what share."""
        self._buyers_head.setVisible(bool(buyers))
        self.buyers.setVisible(bool(buyers))
        self.buyers.show_facts(*((self._share(line), self._buyer(line)) for line in buyers))

    def show_schedule(self, lines: Sequence[DueCard]) -> None:
        """Show what is due, and what was paid of schedules that were changed."""
        self._schedule_head.setVisible(bool(lines))
        self.schedule.setVisible(bool(lines))
        self.schedule.show_lines(lines)

    def tick(self) -> None:
        """Let the countdown go on."""
        card = self.card
        if card is None or card.until is None or not card.live:
            self._clock.show_text("")
            return
        left = card.until - now()
        tone = "danger" if left.total_seconds() < 300 else "warn"  # noqa: PLR2004 - five minutes
        self._clock.show_text(self.tr("{left} left").format(left=span(left)), tone)

    def _deal(self) -> Card:
        card = Card()
        board = button(
            "", self.board_wanted.emit, "layout-grid", "quiet", tip=self.tr("Show on the board")
        )
        # The panel scrolls down alone: a lot's long number breaks, and the marks have their line.
        head = row(self.heading, self._state, board)
        head.setStretch(0, 1)
        card.body.addLayout(head)
        card.body.addLayout(row(self._clock, self._flag, None))
        card.body.addWidget(self.who)
        card.body.addWidget(self.banner)
        card.body.addSpacing(4)
        card.body.addWidget(self.bar)
        card.body.addWidget(self.hint)
        card.body.addWidget(self.waits)
        card.body.addLayout(self.offers)
        card.body.addSpacing(4)
        for part in (
            self.facts, self._buyers_head, self.buyers, self._schedule_head, self.schedule,
            self.versions, self.scans,
        ):  # fmt: skip
            card.body.addWidget(part)
        card.body.addStretch(1)
        return card

    def _show_bar(self, card: DealCard) -> None:
        names = {
            "hold": self.tr("Hold"),
            "deposit": self.tr("Deposit"),
            "price": self.tr("Price"),
            "subscription": self.tr("Agreed"),
            "contract": self.tr("Contract"),
            "filing": self.tr("Filing"),
        }
        details = {
            "hold": moment(card.opened_at)[5:],
            "deposit": _figure(card.paid_fen) if card.paid_fen else "",
            "price": _figure(card.price_fen) if card.price_approved else "",
            "subscription": card.agreement,
            "contract": day(card.contract.signed_on),
            "filing": day(card.contract.filed_on),
        }
        due = self.tr("by {day}").format(day=day(card.due_on)[5:]) if card.due_on else ""
        state = state_of(card)
        if state is UnitState.SUBSCRIBED:
            details["contract"] = due
        elif state is UnitState.SIGNED:
            details["filing"] = due
        done, over = reached(card), not card.live
        coming = _BAR.get(next_step(card), "contract" if card.agreement else "")
        if state is UnitState.DELIVERED:
            coming = ""
        if over:
            coming = next((stage for stage in STAGES if stage not in done), "filing")
        self.bar.show_state(BarState(done, coming, over), names, details)

    def _show_buttons(self, card: DealCard) -> None:
        offered: dict[str, QPushButton] = {}
        coming = next_step(card)
        steps = sorted(open_steps(card, self.rights), key=lambda step: step.name != coming)
        for step in steps:
            made = button(
                self._words(step, card),
                partial(self.wanted.emit, step),
                step.icon,
                "primary" if step.name == coming else "",
            )
            made.setAutoDefault(False)
            made.setMinimumWidth(0)
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            offered[step.name] = made
        self.offer(offered)

    def _words(self, step: DealStep, card: DealCard) -> str:
        if step.name == "identify":
            return self.tr("Enter the ID number…")
        if step.name == "print agreement":
            return self.tr("Agreement…")
        if step.name == "buying plan":
            return self.tr("Buying plan…")
        if step.name == "approve price" and card.price_approved:
            return self.tr("Approve another price…")
        if step.name == "subscribe" and next_step(card) != "subscribe":
            return self.tr("Prepare papers…")
        return f"{say('steps', step.name)}…"

    def _hint(self, card: DealCard) -> str:
        coming = next_step(card)
        if coming == "take deposit":
            return self.tr("Next: lead the customer to the cashier for the deposit.")
        if coming == "approve price":
            return self.tr("Next: the site manager checks and approves the price.")
        if coming == "subscribe":
            return self.tr("Next: write and sign the subscription agreement.")
        if coming == "accept back":
            return self.tr("The unit came back; the site manager takes it back after the review.")
        if coming == "identify":
            return self.tr("A buyer's ID number is still missing on the agreement.")
        return contract_hint(card)

    def _show_facts(self, card: DealCard) -> None:
        off = card.list_total_fen - card.price_fen
        price = money(card.price_fen)
        if off > 0:
            percent = off * 100 / card.list_total_fen
            words = self.tr("{price}  ({off} or {percent} % below the list)")
            price = words.format(price=price, off=money(off), percent=f"{percent:.2f}")
        approved = self.tr("not yet") if card.live else ""
        if card.price_approved:
            approved = card.approved_by
        kept_as, deposit = self.tr("Paid of the price"), money(card.paid_fen)
        if not card.agreement:  # from then on money of the price comes too, which has no cap
            room = self.tr("{paid} of at most {cap} (20 %)")
            deposit = room.format(paid=deposit, cap=money(card.cap_fen))
            kept_as = self.tr("Deposit")
        over = bool(card.fault)
        self.facts.show_facts(
            (self.tr("List price"), money(card.list_total_fen)),
            (self.tr("Deal price"), price if card.price_approved else ""),
            (self.tr("Approved by"), approved),
            (kept_as, deposit if card.live or card.paid_fen else ""),
            (self.tr("Held since"), moment(card.opened_at)),
            (self.tr("Held until"), moment(card.until) if card.live else ""),
            (self.tr("Agreement"), card.agreement),
            (self.tr("Payment mode"), mode_words(card.mode)),
            (self.tr("Due"), due_words(card.owed)),
            (self.tr("Asked for it"), asked_words(card.owed)),
            (self.tr("Sign until"), day(card.sign_by) if not card.contract.contract else ""),
            *notice_facts(card),
            *area_facts(card),
            *contract_facts(card),
            (self.tr("Exchanged for"), card.exchanged_for),
            (self.tr("Came from"), card.exchanged_from),
            (self.tr("Cancelled by"), say("faults", card.fault) if over else ""),
            (self.tr("Reason"), card.reason),
            (self.tr("Deposit kept"), money(card.kept_fen) if card.kept_fen else ""),
            (self.tr("Back to the buyer"), money(card.back_fen) if card.back_fen else ""),
        )

    def _share(self, line: BuyerLine) -> str:
        return f"{line.share_bp * 100 / WHOLE_SHARE_BP:g} %"

    def _buyer(self, line: BuyerLine) -> str:
        missing = self.tr("ID number missing")
        kind = say("id kinds", line.id_kind) if line.id_kind else ""
        papers = f"{kind} {line.id_number}".strip() if line.id_number else missing
        parts = [line.name, papers, line.phone, line.address]
        if line.agent is not None:
            role, agent = say("agent roles", line.agent.role), line.agent
            parts += [f"{role} {agent.name}", agent.id_number, agent.phone, agent.document]
        return " · ".join(part for part in parts if part)


def _figure(amount_fen: int) -> str:
    """Write an amount as short as it can be: the bar has room for whole yuan."""
    return money(amount_fen).removesuffix(".00")
