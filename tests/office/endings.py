"""Deals that end by somebody's fault, with the signatures and the notice that it takes."""

from datetime import timedelta

from salesdesk.kernel.keys import Fen, RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.ledger.queries import refunds
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.defaulting import NoticeDefault
from salesdesk.office.sales.ending import RequestCancellation
from salesdesk.office.sales.queries import deal_on
from salesdesk.office.sales.undoing import CancelSubscription


def ended(desks, unit, fault):
    """End an agreed deal; give its line of refunds."""
    if fault is Fault.NONE:
        desks.manager.do(CancelSubscription(unit=unit, fault=fault, reason="贷款未批"))
    else:
        if fault is Fault.BUYER and desks.manager.ask(deal_on, unit).state == "subscribed":
            defaulted(desks, unit)
        wish = RequestCancellation(unit=unit, fault=fault, reason="客户反悔")
        request = RequestId(desks.consultant.do(wish))
        for seat in (desks.manager, desks.deputy):
            seat.do(SignRequest(request=request))
    return desks.cashier.ask(refunds)[0]


def defaulted(desks, unit, **served):
    """Serve a notice of default on the buyer of *unit*, who owes since yesterday; let its grace run out."""
    today = desks.manager.ask(lambda reading: reading.today)
    desks.clock.forward(days=1)
    late = {"payment": "首付款", "amount": Fen(100), "due_on": today}
    told = desks.manager.do(NoticeDefault(unit=unit, why="x", **late, **served))
    desks.clock.forward(days=(told["last_day"] - today) // timedelta(days=1))
