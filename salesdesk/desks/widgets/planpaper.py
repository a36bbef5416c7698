"""A buying plan on paper with the home's floor plan behind it."""

from typing import Any

from salesdesk.documents.buying_plan import buying_plan_pdf
from salesdesk.intake.attached import drawn_anew
from salesdesk.kernel.errors import UserError
from salesdesk.office.sales.attachment_queries import floor_plan, floor_plan_file
from salesdesk.office.sales.attachment_rules import Media
from salesdesk.office.sales.plan_sheets import BuyingPlan

_LARGEST = 2400
"""Dots of the picture on paper: 300 to the inch over the width of a page."""


def plan_paper(seat: Any, plan: BuyingPlan, language: str) -> bytes:
    """Give *plan* as a PDF; where its unit has a floor plan that is a picture, on a page of its own.

    The picture is what the guarded child drew. One that cannot be drawn keeps no plan from paper.
    """
    return buying_plan_pdf(plan, language, _picture(seat, plan.unit_id))


def _picture(seat: Any, unit: int) -> bytes:
    try:
        line = seat.ask(floor_plan, unit)
        if line is None or line.media is Media.PDF:
            return b""
        return drawn_anew(seat.ask(floor_plan_file, line.id).content, _LARGEST, line.name)
    except UserError:
        return b""
