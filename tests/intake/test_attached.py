"""Files to attach are hostile until the guarded child has read them."""

import io
import subprocess
import sys

import pytest
from PIL import Image

from salesdesk.intake import attached, guard, limits
from salesdesk.intake.attached import drawn_anew, read_paper
from salesdesk.office.sales import attachment_rules as rules
from tests.attached_made import huge, packed, paper, picture


@pytest.fixture
def at(tmp_path):
    def put(content, name="a.bin"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return put


@pytest.mark.parametrize(
    ("content", "media", "pages", "size"),
    [
        (paper(3), rules.Media.PDF, 3, (0, 0)),
        (packed(b"1 0 <</Type /Page>> <</Type/Page >> <</Type /Pages>>"), rules.Media.PDF, 2, (0, 0)),
        (picture((70, 30)), rules.Media.PNG, 0, (70, 30)),
        (picture((70, 30), "JPEG", progressive=True), rules.Media.JPEG, 0, (70, 30)),
    ],
)  # fmt: skip
def test_what_is_taken_is_told_with_its_size_and_untouched(at, content, media, pages, size):
    found = read_paper(at(content), 10)
    assert (found.content, found.media, found.pages) == (content, media, pages)
    assert (found.width, found.height) == size


JS = b"/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>> "
BAD = {
    "empty": (b"", rules.NotAPaper),
    "text": (b"hello", rules.NotAPaper),
    "cut off": (paper()[:-40], rules.NotAPaper),
    "half a picture": (picture((500, 500), "JPEG", quality=95)[:900], rules.NotAPaper),
    "broken picture": (picture((300, 300))[:80] + b"\0" * 300, rules.NotAPaper),
    "bomb": (huge(), rules.TooManyDots),
    "bomb within its head's bounds": (huge(7_000, 7_000), rules.NotAPaper),
    "script": (paper(extra=JS), rules.PaperActs),
    "script in another spelling": (paper(extra=JS.replace(b"/JS", b"/#4aS")), rules.PaperActs),
    "packed script": (packed(b"1 0 <</S /JavaScript>>"), rules.PaperActs),
    "launch": (paper(extra=b"/AA <</S /Launch>> "), rules.PaperActs),
    "another file within": (paper(extra=b"/Names <</EmbeddedFiles 9 0 R>> "), rules.PaperActs),
    "password": (paper(trailer=b"/Encrypt 9 0 R "), rules.PaperLocked),
    "packed bomb": (packed(b"\0" * (limits.UNPACKED_BYTES + 1)), rules.PaperActs),
    "gif": (picture(form="GIF"), rules.NotAPaper),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_refused_and_what_to_do(at, case):
    content, refusal = BAD[case]
    with pytest.raises(refusal) as told:
        read_paper(at(content, "坏.pdf"), 10)
    problem, remedy = told.value.sentences()
    assert "坏.pdf" in problem
    assert remedy


def test_too_large_and_not_there(at, tmp_path):
    with pytest.raises(rules.PaperTooLarge):
        read_paper(at(paper() + b"\n" * 1024 * 1024), 1)
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(rules.NoPaperThere):
            read_paper(path, 1)


def test_a_word_within_a_pictures_data_is_no_script(at):
    """A scanned page's own data may hold any letters by chance."""
    inside = b"5 0 obj <</Length 20>>\nstream\n /JS /Launch /Encrypt\nendstream endobj\n"
    assert read_paper(at(paper().replace(b"xref\n", inside + b"xref\n", 1)), 10).pages == 1


def test_what_is_shown_was_drawn_by_the_child_and_holds_nothing_else():
    secret = b"trailing words of the sender"
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "where it was taken"  # lies on its side
    content = picture((400, 100), "JPEG", exif=exif.tobytes()) + secret
    drawn = drawn_anew(content, 200)
    with Image.open(io.BytesIO(drawn)) as shown:
        assert (shown.format, shown.size) == ("PNG", (50, 200))
        assert not shown.info
    assert secret not in drawn
    assert b"where it was taken" not in drawn


def test_a_transparent_drawing_is_shown_on_white():
    written = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(written, "PNG")
    with Image.open(io.BytesIO(drawn_anew(written.getvalue(), 100))) as shown:
        assert shown.getpixel((5, 5)) == (255, 255, 255)


def test_a_pdf_is_never_drawn():
    with pytest.raises(rules.NotAPaper):
        drawn_anew(paper(), 100)


def test_a_child_that_breaks_is_told_as_a_broken_file(at, monkeypatch):
    monkeypatch.setattr(attached, "started", lambda *_words: ["/bin/sh", "-c", "exit 9"])
    with pytest.raises(rules.PaperBreaks):
        read_paper(at(paper()), 10)


def test_the_reader_knows_nothing_of_the_office():
    listing = "import sys, salesdesk.intake.paperchild; print(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", listing], capture_output=True, cwd=guard._HOUSE, check=True
    )
    loaded = done.stdout.decode().split()
    assert "PIL.Image" in loaded
    assert not [m for m in loaded if m.startswith(("salesdesk.office", "PySide6", "sqlalc"))]


def test_both_sides_count_with_the_same_bound():
    assert limits.MOST_DOTS == rules.MOST_DOTS
