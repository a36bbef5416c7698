"""The command line called as the program does, on the furnished practice office."""

import json
import shutil

import pytest

from salesdesk.app import commandline, practice
from tests.furnished import once


@pytest.fixture(scope="session")
def practised(tmp_path_factory):
    path = tmp_path_factory.mktemp("practice") / "practice.office"
    once("practice.office", practice.furnish, path)
    return path


class CommandLine:
    """Says a line to the program in somebody's name and hears what it prints."""

    def __init__(self, place, capfdbinary, monkeypatch):
        self.place, self._heard, self._environment = place, capfdbinary, monkeypatch
        for variable in ("SALESDESK_PASSWORD", "SALESDESK_NEW_PASSWORD"):
            monkeypatch.setenv(variable, practice.PASSWORD)
        self.errors = ""

    def __call__(self, *words):
        """Give the exit code and what was printed, read as JSON."""
        self._heard.readouterr()
        code = commandline.run([str(word) for word in words])
        out, err = self._heard.readouterr()
        self.errors = err.decode()
        return code, json.loads(out) if out.strip() else None

    def signed(self, who, *words):
        return self(*words, "--office", self.place, "--as", who)

    def do(self, who, name, /, *words, **given):
        """Carry out a command that must succeed; give its result."""
        pairs = [f"{key}={value}" for key, value in given.items()]
        code, said = self.signed(who, "do", name, *words, *pairs)
        assert code == 0, said or self.errors
        assert list(said) == ["ok", "result"]
        assert said["ok"] is True
        return said["result"]

    def refused(self, who, name, /, *words, **given):
        """Carry out a command that must be refused; give the refusal."""
        pairs = [f"{key}={value}" for key, value in given.items()]
        code, said = self.signed(who, "do", name, *words, *pairs)
        assert (code, list(said)) == (1, ["refused"])
        assert set(said["refused"]) == {"kind", "problem", "remedy"}
        assert all(said["refused"].values())
        problem = said["refused"]["problem"].encode("utf-8", "backslashreplace").decode()
        assert problem in self.errors
        return said["refused"]

    def ask(self, who, name, /, *words, **given):
        pairs = [f"{key}={value}" for key, value in given.items()]
        code, said = self.signed(who, "ask", name, *words, *pairs)
        assert code == 0, said or self.errors
        return said

    def unit(self, code):
        return next(unit for unit in self.ask("manager", "board") if unit["code"] == code)


@pytest.fixture
def line(practised, tmp_path, capfdbinary, monkeypatch):
    place = tmp_path / "work.office"
    shutil.copyfile(practised, place)
    return CommandLine(place, capfdbinary, monkeypatch)


@pytest.fixture
def free(line):
    """The code of a unit that can be had."""
    return next(u["code"] for u in line.ask("manager", "board") if u["state"] == "available")
