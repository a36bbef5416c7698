"""The forms by which neighbours become one unit, and one unit becomes several."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks import wording
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import PlainLabel, button
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.remaking import MergeUnits, SplitUnit, UnitPart
from salesdesk.office.inventory.remaking_rules import LEAST_PARTS, MOST_PARTS
from salesdesk.office.inventory.sheets import UnitCard

_WIDTH, _LETTERS = 640, "ABCDEFGHJKLM"


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merge is about: the units, their codes in the order of the floor, their area (m²)."""

    units: tuple[int, ...]
    codes: tuple[str, ...]
    first_number: str
    area: float


class MergeDialog(Asking):
    """Asks what the one unit is called."""

    def __init__(self, link: Link, about: Merging, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._about = about
        title = self.tr("Merge %n unit(s)", "", len(about.units))
        self.head(title, self.tr("Merge"), "merge")
        said = self.tr(
            "{units} become one unit of {area}. They vanish from the board, from prices and from "
            "counts; their history stays. Splitting the new unit brings them back, as long as it "
            "has no price and was not offered."
        )
        words = said.format(units=wording.listed(about.codes), area=wording.area(about.area))
        self.tell(PlainLabel(words, "dim").wrapping())
        self.number = self.form.add("number", self.tr("New number"), QLineEdit(), needed=True)
        self.number.setText(f"{about.first_number}A")
        self.layout_name = self.form.add("layout", self.tr("Layout"), QLineEdit())
        self.why = self.form.add("reason", self.tr("Reason"), QLineEdit())
        self.number.setFocus()
        self.number.selectAll()
        self.number.textChanged.connect(lambda _text: self._typed())
        self._typed()

    @override
    def send(self) -> None:
        self.form.right()
        command = MergeUnits(
            units=tuple(UnitId(unit) for unit in self._about.units),
            number=self.form.text("number"),
            layout=self.form.text("layout"),
            reason=self.form.text("reason"),
        )
        self.sending.send(command, self.well, self.form.refuse)

    def _typed(self) -> None:
        self.sending.allow(self.yes, allowed=bool(self.number.text().strip()))


class SplitDialog(Asking):
    """Asks for the parts of a unit; says while typing how many square metres are left."""

    def __init__(self, link: Link, card: UnitCard, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self.setMinimumWidth(_WIDTH)
        self._card = card
        self.head(self.tr("Split {unit}").format(unit=card.code), self.tr("Split"), "copy")
        hint = self.tr(
            "{unit} vanishes from the board, from prices and from counts; its history stays. "
            "Merging the parts under its number brings it back, as long as they have no price and "
            "were not offered."
        )
        self.tell(PlainLabel(hint.format(unit=card.code), "dim").wrapping())
        self.parts = Form(4)
        self.rows: list[tuple[QLineEdit, QLineEdit, QLineEdit, QLineEdit]] = []
        self.more = button(self.tr("Add a part"), self.add_part, "plus")
        self.more.setAutoDefault(False)
        self.left = PlainLabel("", "hint").wrapping()
        self.tell(self.parts, self.more, self.left)
        self.why = self.form.add("reason", self.tr("Reason"), QLineEdit())
        for _part in range(LEAST_PARTS):
            self.add_part()
        self.rows[0][1].setFocus()

    def add_part(self) -> None:
        """Add a line for one more part."""
        at = len(self.rows)
        if at >= MOST_PARTS:
            return
        number, gross, inside, layout = (QLineEdit() for _field in range(4))
        self.parts.add(f"number {at}", self.tr("Number"), number)
        self.parts.add(f"gross {at}", self.tr("Gross area"), gross)
        self.parts.add(f"inside {at}", self.tr("Inside area"), inside)
        self.parts.add(f"layout {at}", self.tr("Layout"), layout)
        number.setText(f"{self._card.number}{_LETTERS[at]}")
        inside.setEnabled(self._card.inside_area is not None)
        for field in (number, gross, inside):
            field.textChanged.connect(lambda _text: self._typed())
        self.rows.append((number, gross, inside, layout))
        self.more.setEnabled(len(self.rows) < MOST_PARTS)
        number.setFocus()
        self._typed()

    @override
    def send(self) -> None:
        self.form.right()
        self.parts.right()
        made = []
        for at, (number, gross, inside, layout) in enumerate(self.rows):
            if not any(field.text().strip() for field in (gross, inside)):
                continue
            whole, within = _area(gross.text()), _area(inside.text())
            if whole is None:
                self.parts.wrong(f"gross {at}", self.tr("Enter m², for example 89.50."))
                return
            if within is None and inside.text().strip():
                self.parts.wrong(f"inside {at}", self.tr("Enter m², for example 89.50."))
                return
            made.append(
                UnitPart(
                    number=number.text().strip(),
                    gross_area=whole,
                    inside_area=within,
                    layout=layout.text().strip(),
                )
            )
        command = SplitUnit(
            unit=UnitId(self._card.id), parts=tuple(made), reason=self.form.text("reason")
        )
        self.sending.send(command, self.well, self.form.refuse)

    def _typed(self) -> None:
        gross = self._card.gross_area - _sum(row[1] for row in self.rows)
        words = self.tr("Still to be given away: {gross} of {whole} gross").format(
            gross=wording.area(gross), whole=wording.area(self._card.gross_area)
        )
        over = gross < 0
        if self._card.inside_area is not None:
            inside = self._card.inside_area - _sum(row[2] for row in self.rows)
            words = self.tr("{gross}, {inside} of {whole} inside").format(
                gross=words,
                inside=wording.area(inside),
                whole=wording.area(self._card.inside_area),
            )
            over = over or inside < 0
        self.left.setText(words)
        filled = sum(_area(row[1].text()) is not None for row in self.rows)
        self.sending.allow(self.yes, allowed=filled >= LEAST_PARTS and not over)


def _area(typed: str) -> Decimal | None:
    """Read square metres; None where it is no number."""
    try:
        value = Decimal(typed.strip().removesuffix("m²").strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _sum(fields: Iterable[QLineEdit]) -> Decimal:
    return sum((_area(field.text()) or Decimal(0) for field in fields), Decimal(0))
