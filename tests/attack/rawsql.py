"""The office's commands as raw SQL, each with one thing to be forged: the good form is carried out.

Numbers that differ from row to row are looked up by the statements themselves, so that a sequence that
went on does not matter.
"""

import hashlib
import json
from dataclasses import dataclass

ME = "(SELECT id FROM person WHERE login = session_user)"
NOW = "office_now()"
MINUTE = 60_000_000


def told(command, actor=ME, at=NOW, intent="x", claimed="x", print_="f", **row):
    """The intent and the journal's row of *command*."""
    shown = row.get("shown", print_)
    return [
        f"INSERT INTO intent (id, form_hash) VALUES ('{claimed}', '{print_}')",
        (
            "INSERT INTO journal (at, actor_id, command, form, changed, intent, form_hash, answer) VALUES"
            f" ({at}, {actor}, '{command}', '{{}}', '[]', '{intent}', '{shown}', 'null')"
        ),
    ]


def rows(table, **values):
    """One INSERT; values are SQL terms."""
    return f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(map(str, values.values()))})"


def last(table, key="id"):
    return f"(SELECT max({key}) FROM {table})"


@dataclass
class Forger:
    """What the good forms need to know of the office."""

    office: object

    def facts(self, unit):
        """Deal, customer, consultant and claim of a unit."""
        found = self.office.owner(
            "SELECT d.id, d.customer_id, d.consultant_id, d.project_id, d.list_total_fen FROM deal d"
            f" WHERE d.unit_id = {unit} ORDER BY d.id DESC LIMIT 1"
        )
        return found[0]

    def hold(self, unit, *, deal=None, claim=None, command="HoldUnit", journal=None):
        price = f"(SELECT unit_price_fen FROM unit WHERE id = {unit})"
        total = f"(SELECT total_fen FROM unit WHERE id = {unit})"
        made = {
            "project_id": 1, "unit_id": unit, "customer_id": self.office.customer,
            "consultant_id": ME, "opened_at": NOW, "list_unit_price_fen": price,
            "list_total_fen": total,
        } | (deal or {})  # fmt: skip
        opened = {
            "unit_id": unit, "stage": "'on hold'", "deal_id": last("deal"),
            "customer_id": self.office.customer, "consultant_id": ME, "opened_at": NOW,
            "opened_by": ME, "until": f"{NOW} + 30 * {MINUTE}", "reason": "''", "opening": 0,
            "end_reason": "''",
        } | (claim or {})  # fmt: skip
        return [rows("deal", **made), rows("claim", **opened), *told(command, **(journal or {}))]

    def end(self, unit, *, by=ME, at=NOW, command="LetGo"):
        change = f"UPDATE claim SET ended_at = {at}, ended_by = {by}, end_reason = 'x'"
        return [f"{change} WHERE unit_id = {unit} AND ended_at IS NULL", *told(command)]

    def receipt(
        self, unit, *, kind="deposit", amount=10_000, paper=None, row=None, tender=None, move=None,
        step=1, refund=None, command=None, parts=("counter", "receipt", "tender", "movement"),
        journal=None, skip=0,
    ):  # fmt: skip
        """A deposit or a refund's slip."""
        deal, customer, _consultant, project, _total = self.facts(unit)
        series = "refund" if kind == "refund" else "receipt"
        newest = self.office.owner(
            f"SELECT no, hash FROM receipt WHERE series = '{series}' ORDER BY no DESC LIMIT 1"
        )
        number, previous = newest[0] if newest else (0, "0" * 64)
        number += 1 + skip
        name = {"receipt": "SJ", "refund": "TK"}[series] + f"{number:07}"
        sheet = {
            "number": name, "kind": kind, "company": "x", "project": "x",
            "at": "2026-11-24 10:00", "payer": "王小明",
            "payer_id_tail": "", "unit": "x", "amount_fen": amount,
            "tenders": [{"kind": "cash", "amount_fen": amount, "reference": ""}],
            "collector": "x", "agreement": "", "note": "", "check_code": "", "practice": True,
        } | (paper or {})  # fmt: skip
        body = json.dumps(sheet, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        link = hashlib.sha256(f"v1{previous}{len(body)}:{body}".encode()).hexdigest()
        drawn = json.dumps(
            sheet | {"check_code": link[:8].upper()}, ensure_ascii=False, sort_keys=True,
            separators=(",", ":"),
        )  # fmt: skip
        written = {
            "series": f"'{series}'", "no": number, "number": f"'{name}'", "kind": f"'{kind}'",
            "at": NOW, "day": f"office_day({NOW})", "project_id": project, "deal_id": deal,
            "unit_id": unit, "customer_id": customer, "refund_id": refund or "NULL",
            "payer": "'王小明'", "amount_fen": amount, "cashier_id": ME, "sheet": f"'{drawn}'",
            "previous": f"'{previous}'", "hash": f"'{link}'",
        } | (row or {})  # fmt: skip
        taken = {
            "receipt_id": last("receipt"), "kind": "'cash'", "amount_fen": amount,
            "reference": "''",
        } | (tender or {})  # fmt: skip
        there, back = ("'refunds owed'", "'cash'") if refund else ("'cash'", "'deposits held'")
        moved = self.movement(
            deal, there, back, amount, "refund" if refund else "deposit", last("receipt"), move
        )  # fmt: skip
        begin = (
            [f"UPDATE counter SET next_no = next_no + 1 WHERE series = '{series}'"] * step
            if newest
            else [f"INSERT INTO counter (series, first_no, next_no) VALUES ('{series}', 1, 2)"]
        )
        done = {
            "counter": begin, "receipt": [rows("receipt", **written)],
            "tender": [rows("tender", **taken)], "movement": [moved],
        }  # fmt: skip
        told_of = told(
            command or ("PayRefund" if refund else "TakeDeposit"), **(journal or {})
        )  # fmt: skip
        return [statement for part in parts for statement in done[part]] + told_of

    def movement(self, deal, debit, credit, amount, kind, receipt="NULL", wrong=None):
        return rows("movement", **({
            "at": NOW, "day": f"office_day({NOW})", "actor_id": ME, "deal_id": deal,
            "receipt_id": receipt, "debit": debit, "credit": credit, "amount_fen": amount,
            "kind": f"'{kind}'",
        } | (wrong or {})))  # fmt: skip

    def void(self, unit, *, row=None, parts=("void", "movement"), amount=None, move=None):
        """A receipt made void; with other money left on the deal nothing else is to do."""
        deal = self.facts(unit)[0]
        number, whole = self.office.owner(
            f"SELECT id, amount_fen FROM receipt WHERE deal_id = {deal} AND kind = 'deposit'"
        )[-1]
        voided = {"receipt_id": number, "at": NOW, "actor_id": ME, "reason": "'x'"} | (row or {})
        done = {
            "void": rows("receipt_void", **voided),
            "movement": self.movement(
                deal, "'deposits held'", "'cash'", amount or whole, "void", number, move
            ),
        }
        return [*(done[part] for part in parts), *told("VoidReceipt")]

    def cancel(
        self, unit, *, row=None, refund=None, moves=None, claim=None,
        parts=("cancellation", "refund", "movements", "release", "claim"), command="CancelSubscription",
    ):  # fmt: skip
        """A subscription cancelled without fault: all 50,000 yuan go back."""
        deal, customer, consultant, _project, _total = self.facts(unit)
        paid = 5_000_000
        said = {
            "deal_id": deal, "at": NOW, "actor_id": ME, "fault": "'none'", "reason": "'x'",
            "paid_fen": paid, "kept_fen": 0, "returned_fen": paid, "doubled_fen": 0,
        } | (row or {})  # fmt: skip
        owed = {
            "deal_id": deal, "unit_id": unit, "unit_code": "'x'", "customer_id": customer,
            "fault": "'none'", "reason": "'x'", "kept_fen": 0, "owed_fen": paid, "created_at": NOW,
            "created_by": ME,
        } | (refund or {})  # fmt: skip
        moves = moves or [("'deposits held'", "'refunds owed'", paid, "returned")]
        review = {
            "unit_id": unit, "stage": "'in review'", "deal_id": deal, "customer_id": customer,
            "consultant_id": consultant, "opened_at": NOW, "opened_by": ME, "reason": "'x'",
            "opening": 0, "end_reason": "''",
        } | (claim or {})  # fmt: skip
        ends = f"ended_at = {NOW}, ended_by = {ME}, end_reason = 'x' WHERE unit_id = {unit} AND ended_at IS NULL"
        done = {
            "cancellation": [rows("cancellation", **said)],
            "refund": [rows("refund", **owed)],
            "movements": [self.movement(deal, *move) for move in moves],
            "release": [f"UPDATE release_line SET {ends}"],
            "claim": [f"UPDATE claim SET {ends}", rows("claim", **review)],
        }
        return [statement for part in parts for statement in done[part]] + told(command)

    def subscribe(
        self, unit, *, row=None, claim=None, parts=("approval", "counter", "agreement", "buyer", "claim"), buyer=None,
    ):  # fmt: skip
        """An approved price and its agreement, by the manager, who may do both."""
        deal, customer, consultant, _project, total = self.facts(unit)
        signed = {
            "no": last("agreement", "no") + " + 1", "number": "'RG9'", "deal_id": deal, "mode_id": 1,
            "price_fen": total, "deposit_fen": 5_000_000, "at": NOW, "actor_id": ME,
            "sign_by": "'2099-01-01'", "sheet": "'{}'",
        } | (row or {})  # fmt: skip
        stage = {
            "unit_id": unit, "stage": "'subscribed'", "deal_id": deal, "customer_id": customer,
            "consultant_id": consultant, "opened_at": NOW, "opened_by": ME, "reason": "''",
            "opening": 0, "end_reason": "''",
        } | (claim or {})  # fmt: skip
        named = {
            "agreement_id": last("agreement"), "position": 1, "id_kind": "''", "id_number": "''",
            "name": f"(SELECT name FROM customer WHERE id = {customer})", "phone": "''",
            "address": "''", "share_bp": 10_000,
        } | (buyer or {})  # fmt: skip
        done = {
            "approval": [
                rows("price_approval", deal_id=deal, total_fen=total, at=NOW, actor_id=ME, note="''"),
                *(s.replace("'x'", "'y'") for s in told("ApprovePrice")),
            ],
            "counter": ["UPDATE counter SET next_no = next_no + 1 WHERE series = 'agreement'"],
            "agreement": [rows("agreement", **signed)],
            "buyer": [rows("buyer", **named)],
            "claim": [
                (f"UPDATE claim SET ended_at = {NOW}, ended_by = {ME}, end_reason = 'x'"
                f" WHERE unit_id = {unit} AND ended_at IS NULL"),
                rows("claim", **stage),
            ],
        }  # fmt: skip
        return [statement for part in parts for statement in done[part]] + told("Subscribe")
