"""The practice office: something of everything, and nothing in it that could not have happened."""

import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from salesdesk.app import practice
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.approvals.queries import requests
from salesdesk.office.customers.queries import visit_register
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.audit import audit
from salesdesk.office.figures.queries import timeline
from salesdesk.office.inventory.lot_rules import UnitKind, kind_of
from salesdesk.office.inventory.queries import board, projects
from salesdesk.office.sales.granting import RequestDiscount
from salesdesk.office.sales.line_queries import unit_line
from salesdesk.office.sales.price_check import ApprovePrice, BelowFloor, BeyondLimit
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.signing_queries import deliveries_pending, filings_due
from salesdesk.office.staff.queries import settings
from salesdesk.store.faults import PlaceTaken
from tests.furnished import seat


@pytest.fixture
def manager(practised, tmp_path):
    place = tmp_path / "look.office"
    shutil.copyfile(practised, place)
    office = open_office(place)
    yield seat(office, "manager")
    office.close()


def test_its_books_hold(manager):
    assert not [finding for finding in manager.ask(audit) if finding.broken]
    assert manager.ask(settings)["practice"] is True


def test_a_dear_unit_leads_what_is_available_in_each_building(manager):
    homes = [unit for unit in manager.ask(board) if kind_of(unit.use) is UnitKind.HOME]
    available = [unit for unit in homes if unit.state == "available"]
    firsts = {}
    for unit in available:
        firsts.setdefault(unit.building, unit)
    assert firsts
    assert all(unit.total_fen >= 1_000_000_00 for unit in firsts.values())


def test_its_campaign_has_five_phases_and_a_curve(manager):
    sheet = manager.ask(timeline)
    assert len(sheet.phases) == 5
    assert sheet.curve
    assert {job.owner for job in sheet.jobs} == {"陈思远", "赵敏"}
    assert [card.name for card in manager.ask(projects)] == [practice.PROJECT]


def test_it_has_what_follows_an_agreement_and_lots_and_a_line(manager):
    states = Counter(unit.state.value for unit in manager.ask(board))
    assert states["signed"] and states["filed"] and states["delivered"]
    lots = [unit for unit in manager.ask(board) if kind_of(unit.use) is UnitKind.PARKING]
    assert {unit.state.value for unit in lots} == {"available", "blocked", "on hold", "subscribed"}
    assert [card.state for card in manager.ask(unit_line)] == ["called", "waiting"]
    kinds = {card.kind for card in manager.ask(requests)}
    assert {"reservation", "extension", "payment mode", "area"} <= kinds
    yesterday = manager.ask(lambda reading: reading.today) - timedelta(days=1)
    entered = manager.ask(visit_register, first_on=yesterday - timedelta(days=1))
    assert sum(visit.late for visit in entered) == 2
    assert manager.ask(filings_due)
    assert manager.ask(deliveries_pending)


def test_a_learner_meets_the_floor_and_the_limits_by_refusal_and_asks(manager):
    held = [
        u for u in manager.ask(board) if u.state == "on hold" and kind_of(u.use) is UnitKind.HOME
    ]
    unit, listed = UnitId(held[0].id), held[0].total_fen
    with pytest.raises(BeyondLimit):
        manager.do(ApprovePrice(unit=unit, total=Fen(listed * 95 // 100)))
    with pytest.raises(BelowFloor):
        manager.do(ApprovePrice(unit=unit, total=Fen(listed * 93 // 100)))
    asked = manager.do(
        RequestDiscount(unit=unit, total=Fen(listed * 93 // 100), reason="老业主第三套")
    )
    waiting = {card.id: card.kind for card in manager.ask(requests)}
    assert waiting[asked] == "discount"
    open_areas = [card.area for card in manager.ask(deals) if card.area is not None]
    assert len(open_areas) == 3 and not any(facts.settled for facts in open_areas)


def test_it_replaces_nothing(practised):
    before = practised.read_bytes()
    with pytest.raises(PlaceTaken):
        practice.furnish(practised)
    assert practised.read_bytes() == before


@pytest.mark.parametrize("hour", ["2026-11-25 22:28", "2026-11-25 16:05", "2026-11-26 15:50"])
def test_it_is_made_at_any_hour_and_nothing_in_it_is_still_to_come(tmp_path, hour):
    made_at = datetime.fromisoformat(hour).replace(tzinfo=UTC)  # 06:28, 00:05 and 23:50 there
    place = tmp_path / "early.office"
    practice.furnish(place, clock=lambda: made_at)
    office = open_office(place, clock=lambda: made_at)
    reception = seat(office, "reception")
    reception.do(RegisterVisit(manner=Manner.VISIT, name="早客", phone="13700009999", project=1))
    (first, *_others) = reception.ask(visit_register)
    assert (first.customer, first.day) == ("早客", reception.ask(lambda reading: reading.today))
    office.close()
