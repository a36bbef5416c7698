"""How much a file that comes in may be and need: the figures of the guard, in one place."""

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
