"""From a bare machine to a running program: what `run.py` makes once, and what it says."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import run
from salesdesk.app import entry
from salesdesk.intake import guard

PROGRAM = '''"""A stand-in for the program."""
import os, sys, time
print("started", os.getpid(), os.getcwd(), sys.argv[1:], flush=True)
if "wait" in sys.argv: time.sleep(60)
sys.exit(7)
'''
NOTHING_TO_INSTALL = "# nothing\n"
NOT_TO_BE_HAD = "no-such-thing==1.0 --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A small checkout: the real run.py, a stand-in program, and nothing to install."""
    place = tmp_path_factory.mktemp("checkout with spaces 售楼")
    shutil.copy(run.__file__, place / "run.py")
    (place / "salesdesk").mkdir()
    (place / "salesdesk" / "__init__.py").write_text('"""A stand-in."""\n')
    (place / "salesdesk" / "__main__.py").write_text(PROGRAM)
    (place / "requirements.lock").write_text(NOTHING_TO_INSTALL)
    return place


def environment(**more):
    bare = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    del bare["QT_QPA_PLATFORM"]
    return bare | {"PIP_NO_INDEX": "1", "PYTHONUTF8": "1"} | more


def start(checkout, *args, cwd=None, **more):
    return subprocess.run(
        [sys.executable, checkout / "run.py", *args],
        env=environment(**more),
        cwd=cwd or checkout,
        capture_output=True,
        text=True,
        check=False,
    )


def probe(text):
    """Run *text* beside an imported run.py in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "import sys, run\n" + text],
        env=environment(PYTHONPATH=str(Path(run.__file__).parent)),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("", "window"),
        ("--demo", "window"),
        ("--office here.salesdesk --language zh_CN", "window"),
        ("--office new", "window"),
        ("screens out --language en", "screens"),
        ("new x --practice", "verb"),
        ("do HoldUnit unit=1-1-0301 --office o --as manager", "verb"),
        ("--help", "verb"),
        ("test tests/kernel", "test"),
        ("bench", "bench"),
        ("chaos --seed 3 --minutes 1", "chaos"),
    ],
)
def test_it_knows_what_needs_a_screen(words, mode):
    assert run.mode_of(words.split()) == mode


def test_the_installed_program_reads_spreadsheets_under_the_word_its_guard_says():
    assert entry._GUARDED == guard.PACKED_WORD


def test_without_a_screen_it_says_so_and_prepares_nothing(checkout):
    done = start(checkout, "--demo")
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "screen" in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="X11")
def test_a_screen_that_does_not_answer_is_named(checkout):
    done = start(checkout, "--demo", DISPLAY=":4711")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1


def test_an_old_python_is_refused_in_one_sentence():
    done = probe("sys.version_info = (3, 9, 2); sys.exit(run.main([]))")
    assert done.returncode == 3
    assert "needs Python 3.11 or newer" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="apt")
def test_everything_that_is_missing_stands_in_one_apt_line():
    done = probe(
        "run.LIBRARIES.update({'libnone.so.9': 'libnone9'})\n"
        "run.venv_stands = run.can_make_venv = lambda: False\n"
        "run.venv_package = lambda: 'python3-venv'\n"
        "run.shutil.which = lambda name: '/usr/bin/' + name\n"
        "run.os.geteuid = lambda: 1000\n"
        "sys.exit(run.main(['test']))"
    )
    assert done.returncode == 3
    line = done.stderr.strip()
    assert "\n" not in line
    assert "sudo apt-get install -y --no-install-recommends python3-venv" in line
    assert line.endswith("libnone9")


@pytest.mark.parametrize(("mode", "left"), [("test", False), ("command", True)])
def test_the_suite_keeps_what_it_compiled_whatever_this_machine_is_used_to(
    monkeypatch, mode, left
):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(run, "WINDOWS", False)
    monkeypatch.chdir(run.HERE)
    given = []
    monkeypatch.setattr(os, "execve", lambda _program, _words, env: given.append(env))
    run.hand_over(mode, ["test"])
    assert ["PYTHONDONTWRITEBYTECODE" in env for env in given] == [left]


def test_the_command_line_does_not_ask_for_the_screens_libraries():
    done = probe(
        "run.LIBRARIES.update({'libnone.so.9': 'libnone9'})\n"
        "run.compile_translations = run.translations_stand = None\n"
        "run.refuse_a_bare_machine('verb'); run.make_ready('verb')\n"
        "print('free to go')"
    )
    assert done.stdout == "free to go\n"


def test_a_failed_first_start_says_why_and_the_next_one_mends_it(checkout, tmp_path):
    (checkout / "requirements.lock").write_text(NOT_TO_BE_HAD)
    done = start(checkout, "doctor")
    assert done.returncode == 3
    assert done.stdout == ""
    assert "no-such-thing" in done.stderr
    assert "network" in done.stderr
    assert "Traceback" not in done.stderr
    assert (checkout / ".venv").exists()

    (checkout / "requirements.lock").write_text(NOTHING_TO_INSTALL)
    two = [
        subprocess.Popen(
            [sys.executable, checkout / "run.py", "doctor", "x=售"],
            env=environment(),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    answers = [process.communicate() for process in two]
    assert [process.returncode for process in two] == [7, 7], answers
    assert sum("salesdesk: preparing .venv" in err for _, err in answers) == 1
    assert all(f"{tmp_path} ['doctor', 'x=售']" in out for out, _ in answers)

    later = start(checkout, "doctor", cwd=tmp_path)
    assert (later.returncode, later.stderr) == (7, "")

    (checkout / "requirements.lock").write_text(NOTHING_TO_INSTALL * 2)
    updated = start(checkout, "doctor")
    assert updated.returncode == 7
    assert "bringing .venv up to date" in updated.stderr

    python = checkout / run.PYTHON[len(run.HERE) + 1 :]
    python.unlink()
    mended = start(checkout, "doctor")
    assert mended.returncode == 7
    assert "preparing .venv" in mended.stderr

    if os.name != "nt":
        signals_reach_the_program(checkout)


def signals_reach_the_program(checkout):
    with subprocess.Popen(
        [sys.executable, checkout / "run.py", "wait"],
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline().split()[1] == str(process.pid)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == -signal.SIGTERM


def test_every_library_on_the_list_has_a_package():
    lists = {**run.LIBRARIES, **run.SCREEN, **run.WAYLAND}
    assert all(name.endswith(tuple("0123456789")) and ".so." in name for name in lists)
    assert all(package.startswith("lib") for package in lists.values())


def test_ci_asks_for_the_same_libraries():
    script = (Path(run.__file__).parent / ".ci" / "run").read_text("utf8")
    block = script.split("<<'LIBRARIES'\n")[1].split("\nLIBRARIES")[0]
    assert dict(line.split() for line in block.splitlines()) == run.LIBRARIES
