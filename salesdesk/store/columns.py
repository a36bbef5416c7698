"""Column kinds that hold the same values on both stores, exactly.

Moments are whole microseconds and areas whole cm² in the tables: nothing is ever a float there.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any

from sqlalchemy import BigInteger, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.orm import mapped_column
from typing_extensions import override

from salesdesk.kernel.plain import canonical

Whole = BigInteger().with_variant(Integer, "sqlite")
"""64 bits on both stores; SQLite's STRICT tables know one name for it."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
CM2_PER_M2 = 10_000
_WHOLE_CENTS = 100
"""cm² in a hundredth of a m²."""


def to_microseconds(moment: datetime) -> int:
    """Give *moment* as the tables hold it."""
    return (moment - _EPOCH) // _MICROSECOND


def from_microseconds(microseconds: int) -> datetime:
    """Give the moment that the tables hold as *microseconds*."""
    return _EPOCH + microseconds * _MICROSECOND


class Moment(TypeDecorator[datetime]):
    """An aware UTC moment, kept as microseconds since 1970."""

    impl = Whole
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_microseconds(value)

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else from_microseconds(value)


class Day(TypeDecorator[date]):
    """A day, kept as ISO text."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Area(TypeDecorator[Decimal]):
    """An area in m² with up to four decimals, kept as whole cm²."""

    impl = Whole
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int((value * CM2_PER_M2).to_integral_value())

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else area(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, kept as 1 or 0."""

    impl = Whole
    cache_ok = True

    @override
    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Canonical(TypeDecorator[str]):
    """A value written as canonical JSON text; read back as that text."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return value if value is None or isinstance(value, str) else canonical(value)


def area(cm2: int) -> Decimal:
    """Give whole cm² as m², without trailing zeros beyond two decimals."""
    if cm2 % _WHOLE_CENTS == 0:
        return Decimal(cm2 // _WHOLE_CENTS).scaleb(-2)
    return Decimal(cm2) / CM2_PER_M2


Key = Annotated[int, mapped_column(Whole, primary_key=True)]
