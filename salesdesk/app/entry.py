"""The first lines that run: a verb of the command line, or the window."""

import gc
from collections.abc import Sequence

from salesdesk.app import rooms
from salesdesk.desks.widgets.places import TRANSLATIONS

_VERBS = frozenset({
    "new", "import", "do", "ask", "paper", "backup", "restore", "verify", "verify-receipt", "doctor", "move",
    "catalogue", "recover", "upgrade", "drill", "statement", "vouchers",
})  # fmt: skip
_GUARDED = "read-spreadsheet"
"""An installed program reads a spreadsheet in a second copy of itself (`intake.guard`)."""
_GUARDED_PAPER = "read-paper"
"""The same for what is attached (`intake.attached`)."""


def main(words: Sequence[str]) -> int:
    """Start what *words* ask for; give the exit code."""
    verb = next((word for word in words if not word.startswith("-")), "")
    if words and words[0] in _VERBS:
        # A tenth of a question's time went into looking for garbage among what imports leave.
        gc.disable()
        commandline = rooms.load("salesdesk.app.commandline")
        gc.freeze()
        gc.enable()
        return int(commandline.run(words))
    if words and words[0] == _GUARDED:
        return int(rooms.load("salesdesk.intake.child").main(words[1]))
    if words and words[0] == _GUARDED_PAPER:
        return int(rooms.load("salesdesk.intake.paperchild").main(words[1], int(words[2])))
    if not all(text.with_suffix(".qm").exists() for text in TRANSLATIONS.glob("*.ts")):
        rooms.load("salesdesk.app.texts").compile_missing()
    if verb == "screens" and words[0] == "screens":
        return int(rooms.load("salesdesk.app.screens").run(words[1:]))
    # Start-up makes no garbage worth looking for; afterwards the shell collects on the window
    # thread (`desks.shell.garbage`), where alone a widget may die.
    gc.disable()
    return int(rooms.load("salesdesk.app.window").run(words))
