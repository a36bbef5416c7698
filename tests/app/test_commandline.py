"""What others script: the shapes of the command line, stable from now on."""

import json
import os
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from salesdesk.app import practice
from salesdesk.kernel.calendar import day_of
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.customers.rules import MEDIA
from salesdesk.office.questions import QUERIES
from salesdesk.store.database import system_clock

TOP = Path(__file__).resolve().parents[2]
PHONE = "13700001111"
MODES = ["一次性付款", "分期付款", "商业按揭", "公积金", "组合贷"]


@pytest.fixture
def visited(line):
    line.do("reception", "RegisterVisit", manner="visit", name="王𬭚", phone=PHONE, media="路过")
    return PHONE


def test_a_units_whole_life(line, free, visited, tmp_path):
    """From the visit to the agreement, cancelled, and the unit taken back."""
    held = line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    assert held["unit"] == free
    assert line.unit(free)["state"] == "on hold"
    total = line.unit(free)["total_fen"]
    taken = line.do("cashier", "TakeDeposit", unit=free, amount="50000", tender="cash")
    assert taken["amount_fen"] == 5_000_000
    line.do("manager", "ApprovePrice", unit=free)
    agreed = line.do("consultant", "Subscribe", unit=free, mode="商业按揭")
    assert agreed["id_missing"] is True
    assert line.unit(free)["state"] == "subscribed"
    for kind, number in (("receipt", taken["receipt"]), ("agreement", agreed["agreement"])):
        for language in ("zh_CN", "en"):
            out = tmp_path / f"{kind}-{language}.pdf"
            code, said = line.signed(
                "cashier", "paper", kind, number, "--out", out, "--language", language
            )
            assert (code, said["ok"], said["result"]["file"]) == (0, True, str(out))
            words = "".join(
                page.extract_text() for page in PdfReader(BytesIO(out.read_bytes())).pages
            )
            assert number in words
            assert "王𬭚" in words
            assert "50,000.00" in words
    gone = line.do("manager", "CancelSubscription", unit=free, fault="none", reason="贷款未批")
    assert (gone["paid_fen"], gone["owed_fen"]) == (5_000_000, 5_000_000)
    assert line.unit(free)["state"] == "in review"
    assert line.do("manager", "AcceptBack", unit=free)["refund_open"] is True
    assert line.unit(free)["state"] == "held back"
    line.do("cashier", "PayRefund", refund=free)
    line.do("manager", "ReleaseUnits", unit=free)
    assert (line.unit(free)["state"], line.unit(free)["total_fen"]) == ("available", total)
    stages = [entry["what"] for entry in line.ask("manager", "unit_history", unit=free)]
    assert stages[:5] == ["released", "held back", "in review", "subscribed", "on hold"]


def test_a_notice_is_drawn_before_it_is_served_and_a_board_as_it_stood(line, tmp_path):
    sold = [unit["code"] for unit in line.ask("manager", "board") if unit["state"] == "subscribed"]
    yesterday = day_of(system_clock()) - timedelta(days=1)
    before, out = line.ask("manager", "default_notices"), tmp_path / "draft.pdf"
    owes = ("payment=首付款", "amount=1,000", f"due_on={yesterday}", "--out", out)
    code, _said = line.signed("manager", "paper", "notice_draft", sold[0], *owes)
    words = PdfReader(BytesIO(out.read_bytes())).pages[0].extract_text()
    assert code == 0 and sold[0] in words and "1,000.00" in words
    assert line.ask("manager", "default_notices") == before
    then = f"moment={yesterday}T10:30"
    code, _said = line.signed("manager", "paper", "board", "云栖花园", then, "--out", out)
    words = PdfReader(BytesIO(out.read_bytes())).pages[0].extract_text()
    assert code == 0 and "时点" in words  # as it stood then


def test_a_cancellation_before_the_agreement_gives_the_money_back(line, free, visited):
    line.do("consultant", "HoldUnit", unit=free, customer=visited)
    line.do("cashier", "TakeDeposit", unit=free, amount="50,000.00", tender="wechat")
    for fault in ("buyer", "seller"):
        wish = {"unit": free, "fault": fault, "reason": "x"}
        assert line.refused("manager", "CancelSubscription", **wish)["kind"] == "DepositAlone"
    gone = line.do("manager", "CancelSubscription", unit=free, fault="none", reason="x")
    assert (gone["kept_fen"], gone["owed_fen"]) == (0, 5_000_000)


# --- shapes -----------------------------------------------------------------------------------------


def test_the_board_prints_what_scripts_read(line):
    units = line.ask("consultant", "board", project="云栖花园")
    wanted = {
        "code": str, "building": str, "core": str, "floor": int, "number": str, "state": str,
        "gross_area": (int, float), "unit_price_fen": int, "total_fen": int,
    }  # fmt: skip
    for unit in units:
        assert all(isinstance(unit[key], kind) for key, kind in wanted.items())
    assert units == line.ask("consultant", "board")  # without a project: the only one
    assert len({unit["code"] for unit in units}) == len(units)
    states = {unit["state"] for unit in units}
    assert {"available", "on hold", "subscribed", "held back", "blocked", "draft"} <= states


def test_a_practice_office_has_its_people_modes_and_media(line):
    people = {person["login"] for person in line.ask("admin", "people")}
    assert people == {
        "reception", "consultant", "cashier", "manager", "head", "deputy", "general", "admin",
    }  # fmt: skip
    assert [mode["name"] for mode in line.ask("cashier", "payment_modes")] == MODES
    assert [tuple(medium) for medium in line.ask("reception", "media")] == list(MEDIA)


def test_every_query_of_the_issue_answers_with_a_list(line, free):
    for who, name, given in (
        ("manager", "board", {}), ("manager", "unit_history", {"unit": free}),
        ("consultant", "find", {"text": "wang"}), ("reception", "visit_register", {}),
        ("consultant", "follow_ups_due", {}), ("cashier", "receipts", {}),
        ("admin", "journal", {}),
    ):  # fmt: skip
        assert isinstance(line.ask(who, name, **given), list)


def test_the_names_of_the_issue_are_in_the_catalogue(line):
    commands = [
        "AddPerson",
        "RecordPermit",
        "ReleaseUnits",
        "WithdrawUnits",
        "HoldUnit",
        "ExtendHold",
        "LetGo",
        "RegisterVisit",
        "RecordFollowUp",
        "TakeDeposit",
        "ApprovePrice",
        "Subscribe",
        "CancelSubscription",
        "AcceptBack",
        "VoidReceipt",
    ]
    queries = [
        "board",
        "unit_history",
        "find",
        "visit_register",
        "follow_ups_due",
        "receipts",
        "journal",
    ]
    assert set(commands) <= COMMANDS.keys()
    assert set(queries) <= QUERIES.keys()
    code, listed = line("catalogue")
    assert code == 0
    assert {name for name, entry in listed.items() if entry["kind"] == "command"} == set(COMMANDS)
    assert listed.keys() == COMMANDS.keys() | QUERIES.keys()
    assert all(entry["what"] for entry in listed.values())


def test_an_import_prints_its_figures_and_a_dry_run_changes_nothing(line, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text(
        "楼栋,单元,楼层,房号,预售单价,建筑面积,户内面积\n"
        "1栋,1单元,1,101,20000,100.5,80\n1栋,1单元,2,201,21000.5,100.01,80\n",
        encoding="utf-8-sig",
    )
    words = ("import", table, "--project", "新城")
    keys = {"rows", "units", "added", "changed", "unchanged", "missing", "problems", "total_fen"}
    for dry in (("--dry-run",), (), ()):
        before = line.ask("admin", "projects")
        code, said = line.signed("admin", *words, *dry)
        assert code == 0
        assert keys <= said.keys()
        assert said["dry_run"] == bool(dry)
        if dry:
            assert line.ask("admin", "projects") == before
    assert (said["rows"], said["added"], said["unchanged"]) == (2, 0, 2)
    assert said["total_fen"] == 201_000_000 + 210_026_000  # 21000.5 x 100.01 = 2,100,260.005
    assert [unit["code"] for unit in line.ask("admin", "board", project="新城")] == [
        "1-1-0101", "1-1-0201",
    ]  # fmt: skip
    line.do("admin", "ChangeSetting", name="prices_by_request", value="true")
    table.write_text(table.read_text("utf-8-sig").replace("20000", "20001"), encoding="utf-8-sig")
    code, said = line.signed("admin", *words)
    assert (code, said["dry_run"]) == (1, True)
    (problem,) = said["problems"]
    assert problem["row"] == 2
    assert "signatures" in problem["problem"] and "price version" in problem["remedy"]


def test_an_import_with_problems_exits_1_lists_them_and_changes_nothing(line, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text(
        "楼栋,单元,楼层,房号,预售单价,建筑面积\n1栋,1,1,101,-5,100\n1栋,1,2,201,abc,0\n"
    )
    code, said = line.signed("admin", "import", table, "--project", "新城")
    assert code == 1
    assert said["problems"]
    assert {"sheet", "row", "column", "problem", "remedy"} <= said["problems"][0].keys()
    assert [card["name"] for card in line.ask("admin", "projects")] == ["云栖花园"]


@pytest.mark.parametrize("who", ["reception", "consultant", "cashier"])
def test_who_may_not_import_is_refused(line, tmp_path, who):
    table = tmp_path / "list.csv"
    table.write_text("楼栋,单元,楼层,房号,预售单价,建筑面积\n1栋,1,1,101,5,100\n")
    code, said = line.signed(who, "import", table, "--project", "新城", "--dry-run")
    assert (code, said["refused"]["kind"]) == (1, "NotPermitted")


# --- names, amounts, intents -------------------------------------------------------------------------


def test_records_are_named_by_code_phone_number_or_record_number(line, free, visited):
    unit = line.unit(free)
    key = line.ask("manager", "find", text=PHONE)[0]["key"]
    line.do("consultant", "HoldUnit", unit=unit["id"], customer=key)
    line.do("consultant", "LetGo", unit=free)
    line.do("consultant", "HoldUnit", unit=f" {free} ", customer="137 0000 1111")
    receipt = line.do("cashier", "TakeDeposit", unit=free, amount=100)["receipt"]
    assert line.do("cashier", "VoidReceipt", receipt=receipt.lower(), reason="x") == receipt
    for given in (
        {"unit": "9-9-0909", "customer": PHONE},
        {"unit": free, "customer": "13700009999"},
    ):
        assert line.refused("consultant", "HoldUnit", **given)["kind"] == "NotFound"


def test_the_pile_of_unprinted_receipts_is_one_file(line, free, visited, tmp_path):
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    taken = line.do("cashier", "TakeDeposit", unit=free, amount=100)
    out = tmp_path / "pile.pdf"
    code, said = line.signed("cashier", "paper", "unprinted", "--out", out)
    assert (code, said["ok"]) == (0, True)
    assert any(taken["receipt"] in page.extract_text() for page in PdfReader(out).pages)
    code, said = line.signed("cashier", "paper", "unprinted", "--out", out)
    assert (code, said["refused"]["kind"]) == (1, "AllOnPaper")


def test_receipts_go_on_the_printed_form_of_the_office_or_of_this_printer(
    line, free, visited, tmp_path
):
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    taken = line.do("cashier", "TakeDeposit", unit=free, amount=100)["receipt"]
    form = line.do("admin", "SetStationery", in_use="yes", places="note:40:66:100:6:8:right")
    assert form["on"] and {"field": "note", "x": 400, "y": 660, "wide": 1000, "high": 60,
                           "size": 8, "right": True} in form["places"]  # fmt: skip
    refused = line.refused("admin", "SetStationery", across="25")
    assert refused["kind"] == "BadEntry" and "-20 - 20 mm" in refused["remedy"]
    line.refused("admin", "SetStationery", places="note:1:2")
    out = tmp_path / "form.pdf"

    def size(*words):
        code, said = line.signed("cashier", "paper", *words, "--out", out)
        assert code == 0, said
        pages = PdfReader(out).pages
        text = "".join(page.extract_text() for page in pages)
        return round(float(pages[0].mediabox.width) * 25.4 / 72), text

    assert size("form_test")[0] == size("form_test", "across=1.5", "down=-2")[0] == 241
    wide, text = size("unprinted")
    assert wide == 241 and taken in text
    wide, text = size("receipt", taken, "across=-3")
    assert wide == 241 and "补打" in text
    assert size("receipt", taken, "plain=yes")[0] == 210
    code, said = line.signed("cashier", "paper", "receipt", taken, "across=21", "--out", out)
    assert (code, said["refused"]["kind"]) == (1, "BadEntry")
    printed = next(one for one in line.ask("cashier", "receipts") if one["number"] == taken)
    assert printed["prints"] == 3, "what is refused is not counted"
    line.do("admin", "SetStationery", in_use="no", shipped="yes")


def test_a_paper_is_named_by_what_is_printed_on_it_and_by_nothing_else(
    line, free, visited, tmp_path
):
    """Record 41 is another paper than SJ0000041: the bare number is never taken for either."""
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    taken = line.do("cashier", "TakeDeposit", unit=free, amount=100)
    before = line.ask("cashier", "receipts")
    for wrong in (taken["receipt_id"], taken["receipt"].lstrip("SJ0"), "1", "SJ9999999"):
        refusal = line.refused("cashier", "VoidReceipt", receipt=wrong, reason="x")
        assert refusal["kind"] == "NotThePrinted"
        assert taken["receipt"] in refusal["remedy"]
        out = tmp_path / "receipt.pdf"
        code, said = line.signed("cashier", "paper", "receipt", wrong, "--out", out)
        assert (code, said["refused"]["kind"], out.exists()) == (1, "NotThePrinted", False)
    assert line.ask("cashier", "receipts") == before
    assert line.do("cashier", "VoidReceipt", receipt=taken["receipt"], reason="x")
    _code, listed = line("catalogue", "VoidReceipt")
    assert "printed" in listed["VoidReceipt"]["means"]["receipt"]
    assert "record number" not in listed["VoidReceipt"]["means"]["receipt"]


def test_a_refund_is_named_by_its_unit_its_agreement_or_its_slip(line, free, visited):
    def undone(agreed):
        line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
        line.do("cashier", "TakeDeposit", unit=free, amount=100)
        number = ""
        if agreed:
            line.do("manager", "ApprovePrice", unit=free)
            number = line.do("consultant", "Subscribe", unit=free, mode="商业按揭")["agreement"]
        line.do("manager", "CancelSubscription", unit=free, fault="none", reason="x")
        line.do("manager", "AcceptBack", unit=free)
        line.do("manager", "ReleaseUnits", unit=free)
        return number

    agreement = undone(agreed=True)
    undone(agreed=False)
    newest = line.ask("cashier", "refunds")[0]["id"]
    assert line.refused("cashier", "PayRefund", refund=newest)["kind"] == "NotThePrinted"
    slip = line.do("cashier", "PayRefund", refund=agreement)["receipt"]
    for paid in (slip, agreement):
        refusal = line.refused("cashier", "PayRefund", refund=paid)
        assert (refusal["kind"], slip in refusal["problem"]) == ("RefundPaid", True)
    line.do("cashier", "PayRefund", refund=free)  # by the unit: what is still to be paid
    assert line.refused("cashier", "PayRefund", refund=free)["kind"] == "RefundPaid"


def test_a_project_tells_units_of_the_same_code_apart(line, free, visited, tmp_path):
    building, core, room = free.split("-")
    table = tmp_path / "list.csv"
    table.write_text(
        "楼栋,单元,楼层,房号,预售单价,建筑面积\n"
        f"{building}栋,{core}单元,{int(room[:2])},{room[:2].lstrip('0')}{room[2:]},20000,100\n"
    )
    line.signed("admin", "import", table, "--project", "新城")
    assert line.ask("admin", "board", project="新城")[0]["code"] == free
    refusal = line.refused("consultant", "HoldUnit", unit=free, customer=PHONE)
    assert refusal["kind"] == "UnitInSeveral"
    assert f"云栖花园/{free}" in refusal["remedy"]
    assert "新城" in refusal["problem"]
    for strange in ("旧城/" + free, "/" + free, "新城/9-9-0909"):
        refusal = line.refused("consultant", "HoldUnit", unit=strange, customer=PHONE)
        assert refusal["kind"] == "NotFound"
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE, project="云栖花园")
    line.do("consultant", "LetGo", unit=f"云栖花园/{free}")
    history = line.ask("manager", "unit_history", unit=f"新城/{free}")
    assert [entry["what"] for entry in history] == ["price"]


def test_units_come_in_without_prices_are_merged_and_priced(line, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text("楼栋,单元,楼层,房号,建筑面积\n9栋,1单元,3,301,60\n9栋,1单元,3,302,40.5\n")
    code, said = line.signed("admin", "import", table, "--project", "新城")
    assert (code, said["added"], said["total_fen"]) == (0, 2, 0)
    assert "without one" in said["notes"][0]["problem"]
    units = "新城/9-1-0301,新城/9-1-0302"
    line.do("manager", "MergeUnits", units=units, number="303")
    prices = json.dumps([{"unit": "9-1-0303", "unit_price": "20000"}])
    drafted = {"name": "首次定价", "reason": "开盘", "project": "新城", "prices": prices}
    assert line.do("manager", "DraftPrices", **drafted)["after_fen"] == 201_000_000
    refusal = line.refused("manager", "SplitUnit", unit="9-1-0303", parts="[]")
    assert refusal["kind"] == "BadEntry"
    line.do("manager", "EffectPrices", version="首次定价")
    line.signed("admin", "import", table, "--project", "新城")  # names what is no more: refused
    (card,) = line.ask("manager", "board", project="新城")
    assert (card["code"], card["total_fen"]) == ("9-1-0303", 201_000_000)


@pytest.mark.parametrize(
    ("amount", "fen"),
    [("50000", 5_000_000), ("50,000.50", 5_000_050), ("0.01", 1), ("¥1,234.5", 123_450),
     ("１２３", 12_300), ("20000元", 2_000_000)],
)  # fmt: skip
def test_amounts_are_yuan_with_up_to_two_decimals(line, free, visited, amount, fen):
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    assert line.do("cashier", "TakeDeposit", unit=free, amount=amount)["amount_fen"] == fen


@pytest.mark.parametrize(
    ("amount", "kind"),
    [("1.001", "NotAnAmount"), ("abc", "NotAnAmount"), ("", "NotAnAmount"), ("1e99", "NotAnAmount"),
     ("NaN", "NotAnAmount"), ("-5", "NothingPaid"), ("0", "NothingPaid"),
     ("99999999", "AboveDepositCap")],
)  # fmt: skip
def test_what_is_no_amount_is_refused_and_numbers_no_receipt(line, free, visited, amount, kind):
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    before = line.ask("cashier", "receipts")
    assert line.refused("cashier", "TakeDeposit", unit=free, amount=amount)["kind"] == kind
    assert line.ask("cashier", "receipts") == before


def test_an_intent_sent_twice_has_one_effect_and_the_same_answer(line, free, visited):
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    words = {"unit": free, "amount": "100", "tender": "cash"}
    first = line.do("cashier", "TakeDeposit", "--id", "abc", **words)
    again = line.do("cashier", "TakeDeposit", "--id", "abc", **words)
    assert again == first
    receipts = [r for r in line.ask("cashier", "receipts") if r["number"] == first["receipt"]]
    assert len(receipts) == 1
    refusal = line.refused("cashier", "TakeDeposit", "--id", "abc", **(words | {"amount": "101"}))
    assert refusal["kind"] == "IntentReused"


def test_several_tenders_buyers_and_details_come_as_json(line, free, visited):
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    tenders = [
        {"kind": "cash", "amount_fen": 100}, {"kind": "card", "amount_fen": 200, "reference": "8"},
    ]  # fmt: skip
    taken = line.do("cashier", "TakeDeposit", unit=free, tenders=json.dumps(tenders))
    assert taken["amount_fen"] == 300
    line.do("manager", "ApprovePrice", unit=free)
    buyers = [
        {"name": "王𬭚", "share_bp": 6000}, {"name": "李芳", "share_bp": 4000, "id_kind": "passport"},
    ]  # fmt: skip
    line.do("consultant", "Subscribe", unit=free, mode="组合贷", buyers=json.dumps(buyers))
    line.do("reception", "RegisterVisit", manner="call", phone=PHONE, details='{"weather": "晴"}')


def test_prices_in_rows_are_yuan_and_agree_with_each_other(line, free):
    def draft(**row):
        row = json.dumps({"unit": free, **row})
        return {"name": "一次调价", "reason": "市场", "prices": f"[{row}]"}

    area = Decimal(line.ask("manager", "unit_card", unit=free)["gross_area"])
    for bare in (2_150_000, 2_150_000.5, True):  # yuan or fen? nobody guesses
        refusal = line.refused("manager", "DraftPrices", **draft(total=bare))
        assert refusal["kind"] == "BadEntry"
        assert "2150000.00" in refusal["problem"] + refusal["remedy"]
    each = Decimal(20_000)
    apart = draft(total="21500", unit_price=str(each))
    assert line.refused("manager", "DraftPrices", **apart)["kind"] == "PricesDisagree"
    for kind, row in (
        ("NotAnAmount", {"total": "x"}),
        ("NotFound", {"unit": "9-9-9", "total": "1"}),
    ):
        assert line.refused("manager", "DraftPrices", **draft(**row))["kind"] == kind
    whole = f"{(each * area).quantize(Decimal(1))}"
    report = line.do("manager", "DraftPrices", **draft(total=whole, unit_price="20,000.00"))
    assert report["after_fen"] == int(whole) * 100


def test_several_tenders_and_buyers_in_their_short_form_in_yuan_and_percent(line, free, visited):
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    taken = line.do("cashier", "TakeDeposit", unit=free, tenders="cash:20000.50,card:30000:P8:1")
    assert taken["amount_fen"] == 5_000_050
    receipt = next(r for r in line.ask("cashier", "receipts") if r["number"] == taken["receipt"])
    assert [(t["kind"], t["amount_fen"], t["reference"]) for t in receipt["tenders"]] == [
        ("cash", 2_000_050, ""), ("card", 3_000_000, "P8:1"),
    ]  # fmt: skip
    line.do("manager", "ApprovePrice", unit=free)
    buyers = "王𬭚:33.33,李芳:33.33%:11010519491231002X:13900001111,丙:33.34"
    line.do("consultant", "Subscribe", unit=free, mode="组合贷", buyers=buyers)
    deal = line.ask("manager", "deal_on", unit=free)["id"]
    shares = [(b["name"], b["share_bp"]) for b in line.ask("manager", "buyers", deal=deal)]
    assert shares == [("王𬭚", 3333), ("李芳", 3333), ("丙", 3334)]


@pytest.mark.parametrize(
    "tenders",
    ["", "cash", "cash:50,000", '[{"kind": "cash", "amount_fen": 1.5}]',
     '[{"kind": "cash", "amount_fen": "12"}]', '[{"kind": "cash", "amount_fen": true}]',
     '[{"kind": "cash", "amount_fen": 12, "refrence": "8"}]', '[{"kind": null, "amount_fen": 1}]'],
)  # fmt: skip
def test_tenders_are_taken_as_they_are_written_or_not_at_all(line, free, visited, tenders):
    """Half a fen is not cut off, a misspelt name does not go by unread."""
    line.do("consultant", "HoldUnit", unit=free, customer=PHONE)
    refusal = line.refused("cashier", "TakeDeposit", unit=free, tenders=tenders)
    assert refusal["kind"] == "BadEntry"
    assert "KIND:YUAN" in refusal["remedy"]


def test_the_walk_in_the_readme_can_be_copied(line):
    """Word for word, on a fresh practice office; only the office's place differs."""
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    walk = readme.split("export SALESDESK_PASSWORD=practice\n")[1].split("```")[0]
    lines = [shlex.split(text)[2:] for text in walk.splitlines()]
    assert lines[0] == ["new", "demo.office", "--practice"]
    assert [words[1] for words in lines[1:]] == [
        "RegisterVisit", "HoldUnit", "TakeDeposit", "ApprovePrice", "Subscribe",
    ]  # fmt: skip
    for words in lines[1:]:
        code, said = line(*[line.place if word == "demo.office" else word for word in words])
        assert (code, said["ok"]) == (0, True), said
    assert line.unit(practice.GUIDED)["state"] == "subscribed"


def test_a_paper_that_cannot_be_written_counts_no_printing(line, tmp_path):
    number = line.ask("cashier", "receipts")[0]["number"]
    before = line.ask("cashier", "receipts")[0]["prints"]
    for place in (tmp_path, tmp_path / "none" / "x.pdf"):
        code, said = line.signed("cashier", "paper", "receipt", number, "--out", place)
        assert (code, said["refused"]["kind"]) == (1, "CannotWrite")
        assert "folder" in said["refused"]["remedy"]
    assert line.ask("cashier", "receipts")[0]["prints"] == before
    code, said = line.signed("cashier", "paper", "register", "soon", "--out", tmp_path / "x.pdf")
    assert (code, said["refused"]["kind"]) == (1, "BadEntry")
    assert not (tmp_path / "x.pdf").exists()


def test_the_catalogue_says_what_may_be_written(line):
    _code, listed = line("catalogue")
    assert all(entry["means"].keys() == entry["takes"].keys() for entry in listed.values())
    assert listed["CancelSubscription"]["means"]["fault"] == "buyer|seller|none"
    assert "yuan" in listed["TakeDeposit"]["means"]["amount"]
    assert line("catalogue", "FlyAway") == (2, None)


# --- refusals and usage --------------------------------------------------------------------------------


def test_a_refusal_names_kind_problem_and_remedy(line, free, visited):
    line.do("manager", "HoldUnit", unit=free, customer=PHONE, consultant="consultant")
    line.do("reception", "RegisterVisit", manner="call", name="乙", phone="13700002222")
    refusal = line.refused("manager", "HoldUnit", unit=free, customer="13700002222")
    assert refusal["kind"] == "UnitTaken"
    assert free in refusal["problem"]


@pytest.mark.parametrize(
    ("who", "name", "given", "kind"),
    [
        ("reception", "HoldUnit", {"unit": "FREE", "customer": PHONE}, "NotPermitted"),
        ("consultant", "HoldUnit", {"unit": "FREE"}, "MissingEntry"),
        ("consultant", "HoldUnit", {"unit": "FREE", "customer": PHONE, "minutes": "x"}, "BadEntry"),
        ("consultant", "HoldUnit", {"unit": "FREE", "customer": PHONE, "minutes": "9" * 30},
         "BadEntry"),
        ("consultant", "HoldUnit", {"unit": "FREE", "customer": PHONE, "minutes": "9" * 20},
         "BadEntry"),
        ("cashier", "TakeDeposit", {"unit": "FREE", "tenders":
         '[{"kind": "cash", "amount_fen": 99999999999999999999}]'}, "BadEntry"),
        ("manager", "HoldUnit", {"unit": "99999999999999999999", "customer": PHONE}, "NotFound"),
        ("consultant", "HoldUnit", {"unit": "9" * 30, "customer": PHONE}, "NotFound"),
        ("cashier", "TakeDeposit", {"unit": "FREE", "amount": "1"}, "NoDeal"),
        ("cashier", "TakeDeposit", {"unit": "FREE", "amount": "1", "tender": "gold"}, "BadEntry"),
        ("cashier", "TakeDeposit", {"unit": "FREE", "tenders": "[1]"}, "BadEntry"),
        ("cashier", "TakeDeposit", {"unit": "FREE", "tenders": "{]"}, "BadEntry"),
        ("manager", "CancelSubscription", {"unit": "FREE", "fault": "god", "reason": "x"},
         "BadEntry"),
        ("reception", "RegisterVisit", {"manner": "visit", "name": "甲", "phone": "12"}, "NotAPhone"),
        ("reception", "RegisterVisit", {"manner": "visit", "name": "\udc80甲", "phone": "13700003333"},
         "BrokenText"),
        ("reception", "RegisterVisit", {"manner": "visit", "name": "甲", "phone": "13\udc80"},
         "NotAPhone"),
        ("reception", "RegisterVisit", {"manner": "visit", "name": " ", "phone": "13700003333"},
         "MissingEntry"),
        ("reception", "RegisterVisit", {"manner": "visit", "name": "甲" * 101, "phone": "13700003333"},
         "TooLong"),
        ("reception", "RegisterVisit", {"manner": "visit", "name": "甲", "phone": "13700003333",
         "media": "飞艇"}, "NotFound"),
        ("reception", "RegisterVisit", {"manner": "visit", "name": "甲", "phone": "13700003333",
         "visited_on": "gestern"}, "BadEntry"),
        ("reception", "EditCustomer", {"customer": PHONE, "id_number": "11010519491231002Y"},
         "NotAnIdCard"),
        ("manager", "RecordPermit", {"number": "", "authority": "x", "issued_on": "2026-01-05"},
         "MissingEntry"),
        ("admin", "AddPerson", {"login": "cashier", "name": "x", "role": "cashier"}, "LoginTaken"),
        ("admin", "AddPerson", {"login": "x", "name": "x", "role": "king"}, "BadEntry"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_and_changes_nothing(line, free, visited, who, name, given, kind):
    before = line.ask("admin", "journal")
    given = {key: free if value == "FREE" else value for key, value in given.items()}
    assert line.refused(who, name, **given)["kind"] == kind
    assert line.ask("admin", "journal") == before


@pytest.mark.parametrize(
    "words",
    [("do", "FlyAway"), ("do", "HoldUnit", "unit"), ("do", "HoldUnit", "colour=red"),
     ("do", "HoldUnit", "--colour"), ("do", "HoldUnit", "--colour=red"), ("ask", "everything"), ("ask", "board", "colour=red"), ("paper", "poem", "--out", "x")],
)  # fmt: skip
def test_usage_exits_2_and_prints_on_standard_error_only(line, words):
    code, said = line.signed("manager", *words)
    assert (code, said) == (2, None)
    assert line.errors


@pytest.mark.parametrize("words", [(), ("fly",), ("do",), ("ask", "board"), ("import",)])
def test_a_line_that_is_none_exits_2(line, words):
    assert line(*words) == (2, None)


def test_the_door_is_kept(line, monkeypatch):
    monkeypatch.setenv("SALESDESK_PASSWORD", "wrong")
    code, said = line.signed("manager", "ask", "board")
    assert (code, said["refused"]["kind"]) == (1, "WrongSignIn")
    nowhere = "postgresql+psycopg://127.0.0.1:1/office"
    code, said = line("ask", "board", "--office", nowhere, "--as", "manager")
    assert (code, said["refused"]["kind"]) == (1, "ServerUnreachable")
    code, said = line("ask", "board", "--office", "none.office", "--as", "manager")
    assert (code, said["refused"]["kind"]) == (1, "NoOffice")


@pytest.mark.parametrize("words", [(), ("--project", "云栖"), ("--person", "boss")])
def test_a_new_office_without_its_administrator_is_usage(line, tmp_path, words):
    place = tmp_path / "new.office"
    assert line("new", place, *words) == (2, None)
    assert "--person" in line.errors
    assert not place.exists()


def test_an_office_is_made_and_nothing_is_replaced(line, tmp_path, monkeypatch):
    place = tmp_path / "new.office"
    words = ("new", place, "--project", "云栖", "--person", "boss", "--name", "老板")
    code, said = line(*words)
    assert (code, said["refused"]["kind"]) == (1, "WeakPassword")
    assert not place.exists()
    monkeypatch.setenv("SALESDESK_PASSWORD", "Quiet-Harbour-7")
    code, said = line(*words)
    assert (code, said["ok"]) == (0, True)
    assert len(said["result"]["recovery_key"].split("-")) == 6
    code, said = line(*words)
    assert (code, said["refused"]["kind"]) == (1, "PlaceTaken")
    code, said = line("ask", "projects", "--office", place, "--as", "boss")
    assert [project["name"] for project in said] == ["云栖"]
    code, said = line("ask", "board", "--office", place, "--as", "boss")
    assert (code, said) == (0, [])


@pytest.mark.speaks
def test_a_copy_is_taken_verified_and_restored(line, tmp_path):
    code, said = line("backup", "--office", line.place, "--to", tmp_path / "copies")
    assert (code, said["ok"]) == (0, True)
    copy = said["result"]["backup"]
    code, said = line("restore", copy, tmp_path / "again.office")
    assert (code, said["ok"]) == (0, True)
    code, said = line("verify", tmp_path / "again.office")
    assert (code, said["ok"], set(said["laws"].values())) == (0, True, {"holds"})
    with closing(
        sqlite3.connect(copy)
    ) as raw:  # the code is the beginning of its hash, on the paper
        number, link = raw.execute(
            "SELECT number, hash FROM receipt ORDER BY id LIMIT 1"
        ).fetchone()
    code, said = line("verify-receipt", number, link[:8], "--office", copy)
    assert (code, said["result"]["number"], said["result"]["genuine"]) == (0, number, True)
    code, said = line("verify-receipt", number, "00000000", "--office", copy)
    assert (code, said["ok"], said["result"]["payer"]) == (1, False, "")
    code, said = line("restore", copy, line.place)
    assert (code, said["refused"]["kind"]) == (1, "PlaceTaken")
    Path(copy).write_bytes(Path(copy).read_bytes()[:9000])
    code, said = line("verify", copy)
    assert (code, said["refused"]["kind"]) == (1, "DamagedOffice")
    code, said = line("doctor", "--office", line.place)
    assert code == 0
    assert set(said["office"]["laws"].values()) == {"holds"}


def test_the_program_itself_speaks_the_same_way(line, free):
    """One real process: encoding, exit code and streams as a script sees them."""
    environment = os.environ | {"SALESDESK_PASSWORD": "practice", "PYTHONIOENCODING": "ascii"}
    words = ["--office", str(line.place), "--as", "consultant"]
    done = subprocess.run(
        [sys.executable, "-m", "salesdesk", "do", "HoldUnit", f"unit={free}", "customer=甲乙", *words],
        cwd=TOP, env=environment, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert json.loads(done.stdout.decode("utf-8"))["refused"]["kind"] == "NotFound"
    assert "甲乙" in done.stderr.decode("utf-8")
    assert done.stderr.count(b"\n") == 1


def test_a_password_is_changed_by_the_environment_and_never_to_nothing(line, monkeypatch):
    monkeypatch.setenv("SALESDESK_NEW_PASSWORD", "another one")
    line.do("cashier", "ChangeOwnPassword")
    monkeypatch.setenv("SALESDESK_PASSWORD", "another one")
    assert isinstance(line.ask("cashier", "receipts"), list)
    monkeypatch.delenv("SALESDESK_NEW_PASSWORD")
    assert line.signed("cashier", "do", "ChangeOwnPassword") == (2, None)
    assert "SALESDESK_NEW_PASSWORD" in line.errors
    assert isinstance(line.ask("cashier", "receipts"), list)


def test_a_banks_file_comes_in_by_its_columns(line, tmp_path):
    (account,) = line.ask("cashier", "supervised_accounts")
    path = tmp_path / "bank.csv"

    def sent(heads, *more):
        path.write_text(f"{heads}\nX-1,2026-11-25,100\n", encoding="utf-8")
        return line(
            "statement", path, "--office", line.place, "--as", "cashier", "--account",
            account["number"], *more,
        )  # fmt: skip

    code, said = sent("流水号,日期,贷方金额")
    assert (code, said["refused"]["kind"]) == (1, "ColumnsChanged")
    code, said = sent("号,日期,贷方金额", "--remap")
    assert (code, said["dry_run"]) == (1, True) and "号, 日期" in said["problems"][0]["problem"]
    columns = ("--remap", "--columns", "reference=号,on=日期,credit=贷方金额")
    code, said = sent("号,日期,贷方金额", "--dry-run", *columns)
    assert (code, said["rows"], "added" in said) == (0, 1, False)
    code, said = sent("号,日期,贷方金额", *columns)
    assert (code, said["added"], said["in_fen"]) == (0, 1, 10_000)
    code, said = sent("号,日期,贷方金额")  # remembered
    assert (code, said["added"], said["known"]) == (0, 0, 1)
