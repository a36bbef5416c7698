"""Where a shared office is: an address of a PostgreSQL database, read, checked, never with a password.

``postgresql+psycopg://LOGIN@HOST:PORT/DATABASE``; two hosts as ``?host=one:5432&host=two:5432``.
A desk keeps an address in a short office file (JSON); passwords are the keyring's or libpq's.
"""

import ipaddress
import json
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from salesdesk.store.faults import NoAddress, NoTls, PasswordInAddress

DRIVER = "postgresql+psycopg"
ENDING = ".server.json"
"""How a desk's file that points to a server is called."""

_SCHEMES = ("postgresql+psycopg", "postgresql", "postgres")
_PLAIN = ("disable", "allow", "prefer")
_KIND = "salesdesk office server"


@dataclass(frozen=True, slots=True)
class Address:
    """A server's database. ``url`` may name a login; `signed` puts a person's in its place."""

    url: URL

    @property
    def place(self) -> str:
        """The address as it may be shown and kept: without login and password."""
        return self.url.set(username=None, password=None).render_as_string()

    @property
    def hosts(self) -> tuple[str, ...]:
        """The machines named; empty for the local socket."""
        named = self.url.query.get("host", ())
        several = (named,) if isinstance(named, str) else named
        bare = [part.rsplit(":", 1)[0] for one in several for part in one.split(",")]
        return tuple(filter(None, (*bare, self.url.host)))

    @property
    def on_this_machine(self) -> bool:
        """Whether no word of it crosses a network."""
        return all(_loopback(host) for host in self.hosts)

    def signed(self, login: str, password: str) -> "Address":
        """Give the address with *login* and *password*; an empty one leaves it to the passfile."""
        return Address(self.url.set(username=login, password=password or None))


def is_address(place: str) -> bool:
    """Whether *place* is a server's address or a desk's file that holds one."""
    return "://" in place or place.endswith(ENDING)


def parse(place: str) -> Address:
    """Read an address, or the file *place* that holds one.

    Raises `NoAddress`, and `NoTls` where another machine would be spoken to in the clear.
    """
    words = read_file(Path(place)) if place.endswith(ENDING) else place
    try:
        url = make_url(words)
        port = url.port
    except (ArgumentError, ValueError) as error:
        raise NoAddress(place=_without_password(words)) from error
    if url.drivername not in _SCHEMES or not url.database or port == 0:
        raise NoAddress(place=url.render_as_string(hide_password=True))
    address = Address(url.set(drivername=DRIVER))
    return address if address.on_this_machine else _over_tls(address)


def _over_tls(address: Address) -> Address:
    mode = address.url.query.get("sslmode", "verify-full")
    if mode in _PLAIN:
        raise NoTls(place=address.place, detail=f"sslmode={mode}")
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
        told = json.loads(path.read_text(encoding="utf-8"))
        words = str(told["address"]) if told["what"] == _KIND else ""
        password = make_url(words).password if words else None
    except (OSError, ValueError, KeyError, TypeError, ArgumentError) as error:
        raise NoAddress(place=str(path)) from error
    if not words:
        raise NoAddress(place=str(path))
    if password is not None:
        raise PasswordInAddress(place=str(path))
    return words


def _loopback(host: str) -> bool:
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _without_password(words: str) -> str:
    """Give what was typed with everything between colon and @ taken out."""
    scheme, _, rest = words.partition("://")
    who, sign, where = rest.rpartition("@")
    return f"{scheme}://{who.partition(':')[0]}{sign}{where}" if rest else words
