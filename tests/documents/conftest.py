"""Golden papers: text and positions, renewed on purpose with --renew-golden."""

import json
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption(
        "--renew-golden", action="store_true", help="write the golden papers anew: look at them!"
    )


@pytest.fixture
def golden(request):
    """Compare a paper with what it was when somebody last looked at it."""

    def compare(name, pdf):
        with pdfplumber.open(BytesIO(pdf)) as document:
            found = [
                {
                    "size": [round(page.width), round(page.height)],
                    "words": [
                        [word["text"], round(word["x0"], 1), round(word["top"], 1)]
                        for word in page.extract_words(keep_blank_chars=True, use_text_flow=True)
                    ],
                }
                for page in document.pages
            ]
        path = GOLDEN / f"{name}.json"
        if request.config.getoption("--renew-golden", default=False):
            lines = json.dumps(found, ensure_ascii=False).replace("], [", "],\n[")
            path.write_text(lines + "\n", encoding="utf-8")
        assert path.exists(), f"{name} was never looked at: run with --renew-golden, then look"
        assert found == json.loads(path.read_text(encoding="utf-8"))

    return compare
