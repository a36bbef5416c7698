"""Files built to harm, or merely broken: each refused by name, in time, and nothing else happens."""

import contextlib
import random
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from salesdesk.intake import guard, refusals
from salesdesk.intake.guard import open_workbook
from salesdesk.intake.limits import FILE_BYTES
from salesdesk.intake.reading import read_price_list

SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = f'<worksheet xmlns="{NAMESPACE}"><sheetData>'
TAIL = "</sheetData></worksheet>"
ROWS = [["楼栋", "房号", "楼层", "单价", "建筑面积"], ["1栋", "101", 1, 10000, 90]]


@pytest.fixture
def rebuilt(book, tmp_path):
    """Give a function that takes a sound workbook and replaces or adds parts of its container."""

    def build(parts, name="bad.xlsx"):
        source = zipfile.ZipFile(book(ROWS, name="sound.xlsx"))
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for part in source.namelist():
                if part not in parts:
                    target.writestr(part, source.read(part))
            for part, content in parts.items():
                target.writestr(part, content)
        return path

    return build


def refused(path, *kinds):
    started = time.monotonic()
    with pytest.raises(refusals.FileRefused) as caught:
        open_workbook(path)
    assert caught.type in kinds
    assert time.monotonic() - started < 15
    problem, remedy = caught.value.sentences()
    assert path.name in problem or "row" in problem
    assert remedy
    assert "{" not in problem + remedy


def test_a_sound_file_is_read(book):
    sheet = open_workbook(book(ROWS)).sheets[0]
    assert sheet.rows[1] == ("1栋", "101", 1, 10000, 90)


def test_a_packed_bomb_is_not_unpacked(rebuilt):
    path = rebuilt({SHEET: HEAD + "<row><c><v>1</v></c></row>" * 1_500_000 + TAIL})
    assert path.stat().st_size < 200_000
    refused(path, refusals.Suspicious)


def test_more_than_the_unpacked_limit_is_refused(rebuilt):
    refused(rebuilt({"xl/media/a.bin": b"\0" * (121 << 20)}), refusals.TooLarge)


def test_a_container_that_lies_about_its_sizes_cannot_hurt(rebuilt):
    body = HEAD + "<row><c><v>1</v></c></row>" * 1_000_000 + TAIL
    path = rebuilt({SHEET: body})
    content = bytearray(path.read_bytes())
    true_size = len(body).to_bytes(4, "little")
    assert content.count(true_size) >= 1
    path.write_bytes(bytes(content).replace(true_size, (5000).to_bytes(4, "little")))
    refused(path, refusals.NotASpreadsheet, refusals.TooManyRows, refusals.NeedsTooMuch)


def test_a_far_cell_takes_no_memory(rebuilt):
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    refused(
        rebuilt({SHEET: HEAD + '<row r="1"><c r="A1"><v>1</v></c></row>' + far + TAIL}),
        refusals.TooManyRows, refusals.NeedsTooMuch, refusals.NotASpreadsheet,
    )  # fmt: skip


def test_a_cell_far_to_the_right_is_refused(rebuilt):
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'
    refused(rebuilt({SHEET: HEAD + row + TAIL}), refusals.TooManyColumns)


def test_a_million_rows_are_refused(rebuilt):
    dice = random.Random(1)
    rows = "".join(f"<row><c><v>{dice.random()}</v></c></row>" for _ in range(1_000_000))
    refused(rebuilt({SHEET: HEAD + rows + TAIL}), refusals.TooManyRows)


def test_a_million_lines_of_csv_are_refused(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("楼栋,房号,单价\n" + "1,2,3\n" * 1_000_000)
    refused(path, refusals.TooManyRows)


def test_a_huge_merged_range_takes_no_memory(rebuilt):
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = rebuilt({SHEET: HEAD + row + TAIL.replace("</worksheet>", merged)})
    started = time.monotonic()
    assert read_price_list(path).rows == ()
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("xl/vbaProject.bin", refusals.HasMacros),
        ("xl/macrosheets/sheet1.xml", refusals.HasMacros),
        ("xl/externalLinks/externalLink1.xml", refusals.DrawsOnOtherFiles),
        ("xl/connections.xml", refusals.DrawsOnOtherFiles),
        ("../../evil.txt", refusals.Suspicious),
        ("/etc/evil", refusals.Suspicious),
    ],
)
def test_parts_that_no_price_list_needs(rebuilt, part, kind):
    refused(rebuilt({part: "x"}), kind)


def test_too_many_parts(rebuilt):
    refused(rebuilt({f"xl/media/{n}.png": "x" for n in range(300)}), refusals.Suspicious)


def test_entities_are_not_followed(rebuilt):
    steps = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    laughs = f'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">{steps}]>'
    outside = '<!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
    for prologue in (laughs, outside):
        cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>'
        path = rebuilt({SHEET: prologue + HEAD + cell + TAIL})
        try:
            cells = str(open_workbook(path).sheets)
        except refusals.FileRefused:
            continue
        assert "root:" not in cells
        assert len(cells) < 1000


def test_what_is_no_spreadsheet(tmp_path, book):
    sound = book(ROWS).read_bytes()
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    for name, content, kind in (
        ("page.xlsx", b"<html><table><tr><td>1</td></tr></table></html>", "NotASpreadsheet"),
        ("page.csv", b"<html><table><tr><td>1</td></tr></table></html>", "NotASpreadsheet"),
        ("page.xls", b"<table><tr><td>1</td></tr></table>", "NotASpreadsheet"),
        ("paper.xlsx", b"%PDF-1.7\n1 0 obj", "NotASpreadsheet"),
        ("list.docx", b"a,b,c", "NotASpreadsheet"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "NotASpreadsheet"),
        ("cut.xlsx", sound[: len(sound) // 2], "NotASpreadsheet"),
        ("empty.xlsx", b"", "EmptyFile"),
        ("blank.csv", b"\xef\xbb\xbf \n\n", "EmptyFile"),
        ("old.xls", ole, "NotASpreadsheet"),
        ("broken.xls", ole + "Workbook".encode("utf-16-le") * 50, "NotASpreadsheet"),
        ("locked.xlsx", ole + "EncryptedPackage".encode("utf-16-le"), "Encrypted"),
        ("macros.xls", ole + "_VBA_PROJECT_CUR".encode("utf-16-le"), "HasMacros"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        refused(path, getattr(refusals, kind))


def test_a_damaged_part_inside_a_sound_container(rebuilt):
    refused(rebuilt({SHEET: "<worksheet><sheetData><row"}), refusals.NotASpreadsheet,
            refusals.EmptyFile)  # fmt: skip
    refused(rebuilt({"xl/workbook.xml": b"\xff\xfe\x00"}), refusals.NotASpreadsheet,
            refusals.EmptyFile)  # fmt: skip


def test_any_bytes_changed_give_cells_or_a_refusal(book, tmp_path):
    sound = book(ROWS).read_bytes()
    dice = random.Random(7)
    for number in range(12):
        content = bytearray(sound)
        for _ in range(dice.randint(1, 30)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        path = tmp_path / f"bent{number}.xlsx"
        path.write_bytes(content)
        with contextlib.suppress(refusals.FileRefused):  # any other error fails the test
            read_price_list(path)


def test_a_sheet_without_a_cell(book):
    refused(book([]), refusals.EmptyFile)


def test_no_file_and_no_plain_file(tmp_path):
    refused(tmp_path / "absent.xlsx", refusals.NoSuchFile)
    refused(tmp_path, refusals.NoSuchFile)
    refused(Path("/dev/zero"), refusals.NoSuchFile)


def test_too_many_bytes(tmp_path):
    path = tmp_path / "long.csv"
    path.write_bytes(b"a,b\n" * (FILE_BYTES // 4 + 1))
    refused(path, refusals.TooLarge)


def test_a_cell_with_a_book_in_it(book):
    refused(book([["楼栋", "x" * 5000]]), refusals.CellTooLong)


def test_a_quote_that_never_ends(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text('楼栋,房号\n"1栋,101\n' + "x,y\n" * 100_000)
    refused(path, refusals.NotASpreadsheet, refusals.CellTooLong)


def test_a_child_that_hangs_is_stopped(book, monkeypatch):
    monkeypatch.setattr(guard, "_command", lambda _kind: ["/bin/sh", "-c", "sleep 20"])
    started = time.monotonic()
    with pytest.raises(refusals.TookTooLong):
        open_workbook(book(ROWS), seconds=0.3)
    assert time.monotonic() - started < 3


def test_a_reading_given_up_ends_its_child(book, monkeypatch):
    monkeypatch.setattr(guard, "_command", lambda _kind: ["/bin/sh", "-c", "exec sleep 20"])
    looks = iter([False, False, True])
    started = time.monotonic()
    with pytest.raises(refusals.ReadingStopped):
        open_workbook(book(ROWS), cancelled=lambda: next(looks))
    assert time.monotonic() - started < 3


CHILD_TRIES = """
import sys
from salesdesk.intake.limits import limit
limit()
try:
    {attempt}
except (MemoryError, OSError) as error:
    print(type(error).__name__)
else:
    print("done")
"""


@pytest.mark.parametrize(
    ("attempt", "outcome"),
    [
        ("bytearray(900 << 20)", b"MemoryError"),
        ("bytearray(100 << 20)", b"done"),
        ("f = open({file!r}, 'w'); f.write('x'); f.flush()", b"OSError"),
    ],
)
def test_the_limits_of_the_child_hold(tmp_path, attempt, outcome):
    script = CHILD_TRIES.format(attempt=attempt.format(file=str(tmp_path / "written")))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=guard._HOUSE, check=False
    )
    assert done.stdout.strip() == outcome
    written = tmp_path / "written"
    assert not written.exists() or written.stat().st_size == 0


def test_the_reader_opens_no_file_of_the_office():
    """The child must stay small: nothing of the office, of Qt, numpy or SQLAlchemy in it."""
    listing = "import sys, salesdesk.intake.child; print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", listing], capture_output=True, cwd=guard._HOUSE, check=True
    )
    loaded = set(re.findall(r"'([\w.]+)'", done.stdout.decode()))
    assert "python_calamine" in loaded
    assert not {
        m for m in loaded if m.startswith(("salesdesk.office", "PySide6", "numpy", "sqlalc"))
    }


def test_every_refusal_the_child_may_name_exists():
    source = Path(guard.__file__).with_name("child.py").read_text(encoding="utf-8")
    named = set(re.findall(r'Refused\(\s*"(\w+)"', source))
    assert named
    assert named <= refusals.BY_NAME.keys()


def test_a_slow_child_still_gets_the_whole_file():
    late = "import sys, time; time.sleep(0.5); print(len(sys.stdin.buffer.read()))"
    with subprocess.Popen(
        [sys.executable, "-c", late], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        written = guard._answer(child, b"x" * 3_000_000, 20, lambda: False)
    assert written is not None
    assert int(written) == 3_000_000
