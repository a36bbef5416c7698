"""The board's own keys, for the overview (F1)."""

from PySide6.QtCore import QCoreApplication


def board_keys() -> list[tuple[str, str]]:
    """Give the keys and what each does, in the window's language."""
    arrows = QCoreApplication.translate("BoardDesk", "go to the next unit, across gaps")
    mark = QCoreApplication.translate("BoardDesk", "choose one unit more")
    everything = QCoreApplication.translate("BoardDesk", "choose all that the filter leaves")
    opened = QCoreApplication.translate("BoardDesk", "the first step that is open to the unit")
    zoom = QCoreApplication.translate("BoardDesk", "larger, smaller, 100 %, the whole project")
    filters = QCoreApplication.translate("BoardDesk", "filter")
    find = QCoreApplication.translate("BoardDesk", "go to a unit by its number")
    past = QCoreApplication.translate("BoardDesk", "look at the past; Esc: back to now")
    change = QCoreApplication.translate(
        "BoardDesk", "in the past: the change before, the next one"
    )
    play = QCoreApplication.translate("BoardDesk", "in the past: play or pause")
    return [
        ("Ctrl+T", past), ("Ctrl+Shift+← Ctrl+Shift+→", change), ("Ctrl+Space", play),
        ("←↑→↓", arrows), ("Space", mark), ("Ctrl+A", everything), ("Return", opened),
        ("Ctrl++ Ctrl+- Ctrl+0 Ctrl+9", zoom), ("Ctrl+F", filters), ("0…9", find),
    ]  # fmt: skip
