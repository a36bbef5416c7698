"""Where a file office may lie: on a disk of this machine, not on a share or in a synced folder."""

import ctypes
import os
import sys
from pathlib import Path

from salesdesk.store.faults import OnNetworkShare, PlaceTaken

_REMOTE = ("cifs", "smb", "nfs", "fuse", "9p", "vboxsf", "virtiofs", "afp", "davfs", "sshfs")
_SYNCED = (
    "onedrive", "dropbox", "icloud", "google drive", "googledrive", "坚果云", "nutstore",
    "百度网盘", "baidunetdisk", "baidusyncdisk", "wps云盘", "wpsdrive",
)  # fmt: skip
_DRIVE_REMOTE = 4


def check(path: Path) -> None:
    """Raise `OnNetworkShare` when *path* lies where several machines could write to it."""
    whole = path.resolve()
    if kind := _synced_folder(whole) or _remote_kind(whole):
        raise OnNetworkShare(place=path, kind=kind)


def check_free(path: Path) -> None:
    """Raise `PlaceTaken` where an office lies already, or the log of one that is gone.

    SQLite plays a log that it finds beside a file into it, whosever log it was: a restored office
    would be mixed with the lost one's last pages. That log may also be all that is left of them.
    """
    for ending in ("", "-wal", "-journal"):
        lying = path.with_name(path.name + ending)
        if lying.exists():
            raise PlaceTaken(place=lying)


def _synced_folder(path: Path) -> str:
    for part in path.parent.parts:
        if any(part.casefold().startswith(name) for name in _SYNCED):
            return part
    return ""


def _remote_kind(path: Path) -> str:
    if sys.platform == "win32":
        drive = path.anchor
        remote = drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(drive) == _DRIVE_REMOTE
        )
        return drive if remote else ""
    kind = _file_system(path)
    return kind if kind.startswith(_REMOTE) else ""


def _file_system(path: Path) -> str:
    """Give the kind of the mount that *path* is on (Linux), or an empty text."""
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _device, mount, name, *_rest = line.split(" ")
        mount = mount.replace("\\040", " ")
        inside = os.path.commonpath([mount, str(path)]) == mount
        if inside and len(mount) >= len(best):
            best, kind = mount, name
    return kind
