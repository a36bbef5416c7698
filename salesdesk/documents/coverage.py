"""Which characters of a text cannot be printed: asked before the office commits a name to paper."""

from salesdesk.documents.fonts import BOLD, RARE, RARE_BOLD, REGULAR, ready

_LINE_ENDS = frozenset("\t\n\r")


def missing_characters(text: str) -> str:
    """Give the characters of *text* that no embedded face has, each once, in order ("": none).

    Controls, invisible marks and lone surrogates count as missing; line ends and tabs do not.
    """
    faces = {name: font.face.charToGlyph for name, font in ready().items()}
    return "".join(
        letter
        for letter in dict.fromkeys(text)
        if letter not in _LINE_ENDS
        and not (
            (ord(letter) in faces[REGULAR] and ord(letter) in faces[BOLD])
            or (ord(letter) in faces[RARE] and ord(letter) in faces[RARE_BOLD])
        )
    )
