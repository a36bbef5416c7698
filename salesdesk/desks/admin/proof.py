"""The page of backups and proof: verified copies, and whether the books hold together."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter
from typing_extensions import override

from salesdesk.desks.admin.drilled import LastDrill
from salesdesk.desks.admin.lawwords import LAWS
from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.vault import Copy, Vault, vault_of
from salesdesk.desks.admin.words import COUNTED, word
from salesdesk.desks.link import Cancelled, Link, Step
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.figures import FactList, Figure
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row
from salesdesk.desks.widgets.progress import Progress
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import ago, now
from salesdesk.kernel.change import Topic
from salesdesk.office.drilling import Proof
from salesdesk.office.figures.audit import Finding
from salesdesk.office.staff.queries import last_drill

_HOUR = 3600
_DAY = 24 * _HOUR
_MB = 1_000_000


class CopyTable(CardTable[Copy]):
    """The office's backups."""

    def __init__(self) -> None:
        super().__init__(
            "admin-backups",
            [
                Column(self.tr("Taken"), lambda c: c.taken_at, Kind.MOMENT, 132),
                Column(self.tr("Size"), lambda c: f"{c.size / _MB:,.1f} MB", width=76),
                Column(self.tr("File"), lambda c: c.path.name, width=220),
            ],
            key=lambda c: c.path,
            empty=EmptyState(
                self.tr("No backup yet"),
                self.tr("One is made every hour of use and when the program ends."),
                "database-backup",
            ),
        )


class LawTable(CardTable[Finding]):
    """Each law of the books: holds, or what breaks it."""

    def __init__(self) -> None:
        holds = self.tr("holds")
        broken = self.tr("broken: {what}")
        super().__init__(
            "admin-laws",
            [
                Column(self.tr("Law"), lambda f: word("laws", LAWS, f.law), width=310),
                Column(
                    self.tr("Result"),
                    lambda f: holds if f.holds else broken.format(what=f.broken),
                    width=130,
                    tone=lambda f: "good" if f.holds else "danger",
                ),
            ],
            key=lambda f: f.law,
            empty=EmptyState(
                self.tr("Not looked at yet"),
                self.tr("Every receipt, claim, sum and seal is looked at; nothing is changed."),
                "shield-check",
            ),
        )


class ProofPage(Page):
    """Backs up now, lists the copies, proves the office's books or a copy's."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SETTING})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Backups and proof"),
            self.tr("A backup counts only after it was opened and checked."),
        )
        self.vault: Vault | None = vault_of(link.seat)
        self.age = Figure(self.tr("Newest verified backup"), "figure")
        self.drilled = LastDrill()
        self.drill = button(self.tr("Restore drill"), self.try_out, "shield-check")
        self.drill.setToolTip(
            self.tr(
                "Restores the newest backup into a temporary place, proves it, and writes down"
                " that it was done."
            )
        )
        self.folder = PlainLabel("", "hint").wrapping().selectable()
        self.copies = CopyTable()
        self.copies.title = self.tr("Backups")
        self.laws = LawTable()
        self.laws.title = self.tr("Proof of the books")
        self.verdict = PlainLabel("", "heading").wrapping()
        self.now = button(
            self.tr("Back up now"), self.back_up, "database-backup", "primary", shortcut="Ctrl+B"
        )
        self.check = button(self.tr("Prove this copy"), self.prove_copy, "shield-check")
        self.prove = button(
            self.tr("Prove the books"), self.prove_books, "shield-check", "primary"
        )
        self.copies.chosen.connect(lambda copy: self.check.setEnabled(copy is not None))
        self.check.setEnabled(False)
        self._lay()

    @override
    def refresh(self) -> None:
        vault = self.vault
        if vault is None:
            return

        seat = self.link.seat

        def asked() -> tuple[Sequence[Copy], str, datetime | None]:
            return vault.copies(), str(vault.folder()), seat.ask(last_drill)

        self.link.call(self, asked, self._came, self.banner.refuse)

    @override
    def table(self) -> CardTable[Any]:
        return self.laws if self.laws.view.hasFocus() else self.copies

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+B", self.tr("Back up now")),)

    def back_up(self) -> None:
        """Make a verified backup, with progress and a way out."""
        vault = self.vault
        if vault is None:
            return
        self.banner.clear()
        title = self.tr("Backing up")
        detail = self.tr("Everybody can go on working meanwhile.")
        Progress(self, title, detail).run(
            self.link, vault.back_up, self._backed_up, self.banner.refuse
        )

    def try_out(self) -> None:
        """Restore the newest backup for trial, prove it, and write it down."""
        vault = self.vault
        if vault is None:
            return
        self.banner.clear()

        def done(answer: object) -> None:
            copy, proof = cast("tuple[Path, Proof]", answer)
            self._show(proof, copy.name)
            self.told.emit(self.tr("Restored for trial and proved: {file}").format(file=copy.name))
            self.refresh()

        def job(_step: Step, _cancelled: Cancelled) -> object:
            return vault.drill()

        title = self.tr("Restoring the newest backup for trial")
        Progress(self, title).run(self.link, job, done, self.banner.refuse)

    def prove_books(self) -> None:
        """Look at every law of the office's books."""
        vault = self.vault
        if vault is None:
            return

        def job(_step: Step, _cancelled: Cancelled) -> Proof:
            return vault.prove()

        self._run(job, self.tr("This office, now"))

    def prove_copy(self) -> None:
        """Look at every law of the chosen backup's books."""
        vault, copy = self.vault, self.copies.current()
        if vault is not None and copy is not None:
            look = partial(vault.look, copy.path)
            self._run(lambda _step, _cancelled: look(), copy.path.name)

    def _run(self, job: Any, what: str) -> None:
        self.banner.clear()

        def proved(proof: Proof) -> None:
            self._show(proof, what)

        title = self.tr("Looking at every law")
        Progress(self, title).run(self.link, job, proved, self.banner.refuse)

    def _show(self, proof: Proof, what: str) -> None:
        self.laws.set_lines(proof.findings)
        broken = [finding for finding in proof.findings if not finding.holds]
        if broken:
            text = self.tr("{what}: {count} laws are broken").format(what=what, count=len(broken))
            remedy = self.tr(
                "Stop working in this office; restore the newest backup whose books hold."
            )
            self.banner.say(text, remedy)
        else:
            text = self.tr("{what}: every law holds").format(what=what)
        self.verdict.setText(text)
        texts = [(word("counted", COUNTED, name), f"{n:,}") for name, n in proof.rows.items()]
        half = (len(texts) + 1) // 2
        for facts, part in zip(self.counted, (texts[:half], texts[half:]), strict=True):
            facts.show_facts(*part)

    def _came(self, answer: tuple[Sequence[Copy], str, datetime | None]) -> None:
        copies, folder, drilled = answer
        self.copies.set_lines(copies)
        self.folder.setText(folder)
        self.drilled.show_drill(drilled)
        self.drill.setEnabled(bool(copies) and self.link.may("ChangeSetting"))
        if not self.link.may("ChangeSetting"):
            self.drill.setToolTip(self.tr("The administrator does the drill."))
        if not copies:
            self.age.show_value(self.tr("none yet"), "danger")
            return
        if self.copies.current() is None:
            self.copies.choose(copies[0].path)
        newest = copies[0].taken_at
        seconds = (now() - newest).total_seconds()
        tone = "good" if seconds < 2 * _HOUR else "warn" if seconds < _DAY else "danger"
        self.age.show_value(ago(newest, now()), tone)

    def _backed_up(self, path: object) -> None:
        self.told.emit(self.tr("Backed up and checked: {path}").format(path=str(path)))
        self.banner.say(self.tr("Backed up and checked."), str(path), "good")
        self.refresh()

    def _lay(self) -> None:
        left = Card(margin=14)
        left.body.addLayout(row(self.age, None, self.now))
        left.body.addWidget(self.folder)
        left.body.addWidget(self.copies, 1)
        left.body.addLayout(row(self.check, None))
        left.body.addLayout(row(self.drilled, None, self.drill))
        right = Card(margin=14)
        right.body.addLayout(row(self.verdict, None, self.prove))
        self.verdict.setText(self.tr("Do the books hold together?"))
        right.body.addWidget(self.laws, 1)
        self.counted = (FactList(), FactList())
        right.body.addLayout(row(*self.counted, spacing=24))
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(left)
        middle.addWidget(right)
        middle.setSizes([500, 560])
        self.body.addWidget(middle, 1)
        self.now.setEnabled(self.vault is not None)
        self.drill.setEnabled(False)
