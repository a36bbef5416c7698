"""The seeded bugs, hunted: each is let loose until the judge names a law that it breaks, or time is over."""

from contextlib import nullcontext

from tests.chaos import trial
from tests.chaos.bugs import BUGS

SECONDS, TRIES = 4.0, 6
"""One try's length, and how many tries a bug has to hide in."""
WISHES = 150
"""On a slow machine a try goes on until so many commands were wanted, three times as long at most."""
CUTS = 120
PACE = 1.0


def caught(names, seed, standing=None):
    """Give, for each bug, whether it was caught, in which try, and by which of its laws."""
    names = list(names)
    wants = standing is None and any(BUGS[name].store == "postgresql" for name in names)
    with trial.prepared_server() if wants else nullcontext(standing) as server:
        for name in names:
            yield _hunt(name, seed, server)


def _hunt(name, seed, server):
    bug, broken, told, seconds = BUGS[name], {}, [], 0.0
    for turn in range(TRIES):
        report = _one_try(name, seed + turn, server)
        broken, seconds = report.violations, seconds + report.seconds
        told = [law for law in bug.laws if law in broken]
        if told:
            break
    return {
        "bug": name,
        "store": bug.store,
        "caught": bool(told),
        "try": turn + 1,
        "law": told,
        "how": broken[told[0]]["examples"][:1] if told else [],
        "also": sorted(set(broken) - set(told)),
        "commands": report.commands.get("attempted", 0),
        "faults": sum(report.faults.values()),
        "seconds": round(seconds, 1),
    }


def _one_try(name, seed, server):
    bug = BUGS[name]
    if bug.manner is not type(bug.manner).OURS:
        return trial.run(seed, 0, bug.store, bug=name, power_loss=CUTS)
    return trial.run(seed, SECONDS, bug.store, bug=name, pace=PACE, server=server, commands=WISHES)
