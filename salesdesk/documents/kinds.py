"""How many papers or movements of each kind, in words: on the closes of days and months."""

from collections.abc import Sequence

from salesdesk.documents.words import code_word, is_chinese, word
from salesdesk.kernel.money import format_yuan
from salesdesk.office.ledger.close_sheets import KindSum


def kinds_told(kinds: Sequence[KindSum], family: str, language: str) -> str:
    """Say how many papers of each kind, over what: kinds of the vocabulary *family*."""
    joint = "；" if is_chinese(language) else "; "
    told = (
        word(
            language,
            "close.kind" if family == "close.paper" else "moved.kind",
            kind=code_word(language, family, kind.kind),
            count=kind.papers,
            amount=format_yuan(kind.amount_fen),
        )
        for kind in kinds
    )
    return joint.join(told) or word(language, "close.none")
