"""Words for the settings of demand letters and promises: what each is, and what it does."""

from typing import Final

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

DEMAND_SETTINGS: Final[dict[str, tuple[str, str]]] = {
    "demand_prefix": (
        QT_TRANSLATE_NOOP("settings", "Demand letters begin with"),
        QT_TRANSLATE_NOOP("settings", "For letters written from now on."),
    ),
    "demand_days": (
        QT_TRANSLATE_NOOP("settings", "A demand letter gives"),
        QT_TRANSLATE_NOOP("settings", "To pay; the letter of the next stage waits for it."),
    ),
    "promise_longest_days": (
        QT_TRANSLATE_NOOP("settings", "Longest promise to pay"),
        QT_TRANSLATE_NOOP("settings", "What takes longer is a change of the payment mode."),
    ),
}
"""Setting -> its name and a hint."""
