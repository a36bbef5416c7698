"""The office's printed receipt form: kept whole or refused in words; the pile asked for at once."""

import dataclasses as dc
from decimal import Decimal

import pytest

from salesdesk.kernel.errors import BadEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import ReceiptId
from salesdesk.office.ledger.commands import PrintReceipt, PrintUnprinted
from salesdesk.office.ledger.queries import receipt_paper, unprinted_papers
from salesdesk.office.ledger.stationery import SetStationery, stationery
from salesdesk.office.ledger.stationery_rules import (
    PAPERS,
    FormField,
    FormPlace,
    KeptOnForm,
    OffTheForm,
    OnAnother,
    Stationery,
    checked,
    resized,
)
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.queries import journal

MM = Decimal


def place(field, x, y, wide, high, **more):
    return FormPlace(field=field, x=x, y=y, wide=wide, high=high, **more)


def test_what_is_not_said_stays_and_the_office_has_one_form(desks):
    assert desks.cashier.ask(stationery) == Stationery()
    form = desks.admin.do(SetStationery(in_use=True, across=MM("1.5"), down=MM("-2")))
    assert (form.on, form.across, form.down) == (True, 15, -20)
    moved = place(FormField.NOTE, 410, 660, 1000, 60, size=8)
    form = desks.admin.do(SetStationery(places=(moved,), without=(FormField.TIME,)))
    assert form.on and form.across == 15
    assert moved in form.places and FormField.TIME not in {one.field for one in form.places}
    assert desks.cashier.ask(stationery) == form == desks.consultant.ask(stationery)
    (line,) = desks.admin.ask(journal, 1)
    assert '"form_moved":2' in line.changed.replace(" ", "")
    form = desks.admin.do(SetStationery(shipped=True))
    assert form == Stationery(on=True)


def test_another_size_of_paper_takes_its_places_along(desks):
    for wide, high in PAPERS.values():
        form = desks.admin.do(SetStationery(wide=MM(wide) / 10, high=MM(high) / 10))
        assert (form.wide, form.high) == (wide, high)
        assert checked(form) is form
    whole = Stationery()
    assert resized(resized(whole, 4200, 1860), whole.wide, whole.high).places[0].field == "number"


@pytest.mark.parametrize(
    ("asked", "refusal", "facts"),
    [
        ({"across": MM("20.1")}, BadEntry, {"field": "form: across", "expected": "-20 - 20 mm"}),
        ({"down": MM(-21)}, BadEntry, {"field": "form: down"}),
        ({"across": MM("0.25")}, BadEntry, {"field": "form: across"}),
        ({"wide": MM(500)}, BadEntry, {"field": "form: wide", "expected": "60 - 420 mm"}),
        ({"high": MM(5)}, BadEntry, {"field": "form: high"}),
        ({"copies": 2}, BadEntry, {"field": "copies"}),
        ({"across": MM(-15)}, OffTheForm, {"field": "form: project"}),
        ({"without": (FormField.WORDS,)}, KeptOnForm, {"field": "form: words"}),
        ({"without": (FormField.MARKS,)}, KeptOnForm, {"field": "form: marks"}),
        ({"without": (FormField.CHECK,)}, KeptOnForm, {"field": "form: check"}),
        ({"places": (place(FormField.UNIT, 2300, 240, 200, 70),)}, OffTheForm, {}),
        ({"places": (place(FormField.UNIT, -5, 240, 200, 70),)}, OffTheForm, {}),
        ({"places": (place(FormField.UNIT, 400, 240, 200, 70),)}, OnAnother, {}),
        ({"places": (place(FormField.UNIT, 1600, 240, 20, 70),)}, BadEntry, {"expected": "3 mm"}),
        (
            {"places": (place(FormField.CODE, 2060, 520, 100, 100),)},
            BadEntry,
            {"expected": "12 mm"},
        ),
        ({"places": (place(FormField.UNIT, 1600, 240, 660, 75, size=5),)}, BadEntry, {}),
        ({"places": (place(FormField.UNIT, 1600, 240, 660, 75, size=25),)}, BadEntry, {}),
    ],
)
def test_a_form_that_could_not_be_printed_is_refused_and_the_office_keeps_its_own(
    desks, asked, refusal, facts
):
    before = desks.admin.do(SetStationery(in_use=True))
    with pytest.raises(refusal) as told:
        desks.admin.do(SetStationery(**asked))
    assert facts.items() <= told.value.facts.items()
    assert all(told.value.sentences())
    assert desks.admin.ask(stationery) == before


def test_a_machine_prints_with_its_own_offset_or_on_plain_paper(desks):
    desks.admin.do(SetStationery(in_use=True, across=MM(1)))
    assert desks.cashier.ask(stationery, across=MM("-1.5")).across == -15
    assert desks.cashier.ask(stationery, down=MM(2)).across == 10
    assert not desks.cashier.ask(stationery, plain=True).on
    with pytest.raises(OffTheForm):
        desks.cashier.ask(stationery, across=MM(-15))
    with pytest.raises(BadEntry):
        desks.cashier.ask(stationery, across=MM(21))


def test_only_the_administrator_sets_it_and_by_no_other_door(desks):
    for seat in (desks.cashier, desks.manager, desks.consultant):
        with pytest.raises(NotPermitted):
            seat.do(SetStationery(in_use=True))
    with pytest.raises(NotFound):
        desks.admin.do(ChangeSetting(name="stationery", value="{}"))
    with pytest.raises(NotPermitted):
        desks.consultant.ask(unprinted_papers)
    assert desks.admin.ask(stationery) == Stationery()


def test_the_pile_is_asked_for_at_once_and_says_what_each_paper_alone_says(desks):
    def take(code, at):
        unit = desks.unit(code)
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer(code, f"1390000000{at}")))
        return desks.cashier.do(TakeDeposit(unit=unit, amount=100))["receipt_id"]

    first, second, void, printed = (take(f"1-1-0{n}", n % 10) for n in (101, 102, 201, 202))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(void), reason="x"))
    desks.cashier.do(PrintReceipt(receipt=ReceiptId(printed)))
    pile = desks.cashier.ask(unprinted_papers)
    assert pile == {one: desks.cashier.ask(receipt_paper, one) for one in (first, second)}
    assert desks.manager.ask(unprinted_papers) == {}
    only = (ReceiptId(second), ReceiptId(void), ReceiptId(printed))
    assert desks.cashier.do(PrintUnprinted(only=only)) == [second]
    assert list(desks.cashier.ask(unprinted_papers)) == [first]
    assert desks.cashier.do(PrintUnprinted()) == [first]
    sheet, marks = desks.cashier.ask(receipt_paper, void)
    assert marks.void_reason == "x" and dc.replace(sheet).number
