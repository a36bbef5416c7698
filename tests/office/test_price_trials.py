"""Prices tried, reckoned back and read without drafting anything: the questions of a command line."""

from decimal import Decimal

import pytest

from salesdesk.kernel.errors import NotPermitted
from salesdesk.kernel.keys import Fen
from salesdesk.office.inventory.price_queries import price_versions
from salesdesk.office.inventory.price_trials import price_reverse, price_trial, scheme_of_prices
from salesdesk.office.inventory.pricing_compare import By
from salesdesk.office.inventory.pricing_rules import (
    Difference,
    DifferenceKind,
    Placement,
    PriceScheme,
)
from salesdesk.office.inventory.queries import board
from salesdesk.office.sales.commands import HoldUnit

STEP = Difference(
    kind=DifferenceKind.FLOOR, amount=Decimal(100), per_floor=True, first_floor=1, last_floor=3
)
SCHEME = PriceScheme(base=Decimal(20_000), differences=(STEP,))


def test_a_scheme_is_tried_and_a_held_unit_keeps_its_price(desks):
    trial = desks.manager.ask(price_trial, SCHEME, by=By.FLOOR)
    assert [line.after_fen for line in trial.lines] == [404_000_000, 402_000_000, 400_000_000]
    assert (trial.whole.units, trial.frozen, trial.unpriced) == (6, 0, ())
    desks.consultant.do(HoldUnit(unit=desks.unit("1-1-0301"), customer=desks.customer()))
    trial = desks.manager.ask(price_trial, SCHEME, by=By.FLOOR)
    assert (trial.lines[0].after_fen, trial.frozen) == (402_000_000, 1)
    assert desks.manager.ask(price_versions) == ()


def test_prices_are_reckoned_back_from_a_total_or_an_average(desks):
    found = desks.manager.ask(price_reverse, SCHEME, target=Fen(1_260_000_000))
    assert found.scheme.base == Decimal("20900.00")
    assert (found.residual_fen, found.left_fen, found.apart) == (0, 0, ())
    assert found.trial.whole.after_fen == 1_260_000_000
    alike = desks.manager.ask(price_reverse, SCHEME, target=Fen(2_100_000), average=True)
    assert alike.scheme == found.scheme and alike.target_fen == 1_260_000_000
    odd = desks.manager.ask(
        price_reverse, SCHEME, target=Fen(1_260_000_100), placement=Placement.DEAREST
    )
    assert sum(line.after_fen for line in odd.trial.lines) + odd.left_fen == 1_260_000_100
    with pytest.raises(NotPermitted):
        desks.consultant.ask(price_reverse, SCHEME, target=Fen(1))


def test_the_scheme_is_read_out_of_the_prices(desks):
    found = desks.manager.ask(scheme_of_prices)
    assert (found.units, found.fits, found.plain_fits, found.odd) == (6, 6, 6, ())
    sums = {card.total_fen for card in desks.manager.ask(board)}
    trial = desks.manager.ask(price_trial, found.scheme, by=By.UNIT)
    assert {line.after_fen for line in trial.lines} == sums
