"""The office that a chaos run plays in: several hundred units on offer, several people of each role."""

import shutil
from dataclasses import replace
from pathlib import Path

from sqlalchemy import create_engine

from salesdesk.kernel.keys import ProjectId
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.founding import found, found_on_server
from salesdesk.office.frontdoor import Office
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits
from salesdesk.office.joining import open_server
from salesdesk.office.staff.rules import Role
from salesdesk.store.address import parse
from tests.furnished import FOUNDER, PASSWORD, permit, rows, seat

UNITS = 800
CUSTOMERS = 60
CREW = (
    ("consultant1", Role.CONSULTANT), ("cashier1", Role.CASHIER), ("manager1", Role.MANAGER),
    ("consultant2", Role.CONSULTANT), ("cashier2", Role.CASHIER), ("reception1", Role.RECEPTION),
    ("manager2", Role.MANAGER), ("consultant3", Role.CONSULTANT),
)  # fmt: skip
"""Login and role of each desk, in the order in which desks are manned."""

_FOUNDER = replace(FOUNDER, people=tuple((login, login, role) for login, role in CREW))


def make_on_file(path):
    """Make the office on one file."""
    office, _key = found(path, _FOUNDER)
    _furnish(office, lambda login: seat(office, login))
    office.close()


def make_on_server(server, database):
    """Make the office in a new *database* of the server."""
    address = parse(server.database(database))
    found_on_server(address, _FOUNDER).close()
    office = open_server(address)
    _furnish(office, lambda login: office.sign_in(login, PASSWORD))
    office.close()


def copy_of_file(template, folder):
    place = folder / "chaos.office"
    shutil.copyfile(template, place)
    return place


def _furnish(office, sits):
    per_floor = 4
    sits("admin").do(
        ImportUnits(
            rows=rows(floors=UNITS // per_floor, per_floor=per_floor),
            project=ProjectId(1), file="chaos",
        )
    )  # fmt: skip
    manager = sits("manager1")
    manager.do(permit(number="T-001", authority="房管局", project=ProjectId(1)))
    manager.do(ReleaseUnits(project=ProjectId(1)))
    desk = sits("reception1")
    for number in range(CUSTOMERS):
        desk.do(
            RegisterVisit(
                manner=Manner.VISIT, name="王小明", phone=phone(number), project=ProjectId(1),
            )
        )  # fmt: skip


def phone(number):
    return f"1381234{number:04}"


def seated(where, login):
    """Give the seat of *login* in the office at *where* (a path or a server's URL)."""
    if isinstance(where, Path):
        office = open_office(where)
        return seat(office, login)
    return open_server(parse(where)).sign_in(login, "")


def owners_engine(where):
    """Give an engine that may read everything for as long as it takes: the judge's."""
    if isinstance(where, Path):
        return open_office(where).database.engine
    return create_engine(
        where, connect_args={"options": "-c search_path=salesdesk -c jit=off"},
        isolation_level="REPEATABLE READ",
    )  # fmt: skip


def let_go(seat_):
    """Close a seat's office, and with it every line to the server."""
    office: Office = seat_.office
    office.close()
