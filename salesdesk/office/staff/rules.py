"""Roles and who may do what when a new office opens; afterwards rights are rows."""

from enum import StrEnum


class Role(StrEnum):
    """A person's job in the office."""

    RECEPTION = "reception"
    CONSULTANT = "consultant"
    CASHIER = "cashier"
    MANAGER = "manager"
    ADMIN = "admin"
