"""Listen to what a loaded library asks of the system, without compiler, tracer or privilege.

A shared library reaches the C library through addresses that the loader wrote into the library's own
memory, one for each function. Here such addresses are replaced by Python's. Only this process and
this library are touched: Python itself goes on calling the C library directly.
"""

import ctypes
import mmap
import struct
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ELF64_LITTLE = b"\x7fELF\x02\x01"
_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")  # type, flags, offset, address, ...
_ENTRY = struct.Struct("<qQ")  # of the dynamic section: tag, value
_RELOCATION = struct.Struct("<QQq")  # where, symbol and type, addend
_SYMBOL = struct.Struct("<IBBHQQ")  # name, ...
_LOAD, _DYNAMIC = 1, 2
_STRINGS, _SYMBOLS, _RELA, _RELA_SIZE, _JUMPS, _JUMPS_SIZE = 5, 6, 7, 8, 23, 2
_READ_WRITE = 3


class CannotListen(Exception):
    """The library's addresses are not where this module knows to look (64-bit Linux)."""


@dataclass(frozen=True, slots=True)
class Door:
    """A C function as seen from Python: what comes back, what it takes, what stands in for it."""

    gives: Any
    takes: tuple[Any, ...]
    instead: Callable[..., int]


def interpose(library: Path, doors: Mapping[str, Door]) -> list[object]:
    """Lead the calls of *library* (loaded already) to *doors* through those doors; give what must stay alive.

    `CannotListen` when the library calls none of them.
    """
    base, found = _base(library), _slots(library)
    kept: list[object] = []
    for name, door in doors.items():
        kind = ctypes.CFUNCTYPE(door.gives, *door.takes, use_errno=True)
        callback = kind(door.instead)
        address = ctypes.cast(callback, ctypes.c_void_p).value
        for slot in found.get(name, ()):
            _make_writable(base + slot)
            ctypes.c_uint64.from_address(base + slot).value = address or 0
            kept.append(callback)
    if not kept:
        message = f"{library} calls none of {', '.join(doors)}"
        raise CannotListen(message)
    return kept


def calls(library: Path) -> frozenset[str]:
    """Give the names of the functions that *library* takes from others."""
    return frozenset(_slots(library))


def real(name: str, gives: Any, takes: tuple[Any, ...]) -> Callable[..., int]:
    """Give the C library's own function *name*."""
    kind = ctypes.CFUNCTYPE(gives, *takes, use_errno=True)
    return kind((name, ctypes.CDLL(None)))


def _make_writable(address: int) -> None:
    page = address & ~(mmap.PAGESIZE - 1)
    protect = real("mprotect", ctypes.c_int, (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int))
    if protect(page, mmap.PAGESIZE, _READ_WRITE):
        raise OSError(ctypes.get_errno(), "mprotect")


def _base(library: Path) -> int:
    """Give the address that the library's first byte has in this process."""
    if sys.platform != "linux":
        message = f"not on {sys.platform}"
        raise CannotListen(message)
    wanted = str(library.resolve())
    for line in Path("/proc/self/maps").read_text("utf-8").splitlines():
        span, _rights, offset, _device, _inode, *name = line.split(maxsplit=5)
        if name == [wanted] and int(offset, 16) == 0:
            return int(span.split("-")[0], 16)
    message = f"{library} is not loaded"
    raise CannotListen(message)


def _slots(library: Path) -> Mapping[str, list[int]]:
    """Give, by function, where the library keeps its address (relative to the library's own)."""
    with library.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as image:
        if image[:6] != _ELF64_LITTLE:
            message = f"{library} is no 64-bit ELF library"
            raise CannotListen(message)
        segments = list(_segments(image))

        def at(address: int) -> int:
            """Give where in the file lies what will be at *address*."""
            for kind, offset, start, size in segments:
                if kind == _LOAD and start <= address < start + size:
                    return offset + address - start
            message = f"{library}: nothing at {address:#x}"
            raise CannotListen(message)

        _kind, offset, _start, size = next(s for s in segments if s[0] == _DYNAMIC)
        told = dict(_ENTRY.iter_unpack(image[offset : offset + size]))
        symbols, names = at(told[_SYMBOLS]), at(told[_STRINGS])
        found = defaultdict[str, list[int]](list)
        for table, length in ((_RELA, _RELA_SIZE), (_JUMPS, _JUMPS_SIZE)):
            if table not in told:
                continue
            first = at(told[table])
            for where, what, addend in _RELOCATION.iter_unpack(
                image[first : first + told[length]]
            ):
                number = what >> 32
                if number and not addend:
                    name_at = names + _SYMBOL.unpack_from(image, symbols + number * 24)[0]
                    name = image[name_at : image.find(b"\0", name_at)]
                    found[name.decode()].append(where)
        return found


def _segments(image: mmap.mmap) -> Iterator[tuple[int, int, int, int]]:
    """Give type, place in the file, address and size of each segment."""
    header = _HEADER.unpack_from(image)
    first, size, count = header[5], header[9], header[10]
    for number in range(count):
        kind, _flags, offset, address, _physical, length, _memory, _align = _SEGMENT.unpack_from(
            image, first + number * size
        )
        yield kind, offset, address, length
