"""Passwords and recovery keys: made, hashed and compared; never stored in clear."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.staff.rules import PASSWORD_LENGTH

_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)
_READABLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_COMMON = frozenset({
    "1234567890", "0123456789", "0987654321", "1111111111", "password12", "password123",
    "qwertyuiop", "1qaz2wsx3edc", "abc1234567", "woaini1314", "salesdesk1",
})  # fmt: skip


class WeakPassword(UserError):
    """A password that somebody would guess."""

    problem = QT_TRANSLATE_NOOP("errors", "This password is too easy to guess.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Use at least {length} characters, not a common word, not your own name."
    )


def hashed(password: str) -> str:
    """Give the Argon2id hash of *password* (64 MiB, 3 passes)."""
    return _HASHER.hash(_octets(password))


def fits(password: str, password_hash: str) -> bool:
    """Whether *password* is the one that was hashed."""
    try:
        return _HASHER.verify(password_hash, _octets(password))
    except (VerificationError, InvalidHashError):
        return False


def _octets(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")  # half a character is just a wrong password


def check_strength(password: str, login: str) -> None:
    """Raise `WeakPassword` for a short, common or self-evident password."""
    known = password.casefold() in _COMMON or login.casefold() in password.casefold()
    if len(password) < PASSWORD_LENGTH or known or len(set(password)) < 4:  # noqa: PLR2004
        raise WeakPassword(length=PASSWORD_LENGTH)


def one_time_password() -> str:
    """Make a password that can be read out: three groups of four."""
    return "-".join("".join(secrets.choice(_READABLE) for _ in range(4)) for _ in range(3))


def recovery_key() -> str:
    """Make the key that is printed once, at the office's creation: six groups of five."""
    return "-".join("".join(secrets.choice(_READABLE) for _ in range(5)) for _ in range(6))
