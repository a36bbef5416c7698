"""Price versions that come into effect by signatures: at the last one, or at their time."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest
import sqlcipher3
from sqlalchemy.exc import IntegrityError
from sqlcipher3.dbapi2 import Error

from salesdesk.kernel.errors import NotPermitted
from salesdesk.kernel.keys import PriceVersionId, ProjectId, RequestId
from salesdesk.office.approvals.commands import FactsChanged, SignRequest, WithdrawRequest
from salesdesk.office.approvals.queries import requests
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.commands import ImportUnits, preview_import
from salesdesk.office.inventory.importing import ListBySignatures
from salesdesk.office.inventory.price_commands import (
    DraftPrices,
    EffectPrices,
    NotYetEffective,
    VersionEnded,
    WithdrawPriceDraft,
)
from salesdesk.office.inventory.price_queries import price_versions
from salesdesk.office.inventory.price_requesting import RequestPrices
from salesdesk.office.inventory.price_signing import PricesAsked, PricesByRequest
from salesdesk.office.inventory.sheets import GridPrice
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.staff.commands import ChangeSetting
from tests.furnished import rows, seated

LIST = 200_000_000


@pytest.fixture
def version(desks):
    """A draft that raises every price by 2 %, where the office wants signatures."""
    return wanted(desks)


def wanted(desks, **more):
    desks.admin.do(ChangeSetting(name="prices_by_request", value="true"))
    return draft(desks, **more)


def draft(desks, name="一", percent=2, **more):
    wish = DraftPrices(
        name=name, reason="市场", percent=Decimal(percent), project=ProjectId(1), **more
    )
    return PriceVersionId(desks.manager.do(wish).version)


def ask(desks, version, seat=None):
    return (seat or desks.manager).do(RequestPrices(version=version, reason="市场"))


def sign(desks, request, *names):
    state = ""
    for name in names:
        state = getattr(desks, name).do(SignRequest(request=RequestId(request)))["state"]
    return state


def price(desks, code="1-1-0301"):
    return desks.units()[code].total_fen


def test_the_last_signature_puts_a_version_into_effect(desks, version):
    with pytest.raises(PricesByRequest):
        desks.manager.do(EffectPrices(version=version))
    request = ask(desks, version)
    card = desks.general.ask(requests, request=request)[0]
    told = {f.name: f.value for f in (*card.what, *card.changes)}
    assert (told["units in it"], told["prices that change"]) == ("6", "6")
    assert (told["sum before"], told["sum after"]) == (str(6 * LIST), str(6 * LIST * 102 // 100))
    assert (told["average before"], told["average after"]) == ("2000000", "2040000")
    assert sign(desks, request, "head", "deputy") == "pending"
    assert price(desks) == LIST
    with pytest.raises(PricesAsked, match=f"Request {request}"):
        desks.manager.do(EffectPrices(version=version))
    assert sign(desks, request, "general") == "approved"
    assert price(desks) == LIST * 102 // 100
    line = desks.manager.ask(price_versions)[0]
    assert (line.changed, line.ended_by) == (6, desks.general.person.name)
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]
    with pytest.raises(VersionEnded):
        ask(desks, version)


def test_a_version_with_a_time_waits_for_it_and_needs_no_more_signatures(desks):
    version = wanted(desks, effective_at=desks.clock.now + timedelta(hours=2))
    request = ask(desks, version)
    assert sign(desks, request, "head", "deputy", "general") == "approved"
    assert price(desks) == LIST
    with pytest.raises(NotYetEffective):
        desks.manager.do(EffectPrices(version=version))
    desks.clock.forward(hours=2)
    desks.manager.do(EffectPrices(version=version))
    assert price(desks) == LIST * 102 // 100


def test_a_unit_held_meanwhile_keeps_its_price_and_stops_no_signature(desks, version):
    request = ask(desks, version)
    sign(desks, request, "head")
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    assert sign(desks, request, "deputy", "general") == "approved"
    assert (price(desks, "1-1-0101"), price(desks)) == (LIST, LIST * 102 // 100)


def test_prices_that_moved_since_the_filing_are_not_signed(desks, version):
    request = ask(desks, version)
    sign(desks, request, "head")
    other = draft(desks, "二", -1)
    sign(desks, ask(desks, other), "head", "deputy", "general")
    with pytest.raises(FactsChanged):
        sign(desks, request, "deputy")
    desks.deputy.do(
        SignRequest(request=RequestId(request), decision=Decision.REJECT, comment="已变")
    )
    with pytest.raises(PricesByRequest):
        desks.manager.do(EffectPrices(version=version))


def test_prices_that_moved_before_the_time_are_signed_anew(desks):
    version = wanted(desks, effective_at=desks.clock.now + timedelta(hours=2))
    sign(desks, ask(desks, version), "head", "deputy", "general")
    sign(desks, ask(desks, draft(desks, "二", -1)), "head", "deputy", "general")
    desks.clock.forward(hours=2)
    with pytest.raises(FactsChanged):
        desks.manager.do(EffectPrices(version=version))
    assert sign(desks, ask(desks, version), "head", "deputy", "general") == "approved"
    assert price(desks) == LIST * 102 // 100


def test_one_open_request_a_version_and_none_for_what_was_given_up(desks, version):
    first = ask(desks, version)
    with pytest.raises(PricesAsked):
        ask(desks, version)
    desks.manager.do(WithdrawRequest(request=RequestId(first)))
    second = ask(desks, version)
    for hasty in (
        WithdrawPriceDraft(version=version, reason="x"),
        EffectPrices(version=version),
    ):
        with pytest.raises(PricesAsked):
            desks.manager.do(hasty)
    with desks.office.database.engine.connect() as connection:
        with pytest.raises(IntegrityError, match="guard: "):
            connection.exec_driver_sql(
                "INSERT INTO price_withdrawal (version_id, at, actor_id, reason) VALUES"
                f" ({version}, 1, {desks.manager.person.id}, 'x')"
            )
        connection.rollback()
    desks.manager.do(WithdrawRequest(request=RequestId(second)))
    desks.manager.do(WithdrawPriceDraft(version=version, reason="x"))
    with pytest.raises(VersionEnded):
        ask(desks, version)
    with pytest.raises(NotPermitted):
        ask(desks, version, desks.consultant)


def test_without_the_setting_the_manager_does_it_alone(desks):
    version = draft(desks)
    desks.manager.do(EffectPrices(version=version))
    assert price(desks) == LIST * 102 // 100


def test_another_program_puts_nothing_into_effect_in_the_file(place, clock):
    desks = seated(place, clock)
    version = wanted(desks)
    request, at = ask(desks, version), clock.now.timestamp() * 1_000_000
    sign(desks, request, "head")
    manager = desks.manager.person.id
    desks.office.close()
    effect = (
        "INSERT INTO price_effect (version_id, at, actor_id, changed, frozen)"
        f" VALUES ({version}, {at:.0f}, {{}}, 6, 0)"
    )
    for statement, words in (
        (effect.format(manager), "by their signatures"),
        (effect.format(3), "without the right|by their signatures"),
        (
            f"INSERT INTO price_line SELECT {version}, max(id) + 1, 1, 1, 1, 1 FROM unit",
            "stays as it was|its own project",
        ),
        ("UPDATE price_request SET version_id = 2", "append-only"),
    ):
        with closing(sqlcipher3.connect(place)) as raw, pytest.raises(Error, match=words):
            raw.execute(statement)


def test_a_list_changes_no_price_alone_where_signatures_are_wanted(desks):
    """First prices come in, other columns too; a price that is there goes by a version."""
    plain = [replace(row, unit_price_fen=None) for row in rows("9栋", floors=1)]
    bring = partial(ImportUnits, project=ProjectId(1), file="9")
    desks.admin.do(bring(rows=tuple(plain)))
    desks.admin.do(ChangeSetting(name="prices_by_request", value="true"))
    first = tuple(rows("9栋", floors=1))
    assert desks.admin.do(bring(rows=first)).changed == 2
    dearer = (replace(first[0], unit_price_fen=2_100_000, line=7), first[1])
    with pytest.raises(ListBySignatures) as refused:
        desks.admin.do(bring(rows=dearer))
    assert refused.value.facts == {"count": 1, "unit": "9-1-0101"}
    seen = desks.admin.ask(preview_import, dearer, (), "云栖花园")
    assert [(p.line, p.facts) for p in seen.problems] == [(7, (("code", "9-1-0101"),))]
    assert desks.units()["9-1-0101"].total_fen == LIST
    cell = GridPrice(building="9栋", core="1单元", floor=1, number="102", total_fen=LIST - 1)
    with pytest.raises(ListBySignatures):
        desks.admin.do(bring(grid=(cell,)))
    assert desks.admin.do(bring(rows=(replace(first[0], layout="三室"), first[1]))).changed == 1
    version = PriceVersionId(
        desks.manager.do(
            DraftPrices(name="二", reason="市场", project=ProjectId(1), rows=dearer)
        ).version
    )
    sign(desks, ask(desks, version), "head", "deputy", "general")
    assert desks.units()["9-1-0101"].total_fen == 210_000_000
    assert desks.admin.do(bring(rows=(replace(dearer[0], layout="三室"), first[1]))).unchanged == 2
