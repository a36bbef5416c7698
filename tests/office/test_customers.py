"""Customers by whatever people remember of them, in whatever characters they are written."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesk.kernel.errors import BadEntry, ChangedMeanwhile, MissingEntry, NotFound, UserError
from salesdesk.kernel.identity import NotAnIdCard, NotAPhone
from salesdesk.kernel.keys import CustomerId, PersonId, ProjectId, UnitId, VisitId
from salesdesk.kernel.text import BrokenText, TooLong
from salesdesk.office.customers.commands import (
    ChangeRole,
    EditCustomer,
    FollowsNobodyUp,
    HandOver,
    MergeCustomers,
    MergedAway,
    PersonLeaves,
    PhoneInUse,
)
from salesdesk.office.customers.queries import (
    customer,
    find_customers,
    follow_ups_due,
    known_caller,
    next_consultant,
    visit_register,
)
from salesdesk.office.customers.register import (
    AlreadyDone,
    CorrectVisit,
    RecordFollowUp,
    RegisterVisit,
    SameDayOnly,
    VisitOfTomorrow,
)
from salesdesk.office.customers.rules import Grade, IdKind, Manner
from salesdesk.office.figures.search import find
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.queries import deals

PHONE = "13812345678"
RARE = ("欧阳𬭚", "刘𬍛", "龚䶮", "㐀若水", "吉𠮷", "王󠄀")
A_CARD = "11010519491231002X"


def register(desks, name="王小明", phone=PHONE, **more):
    return desks.reception.do(
        RegisterVisit(manner=Manner.VISIT, name=name, phone=phone, project=ProjectId(1), **more)
    )


def found(desks, text):
    return [card.name for card in desks.manager.ask(find_customers, text)]


# --- names --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", [*RARE, "Ada O'Neill-Łoś", "买买提·吐尔逊", "=1+1", "<b>&</b>", "'; --"]
)
def test_a_name_is_stored_as_it_is_written_and_found_by_any_part(desks, name):
    key = register(desks, name)["customer"]
    assert desks.manager.ask(customer, key).name == unicodedata.normalize("NFC", name)
    for text in (name, name[:1], name[-1:], name.upper()):
        assert name in found(desks, text)
    assert [line.title for line in desks.manager.ask(find, name)] == [name]


def test_composed_and_decomposed_writing_are_one_name(desks):
    register(desks, "Łukasz Nowák".replace("á", "a\u0301"))
    assert found(desks, "Nowák") == ["Łukasz Nowák"]
    assert found(desks, "nowa\u0301k") == ["Łukasz Nowák"]


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("", MissingEntry), (" \u3000", MissingEntry), ("\u200b\u200d", MissingEntry),
     ("王\ud842", BrokenText), ("王\0", BrokenText), ("王" * 61, TooLong), ("王" * 5000, TooLong)],
)  # fmt: skip
def test_a_name_that_is_none_is_refused_and_nobody_is_made(desks, name, refusal):
    with pytest.raises(refusal) as caught:
        register(desks, name)
    assert all(caught.value.sentences())
    assert desks.manager.ask(known_caller, PHONE).customer is None
    assert desks.manager.ask(visit_register) == ()


def test_what_cannot_be_seen_is_left_out(desks):
    key = register(desks, "\ufeff 王\u200b小\u00ad明\u2060\x07 ")["customer"]
    assert desks.manager.ask(customer, key).name == "王小明"


@settings(max_examples=40)
@given(text=st.text(max_size=80))
def test_no_text_breaks_the_search_box_or_the_register(desks, text):
    desks.manager.ask(find, text)
    try:
        answer = register(desks, text, f"139{abs(hash(text)) % 10**8:08d}", remarks=text)
    except UserError:
        return
    name = desks.manager.ask(customer, answer["customer"]).name
    assert name == unicodedata.normalize("NFC", name)
    assert name in found(desks, name)


# --- searching ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "typed"),
    [("单雄信", ["shan", "sxx", "shanxiongxin"]), ("曾国藩", ["zeng", "zgf", "zengguofan"]),
     ("解缙", ["xie", "xj"]), ("仇英", ["qiu"]), ("区小姐", ["ou"]), ("任正", ["ren", "rz"]),
     ("欧阳修", ["ouyang", "oyx"]), ("尉迟恭", ["yuchi", "ycg"]), ("吕布", ["lv", "lu", "lb"]),
     ("长孙无忌", ["zhangsun"]), ("Ada Łoś", ["ada", "łoś"])],
)  # fmt: skip
def test_a_name_is_found_by_its_pinyin_and_initials(desks, name, typed):
    register(desks, name)
    register(desks, "王五", "13900000001")
    for text in (*typed, typed[0].upper()):
        assert found(desks, text) == [name], text


@pytest.mark.parametrize(
    "text", ["5678", "1234", "138 1234 5678", "138-1234", "+86 138 1234 5678"]
)
def test_a_customer_is_found_by_a_part_of_the_phone(desks, text):
    register(desks)
    register(desks, "李四", "13900000001")
    assert found(desks, text) == ["王小明"]


@pytest.mark.parametrize("text", ["", " ", "%", "_", "\\", "12", "100%", "a%b", "\ud800"])
def test_signs_that_mean_something_to_a_database_mean_nothing_here(desks, text):
    register(desks)
    try:
        assert found(desks, text) == []
    except BrokenText:
        assert text == "\ud800"


def test_a_customer_is_found_by_the_tail_of_his_card(desks):
    key = register(desks)["customer"]
    desks.reception.do(EditCustomer(customer=CustomerId(key), id_number=A_CARD))
    assert found(desks, "1231002x") == ["王小明"]


# --- phones and papers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("13812345678", "13812345678"), ("138 1234 5678", "13812345678"),
     ("138-1234-5678", "13812345678"), ("+8613812345678", "13812345678"),
     ("0086 138 1234 5678", "13812345678"), ("１３８１２３４５６７８", "13812345678"),
     ("010-88001234", "01088001234"), ("(0755) 8888 1234", "075588881234"),
     ("+852 6123 4567", "+85261234567"), ("+48 512 345 678", "+48512345678")],
)  # fmt: skip
def test_a_phone_has_one_form_however_it_is_typed(desks, typed, stored):
    known = desks.reception.ask(known_caller, typed)
    assert (known.phone, known.customer) == (stored, None)
    register(desks, "王小明", typed)
    assert desks.reception.ask(known_caller, stored).customer.name == "王小明"
    again = register(desks, "另一个名字", stored)
    assert not again["new"]


@pytest.mark.parametrize(
    "typed", ["", "1", "12345", "1381234567", "138123456789", "abc", "\ud800", "\0"]
)
def test_a_phone_that_is_none_is_refused(desks, typed):
    with pytest.raises((NotAPhone, MissingEntry)):
        register(desks, "王小明", typed)
    with pytest.raises(NotAPhone):
        desks.reception.ask(known_caller, typed)


def test_a_phone_belongs_to_one_customer(desks):
    first = register(desks)["customer"]
    second = register(desks, "李四", "13900000001")["customer"]
    with pytest.raises(PhoneInUse) as refusal:
        desks.reception.do(
            EditCustomer(customer=CustomerId(second), phones=("13900000001", "138 1234 5678"))
        )
    assert refusal.value.facts["customer"] == "王小明"
    desks.reception.do(EditCustomer(customer=CustomerId(first), phones=("13700000001",)))
    desks.reception.do(
        EditCustomer(customer=CustomerId(second), phones=("13900000001", "138 1234 5678"))
    )
    assert len(desks.manager.ask(customer, second).phones) == 2


@pytest.mark.parametrize(
    "number", ["110105194912310020", "11010519491331002X", "1101051949123100", "00010519491231002X",
               "11010518491231002X", "abc", "\ud800"],
)  # fmt: skip
def test_a_card_that_contradicts_itself_is_refused(desks, number):
    key = CustomerId(register(desks)["customer"])
    with pytest.raises((NotAnIdCard, BrokenText)):
        desks.reception.do(EditCustomer(customer=key, id_number=number))
    assert desks.manager.ask(customer, key).id_number == ""


def test_a_passport_is_not_measured_by_the_card(desks):
    key = CustomerId(register(desks)["customer"])
    desks.reception.do(EditCustomer(customer=key, id_kind=IdKind.PASSPORT, id_number="e1234567"))
    assert desks.manager.ask(customer, key).id_number == "****4567"
    desks.reception.do(
        EditCustomer(customer=key, id_number="１１０１０５１９４９１２３１００２ｘ")
    )
    assert desks.manager.ask(customer, key).id_number.endswith("002X")


# --- the register ----------------------------------------------------------------------------------------


def test_a_visit_is_written_the_same_day_or_shown_as_late(desks):
    yesterday = desks.clock.now.date() - timedelta(days=1)
    with pytest.raises(SameDayOnly):
        register(desks, visited_on=yesterday)
    with pytest.raises(VisitOfTomorrow):
        register(desks, visited_on=yesterday + timedelta(days=2), late=True)
    register(desks, visited_on=yesterday, late=True)
    register(desks, "李四", "13900000001")
    lines = desks.manager.ask(visit_register, 1, yesterday, yesterday + timedelta(days=1))
    assert [(line.customer, line.late, line.number) for line in lines] == [
        ("李四", False, 2), ("王小明", True, 1),
    ]  # fmt: skip
    assert [line.customer for line in desks.manager.ask(visit_register)] == ["李四"]


def test_a_follow_up_is_due_within_two_days_whatever_was_promised(desks):
    today = date(2026, 11, 24)
    for n, (promised, due) in enumerate(
        [(None, 2), (today, 0), (today + timedelta(days=1), 1), (today + timedelta(days=30), 2)]
    ):
        register(desks, f"客{n}", f"1390000000{n}", next_on=promised)
        line = next(f for f in desks.manager.ask(follow_ups_due) if f.customer == f"客{n}")
        assert line.due_on == today + timedelta(days=due)
    desks.clock.forward(days=5)
    assert max(f.overdue_days for f in desks.manager.ask(follow_ups_due)) == 5


def test_a_follow_up_is_recorded_once_and_needs_a_result(desks):
    follow_up = register(desks)["follow_up"]
    with pytest.raises(MissingEntry):
        desks.consultant.do(RecordFollowUp(follow_up=follow_up))
    desks.consultant.do(RecordFollowUp(follow_up=follow_up, result="约周末"))
    with pytest.raises(AlreadyDone):
        desks.consultant.do(RecordFollowUp(follow_up=follow_up, result="又一次"))
    assert desks.manager.ask(follow_ups_due) == ()
    assert [f.result for f in desks.manager.ask(follow_ups_due, done=True)] == ["约周末"]


def test_media_and_details_are_closed_lists_and_either_language_will_do(desks):
    with pytest.raises(NotFound):
        register(desks, media=("飞艇",))
    with pytest.raises(BadEntry):
        register(desks, details={"shoe_size": "43"})
    register(
        desks, media=("路过", "Passing by", "newspaper"), details={"weather": "晴", "likes": " "}
    )
    (line,) = desks.manager.ask(visit_register)
    assert (line.media, line.details) == (("路过", "报纸"), (("weather", "晴"),))


def test_a_correction_of_what_somebody_else_corrected_is_refused(desks):
    visit = VisitId(register(desks)["visit"])
    desks.reception.do(CorrectVisit(visit=visit, version=1, remarks="一"))
    with pytest.raises(ChangedMeanwhile):
        desks.consultant.do(CorrectVisit(visit=visit, version=1, remarks="二"))
    assert desks.manager.ask(visit_register)[0].remarks == "一"


def test_new_customers_go_to_whose_turn_it_is_and_known_ones_stay(desks):
    from salesdesk.office.staff.commands import AddPerson
    from salesdesk.office.staff.rules import Role

    second = desks.admin.do(AddPerson(login="second", name="乙", role=Role.CONSULTANT)).person
    first, owners = desks.consultant.person.id, []
    for n in range(4):
        turn = desks.reception.ask(next_consultant).id
        owners.append(register(desks, f"客{n}", f"1390000000{n}")["consultant"])
        assert owners[-1] == turn
        desks.clock.forward(minutes=10)
    assert owners == [first, second, first, second]
    assert register(desks, "客0", "13900000000")["consultant"] == first


# --- nothing is lost -------------------------------------------------------------------------------------


def test_a_merged_customers_deals_phones_and_past_are_the_others_now(desks):
    kept, gone = (
        CustomerId(register(desks, name, phone)["customer"])
        for name, phone in (("王小明", PHONE), ("王晓明", "13900000001"))
    )
    desks.reception.do(EditCustomer(customer=gone, id_number=A_CARD, note="要高楼层"))
    desks.consultant.do(HoldUnit(unit=UnitId(1), customer=gone))
    desks.manager.do(MergeCustomers(customer=kept, other=gone))
    card = desks.manager.ask(customer, kept)
    assert card.phones == (PHONE, "13900000001")
    assert (card.visits, card.note) == (2, "要高楼层")
    assert card.id_number.endswith("002X")
    assert [deal.unit for deal in desks.manager.ask(deals, customer=kept)] == ["1-1-0101"]
    assert found(desks, "王晓明") == []
    assert register(desks, "谁", "13900000001")["customer"] == kept
    for command in (
        EditCustomer(customer=gone, note="x"),
        MergeCustomers(customer=kept, other=gone),
        HoldUnit(unit=UnitId(2), customer=gone),
    ):
        with pytest.raises(MergedAway):
            desks.manager.do(command)
    with pytest.raises(BadEntry):
        desks.manager.do(MergeCustomers(customer=kept, other=kept))


def test_who_takes_a_customer_over_goes_on_with_his_deals(desks):
    from salesdesk.office.sales.commands import LetGo
    from salesdesk.office.staff.commands import AddPerson
    from salesdesk.office.staff.rules import Role
    from tests.furnished import seat

    heir = desks.admin.do(AddPerson(login="heir", name="接手人", role=Role.MANAGER)).person
    desks.admin.do(ChangeRole(person=PersonId(heir), role=Role.CONSULTANT))
    with desks.office.database.writing() as session:
        session.connection().exec_driver_sql("UPDATE person SET must_change = 0")
    key = CustomerId(register(desks)["customer"])
    desks.consultant.do(HoldUnit(unit=UnitId(1), customer=key))
    desks.manager.do(HandOver(customer=key, consultant=PersonId(heir)))
    seat(desks.office, "heir").do(LetGo(unit=UnitId(1)))
    assert desks.state("1-1-0101") == "available"


def test_an_edit_keeps_what_was_there_phones_too(desks):
    key = CustomerId(register(desks)["customer"])
    desks.reception.do(
        EditCustomer(customer=key, version=1, name="王大明", phones=("13900000001",))
    )
    with pytest.raises(ChangedMeanwhile):
        desks.reception.do(EditCustomer(customer=key, version=1, name="王二明"))
    with desks.office.database.reading() as session:
        before = session.connection().exec_driver_sql(
            "SELECT before FROM revision WHERE topic = 'customer'"
        ).scalar_one()  # fmt: skip
    assert "王小明" in before
    assert PHONE in before


def test_an_edit_says_only_what_changes(desks):
    key = CustomerId(register(desks, grade=Grade.B)["customer"])
    desks.reception.do(EditCustomer(customer=key, note="x"))
    card = desks.manager.ask(customer, key)
    assert (card.name, card.phones, card.grade, card.version) == ("王小明", (PHONE,), "B", 2)


def test_a_customer_goes_only_to_somebody_who_will_call_him(desks):
    """A cashier has no list of follow-ups: the customer would be forgotten there."""
    customer = register(desks, "王小明", "13900000001")["customer"]
    cashier = desks.cashier.person.id
    owed = desks.manager.ask(follow_ups_due)
    for send in (
        lambda: desks.manager.do(HandOver(customer=customer, consultant=cashier)),
        lambda: register(desks, "李四", "13900000002", consultant=cashier),
        lambda: desks.manager.do(
            PersonLeaves(person=desks.consultant.person.id, successor=cashier)
        ),
    ):
        with pytest.raises(FollowsNobodyUp) as refused:
            send()
        assert "consultant" in refused.value.facts["roles"]
    assert desks.manager.ask(follow_ups_due) == owed
    desks.manager.do(HandOver(customer=customer, consultant=desks.manager.person.id))


def test_the_next_contact_is_not_before_the_visit(desks):
    today = date(2026, 11, 24)
    with pytest.raises(BadEntry):
        register(desks, "王小明", "13900000001", next_on=today - timedelta(days=1))
    answer = register(desks, "王小明", "13900000001", next_on=today)
    with pytest.raises(BadEntry):
        desks.reception.do(CorrectVisit(visit=answer["visit"], next_on=today - timedelta(days=1)))
    late = today - timedelta(days=3)
    register(
        desks, "李四", "13900000002", visited_on=late, late=True, next_on=late + timedelta(days=1)
    )
