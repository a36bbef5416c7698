"""Tables of the register: manners, grades, media, and the two-day rule."""

from enum import StrEnum


class Manner(StrEnum):
    """How the customer came, kept apart from the medium that sent him (domain 3.3)."""

    VISIT = "visit"
    CALL = "call"
    CHANNEL = "channel"
    REFERRAL = "referral"
    ONLINE = "online"


class Grade(StrEnum):
    """How warm a prospect is; A buys soonest."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class IdKind(StrEnum):
    """The paper that identifies a person."""

    RESIDENT = "resident"
    PASSPORT = "passport"
    HK_MACAU = "hk_macau"
    TAIWAN = "taiwan"
    OFFICER = "officer"
    COMPANY = "company"
    OTHER = "other"


MEDIA: tuple[tuple[str, str], ...] = (
    ("路过", "Passing by"),
    ("户外", "Outdoor"),
    ("围墙", "Site fence"),
    ("报纸", "Newspaper"),
    ("派单", "Leaflet"),
    ("DM", "Direct mail"),
    ("短信", "Text message"),
    ("电台", "Radio"),
    ("电视", "Television"),
    ("网络", "Internet"),
    ("介绍", "Referral"),
    ("老业主", "Owner's referral"),
    ("巡展", "Roadshow"),
    ("举牌", "Sign holders"),
    ("社区", "Community"),
    ("其他", "Other"),
)
"""Media a new office starts with (domain 3.3), Chinese name and English name; rows afterwards."""

FOLLOW_UP_DAYS = 2
"""A consultant phones within two days of the reception (seed 3.2.4)."""

VISIT_DETAILS: tuple[str, ...] = (
    "weather", "sex", "age_band", "household", "home_district", "work_district", "occupation",
    "vehicle", "family", "group_size", "purpose", "property_kind", "layout_wanted", "area_wanted",
    "floor_wanted", "unit_price_wanted", "total_price_wanted", "payment_wanted", "first_home",
    "when_wanted", "likes", "objection", "competitor", "price_expected", "units_introduced",
    "price_quoted", "minutes_stayed", "ring_time", "asked", "invited",
)  # fmt: skip
"""The further fields of the register form (domain 3.3), each optional text, in the form's order."""
