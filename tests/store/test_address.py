"""Addresses of office servers: read as people write them, never with a password, never in the clear.

What libpq would make of an address is asked of libpq itself, through its driver.
"""

import json
import os
import threading

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from salesdesk.store.address import Address, is_address, parse, write_file
from salesdesk.store.faults import ForeignPart, NoAddress, NoTls, PasswordInAddress
from salesdesk.store.server import ServerDatabase, connect_arguments

P = "postgresql+psycopg://"

WRITTEN = {
    f"{P}db.office.cn/office": (("db.office.cn", None),),
    f"{P}li@db.office.cn:5433/office": (("db.office.cn", 5433),),
    f"{P}127.0.0.1:1/office": (("127.0.0.1", 1),),
    f"{P}[::1]:65535/office": (("::1", 65535),),
    f"{P}[::1]/office": (("::1", None),),
    f"{P}/office": (),
    f"{P}@/office": (),
    f"{P}/office?host=/run/postgresql": (("/run/postgresql", None),),
    f"{P}/office?host=/run/postgresql&port=5433": (("/run/postgresql", 5433),),
    f"{P}/office?host=a:1&host=b:2": (("a", 1), ("b", 2)),
    f"{P}@/office?host=a:1,b": (("a", 1), ("b", None)),
    f"{P}/office?host=a&host=b&port=7": (("a", 7), ("b", 7)),
    f"{P}/office?host=a,b&port=7,8": (("a", 7), ("b", 8)),
    f"{P}/office?host=[fd00::2]:7&host=fd00::3": (("fd00::2", 7), ("fd00::3", None)),
    f"{P}/office?host=[::1]&host=127.0.0.2:7": (("::1", None), ("127.0.0.2", 7)),
    "postgres://db/office": (("db", None),),
    "postgresql://db/售楼处": (("db", None),),
}


@pytest.mark.parametrize(("words", "endpoints"), WRITTEN.items())
def test_hosts_and_ports_come_to_libpq_as_they_were_written(words, endpoints):
    address = parse(words)
    assert address.endpoints == endpoints
    asked = connect_arguments(address.signed("li", "geheim"))
    understood = conninfo_to_dict(make_conninfo(**asked))
    assert understood["host"] == ",".join(host for host, _port in endpoints)
    ports = [port for _host, port in endpoints]
    wanted = ",".join(str(port or 5432) for port in ports) if any(ports) else None
    assert understood.get("port") == wanted
    assert (understood["user"], understood["password"]) == ("li", "geheim")
    assert understood["target_session_attrs"] == "read-write"
    assert parse(address.place).endpoints == endpoints


NONSENSE = (
    "", "://", "db/office", f"{P}db", f"{P}db/", "sqlite:///office", "mysql://db/office",
    f"{P}db:0/office", f"{P}db:65536/office", f"{P}db:x/office", f"{P}/office?host=a:0",
    f"{P}/office?host=a:70000", f"{P}/office?host=a:x", f"{P}/office?host=a,",
    f"{P}a/office?host=b", f"{P}a/office?port=7", f"{P}/office?host=a:1&port=7",
    f"{P}/office?host=a,b,c&port=7,8", f"{P}/office?host=1:2:3", f"{P}/office?host=[::1",
    f"{P}db/off\nice", f"{P}db/off\x00ice", f"{P}{'a' * 5000}/office", f"{P}db:99999999/office",
    f"{P}127.0.0.1,db/office", f"{P}localhost,db:5432/office", f"{P}/office?host=@abstract",
)  # fmt: skip


@pytest.mark.parametrize("words", NONSENSE)
def test_what_is_no_address_is_refused_in_sentences(words):
    with pytest.raises(NoAddress) as refusal:
        parse(words)
    assert all(refusal.value.sentences())


@pytest.mark.parametrize("words", [
    f"{P}li:geheim@db/office", f"{P}li:ge@heim@db/office", f"{P}li:ge/heim@db/office",
    f"{P}li:geheim@db:x/office", f"{P}li:geheim@db", "mysql://li:geheim@db/office",
    f"{P}li:geheim@db/office?password=geheim", f"{P}db/office?password=geheim",
    f"{P}db:x/office?password=geheim", "li:geheim@db/office", f"{P}li:geheim@db/office?sslmode=disable",
    f"{P}db/office?sslpassword=geheim", f"{P}li:geheim@db/office?options=geheim", f"{P}:geheim@/",
])  # fmt: skip
def test_a_password_is_never_shown(words):
    try:
        address = parse(words)
    except (NoAddress, NoTls, ForeignPart) as refusal:
        shown = " ".join((*refusal.sentences(), str(refusal), repr(refusal)))
    else:
        database = ServerDatabase(address)
        shown = f"{address.place} {database.place} {database.home} {database.engine!r} {address!r}"
        database.close()
    assert "geheim" not in shown
    assert "heim" not in shown


AWAY = (f"{P}db.office.cn/office", f"{P}192.168.1.20/office", f"{P}/office?host=127.0.0.1&host=db",
        f"{P}/office?host=/run/postgresql&host=10.0.0.1", f"{P}[fd00::1]/office", f"{P}0.0.0.0/office",
        f"{P}127.0.0.1.evil.cn/office", f"{P}localhost.evil/office")  # fmt: skip
HERE = (f"{P}127.0.0.1/office", f"{P}127.8.8.8:5/office", f"{P}localhost/office", f"{P}[::1]/office",
        f"{P}/office", f"{P}/office?host=/run/postgresql&host=127.0.0.1:7")  # fmt: skip


@pytest.mark.parametrize("words", AWAY)
def test_another_machine_is_spoken_to_under_seal_only(words):
    join = "&" if "?" in words else "?"
    plain = parse(words).libpq
    assert (plain["sslmode"], plain["sslrootcert"]) == ("verify-full", "system")
    own = parse(f"{words}{join}sslrootcert=/etc/office-ca.crt").libpq
    assert (own["sslmode"], own["sslrootcert"]) == ("verify-full", "/etc/office-ca.crt")
    for mode in ("disable", "allow", "prefer"):
        with pytest.raises(NoTls):
            parse(f"{words}{join}sslmode={mode}")
    for bad in ("sslmode=Disable", "sslmode=verify-full&sslmode=disable"):
        with pytest.raises(ForeignPart):
            parse(words + join + bad)


@pytest.mark.parametrize("words", HERE)
def test_on_this_machine_nothing_is_asked(words):
    assert "sslmode" not in parse(words).libpq


@pytest.mark.parametrize("part", [
    "hostaddr=10.0.0.1", "service=other", "servicefile=/x", "options=-csynchronous_commit%3Doff",
    "user=postgres", "dbname=other", "gssencmode=prefer", "requirepeer=x", "replication=database",
    "target_session_attrs=any", "target_session_attrs=prefer-standby", "sslrootcert=a&sslrootcert=b",
    "krbsrvname=x", "HOSTADDR=10.0.0.1", "application_name=x", "connect_timeout=0",
])  # fmt: skip
def test_an_address_leads_where_it_says_and_asks_nothing_else(part):
    """``hostaddr`` goes elsewhere than the host, ``options`` would switch safe commits off."""
    with pytest.raises(ForeignPart) as refusal:
        parse(f"{P}127.0.0.1/office?{part}")
    assert all(refusal.value.sentences())


def test_the_environment_leads_no_local_address_away(monkeypatch):
    monkeypatch.setenv("PGHOST", "203.0.113.9")
    with pytest.raises(psycopg.OperationalError) as failure:
        psycopg.connect(**connect_arguments(parse(f"{P}nobody@/no_such_office")))
    assert "203.0.113.9" not in str(failure.value)


def test_a_desks_file_keeps_neither_login_nor_password(tmp_path):
    path = tmp_path / "office.server.json"
    write_file(
        path, parse(f"{P}xulin:geheim@/office?host=[::1]:7&host=127.0.0.1:8").signed("wang", "x9")
    )
    kept = path.read_text(encoding="utf-8")
    assert not any(word in kept for word in ("geheim", "xulin", "wang", "x9", "***"))
    assert parse(str(path)).endpoints == (("::1", 7), ("127.0.0.1", 8))
    assert is_address(str(path))
    assert not is_address(str(tmp_path / "office.office"))


def told(**facts):
    return json.dumps({"what": "salesdesk office server", **facts})


HOSTILE = {
    "nothing": "",
    "no json": "postgresql://li:geheim@db/office",
    "a list": "[]",
    "a number": "7",
    "deep": "[" * 20_000,
    "long": told(address=f"{P}{'x' * 10_000_000}/office"),
    "another kind": json.dumps({"what": "x", "address": f"{P}db/office"}),
    "no address": told(),
    "address a list": told(address=[f"{P}db/office"]),
    "address a number": told(address=7),
    "no scheme": told(address="li:geheim@db/office"),
    "a file again": told(address="other.server.json"),
    "line break": told(address=f"{P}db/office\nx"),
    "not utf-8": b"\xff\xfe\x00",
    "half a character": told(address=f"{P}db/\ud800"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused(tmp_path, what):
    path = tmp_path / "office.server.json"
    content = HOSTILE[what]
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(NoAddress) as refusal:
        parse(str(path))
    assert "geheim" not in " ".join((*refusal.value.sentences(), repr(refusal.value)))


@pytest.mark.parametrize("address", [
    f"{P}li:geheim@db/office", f"{P}li:@db/office", f"{P}db/office?password=geheim",
    f"{P}db/office?sslpassword=geheim",
])  # fmt: skip
def test_a_file_with_a_password_is_refused(tmp_path, address):
    path = tmp_path / "office.server.json"
    path.write_text(told(address=address), encoding="utf-8")
    with pytest.raises(PasswordInAddress) as refusal:
        parse(str(path))
    assert "geheim" not in " ".join((*refusal.value.sentences(), repr(refusal.value)))


def test_a_file_that_wants_to_speak_in_the_clear_is_refused(tmp_path):
    path = tmp_path / "office.server.json"
    path.write_text(told(address=f"{P}db/office?sslmode=disable"), encoding="utf-8")
    with pytest.raises(NoTls):
        parse(str(path))


def test_a_folder_a_pipe_and_nothing_are_no_files_and_keep_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.server.json")
    (tmp_path / "folder.server.json").mkdir()
    refused = []

    def read(name):
        try:
            parse(str(tmp_path / f"{name}.server.json"))
        except NoAddress:
            refused.append(name)

    names = ["pipe", "folder", "missing"]
    threads = [threading.Thread(target=read, args=(name,), daemon=True) for name in names]
    for thread in threads:
        thread.start()
        thread.join(5)
    assert sorted(refused) == sorted(names)


def test_two_servers_on_one_machine_keep_their_backups_apart():
    homes = set()
    for words in (f"{P}127.0.0.1:1/office", f"{P}127.0.0.1:2/office", f"{P}127.0.0.1/office"):
        database = ServerDatabase(parse(words))
        homes.add(database.home)
        database.close()
    assert len(homes) == 3


def test_a_login_takes_the_addresss_place():
    address: Address = parse(f"{P}li:geheim@127.0.0.1/office").signed("wang", "")
    assert address.libpq["user"] == "wang"
    assert "password" not in address.libpq
