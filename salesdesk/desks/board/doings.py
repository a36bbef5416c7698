"""Carries out the steps of the board: asks what must be asked, sends the command, says what came."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.desks import wording
from salesdesk.desks.board.bindform import BindDialog, UnbindDialog
from salesdesk.desks.board.dialogs import HoldDialog
from salesdesk.desks.board.releasepoints import ReleasePoints
from salesdesk.desks.board.remakeform import MergeDialog, Merging, SplitDialog
from salesdesk.desks.board.reserveform import ReserveDialog
from salesdesk.desks.board.stepform import StepDialog
from salesdesk.desks.board.steps import BoardStep
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.desk import Jump
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.lot_sheets import LotLine
from salesdesk.office.inventory.queries import unit_card
from salesdesk.office.inventory.release_check import release_check
from salesdesk.office.inventory.sheets import UnitCard

_NAMED = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """A step for some units: those that can take it, how many were meant, what they are called.

    ``about`` says in words what the units are now and what they are worth. ``stay``: how many of
    those meant are held back and stay so, for they were not chosen by themselves. ``bare``: the codes
    of those that a release leaves, for they have no price.
    """

    step: BoardStep
    units: tuple[int, ...]
    meant: int
    name: str
    about: str = ""
    stay: int = 0
    bare: tuple[str, ...] = ()


class Errands(QObject):
    """The board's errands to the office.

    Signals:
        jump: a `Jump` to the desk that carries out a step.
        told: what was done, in words.
        refused: a `UserError` to be shown beside the unit.
    """

    jump = Signal(object)
    told = Signal(object)
    refused = Signal(object)

    def __init__(self, link: Link, window: QWidget) -> None:
        super().__init__(window)
        self._link = link
        self._window = window
        self.asking: QWidget | None = None

    @property
    def silent(self) -> bool:
        """Whether the office does not answer: the board can only be read."""
        return self._link.silent_since is not None

    def carry_out(self, wish: Wish, card: UnitCard | None = None) -> None:
        """Carry out *wish*, asking first what the step needs."""
        if not wish.units:
            return
        asks = wish.step.asks
        if asks == "jump" and wish.step.jump is not None:
            desk, act = wish.step.jump
            self.jump.emit(Jump(desk, Topic.UNIT, wish.units[0], act))
        elif asks == "customer":
            if card is None:  # not here yet: the next unit was chosen a moment ago
                self._link.ask(self, self.hold, unit_card, wish.units[0])
            else:
                self.hold(card)
        elif asks == "reservation":
            if card is not None:
                self.reserve(card)
        elif asks == "split":
            if card is None:
                self._link.ask(self, self.split, unit_card, wish.units[0])
            else:
                self.split(card)
        elif asks == "":
            self._send(wish)
        else:
            self._ask(wish)

    def hold(self, card: UnitCard) -> None:
        """Open the form that holds this unit."""
        dialog = HoldDialog(self._link, card, self._window)
        words = self.tr("Unit {code} is on hold.").format(code=card.code)
        dialog.held.connect(lambda _answer: self.told.emit(words))
        dialog.newcomer.connect(
            lambda: self.jump.emit(Jump("reception", Topic.UNIT, card.id, "visit"))
        )
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        self.asking = dialog
        dialog.open()

    def reserve(self, card: UnitCard) -> None:
        """Open the form that asks for a reservation of this unit."""
        dialog = ReserveDialog(self._link, card, self._window)
        words = self.tr("A reservation of {code} is asked for; three people sign it.")
        dialog.asked.connect(lambda _answer: self.told.emit(words.format(code=card.code)))
        self.asking = dialog
        dialog.open()

    def merge(self, about: Merging) -> None:
        """Open the form by which these units become one."""
        words = self.tr("{units} are one unit now.").format(units=wording.listed(about.codes))
        self._open(MergeDialog(self._link, about, self._window), words)

    def split(self, card: UnitCard) -> None:
        """Open the form by which this unit becomes several."""
        words = self.tr("{code} is split.").format(code=card.code)
        self._open(SplitDialog(self._link, card, self._window), words)

    def bind(self, home: UnitCard) -> None:
        """Open the form that binds a lot to this home."""
        words = self.tr("A lot is bound to {code}.").format(code=home.code)
        self._open(BindDialog(self._link, home, self._window), words)

    def unbind(self, lot: LotLine) -> None:
        """Open the form that loosens this lot from its home."""
        words = self.tr("{code} is bound to nothing any more.").format(code=lot.code)
        self._open(UnbindDialog(self._link, lot, self._window), words)

    def _open(self, dialog: Asking, words: str) -> None:
        dialog.carried.connect(lambda _answer: self.told.emit(words))
        self.asking = dialog
        dialog.open()

    def _ask(self, wish: Wish) -> None:
        """Ask what a batch is called, or why, saying what the step is about to change."""
        make = wish.step.make
        if make is None:
            return
        units = tuple(UnitId(unit) for unit in wish.units)
        title, step = self._title(wish), wish.step
        dialog = StepDialog(
            self._link,
            title,
            [
                fact
                for fact in (wish.about, self._stay(wish), self._bare(wish), self._rest(wish))
                if fact
            ],
            (wording.say("steps", step.step), step.icon),
            step.asks,
            lambda text: make(units, text),
            self._window,
        )
        if step.step == "release" and self._link.may("release_check"):
            points = ReleasePoints()
            dialog.tell(points)
            self._link.ask(points, points.show_check, release_check, units=units)
        done = " · ".join(filter(None, (title, self._stay(wish), self._bare(wish))))
        dialog.carried.connect(lambda _answer: self.told.emit(done))
        self.asking = dialog
        dialog.open()

    def _title(self, wish: Wish) -> str:
        step = wording.say("steps", wish.step.step)
        if wish.name:
            return self.tr("{step}: {unit}").format(step=step, unit=wish.name)
        units = self.tr("%n unit(s)", "", len(wish.units))
        return self.tr("{step}: {unit}").format(step=step, unit=units)

    def _rest(self, wish: Wish) -> str:
        """Say which of the units meant cannot take the step."""
        left = wish.meant - len(wish.units) - wish.stay - len(wish.bare)
        if left <= 0:
            return ""
        return self.tr("Left as before: %n unit(s) that cannot take this step now.", "", left)

    def _stay(self, wish: Wish) -> str:
        """Say how many stay held back, and how they are released."""
        if not wish.stay:
            return ""
        return self.tr(
            "Left as before: %n unit(s) held back. What is held back is released where it is chosen by itself.",
            "",
            wish.stay,
        )

    def _bare(self, wish: Wish) -> str:
        """Name what is left because it has no price."""
        if not wish.bare:
            return ""
        named = ("、" if wording.is_chinese() else ", ").join(wish.bare[:_NAMED])
        if len(wish.bare) > _NAMED:
            named += self.tr(" and %n more", "", len(wish.bare) - _NAMED)
        return self.tr("Left as before, without a price: {units}.").format(units=named)

    def _send(self, wish: Wish) -> None:
        if wish.step.make is None:
            return
        units = tuple(UnitId(unit) for unit in wish.units)
        command = wish.step.make(units, "")
        done = self._title(wish)
        self._link.do(
            self,
            command,
            lambda _answer: self.told.emit(done),
            refused=self._refuse,
            intent=uuid4().hex,
        )

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(error)


def named(cards: Sequence[str]) -> str:
    """Give the one code, or nothing where there are several."""
    return cards[0] if len(cards) == 1 else ""
