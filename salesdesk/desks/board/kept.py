"""Pictures kept for the next painting: a cheap LRU of two generations.

What is used moves to the young generation; when that is full it becomes the old one, and what was
in the old one and not used since is dropped. A hit costs one look into a dictionary.
"""

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtGui import QPixmap

K = TypeVar("K", bound=Hashable)


class Kept(Generic[K]):
    """Keeps at most about *limit* pictures, by key."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._young: dict[K, QPixmap] = {}
        self._old: dict[K, QPixmap] = {}

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def get(self, key: K) -> QPixmap | None:
        """Give the picture kept under *key*, which is then young again."""
        kept = self._young.get(key)
        if kept is None:
            kept = self._old.pop(key, None)
            if kept is not None:
                self.keep(key, kept)
        return kept

    def keep(self, key: K, picture: QPixmap) -> QPixmap:
        """Keep *picture* under *key*; gives it back."""
        if len(self._young) * 2 >= self.limit:
            self._old, self._young = self._young, {}
        self._young[key] = picture
        return picture

    def drop(self, key: K) -> None:
        """Forget one picture."""
        self._young.pop(key, None)
        self._old.pop(key, None)

    def clear(self) -> None:
        """Forget all."""
        self._young.clear()
        self._old.clear()
