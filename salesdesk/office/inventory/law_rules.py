"""The laws a project stands under, and how hard a city stands on each (domain 3.0): tables, no rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from salesdesk.office.inventory.rules import LawLevel


class Law(StrEnum):
    """A rule that can be set to block, warn or off for a project."""

    PERMIT = "R-01"
    MONEY = "R-02"
    CONTRACT = "R-03"
    FILED_PRICE = "R-06"
    PUBLISH_ALL = "R-07"
    ORIGINAL_PRICE = "R-08"
    RESERVATION = "R-26"


FOLLOWS_PERMIT = frozenset({Law.MONEY, Law.CONTRACT})
"""Until they are set on their own they stand as hard as the permit's rule."""

PUBLISH_DAYS = 10
"""Within so many days all units under a permit are to be published at once (R-07)."""

ORIGINAL_DAYS = 7
"""A compared old price is at most the lowest deal of so many days before (R-08)."""


@dataclass(frozen=True, slots=True)
class Footing:
    """How hard one law stands, and the text it cites."""

    level: LawLevel
    cites: str


HARDNESS: Mapping[LawLevel, int] = {LawLevel.OFF: 0, LawLevel.WARN: 1, LawLevel.BLOCK: 2}
"""Levels from the softest to the hardest: what goes down is a relaxation."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How hard one law stands in a project, the text it cites, and the level its pack ships."""

    footing: Footing
    ships: LawLevel

    def softer_than(self, before: "Stand") -> bool:
        """Whether this relaxes what stood: the level itself, or the pack's, which it is measured by."""
        return (
            HARDNESS[self.footing.level] < HARDNESS[before.footing.level]
            or HARDNESS[self.ships] < HARDNESS[before.ships]
        )

    @property
    def below(self) -> bool:
        """Whether the law is relaxed: it stands below what its pack ships."""
        return HARDNESS[self.footing.level] < HARDNESS[self.ships]


_B, _W, _O = LawLevel.BLOCK, LawLevel.WARN, LawLevel.OFF

NATIONAL: Mapping[Law, Footing] = {
    Law.PERMIT: Footing(_B, "《城市房地产管理法》第45条；《城市房地产开发经营管理条例》第22条"),
    Law.MONEY: Footing(
        _B, "建房〔2010〕53号：未取得预售许可，不得以任何形式收取定金、预订款性质费用"
    ),
    Law.CONTRACT: Footing(
        _B,
        "《最高人民法院关于审理商品房买卖合同纠纷案件适用法律若干问题的解释》第5条；"
        "《商品房销售管理办法》第16条",
    ),
    Law.FILED_PRICE: Footing(_B, "按申报（备案）价格明码标价对外销售，不得高于备案价"),
    Law.PUBLISH_ALL: Footing(_W, "取得预售许可后10日内一次性公开全部准售房源及每套房屋价格"),
    Law.ORIGINAL_PRICE: Footing(
        _B, "《明码标价和禁止价格欺诈规定》第16、17条：被比较价格不得高于前七日内成交的最低价"
    ),
    Law.RESERVATION: Footing(_O, ""),
}
"""The national pack: what a new project stands under."""

PACKS: Mapping[str, Mapping[Law, Footing]] = {
    "cn": NATIONAL,
    "cn-shenzhen": {
        **NATIONAL,
        Law.FILED_PRICE: Footing(_B, "《深圳市商品房预售价格备案办法》：调价幅度在备案价±15%以内"),
    },
    "cn-lottery": {
        **NATIONAL,
        Law.PUBLISH_ALL: Footing(_B, "取得预售许可后10日内一次性公开全部准售房源及每套房屋价格"),
        Law.RESERVATION: Footing(_B, "意向登记人数多于房源时公证摇号，不得内部预留房源"),
    },
    "abroad": {law: Footing(_O, "") for law in Law},
}
"""Packs by name: national, Shenzhen's filed prices, cities with a notary's draw, none of these."""
