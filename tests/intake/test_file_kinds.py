"""The kinds of file: text tables in every encoding, formulas, .ods, and twenty thousand rows."""

import random
import zipfile

import pytest

from salesdesk.intake.problems import sentences
from salesdesk.intake.reading import read_price_list
from salesdesk.intake.refusals import FormulasWithoutValues

HEAD = ["楼栋", "单元", "楼层", "房号", "单价", "建筑面积", "套内建筑面积", "总价", "户型"]


def row(**changed):
    cells = {
        "楼栋": "1栋", "单元": "1单元", "楼层": 3, "房号": "01", "单价": 10000, "建筑面积": 90.5,
        "套内建筑面积": 70, "总价": None, "户型": "三室",
    }  # fmt: skip
    return [{**cells, **changed}[name] for name in HEAD]


def said(reading):
    return [(p.line, p.column, sentences(p)[0]) for p in reading.problems]


CSV = "楼栋,单元,楼层,房号,单价,建筑面积,户型\n1栋,一单元,3,01,49365.68,91.94,三室两厅\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_tables_in_every_usual_writing(tmp_path, encoding, separator):
    path = tmp_path / "list.csv"
    path.write_bytes(CSV.replace(",", separator).encode(encoding))
    reading = read_price_list(path)
    assert said(reading) == []
    assert [(u.core, u.number, u.layout) for u in reading.rows] == [("一单元", "01", "三室两厅")]


def test_text_tables_keep_leading_noughts_and_name_half_characters(tmp_path):
    path = tmp_path / "list.csv"
    broken = CSV.replace("三室两厅", "三室\ud83d")
    path.write_bytes(b"\xff\xfe" + broken.encode("utf-16-le", "surrogatepass"))
    assert [(line, column) for line, column, _ in said(read_price_list(path))] == [(2, "户型")]
    path.write_bytes(CSV.replace("三室两厅", "三\0室").encode())
    assert [(line, column) for line, column, _ in said(read_price_list(path))] == [(2, "户型")]


def test_a_semicolon_table_with_decimal_commas(tmp_path):
    path = tmp_path / "list.csv"
    lines = [
        "Building;Floor;Unit no.;Unit price;Gross area",
        "A;1;01;12 000,50;90,12",
        "A;1;02;9,5;88",
    ]
    path.write_text("\n".join(lines))
    reading = read_price_list(path)
    assert [(u.unit_price_fen, str(u.gross_area)) for u in reading.rows] == [
        (1_200_050, "90.12"), (950, "88"),
    ]  # fmt: skip


def test_formulas_with_results_are_taken_without_results_named(book, tmp_path):
    path = book(("房源", [HEAD, row(单价="=5000*2"), row(房号="02", 总价="=NA()")]))
    reading = read_price_list(path)
    assert [(line, column) for line, column, _ in said(reading)] == [
        (2, "单价"), (3, "总价"),
    ]  # fmt: skip
    assert "5000*2" in said(reading)[0][2]
    source, target = zipfile.ZipFile(path), tmp_path / "calculated.xlsx"
    with zipfile.ZipFile(target, "w") as parts:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"<v />", b"<v>10000</v>").replace(
                    b"<v></v>", b"<v>10000</v>"
                )
            parts.writestr(name, content)
    calculated = read_price_list(target)
    assert said(calculated) == []
    assert calculated.rows[0].unit_price_fen == 1_000_000


def test_twenty_thousand_rows_are_read(book):
    dice = random.Random(1)
    rows = [
        row(楼栋=f"{n // 500 + 1}栋", 楼层=n % 500 // 10 + 1, 房号=f"{n % 10 + 1:02}",
            单价=round(dice.uniform(4e4, 6e4), 2), 建筑面积=round(dice.uniform(80, 140), 2))
        for n in range(20_000)
    ]  # fmt: skip
    reading = read_price_list(book([HEAD, *rows]))
    assert len(reading.rows) == 20_000
    assert said(reading) == []


def ods(path, cells, more=""):
    """Write a sheet as the smallest .ods there is; a cell is (text, value type, attributes)."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    rows = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="string"{extra}><text:p>{text}</text:p>'
            "</table:table-cell>" if text else "<table:table-cell/>"
            for text, extra in line
        ) + "</table:table-row>"
        for line in cells
    )  # fmt: skip
    content = (
        f'<?xml version="1.0"?><office:document-content{spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="房源">{rows}{more}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", content)
        parts.writestr("META-INF/manifest.xml", "<manifest/>")


def test_an_ods_is_read_and_hidden_merging_carried_down(tmp_path):
    path = tmp_path / "list.ods"
    head = [(name, "") for name in HEAD]
    lines = [[("" if cell is None else str(cell), "") for cell in cells]
             for cells in (row(), row(楼栋=None, 单元=None, 房号="02"))]  # fmt: skip
    ods(path, [head, *lines])
    reading = read_price_list(path)
    assert said(reading) == []
    assert [(u.building, u.number) for u in reading.rows] == [("1栋", "01"), ("1栋", "02")]


def test_an_ods_with_uncalculated_formulas_is_refused(tmp_path):
    path = tmp_path / "list.ods"
    formula = '<table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row>'
    ods(path, [[(name, "") for name in HEAD]], formula)
    with pytest.raises(FormulasWithoutValues):
        read_price_list(path)
