"""A small real office for the reception desk: founded once a session, a copy of it for each test."""

import os
import tempfile
from functools import cache
from pathlib import Path

from salesdesk.kernel.keys import Secret
from salesdesk.office.entrance import open_office
from salesdesk.office.founding import Founder, found
from salesdesk.office.frontdoor import Seat
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword
from salesdesk.office.staff.queries import people
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.sheets import PersonCard

PEOPLE = (
    ("reception", "周敏", Role.RECEPTION),
    ("consultant", "李娜", Role.CONSULTANT),
    ("consultant2", "陈伟", Role.CONSULTANT),
    ("manager", "王经理", Role.MANAGER),
)
_WORD = Secret("practice")
_FOLDER = tempfile.TemporaryDirectory(prefix="salesdesk-reception-")


@cache
def furnished():
    """Give the bytes of an office with a project and its people; Argon2 makes it slow."""
    path = Path(_FOLDER.name, f"{os.getpid()}.office")
    founder = Founder(
        login="admin", name="管理员", password=_WORD, project="云栖花园", practice=True
    )
    office, _key = found(path, founder)
    admin = office.sign_in("admin", _WORD)
    for login, name, role in PEOPLE:
        added = admin.do(AddPerson(login=login, name=name, role=role))
        first = office.sign_in(login, added.one_time_password)
        first.do(ChangeOwnPassword(old=added.one_time_password, new=_WORD))
    office.close()
    return path.read_bytes()


class Staff:
    """An open office and everybody's seat in it, by login."""

    def __init__(self, folder):
        path = Path(folder, "reception.office")
        path.write_bytes(furnished())
        self.office = open_office(path)
        # The founder is person 1; a seat without signing in spares each test an Argon2.
        admin = PersonCard(id=1, login="admin", name="管理员", role=Role.ADMIN.value)
        everybody = Seat(self.office, admin).ask(people)
        self.cards = {card.login: card for card in everybody}

    def seat(self, login):
        return Seat(self.office, self.cards[login])

    def close(self):
        self.office.close()
