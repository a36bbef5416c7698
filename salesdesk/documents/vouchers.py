"""A run of vouchers as a spreadsheet: columns as accountants' programs take them in."""

from collections.abc import Iterator

from salesdesk.documents.cells import Cell, CellFormat
from salesdesk.documents.workbook import table_csv, table_xlsx
from salesdesk.office.ledger.voucher_sheets import VoucherSheet

_HEADS = ("日期", "凭证号", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额", "附件数")
_FORMATS = (
    CellFormat.DAY, CellFormat.WHOLE, CellFormat.TEXT, CellFormat.TEXT, CellFormat.TEXT,
    CellFormat.FEN, CellFormat.FEN, CellFormat.WHOLE,
)  # fmt: skip


def voucher_xlsx(sheet: VoucherSheet) -> bytes:
    """Give the run as .xlsx; codes and summaries are text, whatever they look like."""
    return table_xlsx("记账凭证", _HEADS, _rows(sheet), formats=_FORMATS)


def voucher_csv(sheet: VoucherSheet) -> bytes:
    """Give the run as .csv; text that a spreadsheet could take for a formula is kept text."""
    return table_csv(_HEADS, _rows(sheet), formats=_FORMATS)


def _rows(sheet: VoucherSheet) -> Iterator[tuple[Cell, ...]]:
    for line in sheet.lines:
        yield (
            line.day,
            line.voucher,
            line.summary,
            line.code,
            line.name,
            line.debit_fen or None,
            line.credit_fen or None,
            line.papers,
        )
