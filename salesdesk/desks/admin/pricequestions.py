"""What the page of prices asks before it sends: what changes, who keeps his price, why."""

from PySide6.QtWidgets import QWidget

from salesdesk.desks.widgets.dialogs import Question
from salesdesk.desks.wording import money, say_all
from salesdesk.office.inventory.price_sheets import PriceVersionSheet

_MANY = 12
_WIDTH = 600


class EffectQuestion(Question):
    """Asks whether to put a version into effect; ``moved``: prices changed since its draft."""

    def __init__(self, parent: QWidget, sheet: PriceVersionSheet) -> None:
        changing = [
            line for line in sheet.lines if not line.frozen and line.total_fen != line.now_fen
        ]
        frozen = [line.code for line in sheet.lines if line.frozen]
        moved = [line.code for line in changing if line.moved]
        self.moved = bool(moved)
        said = [
            self.tr(
                "%n unit(s) (gets/get) a new price: {before} before, {after} after.",
                "",
                len(changing),
            ).format(
                before=money(sum(line.now_fen or 0 for line in changing)),
                after=money(sum(line.total_fen for line in changing)),
            )
        ]
        if frozen:
            words = self.tr(
                "%n unit(s) not changed, because somebody has (it/them): {codes}", "", len(frozen)
            )
            said.append(words.format(codes=_named(frozen)))
        if moved:
            words = self.tr("%n price(s) changed since the draft: {codes}", "", len(moved))
            said.append(words.format(codes=_named(moved)))
        super().__init__(
            parent,
            self.tr("Put '{name}' into effect?").format(name=sheet.version.name),
            "\n".join(said),
            self.tr("Put into effect"),
            danger=self.moved,
        )
        layout = self.layout()
        if layout is not None:  # a long list of codes is read to its end
            self.setMinimumSize(_WIDTH, layout.totalHeightForWidth(_WIDTH))


class RequestQuestion(Question):
    """Asks why a version is wanted, and says what the signers are told."""

    def __init__(self, parent: QWidget, sheet: PriceVersionSheet) -> None:
        before = sum(line.now_fen or 0 for line in sheet.lines)
        after = sum(line.total_fen for line in sheet.lines)
        words = self.tr("%n unit(s), {before} before and {after} after.", "", len(sheet.lines))
        then = self.tr(
            "The last signature puts it into effect, or leaves it ready for its time. It stays as it is "
            "while it is signed."
        )
        super().__init__(
            parent,
            self.tr("Ask for signatures under '{name}'?").format(name=sheet.version.name),
            f"{words.format(before=money(before), after=money(after))}\n{then}",
            self.tr("Ask for them"),
            reason=2,
        )


class WithdrawQuestion(Question):
    """Asks why a draft is given up."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(
            parent,
            self.tr("Withdraw '{name}'?").format(name=name),
            self.tr("It stays in the list as withdrawn, and can be the start of a new one."),
            self.tr("Withdraw"),
            danger=True,
            reason=2,
        )


def _named(codes: list[str]) -> str:
    more = ["…"] if len(codes) > _MANY else []
    return say_all("", [*codes[:_MANY], *more])
