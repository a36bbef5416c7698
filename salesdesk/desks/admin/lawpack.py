"""A project's law pack in a window: each law, how hard it stands, its text, what stands against it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import listed, say, say_all
from salesdesk.kernel.change import Change, Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.law_commands import AdoptLawPack, SetLaw
from salesdesk.office.inventory.law_queries import law_pack
from salesdesk.office.inventory.law_requesting import RequestLaws
from salesdesk.office.inventory.law_rules import HARDNESS, PACKS, Law
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.sheets import LawCard, ProjectCard

_TONES = {"block": "good", "warn": "warn", "off": ""}
_WIDTH, _HEIGHT = 1080, 640
_NAMED = 40


class LawTable(CardTable[LawCard]):
    """The laws of a project."""

    def __init__(self) -> None:
        super().__init__(
            "admin-laws",
            [
                Column(self.tr("Law"), lambda c: c.law, width=60),
                Column(self.tr("What it says"), lambda c: say("laws", c.law), width=310),
                Column(
                    self.tr("It stands"),
                    lambda c: say("law levels", c.level),
                    width=100,
                    tone=lambda c: "warn" if c.below else _TONES.get(c.level, ""),
                ),
                Column(self.tr("The pack says"), lambda c: say("law levels", c.ships), width=96),
                Column(
                    self.tr("Against it now"),
                    lambda c: c.count,
                    Kind.COUNT,
                    124,
                    tone=lambda c: "danger" if c.count and c.level != "off" else "",
                ),
                Column(self.tr("Since"), lambda c: c.since, Kind.MOMENT, 130),
                Column(self.tr("Set by"), lambda c: c.by, width=80),
                Column(self.tr("Signed by"), lambda c: listed(c.signed_by), width=100),
                Column(self.tr("Reason"), lambda c: c.reason, width=110),
            ],
            key=lambda c: c.law,
            empty=EmptyState(
                self.tr("The laws are being looked up"), self.tr("One moment."), "scale"
            ),
        )


class LawDialog(QDialog):
    """Shows a project's law pack and sets it, one law or a whole city's pack."""

    def __init__(self, link: Link, project: ProjectCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Law pack of {project}").format(project=project.name))
        self.resize(_WIDTH, _HEIGHT)
        self._link, self._project = link, ProjectId(project.id)
        self._card: LawCard | None = None
        self._cards: Sequence[LawCard] = ()
        self._first = True
        self.laws = LawTable()
        self.laws.chosen.connect(self._chosen)
        self.text = PlainLabel("", "dim").wrapping().selectable()
        self.against = PlainLabel("", "hint").wrapping().selectable()
        self.form = Form(columns=3)
        self.level = QComboBox()
        for level in LawLevel:
            self.level.addItem(say("law levels", level.value), level.value)
        self.form.add("level", self.tr("It stands"), self.level)
        self.cites = QLineEdit()
        self.form.add("cited text", self.tr("The text it cites"), self.cites)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("the city's notice, the day, who said so"))
        self.form.add("reason", self.tr("Reason"), self.reason, needed=True)
        self.mark = Pill()
        self.sending = Sending(link, self, self.form.banner, self.mark)
        self.packs = QComboBox()
        for pack in PACKS:
            self.packs.addItem(say("law packs", pack), pack)
        self.adopt = button(self.tr("Adopt this pack"), self.adopt_pack, "layers")
        self.save = button(
            self.tr("Set this law"), self.send, "check", "primary", shortcut="Ctrl+Return"
        )
        self.sending.lock(self.save)
        self.sending.lock(self.adopt)
        for field in (self.level, self.cites, self.reason):
            field.setEnabled(link.may("SetLaw") or link.may("RequestLaws"))
        self.level.currentIndexChanged.connect(lambda _at: self._offer())
        self.packs.currentIndexChanged.connect(lambda _at: self._offer())
        self._lay()
        link.changed.connect(self._hear)
        self.refresh()

    def _lay(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 20, 22, 18)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(self.windowTitle(), "heading"))
        hint = self.tr(
            "A pack is what a city asks for. A law is set harder at once; softer it is asked for, and "
            "others sign."
        )
        lines.addWidget(PlainLabel(hint, "dim").wrapping())
        lines.addLayout(row(self.packs, self.adopt, None))
        lines.addWidget(self.laws, 1)
        lines.addWidget(self.text)
        lines.addWidget(self.against)
        lines.addWidget(self.form)
        leave = button(self.tr("Close"), self.reject)
        lines.addLayout(row(self.mark, None, leave, self.save))

    def refresh(self) -> None:
        """Ask for the laws again."""
        self._link.ask(self, self._came, law_pack, self._project)

    def send(self) -> None:
        """Set the chosen law."""
        if self._card is None:
            return
        self.form.right()
        project, law = self._project, Law(self._card.law)
        level, cites = LawLevel(str(self.level.currentData())), self.cites.text()
        why = self.reason.text()
        if self._softer():
            asked = RequestLaws(project=project, law=law, level=level, cites=cites, reason=why)
            self.sending.send(asked, self._asked, self.form.refuse)
            return
        command = SetLaw(project=project, law=law, level=level, cites=cites, reason=why)
        self.sending.send(command, self._set, self.form.refuse)

    def adopt_pack(self) -> None:
        """Put the project under the chosen pack."""
        self.form.right()
        pack, why = str(self.packs.currentData()), self.reason.text()
        if self._pack_softer():
            asked = RequestLaws(project=self._project, pack=pack, reason=why)
            self.sending.send(asked, self._asked, self.form.refuse)
            return
        command = AdoptLawPack(project=self._project, pack=pack, reason=why)
        self.sending.send(command, self._set, self._pack_refused)

    def _pack_refused(self, refusal: UserError) -> None:
        """Where the pack is not the office's first it can be asked for, once that is known."""
        self._first = False
        self.form.refuse(refusal)
        self._offer()

    def _softer(self) -> bool:
        """Whether the chosen law would stand softer than it does."""
        if self._card is None:
            return False
        level = LawLevel(str(self.level.currentData()))
        return HARDNESS[level] < HARDNESS[LawLevel(self._card.level)]

    def _pack_softer(self) -> bool:
        """Whether the chosen pack makes any law softer than it stands, or than its pack."""
        if self._first and all(card.since is None for card in self._cards):
            return False  # the first pack of an office that sells nothing yet asks for nobody
        pack = PACKS[str(self.packs.currentData())]
        return any(
            HARDNESS[pack[Law(card.law)].level]
            < max(HARDNESS[LawLevel(card.level)], HARDNESS[LawLevel(card.ships)])
            for card in self._cards
        )

    def _offer(self) -> None:
        """Say on each button whether it sets, or asks for signatures."""
        softer = self._softer()
        self.save.setText(self.tr("Ask for signatures") if softer else self.tr("Set this law"))
        may = self._link.may("RequestLaws" if softer else "SetLaw")
        self.sending.allow(self.save, allowed=may)
        softer = self._pack_softer()
        words = self.tr("Ask for this pack") if softer else self.tr("Adopt this pack")
        self.adopt.setText(words)
        may = self._link.may("RequestLaws" if softer else "AdoptLawPack")
        self.sending.allow(self.adopt, allowed=may)

    def _asked(self, request: int) -> None:
        self.reason.clear()
        words = self.tr("Request {number} is filed.").format(number=request)
        self.form.banner.say(words, self.tr("The law stands softer when all have signed."), "good")

    def _set(self, _answer: object) -> None:
        self.reason.clear()
        self._card = None
        self.refresh()

    def _hear(self, changes: frozenset[Change]) -> None:
        if {change.topic for change in changes} & {Topic.PROJECT, Topic.EVERYTHING}:
            self.refresh()

    def _came(self, cards: Sequence[LawCard]) -> None:
        self._cards = cards
        self.laws.set_lines(cards)
        if self.laws.current() is None and cards:
            self.laws.choose(cards[0].law)
        self._offer()

    def _chosen(self, card: LawCard | None) -> None:
        same = card is not None and self._card is not None and card.law == self._card.law
        self._card = card
        if card is None:
            return
        self.text.setText(card.cites or self.tr("No text is cited."))
        named = say_all("", card.against[:_NAMED])
        if card.count > _NAMED:
            named = self.tr("{named} and {count} more").format(
                named=named, count=card.count - _NAMED
            )
        self.against.setText(
            self.tr("Against it now: {named}").format(named=named)
            if card.count
            else self.tr("Nothing stands against it now.")
        )
        if not same:
            self.level.setCurrentIndex(self.level.findData(card.level))
            self.cites.setText(card.cites)
            self.cites.setCursorPosition(0)
        self._offer()
