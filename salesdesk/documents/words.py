"""The papers' own words in both languages, and how days, moments and shares are written.

The words of the agreement are in `agreement_words`. Both tables have the same keys (tested).
"""

from datetime import date, datetime
from decimal import Decimal

from salesdesk.documents.words_close import CLOSE_EN, CLOSE_ZH
from salesdesk.documents.words_deals import DEALS_EN, DEALS_ZH
from salesdesk.documents.words_demand import DEMAND_EN, DEMAND_ZH
from salesdesk.documents.words_en import ENGLISH
from salesdesk.documents.words_laws import LAWS_EN, LAWS_ZH
from salesdesk.documents.words_loans import LOANS_EN, LOANS_ZH
from salesdesk.documents.words_receipts import RECEIPTS_EN, RECEIPTS_ZH
from salesdesk.documents.words_zh import CHINESE
from salesdesk.kernel.calendar import local
from salesdesk.office.inventory.sheets import BoardPage

WORDS: dict[str, dict[str, str]] = {
    "zh_CN": CHINESE | DEALS_ZH | DEMAND_ZH | RECEIPTS_ZH | CLOSE_ZH | LOANS_ZH | LAWS_ZH,
    "en": ENGLISH | DEALS_EN | DEMAND_EN | RECEIPTS_EN | CLOSE_EN | LOANS_EN | LAWS_EN,
}

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = {
    "zh_CN": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def is_chinese(language: str) -> bool:
    """Say whether papers in *language* ("zh_CN" or "en") are in Chinese."""
    return language == "zh_CN"


def word(language: str, key: str, **facts: object) -> str:
    """Give the paper's word for *key* in *language*, its ``{fact}`` places filled in."""
    text = WORDS[language][key]
    return text.format_map(facts) if facts else text


def code_word(language: str, family: str, code: str) -> str:
    """Give the word for *code* of a closed list; a code no table knows stands for itself."""
    return WORDS[language].get(f"{family}.{code}", code)


def day_words(day: date | str, language: str) -> str:
    """Write a day: 2026年12月1日 or 1 December 2026; a text that is no ISO day stays as it is."""
    try:
        known = date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        return str(day)
    if is_chinese(language):
        return f"{known.year}年{known.month}月{known.day}日"
    return f"{known.day} {_MONTHS[known.month - 1]} {known.year}"


def weekday_words(day: date, language: str) -> str:
    """Write the day of the week."""
    return _WEEKDAYS[language][day.weekday()]


def moment_words(moment: datetime | str, language: str) -> str:
    """Write a local moment to the minute; a text that is no ISO moment stays as it is."""
    try:
        known = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    except ValueError:
        return str(moment)
    joint = " " if is_chinese(language) else ", "
    return f"{day_words(known.date(), language)}{joint}{known:%H:%M}"


def board_words(project: str, as_of: str, language: str) -> str:
    """Head a board: its project, and the past moment (local, to the second) where it shows one."""
    title = f"{project}  {word(language, 'board.title')}"
    if not as_of:
        return title
    at = moment_words(as_of, language) + as_of[16:19]  # and the seconds
    return f"{title}  {word(language, 'board.as_of', at=at)}"


def area_words(area: Decimal) -> str:
    """Write an area in m² with two decimals: ``118.52``."""
    return f"{area:,.2f}"


def share_words(share_bp: int) -> str:
    """Write a share of *share_bp* hundredths of a percent: ``33.33%``, ``50%``."""
    return f"{(Decimal(share_bp) / 100).normalize():f}%"


_BUILDING_ENDS = ("栋", "幢", "座", "楼", "号", "棟", "区", "苑", "园", "库", "場", "场")
_GARAGE_ENDS = ("库", "場", "场")
_NO_CORE = frozenset({"", "-", "--", "—", "——"})


def building_words(building: str, language: str) -> str:
    """Write a building's name: 3栋 or Building 3; a name that already says what it is stays."""
    if is_chinese(language):
        return building if building.endswith(_BUILDING_ENDS) else f"{building}栋"
    if building.endswith(_GARAGE_ENDS) or building.lower().startswith(
        ("building", "tower", "block")
    ):
        return building
    return word(language, "board.building", building=building.rstrip("栋幢座棟") or building)


def page_heading(page: BoardPage, language: str) -> str:
    """Write what a page of the board is about: its building, and the kind of lots on it."""
    name = building_words(page.building, language)
    return word(language, f"board.{page.kind}", building=name) if page.kind else name


def row_words(page: BoardPage, row: int, language: str) -> str:
    """Write which floor a row of a board's page is; empty where lots of one floor go on."""
    floor = dict(page.labels).get(row) if page.kind else row
    return "" if floor is None else word(language, "board.floor", floor=floor)


def core_words(core: str, language: str) -> str:
    """Write a core's name: 1单元 or Core 1; "" where the building has no cores."""
    if core.strip() in _NO_CORE:
        return ""
    if is_chinese(language):
        return core if core.endswith(("单元", "梯", "座")) else f"{core}单元"
    if core.lower().startswith("core"):
        return core
    return word(language, "board.core", core=core.removesuffix("单元").rstrip("梯座") or core)


def local_moment(moment: str, zone: str) -> str:
    """Write an ISO moment that says its offset as the office's clock shows it; others stay."""
    try:
        known = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{local(known, zone):%Y-%m-%d %H:%M}" if known.tzinfo else moment
