"""The practice office (练习售楼处): six weeks of a project's life, played by the real commands.

A seeded script on a clock that runs from six weeks ago to now, all of it through the front door.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from salesdesk.app.practice_afterwards import afterwards
from salesdesk.app.practice_fees import charge
from salesdesk.app.practice_limits import measure, set_limits
from salesdesk.app.practice_plans import attach
from salesdesk.app.practice_prices import offer_discounts, relax_original_price, set_prices
from salesdesk.app.practice_scenes import Signers, id_card, remind, reserve, share_out, tick_off
from salesdesk.app.practice_till import close_evening
from salesdesk.kernel.calendar import day_of, is_day_off, local
from salesdesk.kernel.keys import CustomerId, ProjectId, Secret, UnitId
from salesdesk.office.campaign.commands import PlanCampaign
from salesdesk.office.customers.commands import EditCustomer
from salesdesk.office.customers.queries import follow_ups_due
from salesdesk.office.customers.register import RecordFollowUp, RegisterVisit
from salesdesk.office.customers.rules import MEDIA, Grade, Manner
from salesdesk.office.entrance import Missing
from salesdesk.office.founding import Founder, found
from salesdesk.office.frontdoor import Office, Seat
from salesdesk.office.inventory.commands import BlockUnits, EditProject, HoldBack, ReleaseUnits
from salesdesk.office.inventory.generating import GenerateUnits
from salesdesk.office.inventory.patterns import PatternUnit
from salesdesk.office.inventory.permitting import RecordPermit
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.commands import PrintReceipt
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.sales.commands import HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.rules import PAYMENT_MODES
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription, PayRefund
from salesdesk.office.staff.queries import person_by_login, person_card
from salesdesk.office.staff.rules import Role
from salesdesk.store.database import Clock, system_clock

PROJECT = "云栖花园"
PASSWORD = "practice"  # noqa: S105 - it is printed on the sign-in page of every practice office
PEOPLE = (
    ("reception", "周晓雯", Role.RECEPTION),
    ("consultant", "陈思远", Role.CONSULTANT),
    ("cashier", "林静", Role.CASHIER),
    ("manager", "赵敏", Role.MANAGER),
    ("head", "孙志远", Role.HEAD),
    ("deputy", "何雅琴", Role.DEPUTY),
    ("general", "梁国栋", Role.GENERAL),
)
GUIDED = "1-1-0601"
"""The unit of the walk in README.md: the script never sells it, so that the walk can be copied."""
DAYS = 42
_REMINDED = (30, 31, 40)
"""The days on which the manager serves a notice on a buyer who has not come."""
_OPEN_SINCE = timedelta(minutes=125)
"""How long today's door has been open, whatever the hour: an office made before breakfast too."""

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰建国志鹏文博雨欣子涵梓萱浩然思琪嘉怡俊辉晓东海燕佳宁"
_RARE = ("欧阳𬭚", "龚䶮", "吉𠮷", "㐀若水", "刘𬍛")
_REMARKS = (
    "关注学区和得房率，带父母一起看。", "首次置业，想要南向三房。", "对比过隔壁项目，觉得单价略高。",
    "预算三百万以内，公积金可贷。", "希望中高楼层，避开西晒。", "改善型，现有住房待售。",
    "看中样板房的收纳设计，周末带家人再来。", "问车位配比和物业费。",
)  # fmt: skip
_OBJECTIONS = ("价格", "楼层", "交付时间", "", "", "学区未定", "车位")


@dataclass(slots=True)
class _Clock:
    """A clock that the script turns."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def forward(self, minutes: float) -> None:
        """Let some minutes pass."""
        self.now += timedelta(minutes=minutes)


@dataclass(slots=True)
class _Cast:
    """Who plays, and what has happened so far."""

    clock: _Clock
    reception: Seat
    consultant: Seat
    cashier: Seat
    manager: Seat
    signers: Signers
    dice: random.Random
    prospects: list[int] = field(default_factory=list)
    known: int = 0
    subscribed: list[int] = field(default_factory=list)


def furnish(
    path: Path,
    clock: Clock = system_clock,
    missing: Missing = lambda _text: "",
    step: Callable[[int, int], None] = lambda _done, _of: None,
) -> None:
    """Make the furnished practice office at *path*; *step* tells (done, of) days.

    People: reception, consultant, cashier, manager, admin; password ``practice``.
    """
    end = clock()
    opening = local(end) - timedelta(days=DAYS)
    turned = _Clock(opening.replace(hour=9, minute=0, second=0, microsecond=0).astimezone(UTC))
    founder = Founder(
        login="admin",
        name="系统管理员",
        password=Secret(PASSWORD),
        project=PROJECT,
        company="云栖置业有限公司",
        practice=True,
        people=PEOPLE,
    )
    office, _key = found(path, founder, turned, missing)
    try:
        cast = _cast(office, turned)
        _set_the_stage(cast)
        set_limits(_seat(office, "admin"), cast.manager)
        for day in range(DAYS):
            _day(cast, day)
            step(day + 1, DAYS)
            turned.now = max(turned.now, min(_morning(opening, day + 1), end - _OPEN_SINCE))
        _today(cast, end)
        charge(_seat(office, "admin"), cast.cashier)
        office.seal()
    finally:
        office.close()


def _cast(office: Office, clock: _Clock) -> _Cast:
    seats = {login: _seat(office, login) for login, _name, _role in PEOPLE}
    return _Cast(
        clock,
        seats["reception"],
        seats["consultant"],
        seats["cashier"],
        seats["manager"],
        Signers(*(seats[name] for name in ("consultant", "manager", "head", "deputy", "general"))),
        random.Random(20),  # noqa: S311 - practice data, no secret
    )


def _seat(office: Office, login: str) -> Seat:
    """Seat somebody of the office just made: eight passwords proved to ourselves take a second."""
    with office.database.reading() as session:
        return Seat(office, person_card(person_by_login(session, login)))


def _morning(opening: datetime, day: int) -> datetime:
    start = opening + timedelta(days=day)
    return start.replace(hour=9, minute=0, second=0, microsecond=0).astimezone(UTC)


def _set_the_stage(cast: _Cast) -> None:
    manager, clock = cast.manager, cast.clock
    manager.do(
        EditProject(
            project=ProjectId(1),
            address="云栖路 88 号",
            phone="0571-88001234",
            company="云栖置业有限公司",
        )
    )
    for building, floors, cores, pattern in _BUILDINGS:
        manager.do(
            GenerateUnits(
                building=building,
                first_floor=1,
                last_floor=floors,
                skipped=(4, 13, 14),
                flat=(5, 15, floors),
                cores=cores,
                pattern=pattern,
                project=ProjectId(1),
            )
        )
        clock.forward(4)
    manager.do(
        RecordPermit(
            number="云房预许字（2026）第 018 号",
            authority="云栖区住房和城乡建设局",
            issued_on=day_of(clock.now) - timedelta(days=6),
            project=ProjectId(1),
        )
    )
    manager.do(PlanCampaign(project=ProjectId(1), start_on=day_of(clock.now) - timedelta(days=45)))
    share_out(manager, cast.consultant)
    clock.forward(5)
    set_prices(manager)
    clock.forward(5)
    units = manager.ask(board)
    show = [UnitId(u.id) for u in units if (u.building, u.floor) == ("1栋", 2)][:2]
    manager.do(BlockUnits(units=tuple(show), reason="样板房"))
    first = tuple(UnitId(u.id) for u in units if u.building in ("1栋", "2栋") and u.id not in show)
    manager.do(ReleaseUnits(units=first, name="首批"))
    offer_discounts(manager)
    relax_original_price(cast.signers)
    clock.forward(5)
    best = [UnitId(u.id) for u in units if u.building == "2栋" and u.floor in (17, 18)]
    manager.do(HoldBack(units=tuple(best[:6]), reason="楼王，二批推出"))


def _unit(number: str, layout: str, orientation: str, areas: str, price: int) -> PatternUnit:
    gross, inside = areas.split("/")
    return PatternUnit(
        number=number,
        layout=layout,
        orientation=orientation,
        gross_area=Decimal(gross),
        inside_area=Decimal(inside),
        unit_price_fen=price * 100,
        floor_step_fen=8_000,
        use="住宅",
    )


_BUILDINGS = (
    (
        "1栋", 18, ("1单元", "2单元"),
        (
            _unit("01", "三室两厅", "南", "118.62/94.30", 23_800),
            _unit("02", "两室两厅", "南", "89.35/70.88", 23_200),
            _unit("03", "三室两厅", "东南", "105.17/83.61", 23_500),
        ),
    ),
    (
        "2栋", 18, ("1单元", "2单元"),
        (
            _unit("01", "四室两厅", "南北", "143.08/115.42", 25_600),
            _unit("02", "三室两厅", "南", "121.55/97.20", 24_900),
        ),
    ),
    (
        "3栋", 11, ("1单元",),
        (
            _unit("01", "四室两厅", "南北", "168.90/139.85", 28_200),
            _unit("02", "四室两厅", "南北", "172.36/142.70", 28_600),
        ),
    ),
)  # fmt: skip


_SAID = ("约定周末复访", "已发户型图，考虑中", "嫌总价高，继续跟进", "家人意见不一")


def _day(cast: _Cast, day: int) -> None:
    dice, clock = cast.dice, cast.clock
    busy = 6 if is_day_off(day_of(clock.now)) else 3
    for _visit in range(dice.randint(busy - 1, busy + 2)):
        clock.forward(dice.uniform(12, 55))
        _visitor(cast)
    for _deal in range(dice.choice((0, 1, 1, 2)) if day > 2 else 0):  # noqa: PLR2004 - word spreads
        clock.forward(dice.uniform(10, 40))
        _sale(cast)
    if day % 9 == 8 and cast.subscribed:  # noqa: PLR2004 - now and then somebody gives up
        _gives_up(cast)
    if day in _REMINDED:
        remind(cast.manager)
    for line in cast.consultant.ask(follow_ups_due):
        if line.due_on <= day_of(clock.now) and dice.random() < 0.9:  # noqa: PLR2004 - one in ten is late
            clock.forward(3)
            cast.consultant.do(
                RecordFollowUp(
                    customer=CustomerId(line.customer_id),
                    result=dice.choice(_SAID),
                    grade=dice.choice(list(Grade)),
                )
            )
    close_evening(cast.cashier, short=day % 13 == 5)  # noqa: PLR2004 - seldom


def _visitor(cast: _Cast) -> None:
    dice = cast.dice
    if cast.prospects and dice.random() < 0.2:  # noqa: PLR2004 - one in five comes again
        again = CustomerId(dice.choice(cast.prospects))
        cast.reception.do(
            RegisterVisit(
                manner=Manner.VISIT, customer=again, project=ProjectId(1), remarks="复访，看样板房"
            )
        )
        return
    cast.known += 1
    rare = _RARE[cast.known // 30 % len(_RARE)] if cast.known % 30 == 7 else ""  # noqa: PLR2004
    name = rare or dice.choice(_SURNAMES) + "".join(dice.choices(_GIVEN, k=dice.choice((1, 2, 2))))
    found_one = cast.reception.do(
        RegisterVisit(
            manner=dice.choice(
                (Manner.VISIT, Manner.VISIT, Manner.CALL, Manner.CHANNEL, Manner.REFERRAL)
            ),
            name=name,
            phone=f"13{dice.choice('35789')}{10_000_000 + cast.known * 7919:08d}",
            media=(dice.choice(MEDIA)[0],),
            project=ProjectId(1),
            grade=dice.choice(list(Grade)),
            remarks=dice.choice(_REMARKS),
            details={
                "age_band": dice.choice(("25-30", "31-35", "36-45", "46-55")),
                "purpose": dice.choice(("自住", "改善", "投资", "婚房", "学区")),
                "layout_wanted": dice.choice(("两室", "三室", "四室")),
                "objection": dice.choice(_OBJECTIONS),
            },
        )
    )
    cast.prospects.append(int(str(found_one["customer"])))


def _free(cast: _Cast) -> list[UnitId]:
    return [
        UnitId(u.id)
        for u in cast.manager.ask(board)
        if u.state is UnitState.AVAILABLE and u.code != GUIDED
    ]


def _sale(cast: _Cast, *, stop_after: str = "") -> None:
    """One customer's way as far as *stop_after* ("hold", "deposit", "price"), or to the agreement."""
    dice, clock = cast.dice, cast.clock
    unit, customer = dice.choice(_free(cast)), CustomerId(cast.prospects.pop())
    cast.consultant.do(HoldUnit(unit=unit, customer=customer))
    if stop_after == "hold":
        return
    clock.forward(9)
    if not stop_after and dice.random() < 0.15:  # noqa: PLR2004 - some think it over
        cast.consultant.do(LetGo(unit=unit, reason="客户再考虑"))
        cast.prospects.append(customer)
        return
    deposit = dice.choice((5_000_000, 10_000_000, 20_000_000))
    taken = cast.cashier.do(
        TakeDeposit(unit=unit, amount=deposit, tender=dice.choice(list(TenderKind)))  # type: ignore[arg-type]
    )
    cast.cashier.do(PrintReceipt(receipt=taken["receipt_id"]))  # type: ignore[arg-type]
    if stop_after == "deposit":
        return
    clock.forward(6)
    cast.manager.do(ApprovePrice(unit=unit))
    if stop_after == "price":
        return
    clock.forward(15)
    if dice.random() < 0.85:  # noqa: PLR2004 - some forget their ID card
        cast.consultant.do(EditCustomer(customer=customer, id_number=id_card(dice)))
    cast.consultant.do(Subscribe(unit=unit, mode=dice.choice(PAYMENT_MODES)[0]))
    cast.subscribed.append(unit)


def _gives_up(cast: _Cast) -> None:
    unit = UnitId(cast.subscribed.pop(cast.dice.randrange(len(cast.subscribed))))
    reason = cast.dice.choice(("客户反悔", "贷款未批"))
    outcome = cast.manager.do(CancelSubscription(unit=unit, fault=Fault.NONE, reason=reason))
    cast.clock.forward(20)
    if outcome["owed_fen"]:
        cast.cashier.do(PayRefund(refund=outcome["refund"]))  # type: ignore[arg-type]
    if cast.dice.random() < 0.5:  # noqa: PLR2004 - some wait for review
        cast.manager.do(AcceptBack(unit=unit))


def _today(cast: _Cast, end: datetime) -> None:
    """The day on which the office is opened: something of everything is going on."""
    cast.clock.now = max(cast.clock.now, end - _OPEN_SINCE)
    tick_off(cast.manager, day_of(cast.clock.now), cast.dice)
    for _visit in range(5):
        cast.clock.forward(4)
        _visitor(cast)
    remind(cast.manager)
    _sale(cast, stop_after="price")
    _sale(cast, stop_after="deposit")
    _sale(cast)
    attach(cast.manager, cast.consultant)
    reserve(cast.signers, day_of(cast.clock.now), cast.prospects[-4:], cast.clock.forward)
    today = day_of(cast.clock.now)
    afterwards(cast.signers, cast.reception, cast.cashier, today, cast.clock.forward)
    measure(cast.signers, today, cast.clock.forward)
    cast.clock.now = max(cast.clock.now, end - timedelta(minutes=12))
    for _hold in range(3):
        _sale(cast, stop_after="hold")
        cast.clock.forward(3)
