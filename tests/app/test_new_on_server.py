"""``new`` on a server with passwords: whose is asked for, where it comes from, and that none is shown."""

import json

import pytest

from salesdesk.app import commandline
from tests.postgres import Server

OWNERS, HIS = "owner-password", "Quiet-Harbour-7"


@pytest.fixture(scope="module")
def guarded():
    """A server that lets nobody in without his password."""
    made = Server.made(access="scram-sha-256")
    yield made
    made.remove()


@pytest.fixture
def said(guarded, capfd, monkeypatch):
    """Say a line to the program as a script does; give exit code and answer."""
    monkeypatch.setenv("PGPASSFILE", str(guarded.folder / "none"))

    def say(*words, **secrets):
        for variable in ("SALESDESK_PASSWORD", "SALESDESK_SERVER_PASSWORD"):
            monkeypatch.delenv(variable, raising=False)
        for variable, secret in secrets.items():
            monkeypatch.setenv(variable, secret)
        capfd.readouterr()
        code = commandline.run(list(words))
        out, err = capfd.readouterr()
        assert OWNERS not in out + err
        assert HIS not in out + err
        return code, json.loads(out)

    return say


def test_the_founders_password_makes_the_office_and_each_persons_own_opens_it(guarded, said):
    place, person = guarded.url(), ("--project", "云栖花园", "--person", "li", "--name", "李")
    code, refused = said("new", place, *person, SALESDESK_PASSWORD=HIS)
    assert (code, refused["refused"]["kind"]) == (1, "SignInRefused")
    wrong = {"SALESDESK_PASSWORD": HIS, "SALESDESK_SERVER_PASSWORD": "guess"}
    assert said("new", place, *person, **wrong)[0] == 1
    code, made = said("new", place, *person, **{**wrong, "SALESDESK_SERVER_PASSWORD": OWNERS})
    assert (code, made["ok"]) == (0, True)

    ask = ("ask", "projects", "--office", place, "--as", "li")
    code, projects = said(*ask, SALESDESK_PASSWORD=HIS)
    assert (code, projects[0]["name"]) == (0, "云栖花园")
    for other in ("", "guess", HIS.lower()):
        code, refused = said(*ask, SALESDESK_PASSWORD=other)
        assert (code, refused["refused"]["kind"]) == (1, "WrongSignIn")


def test_a_move_and_a_rescue_take_the_owners_password_and_give_one_to_each(
    guarded, said, tmp_path, monkeypatch
):
    with monkeypatch.context() as owner:
        owner.setenv("PGPASSWORD", OWNERS)
        file, place = str(tmp_path / "a.office"), guarded.database("second")
    person = ("--project", "云栖花园", "--person", "wang", "--name", "王")
    assert said("new", file, *person, SALESDESK_PASSWORD=HIS)[0] == 0
    code, refused = said("move", "--office", file, "--to", place)
    assert (code, refused["refused"]["kind"]) == (1, "SignInRefused")
    code, moved = said("move", "--office", file, "--to", place, SALESDESK_SERVER_PASSWORD=OWNERS)
    assert code == 0, moved
    once = moved["result"]["passwords"]["wang"]

    signed, change = ("--office", place, "--as", "wang"), ("do", "ChangeOwnPassword")
    code, refused = said("do", "CreateProject", "name=二期", *signed, SALESDESK_PASSWORD=once)
    assert (code, refused["refused"]["kind"]) == (1, "MustChangePassword")
    both = {"SALESDESK_PASSWORD": once, "SALESDESK_NEW_PASSWORD": HIS}
    assert said(*change, *signed, **both)[0] == 0
    assert said("ask", "projects", *signed, SALESDESK_PASSWORD=once)[0] == 1
    assert said("do", "CreateProject", "name=二期", *signed, SALESDESK_PASSWORD=HIS)[0] == 0

    rescue = ("recover", "--office", place, "--person", "wang")
    assert said(*rescue, SALESDESK_PASSWORD=HIS)[0] == 1
    code, again = said(*rescue, SALESDESK_SERVER_PASSWORD=OWNERS)
    assert code == 0
    word = again["result"]["one_time_password"]
    assert said("ask", "projects", *signed, SALESDESK_PASSWORD=HIS)[0] == 1
    assert said("ask", "projects", *signed, SALESDESK_PASSWORD=word)[0] == 0
