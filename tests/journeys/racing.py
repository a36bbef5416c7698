"""Programs that work on one office at once: a mother that has imported everything and forks each.

Run as ``python -m tests.journeys.racing``: a line of JSON in starts a job and prints its process id;
``{"wait": id}`` prints how it ended. What a job did stands in its own log, line by line, so that it
is still there when the job is killed.
"""

import json
import os
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, ProjectId, UnitId
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.commands import PrintReceipt
from salesdesk.office.sales import commands as sales
from salesdesk.office.sales.commands import HoldUnit, LetGo
from salesdesk.office.sales.till import TakeDeposit
from tests.furnished import seat

HOLDING = 2.0


class Log:
    """A file of lines, each on its way to the system as soon as it is written."""

    def __init__(self, path):
        self._file = Path(path).open("a", buffering=1, encoding="utf-8")  # noqa: SIM115

    def __call__(self, *words):
        self._file.write(json.dumps(words) + "\n")


def take_units(office, log, customer, units, *, blind=False):
    """Hold every unit that can be had. Blind: without looking at who has it (a seeded bug)."""
    if blind:
        sales.step = lambda _work, at, _name: setattr(at, "claim", None) or UnitState.ON_HOLD
    consultant = seat(office, "consultant")
    for unit in units:
        try:
            consultant.do(HoldUnit(unit=UnitId(unit), customer=CustomerId(customer)))
        except UserError as refusal:
            log("lost", unit, refusal.kind)
        else:
            log("won", unit)


def take_money(office, log, unit, times):
    """Take a yuan *times* times on one unit."""
    cashier = seat(office, "cashier")
    for _time in range(times):
        log(cashier.do(TakeDeposit(unit=UnitId(unit), amount=100))["receipt"])


def work(office, log, unit, name):
    """Work until killed: say each intent before it is sent, and its answer once it is known."""
    desks = {n: seat(office, n) for n in ("reception", "consultant", "cashier")}

    def do(who, command):
        intent = uuid4().hex
        log("sent", intent)
        answer = desks[who].do(command, intent)
        log("known", intent)
        return answer

    for n in range(10_000):
        visit = RegisterVisit(
            manner=Manner.VISIT, name=f"顾客{name}{n}", phone=f"13{name}{n:08d}",
            project=ProjectId(1),
        )  # fmt: skip
        customer = CustomerId(do("reception", visit)["customer"])
        with suppress(UserError):
            do("consultant", HoldUnit(unit=UnitId(unit), customer=customer))
        receipt = do("cashier", TakeDeposit(unit=UnitId(unit), amount=100))
        do("cashier", PrintReceipt(receipt=receipt["receipt_id"]))


def hold_and_let_go(office, log, unit, customer):
    """Hold and let go of one unit for some seconds, and say how often and the longest wait."""
    consultant = seat(office, "consultant")
    done, longest, until = 0, 0.0, time.monotonic() + HOLDING
    while (start := time.monotonic()) < until:
        consultant.do(HoldUnit(unit=UnitId(unit), customer=CustomerId(customer)))
        consultant.do(LetGo(unit=UnitId(unit)))
        done += 1
        longest = max(longest, time.monotonic() - start)
    log(done, longest)


JOBS = {job.__name__: job for job in (take_units, take_money, work, hold_and_let_go)}


def _carry_out(job):
    log = Log(job["log"])
    try:
        office = open_office(Path(job["place"]))
        log("ready")
        while not Path(job["go"]).exists():
            time.sleep(0.002)
        JOBS[job["what"]](office, log, **job["with"])
        office.close()
    except BaseException:  # noqa: BLE001 - whatever it was, it is written down
        log("failed", traceback.format_exc())
        os._exit(1)
    os._exit(0)


def main():
    for line in sys.stdin:
        job = json.loads(line)
        if "wait" in job:
            print(os.waitpid(job["wait"], 0)[1], flush=True)
            continue
        child = os.fork()
        if child == 0:
            _carry_out(job)
        print(child, flush=True)


if __name__ == "__main__":
    main()
