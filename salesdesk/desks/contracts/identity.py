"""What an identity number says about itself while it is typed."""

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.wording import day, refusal
from salesdesk.kernel.identity import NotAnIdCard, born_on, parse_resident_id
from salesdesk.office.customers.rules import IdKind

_WHOLE = (15, 18)
_SEX_AT = 16


def id_remark(kind: str, number: str, *, finished: bool = False) -> tuple[str, bool]:
    """Give what to say under the number and whether it is wrong.

    A resident number is judged once it is as long as one, or *finished*; a right one tells birth
    day and sex, so that it can be compared with the card and the person.
    """
    typed = number.strip()
    if kind != IdKind.RESIDENT or not typed:
        return "", False
    if len(typed) < max(_WHOLE) and len(typed) not in _WHOLE and not finished:
        return "", False
    try:
        read = parse_resident_id(typed)
    except NotAnIdCard as error:
        if len(typed) == min(_WHOLE) and not finished:
            return "", False  # on its way to 18 places
        return refusal(error)[0], True
    born = born_on(read)
    male = QCoreApplication.translate("identity", "Born {day}, male")
    female = QCoreApplication.translate("identity", "Born {day}, female")
    words = male if int(read[_SEX_AT]) % 2 else female
    return words.format(day=day(born)), False
