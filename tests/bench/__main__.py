"""``python -m tests.bench [WORD ...] [--quick] [--list] [--strict]``: run the comparisons."""

import argparse
import importlib
import os
import pkgutil
import sys
from pathlib import Path

from tests.bench import crowd
from tests.bench.harness import line, measure

NOT_CASES = {"__main__", "harness", "test_harness"}


def all_cases():
    """Give the cases of every module of this package."""
    here = str(Path(__file__).parent)
    names = sorted(m.name for m in pkgutil.iter_modules([here]) if m.name not in NOT_CASES)
    modules = [importlib.import_module(f"tests.bench.{name}") for name in names]
    return [case for module in modules for case in getattr(module, "CASES", ())]


def main(args=None):
    """Run the cases whose name holds any of the words; give the exit code."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("words", nargs="*", help="only cases whose name holds one of these")
    parser.add_argument("--quick", action="store_true", help="three rounds each")
    parser.add_argument("--list", action="store_true", help="only name the cases")
    parser.add_argument("--strict", action="store_true", help="exit 1 where a goal is missed")
    wish = parser.parse_args(args)
    words = [word.casefold() for word in wish.words]
    cases = [c for c in all_cases() if not words or any(w in c.name.casefold() for w in words)]
    if wish.list:
        print(*(case.name for case in cases), sep="\n")
        return 0
    missed = told = 0
    try:
        for case in cases:
            outcome = measure(case, 3 if wish.quick else None)
            missed += not outcome.passed
            told += case.told
            print(line(outcome), flush=True)
    finally:
        crowd.dismiss()
    passed = len(cases) - missed - told
    only = f", {told} only told" if told else ""
    print(f"{len(cases)} cases, {passed} pass, {missed} miss{only}", flush=True)
    return 1 if missed and wish.strict else 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "*=false")
    code = main()
    sys.stdout.flush()
    os._exit(code)  # Qt windows of the contestants need no farewell
