"""Money and areas as the board writes them: short, in the habit of the reader's language."""

from salesdesk.kernel.money import format_yuan

_WAN = 10_000 * 100
_YI = 10_000 * _WAN


def short_yuan(fen: int, *, chinese: bool) -> str:
    """Write *fen* briefly: in 万 or 亿 for Chinese readers, else whole yuan with commas.

    Rounded half up for the eye; the exact amount stands in the side panel. Negative: no price.
    """
    if fen < 0:
        return "—"
    if not chinese:
        return f"{(fen + 50) // 100:,}"
    if fen >= _YI:
        return f"{_rounded(fen, _YI)}亿"
    if fen >= _WAN:
        return f"{_rounded(fen, _WAN)}万"
    return format_yuan(fen)


def exact_yuan(fen: int) -> str:
    """Write *fen* exactly, with the sign of the currency; negative: no price."""
    return "—" if fen < 0 else f"¥{format_yuan(fen)}"


def short_area(area: float, *, chinese: bool) -> str:
    """Write an area in m² with two decimals at most."""
    text = f"{area:,.2f}".rstrip("0").rstrip(".")
    return f"{text}㎡" if chinese else f"{text} m²"


def long_area(area: float, *, chinese: bool) -> str:
    """Write an area in m² with two decimals, for sums that stand side by side."""
    return f"{area:,.2f}㎡" if chinese else f"{area:,.2f} m²"


def countdown(seconds: float) -> str:
    """Write what is left of a hold as mm:ss, above 100 minutes as hours and minutes."""
    left = max(0, int(seconds))
    if left < 6000:  # noqa: PLR2004 - 99:59 is the widest mm:ss
        return f"{left // 60:02d}:{left % 60:02d}"
    return f"{left // 3600}h{left % 3600 // 60:02d}"


def _rounded(fen: int, unit: int) -> str:
    hundredths = (fen * 100 + unit // 2) // unit
    return f"{hundredths // 100:,}.{hundredths % 100:02d}"
