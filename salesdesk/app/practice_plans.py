"""The practice office's floor plans, drawn here, and the signed paper of one agreement."""

from collections.abc import Mapping
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from salesdesk.documents.agreement import agreement_pdf
from salesdesk.documents.faces import FOLDER
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.frontdoor import Seat
from salesdesk.office.sales.attaching import AttachFloorPlan, AttachScan
from salesdesk.office.sales.queries import agreement_paper, deals

_Room = tuple[str, int, int, int, int]
"""A room: its name, and left, top, right, bottom in decimetres."""

_LAYOUTS: Mapping[str, tuple[_Room, ...]] = {
    "两室两厅": (
        ("主卧", 0, 0, 36, 42), ("次卧", 36, 0, 66, 36), ("厨房", 66, 0, 90, 30),
        ("卫", 66, 30, 90, 50), ("餐厅", 36, 36, 66, 64), ("客厅", 0, 42, 36, 92),
        ("玄关", 66, 50, 90, 64), ("阳台", 0, 92, 36, 108),
    ),
    "三室两厅": (
        ("主卧", 0, 0, 38, 46), ("主卫", 38, 0, 58, 24), ("次卧", 58, 0, 90, 38),
        ("书房", 90, 0, 118, 38), ("客厅", 0, 46, 46, 98), ("餐厅", 46, 38, 78, 74),
        ("厨房", 78, 38, 118, 60), ("卫", 78, 60, 100, 80), ("玄关", 100, 60, 118, 80),
        ("阳台", 0, 98, 46, 114),
    ),
    "四室两厅": (
        ("主卧", 0, 0, 40, 50), ("主卫", 40, 0, 62, 26), ("次卧", 62, 0, 96, 40),
        ("次卧", 96, 0, 130, 40), ("客厅", 0, 50, 52, 106), ("餐厅", 52, 40, 88, 80),
        ("书房", 88, 40, 114, 80), ("厨房", 114, 40, 142, 66), ("卫", 114, 66, 142, 84),
        ("玄关", 88, 80, 114, 100), ("阳台", 0, 106, 52, 122),
    ),
}  # fmt: skip
_SCALE = 8
_EDGE = 60
_WALL = 7


def attach(manager: Seat, consultant: Seat) -> None:
    """Give each layout its floor plan, and the newest agreement its signed scan."""
    for layout in _LAYOUTS:
        manager.do(
            AttachFloorPlan(
                content=drawn(layout), name=f"{layout}.png", project=ProjectId(1), layout=layout
            )
        )
    signed = [card for card in consultant.ask(deals) if card.agreement]
    if signed:
        number = signed[0].agreement
        paper = agreement_pdf(consultant.ask(agreement_paper, number), "zh_CN")
        consultant.do(
            AttachScan(
                content=paper, name=f"{number}签字件.pdf", agreement=number, note="双方已签字",
                pages=paper.count(b"/Type /Page\n") or 1,
            )
        )  # fmt: skip


def drawn(layout: str) -> bytes:
    """Give the floor plan of *layout* as a PNG."""
    rooms = _LAYOUTS[layout]
    wide = max(room[3] for room in rooms) * _SCALE + 2 * _EDGE
    high = max(room[4] for room in rooms) * _SCALE + 2 * _EDGE + 50
    picture = Image.new("RGB", (wide, high), "white")
    pen = ImageDraw.Draw(picture)
    name = ImageFont.truetype(FOLDER / "NotoSansSC_400Regular.ttf", 26)
    small = ImageFont.truetype(FOLDER / "NotoSansSC_400Regular.ttf", 18)
    pen.text((_EDGE, 8), layout, fill="#1f3a5f", font=ImageFont.truetype(
        FOLDER / "NotoSansSC_700Bold.ttf", 32,
    ))  # fmt: skip
    for room, *corners in rooms:
        left, top, right, bottom = (edge * _SCALE for edge in corners)
        box = (left + _EDGE, top + _EDGE, right + _EDGE, bottom + _EDGE)
        pen.rectangle(
            box, fill="#f4f6f9" if room != "阳台" else "#e8f0e4", outline="#3a4656", width=_WALL
        )
        middle = (left + right) // 2 + _EDGE, (top + bottom) // 2 + _EDGE
        pen.text(middle, room, fill="#202a36", font=name, anchor="mm")
        area = (corners[2] - corners[0]) * (corners[3] - corners[1]) / 100
        pen.text(
            (middle[0], middle[1] + 28), f"{area:.1f} m²", fill="#697586", font=small, anchor="mm"
        )
    pen.text((_EDGE, high - 40), "示意图，以实际交付为准", fill="#697586", font=small)
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()
