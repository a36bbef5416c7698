"""Words for codes about deals after their agreement; `vocabulary` holds them with all the others."""

from typing import Final

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

DEAL_WORDS: Final[dict[str, dict[str, str]]] = {
    "steps": {
        "notice default": QT_TRANSLATE_NOOP("steps", "Notice of default"),
        "lift default": QT_TRANSLATE_NOOP("steps", "Lift the notice"),
        "forfeit": QT_TRANSLATE_NOOP("steps", "Forfeit the deposit"),
        "print notice": QT_TRANSLATE_NOOP("steps", "Print the notice"),
    },
    "needs": {
        "grace over": QT_TRANSLATE_NOOP("needs", "Buyers' grace is over"),
        "filing": QT_TRANSLATE_NOOP("needs", "Contracts to file"),
    },
    "requests": {
        "forfeit": QT_TRANSLATE_NOOP("requests", "Deposit forfeited"),
    },
    "request facts": {
        "notice": QT_TRANSLATE_NOOP("request facts", "Notice of default"),
        "overdue since": QT_TRANSLATE_NOOP("request facts", "Overdue since"),
        "grace until": QT_TRANSLATE_NOOP("request facts", "Grace until"),
    },
    "overdue": {
        "signing": QT_TRANSLATE_NOOP("overdue", "The contract is not signed"),
        "payment": QT_TRANSLATE_NOOP("overdue", "A payment has not come"),
    },
    "served": {
        "by hand": QT_TRANSLATE_NOOP("served", "By hand"),
        "registered post": QT_TRANSLATE_NOOP("served", "Registered post"),
        "courier": QT_TRANSLATE_NOOP("served", "Courier"),
        "message": QT_TRANSLATE_NOOP("served", "Text message"),
        "e-mail": QT_TRANSLATE_NOOP("served", "E-mail"),
    },
}
"""Context -> code -> English text."""
