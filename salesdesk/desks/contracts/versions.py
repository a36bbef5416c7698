"""A deal's line of versions: the agreement as signed, then each change with what it altered."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.wording import day, mode_words, moment, money, say
from salesdesk.office.sales.change_sheets import ChangedFact, DealVersion


class VersionList(QWidget):
    """Shows the versions; empty until there is a change: an agreement alone needs no history.

    Signals:
        wanted: the number of the change whose paper is asked for.
        other_wanted: the deal on the other side of an exchange, by its id.
    """

    wanted = Signal(object)
    other_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self.hide()

    def show_versions(self, versions: Sequence[DealVersion]) -> None:
        """Show these versions instead."""
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        told = len(versions) > 1 or any(version.other for version in versions)
        self.setVisible(told)
        if told:
            self._lines.addWidget(PlainLabel(self.tr("Versions"), "heading"))
            for version in versions:
                self._lines.addWidget(self._version(version))

    def _version(self, version: DealVersion) -> QWidget:
        head = f"{version.number} · {say('requests', version.kind)}"
        who = " · ".join(part for part in (moment(version.at), version.by, version.reason) if part)
        whole = QWidget(self)
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 4)
        lines.setSpacing(1)
        changed = version.kind != "agreement"
        parts: list[QWidget | None] = [PlainLabel(head).selectable(), None]
        if changed:
            number = version.number
            parts.append(
                button(
                    "", lambda: self.wanted.emit(number), "printer", "quiet",
                    tip=self.tr("Print this change"),
                )
            )  # fmt: skip
        lines.addLayout(row(*parts))
        for fact in version.facts:
            lines.addWidget(PlainLabel(self._fact(fact, changed=changed)).wrapping())
        lines.addWidget(PlainLabel(who, "dim").wrapping())
        if version.other:
            other = version.other
            words = self.tr("The deal on {unit}").format(unit=version.other_unit)
            there = button(words, lambda: self.other_wanted.emit(other), "arrow-right", "quiet")
            lines.addLayout(row(there, None))
        return whole

    def _fact(self, fact: ChangedFact, *, changed: bool) -> str:
        name, after = say("request facts", fact.name), shown(fact, fact.after)
        if not changed:
            return f"{name}: {after}"
        return f"{name}: {shown(fact, fact.before)} → {after}"


def shown(fact: ChangedFact, value: str) -> str:
    """Give one side of a changed fact as people write it."""
    if not value:
        return "–"
    match fact.form:
        case "fen":
            return money(int(value))
        case "day":
            return day(date.fromisoformat(value))
        case "mode":
            return mode_words(value)
        case "state":
            return say("states", value)
        case "area":
            return f"{value} m²"
        case _:
            return value
