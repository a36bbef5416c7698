"""What a deal's contract says in words: what is due, how far off, what the papers are called."""

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.contracts.steps import state_of
from salesdesk.desks.wording import day, money, say, today
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.sales.sheets import DealCard

_LATE = {
    UnitState.SUBSCRIBED: QT_TRANSLATE_NOOP("contracts", "signing is late"),
    UnitState.SIGNED: QT_TRANSLATE_NOOP("contracts", "filing is late"),
    UnitState.FILED: QT_TRANSLATE_NOOP("contracts", "handing over is late"),
}
_HINTS = {
    UnitState.SUBSCRIBED: QT_TRANSLATE_NOOP("contracts", "Next: sign the contract by {day}."),
    UnitState.SIGNED: QT_TRANSLATE_NOOP("contracts", "Next: file the contract by {day} (R-14)."),
    UnitState.FILED: QT_TRANSLATE_NOOP("contracts", "Next: hand the unit over by {day}."),
}
_HINTS_WITHOUT_DAY = {
    UnitState.SUBSCRIBED: QT_TRANSLATE_NOOP("contracts", "Next: sign the contract."),
    UnitState.SIGNED: QT_TRANSLATE_NOOP("contracts", "Next: file the contract (R-14)."),
    UnitState.FILED: QT_TRANSLATE_NOOP("contracts", "Next: hand the unit over."),
}


def left_of(card: DealCard) -> int | None:
    """Give the days left until the deal's next paper is due, below 0 overdue; None where none is."""
    return (card.due_on - today()).days if card.live and card.due_on is not None else None


def left_words(card: DealCard) -> str:
    """Give how far off the next paper is: 5 days left, today, 3 days late; empty where none is due."""
    left = left_of(card)
    if left is None:
        return ""
    if left == 0:
        return QCoreApplication.translate("contracts", "today")
    if left > 0:
        return QCoreApplication.translate("contracts", "%n day(s) left", "", left)
    return QCoreApplication.translate("contracts", "%n day(s) late", "", -left)


def late_words(card: DealCard) -> str:
    """Give which paper is late."""
    state = state_of(card)
    return QCoreApplication.translate("contracts", _LATE[state]) if state in _LATE else ""


def notice_words(card: DealCard) -> str:
    """Give how a notice of default stands: days of grace left, its last day, or over; else empty."""
    notice = card.notice
    if notice is None:
        return ""
    if notice.over:
        return QCoreApplication.translate("contracts", "grace is over")
    left = notice.days_left
    if left <= 0:
        return QCoreApplication.translate("contracts", "last day of grace")
    return QCoreApplication.translate("contracts", "%n day(s) of grace", "", left)


def notice_facts(card: DealCard) -> tuple[tuple[str, str], ...]:
    """Give label and value of what the notice of default says; empty where none stands."""
    notice = card.notice
    if notice is None:
        return ()
    served = f"{notice.number} · {say('served', notice.served_by)}"
    return (
        (QCoreApplication.translate("contracts", "Notice of default"), served),
        (QCoreApplication.translate("contracts", "Overdue"), say("overdue", notice.overdue)),
        (QCoreApplication.translate("contracts", "Was due on"), day(notice.since)),
        (QCoreApplication.translate("contracts", "Grace until"), day(notice.last_day)),
    )


def contract_hint(card: DealCard) -> str:
    """Give what comes next on the way from agreement to key."""
    state = state_of(card)
    if state not in _HINTS:
        return ""
    if card.due_on is None:
        return QCoreApplication.translate("contracts", _HINTS_WITHOUT_DAY[state])
    return QCoreApplication.translate("contracts", _HINTS[state]).format(day=day(card.due_on))


def contract_facts(card: DealCard) -> tuple[tuple[str, str], ...]:
    """Give label and value of each fact of the contract."""
    said = card.contract
    price = money(said.contract_fen) if said.contract_fen else ""
    return (
        (QCoreApplication.translate("contracts", "Contract"), said.contract),
        (QCoreApplication.translate("contracts", "Contract price"), price),
        (QCoreApplication.translate("contracts", "Signed on"), day(said.signed_on)),
        (QCoreApplication.translate("contracts", "Online signing"), said.online),
        (
            QCoreApplication.translate("contracts", "File by"),
            day(said.file_by) if not said.filing else "",
        ),
        (QCoreApplication.translate("contracts", "Filing"), said.filing),
        (QCoreApplication.translate("contracts", "Filed on"), day(said.filed_on)),
        (
            QCoreApplication.translate("contracts", "Hand over by"),
            day(said.deliver_by) if said.delivered_on is None else "",
        ),
        (QCoreApplication.translate("contracts", "Handed over on"), day(said.delivered_on)),
        (QCoreApplication.translate("contracts", "Taken by"), said.taken_by),
    )
