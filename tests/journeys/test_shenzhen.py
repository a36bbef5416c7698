"""A real price list: taken in, compared with its grid, and one unit sold and given back."""

import json
import os
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from salesdesk.app import commandline

TOP = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SALESDESK_SHARED", TOP.parent / "shared")) / "data"
LIST = DATA / "shenzhen_sijimingyuan_unit_list.xls"
GRID = DATA / "shenzhen_sijimingyuan_price_grid.xlsx"
PROJECT = "四季名苑"
pytestmark = pytest.mark.skipif(not LIST.exists(), reason="the real files are not here")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A new office with its people, each with a password of his own."""
    return tmp_path_factory.mktemp("shenzhen") / "四季名苑.office"


@pytest.fixture
def line(place, capfdbinary, monkeypatch):
    def say(who, *words, password="Quiet-Harbour-7", code=0):
        monkeypatch.setenv("SALESDESK_PASSWORD", password)
        capfdbinary.readouterr()
        found = commandline.run([*map(str, words), "--office", str(place), "--as", who])
        out, err = capfdbinary.readouterr()
        assert found == code, (out + err).decode()
        return json.loads(out)

    return say


def test_an_office_begins(line, place, capfdbinary, monkeypatch):
    monkeypatch.setenv("SALESDESK_PASSWORD", "Quiet-Harbour-7")
    words = ["--project", PROJECT, "--person", "boss", "--name", "管理员", "--company", "深圳置业"]
    assert commandline.run(["new", str(place), *words]) == 0
    for login, role in (
        ("front", "reception"), ("chen", "consultant"), ("till", "cashier"), ("zhao", "manager"),
        ("gao", "general"),
    ):  # fmt: skip
        added = line("boss", "do", "AddPerson", f"login={login}", f"name={login}", f"role={role}")
        once = added["result"]["one_time_password"]
        refused = line(login, "do", "LetGo", "unit=1", password=once, code=1)
        assert refused["refused"]["kind"] in {"MustChangePassword", "NotFound"}
        monkeypatch.setenv("SALESDESK_NEW_PASSWORD", "Quiet-Harbour-7")
        line(login, "do", "ChangeOwnPassword", password=once)


def test_the_list_is_taken_in_to_the_last_yuan(line):
    dry = line("boss", "import", LIST, "--project", PROJECT, "--dry-run")
    assert (dry["rows"], dry["added"], dry["dry_run"]) == (292, 292, True)
    assert line("boss", "ask", "board") == []
    said = line("boss", "import", LIST, "--project", PROJECT)
    assert (said["rows"], said["units"], said["added"], said["problems"]) == (292, 292, 292, [])
    assert said["total_fen"] == 1_589_537_568_00
    units = line("boss", "ask", "board", f"project={PROJECT}")
    assert len({unit["code"] for unit in units}) == 292
    assert sum(unit["total_fen"] for unit in units) == 1_589_537_568_00
    assert {unit["state"] for unit in units} == {"draft"}
    cores = {}
    for unit in units:
        cores.setdefault((unit["building"], unit["core"]), []).append(unit)
    assert {core: len(found) for core, found in cores.items()} == {
        ("四季名苑1栋", "一单元"): 64, ("四季名苑1栋", "二单元"): 72,
        ("四季名苑1栋", "三单元"): 42, ("四季名苑1栋", "四单元"): 59, ("四季名苑2栋", ""): 55,
    }  # fmt: skip


def test_the_list_again_changes_nothing(line):
    said = line("boss", "import", LIST, "--project", PROJECT)
    assert (said["added"], said["changed"], said["unchanged"], said["missing"]) == (0, 0, 292, 0)


def test_the_grid_differs_in_134_totals_listed_one_by_one(line):
    before = line("boss", "ask", "board")
    said = line("boss", "import", GRID, "--project", PROJECT, "--dry-run")
    assert (said["rows"], said["added"], said["changed"], said["unchanged"]) == (292, 0, 134, 158)
    assert len(said["changes"]) == 134
    assert {change["difference_fen"] for change in said["changes"]} == {-100}
    assert len({change["code"] for change in said["changes"]}) == 134
    assert all(change["old"] and change["new"] for change in said["changes"])
    assert said["total_fen"] == 1_589_537_568_00 - 134 * 100
    assert line("boss", "ask", "board") == before


def test_without_a_permit_nothing_is_sold(line):
    refusal = line("zhao", "do", "ReleaseUnits", "unit=1-4-1901", code=1)["refused"]
    assert refusal["kind"] == "NoPermit"
    line(
        "zhao",
        "do",
        "RecordPermit",
        "number=深房许字（2023）南山 018 号",
        "authority=深圳市住房和建设局",
        "issued_on=2026-01-05",
        f"project={PROJECT}",
    )


def test_one_unit_from_the_visit_to_the_agreement_and_back(line, tmp_path):
    unit, phone = "unit=1-4-1901", "13800138000"
    assert line("zhao", "do", "ReleaseUnits", f"project={PROJECT}")["result"]["released"] == 292
    visit = ("manner=visit", "name=欧阳𬭚", f"phone={phone}", "media=路过")
    line("front", "do", "RegisterVisit", *visit)
    line("chen", "do", "HoldUnit", unit, f"customer={phone}")
    taken = line("till", "do", "TakeDeposit", unit, "amount=100000.00", "tender=transfer")[
        "result"
    ]
    assert taken["receipt"] == "SJ0000001"
    line("zhao", "do", "ApprovePrice", unit)
    agreed = line("chen", "do", "Subscribe", unit, "mode=公积金")["result"]
    paper = tmp_path / "agreement.pdf"
    line("chen", "paper", "agreement", agreed["agreement"], "--out", paper)
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(paper.read_bytes())).pages)
    for fact in (agreed["agreement"], "欧阳𬭚", PROJECT, "公积金", "SJ0000001"):
        assert fact in words
    held = line("boss", "import", GRID, "--project", PROJECT, "--dry-run")
    frozen = [change["code"] for change in held["changes"] if change["frozen"]]
    assert set(frozen) <= {"1-4-1901"}  # a price stands still while a claim lives
    gone = ("fault=buyer", "reason=客户反悔")
    refusal = line("zhao", "do", "CancelSubscription", unit, *gone, code=1)["refused"]
    assert refusal["kind"] == "CancelledByRequest"  # an agreement ends by signatures
    refusal = line("chen", "do", "RequestCancellation", unit, *gone, code=1)["refused"]
    assert refusal["kind"] == "NoNotice"  # nothing is kept before a notice's grace
    gone = ("fault=none", "reason=客户反悔")
    request = line("chen", "do", "RequestCancellation", unit, *gone)["result"]
    looked = line("zhao", "do", "SignRequest", f"request={request}")["result"]
    assert (looked["state"], looked["next"]) == ("pending", ["gao"])
    ended = line("gao", "do", "SignRequest", f"request={request}")["result"]
    assert (ended["state"], ended["next"]) == ("approved", [])
    told = line("gao", "ask", "request_sheet", f"request={request}")
    kept = {fact["name"]: fact["value"] for fact in told["card"]["changes"]}
    assert (kept["then: kept"], kept["then: owed"]) == ("0", "10000000")
    line("zhao", "do", "AcceptBack", unit)
    card = next(u for u in line("boss", "ask", "board") if u["code"] == "1-4-1901")
    assert card["state"] == "held back"


def test_the_books_hold(place, capfdbinary):
    assert commandline.run(["verify", str(place)]) == 0
    said = json.loads(capfdbinary.readouterr().out)
    assert set(said["laws"].values()) == {"holds"}
