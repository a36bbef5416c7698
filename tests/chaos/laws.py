"""The judge: what the desks wrote down, held against each other and against the office's books.

Nothing here asks the program whether it did right, except for `audit`, whose findings are laws as well.
"""

import itertools
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.orm import Session

from salesdesk.kernel.plain import canonical
from salesdesk.office.figures.audit import audit
from salesdesk.store.database import system_clock
from salesdesk.store.work import Reading
from tests.chaos import boards
from tests.chaos.bugs import ACTOR, LOST, MONEY, NUMBERS, ONE_CLAIM, ONE_EFFECT
from tests.chaos.desk import read

REFUSED = "what was refused was not done"
UPDATES = "no correction of a customer is lost"
RESOLVED = "every outcome is known in the end"
DEFECTS = "no desk met a defect"
FORGED = "a forging hand is refused"
_EXAMPLES = 3
_CLOCKS = "EndLapsedHolds"


@dataclass
class Wish:
    """One thing a desk wanted, as its log tells."""

    desk: int
    id: str
    command: str
    form: dict
    begun: float
    ended: float = 0.0
    answer: object = None
    why: str = ""
    outcome: str = "open"
    doubtful: bool = False
    """Its outcome was once unknown, or its desk was killed over it."""


@dataclass
class History:
    """Everything all desks wrote down."""

    wishes: dict[str, Wish] = field(default_factory=dict)
    reads: list = field(default_factory=list)
    """Desk, begun, ended, unit -> (claim, ended)."""
    counts: Counter = field(default_factory=Counter)
    defects: list = field(default_factory=list)

    def add(self, desk, log):
        for line in read(log):
            kind = line["t"]
            self.counts[kind] += 1
            match kind:
                case "wish":
                    wish = Wish(desk, line["id"], line["k"], line["f"], line["at"])
                    self.wishes[wish.id] = wish
                case "unknown" | "again":
                    self.wishes[line["id"]].doubtful = True
                case "ok" | "no":
                    wish = self.wishes[line["id"]]
                    wish.outcome, wish.ended = kind, line["at"]
                    wish.answer, wish.why = line.get("a"), line.get("why", "")
                case "read":
                    saw = {int(unit): tuple(seen) for unit, seen in line["saw"].items()}
                    self.reads.append((desk, line["begun"], line["at"], saw))
                case "defect":
                    self.defects.append(line["why"])
                    if line["id"]:
                        self.wishes[line["id"]].outcome = "defect"


class Judge:
    """Looks at every law; what it finds is in `violations`."""

    def __init__(self, engine, history, people, before):
        """*people*: desk -> the person's id; *before*: the journal's newest row when the run began."""
        self._history, self._people, self._before = history, people, before
        self.violations = {}
        with Session(engine) as session:
            self._session = session
            self._journal = defaultdict(list)
            for row in self._rows("SELECT id, intent, command, actor_id, answer, at FROM journal"):
                self._journal[row.intent].append(row)
            self._look()
            reading = Reading(session, 0, "", system_clock())
            for finding in audit(reading):
                if finding.broken:
                    self._broken(finding.law, finding.broken)

    def _rows(self, query):
        return self._session.execute(text(query)).all()

    def _broken(self, law, example):
        found = self.violations.setdefault(law, {"times": 0, "examples": []})
        found["times"] += 1
        if len(found["examples"]) < _EXAMPLES:
            found["examples"].append(str(example)[:300])

    def _look(self):
        for defect in self._history.defects:
            self._broken(DEFECTS, defect)
        self._acknowledged()
        self._one_effect()
        self._receipts()
        self._money()
        self._claims()
        self._holds()
        self._corrections()
        claims = self._rows("SELECT id, unit_id, opened_by, opened_at FROM claim ORDER BY id")
        done = boards.writes(self._history, self._journal, claims)
        for law, example in boards.contradictions(self._history.reads, done):
            self._broken(law, example)

    # --- histories against the journal -----------------------------------------------------------

    def _acknowledged(self):
        for wish in self._history.wishes.values():
            rows = self._journal.get(wish.id, [])
            if wish.outcome == "open":
                self._broken(RESOLVED, wish.id)
            elif wish.outcome == "ok" and not rows:
                self._broken(LOST, f"{wish.id}: {wish.command} answered {wish.answer}")
            elif wish.outcome == "ok" and canonical(wish.answer) not in {r.answer for r in rows}:
                self._broken(LOST, f"{wish.id}: {wish.answer} became {rows[0].answer}")
            elif wish.outcome == "no" and rows:
                self._broken(REFUSED, f"{wish.id}: {wish.command}")
            for row in rows:
                if row.actor_id != self._people[wish.desk]:
                    self._broken(ACTOR, f"{wish.id}: person {row.actor_id}")

    def _one_effect(self):
        wishes = self._history.wishes
        for intent, rows in self._journal.items():
            if len(rows) > 1:
                self._broken(ONE_EFFECT, f"{intent}: {len(rows)} times in the journal")
        # Each form carries its own mark into the row that it made.
        marks = {
            "receipt": "SELECT reference AS mark, count(*) AS times FROM tender GROUP BY reference",
            "visit": "SELECT remarks AS mark, count(*) AS times FROM visit GROUP BY remarks",
            "void": "SELECT reason AS mark, count(*) AS times FROM receipt_void GROUP BY reason",
            "contact": "SELECT result AS mark, count(*) AS times FROM follow_up GROUP BY result",
            "approval": "SELECT note AS mark, count(*) AS times FROM price_approval GROUP BY note",
        }
        for what, query in marks.items():
            for row in self._rows(query):
                if row.mark in wishes and row.times > 1:
                    self._broken(ONE_EFFECT, f"{row.mark}: {row.times} {what}s")
                if row.mark in wishes and wishes[row.mark].outcome == "no":
                    self._broken(REFUSED, f"{row.mark}: a {what}")
        for intent, rows in self._journal.items():
            if intent not in wishes and rows[0].id > self._before and rows[0].command != _CLOCKS:
                self._broken(ONE_EFFECT, f"{rows[0].command} that nobody wanted: {intent}")

    # --- the books ---------------------------------------------------------------------------------

    def _receipts(self):
        rows = self._rows(
            "SELECT r.id, r.series, r.no, r.number, r.amount_fen, u.code FROM receipt r"
            " JOIN unit u ON u.id = r.unit_id ORDER BY r.series, r.no"
        )
        by_series = defaultdict(list)
        for row in rows:
            by_series[row.series].append(row.no)
        for series, numbers in by_series.items():
            if numbers != list(range(1, len(numbers) + 1)):
                twice = [no for no, times in Counter(numbers).items() if times > 1]
                missing = sorted(set(range(1, max(numbers) + 1)) - set(numbers))
                self._broken(NUMBERS, f"{series}: twice {twice[:5]}, missing {missing[:5]}")
        by_id = {row.id: row for row in rows}
        told = Counter()
        for wish in self._history.wishes.values():
            if wish.outcome != "ok" or wish.command not in ("TakeDeposit", "PayRefund"):
                continue
            answer = wish.answer
            told[answer["receipt"]] += 1
            row = by_id.get(answer["receipt_id"])
            if row is None or (row.number, row.amount_fen) != (
                answer["receipt"],
                answer["amount_fen"],
            ):
                self._broken(LOST, f"{wish.id}: receipt {answer} is {row}")
            elif answer.get("unit", row.code) != row.code:
                self._broken(LOST, f"{wish.id}: receipt {answer} is for {row.code}")
        for number, times in told.items():
            if times > 1:
                self._broken(NUMBERS, f"{number} was given to {times} customers")

    def _money(self):
        sums = {
            "receipts": "SELECT coalesce(sum(amount_fen), 0) FROM receipt",
            "tenders": "SELECT coalesce(sum(amount_fen), 0) FROM tender",
            "movements": "SELECT coalesce(sum(amount_fen), 0) FROM movement"
            " WHERE receipt_id IS NOT NULL AND kind <> 'void'",
        }
        found = {name: int(self._rows(query)[0][0]) for name, query in sums.items()}
        if len(set(found.values())) != 1:
            self._broken(MONEY, found)
        voided = int(self._rows(
            "SELECT coalesce(sum(r.amount_fen), 0) FROM receipt_void v JOIN receipt r ON r.id = v.receipt_id"
        )[0][0])  # fmt: skip
        back = int(self._rows("SELECT coalesce(sum(amount_fen), 0) FROM movement WHERE kind = 'void'")[0][0])  # fmt: skip
        if voided != back:
            self._broken(MONEY, f"{voided} fen made void, {back} given back")

    def _claims(self):
        """Hold the claims' own times against each other."""
        last = {}
        for row in self._rows(
            "SELECT id, unit_id, opened_at, ended_at FROM claim ORDER BY unit_id, opened_at, id"
        ):
            before = last.get(row.unit_id)
            if before and (before.ended_at is None or before.ended_at > row.opened_at):
                self._broken(ONE_CLAIM, f"unit {row.unit_id}: claims {before.id} and {row.id}")
            last[row.unit_id] = row

    def _holds(self):
        """From the desks' own words alone: between two holds of a unit something has ended the first."""
        holds, ends = defaultdict(list), defaultdict(list)
        for wish in self._history.wishes.values():
            if wish.command == "HoldUnit" and wish.outcome == "ok":
                holds[wish.form["unit"]].append(wish)
            elif wish.command in ("LetGo", "CancelSubscription") and wish.outcome != "no":
                ends[wish.form["unit"]].append(wish)
        for unit, taken in holds.items():
            taken.sort(key=lambda wish: wish.begun)
            for one, two in itertools.pairwise(taken):
                lapses = one.form.get("minutes") is not None or two.begun - one.begun > 25 * 60
                freed = any(
                    end.begun < two.ended and (end.ended or two.ended) > one.begun
                    for end in ends[unit]
                )
                if not lapses and not freed:
                    self._broken(
                        ONE_CLAIM, f"unit {unit}: {one.id} and {two.id} were both told yes"
                    )

    def _corrections(self):
        taken = Counter()
        for wish in self._history.wishes.values():
            if wish.command == "EditCustomer" and wish.outcome == "ok":
                taken[wish.form["customer"], wish.form["version"]] += 1
        for (customer, version), times in taken.items():
            if times > 1:
                self._broken(
                    UPDATES, f"customer {customer}: {times} desks corrected version {version}"
                )
        kept = {
            row.id: row
            for row in self._rows("SELECT id, version, note FROM customer")
        }  # fmt: skip
        edits = Counter(
            self._history.wishes[intent].form["customer"]
            for intent, rows in self._journal.items()
            if rows[0].command == "EditCustomer" and intent in self._history.wishes
        )
        for customer, times in edits.items():
            if kept[customer].version != 1 + times:
                self._broken(
                    UPDATES,
                    f"customer {customer}: {times} corrections, version {kept[customer].version}",
                )
