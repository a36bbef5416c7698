"""Days: the office's own day, days off in China, and due dates."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

DEFAULT_ZONE = "Asia/Shanghai"


def local(moment: datetime, zone: str = DEFAULT_ZONE) -> datetime:
    """Give *moment* (aware) as the office's clock on the wall shows it."""
    return moment.astimezone(_zone(zone))


def zoned(moment: datetime, zone: str = DEFAULT_ZONE) -> datetime:
    """Give the moment (UTC) at which the office's clock on the wall shows *moment* (naive)."""
    return moment.replace(tzinfo=_zone(zone)).astimezone(UTC)


def day_of(moment: datetime, zone: str = DEFAULT_ZONE) -> date:
    """Give the business day of *moment*."""
    return local(moment, zone).date()


def day_bounds(day: date, zone: str = DEFAULT_ZONE) -> tuple[datetime, datetime]:
    """Give the first moment of *day* and of the next, in UTC."""
    first = datetime(day.year, day.month, day.day, tzinfo=_zone(zone))
    following = day + timedelta(days=1)
    last = datetime(following.year, following.month, following.day, tzinfo=_zone(zone))
    return first.astimezone(UTC), last.astimezone(UTC)


def is_day_off(day: date) -> bool:
    """Whether *day* is a weekend day or holiday in China, make-up working days counted as work."""
    years = _china(day.year)
    if day in years:
        return True
    return day.weekday() >= 5 and day not in years.weekend_workdays  # noqa: PLR2004 - Saturday


def holiday_name(day: date) -> str:
    """Give the holiday's Chinese name, or an empty text."""
    return _china(day.year).get(day) or ""


@lru_cache(maxsize=8)
def _china(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("CN", years=year, language="zh_CN", expand=False)


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
