"""The columns of our own import templates, as pure facts: `documents` writes them, `intake` reads them.

They live here because paper and intake may both import sheets of the office but not each other.
"""

from dataclasses import dataclass
from enum import StrEnum


class ColumnKind(StrEnum):
    """What a template column takes: the writer sets the cell format by it."""

    TEXT = "text"
    WHOLE = "whole"
    AREA = "area"
    MONEY = "money"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateColumn:
    """One column: the field it fills, its headings, whether it must be filled, an example.

    TEXT columns are written as text cells, so that ``01`` and phone numbers stay what they are.
    """

    field: str
    zh: str
    en: str
    kind: ColumnKind = ColumnKind.TEXT
    required: bool = False
    example: str = ""
    width: int = 12

    def heading(self, language: str) -> str:
        """Give the heading in *language* (zh_CN, otherwise English)."""
        return self.zh if language == "zh_CN" else self.en


_K = ColumnKind
PRICE_LIST: tuple[TemplateColumn, ...] = (
    TemplateColumn(field="building", zh="楼栋", en="Building", required=True, example="1栋"),
    TemplateColumn(field="core", zh="单元", en="Core", example="1单元"),
    TemplateColumn(
        field="floor", zh="楼层", en="Floor", kind=_K.WHOLE, required=True, example="3"
    ),
    TemplateColumn(field="number", zh="房号", en="Unit no.", required=True, example="01"),
    TemplateColumn(
        field="gross_area", zh="建筑面积(㎡)", en="Gross area (m²)", kind=_K.AREA, required=True,
        example="91.94", width=14,
    ),
    TemplateColumn(
        field="inside_area", zh="套内面积(㎡)", en="Inside area (m²)", kind=_K.AREA,
        example="68", width=14,
    ),
    TemplateColumn(
        field="unit_price", zh="单价(元/㎡)", en="Unit price (yuan/m²)", kind=_K.MONEY,
        example="49365.68", width=18,
    ),
    TemplateColumn(
        field="total", zh="总价(元)", en="Total price (yuan)", kind=_K.MONEY, example="4538681",
        width=18,
    ),
    TemplateColumn(field="layout", zh="户型", en="Layout", example="三室两厅", width=14),
    TemplateColumn(field="orientation", zh="朝向", en="Orientation", example="南"),
    TemplateColumn(field="use", zh="用途", en="Use", example="住宅"),
    TemplateColumn(field="note", zh="备注", en="Note", width=24),
)  # fmt: skip
"""Our price list template; unit price or total must be filled, or both."""

OPENING: tuple[TemplateColumn, ...] = (
    TemplateColumn(field="building", zh="楼栋", en="Building", required=True, example="1栋"),
    TemplateColumn(field="core", zh="单元", en="Core", example="1单元"),
    TemplateColumn(
        field="floor", zh="楼层", en="Floor", kind=_K.WHOLE, required=True, example="3"
    ),
    TemplateColumn(field="number", zh="房号", en="Unit no.", required=True, example="01"),
    TemplateColumn(field="code", zh="房源编号", en="Unit code", example="1-1-0301"),
    TemplateColumn(field="customer", zh="客户姓名", en="Customer", required=True, example="王芳"),
    TemplateColumn(field="phone", zh="联系电话", en="Phone", example="13812345678", width=16),
    TemplateColumn(field="id_number", zh="证件号码", en="ID number", width=22),
    TemplateColumn(field="state", zh="状态", en="State", required=True, example="认购"),
    TemplateColumn(
        field="on", zh="日期", en="Date", kind=_K.DAY, required=True, example="2025-09-13"
    ),
    TemplateColumn(
        field="price", zh="成交总价(元)", en="Price (yuan)", kind=_K.MONEY, required=True,
        example="4538681", width=18,
    ),
    TemplateColumn(
        field="paid", zh="已付金额(元)", en="Paid so far (yuan)", kind=_K.MONEY, example="50000",
        width=18,
    ),
    TemplateColumn(field="receipts", zh="收据号", en="Receipt numbers", width=20),
    TemplateColumn(field="consultant", zh="置业顾问", en="Consultant"),
)  # fmt: skip
"""Our template of units already sold; building to room number, or the unit code alone."""
