"""Which steps are offered for the units at hand, and for whom each is then carried out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from salesdesk.desks import wording
from salesdesk.desks.board.canvas import BoardCanvas
from salesdesk.desks.board.doings import Errands, Wish
from salesdesk.desks.board.filters import both_tallies, lots_mask, shown_mask
from salesdesk.desks.board.panel import UnitPanel
from salesdesk.desks.board.remakeform import Merging
from salesdesk.desks.board.steps import REMAKES, BoardStep, open_steps, takes
from salesdesk.desks.board.stock import Stock
from salesdesk.desks.widgets.icons import icon
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.sheets import UnitCard

_HELD_BACK = STATES.index(UnitState.HELD_BACK)


class Offers(QObject):
    """Stands between the board's choice and the steps that can be taken with it."""

    def __init__(
        self, canvas: BoardCanvas, panel: UnitPanel, doings: Errands, rights: frozenset[str]
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._panel = panel
        self._doings = doings
        self._rights = rights
        self.card: UnitCard | None = None
        self.silent = False
        """Whether nothing is offered: the board shows the past."""
        panel.step_wanted.connect(self.take)
        panel.bound.bind_wanted.connect(doings.bind)
        panel.bound.unbind_wanted.connect(doings.unbind)
        doings.told.connect(lambda _words: canvas.setFocus())  # the button pressed may be gone
        canvas.menu_wanted.connect(self.open_menu)

    def offer(self) -> None:
        """Put the open steps' buttons on the panel."""
        self._panel.offer([(step, self._words(step)) for step in self.steps()])

    def steps(self) -> tuple[BoardStep, ...]:
        """Give the steps open to what is chosen."""
        units = self._canvas.selected
        stock = self._canvas.stock
        if stock is None or not units or self.silent or self._doings.silent:
            return ()
        several = len(units) > 1
        if not several and self.card is not None and self.card.id == units[0]:
            found = open_steps((self.card.state,), self._rights, several=False)
        else:
            there = np.unique(stock.states[stock.indexes_of(units)]).tolist()
            states = (STATES[state] for state in there)
            found = open_steps(states, self._rights, several=several)
        at = stock.indexes_of(units)
        bare = not np.any(stock.totals[at] >= 0) and not np.any(lots_mask(stock)[at])
        fitting = "merge" if several else "split"
        return tuple(
            one for one in found if one.step not in REMAKES or (bare and one.step == fitting)
        )

    def take(self, step: BoardStep) -> None:
        """Take *step* for what is chosen."""
        self._carry_out(step, self._canvas.selected)

    def take_many(self, step: BoardStep, what: str) -> None:
        """Take *step* for "chosen" units, what the "filter" leaves, the "building" or "project"."""
        stock = self._canvas.stock
        if stock is None or self.silent:
            return
        picture = self._canvas.picture
        if what == "chosen":
            self._carry_out(step, self._canvas.selected)
            return
        if what == "project":
            mask = None
        elif what == "building":
            mask = shown_mask(stock, None, picture.building)
        else:
            mask = shown_mask(stock, picture.matching, picture.building)
        indexes = np.arange(stock.size) if mask is None else np.flatnonzero(mask)
        self._carry_out(step, stock.ids_at(indexes))

    def take_first(self) -> None:
        """Take the first step offered, as Enter and a double click do."""
        steps = self.steps()
        if steps and steps[0].primary:
            self.take(steps[0])

    def open_menu(self, at: QPoint) -> None:
        """Open a menu of the steps at a point of the screen."""
        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for step in self.steps():
            action = menu.addAction(icon(step.icon), self._words(step))
            action.triggered.connect(lambda _on=False, step=step: self.take(step))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing can be done here now")).setEnabled(False)
        menu.popup(at)

    def _words(self, step: BoardStep) -> str:
        words = wording.say("steps", step.step)
        if step.step == "cancel":  # a button of that one word would read as its opposite
            words = self.tr("Cancel the deal")
        return words if not step.asks else f"{words}…"

    def _carry_out(self, step: BoardStep, units: Sequence[int]) -> None:
        stock = self._canvas.stock
        if stock is None or not units:
            self._panel.banner.say(
                self.tr("No unit is chosen."),
                self.tr("Choose the units on the board first."),
                "warn",
            )
            return
        indexes = stock.indexes_of(units)
        states = stock.states[indexes]
        able = np.isin(states, [at for at, state in enumerate(STATES) if takes(step, state)])
        stay, bare = 0, able & False
        if step.step == "release":
            bare = able & (stock.totals[indexes] < 0) & (states != _HELD_BACK)
            able &= stock.totals[indexes] >= 0
            held = able & (states == _HELD_BACK)
            if not np.array_equal(
                held, able
            ):  # a building swept up names nothing that is held back
                stay, able = int(held.sum()), able & ~held
        if len(units) == 1 and self.card is not None and self.card.id == units[0]:
            able[:] = takes(step, self.card.state)
        chosen = stock.ids_at(indexes[able])
        if not chosen:
            self._say_none(unpriced=bool(bare.any()))
            return
        name = stock.columns.codes[int(indexes[able][0])] if len(units) == 1 else ""
        if step.step == "merge":
            self._doings.merge(self._merging(stock, indexes))
            return
        left = tuple(stock.columns.codes[at] for at in indexes[bare & ~able].tolist())
        wish = Wish(step, chosen, len(units), name, self._about(stock, indexes[able]), stay, left)
        # The card of now may still be the one of the unit chosen before.
        known = self.card is not None and [self.card.id] == list(chosen)
        self._doings.carry_out(wish, self.card if known else None)

    def _say_none(self, *, unpriced: bool) -> None:
        """Say why no unit takes the step: without a price none is released."""
        if unpriced:
            self._panel.banner.say(
                self.tr("None of these units has a price: without one none is released."),
                self.tr("Price them first: by a list, or by a price version (Administration)."),
                "warn",
            )
            return
        self._panel.banner.say(
            self.tr("None of these units can take this step now."),
            self.tr("Look at their states: the legend above the board tells them."),
            "warn",
        )

    def _merging(self, stock: Stock, indexes: NDArray[np.int64]) -> Merging:
        """Give what a merge is about, in the order of the floor."""
        columns = stock.columns
        order = indexes[np.argsort(columns.columns[indexes], kind="stable")]
        return Merging(
            stock.ids_at(order),
            tuple(columns.codes[at] for at in order.tolist()),
            columns.numbers[int(order[0])],
            float(columns.areas[order].sum()),
        )

    def _about(self, stock: Stock, indexes: NDArray[np.int64]) -> str:
        """Say what several units are now and what they are worth: a release shows here whom it takes."""
        if len(indexes) == 1:
            return ""
        mask = np.zeros(stock.size, np.bool_)
        mask[indexes] = True
        homes, lots = both_tallies(stock, mask)
        counts = homes.counts if lots is None else homes.counts + lots.counts
        counted = (
            f"{wording.say('states', state)} {int(count):,}"
            for state, count in zip(STATES, counts, strict=True)
            if count
        )
        if lots is None:
            return " · ".join([*counted, wording.short_money(homes.value_fen)])
        words = self.tr("homes {homes}, lots {lots}").format(
            homes=wording.short_money(homes.value_fen), lots=wording.short_money(lots.value_fen)
        )
        return " · ".join([*counted, words])
