"""What the window remembers of a person's habits: column widths, split positions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final


@dataclass(slots=True)
class Memory:
    """Numbers kept by name; the shell loads them from the desk's settings and saves them."""

    widths: dict[str, list[int]] = field(default_factory=dict)
    changed: Callable[[], object] | None = None

    def keep(self, name: str, numbers: Sequence[int]) -> None:
        """Remember *numbers* under *name*."""
        if self.widths.get(name) != list(numbers):
            self.widths[name] = list(numbers)
            if self.changed is not None:
                self.changed()

    def recall(self, name: str) -> list[int]:
        """Give what was kept under *name*, empty where nothing was."""
        return list(self.widths.get(name, []))


MEMORY: Final = Memory()
"""One window, one memory."""
