"""A disk under a journaling file system, and what a power cut can leave on it.

The model, as ext4 (data=ordered) and NTFS promise it:

* Changes of names and cuts are kept in order: a cut leaves the first few since the last flush, never
  the third without the second. Flushing any file or the folder keeps all of them. (Flushing only a
  file's data does so only where that file was made or cut since.)
* A file's data is sure once the file was flushed. Each sector of 512 bytes written since may hold
  anything that it held between that flush and the cut; a sector itself is never torn.
* A file grows with the data that makes it longer; what was never written there reads as zeros.
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from tests.chaos.recording import Event, What

SECTOR = 512


class Fate(Enum):
    """What becomes of data that was written and not flushed."""

    LOST = "lost"
    KEPT = "kept"
    EARLY = "only what was written first"
    TORN = "only what was written first, the last of it torn"
    GAPS = "some writes lost, later ones kept"
    SCATTERED = "each sector as it happened to be"


@dataclass(frozen=True, slots=True)
class Remains:
    """What lies on the disk after the cut, and what the cut took."""

    files: Mapping[str, bytes]
    fate: Fate
    unsure_writes: int
    """Writes that were not flushed yet."""
    lost_names: tuple[str, ...]
    """Files made, removed or moved that are not, after all."""


Version = tuple[int, bytes]
"""When a sector got this content, and the content."""
Pick = Callable[[int, Sequence[Version]], bytes | None]
"""Chooses which of a sector's versions remains; None: what was flushed."""


@dataclass(slots=True)
class _Stretch:
    """Unflushed writes between two cuts of one file."""

    cut: int | None = None
    """The size that the file was cut to before them."""
    number: int = 0
    """Which change of names and sizes that cut was, counted from the beginning."""
    sectors: dict[int, list[Version]] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class _File:
    now: bytearray = field(default_factory=bytearray)
    flushed: bytes = b""
    stretches: list[_Stretch] = field(default_factory=lambda: [_Stretch()])
    moments: list[int] = field(default_factory=list)
    """When it was written to since the last flush."""

    def write(self, moment: int, at: int, data: bytes) -> None:
        end = at + len(data)
        if len(self.now) < end:
            self.now.extend(bytes(end - len(self.now)))
        self.now[at:end] = data
        sectors = self.stretches[-1].sectors
        for sector in range(at // SECTOR, (end - 1) // SECTOR + 1):
            content = bytes(self.now[sector * SECTOR : (sector + 1) * SECTOR])
            sectors.setdefault(sector, []).append((moment, content))
        self.moments.append(moment)

    def cut(self, size: int, number: int) -> None:
        _resize(self.now, size)
        self.stretches.append(_Stretch(size, number))

    def flush(self) -> None:
        if self.moments or len(self.stretches) > 1:
            self.flushed, self.stretches, self.moments = bytes(self.now), [_Stretch()], []

    def after(self, pick: Pick, changes_kept: int) -> bytes:
        if not self.moments and len(self.stretches) == 1:
            return self.flushed
        left = bytearray(self.flushed)
        for stretch in self.stretches:
            if stretch.cut is not None and stretch.number <= changes_kept:
                _resize(left, stretch.cut)
            for sector, versions in stretch.sectors.items():
                content = pick(sector, versions)
                if content is not None:
                    start = sector * SECTOR
                    if len(left) < start:
                        left.extend(bytes(start - len(left)))
                    left[start : start + len(content)] = content
        return bytes(left)


def _resize(content: bytearray, size: int) -> None:
    if size < len(content):
        del content[size:]
    else:
        content.extend(bytes(size - len(content)))


@dataclass(frozen=True, slots=True)
class _Renaming:
    """A change of names: this file now has that name (None: the name is gone)."""

    name: str
    file: _File | None


class Disk:
    """The files of one folder while a program works on them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Begin with *files*, all of them flushed."""
        self._sure = {name: _File(bytearray(data), data) for name, data in files.items()}
        self._names = dict(self._sure)
        self._files: dict[int, _File] = {}
        self._changes: list[tuple[_File | None, tuple[_Renaming, ...]]] = []
        """Changes of names and sizes since the last flush, each with the file it was about."""
        self._changes_sure = 0
        self._moment = 0

    @property
    def files(self) -> Mapping[str, bytes]:
        """What a program sees now."""
        return {name: bytes(file.now) for name, file in self._names.items()}

    def do(self, event: Event) -> None:
        """Let *event* happen."""
        self._moment += 1
        file, name = self._files.get(event.file), event.body.decode(errors="replace")
        match event.what, file:
            case What.KNOWN, _:
                self._files[event.file] = self._names[name]
            case What.MADE, _:
                made = self._files[event.file] = _File()
                self._change(made, _Renaming(name, made))
            case What.GONE, _:
                self._change(self._names[name], _Renaming(name, None))
            case What.MOVED, _:
                old, new = json.loads(event.body)
                moved = self._names[old]
                self._change(moved, _Renaming(new, moved), _Renaming(old, None))
            case What.WRITTEN, _File():
                file.write(self._moment, event.at, event.body)
            case What.CUT, _File():
                self._change(file)
                file.cut(event.at, self._changes_sure + len(self._changes))
            case What.FLUSHED, _File():
                file.flush()
                self._settle()
            case What.DATA_FLUSHED, _File():
                file.flush()
                if any(about is file for about, _renamings in self._changes):
                    self._settle()
            case What.FOLDER_FLUSHED, _:
                self._settle()
            case _:
                message = f"not for a disk: {event.what} of file {event.file}"
                raise ValueError(message)

    def cut_power(self, chance: random.Random) -> Remains:
        """Give what one power cut now leaves; *chance* decides what it takes. Nothing changes here."""
        kept = chance.choice((0, len(self._changes), chance.randint(0, len(self._changes))))
        names = dict(self._sure)
        for _about, renamings in self._changes[:kept]:
            _rename(names, renamings)
        fate = chance.choices(list(Fate), _WEIGHTS)[0]
        moments = sorted(moment for file in names.values() for moment in file.moments)
        pick = _pick(fate, moments, chance)
        lost = {r.name for _about, renamings in self._changes[kept:] for r in renamings}
        files = {n: file.after(pick, self._changes_sure + kept) for n, file in names.items()}
        return Remains(files, fate, len(moments), tuple(sorted(lost)))

    def _change(self, about: _File, *renamings: _Renaming) -> None:
        self._changes.append((about, renamings))
        _rename(self._names, renamings)

    def _settle(self) -> None:
        """Make every change of names and sizes so far sure."""
        self._changes_sure += len(self._changes)
        self._changes.clear()
        self._sure = dict(self._names)


_WEIGHTS = (5, 2, 3, 4, 3, 3)


def _rename(names: dict[str, _File], renamings: Sequence[_Renaming]) -> None:
    for renaming in renamings:
        if renaming.file is None:
            names.pop(renaming.name, None)
        else:
            names[renaming.name] = renaming.file


def _pick(fate: Fate, moments: Sequence[int], chance: random.Random) -> Pick:
    """Give the choice of sectors that *fate* makes among writes at *moments*."""
    if fate is Fate.LOST or not moments:
        return lambda _sector, _versions: None
    if fate is Fate.KEPT:
        return lambda _sector, versions: versions[-1][1]
    if fate is Fate.SCATTERED:
        return lambda _sector, versions: chance.choice((None, *(v[1] for v in versions)))
    if fate is Fate.GAPS:
        share = chance.random()
        left = {moment for moment in moments if chance.random() < share}
        return lambda _sector, versions: _last(v for v in versions if v[0] in left)
    until = chance.choice(moments)
    if fate is Fate.EARLY:
        return lambda _sector, versions: _last(v for v in versions if v[0] <= until)
    return _torn(until, chance.randint(1, 8))


def _torn(until: int, whole: int) -> Pick:
    """Of the write at *until*, only the first *whole* sectors got to the disk."""
    left = whole

    def pick(_sector: int, versions: Sequence[Version]) -> bytes | None:
        nonlocal left
        if any(moment == until for moment, _content in versions):
            left -= 1
        last = until if left >= 0 else until - 1
        return _last(v for v in versions if v[0] <= last)

    return pick


def _last(versions: Iterator[Version]) -> bytes | None:
    content = None
    for _moment, content in versions:  # noqa: B007 - the last one is wanted
        pass
    return content
