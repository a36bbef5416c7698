"""Requests and their signatures, on a file and on a server: who may, when, and what it carries out."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotFound, NotPermitted
from salesdesk.kernel.keys import CustomerId, PersonId, ProjectId, RequestId, UnitId
from salesdesk.office.approvals.commands import (
    AskedAgain,
    FactsChanged,
    NobodyLeft,
    NotStandingIn,
    NotTheAsker,
    NotYourStep,
    OwnRequest,
    RequestCarriedOut,
    RequestOver,
    RestartRequest,
    SignedAlready,
    SignRequest,
    WithdrawRequest,
)
from salesdesk.office.approvals.filing import NobodyLeftToSign
from salesdesk.office.approvals.flow_commands import (
    AskerAlone,
    EditFlow,
    NobodyToSign,
    SetStandIn,
)
from salesdesk.office.approvals.queries import (
    Which,
    flows,
    request_sheet,
    requests,
    signers,
    stand_ins,
)
from salesdesk.office.approvals.rules import (
    SHIPPED,
    Act,
    Decision,
    Fact,
    FlowStep,
    Mode,
    RequestKind,
    RequestState,
)
from salesdesk.office.customers.commands import ChangeRole, PersonLeaves
from salesdesk.office.figures.audit import audit
from salesdesk.office.figures.naming import request_key
from salesdesk.office.figures.need_rules import NeedKind
from salesdesk.office.figures.needs import needs
from salesdesk.office.inventory.claims import UnitTaken
from salesdesk.office.inventory.commands import (
    BlockUnits,
    CreateProject,
    EditProject,
    HoldBack,
    ImportUnits,
    ReleaseUnits,
)
from salesdesk.office.inventory.law import NoPermit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.public import public_board
from salesdesk.office.inventory.queries import board_columns, board_patch, unit_history
from salesdesk.office.inventory.rules import STATES, LawLevel, PublicFace, UnitState
from salesdesk.office.sales.commands import HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.posting import PostPerson
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.reservations import reservations
from salesdesk.office.sales.reserving import (
    AskedAlready,
    GiveUpReservation,
    RequestReservation,
    ReservationBanned,
)
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.commands import AddPerson
from salesdesk.office.staff.queries import journal, people
from salesdesk.office.staff.rules import Role
from tests.furnished import put_law, rows

CODE = "1-1-0301"


def today(desks):
    return day_of(desks.clock.now)


def asked(desks, code=CODE, customer=None, days=10, by=None, reason="关系户，总经理已知"):
    """File a request; give its number and the customer."""
    customer = customer or desks.customer()
    answer = (by or desks.consultant).do(
        RequestReservation(
            unit=desks.unit(code), customer=customer, until=today(desks) + timedelta(days=days),
            reason=reason,
        )
    )  # fmt: skip
    return RequestId(answer["request"]), customer


def of(seat, kind):
    return [line for line in seat.ask(needs) if line.kind is kind]


def sign(seat, request, **more):
    return seat.do(SignRequest(request=request, **more))


def reserved(desks, **more):
    request, customer = asked(desks, **more)
    for seat in (desks.head, desks.deputy, desks.general):
        desks.clock.forward(minutes=1)
        answer = sign(seat, request)
    assert answer["state"] == RequestState.APPROVED
    return request, customer


def card(desks, request):
    return desks.manager.ask(requests, request=request)[0]


def whole(desks):
    assert not [found for found in desks.manager.ask(audit) if found.broken]


def test_three_people_sign_and_the_unit_is_reserved(desks):
    request, customer = asked(desks)
    told = card(desks, request)
    assert told.state is RequestState.PENDING
    assert told.next == ("head one",)
    assert {fact.name: fact.value for fact in told.what} == {
        "unit": CODE, "layout": "", "area": "100.00", "customer": "王小明",
        "until": f"{today(desks) + timedelta(days=10)}", "list price": "200000000",
    }  # fmt: skip
    assert [fact.value for fact in told.changes] == ["available", "reserved", "10", "200000000"]
    assert (told.days_left, told.amount_fen, told.asker) == (7, 200_000_000, "consultant one")
    assert [c.id for c in desks.head.ask(requests, Which.INBOX)] == [request]
    assert desks.general.ask(requests, Which.INBOX) == ()
    assert sign(desks.head, request)["next"] == ["deputy one"]
    assert sign(desks.deputy, request, comment="同意") == {
        "request": request, "state": RequestState.PENDING, "next": ["general one"],
    }  # fmt: skip
    assert desks.state(CODE) == "available"
    answer = sign(desks.general, request)
    assert (answer["state"], answer["next"]) == (RequestState.APPROVED, [])
    unit = desks.units()[CODE]
    assert (unit.state.value, unit.customer_id) == ("reserved", customer)
    sheet = desks.consultant.ask(request_sheet, request)
    assert [(s.person, s.role, s.comment) for s in sheet.card.signatures] == [
        ("head one", "head", ""), ("deputy one", "deputy", "同意"), ("general one", "general", ""),
    ]  # fmt: skip
    (line,) = desks.manager.ask(reservations)
    assert (line.unit, line.customer, line.asked_by, line.until, line.days_left) == (
        CODE, "王小明", "consultant one", today(desks) + timedelta(days=10), 11,
    )  # fmt: skip
    newest = desks.manager.ask(journal, limit=1)[0]
    assert newest.command == "SignRequest" and '"carried_out":"ReserveUnit"' in newest.changed
    whole(desks)


def test_nobody_signs_his_own_request_even_with_the_role(desks):
    with pytest.raises(NobodyLeftToSign) as alone:  # he is the only head of department
        asked(desks, by=desks.head)
    assert (alone.value.facts["number"], alone.value.facts["roles"]) == (1, "head")
    other = PersonId(desks.cashier.person.id)
    desks.admin.do(ChangeRole(person=other, role=Role.HEAD))
    request, _ = asked(desks, by=desks.head)
    with pytest.raises(OwnRequest) as refusal:
        sign(desks.head, request)
    assert refusal.value.sentences()[1]
    assert card(desks, request).next == ("cashier one",)
    assert not of(desks.manager, NeedKind.STUCK)
    desks.admin.do(PersonLeaves(person=other))
    (stuck,) = of(desks.manager, NeedKind.STUCK)
    assert (stuck.key, stuck.subject, stuck.who) == (request, CODE, "head")
    day = today(desks)
    standing_in = PersonId(desks.manager.person.id)
    desks.head.do(SetStandIn(stand_in=standing_in, from_on=day, to_on=day, reason="出差"))
    assert of(desks.manager, NeedKind.STUCK), "who asks is not stood in for"
    assert asked(desks, "1-1-0302", by=desks.consultant)


def test_a_deputy_posted_elsewhere_signs_nothing_here_but_his_stand_in_does(desks):
    deputy = PersonId(desks.deputy.person.id)
    desks.admin.do(CreateProject(name="二期"))
    request, _ = asked(desks)
    desks.admin.do(PostPerson(person=deputy, projects=(ProjectId(2),)))
    with pytest.raises(NobodyLeftToSign) as refusal:
        asked(desks, "1-1-0302")
    assert refusal.value.facts == {"number": 2, "roles": "deputy"}
    assert [(line.key, line.who) for line in of(desks.manager, NeedKind.STUCK)] == [
        (request, "deputy")
    ]
    day, manager = today(desks), PersonId(desks.manager.person.id)
    desks.admin.do(
        SetStandIn(absent=deputy, stand_in=manager, from_on=day, to_on=day, reason="二期")
    )
    assert not of(desks.manager, NeedKind.STUCK)
    second, _ = asked(desks, "1-1-0302")
    sign(desks.head, second)
    sign(desks.manager, second, standing_in_for=deputy)
    assert sign(desks.general, second)["state"] == RequestState.APPROVED


def test_nobody_signs_twice_nor_out_of_turn_nor_in_two_steps(desks):
    request, _ = asked(desks)
    for seat in (desks.deputy, desks.general, desks.manager):
        with pytest.raises(NotYourStep) as refusal:
            sign(seat, request)
        assert refusal.value.facts["people"] == "head one"
    with pytest.raises(NotPermitted):
        sign(desks.consultant, request)
    sign(desks.head, request)
    with pytest.raises(SignedAlready):
        sign(desks.head, request)
    both = (Role.HEAD, Role.DEPUTY)
    desks.admin.do(
        EditFlow(
            kind=RequestKind.RESERVATION,
            steps=(FlowStep(act=Act.REVIEW, roles=both), FlowStep(act=Act.APPROVE, roles=both)),
            others_ask=True,
        )
    )
    second, _ = asked(desks, "1-1-0302")
    sign(desks.head, second)
    with pytest.raises(SignedAlready) as refusal:
        sign(desks.head, second)
    assert refusal.value.facts["people"] == "deputy one"
    assert sign(desks.deputy, second)["state"] == RequestState.APPROVED


def test_a_rejection_needs_words_and_ends_it_and_it_can_be_asked_for_again(desks):
    request, _ = asked(desks)
    with pytest.raises(MissingEntry):
        sign(desks.head, request, decision=Decision.REJECT)
    sign(desks.head, request, decision=Decision.REJECT, comment="房源紧张")
    assert card(desks, request).state is RequestState.REJECTED
    with pytest.raises(RequestOver):
        sign(desks.deputy, request)
    with pytest.raises(RequestOver):
        desks.consultant.do(WithdrawRequest(request=request))
    with pytest.raises(NotTheAsker):
        desks.manager.do(RestartRequest(request=request))
    again = RequestId(desks.consultant.do(RestartRequest(request=request)))
    assert (card(desks, again).restarts, card(desks, request).restarted_by) == (request, again)
    assert card(desks, again).reason == card(desks, request).reason
    with pytest.raises(AskedAgain) as refusal:
        desks.consultant.do(RestartRequest(request=request))
    assert refusal.value.facts["again"] == again
    with pytest.raises(NotAllowedNow):
        desks.consultant.do(RestartRequest(request=again))
    for seat in (desks.head, desks.deputy, desks.general):
        sign(seat, again)
    assert desks.state(CODE) == "reserved"
    with pytest.raises(RequestCarriedOut):  # nothing is to be asked for again
        desks.consultant.do(WithdrawRequest(request=again))


def test_the_asker_takes_it_back(desks):
    request, _ = asked(desks)
    sign(desks.head, request)
    with pytest.raises(NotTheAsker):
        desks.manager.do(WithdrawRequest(request=request))
    desks.consultant.do(WithdrawRequest(request=request, reason="客户不要了"))
    assert card(desks, request).state is RequestState.WITHDRAWN
    with pytest.raises(RequestOver):
        sign(desks.deputy, request)
    assert desks.deputy.ask(requests, Which.INBOX) == ()
    with pytest.raises(NotFound):
        sign(desks.deputy, RequestId(99))


def test_after_its_time_nobody_signs(desks):
    request, _ = asked(desks, days=20)
    sign(desks.head, request)
    desks.clock.forward(days=7)
    assert card(desks, request).state is RequestState.EXPIRED
    with pytest.raises(RequestOver):
        sign(desks.deputy, request)
    again = RequestId(desks.consultant.do(RestartRequest(request=request, reason="再申请")))
    assert card(desks, again).next == ("head one",)


@pytest.fixture
def clerk(desks):
    """The manager stands in for the head of department, from tomorrow for three days."""
    first = today(desks) + timedelta(days=1)
    desks.head.do(
        SetStandIn(
            stand_in=PersonId(desks.manager.person.id),
            from_on=first, to_on=first + timedelta(days=2), reason="出差",
        )
    )  # fmt: skip
    return PersonId(desks.head.person.id)


def test_a_stand_in_signs_on_his_days_and_only_then(desks, clerk):
    request, _ = asked(desks)
    with pytest.raises(NotStandingIn):
        sign(desks.manager, request, standing_in_for=clerk)
    with pytest.raises(NotYourStep):
        sign(desks.manager, request)
    desks.clock.forward(days=1)
    assert desks.manager.ask(stand_ins)[0].in_force
    assert card(desks, request).next == ("head one", "manager one")
    with pytest.raises(NotStandingIn):
        sign(desks.deputy, request, standing_in_for=clerk)
    sign(desks.manager, request, standing_in_for=clerk)
    said = card(desks, request).signatures[0]
    assert (said.person, said.stands_in_for, said.role) == ("manager one", "head one", "head")
    with pytest.raises(SignedAlready):
        sign(desks.head, request)
    second, _ = asked(desks, "1-1-0302")
    desks.clock.forward(days=3)
    with pytest.raises(NotStandingIn):
        sign(desks.manager, second, standing_in_for=clerk)


def test_a_stand_in_who_alone_signs_the_step_after_leaves_this_one(desks):
    day, deputy = today(desks), PersonId(desks.deputy.person.id)
    general = PersonId(desks.general.person.id)
    desks.deputy.do(SetStandIn(stand_in=general, from_on=day, to_on=day, reason="出差"))
    request, _ = asked(desks)
    sign(desks.head, request)
    with pytest.raises(NobodyLeft, match="deputy one"):
        sign(desks.general, request, standing_in_for=deputy)
    assert len(card(desks, request).signatures) == 1
    sign(desks.deputy, request)
    sign(desks.general, request)
    assert card(desks, request).state is RequestState.APPROVED


def test_a_stand_in_does_not_sign_what_he_asked_for_and_can_be_taken_back(desks, clerk):
    desks.clock.forward(days=1)
    request, _ = asked(desks, by=desks.manager)
    with pytest.raises(OwnRequest):
        sign(desks.manager, request, standing_in_for=clerk)
    second, _ = asked(desks, "1-1-0302")
    day = today(desks)
    desks.head.do(SetStandIn(from_on=day, to_on=day + timedelta(days=9)))
    with pytest.raises(NotStandingIn):
        sign(desks.manager, second, standing_in_for=clerk)


def test_who_may_name_a_stand_in(desks):
    day, ids = today(desks), {p.login: PersonId(p.id) for p in desks.admin.ask(people)}
    span = {"from_on": day, "to_on": day}
    for seat, facts in (
        (desks.head, {"stand_in": ids["head"]}),
        (desks.head, {"stand_in": ids["manager"], "absent": ids["deputy"]}),
        (desks.admin, {"stand_in": ids["admin"], "absent": ids["deputy"]}),
        (desks.head, {"stand_in": ids["cashier"]}),
        (desks.head, {"stand_in": ids["manager"], "from_on": day - timedelta(days=1)}),
        (desks.head, {"stand_in": ids["manager"], "from_on": day + timedelta(days=1)}),
        (desks.head, {"stand_in": ids["manager"], "to_on": day + timedelta(days=400)}),
    ):
        with pytest.raises(BadEntry):
            seat.do(SetStandIn(**(span | facts)))
    desks.admin.do(SetStandIn(stand_in=ids["general"], absent=ids["deputy"], **span))
    desks.admin.do(AddPerson(login="second", name="general two", role=Role.GENERAL))
    request, _ = asked(desks)
    sign(desks.head, request)
    assert sign(desks.general, request, standing_in_for=ids["deputy"])["next"] == ["general two"]
    with pytest.raises(SignedAlready):  # he signed one step in another's place: not the next too
        sign(desks.general, request)


def test_a_request_keeps_the_flow_it_was_filed_under(desks):
    request, _ = asked(desks)
    assert desks.admin.ask(flows)[0].steps == SHIPPED[RequestKind.RESERVATION].steps
    desks.admin.do(
        EditFlow(
            kind=RequestKind.RESERVATION, valid_days=2, others_ask=True,
            steps=(FlowStep(act=Act.APPROVE, roles=(Role.MANAGER,)),),
        )
    )  # fmt: skip
    sign(desks.head, request)
    assert [step.roles for step in card(desks, request).steps] == [
        ("head",), ("deputy",), ("general",),
    ]  # fmt: skip
    second, _ = asked(desks, "1-1-0302")
    assert card(desks, second).expires_at == desks.clock.now + timedelta(days=2)
    assert sign(desks.manager, second)["state"] == RequestState.APPROVED


def test_thresholds_how_many_any_and_all(desks):
    both = (Role.HEAD, Role.DEPUTY)
    desks.admin.do(
        EditFlow(
            kind=RequestKind.RESERVATION,
            others_ask=True,
            steps=(
                FlowStep(act=Act.REVIEW, roles=both, needed=2, mode=Mode.ALL),
                FlowStep(
                    act=Act.APPROVE, roles=(Role.GENERAL,), fact=Fact.AMOUNT,
                    at_least=200_000_001,
                ),
                FlowStep(
                    act=Act.APPROVE, roles=(Role.GENERAL, Role.MANAGER), fact=Fact.DAYS,
                    at_least=5,
                ),
            ),
        )
    )  # fmt: skip
    short, _ = asked(desks, days=4)
    assert [step.position for step in card(desks, short).steps] == [1]
    sign(desks.deputy, short)
    assert card(desks, short).next == ("head one",)
    assert sign(desks.head, short)["state"] == RequestState.APPROVED
    long, _ = asked(desks, "1-1-0302", days=5)
    assert [step.position for step in card(desks, long).steps] == [1, 3]
    sign(desks.head, long)
    sign(desks.deputy, long)
    assert sign(desks.manager, long)["state"] == RequestState.APPROVED


@pytest.mark.parametrize(
    "wrong",
    [
        {"steps": ()},
        {"valid_days": 0},
        {"steps": (FlowStep(act=Act.REVIEW, roles=()),)},
        {"steps": (FlowStep(act=Act.REVIEW, roles=(Role.CASHIER,)),)},
        {"steps": (FlowStep(act=Act.REVIEW, roles=(Role.HEAD, Role.HEAD)),)},
        {"steps": (FlowStep(act=Act.REVIEW, roles=(Role.HEAD,), needed=0),)},
        {"steps": (FlowStep(act=Act.REVIEW, roles=(Role.HEAD,), needed=2, mode=Mode.ALL),)},
        {"steps": (FlowStep(act=Act.REVIEW, roles=(Role.HEAD,), fact=Fact.DAYS, at_least=1),)},
        {"steps": (FlowStep(act=Act.REVIEW, roles=(Role.HEAD,), at_least=-1),)},
        {"steps": (FlowStep(act=Act.REVIEW, roles=(Role.HEAD,)),) * 10},
    ],
)
def test_a_flow_that_cannot_be_is_refused(place, clock, wrong):
    from tests.furnished import seated

    desks = seated(place, clock)
    good = {"kind": RequestKind.RESERVATION, "steps": SHIPPED[RequestKind.RESERVATION].steps}
    with pytest.raises((BadEntry, MissingEntry)):
        desks.admin.do(EditFlow(**(good | wrong)))
    with pytest.raises(NotPermitted):
        desks.manager.do(EditFlow(**good))
    desks.office.close()


def test_a_flow_that_nobody_here_could_sign_is_refused_and_the_list_says_so(desks):
    kind = RequestKind.EXTENSION  # consultants and site managers ask for it
    twice = (FlowStep(act=Act.APPROVE, roles=(Role.DEPUTY,), needed=2),)
    with pytest.raises(NobodyToSign) as refusal:
        desks.admin.do(EditFlow(kind=kind, steps=twice, others_ask=True))
    assert refusal.value.facts["number"] == 1 and all(refusal.value.sentences())
    again = FlowStep(act=Act.APPROVE, roles=(Role.HEAD,))
    with pytest.raises(NobodyToSign) as refusal:  # nobody signs twice: the second step is open
        desks.admin.do(EditFlow(kind=kind, steps=(again, again)))
    assert refusal.value.facts["number"] == 2
    boss = (FlowStep(act=Act.APPROVE, roles=(Role.MANAGER,)),)
    with pytest.raises(AskerAlone) as refusal:
        desks.admin.do(EditFlow(kind=kind, steps=boss))
    assert refusal.value.facts["person"] == "manager one"
    desks.admin.do(EditFlow(kind=kind, steps=boss, others_ask=True))
    found = {flow.kind: flow for flow in desks.admin.ask(flows)}
    assert (found[kind].lacks, found[kind].alone) == (1, "manager one")
    assert (found[RequestKind.NAMES].lacks, found[RequestKind.NAMES].alone) == (0, "")
    desks.admin.do(PersonLeaves(person=PersonId(desks.general.person.id)))
    found = {flow.kind: flow for flow in desks.admin.ask(flows)}
    assert (found[RequestKind.PRICE].lacks, found[RequestKind.PRICE].alone) == (3, "")
    assert "general one" not in {line.name for line in desks.head.ask(signers)}


def test_a_stand_in_ended_early_is_over_and_what_is_left_of_it_is_not(desks, clerk):
    first = today(desks) + timedelta(days=1)
    (line,) = desks.head.ask(stand_ins)
    assert (line.over, line.in_force) == (False, False)
    desks.head.do(SetStandIn(from_on=first, to_on=first))
    assert [line.over for line in desks.head.ask(stand_ins)] == [False, False]
    desks.head.do(SetStandIn(from_on=first, to_on=first + timedelta(days=2)))
    assert [line.over for line in desks.head.ask(stand_ins)] == [False, True, True]


# --- what was signed is looked at again -------------------------------------------------------------


def test_a_unit_that_has_gone_is_not_reserved_and_nothing_is_half_done(desks):
    request, _ = asked(desks)
    sign(desks.head, request)
    sign(desks.deputy, request)
    desks.consultant.do(HoldUnit(unit=desks.unit(CODE), customer=CustomerId(1)))
    with pytest.raises(UnitTaken) as refusal:
        sign(desks.general, request)
    assert all(refusal.value.sentences())
    assert len(card(desks, request).signatures) == 2
    assert desks.state(CODE) == "on hold"
    desks.consultant.do(LetGo(unit=desks.unit(CODE)))
    assert sign(desks.general, request)["state"] == RequestState.APPROVED


def test_a_price_that_changed_in_between_is_not_signed(desks):
    request, _ = asked(desks)
    sign(desks.head, request)
    desks.admin.do(ImportUnits(rows=rows(price=2_100_000), project=ProjectId(1), file="t"))
    with pytest.raises(FactsChanged) as refusal:
        sign(desks.deputy, request)
    assert refusal.value.facts["what"] == "list price"
    sign(desks.deputy, request, decision=Decision.REJECT, comment="价格已变")
    again = RequestId(desks.consultant.do(RestartRequest(request=request)))
    assert card(desks, again).amount_fen == 210_000_000
    for seat in (desks.head, desks.deputy, desks.general):
        sign(seat, again)
    assert desks.manager.ask(reservations)[0].total_fen == 210_000_000


def test_two_requests_for_one_unit_reserve_it_once(desks):
    first, customer = asked(desks)
    with pytest.raises(AskedAlready):
        asked(desks, customer=customer)
    second, _ = asked(desks, customer=desks.customer("李芳", "13912345678"))
    for seat in (desks.head, desks.deputy):
        sign(seat, first)
        sign(seat, second)
    sign(desks.general, second)
    with pytest.raises(UnitTaken):
        sign(desks.general, first)
    assert desks.units()[CODE].customer == "李芳"


def test_what_cannot_be_reserved_is_not_even_asked_for(desks):
    customer = desks.customer()
    for days in (-1, 31):
        with pytest.raises(BadEntry):
            asked(desks, customer=customer, days=days)
    with pytest.raises(MissingEntry):
        asked(desks, customer=customer, reason=" ")
    with pytest.raises(NotFound):
        asked(desks, customer=CustomerId(99))
    desks.manager.do(BlockUnits(units=(desks.unit(CODE),), reason="样板房"))
    with pytest.raises(NotAllowedNow):
        asked(desks, customer=customer)
    desks.admin.do(ImportUnits(rows=rows(floors=1), project_name="无证花园", file="x"))
    desks.manager.do(HoldBack(units=(UnitId(7),), reason="x"))
    with pytest.raises(NoPermit):
        desks.consultant.do(
            RequestReservation(unit=UnitId(7), customer=customer, until=today(desks), reason="x")
        )
    with pytest.raises(NotPermitted):
        asked(desks, "1-1-0101", customer=customer, by=desks.cashier)


def test_a_city_that_forbids_it_is_obeyed(desks):
    request, customer = asked(desks)
    put_law(desks, Law.RESERVATION, LawLevel.BLOCK)
    with pytest.raises(ReservationBanned):
        sign(desks.head, request)
    with pytest.raises(ReservationBanned):
        asked(desks, "1-1-0302", customer=customer)
    put_law(desks, Law.RESERVATION, LawLevel.WARN)
    answer = desks.consultant.do(
        RequestReservation(
            unit=desks.unit("1-1-0302"), customer=customer, until=today(desks), reason="x"
        )
    )
    assert answer["warned"]
    for seat in (desks.head, desks.deputy, desks.general):
        sign(seat, request)
    assert desks.state(CODE) == "reserved"


# --- what becomes of a reservation ------------------------------------------------------------------


def faces(desks):
    return {unit.code: unit.face for unit in desks.reception.ask(public_board, ProjectId(1)).units}


def columns(desks):
    found = desks.manager.ask(board_columns, ProjectId(1))
    at = found.codes.index(CODE)
    return STATES[found.states[at]].value, found.untils[at]


def test_a_reservation_over_is_held_back_for_everybody_before_and_after_the_sweep(desks):
    _, _customer = reserved(desks, days=3)
    unit = desks.unit(CODE)
    assert faces(desks)[CODE] is PublicFace.RESERVED
    assert columns(desks)[0] == "reserved"
    desks.clock.forward(days=4)
    for swept in (0, 1):
        card_ = desks.units()[CODE]
        assert (card_.state.value, card_.customer, card_.until) == ("held back", None, None)
        assert columns(desks) == ("held back", 0)
        patch = desks.manager.ask(board_patch, (unit,))[0]
        assert (STATES[patch.state], patch.until) == (UnitState.HELD_BACK, 0.0)
        assert faces(desks)[CODE] is PublicFace.NOT_RELEASED
        assert desks.manager.ask(reservations) == ()
        assert desks.manager.ask(reservations, live_only=False)[0].state == "over"
        assert desks.office.sweep() == (0 if swept else 2)
    newest, before = desks.manager.ask(unit_history, unit)[:2]
    assert (newest.what, newest.actor) == ("held back", "clock")
    assert before.ended_at == newest.at
    whole(desks)
    desks.manager.do(ReleaseUnits(units=(unit,)))
    assert desks.state(CODE) == "available"


def test_whoever_comes_to_a_reservation_that_is_over_finds_it_held_back(desks):
    reserved(desks, days=0)
    desks.clock.forward(days=1)
    with pytest.raises(Exception) as refusal:  # noqa: PT011 - NotOnOffer, from either way
        desks.consultant.do(HoldUnit(unit=desks.unit(CODE), customer=CustomerId(1)))
    assert type(refusal.value).__name__ == "NotOnOffer"
    desks.manager.do(ReleaseUnits(units=(desks.unit(CODE),)))
    whole(desks)
    desks.consultant.do(HoldUnit(unit=desks.unit(CODE), customer=CustomerId(1)))


def test_it_becomes_a_hold_for_the_same_customer_only(desks):
    _, customer = reserved(desks)
    unit = desks.unit(CODE)
    other = desks.customer("李芳", "13912345678")
    for seat in (desks.consultant, desks.manager):
        with pytest.raises(UnitTaken):
            seat.do(HoldUnit(unit=unit, customer=other))
    desks.clock.forward(minutes=1)
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    desks.clock.forward(minutes=1)
    desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="公积金"))
    assert desks.state(CODE) == "subscribed"
    assert desks.manager.ask(reservations, live_only=False)[0].state == "held"
    whole(desks)


def test_a_hold_that_came_from_it_never_falls_into_the_offer(desks):
    _, customer = reserved(desks)
    unit = desks.unit(CODE)
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    desks.clock.forward(minutes=31)
    assert desks.state(CODE) == "draft"
    with pytest.raises(Exception) as refusal:  # noqa: PT011
        desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    assert type(refusal.value).__name__ == "NotOnOffer"


def test_it_is_given_up_into_held_back_by_whose_it_is(desks):
    reserved(desks)
    desks.admin.do(AddPerson(login="second", name="另一位", role=Role.CONSULTANT))
    with pytest.raises(NotPermitted):
        desks.cashier.do(GiveUpReservation(unit=desks.unit(CODE), reason="x"))
    with pytest.raises(MissingEntry):
        desks.consultant.do(GiveUpReservation(unit=desks.unit(CODE), reason=""))
    desks.clock.forward(minutes=1)
    desks.consultant.do(GiveUpReservation(unit=desks.unit(CODE), reason="客户不要了"))
    assert desks.state(CODE) == "held back"
    with pytest.raises(NotAllowedNow):
        desks.consultant.do(GiveUpReservation(unit=desks.unit(CODE), reason="x"))
    assert desks.manager.ask(reservations, live_only=False)[0].state == "given up"
    whole(desks)


def test_held_back_units_are_reserved_too(desks):
    desks.manager.do(HoldBack(units=(desks.unit(CODE),), reason="二批"))
    reserved(desks)
    assert desks.state(CODE) == "reserved"
    with pytest.raises(NotAllowedNow):
        desks.manager.do(ReleaseUnits(units=(desks.unit(CODE),)))
    desks.manager.do(EditProject(project=ProjectId(1), phone="021-1"))


def test_the_same_signature_sent_twice_has_one_effect(desks):
    request, _ = asked(desks)
    command = SignRequest(request=request)
    first = desks.head.do(command, "intent-1")
    assert desks.head.do(command, "intent-1") == first
    assert len(card(desks, request).signatures) == 1


def test_a_consultant_sees_his_own_requests_only(desks):
    request, _ = asked(desks)
    other, _ = asked(desks, "1-1-0302", by=desks.manager)
    assert [c.id for c in desks.consultant.ask(requests)] == [request]
    assert [c.id for c in desks.manager.ask(requests)] == [other, request]
    assert [c.id for c in desks.manager.ask(requests, Which.MINE)] == [other]
    with pytest.raises(NotFound):
        desks.consultant.ask(request_sheet, other)
    assert desks.cashier.ask(requests) == ()  # those of refunds are the cashier's
    assert len(desks.head.ask(requests)) == 2


def test_a_request_is_named_by_its_number(desks):
    request, _ = asked(desks)
    assert desks.manager.ask(request_key, f" {request} ") == request
    for key in ("99", "x", "", "9" * 5000):
        with pytest.raises(NotFound):
            desks.manager.ask(request_key, key)


# --- raw SQL on a file: what no program can write -----------------------------------------------------


@pytest.fixture
def raw(place, clock):
    from tests.furnished import seated

    desks = seated(place, clock)
    yield desks
    desks.office.close()


def refused(desks, statement, why, **values):
    with (
        pytest.raises(IntegrityError, match=why),
        desks.office.database.writing() as session,
    ):
        session.execute(text(statement), values)


SIGN = (
    "INSERT INTO signature (request_id, position, place, person_id, absent_id, role, decision,"
    " comment, at) VALUES (:request, :position, :place, :person, :absent, :role, 'approve', '', :at)"
)


def test_the_file_refuses_forged_signatures(raw):
    raw.admin.do(ChangeRole(person=PersonId(raw.cashier.person.id), role=Role.HEAD))
    request, _ = asked(raw, by=raw.head)
    ids = {p.login: p.id for p in raw.admin.ask(people)}
    at = int(raw.clock.now.timestamp() * 1_000_000)
    good = {
        "request": request, "position": 1, "place": 1, "person": ids["deputy"], "absent": None,
        "role": "head", "at": at,
    }  # fmt: skip
    week = 7 * 86_400_000_000
    for wrong, why in (
        ({"person": ids["head"]}, "what he asked for"),
        ({"absent": ids["head"]}, "what he asked for|stand-in"),
        ({}, "by its roles"),
        ({"role": "deputy"}, "by its roles"),
        ({"position": 2, "role": "deputy"}, "in their order"),
        ({"place": 2}, "follow one another|by its roles"),
        ({"person": ids["consultant"]}, "without the right|by its roles"),
        ({"at": at + week}, "is over|by its roles"),
    ):
        refused(raw, SIGN, why, **(good | wrong))
    second, _ = asked(raw, "1-1-0302")
    sign(raw.head, second)
    good |= {"request": second, "position": 2, "role": "deputy"}
    refused(raw, SIGN, "twice|by its roles", **(good | {"person": ids["head"]}))
    refused(raw, SIGN, "stand-in", **(good | {"person": ids["manager"], "absent": ids["deputy"]}))
    for table in ("signature", "request", "flow", "flow_step", "stand_in", "withdrawal"):
        refused(raw, f"INSERT INTO {table} SELECT * FROM {table} LIMIT 1", ".") if table in (
            "signature", "request", "flow", "flow_step",
        ) else None  # fmt: skip
    for statement in (
        "UPDATE signature SET decision = 'reject'",
        "DELETE FROM signature",
        "UPDATE request SET reason = ''",
        "DELETE FROM request",
        "UPDATE flow_step SET needed = 9",
        "DELETE FROM flow_step",
        "UPDATE reservation SET until = 0",
    ):
        refused(raw, statement, "append-only")


def test_the_file_refuses_a_reservation_that_nobody_signed(raw):
    request, customer = asked(raw)
    ids = {p.login: p.id for p in raw.admin.ask(people)}
    at = int(raw.clock.now.timestamp() * 1_000_000)
    claim = (
        "INSERT INTO claim (unit_id, stage, deal_id, customer_id, consultant_id, opened_at, opened_by,"
        " until, reason, opening, end_reason) SELECT v.unit_id, 'reserved', NULL, v.customer_id,"
        " v.consultant_id, :at, :who, v.until, '', 0, '' FROM reservation v WHERE v.request_id = :r"
    )
    facts = {"at": at, "r": request}
    refused(raw, claim, "without its signatures", who=ids["general"], **facts)
    refused(raw, claim, "without the right|signatures", who=ids["consultant"], **facts)
    sign(raw.head, request)
    sign(raw.deputy, request)
    refused(raw, claim, "without its signatures", who=ids["general"], **facts)
    held_back = claim.replace("'reserved'", "'held back'").replace("v.until, ''", "NULL, ''")
    refused(raw, held_back, "clock holds back", who=0, **facts)
    refused(raw, held_back, "given up|without the right", who=ids["consultant"], **facts)
    wish = (
        "INSERT INTO reservation (request_id, unit_id, customer_id, consultant_id, until, total_fen,"
        " asker_id, filed_at) SELECT :r, :unit, customer_id, consultant_id, until, total_fen,"
        " asker_id, filed_at + :late FROM reservation WHERE request_id = 1"
    )
    again, _ = asked(raw, "1-1-0302")
    refused(raw, wish, "reservation", r=again, unit=1, late=0)
    assert customer
