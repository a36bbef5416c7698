"""What was filed of a project's units, the floor price of one, and the law's question to a price list."""

from collections.abc import Sequence

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.office.inventory.law import footing
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.price_law import check_filed
from salesdesk.office.inventory.price_tables import FiledPrice, FloorPrice
from salesdesk.office.inventory.pricing import NONE
from salesdesk.office.inventory.queries import find_project
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.staff.queries import setting


def filed_totals(session: Session, project: int) -> dict[int, int]:
    """Give each unit's filed total (fen) by its id; the newest filing counts."""
    newest = (
        select(func.max(FiledPrice.id))
        .join(Unit, Unit.id == FiledPrice.unit_id)
        .where(Unit.project_id == project)
        .group_by(FiledPrice.unit_id)
    )
    rows = session.execute(
        select(FiledPrice.unit_id, FiledPrice.total_fen).where(FiledPrice.id.in_(newest))
    )
    return dict(rows.all())


def floor_total(session: Session, unit: int) -> int | None:
    """Give a unit's floor price (底价, fen), the newest; None: none is set."""
    return session.scalar(
        select(FloorPrice.total_fen)
        .where(FloorPrice.unit_id == unit)
        .order_by(FloorPrice.id.desc())
        .limit(1)
    )


def filed_level(session: Session, project: int) -> LawLevel:
    """Give how hard R-06 stands in *project*."""
    return footing(session, find_project(session, project), Law.FILED_PRICE).level


def check_list(
    session: Session, project: int, codes: Sequence[str], ids: Sequence[int], totals: Sequence[int]
) -> None:
    """Refuse a price list that R-06 forbids for the units *ids* (`AboveFiled`, `BeyondBand`)."""
    filed = filed_totals(session, project)
    if not filed:
        return
    check_filed(
        codes,
        np.fromiter(totals, np.int64, len(totals)),
        np.fromiter((filed.get(key, NONE) for key in ids), np.int64, len(ids)),
        np.ones(len(ids), dtype=np.bool_),
        int(setting(session, "filed_band_percent")),
        filed_level(session, project),
    )
