"""Words for projects, their permits and their laws; `orders` and `vocabulary` hold them with all others."""

from typing import Final

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

PROJECT_COMMANDS: Final[dict[str, str]] = {
    "CreateProject": QT_TRANSLATE_NOOP("commands", "Create a project"),
    "EditProject": QT_TRANSLATE_NOOP("commands", "Edit a project"),
    "CorrectPermit": QT_TRANSLATE_NOOP("commands", "Correct a pre-sale permit"),
    "WithdrawPermit": QT_TRANSLATE_NOOP("commands", "Withdraw a pre-sale permit"),
    "RecordPermit": QT_TRANSLATE_NOOP("commands", "Record a pre-sale permit"),
    "SetLaw": QT_TRANSLATE_NOOP("commands", "Set how hard a law stands"),
    "AdoptLawPack": QT_TRANSLATE_NOOP("commands", "Adopt a law pack"),
    "law_pack": QT_TRANSLATE_NOOP("commands", "See the law pack"),
    "RequestLaws": QT_TRANSLATE_NOOP("commands", "Ask for softer laws"),
    "RelaxLaws": QT_TRANSLATE_NOOP("commands", "Let laws stand softer"),
}
"""Commands and questions about a project, its permits and its laws."""

LAW_WORDS: Final[dict[str, dict[str, str]]] = {
    "needs": {"law": QT_TRANSLATE_NOOP("needs", "Laws that were relaxed")},
    "requests": {"law": QT_TRANSLATE_NOOP("requests", "Softer laws")},
    "request facts": {
        "project": QT_TRANSLATE_NOOP("request facts", "Project"),
        "law pack": QT_TRANSLATE_NOOP("request facts", "Law pack"),
        "law": QT_TRANSLATE_NOOP("request facts", "Law"),
        "now: level": QT_TRANSLATE_NOOP("request facts", "It stands (now)"),
        "then: level": QT_TRANSLATE_NOOP("request facts", "It stands (then)"),
        "cited text": QT_TRANSLATE_NOOP("request facts", "The text it cites"),
        "against it now": QT_TRANSLATE_NOOP("request facts", "Against it now"),
    },
}
"""Codes and facts of requests for softer laws, and of laws that stand softer."""
