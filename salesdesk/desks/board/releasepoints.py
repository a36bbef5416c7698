"""The check list in the form of a release: what stands, what warns, what would stop it."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, clear, row
from salesdesk.desks.wording import is_chinese, say
from salesdesk.office.inventory.release_check import Finding, ReleaseCheck, ReleasePoint

_MARKS: Final = {
    Finding.GOOD: ("circle-check", "good"),
    Finding.WARN: ("triangle-alert", "warn"),
    Finding.STOP: ("circle-x", "danger"),
    Finding.OFF: ("minus", "dim"),
}
_ICON: Final = 16
_NAMED: Final = 8


class ReleasePoints(QWidget):
    """One line a point; units, buildings and permits that stand against it are named below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._lines.addWidget(PlainLabel(self.tr("Being checked…"), "dim"))
        self.check: ReleaseCheck | None = None

    def show_check(self, check: ReleaseCheck) -> None:
        """Show what was found."""
        self.check = check
        clear(self._lines)
        for point in check.points:
            mark = PlainLabel()
            set_icon(mark, *_MARKS[point.finding], _ICON)
            mark.setFixedWidth(_ICON + 4)
            words = say("release points", point.point)
            if point.finding is Finding.OFF:
                words = self.tr("{point}: not asked for here").format(point=words)
            line = row(mark, PlainLabel(words).wrapping(), spacing=6)
            line.setStretch(1, 1)
            self._lines.addLayout(line)
            against = self._against(point)
            if against:
                label = PlainLabel(against, "hint").wrapping().selectable()
                label.setContentsMargins(_ICON + 10, 0, 0, 2)
                self._lines.addWidget(label)
        if check.stopped:
            self._lines.addWidget(
                PlainLabel(self.tr("As it stands the release would be refused whole."), "wrong")
            )

    def _against(self, point: ReleasePoint) -> str:
        comma = "、" if is_chinese() else ", "
        units = comma.join(point.units[:_NAMED])
        if len(point.units) > _NAMED:
            units += self.tr(" and %n more", "", len(point.units) - _NAMED)
        return " · ".join(part for part in (comma.join(point.names), units) if part)
