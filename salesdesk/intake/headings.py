"""What column headings mean: Chinese, English and Polish words for the fields of a unit.

The order inside a field is the order of preference when a sheet has several of them.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from salesdesk.intake.grid import Cell
from salesdesk.office.inventory.template_columns import TemplateColumn

_IN_BRACKETS = re.compile(r"[(\[【〔{].*?[)\]】〕}]")
_UNITS = re.compile(r"(?:万?元(?:/|每)?(?:m2|平方米|平米|平)?|m2|平方米|平米|zł|pln|yuan|cny)$")
_DECORATION = re.compile(r"[\s*:：.,、_·'\"“”]+")
_JOINTS = re.compile(r"[/|\n\\]")

PRICE_WORDS: Mapping[str, tuple[str, ...]] = {
    "building": (
        "楼栋", "栋", "幢", "座", "楼座", "栋号", "幢号", "座号", "楼号", "楼栋号", "楼栋名称",
        "栋座", "楼幢", "楼宇", "建筑物", "楼", "楼栋单元", "栋单元", "棟別", "棟", "building",
        "buildingno", "buildingname", "tower", "block", "bldg", "budynek",
    ),
    "core": (
        "单元", "梯", "单元号", "梯号", "门", "门洞", "梯位", "單元", "core", "stair", "staircase",
        "entrance", "unitgroup", "klatka",
    ),
    "floor": (
        "楼层", "层", "所在层", "所在楼层", "所在层次", "层次", "层数", "名义层", "实际层", "樓層",
        "層次", "floor", "level", "storey", "story", "piętro",
    ),
    "number": (
        "房号", "房间号", "室号", "房间", "户号", "房屋号", "房源", "房源号", "房屋编号", "室",
        "房號", "戶別", "unitno", "unitnumber", "unit", "room", "roomno", "roomnumber", "number",
        "no", "flat", "apartment", "apartmentno", "plot", "nrlokalu",
    ),
    "unit_price": (
        "销售单价", "预售单价", "单价", "备案单价", "申报单价", "建筑面积单价", "建筑单价", "建面单价",
        "表单价", "标准单价", "房屋单价", "毛坯单价", "单价建筑面积", "計價單價", "單價", "unitprice",
        "priceperm2", "pricem2", "priceperm", "listunitprice", "cenazam2",
    ),
    "total": (
        "总价", "房屋总价", "销售总价", "备案总价", "房价", "总房价", "总价款", "房屋总价款", "合计总价",
        "表总价", "标准总价", "申报总价", "預售總價", "總價", "totalprice", "total", "price",
        "listprice", "listtotal", "cena",
    ),
    "gross_area": (
        "建筑面积", "建面", "预测建筑面积", "实测建筑面积", "销售面积", "面积", "总面积", "建築面積",
        "grossarea", "gross", "grossfloorarea", "area", "buildingarea", "powierzchnia", "metraż",
    ),
    "inside_area": (
        "套内建筑面积", "套内面积", "户内面积", "套内", "预测套内面积", "实测套内面积", "套內面積",
        "insidearea", "inside", "netarea", "netinternalarea", "internalarea",
    ),
    "layout": (
        "户型", "房型", "户型结构", "户型名称", "居室", "戶型", "layout", "type", "rooms", "unittype",
        "liczbapokoi",
    ),
    "orientation": ("朝向", "方位", "orientation", "aspect", "facing", "direction"),
    "use": ("用途", "房屋用途", "规划用途", "物业类型", "使用性质", "业态", "use", "usage", "kind"),
    "note": ("备注", "说明", "備註", "note", "notes", "remark", "remarks", "comment", "uwagi"),
}  # fmt: skip
"""Words for the fields of a price list, as `plain_heading` writes them."""

OPENING_WORDS: Mapping[str, tuple[str, ...]] = {
    **{name: PRICE_WORDS[name] for name in ("building", "core", "floor", "number")},
    "code": ("房源编号", "房源编码", "房源代码", "unitcode", "code"),
    "customer": (
        "客户姓名", "客户", "买受人", "购房人", "业主", "业主姓名", "姓名", "客户名称", "customer",
        "customername", "buyer", "name", "purchaser",
    ),
    "phone": (
        "联系电话", "电话", "手机", "手机号", "手机号码", "客户电话", "电话号码", "phone", "mobile",
        "telephone", "phoneno", "phonenumber",
    ),
    "id_number": (
        "证件号码", "身份证号", "身份证号码", "身份证", "证件号", "idnumber", "idno", "id", "passport",
    ),
    "state": ("状态", "销售状态", "房源状态", "state", "status", "stage"),
    "on": (
        "日期", "认购日期", "签约日期", "成交日期", "业务日期", "date", "on", "subscribedon",
        "signedon",
    ),
    "price": (
        "成交总价", "成交价", "合同总价", "签约总价", "认购总价", "总价", "房屋总价", "price", "dealprice",
        "contractprice", "totalprice", "total",
    ),
    "paid": (
        "已付金额", "已付", "已收金额", "已收", "已交款", "已缴金额", "已付款", "累计已付", "累计收款", "paid",
        "paidsofar", "received", "amountpaid",
    ),
    "receipts": (
        "收据号", "收据号码", "收据编号", "票据号", "收据", "receiptnumbers", "receiptnumber",
        "receipts", "receiptno", "receipt",
    ),
    "consultant": (
        "置业顾问", "销售顾问", "业务员", "顾问", "销售员", "consultant", "agent", "sales",
        "salesperson",
    ),
}  # fmt: skip
"""Words for the fields of the opening balances."""

POLISH: Mapping[str, tuple[re.Pattern[str], ...]] = {
    field: tuple(re.compile(pattern) for pattern in patterns)
    for field, patterns in {
        "number": (
            r"nr (?:lokalu lub domu jednorodzinnego|nieruchomości|lokalu) nadany przez dewelopera",
        ),
        "unit_price": (r"cena m ?2 powierzchni użytkowej", r"cena za m2"),
        "total": (
            r"cena lokalu mieszkalnego lub domu jednorodzinnego będących .*stanowiąca iloczyn",
            r"cena nieruchomości",
        ),
        "full_price": (r"cena lokalu mieszkalnego lub domu jednorodzinnego uwzględniająca",),
        "gross_area": (r"powierzchnia",),
        "floor": (r"piętro",),
        "layout": (r"liczba pokoi",),
        "use": (r"rodzaj nieruchomości",),
        "street": (r"ulica lokalizacji przedsięwzięcia",),
        "building": (r"nr nieruchomości lokalizacji przedsięwzięcia",),
    }.items()
}
"""How the headings of the Polish daily file begin (58 columns by decree, or a producer's own set)."""


@lru_cache(maxsize=4096)
def plain_heading(text: str) -> str:
    """Give a heading as it is compared: no brackets, spaces or signs, lower case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _DECORATION.sub("", _IN_BRACKETS.sub("", folded))


def in_ten_thousands(heading: str) -> bool:
    """Say whether a heading's amounts are in 万元."""
    return "万元" in heading.replace(" ", "") or "萬元" in heading


def match(row: Sequence[Cell], words: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Give the column (from 0) of each field that the headings *row* name by *words*."""
    best: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(row):
        if not isinstance(cell, str):
            continue
        for field, rank in _meanings(cell, words):
            if field not in best or (rank, column) < best[field]:
                best[field] = (rank, column)
    return {field: column for field, (_rank, column) in best.items()}


def match_polish(row: Sequence[Cell]) -> dict[str, int]:
    """Give the column of each field of the Polish daily file that the headings *row* name."""
    found: dict[str, int] = {}
    for column, cell in enumerate(row):
        if not isinstance(cell, str):
            continue
        heading = " ".join(cell.casefold().split())
        for field, patterns in POLISH.items():
            if field not in found and any(p.match(heading) for p in patterns):
                found[field] = column
    return found


def is_template(row: Sequence[Cell], columns: Sequence[TemplateColumn]) -> bool:
    """Say whether *row* starts with exactly the headings of our template, in one language."""
    texts = tuple(cell for cell in row if cell is not None)[: len(columns)]
    return texts in (tuple(c.zh for c in columns), tuple(c.en for c in columns))


def _meanings(text: str, words: Mapping[str, tuple[str, ...]]) -> list[tuple[str, int]]:
    """Give (field, rank) of a heading; bilingual ones (楼栋/Building) and trailing units count."""
    found = []
    for part in {text, *_JOINTS.split(_IN_BRACKETS.sub("", text))}:
        bare = plain_heading(part)
        for heading in {bare, _UNITS.sub("", bare)} - {""}:
            found += [(f, w.index(heading)) for f, w in words.items() if heading in w]
    return found
