"""What the boards showed: in an order that time and the claims allow, and the same for every desk.

A unit's state is known by its newest claim and whether that has ended; both only ever grow. A look is one
moment's picture of several units.
"""

from bisect import bisect_left
from collections import defaultdict

BACKWARDS = "no board shows what was true before something already seen"
STALE = "a board shows what was acknowledged before"
FORK = "no two boards see two writes in opposite order"


def writes(history, journal, claims):
    """Give what was acknowledged, as (ended, unit, claim): the claim that the acknowledged command opened."""
    opened = {(row.opened_by, row.opened_at, row.unit_id): row.id for row in claims}
    found = []
    for wish in history.wishes.values():
        unit = wish.form.get("unit")
        if wish.outcome != "ok" or unit is None:
            continue
        for row in journal.get(wish.id, ()):
            claim = opened.get((row.actor_id, row.at, unit))
            if claim is not None:
                found.append((wish.ended, unit, claim))
    return found


def contradictions(reads, done):
    """Give (law, example) for every look that cannot have been."""
    yield from _in_time(reads, done)
    yield from _forks(reads)


def _in_time(reads, done):
    """Whatever was seen or acknowledged before a look began is seen by it."""
    known = defaultdict(list)
    """Unit -> (time, what was known by then, who says so), in the order of time."""
    for desk, _begun, ended, saw in reads:
        for unit, seen in saw.items():
            known[unit].append((ended, seen, f"desk {desk}", BACKWARDS))
    for ended, unit, claim in done:
        known[unit].append((ended, (claim, 0), "its command's answer", STALE))
    newest = {}
    for unit, told in known.items():
        told.sort()
        best, rising = (0, 0), []
        for when, seen, who, law in told:
            if seen > best:
                best = seen
                rising.append((when, seen, who, law))
        newest[unit] = ([when for when, *_rest in rising], rising)
    for desk, begun, _ended, saw in reads:
        for unit, seen in saw.items():
            times, rising = newest[unit]
            at = bisect_left(times, begun) - 1
            if at >= 0 and rising[at][1] > seen:
                _when, before, who, law = rising[at]
                yield law, f"unit {unit}: desk {desk} saw {seen} after {before} was known by {who}"


def _forks(reads):
    """Two looks at the same time may differ, but one of them is the older in everything."""
    ordered = sorted(reads, key=lambda look: look[1])
    open_looks = []
    for look in ordered:
        desk, begun, _ended, saw = look
        open_looks = [other for other in open_looks if other[2] >= begun]
        for other in open_looks:
            both = saw.keys() & other[3].keys()
            newer = [unit for unit in both if saw[unit] > other[3][unit]]
            older = [unit for unit in both if saw[unit] < other[3][unit]]
            if newer and older:
                yield FORK, f"desks {desk} and {other[0]}: units {newer[0]} and {older[0]}"
        open_looks.append(look)
