"""How much a file that comes in may be and need: the figures of the guard, in one place."""

import sys

if sys.platform != "win32":
    import resource

FILE_BYTES = 20 * 1024 * 1024
ENTRIES = 300
UNPACKED_BYTES = 120 * 1024 * 1024
RATIO = 120
"""Unpacked to packed, for parts above `RATIO_FROM` bytes: real sheets stay below 60."""
RATIO_FROM = 1024 * 1024

SHEETS = 100
ROWS = 200_000
COLUMNS = 500
CELLS = 4_000_000
"""Cells of all sheets together, blank ones inside the table included."""
CELL_CHARACTERS = 2_000
ANSWER_BYTES = 100 * 1024 * 1024

MEMORY_BYTES = 700 * 1024 * 1024
CPU_SECONDS = 20
WALL_SECONDS = 30.0

MOST_DOTS = 50_000_000
"""Dots of the largest picture that is attached: an A3 page scanned at 400 dpi has 31 million."""


def limit() -> None:
    """Bind this process: memory, processor seconds, no written file, no core dump."""
    if sys.platform == "win32":
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, bound))
