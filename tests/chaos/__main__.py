"""``python -m tests.chaos --seed N --minutes M --store postgresql|sqlite``: faults on purpose, and the judgement.

Prints JSON. Exit code 1 where a law was broken, or where too few faults happened to say anything.
``--bug NAME`` seeds a bug (exit code 1: it was caught); ``--bugs`` seeds all twelve, one after another, and
exits 0 only where each was caught. SIGTERM ends a run early: it is judged as far as it went.
"""

import argparse
import json
import os
import signal
import sys

from tests.chaos import trial
from tests.chaos.bugs import BUGS
from tests.chaos.hunting import caught


def main(args=None):
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--store", choices=("postgresql", "sqlite"), default="postgresql")
    parser.add_argument("--power-loss", type=int, default=0, metavar="POINTS")
    parser.add_argument("--commands", type=int, default=0, help="go on until so many were wanted")
    parser.add_argument("--pace", type=float, default=1.0, help="seconds between faults, roughly")
    parser.add_argument("--bug", choices=sorted(BUGS))
    parser.add_argument("--bugs", action="store_true", help="all twelve, one after another")
    wish = parser.parse_args(args)
    if wish.bugs:
        missed = 0
        for verdict in caught(BUGS, wish.seed):
            missed += not verdict["caught"]
            print(json.dumps(verdict, ensure_ascii=False), flush=True)
        return 1 if missed else 0
    if wish.bug:
        (verdict,) = caught([wish.bug], wish.seed)
        print(json.dumps(verdict, ensure_ascii=False, indent=1))
        return 1 if verdict["caught"] else 0
    if wish.power_loss and wish.store != "sqlite":
        parser.error("--power-loss goes with --store sqlite: a server keeps its own promises")
    report = trial.run(
        wish.seed,
        wish.minutes * 60,
        wish.store,
        pace=wish.pace,
        power_loss=wish.power_loss,
        commands=wish.commands,
    )
    print(json.dumps(report.told(), ensure_ascii=False, indent=1, default=str))
    return 0 if report.clean else 1


if __name__ == "__main__":
    # Told to stop, it judges what it has, and takes its server and its desks away.
    signal.signal(signal.SIGTERM, lambda *_: trial.STOPPED.set())
    code = main()
    sys.stdout.flush()
    os._exit(code)
