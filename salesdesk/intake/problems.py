"""What can be wrong in a row of a file: each fault as a sentence and its remedy.

An `ImportProblem` carries the English sentences with their ``{fact}`` places and the facts apart, so
that a desk translates the sentence (context "errors") and then fills it; `sentences` does it in
English for the command line.
"""

from typing import NamedTuple

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.inventory.sheets import ImportProblem

MOST = 10_000
"""Problems listed of one file; a last line says how many more there are."""


class Fault(NamedTuple):
    """One kind of problem: what is wrong and what to do, English, with places for facts."""

    problem: str
    remedy: str


NOT_A_NUMBER = Fault(
    QT_TRANSLATE_NOOP("errors", "'{value}' is not a number."),
    QT_TRANSLATE_NOOP("errors", "Write digits only, for example 12345.67."),
)
NEGATIVE_AMOUNT = Fault(
    QT_TRANSLATE_NOOP("errors", "The amount {value} is not above zero."),
    QT_TRANSLATE_NOOP("errors", "Enter the real price, or leave the cell empty."),
)
AMOUNT_TOO_LARGE = Fault(
    QT_TRANSLATE_NOOP("errors", "The amount {value} is far too large."),
    QT_TRANSLATE_NOOP("errors", "Check the digits and the unit (yuan or ten thousand yuan)."),
)
NO_AREA = Fault(
    QT_TRANSLATE_NOOP("errors", "The gross area is missing."),
    QT_TRANSLATE_NOOP("errors", "Enter the area in m²."),
)
AREA_NOT_POSITIVE = Fault(
    QT_TRANSLATE_NOOP("errors", "The area {value} is not above zero."),
    QT_TRANSLATE_NOOP("errors", "Enter the area in m²."),
)
AREA_TOO_LARGE = Fault(
    QT_TRANSLATE_NOOP("errors", "The area {value} m² is far too large."),
    QT_TRANSLATE_NOOP("errors", "Check the decimal point."),
)
INSIDE_ABOVE_GROSS = Fault(
    QT_TRANSLATE_NOOP("errors", "The inside area {value} is larger than the gross area {gross}."),
    QT_TRANSLATE_NOOP("errors", "Check whether the two columns were exchanged."),
)
NO_BUILDING = Fault(
    QT_TRANSLATE_NOOP("errors", "The building is missing."),
    QT_TRANSLATE_NOOP("errors", "Write the building into every row, for example 1栋."),
)
NO_NUMBER = Fault(
    QT_TRANSLATE_NOOP("errors", "The unit number is missing."),
    QT_TRANSLATE_NOOP("errors", "Enter the number, for example 01 or 301."),
)
NO_FLOOR = Fault(
    QT_TRANSLATE_NOOP("errors", "The floor is missing."),
    QT_TRANSLATE_NOOP("errors", "Enter the floor as a number, basements as -1 or B1."),
)
NOT_A_FLOOR = Fault(
    QT_TRANSLATE_NOOP("errors", "'{value}' is not a floor."),
    QT_TRANSLATE_NOOP("errors", "Enter the floor as a number, basements as -1 or B1."),
)
NO_PRICE = Fault(
    QT_TRANSLATE_NOOP("errors", "Neither a unit price nor a total price is given."),
    QT_TRANSLATE_NOOP("errors", "Enter one of the two."),
)
A_DAY_INSTEAD = Fault(
    QT_TRANSLATE_NOOP("errors", "Excel turned this cell into a date: {value}."),
    QT_TRANSLATE_NOOP("errors", "Format the column as text and type the number again."),
)
FORMULA = Fault(
    QT_TRANSLATE_NOOP("errors", "The cell holds a formula without a result: {value}"),
    QT_TRANSLATE_NOOP("errors", "In Excel copy the cells and paste them as values."),
)
UNIT_TWICE = Fault(
    QT_TRANSLATE_NOOP("errors", "The unit {code} is already in row {first} of {sheet}."),
    QT_TRANSLATE_NOOP("errors", "Delete one of the two rows."),
)
CODE_TWICE = Fault(
    QT_TRANSLATE_NOOP(
        "errors", "{unit} and {other} in row {first} of {sheet} would share the code {code}."
    ),
    QT_TRANSLATE_NOOP("errors", "Name the two buildings or cores so that their numbers differ."),
)
UNKNOWN_SHEET = Fault(
    QT_TRANSLATE_NOOP("errors", "The column headings of the sheet {sheet} are not known."),
    QT_TRANSLATE_NOOP("errors", "Say yourself which column holds what, or use our template."),
)
NO_SUCH_SHEET = Fault(
    QT_TRANSLATE_NOOP("errors", "There is no sheet {sheet} in this file."),
    QT_TRANSLATE_NOOP("errors", "Choose one of: {sheets}."),
)
NO_NUMBER_COLUMN = Fault(
    QT_TRANSLATE_NOOP("errors", "No column gives the unit number."),
    QT_TRANSLATE_NOOP("errors", "Say yourself which column it is, or add it to the file."),
)
NO_PRICE_COLUMN = Fault(
    QT_TRANSLATE_NOOP("errors", "No column gives a unit price or a total price."),
    QT_TRANSLATE_NOOP(
        "errors",
        "Say yourself which column it is, or add it to the file. Units without prices come in from a "
        "file that has no column but those known.",
    ),
)
UNITS_UNPRICED = Fault(
    QT_TRANSLATE_NOOP("errors", "The file gives no prices: new units come in without one."),
    QT_TRANSLATE_NOOP("errors", "They may be merged and split until they are priced."),
)
NO_AREA_COLUMN = Fault(
    QT_TRANSLATE_NOOP("errors", "No column gives the gross area."),
    QT_TRANSLATE_NOOP("errors", "Say yourself which column it is, or add it to the file."),
)
NO_BUILDING_COLUMN = Fault(
    QT_TRANSLATE_NOOP("errors", "No column gives the building."),
    QT_TRANSLATE_NOOP("errors", "Say yourself which column it is, or add it to the file."),
)
NO_UNIT_COLUMN = Fault(
    QT_TRANSLATE_NOOP("errors", "No column says which unit it is."),
    QT_TRANSLATE_NOOP("errors", "Add building, floor and unit number, or the unit code."),
)
NO_ROWS = Fault(
    QT_TRANSLATE_NOOP("errors", "There is no unit below the headings."),
    QT_TRANSLATE_NOOP("errors", "Fill in the list, or choose another sheet."),
)
MORE = Fault(
    QT_TRANSLATE_NOOP("errors", "More problems, not listed: {count}."),
    QT_TRANSLATE_NOOP("errors", "Mend those above first and import again."),
)

AREA_DERIVED = Fault(
    QT_TRANSLATE_NOOP("errors", "Areas worked out from total and unit price: {count}."),
    QT_TRANSLATE_NOOP("errors", "The file has no area column; compare a few with the plans."),
)
FLOOR_FROM_NUMBER = Fault(
    QT_TRANSLATE_NOOP("errors", "Floors taken from the unit numbers: {count}."),
    QT_TRANSLATE_NOOP("errors", "The file has no floor column; check a few on the board."),
)
FLOOR_ASSUMED = Fault(
    QT_TRANSLATE_NOOP("errors", "Units put on floor 1 because the file gives none: {count}."),
    QT_TRANSLATE_NOOP("errors", "Add a column with the floor if that matters."),
)
BUILDING_FROM_SHEET = Fault(
    QT_TRANSLATE_NOOP("errors", "The building {building} was taken from the sheet's name."),
    QT_TRANSLATE_NOOP("errors", "Add a building column if that is wrong."),
)
SHEET_NOT_READ = Fault(
    QT_TRANSLATE_NOOP("errors", "The sheet {sheet} was left out: it holds no list of this kind."),
    QT_TRANSLATE_NOOP("errors", "Choose it by name if it should be read."),
)
TOTAL_DIFFERS = Fault(
    QT_TRANSLATE_NOOP(
        "errors", "The total {value} does not fit unit price times area ({expected})."
    ),
    QT_TRANSLATE_NOOP("errors", "The total of the file is kept; check the three figures."),
)
LINE_LEFT_OUT = Fault(
    QT_TRANSLATE_NOOP("errors", "The row '{value}' was left out: it is no unit."),
    QT_TRANSLATE_NOOP("errors", "Nothing to do, unless it should be one."),
)

NO_CUSTOMER = Fault(
    QT_TRANSLATE_NOOP("errors", "The customer's name is missing."),
    QT_TRANSLATE_NOOP("errors", "Enter who bought the unit."),
)
NOT_A_STATE = Fault(
    QT_TRANSLATE_NOOP("errors", "'{value}' is no state of a sold unit."),
    QT_TRANSLATE_NOOP(
        "errors", "Enter subscribed, signed, filed or delivered (认购, 签约, 备案, 交付)."
    ),
)
NOT_A_DAY = Fault(
    QT_TRANSLATE_NOOP("errors", "'{value}' is not a date."),
    QT_TRANSLATE_NOOP("errors", "Enter it as 2025-09-13."),
)
PAID_ABOVE_PRICE = Fault(
    QT_TRANSLATE_NOOP("errors", "More was paid ({value}) than the unit costs ({price})."),
    QT_TRANSLATE_NOOP("errors", "Check the two amounts."),
)


class Findings:
    """The problems and notes of one file as they are found; problems stop the import, notes not."""

    def __init__(self) -> None:
        self._problems: list[ImportProblem] = []
        self._notes: list[ImportProblem] = []
        self._more = 0
        self._more_notes = 0

    def add(self, fault: Fault, sheet: str, line: int, column: str, /, **facts: object) -> None:
        """Keep a problem at *sheet*, *line* (1-based, 0: the sheet as a whole), *column* heading."""
        if len(self._problems) < MOST:
            self._problems.append(_at(fault, sheet, line, column, facts))
        else:
            self._more += 1

    def note(self, fault: Fault, sheet: str, line: int, column: str, /, **facts: object) -> None:
        """Keep something worth knowing that does not stop the import."""
        if len(self._notes) < MOST:
            self._notes.append(_at(fault, sheet, line, column, facts))
        else:
            self._more_notes += 1

    def refused(self, error: UserError, sheet: str, line: int, column: str, /) -> None:
        """Keep a refusal of the kernel (a phone, an ID card, a broken text) as a problem."""
        self.add(Fault(error.problem, error.remedy), sheet, line, column, **error.facts)

    def problems(self) -> tuple[ImportProblem, ...]:
        """Give the problems in the order they were found."""
        return _with_more(self._problems, self._more)

    def notes(self) -> tuple[ImportProblem, ...]:
        """Give the notes in the order they were found."""
        return _with_more(self._notes, self._more_notes)


def sentences(problem: ImportProblem) -> tuple[str, str]:
    """Give problem and remedy in English, facts filled in."""
    facts = dict(problem.facts)
    return problem.problem.format_map(facts), problem.remedy.format_map(facts)


def _at(
    fault: Fault, sheet: str, line: int, column: str, facts: dict[str, object]
) -> ImportProblem:
    return ImportProblem(
        sheet=sheet,
        line=line,
        column=column,
        problem=fault.problem,
        remedy=fault.remedy,
        facts=tuple((name, _shown(value)) for name, value in facts.items()),
    )


def _shown(value: object) -> str:
    """Write a fact so that it can be printed and stored: short, without half characters."""
    text = str(value)[:60].encode("utf-8", "replace").decode("utf-8")
    return "".join(character if character.isprintable() else "�" for character in text)


def _with_more(found: list[ImportProblem], more: int) -> tuple[ImportProblem, ...]:
    last = [_at(MORE, "", 0, "", {"count": more})] if more else []
    return (*found, *last)
