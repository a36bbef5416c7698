"""What the register form offers for its further fields (domain 3.3): Chinese name, English name.

The Chinese name is what is stored, as with media; whatever else was typed is stored as typed.
"""

from collections.abc import Mapping

DETAIL_CHOICES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "weather": (
        ("晴", "Sunny"), ("多云", "Cloudy"), ("阴", "Overcast"), ("雨", "Rain"), ("雪", "Snow"),
    ),
    "sex": (("男", "Male"), ("女", "Female")),
    "age_band": (
        ("25岁以下", "Under 25"), ("25-30岁", "25 to 30"), ("31-35岁", "31 to 35"),
        ("36-40岁", "36 to 40"), ("41-50岁", "41 to 50"), ("51-60岁", "51 to 60"),
        ("60岁以上", "Over 60"),
    ),
    "household": (
        ("本市", "This city"), ("本省外市", "Elsewhere in the province"),
        ("外省", "Another province"), ("港澳台", "Hong Kong, Macau, Taiwan"), ("外籍", "Abroad"),
    ),
    "occupation": (
        ("企业职员", "Company employee"), ("企业管理", "Company management"),
        ("公务员", "Civil servant"), ("事业单位", "Public institution"), ("教师", "Teacher"),
        ("医务", "Medical"), ("私营业主", "Business owner"), ("个体经营", "Self-employed"),
        ("自由职业", "Freelancer"), ("退休", "Retired"),
    ),
    "vehicle": (
        ("私家车", "Own car"), ("地铁", "Metro"), ("公交", "Bus"), ("出租车", "Taxi"),
        ("电动车", "Electric bike"), ("步行", "On foot"), ("看房车", "Viewing shuttle"),
    ),
    "family": (
        ("单身", "Single"), ("两口之家", "Couple"), ("三口之家", "Couple with one child"),
        ("四口之家", "Couple with two children"), ("三代同堂", "Three generations"),
    ),
    "group_size": tuple((str(size), str(size)) for size in range(1, 7)),
    "purpose": (
        ("自住", "Own use"), ("改善", "A better home"), ("投资", "Investment"),
        ("婚房", "Wedding home"), ("养老", "Retirement"), ("学区", "School district"),
    ),
    "property_kind": (
        ("多层", "Low-rise"), ("小高层", "Mid-rise"), ("高层", "High-rise"), ("复式", "Duplex"),
        ("别墅", "Villa"), ("商铺", "Shop"), ("写字楼", "Office"), ("车位", "Parking"),
    ),
    "layout_wanted": (
        ("一房", "1 bedroom"), ("两房", "2 bedrooms"), ("三房", "3 bedrooms"),
        ("四房", "4 bedrooms"), ("五房及以上", "5 bedrooms or more"),
    ),
    "area_wanted": (
        ("60㎡以下", "Under 60 m²"), ("60-90㎡", "60 to 90 m²"), ("90-120㎡", "90 to 120 m²"),
        ("120-144㎡", "120 to 144 m²"), ("144-180㎡", "144 to 180 m²"),
        ("180㎡以上", "Over 180 m²"),
    ),
    "floor_wanted": (
        ("低区", "Low floors"), ("中区", "Middle floors"), ("高区", "High floors"),
        ("顶层", "Top floor"), ("不限", "Any"),
    ),
    "unit_price_wanted": (
        ("1万以下/㎡", "Under ¥10,000 per m²"), ("1-2万/㎡", "¥10,000 to 20,000 per m²"),
        ("2-3万/㎡", "¥20,000 to 30,000 per m²"), ("3-5万/㎡", "¥30,000 to 50,000 per m²"),
        ("5万以上/㎡", "Over ¥50,000 per m²"),
    ),
    "total_price_wanted": (
        ("100万以下", "Under ¥1 m"), ("100-200万", "¥1 m to 2 m"), ("200-300万", "¥2 m to 3 m"),
        ("300-500万", "¥3 m to 5 m"), ("500-800万", "¥5 m to 8 m"), ("800万以上", "Over ¥8 m"),
    ),
    "payment_wanted": (
        ("一次性付款", "Lump sum"), ("分期付款", "Instalments"),
        ("商业按揭", "Commercial mortgage"), ("公积金", "Provident fund loan"),
        ("组合贷", "Combined loan"),
    ),
    "first_home": (
        ("首套", "First home"), ("二套", "Second home"), ("三套及以上", "Third or more"),
    ),
    "when_wanted": (
        ("一个月内", "Within a month"), ("三个月内", "Within three months"),
        ("半年内", "Within half a year"), ("一年内", "Within a year"), ("未定", "Not decided"),
    ),
    "likes": (
        ("地段", "Location"), ("价格", "Price"), ("户型", "Layout"), ("学区", "School district"),
        ("交通", "Transport"), ("配套", "Amenities"), ("环境", "Surroundings"),
        ("品牌", "Developer's name"), ("物业", "Property management"),
    ),
    "objection": (
        ("总价高", "Total price"), ("单价高", "Unit price"), ("户型", "Layout"),
        ("面积不合适", "Size"), ("楼层朝向", "Floor or orientation"), ("地段", "Location"),
        ("交通", "Transport"), ("配套", "Amenities"), ("交房时间", "Delivery date"),
        ("贷款", "Financing"), ("家人意见", "Family disagrees"),
    ),
    "minutes_stayed": tuple((n, n) for n in ("15", "30", "45", "60", "90", "120")),
    "asked": (
        ("价格", "Price"), ("户型面积", "Layout and area"), ("位置", "Location"),
        ("优惠", "Discounts"), ("付款方式", "Payment modes"), ("交房时间", "Delivery date"),
        ("学区", "School district"),
    ),
    "invited": (
        ("已约定时间", "Yes, with a time"), ("已邀约", "Yes, no time yet"), ("未邀约", "No"),
    ),
}  # fmt: skip
"""Field of `VISIT_DETAILS` -> what to choose from. Fields without a row are free text."""

_ENGLISH = {field: dict(pairs) for field, pairs in DETAIL_CHOICES.items()}
_STORED = {
    field: {english.casefold(): chinese for chinese, english in pairs}
    for field, pairs in DETAIL_CHOICES.items()
}


def detail_word(field: str, value: str, *, chinese: bool) -> str:
    """Give a stored value of *field* as people read it; what somebody typed stays as it is."""
    return value if chinese else _ENGLISH.get(field, {}).get(value, value)


def detail_code(field: str, typed: str) -> str:
    """Give what is stored for *typed*: the Chinese name where it is one of the English choices."""
    text = typed.strip()
    return _STORED.get(field, {}).get(text.casefold(), text)
