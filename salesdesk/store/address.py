"""Where a shared office is: an address of a PostgreSQL database, read, checked, never with a password.

``postgresql+psycopg://LOGIN@HOST:PORT/DATABASE``; two hosts as ``?host=one:5432&host=two:5432``, an
IPv6 host in brackets, a socket by its folder (``?host=/run/postgresql``). A desk keeps an address
in a short office file (JSON); passwords are the keyring's or libpq's. What an address may ask of
libpq is a short list: the rest could carry a password, or lead elsewhere than the address says.
"""

import ipaddress
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from salesdesk.store.faults import ForeignPart, NoAddress, NoTls, PasswordInAddress

DRIVER = "postgresql+psycopg"
ENDING = ".server.json"
"""How a desk's file that points to a server is called."""

_SCHEMES = ("postgresql+psycopg", "postgresql", "postgres")
_PLAIN = ("disable", "allow", "prefer")
_UNDER_SEAL = ("require", "verify-ca", "verify-full")
_WHERE = ("host", "port")
_TLS = ("sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "sslcrldir", "sslnegotiation")
_MAY = (*_WHERE, *_TLS, "channel_binding", "passfile", "target_session_attrs")
_WRITES = ("read-write", "primary")
_SECRET = ("password", "sslpassword", "oauth_client_secret")
_KIND = "salesdesk office server"
_MOST_CHARACTERS = 4000
_USUAL_PORT = 5432
_BARE = re.compile(r"(?P<host>[^@:,\s\[\]/]+)(?::(?P<port>[0-9]{1,5}))?")
_BRACKETS = re.compile(r"\[(?P<host>[0-9A-Fa-f:.]+(?:%\w+)?)\](?::(?P<port>[0-9]{1,5}))?")

Endpoint = tuple[str, int | None]
"""A host or a socket's folder, and its port; None for the usual one."""


@dataclass(frozen=True, slots=True)
class Address:
    """A server's database. ``url`` may name a login; `signed` puts a person's in its place."""

    url: URL

    @property
    def place(self) -> str:
        """The address as it may be shown and kept: without login and password."""
        return _of(self.url, None, None).render_as_string()

    @property
    def endpoints(self) -> tuple[Endpoint, ...]:
        """Where the server and its standbys listen, in the order they are tried; may be empty."""
        return _endpoints(self.url)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The machines named; empty for the local socket."""
        return tuple(host for host, _port in self.endpoints)

    @property
    def on_this_machine(self) -> bool:
        """Whether no word of it crosses a network."""
        return all(_loopback(host) for host in self.hosts)

    @property
    def libpq(self) -> dict[str, Any]:
        """What a connection asks of libpq: the one place where hosts become its words."""
        named = {key: str(self.url.query[key]) for key in _MAY if key in self.url.query}
        # An empty host is the local socket; a missing one would be whatever PGHOST says.
        named["host"] = ",".join(self.hosts)
        ports = [port for _host, port in self.endpoints]
        named.pop("port", None)
        if any(ports):
            named["port"] = ",".join(str(port or _USUAL_PORT) for port in ports)
        who = {"user": self.url.username, "password": self.url.password}
        return {
            **named,
            "dbname": self.url.database,
            **{key: value for key, value in who.items() if value},
        }

    def signed(self, login: str, password: str) -> "Address":
        """Give the address with *login* and *password*; an empty one leaves it to the passfile."""
        return Address(_of(self.url, login, password or None))


def is_address(place: str) -> bool:
    """Whether *place* is a server's address or a desk's file that holds one."""
    return "://" in place or place.endswith(ENDING)


def parse(place: str) -> Address:
    """Read an address, or the file *place* that holds one.

    Raises `NoAddress`, `ForeignPart` for what an address must not ask of libpq, `PasswordInAddress`
    for a file with a password, and `NoTls` where another machine would be spoken to in the clear.
    """
    of_file = place.endswith(ENDING) and "://" not in place
    words = read_file(Path(place)) if of_file else place
    shown = place if of_file else _without_password(words)
    if len(words) > _MOST_CHARACTERS or not words.isprintable():
        raise NoAddress(place=shown[:100])
    try:
        url = make_url(words)
        known = url.drivername in _SCHEMES and bool(url.database)
        endpoints = _endpoints(url) if known else ()
    except (ArgumentError, ValueError) as error:
        raise NoAddress(place=shown) from error
    if not known or any(not _port(port) for _host, port in endpoints):
        raise NoAddress(place=shown)
    _check_parts(url, shown)
    address = Address(url.set(drivername=DRIVER))
    return address if address.on_this_machine else _over_tls(address)


def _of(url: URL, login: str | None, password: str | None) -> URL:
    # `URL.set` takes None for "as it was": somebody else's login or password would stay.
    return url._replace(username=login, password=password)


def _check_parts(url: URL, shown: str) -> None:
    for name, values in url.normalized_query.items():
        if name not in _MAY or (len(values) > 1 and name not in _WHERE):
            raise ForeignPart(place=shown, part=name)
    if url.query.get("target_session_attrs", "read-write") not in _WRITES:
        raise ForeignPart(place=shown, part="target_session_attrs")


def _over_tls(address: Address) -> Address:
    mode = str(address.url.query.get("sslmode", "verify-full"))
    if mode in _PLAIN:
        raise NoTls(place=address.place, detail=f"sslmode={mode}")
    if mode not in _UNDER_SEAL:
        raise ForeignPart(place=address.place, part="sslmode")
    wanted = {"sslmode": mode}
    if mode == "verify-full" and "sslrootcert" not in address.url.query:
        wanted["sslrootcert"] = "system"
    return Address(address.url.update_query_dict(wanted))


def write_file(path: Path, address: Address) -> None:
    """Keep *address* for a desk: what it is and where, no login, no password."""
    told = {"what": _KIND, "address": address.place}
    draft = path.with_name(path.name + ".draft")
    draft.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    draft.replace(path)


def read_file(path: Path) -> str:
    """Give the address in a desk's file; `NoAddress`, or `PasswordInAddress`."""
    try:
        told = json.loads(_contents(path).decode("utf-8"))
        words = told["address"] if told["what"] == _KIND else None
        url = make_url(words) if isinstance(words, str) and "://" in words else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError, ArgumentError) as error:
        raise NoAddress(place=str(path)) from error
    if url is None:
        raise NoAddress(place=str(path))
    if url.password is not None or any(name in url.query for name in _SECRET):
        raise PasswordInAddress(place=str(path))
    return str(words)


def _contents(path: Path) -> bytes:
    # Only a plain file ends: a pipe of this name would be waited for for ever.
    if not path.is_file():
        raise NoAddress(place=str(path))
    with path.open("rb") as file:
        return file.read(_MOST_CHARACTERS * 4)


def _endpoints(url: URL) -> tuple[Endpoint, ...]:
    """Give hosts and ports of *url*; ValueError where they are not written as `parse` says."""
    tokens = _listed(url, "host")
    ports = [int(port) if port else None for port in _listed(url, "port")]
    if url.host:
        if tokens or ports:
            raise ValueError(url.host)
        return ((_endpoint(url.host)[0], url.port),)
    if url.port is not None:
        raise ValueError(url.port)
    found = [_endpoint(token) for token in tokens]
    if not ports:
        return tuple(found)
    if any(port for _host, port in found) or len(ports) not in {1, len(found)}:
        raise ValueError(ports)
    each = ports * len(found) if len(ports) == 1 else ports
    return tuple((host, port) for (host, _none), port in zip(found, each, strict=True))


def _listed(url: URL, name: str) -> list[str]:
    return [part for value in url.normalized_query.get(name, ()) for part in value.split(",")]


def _endpoint(token: str) -> Endpoint:
    """Read one of several hosts: ``name:port``, ``[v6]:port``, a bare IPv6 address, a folder."""
    if token.startswith("/"):
        return token, None
    if token.count(":") > 1 and not token.startswith("["):
        return str(ipaddress.IPv6Address(token)), None
    parts = _BRACKETS.fullmatch(token) or _BARE.fullmatch(token)
    if parts is None:
        raise ValueError(token)
    return parts["host"], int(parts["port"]) if parts["port"] else None


def _port(port: int | None) -> bool:
    return port is None or 0 < port < 1 << 16


def _loopback(host: str) -> bool:
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _without_password(words: str) -> str:
    """Give what was typed as it may be shown: no password, and nothing behind the question mark."""
    scheme, sign, rest = words.partition("://")
    if not sign:
        return ""
    who, sign, where = rest.rpartition("@")
    return f"{scheme}://{who.partition(':')[0]}{sign}{where.partition('?')[0]}"
