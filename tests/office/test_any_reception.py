"""Any day at reception: visits, follow-ups, corrections, merges, successions; nothing is ever lost."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from sqlalchemy import false, text, true, update

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, FollowUpId, PersonId, ProjectId, Secret, VisitId
from salesdesk.office.customers.commands import (
    EditCustomer,
    HandOver,
    MergeCustomers,
    PersonLeaves,
)
from salesdesk.office.customers.queries import (
    customer,
    find_customers,
    follow_ups_due,
    visit_register,
)
from salesdesk.office.customers.register import (
    AdviseFollowUp,
    CorrectVisit,
    RecordFollowUp,
    RegisterVisit,
)
from salesdesk.office.customers.rules import Grade, Manner
from salesdesk.office.customers.tables import Visit
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword
from salesdesk.office.staff.rules import Role
from tests.furnished import PASSWORD
from tests.office.stages import OnFile, OnServer

PHONES = tuple(f"1390000000{n}" for n in range(5))
PHONE = st.sampled_from(PHONES)
ANY = st.sampled_from((1, 2, 3, 1, 2, 3, 4))  # three came before; 4 is a stranger at first
THREE = ("consultant", "second", "third")


@dataclass
class Known:
    """A customer as the model knows him: whose he is, his numbers, his visits."""

    name: str
    owner: str
    phones: list
    visits: set = field(default_factory=set)
    merged: bool = False


class AnyReception(RuleBasedStateMachine):
    """Five telephone numbers, three consultants of whom two may leave, and a clock."""

    stage = None  # set by whoever runs the machine: `stages`

    def __init__(self):
        super().__init__()
        self.desks = self.stage.begin()
        self.clock = self.desks.clock
        self.clock.forward(hours=1)
        self.seats = {n: self.stage.seat(self.desks, n) for n in THREE}
        self.here = list(self.seats)
        due = self.today() + timedelta(days=2)
        self.people = {
            n: Known(f"客户{n}", THREE[n - 1], [PHONES[n]], {n}) for n in range(1, len(THREE) + 1)
        }
        self.open = {n: (n, THREE[n - 1], due) for n in self.people}  # customer, owner, due
        self.visits = len(self.people)

    def teardown(self):
        try:
            self.nothing_is_lost()
        finally:
            self.stage.end(self.desks)

    def attempt(self, place, command, *, may):
        self.clock.forward(seconds=1)
        if may:
            return place.do(command)
        with pytest.raises(UserError):
            place.do(command)
        return None

    def today(self):
        return day_of(self.clock.now)

    def of_phone(self, phone):
        found = [key for key, known in self.people.items() if phone in known.phones]
        assert len(found) <= 1
        return found[0] if found else None

    def person(self, login):
        return PersonId(self.seats[login].person.id)

    def live(self, key):
        return key in self.people and not self.people[key].merged

    # --- rules ---------------------------------------------------------------------------------

    @rule(phone=PHONE, who=st.sampled_from(("consultant", "second", "reception")),
          back=st.integers(0, 3), late=st.booleans(), next_in=st.sampled_from((None, 0, 1, 9)))  # fmt: skip
    def register(self, phone, who, back, late, next_in):
        place = self.desks.reception if who == "reception" else self.seats[who]
        if who not in {*self.here, "reception"}:
            return
        day, known = self.today() - timedelta(days=back), self.of_phone(phone)
        answer = self.attempt(
            place,
            RegisterVisit(
                manner=Manner.VISIT, name=f"客户{phone[-1]}", phone=phone, project=ProjectId(1),
                visited_on=day, late=late,
                next_on=None if next_in is None else self.today() + timedelta(days=next_in),
            ),
            may=back == 0 or late,
        )  # fmt: skip
        if answer is None:
            return
        self.visits += 1
        assert answer["number"] == self.visits
        assert answer["new"] == (known is None)
        key = answer["customer"]
        if known is None:
            owner = next(n for n in self.seats if self.person(n) == answer["consultant"])
            assert owner in self.here
            assert who in {owner, "reception"}
            self.people[key] = Known(f"客户{phone[-1]}", owner, [phone])
        else:
            assert key == known
        self.people[key].visits.add(answer["visit"])
        due = self.today() + timedelta(days=min(2, 2 if next_in is None else next_in))
        follow_up, owner = answer["follow_up"], self.people[key].owner
        owed = {f: d for f, (c, _o, d) in self.open.items() if c == key}
        if owed:  # one contact answers both visits
            assert owed[follow_up] == min(owed.values())
            due, owner = min(due, owed[follow_up]), self.open[follow_up][1]
        assert follow_up is not None
        self.open[follow_up] = (key, owner, due)

    @rule(key=ANY, next_in=st.sampled_from((None, -1, 0, 3)), again=st.booleans())
    def follow_up(self, key, next_in, again):
        owed = next((f for f, (c, _o, _d) in sorted(self.open.items()) if c == key), None)
        place = self.desks.manager
        day = None if next_in is None else self.today() + timedelta(days=next_in)
        answer = self.attempt(
            place,
            RecordFollowUp(
                follow_up=FollowUpId(owed or 99), result="约周末", grade=Grade.A, next_on=day
            ),
            may=owed is not None and next_in != -1,
        )
        if answer is None:
            return
        del self.open[owed]
        if answer["next"] is not None:
            self.open[answer["next"]] = (key, self.people[key].owner, day)
        if again:
            self.attempt(place, RecordFollowUp(follow_up=FollowUpId(owed), result="x"), may=False)

    @rule(key=ANY, advice=st.sampled_from(("先讲价值", "")))
    def advise(self, key, advice):
        owed = next((f for f, (c, _o, _d) in self.open.items() if c == key), 99)
        self.attempt(
            self.desks.manager,
            AdviseFollowUp(follow_up=FollowUpId(owed), advice=advice),
            may=owed != 99 and advice != "",
        )

    @rule(visit=st.integers(1, 4), stale=st.booleans())
    def correct(self, visit, stale):
        """The register is corrected by a new version; what stood there before is kept."""
        before = {line.id: line for line in self.lines()}.get(visit)
        answer = self.attempt(
            self.desks.reception,
            CorrectVisit(
                visit=VisitId(visit),
                version=(before.version if before else 1) - stale,
                remarks="补充",
            ),
            may=before is not None and not stale,
        )
        if answer is not None:
            assert answer == before.version + 1
            kept = self.rows("SELECT before FROM revision WHERE topic='visit' AND key=:k", k=visit)
            assert len(kept) == before.version

    @rule(key=ANY, phone=PHONE, name=st.sampled_from((None, "改名", "")))
    def edit(self, key, phone, name):
        taken = self.of_phone(phone)
        answer = self.attempt(
            self.desks.reception,
            EditCustomer(customer=CustomerId(key), phones=(phone,), name=name),
            may=self.live(key) and taken in {None, key} and name != "",
        )
        if answer is not None:
            self.people[key].phones = [phone]
            self.people[key].name = name or self.people[key].name

    @rule(key=ANY, other=ANY)
    def merge(self, key, other):
        may = self.live(key) and self.live(other) and key != other
        answer = self.attempt(
            self.desks.manager,
            MergeCustomers(customer=CustomerId(key), other=CustomerId(other)),
            may=may,
        )
        if answer is not None:
            kept, gone = self.people[key], self.people[other]
            kept.phones, gone.phones = kept.phones + gone.phones, []
            kept.visits, gone.visits = kept.visits | gone.visits, set()
            gone.merged = True
            self.open = {f: (key if c == other else c, o, d) for f, (c, o, d) in self.open.items()}

    @rule(key=ANY, to=st.sampled_from(THREE))
    def hand_over(self, key, to):
        answer = self.attempt(
            self.desks.manager,
            HandOver(customer=CustomerId(key), consultant=self.person(to)),
            may=self.live(key) and to in self.here,
        )
        if answer is not None:
            self.people[key].owner = to
            self.open = {f: (c, to if c == key else o, d) for f, (c, o, d) in self.open.items()}

    @rule(who=st.sampled_from(("second", "third")), heir=st.sampled_from((None, "consultant")))
    def leave(self, who, heir):
        has = [k for k, known in self.people.items() if known.owner == who]
        owes = [f for f, (_c, o, _d) in self.open.items() if o == who]
        answer = self.attempt(
            self.desks.manager,
            PersonLeaves(
                person=self.person(who), successor=None if heir is None else self.person(heir)
            ),
            may=who in self.here and not ((has or owes) and heir is None),
        )
        if answer is not None:
            self.here.remove(who)
            for key in has:
                self.people[key].owner = heir
            self.open = {f: (c, heir if o == who else o, d) for f, (c, o, d) in self.open.items()}

    @rule(days=st.sampled_from((0, 1, 3)))
    def wait(self, days):
        self.clock.forward(days=days, minutes=5)
        self.nothing_is_lost()

    # --- what is always true -------------------------------------------------------------------

    def lines(self):
        return self.desks.manager.ask(
            visit_register, 1, self.today() - timedelta(days=4000), self.today()
        )

    def rows(self, sql, **values):
        with self.desks.office.database.reading() as session:
            return session.execute(text(sql), values).all()

    def nothing_is_lost(self):
        ask = self.desks.manager.ask
        for key, known in self.people.items():
            card = ask(customer, key)
            assert (card.name, sorted(card.phones)) == (known.name, sorted(known.phones))
            assert card.visits == len(known.visits)
            assert (card.merged_into is not None) == known.merged
            assert card.consultant_id == self.person(known.owner)
            for phone in known.phones:
                assert [c.id for c in ask(find_customers, phone)] == [key]
        lines = self.lines()
        assert sorted(line.number for line in lines) == list(range(1, self.visits + 1))
        assert {line.id: line.customer_id for line in lines} == {
            visit: key for key, known in self.people.items() for visit in known.visits
        }
        owed = {f.id: (f.customer_id, f.consultant_id, f.due_on) for f in ask(follow_ups_due)}
        assert owed == {f: (c, self.person(o), d) for f, (c, o, d) in self.open.items()}
        for login in self.here:  # whoever owes a contact sees it on his own list
            mine = {line.id for line in self.seats[login].ask(follow_ups_due)}
            assert mine == {f for f, (_c, o, _d) in self.open.items() if o == login}


def furnish(desks):
    """Add two consultants more, and a customer of each."""
    for login in THREE[1:]:
        added = desks.admin.do(AddPerson(login=login, name=login, role=Role.CONSULTANT))
        newcomer = desks.office.sign_in(login, added.one_time_password)
        newcomer.do(ChangeOwnPassword(old=added.one_time_password, new=Secret(PASSWORD)))
    for n, login in enumerate(THREE, start=1):
        entry = RegisterVisit(
            manner=Manner.CALL, name=f"客户{n}", phone=PHONES[n], project=ProjectId(1)
        )
        desks.office.sign_in(login, PASSWORD).do(entry)


@pytest.fixture(scope="module")
def any_reception(tmp_path_factory):
    AnyReception.stage = OnFile.made(tmp_path_factory.mktemp("any-reception"), furnish)
    return AnyReception


def run(machine, examples, steps, *, nightly):
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            phases=tuple(Phase) if nightly else (Phase.generate,),
        ),
    )


def test_any_day_at_reception(any_reception, nightly):
    run(any_reception, 300 if nightly else 20, 30, nightly=nightly)


def test_any_day_at_reception_on_a_server(server, monkeypatch, nightly):
    stage = OnServer(server, furnish)
    monkeypatch.setattr(AnyReception, "stage", stage)
    try:
        run(AnyReception, 60 if nightly else 2, 30 if nightly else 15, nightly=nightly)
    finally:
        stage.strike()


BUGS = {
    "a merge loses the visits": (
        "customers.commands.update",
        lambda table: update(table).where(false() if table is Visit else true()),
    ),
    "a visit makes no follow-up": ("customers.register.plan_follow_up", lambda *_: None),
    "a leaver keeps his follow-ups": ("customers.commands._open_follow_ups", lambda *_: None),
    "a known caller is a new customer": ("customers.register.customer_by_phone", lambda *_: None),
    "a correction keeps nothing": ("customers.register.keep_revision", lambda *_: None),
}


@pytest.mark.parametrize("bug", BUGS)
def test_the_reception_machine_catches_seeded_bugs(any_reception, monkeypatch, bug):
    target, wrong = BUGS[bug]
    monkeypatch.setattr("salesdesk.office." + target, wrong)
    with pytest.raises((AssertionError, pytest.fail.Exception, UserError)):
        run_state_machine_as_test(
            any_reception,
            settings=settings(max_examples=40, stateful_step_count=25, phases=[Phase.generate]),
        )
