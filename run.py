#!/usr/bin/env python3
"""Start salesdesk from a bare machine: ``python3 run.py --demo``, ``python3 run.py test``.

Standard library only, so that it works before anything is installed. The first start makes ``.venv``
from ``requirements.lock``; later starts look at one stamp and hand over. Whatever is missing is said in
one sentence on standard error with what to do about it (exit code 3).

    python3 run.py [--demo] [--office FILE] ...   the window
    python3 run.py VERB ...                       new, import, do, ask, paper, screens, backup, ...
    python3 run.py test [PYTEST ARGUMENTS]        the whole suite
    python3 run.py bench [ARGUMENTS]              the measured comparisons
    python3 run.py chaos [ARGUMENTS]              faults on purpose, and the judgement
"""

# An older Python must get as far as the sentence that refuses it.
from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(HERE, ".venv")
LOCK = os.path.join(HERE, "requirements.lock")
TRANSLATIONS = os.path.join(HERE, "resources", "translations")
WINDOWS = os.name == "nt"
PYTHON = (
    os.path.join(VENV, "Scripts", "python.exe") if WINDOWS else os.path.join(VENV, "bin", "python")
)
OLDEST = (3, 11)
MACHINE_LACKS = 3
WITHOUT_QT = ("verb", "chaos")

# What Qt opens at run time: shared library -> Debian package. A library of SCREEN that is missing
# would abort the process inside Qt without a traceback, so all are tried beforehand.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


class Missing(Exception):
    """The machine lacks something: the sentence says what, and what to do."""


def main(args: list[str]) -> int:
    """Check the machine, make what is to be made once, then become the program asked for."""
    try:
        refuse_an_old_python()
        mode = mode_of(args)
        refuse_a_bare_machine(mode)
        make_ready(mode)
    except Missing as missing:
        say(str(missing))
        return MACHINE_LACKS
    except KeyboardInterrupt:
        say("stopped; the next start goes on from here.")
        return 130
    except OSError as error:
        say(f"cannot prepare {VENV}: {error}. Check the rights and the free space of this folder.")
        return MACHINE_LACKS
    return hand_over(mode, args)


def say(sentence: str) -> None:
    """Print one line for the person who started us; standard output belongs to the program."""
    with contextlib.suppress(OSError, ValueError):
        print(f"salesdesk: {sentence}", file=sys.stderr, flush=True)


def mode_of(args: list[str]) -> str:
    """Give "test", "bench", "screens", "chaos", "verb" (both without Qt and screen) or "window"."""
    if args and not args[0].startswith("-"):
        return args[0] if args[0] in ("test", "bench", "screens", "chaos") else "verb"
    told = any(word in ("-h", "--help", "--version") for word in args)
    return "verb" if told else "window"


# --- what the machine must have -----------------------------------------------------------------


def refuse_an_old_python() -> None:
    """Raise `Missing` below Python 3.11, naming a newer one where this machine has it."""
    if sys.version_info >= OLDEST:
        return
    newer = [name for name in (f"python3.{n}" for n in range(20, 10, -1)) if shutil.which(name)]
    advice = f"Start it with: {newer[0]} run.py" if newer else "Install a newer Python first."
    message = f"needs Python 3.11 or newer, this is {sys.version.split()[0]}. {advice}"
    raise Missing(message)


def refuse_a_bare_machine(mode: str) -> None:
    """Raise `Missing` with one line that names everything *mode* lacks here."""
    packages = [] if venv_stands() or can_make_venv() else [venv_package()]
    unknown: list[str] = []
    if sys.platform == "linux" and mode not in WITHOUT_QT:
        for library, package in libraries_for(mode).items():
            if not can_load(library):
                packages.append(package)
                unknown.append(library)
    if packages:
        raise Missing(remedy_for(packages, unknown))
    if mode == "window" and sys.platform == "linux":
        refuse_without_screen()


def libraries_for(mode: str) -> dict[str, str]:
    """Give the shared libraries Qt will open in *mode*, with the Debian package of each."""
    need = dict(LIBRARIES)
    if mode != "window":
        return need
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform == "xcb" or (not platform and os.environ.get("DISPLAY")):
        need.update(SCREEN)
    elif platform.startswith("wayland") or (not platform and os.environ.get("WAYLAND_DISPLAY")):
        need.update(WAYLAND)
    return need


def can_load(library: str) -> bool:
    """Tell whether the system finds *library*; a Python without ctypes cannot tell and says yes."""
    try:
        import ctypes
    except ImportError:
        return True
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_make_venv() -> bool:
    """Tell whether this Python carries venv and ensurepip (Debian packs them apart)."""
    try:
        import ensurepip
        import venv
    except ImportError:
        return False
    return bool(ensurepip and venv)


def venv_package() -> str:
    """Give the Debian package with this Python's venv."""
    version = "python{}.{}".format(*sys.version_info[:2])
    usual = os.path.basename(os.path.realpath("/usr/bin/python3")) == version
    return "python3-venv" if usual else f"{version}-venv"


def remedy_for(packages: list[str], libraries: list[str]) -> str:
    """Say what to install: the exact apt line on Debian and Ubuntu, the library names elsewhere."""
    if not shutil.which("apt-get"):
        parts = list(libraries)
        if len(packages) > len(libraries):
            parts.insert(0, "Python's venv and ensurepip")
        return "this machine lacks " + ", ".join(parts) + ". Install them and start again."
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = "" if root else "sudo "
    lists = "/var/lib/apt/lists"
    fresh = os.path.isdir(lists) and any("_Packages" in name for name in os.listdir(lists))
    update = "" if fresh else f"{sudo}apt-get update && "
    line = f"{update}{sudo}apt-get install -y --no-install-recommends {' '.join(packages)}"
    return f"some system packages are missing. Install them with:  {line}"


def refuse_without_screen() -> None:
    """Raise `Missing` where no screen is set, or where the one that is set does not answer."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] not in ("", "xcb", "wayland"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    remedy = (
        "Start it in a desktop session, or without one (package xvfb):  xvfb-run -a python3 run.py ...  "
        "The verbs of the command line need no screen: python3 run.py --help"
    )
    display = os.environ.get("DISPLAY")
    if not display:
        message = f"there is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. {remedy}"
        raise Missing(message)
    if not screen_answers(display):
        message = f"the screen {display} (DISPLAY) does not answer. {remedy}"
        raise Missing(message)


def screen_answers(display: str) -> bool:
    """Tell whether an X server accepts us at *display*; Qt would abort the process instead."""
    try:
        import ctypes

        xcb = ctypes.CDLL("libxcb.so.1")
    except (ImportError, OSError):
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


# --- what is made once --------------------------------------------------------------------------


def make_ready(mode: str) -> None:
    """Make or mend what *mode* needs, ``.venv`` and compiled translations; milliseconds where they stand.

    The command line shows no translated window, and Qt's compiler would need the window's libraries.
    """
    words = mode not in WITHOUT_QT
    if venv_stands() and (not words or translations_stand()):
        return
    with one_at_a_time():
        if not venv_stands():
            make_venv()
        if words:
            compile_translations()


def digest_of(*paths: str) -> str:
    """Give the SHA-256 of the files' names and contents."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(os.path.basename(path).encode() + b"\0")
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def venv_stamp() -> str:
    """Give what a finished ``.venv`` says of itself: the lock's digest and the Python under it."""
    return f"{digest_of(LOCK)} {os.path.realpath(PYTHON)}"


def read_stamp(name: str) -> str:
    """Give the stamp *name* in ``.venv``, empty where there is none."""
    try:
        with open(os.path.join(VENV, name), encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def write_stamp(name: str, text: str) -> None:
    """Write the stamp *name* whole or not at all."""
    path = os.path.join(VENV, name)
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".new", path)


def venv_stands() -> bool:
    """Tell whether ``.venv`` was finished for this lock and its Python is still there."""
    return os.path.exists(PYTHON) and read_stamp("salesdesk.stamp") == venv_stamp()


@contextlib.contextmanager
def one_at_a_time():  # noqa: ANN201
    """Hold ``.venv.lock``, so that two first starts do not make two halves of one ``.venv``."""
    with open(os.path.join(HERE, ".venv.lock"), "a+b") as file:
        waited = False
        while not lock_now(file):
            if not waited:
                say("another start is preparing .venv; waiting for it ...")
                waited = True
            time.sleep(0.2)
        yield


def lock_now(file) -> bool:  # noqa: ANN001
    """Try to lock *file* against other processes; the lock ends with the process at the latest."""
    try:
        if WINDOWS:
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def make_venv() -> None:
    """Make ``.venv`` from the lock. One that was finished once is brought up to date, else made anew."""
    began = time.monotonic()
    whole = os.path.exists(PYTHON) and read_stamp("salesdesk.stamp").endswith(
        f" {os.path.realpath(PYTHON)}"
    )
    if whole:
        say("bringing .venv up to date ...")
        os.remove(os.path.join(VENV, "salesdesk.stamp"))
    else:
        if not can_make_venv():
            raise Missing(remedy_for([venv_package()], []))
        say("preparing .venv (first start only, about half a minute) ...")
        quietly(
            [sys.executable, "-m", "venv", "--clear", VENV],
            "the virtual environment could not be made",
            "Check the free space and your rights in this folder, then start again.",
        )
    quietly(
        [
            PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input",
            "--only-binary", ":all:", "--require-hashes", "-r", LOCK,
        ],
        "the libraries could not be installed",
        "The first start needs the network (or a package mirror that pip is set up for): "
        "check it and start again, nothing is lost.",
    )  # fmt: skip
    write_stamp("salesdesk.stamp", venv_stamp())
    say(f"ready after {time.monotonic() - began:.0f} s.")


def quietly(command: list[str], problem: str, remedy: str) -> None:
    """Run *command* without its chatter; raise `Missing` with its last word where it fails."""
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    if done.returncode == 0:
        return
    lines = [line.strip() for line in done.stdout.decode(errors="replace").splitlines()]
    told = [line for line in lines if line.lower().startswith("error")] or [x for x in lines if x]
    last = told[-1] if told else f"exit code {done.returncode}"
    message = f"{problem} ({last}). {remedy}"
    raise Missing(message)


def sources() -> list[str]:
    """Give the translations to compile."""
    if not os.path.isdir(TRANSLATIONS):
        return []
    names = sorted(name for name in os.listdir(TRANSLATIONS) if name.endswith(".ts"))
    return [os.path.join(TRANSLATIONS, name) for name in names]


def translations_stand() -> bool:
    """Tell whether every ``.ts`` has been compiled as it is now."""
    texts = sources()
    compiled = all(os.path.exists(text[:-3] + ".qm") for text in texts)
    return compiled and read_stamp("translations.stamp") == digest_of(*texts)


def compile_translations() -> None:
    """Compile each ``.ts`` beside itself to ``.qm``; without them the screens speak English."""
    if translations_stand():
        return
    texts = sources()
    stamp = digest_of(*texts)
    for text in texts:
        unfinished = text[:-3] + f".{os.getpid()}.tmp"
        quietly(
            [lrelease(), "-silent", text, "-qm", unfinished],
            f"{os.path.basename(text)} could not be compiled",
            "Restore the file from the repository and start again.",
        )
        os.replace(unfinished, text[:-3] + ".qm")
    write_stamp("translations.stamp", stamp)


def lrelease() -> str:
    """Give Qt's own translation compiler in ``.venv``."""
    if WINDOWS:
        return os.path.join(VENV, "Lib", "site-packages", "PySide6", "lrelease.exe")
    folders = sorted(os.listdir(os.path.join(VENV, "lib")))
    found = [
        os.path.join(VENV, "lib", folder, "site-packages", "PySide6", "lrelease")
        for folder in folders
    ]
    standing = [path for path in found if os.path.exists(path)]
    if not standing:
        message = f"{VENV} is damaged (no lrelease in it). Delete that folder and start again."
        raise Missing(message)
    return standing[0]


# --- handing over -------------------------------------------------------------------------------


def hand_over(mode: str, args: list[str]) -> int:
    """Become the program asked for, so that signals and exit codes are its own."""
    env = dict(os.environ, PYTHONPATH=HERE)
    env.pop("PYTHONHOME", None)
    command = [PYTHON, "-P", "-m"]
    if mode == "test":
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
        # The suite starts programs by the hundred: each would compile the whole house for itself.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        os.chdir(HERE)  # what pytest is told are paths of the repository
        command += [
            "pytest",
            *(args[1:] or ["-n", "3", "--dist", "loadfile", "--no-loadscope-reorder"]),
        ]
    elif mode == "bench":
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
        command += ["tests.bench", *args[1:]]
    elif mode == "chaos":
        command += ["tests.chaos", *args[1:]]
    else:
        command += ["salesdesk", *args]
    if WINDOWS:
        return subprocess.run(command, env=env, check=False).returncode
    os.execve(PYTHON, command, env)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
