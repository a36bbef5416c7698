"""The lists of the contracts desk: under way, what is due on the way to the key, back, over."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from salesdesk.desks.contracts.signed import left_of
from salesdesk.desks.contracts.steps import state_of
from salesdesk.desks.widgets.attachform import Place
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.sales.change_sheets import DealVersion
from salesdesk.office.sales.sheets import DealCard

LIVE, LATE, DEFAULT, FILING, KEYS, AREAS, REVIEW, PAST = range(8)
"""The tabs: under way, signing overdue (大定逾期), in default (挞定), to file, to hand over, areas measured
(面积补差), back for review, over."""

VIEWS = ("live", "late", "default", "filing", "keys", "areas", "review", "past")


def divided(live: Iterable[DealCard], over: Iterable[DealCard]) -> list[list[DealCard]]:
    """Give the deals of each tab; what is due comes first, and a deal handed over is over."""
    lists: list[list[DealCard]] = [[] for _view in VIEWS]
    for card in live:
        state = state_of(card)
        lists[PAST if state is UnitState.DELIVERED else LIVE].append(card)
        left = left_of(card)
        if card.area is not None:
            lists[AREAS].append(card)
        if card.notice is not None:
            lists[DEFAULT].append(card)
        if state is UnitState.SUBSCRIBED and left is not None and left < 0:
            lists[LATE].append(card)
        elif state is UnitState.SIGNED:
            lists[FILING].append(card)
        elif state is UnitState.FILED:
            lists[KEYS].append(card)
    for card in over:
        lists[tab_of(card)].append(card)
    for tab in (LATE, FILING, KEYS):
        lists[tab].sort(key=lambda card: (card.days_left is None, card.days_left or 0))
    lists[AREAS].sort(key=lambda card: bool(card.area and card.area.settled))
    lists[DEFAULT].sort(key=lambda card: card.notice.days_left if card.notice else 0)
    return lists


def tab_of(card: DealCard) -> int:
    """Give the tab on which a deal is looked for first."""
    state = state_of(card)
    if state is UnitState.REVIEW:
        return REVIEW
    return LIVE if card.live and state is not UnitState.DELIVERED else PAST


class TabWords(QObject):
    """What the tabs are called, and what each says where it is empty."""

    def names(self) -> tuple[str, ...]:
        """Give the tabs' names in order."""
        return (
            self.tr("Open"),
            self.tr("Overdue"),
            self.tr("In default"),
            self.tr("To file"),
            self.tr("Handover"),
            self.tr("Areas"),
            self.tr("Review"),
            self.tr("Past"),
        )

    def papers(self, card: DealCard, versions: Sequence[DealVersion]) -> tuple[Place, ...]:
        """Give the papers of a deal to which a scan may belong, the newest first."""
        found = []
        if number := card.contract.contract:
            words = self.tr("Contract {number}").format(number=number)
            found.append(Place(words, {"contract": number}))
        for version in reversed(versions[1:]):
            words = self.tr("Change {number}").format(number=version.number)
            found.append(Place(words, {"change": version.number}))
        if card.agreement:
            words = self.tr("Agreement {number}").format(number=card.agreement)
            found.append(Place(words, {"agreement": card.agreement}))
        return tuple(found)

    def empty(self, tab: int) -> tuple[str, str]:
        """Give title and detail of an empty tab."""
        said = {
            LIVE: (
                self.tr("No deal is under way"),
                self.tr("A deal begins when a unit is held on the sales control board."),
            ),
            LATE: (
                self.tr("No signing is overdue"),
                self.tr(
                    "Agreements whose contract should be signed by now stand here: have it signed,"
                    " ask for a later day, or cancel the deal."
                ),
            ),
            DEFAULT: (
                self.tr("No notice of default stands"),
                self.tr(
                    "Who lets his day pass is served a notice with days of grace; it stands here"
                    " until he comes, or until the deposit is forfeited by request."
                ),
            ),
            FILING: (
                self.tr("No contract waits for its filing"),
                self.tr("A contract is filed within 30 days of its signing (R-14)."),
            ),
            KEYS: (
                self.tr("No unit waits to be handed over"),
                self.tr("Filed units stand here until their buyers have the keys."),
            ),
            AREAS: (
                self.tr("No area was measured yet"),
                self.tr(
                    "Sold homes whose measured area is noted stand here: first those that are not"
                    " settled by the 3 % rule, then the settled ones."
                ),
            ),
            REVIEW: (
                self.tr("Nothing to review"),
                self.tr("Units of cancelled deals wait here until they are taken back."),
            ),
        }
        return said.get(tab, (self.tr("No deal is over yet"), ""))
