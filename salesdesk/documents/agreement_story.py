"""The parts of the agreement, in order, as flowables for `agreement`."""

from itertools import zip_longest
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from salesdesk.documents.agreement_setting import WIDE, Setting
from salesdesk.documents.faces import REGULAR
from salesdesk.documents.inks import NAVY, RULE
from salesdesk.documents.prose import Prose
from salesdesk.documents.styles import GRID
from salesdesk.documents.words import (
    area_words,
    day_words,
    is_chinese,
    moment_words,
    share_words,
    word,
)
from salesdesk.kernel.money import format_yuan, unit_price_from_total
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.sales.sheets import AgentLine, BuyerLine

_MOST_KEPT = 20
"""Rows of a signature block that still stand on one page."""


class _TitleRule(Flowable):
    """The double rule below the title."""

    def __init__(self) -> None:
        super().__init__()
        self.width, self.height = WIDE, 6.0

    def draw(self) -> None:
        """Draw a strong and a fine line."""
        page: Any = self.canv
        page.rule(0, 4, WIDE, 4, NAVY, 1.4)
        page.rule(0, 1.2, WIDE, 1.2, NAVY, 0.4)


class Story(Setting):
    """The agreement as a list of flowables."""

    def told(self) -> list[Flowable]:
        """Give the whole paper, in order."""
        self._open()
        self._unit()
        self._basis()
        self._price()
        self._article("payment", "payment.1", "payment.2", mode=self._mode())
        self._deposit()
        self._signing()
        self._article("default", "default.1", "default.2", "default.3", "default.4")
        self._article("free", "free.1", "free.2", "free.3")
        joint = ("buyers.joint",) if len(self.sheet.buyers) > 1 else ()
        self._article("buyers", *joint, "buyers.2")
        self._article("notice", "notice.1", "notice.2")
        self._article("effect", "effect.1", "effect.2", "effect.3")
        if self.sheet.note.strip():
            self._article("extra", "extra.1", note=self.sheet.note)
        self._signatures()
        return self.flow

    # --- parts ----------------------------------------------------------------------------------

    def _open(self) -> None:
        sheet, styles_ = self.sheet, self.styles
        at = moment_words(sheet.at, self.language)
        line = [
            self._say("at", styles_.value, at=at),
            self._say("number", styles_.number, number=sheet.number),
        ]
        plain = [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ]
        self.flow += [
            self._say("title", styles_.title),
            _TitleRule(),
            Table([line], colWidths=[WIDE / 2] * 2, style=plain),
            self._say("seller", styles_.party),
        ]
        seller: list[list[Any]] = [
            [self._label("name"), self._cell(sheet.company, bold=True), "", ""],
            [
                self._label("address"),
                self._cell(sheet.company_address),
                self._label("phone"),
                self._cell(sheet.company_phone),
            ],
        ]
        self._facts(seller, [0.12, 0.53, 0.1, 0.25], [("SPAN", (1, 0), (3, 0))])
        heads = ("number", "name", "id", "phone", "address", "share")
        rows: list[list[Any]] = [[self._label(f"buyer.{head}") for head in heads]]
        rows += [self._buyer(place, buyer) for place, buyer in enumerate(sheet.buyers, 1)]
        widths = [WIDE * part for part in (0.07, 0.17, 0.26, 0.17, 0.22, 0.11)]
        self.flow += [
            self._say("buyer", styles_.party),
            Table(rows, colWidths=widths, repeatRows=1, style=GRID),
            *(
                self._say("buyer.acts", self.styles.note, **self._acting(buyer.name, buyer.agent))
                for buyer in sheet.buyers
                if buyer.agent is not None
            ),
            Spacer(1, 8),
            self._say("preamble", styles_.opening),
        ]

    def _buyer(self, place: int, buyer: BuyerLine) -> list[Any]:
        kind = self.words.get(f"id.{buyer.id_kind}", buyer.id_kind)
        number = buyer.id_number or self.words["id.missing"]
        return [
            self._cell(str(place)),
            self._cell(buyer.name, bold=True),
            [self._cell(text) for text in (kind, number) if text],
            self._cell(buyer.phone),
            self._cell(buyer.address),
            self._cell(share_words(buyer.share_bp)),
        ]

    def _acting(self, buyer: str, agent: AgentLine) -> dict[str, str]:
        document = self.words["buyer.document"].format(document=agent.document)
        return {
            "buyer": buyer,
            "agent": agent.name,
            "role": self.words[f"agent.{agent.role}"],
            "kind": self.words.get(f"id.{agent.id_kind}", agent.id_kind),
            "number": agent.id_number,
            "document": document if agent.document else "",
        }

    def _unit(self) -> None:
        sheet, language = self.sheet, self.language
        none = word(language, "none")
        shared = sheet.gross_area - sheet.inside_area if sheet.inside_area is not None else None
        areas = {
            "unit.gross": area_words(sheet.gross_area),
            "unit.inside": area_words(sheet.inside_area) if sheet.inside_area is not None else "",
            "unit.shared": area_words(shared) if shared is not None else "",
        }
        values = {
            "unit.building": sheet.building,
            "unit.core": sheet.core,
            "unit.floor": self.words["unit.floor_of"].format(floor=sheet.floor),
            "unit.number": sheet.unit_number,
            "unit.use": sheet.use,
            "unit.layout": sheet.layout,
            "unit.orientation": sheet.orientation,
            "unit.code": sheet.unit_code,
        }
        values |= {
            key: self.words["unit.area"].format(area=area) if area else ""
            for key, area in areas.items()
        }
        self._heading("unit")
        lines = (
            ("unit.building", "unit.core", "unit.floor"),
            ("unit.number", "unit.layout", "unit.orientation"),
            ("unit.gross", "unit.inside", "unit.shared"),
        )
        rows: list[list[Any]] = [
            [
                self._label("unit.project"),
                self._cell(sheet.project, bold=True),
                "",
                "",
                self._label("unit.use"),
                self._cell(sheet.use or none),
            ],
            [
                self._label("unit.place"),
                self._cell(sheet.project_address or none),
                "",
                "",
                self._label("unit.code"),
                self._cell(sheet.unit_code or none),
            ],
        ]
        strong = {"unit.number", "unit.gross"}
        for keys in lines:
            row: list[Any] = []
            for key in keys:
                row += [self._label(key), self._cell(values[key] or none, bold=key in strong)]
            rows.append(row)
        spans = [("SPAN", (1, 0), (3, 0)), ("SPAN", (1, 1), (3, 1))]
        self._facts(rows, [0.13, 0.2, 0.15, 0.19, 0.13, 0.2], spans)
        self._clauses("unit.1", "unit.2")

    def _basis(self) -> None:
        permit, authority = self.sheet.permit_number, self.sheet.permit_authority
        key = "basis.open" if not permit else "basis.permit" if authority else "basis.permit_only"
        self._article("basis", key, "basis.2", permit=permit, authority=authority)

    def _price(self) -> None:
        sheet, words = self.sheet, self.words
        per_area = format_yuan(unit_price_from_total(sheet.price_fen, sheet.gross_area))
        spelled = amount_in_words(sheet.price_fen, self.language)
        difference = sheet.price_fen - sheet.list_total_fen
        yuan = words["price.yuan"]
        rows: list[list[Any]] = [
            [
                self._label("price.method"),
                self._cell(words["price.by_area"]),
                self._label("price.unit"),
                self._cell(
                    words["price.per_area"].format(amount=format_yuan(sheet.unit_price_fen))
                ),
            ]
        ]
        if difference:
            rows.append(
                [
                    self._label("price.list"),
                    self._cell(yuan.format(amount=format_yuan(sheet.list_total_fen))),
                    self._label("price.less" if difference < 0 else "price.more"),
                    self._cell(yuan.format(amount=format_yuan(abs(difference)))),
                ]
            )
        rows += [
            [
                self._label("price.deal"),
                self._cell(yuan.format(amount=format_yuan(sheet.price_fen)), bold=True),
                self._label("price.deal_unit"),
                self._cell(words["price.per_area"].format(amount=per_area)),
            ],
            [
                self._label("price.words"),
                self._cell(words["price.rmb"].format(words=spelled), bold=True),
                "",
                "",
            ],
        ]
        self._heading("price")
        last = len(rows) - 1
        self._facts(rows, [0.2, 0.33, 0.17, 0.3], [("SPAN", (1, last), (3, last))])
        facts = {"amount": format_yuan(sheet.price_fen), "words": spelled, "per_area": per_area}
        self._clauses("price.1", "price.2", **facts)
        if sheet.lots:
            self._lots()

    def _lots(self) -> None:
        """Name the lots that go with the unit, each with its price, and the whole."""
        sheet, words = self.sheet, self.words
        yuan, spelled = words["price.yuan"], amount_in_words(sheet.whole_fen, self.language)
        whole = format_yuan(sheet.whole_fen)
        self._clauses("price.3", amount=whole, words=spelled)
        heads = ("code", "kind", "area", "price")
        rows: list[list[Any]] = [[self._label(f"lots.{head}") for head in heads]]
        for lot in sheet.lots:
            area = words["unit.area"].format(area=area_words(lot.gross_area))
            price = yuan.format(amount=format_yuan(lot.total_fen or 0))
            kind = words[f"lots.{lot.kind}"]
            rows.append([self._cell(text) for text in (lot.code, kind, area, price)])
        rows += [
            [self._label("lots.whole"), "", "", self._cell(yuan.format(amount=whole), bold=True)],
            [
                self._label("lots.words"),
                self._cell(words["price.rmb"].format(words=spelled), bold=True),
                "",
                "",
            ],
        ]
        last = len(rows) - 1
        spans = [("SPAN", (0, last - 1), (2, last - 1)), ("SPAN", (1, last), (3, last))]
        self._facts(rows, [0.28, 0.22, 0.2, 0.3], spans)

    def _mode(self) -> str:
        sheet = self.sheet
        return sheet.mode if is_chinese(self.language) else sheet.mode_english or sheet.mode

    def _deposit(self) -> None:
        sheet = self.sheet
        joint = "、" if is_chinese(self.language) else ", "
        receipts = joint.join(sheet.deposit_receipts)
        paid = "deposit.paid" if receipts else "deposit.open"
        self._article(
            *("deposit", "deposit.1", paid),
            *(("deposit.moved",) if sheet.came_from else ()),
            *(("deposit.beyond",) if sheet.as_price_fen else ()),
            *("deposit.3", "deposit.4"),
            before=sheet.came_from,
            beyond=format_yuan(sheet.as_price_fen),
            amount=format_yuan(sheet.deposit_fen),
            words=amount_in_words(sheet.deposit_fen, self.language),
            receipts=receipts,
        )

    def _signing(self) -> None:
        days, sign_by = self.sheet.sign_within_days, day_words(self.sheet.sign_by, self.language)
        keys = ("sign.1", "sign.2", "sign.3", "sign.4")
        self._article("sign", *keys, days=str(days), sign_by=sign_by)

    def _signatures(self) -> None:
        """Set the two columns to sign in, kept together with at least the line above them."""
        sheet, words = self.sheet, self.words
        seller = [
            self._to_sign(words["sign.agent"]),
            self._to_sign(words["sign.consultant"], sheet.consultant),
            self._to_sign(words["sign.approved"], sheet.approved_by),
        ]
        buyers = [
            self._to_sign(
                buyer.name
                if buyer.agent is None
                else words["sign.for"].format(buyer=buyer.name, agent=buyer.agent.name)
            )
            for buyer in sheet.buyers
        ]
        day = self._to_sign(words["sign.day"], words["sign.day_blank"])
        left, right = [*seller, day], [*buyers, day]
        rows: list[list[Any]] = [
            [
                self._cell(words["sign.seller"], bold=True),
                "",
                self._cell(words["sign.buyer"], bold=True),
            ],
            [self._cell(sheet.company), "", ""],
            *([a, "", b] for a, b in zip_longest(left, right, fillvalue="")),
        ]
        ruled = [
            ("LINEBELOW", (column, row), (column, row), 0.5, RULE)
            for row, cells in enumerate(rows)
            for column in (0, 2)
            if row > 1 and cells[column]
        ]
        table = Table(
            rows,
            colWidths=[WIDE * 0.46, WIDE * 0.08, WIDE * 0.46],
            rowHeights=[22.0, 22.0] + [29.0] * (len(rows) - 2),
            style=[
                ("FONTNAME", (0, 0), (-1, -1), REGULAR),
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                *ruled,
            ],
        )
        note = self._say("sign.none", self.styles.note)
        if len(rows) > _MOST_KEPT:
            self.flow += [Spacer(1, 10), note, table]
        else:
            self.flow.append(KeepTogether([Spacer(1, 10), note, Spacer(1, 4), table]))

    def _to_sign(self, label: str, value: str = "") -> Prose:
        text = f"{label}\u3000{value}" if value else label
        return self._cell(text)
