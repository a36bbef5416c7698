"""Which units a file has named so far: finds the unit that comes twice."""

from typing import NamedTuple

from salesdesk.intake.problems import CODE_TWICE, UNIT_TWICE, Findings
from salesdesk.office.inventory.codes import split_building_core, tidy_core, unit_code


class _Place(NamedTuple):
    building: str
    core: str
    sheet: str
    line: int


class Units:
    """The units of one file by code, each with the place where it stood first."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._first: dict[str, _Place] = {}

    def enter(
        self, building: str, core: str, floor: int, number: str, sheet: str, line: int, column: str
    ) -> str | None:
        """Give the unit's code, or None and a problem when the file has it already."""
        code = unit_code(building, core, floor, number)
        return code if self.enter_code(code, building, core, sheet, line, column) else None

    def enter_code(
        self, code: str, building: str, core: str, sheet: str, line: int, column: str
    ) -> bool:
        """Say whether *code* is new in the file; if not, a problem names the first place."""
        place = _Place(building, core, sheet, line)
        first = self._first.setdefault(code, place)
        if first is place:
            return True
        if (first.building, first.core) == (building, core):
            self._findings.add(
                UNIT_TWICE, sheet, line, column, code=code, first=first.line, sheet=first.sheet
            )
        else:
            self._findings.add(
                CODE_TWICE, sheet, line, column,
                unit=f"{building} {core}".strip(), other=f"{first.building} {first.core}".strip(),
                first=first.line, sheet=first.sheet, code=code,
            )  # fmt: skip
        return False


def building_and_core(building: str, core: str) -> tuple[str, str]:
    """Give both names tidied; where the core is empty it may stand behind the building."""
    core = tidy_core(core)
    return (building, core) if core else split_building_core(building)
