"""Who may make an office on a server, and what is said where the server is not as it should be."""

from uuid import uuid4

import pytest

from salesdesk.kernel.keys import CustomerId, PersonId, ProjectId, UnitId
from salesdesk.office.customers.commands import ChangeRole
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.founding import found_on_server
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits
from salesdesk.office.joining import open_server
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.staff.commands import AddPerson
from salesdesk.office.staff.rules import Role
from salesdesk.store.address import parse
from salesdesk.store.faults import CannotFound, NoTls, PlaceTaken
from tests.furnished import FOUNDER, permit, rows


def test_no_superuser_is_needed_and_the_founder_is_nobody_at_the_desks(server, founder):
    """PostgreSQL 16 changed what CREATEROLE may grant: the office is made on either side of it."""
    found_on_server(founder, FOUNDER).close()
    office = open_server(founder)
    admin, manager = (office.sign_in(login, "") for login in ("admin", "manager"))
    admin.do(ImportUnits(rows=rows(), project=ProjectId(1), file="t"))
    manager.do(permit(number="T-1", project=ProjectId(1)))
    manager.do(ReleaseUnits(project=ProjectId(1)))
    entry = RegisterVisit(
        manner=Manner.VISIT, name="王", phone="13812345678", project=ProjectId(1)
    )
    customer = CustomerId(office.sign_in("reception", "").do(entry)["customer"])
    added = admin.do(AddPerson(login=f"neu_{uuid4().hex[:6]}", name="x", role=Role.CASHIER))
    admin.do(ChangeRole(person=PersonId(added.person), role=Role.CONSULTANT))
    office.sign_in("consultant", "").do(HoldUnit(unit=UnitId(1), customer=customer))
    office.close()
    with pytest.raises(PlaceTaken):
        found_on_server(founder, FOUNDER)


def test_who_may_not_make_logins_is_told_so(server, founder):
    server.sql(f"ALTER ROLE {founder.url.username} NOCREATEROLE")
    with pytest.raises(CannotFound) as refusal:
        found_on_server(founder, FOUNDER)
    assert all(refusal.value.sentences())
    database = founder.url.database
    assert (
        server.sql("SELECT 1 FROM pg_namespace WHERE nspname = 'salesdesk'", database=database)
        == []
    )


def test_a_server_without_tls_is_no_server_where_tls_is_asked_for(server, founder, tmp_path):
    """As from another machine: a certificate is named, and this server has none."""
    certificate = tmp_path / "office.crt"
    certificate.write_text("", encoding="utf-8")
    asked = parse(f"{server.url('x')}?sslmode=verify-full&sslrootcert={certificate}")
    office = open_server(asked)
    with pytest.raises(NoTls) as refusal:
        office.sign_in("admin", "secret-word")
    assert "secret-word" not in " ".join(refusal.value.sentences())
    office.close()
