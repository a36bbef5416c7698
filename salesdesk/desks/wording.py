"""Words where they are shown: codes, refusals, days and money in the window's language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from salesdesk.desks.orders import COMMAND_WORDS, FIELD_WORDS
from salesdesk.desks.vocabulary import WORDS
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan, to_yuan
from salesdesk.office.customers.rules import MEDIA
from salesdesk.office.mortgage.rules import LOAN_DOCUMENTS
from salesdesk.office.sales.rules import PAYMENT_MODES

ENGLISH: Final = "en"
CHINESE: Final = "zh_CN"

_TABLES: Final = WORDS | {"commands": COMMAND_WORDS, "fields": FIELD_WORDS}
_MEDIA: Final = dict(MEDIA)
_MODES: Final = {chinese: english for chinese, english, _kind, _loan in PAYMENT_MODES}

_FACTS: Final = {
    "state": ("states", "loan states", "request states"),
    "states": ("states",),
    "price_state": ("price states",),
    "demand_stage": ("demand stages",),
    "step": ("steps", "loan steps"),
    "allowed": ("steps", "loan steps"),
    "command": ("commands",),
    "commands": ("commands",),
    "right": ("commands",),
    "role": ("roles",),
    "roles": ("roles",),
    "tender": ("tenders",),
    "fault": ("faults",),
    "kind": ("receipts", "id kinds"),
    "manner": ("manners",),
    "field": ("fields", "details"),
    "other": ("fields",),
    "expected": ("fields",),
    "what": ("things", "request facts"),
}
"""Which facts of a refusal are codes, and the contexts in which their words are looked up."""

_LONG_AGO: Final = timedelta(days=7)
_WAN_FEN: Final = 10_000 * 100
_YI_FEN: Final = 100_000_000 * 100


@dataclass(slots=True)
class _Now:
    language: str = ENGLISH
    zone: tzinfo = timezone(timedelta(hours=8), "Asia/Shanghai")


_now = _Now()


def set_language(language: str) -> None:
    """Note the window's language, "zh_CN" or "en"; `widgets.language.speak` calls it."""
    _now.language = language


def language() -> str:
    """Give the window's language, "zh_CN" or "en"."""
    return _now.language


def is_chinese() -> bool:
    """Tell whether the window speaks Chinese."""
    return _now.language == CHINESE


def set_zone(zone: tzinfo) -> None:
    """Show moments in the office's time zone; until then China's, which has no summer time.

    The zone is given, not its name: ``zoneinfo`` takes long to import, and the sign-in is up first.
    """
    _now.zone = zone


def zone() -> str:
    """Give the office's time zone by its name."""
    return str(_now.zone)


def say(context: str, key: object) -> str:
    """Give the word for the code *key* of *context*; a code without a word is given back."""
    code = str(key)
    text = _TABLES.get(context, {}).get(code)
    if text is None:
        return _spaced(code) if context == "commands" else code
    return QCoreApplication.translate(context, text)


def listed(words: Iterable[str]) -> str:
    """Give several names or numbers in one line, with the language's comma."""
    return ("、" if is_chinese() else ", ").join(words)


def say_all(context: str, keys: Iterable[object]) -> str:
    """Give the words for several codes, with the language's comma."""
    return listed(say(context, key) for key in keys)


def medium(name: str) -> str:
    """Give a medium's name in the window's language; media people added stay as they are."""
    return name if is_chinese() else _MEDIA.get(name, name)


def refusal(error: UserError) -> tuple[str, str]:
    """Give problem and remedy of *error* in the window's language, facts filled in."""
    facts = _Facts({name: _fact(name, value) for name, value in error.facts.items()})
    problem = QCoreApplication.translate("errors", error.problem)
    remedy = QCoreApplication.translate("errors", error.remedy)
    return problem.format_map(facts), remedy.format_map(facts)


def sentence(text: str, facts: Iterable[tuple[str, object]] = ()) -> str:
    """Give an "errors" text that came as English template and facts, as import problems do."""
    worded = _Facts({name: _fact(name, value) for name, value in facts})
    return QCoreApplication.translate("errors", text).format_map(worded)


def money(amount_fen: int) -> str:
    """Write an amount for people: ¥1,234,567.00."""
    sign = "-" if amount_fen < 0 else ""
    return f"{sign}¥{format_yuan(abs(amount_fen))}"


def large_amount(amount_fen: int) -> str:
    """Write a large amount shortly, 12.5 万 or 1.6 亿; empty below 10,000 yuan and in English."""
    if not is_chinese() or abs(amount_fen) < _WAN_FEN:
        return ""
    if abs(amount_fen) >= _YI_FEN:
        return f"{_short(to_yuan(amount_fen) / 100_000_000)} 亿"
    return f"{_short(to_yuan(amount_fen) / 10_000)} 万"


def short_money(amount_fen: int) -> str:
    """Write an amount for a head-line: 15.90 亿元 in Chinese, ¥1,589.54 m in English.

    Always two decimals: such amounts stand side by side and must be comparable at a glance.
    """
    size, yuan = abs(amount_fen), to_yuan(amount_fen)
    if not is_chinese():
        return f"¥{yuan / 1_000_000:,.2f} m" if size >= 100 * _WAN_FEN else money(amount_fen)
    if size >= _YI_FEN:
        return f"{yuan / 100_000_000:,.2f} 亿元"
    return f"{yuan / 10_000:,.2f} 万元" if size >= _WAN_FEN else f"{format_yuan(amount_fen)} 元"


def area(square_metres: Decimal | float) -> str:
    """Write an area: 89.50 m²."""
    return f"{square_metres:,.2f} m²"


def day(value: date | None) -> str:
    """Write a day for tables: 2026-11-24; empty for none."""
    return "" if value is None else value.isoformat()


def long_day(value: date) -> str:
    """Write a day in full: 2026年11月24日 星期二, 24 November 2026."""
    shown = QDate(value.year, value.month, value.day)
    if is_chinese():
        return QLocale(CHINESE).toString(shown, "yyyy年M月d日 dddd")
    return QLocale(ENGLISH).toString(shown, "d MMMM yyyy")


def now() -> datetime:
    """Give this machine's moment, to show ages and countdowns by; never to decide anything."""
    return datetime.fromtimestamp(QDateTime.currentMSecsSinceEpoch() / 1000, UTC)


def local(value: datetime) -> datetime:
    """Give an aware moment in the office's zone."""
    return value.astimezone(_now.zone)


def today() -> date:
    """Give the office's day as this machine sees it, to show and to read typed days by."""
    return local(now()).date()


def moment(value: datetime | None) -> str:
    """Write a moment in the office's zone: 2026-11-24 10:31; empty for none."""
    return "" if value is None else local(value).strftime("%Y-%m-%d %H:%M")


def clock(value: datetime) -> str:
    """Write the time of day in the office's zone: 10:31."""
    return local(value).strftime("%H:%M")


def span(length: timedelta) -> str:
    """Write a length of time in its two largest parts: 1 h 05 min, 3 d 2 h, 45 s."""
    seconds = max(0, int(length.total_seconds()))
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days:
        text = QCoreApplication.translate("times", "{days} d {hours} h")
    elif hours:
        text = QCoreApplication.translate("times", "{hours} h {minutes} min")
    elif minutes:
        text = QCoreApplication.translate("times", "{minutes} min")
    else:
        text = QCoreApplication.translate("times", "{seconds} s")
    return text.format(days=days, hours=hours % 24, minutes=minutes % 60, seconds=seconds)


def ago(then: datetime, at: datetime) -> str:
    """Write how long ago *then* was: just now, 5 min ago, a date after a week."""
    passed = at - then
    if passed >= _LONG_AGO:
        return moment(then)
    if passed < timedelta(minutes=1):
        return QCoreApplication.translate("times", "just now")
    return QCoreApplication.translate("times", "{span} ago").format(span=span(passed))


class _Facts(dict[str, str]):
    """Facts of a refusal; one that is missing must not hide the sentence."""

    def __missing__(self, name: str) -> str:
        return "…"


def _fact(name: str, value: object) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, UserError):  # a refusal inside a refusal: row 7 of a file, and why
        return refusal(value)[0].rstrip(".。")
    if name.endswith("_fen") and isinstance(value, int):
        return money(value)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple | list | set | frozenset):
        return listed(_fact(name, part) for part in value)
    if name in {"why", "detail"}:  # a text of its own, where it has a translation
        return _detail(str(value))
    return _coded(name, str(value))


def _detail(said: str) -> str:
    """Give a text in the window's language, whole or as ``words (CODE)``; else as it is."""
    whole = QCoreApplication.translate("errors", said)
    words, mark, code = said.partition(" (")
    worded = QCoreApplication.translate("errors", words)
    if whole != said or worded == words or not mark:
        return whole
    return f"{worded}（{code.removesuffix(')')}）" if is_chinese() else f"{worded} ({code}"


def _coded(name: str, value: str) -> str:
    if name == "items":
        return listed(document_words(part) for part in value.split(", "))
    contexts = _FACTS.get(name, ())
    parts = value.split(", ") if contexts else [value]
    return listed(_first(contexts, part) for part in parts)


def _first(contexts: tuple[str, ...], code: str) -> str:
    for context in contexts:
        if code in _TABLES[context]:
            return say(context, code)
    return _spaced(code) if "commands" in contexts else code


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").capitalize()


def _short(value: Decimal) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


TIMES: Final = (
    QT_TRANSLATE_NOOP("times", "{days} d {hours} h"),
    QT_TRANSLATE_NOOP("times", "{hours} h {minutes} min"),
    QT_TRANSLATE_NOOP("times", "{minutes} min"),
    QT_TRANSLATE_NOOP("times", "{seconds} s"),
    QT_TRANSLATE_NOOP("times", "just now"),
    QT_TRANSLATE_NOOP("times", "{span} ago"),
)
"""The texts for spans of time, so that a test can see them all."""


def document_words(name: str) -> str:
    """Give a loan document in the window's language; those people added stay as they are."""
    return name if is_chinese() else LOAN_DOCUMENTS.get(name, name)


def mode_words(name: str) -> str:
    """Give a payment mode in the window's language; those people added stay as they are."""
    return name if is_chinese() else _MODES.get(name, name)
