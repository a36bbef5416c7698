"""Files the tests of this room make themselves, and the real ones where they are at hand."""

import os
from pathlib import Path

import openpyxl
import pytest

REPO = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SALESDESK_SHARED", REPO.parent / "shared")) / "data"


@pytest.fixture
def real():
    """Give a real file by name, or skip where the samples are absent."""

    def find(name):
        path = SHARED / name
        if not path.exists():
            pytest.skip(f"{name} is not at hand")
        return path

    return find


@pytest.fixture
def book(tmp_path):
    """Give a function that writes rows as an .xlsx, sheet by sheet, and gives its path."""

    def write(*sheets, name="list.xlsx", merged=()):
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.active)
        for number, rows in enumerate(sheets, 1):
            title, lines = rows if isinstance(rows, tuple) else (f"Sheet{number}", rows)
            sheet = workbook.create_sheet(title)
            for row in lines:
                sheet.append(row)
            for cells in merged:
                sheet.merge_cells(cells)
        path = tmp_path / name
        workbook.save(path)
        return path

    return write
