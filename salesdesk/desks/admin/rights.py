"""The page of rights: which role may give which command and ask which question."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
)
from typing_extensions import override

from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.rightwords import OTHER_RIGHTS, RIGHT_GROUPS
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.columns import Kind, TableSheet
from salesdesk.desks.widgets.labels import button, row
from salesdesk.desks.widgets.theme import colour
from salesdesk.desks.wording import say
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.office.staff.commands import GrantRight, RevokeRight
from salesdesk.office.staff.queries import rights
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.sheets import RightLine

_NAME = Qt.ItemDataRole.UserRole


class RightsPage(Page):
    """A tick per right and role; each tick is a command of its own."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PERSON})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Rights"),
            self.tr("A tick takes effect at once and stands in the journal. Space sets it."),
        )
        self._may = link.may("GrantRight", "RevokeRight")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setProperty("role", "search")
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(260)
        self.filter.textChanged.connect(self._narrow)
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(1 + len(Role))
        self.tree.setHeaderLabels(
            [self.tr("Command or question"), *(say("roles", role.value) for role in Role)]
        )
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.tree.setAlternatingRowColors(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("Rights"))
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at in range(1, 1 + len(Role)):
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemChanged.connect(self._ticked)
        self.items: dict[str, QTreeWidgetItem] = {}
        printed = button(self.tr("Print…"), self._print, "printer")
        self.body.addLayout(row(self.filter, None, printed))
        self.body.addWidget(self.tree, 1)

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._came, rights)

    def sheet(self) -> TableSheet:
        """Give the matrix as a table that can leave the window."""
        heads = tuple(self.tree.headerItem().text(at) for at in range(1 + len(Role)))
        rows = tuple(
            (
                item.text(0),
                *("✓" if self._on(item, at) else "" for at in range(1, 1 + len(Role))),
            )
            for item in self.items.values()
        )
        return TableSheet(self.title, heads, (Kind.TEXT,) * len(heads), rows)

    def _on(self, item: QTreeWidgetItem, column: int) -> bool:
        return item.checkState(column) == Qt.CheckState.Checked

    def _print(self) -> None:
        self.print_sheet(self.sheet())

    def _came(self, lines: Sequence[RightLine]) -> None:
        blocked = QSignalBlocker(self.tree)
        held = {line.name: line.roles for line in lines}
        if set(held) != set(self.items):
            self._build(list(held))
        for name, item in self.items.items():
            for at, role in enumerate(Role, 1):
                on = role.value in held[name]
                item.setCheckState(at, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        blocked.unblock()
        self._narrow(self.filter.text())

    def _build(self, names: list[str]) -> None:
        self.tree.clear()
        self.items.clear()
        grouped = [(group, [n for n in wanted if n in names]) for group, wanted in RIGHT_GROUPS]
        known = {name for _group, wanted in RIGHT_GROUPS for name in wanted}
        grouped.append((OTHER_RIGHTS, [name for name in names if name not in known]))
        for group, wanted in grouped:
            if not wanted:
                continue
            words = QCoreApplication.translate("right groups", group)
            head = QTreeWidgetItem(self.tree, [words])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFirstColumnSpanned(True)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for name in wanted:
                self.items[name] = self._item(head, name)
        self.tree.expandAll()

    def _item(self, head: QTreeWidgetItem, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(head, [say("commands", name)])
        item.setData(0, _NAME, name)
        item.setToolTip(0, name)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._may:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags)
        if name[0].islower():
            item.setForeground(0, colour("dim"))
        return item

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        name = item.data(0, _NAME)
        if not name or column < 1:
            return
        role = list(Role)[column - 1]
        kind = GrantRight if self._on(item, column) else RevokeRight
        self.banner.clear()

        def refused(error: UserError) -> None:
            self.banner.refuse(error)
            blocked = QSignalBlocker(self.tree)  # what is not so must not stand there ticked
            before = Qt.CheckState.Unchecked if kind is GrantRight else Qt.CheckState.Checked
            item.setCheckState(column, before)
            blocked.unblock()
            self.refresh()

        self.link.do(self, kind(role=role, name=name), lambda _id: None, refused)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for at in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(at)
            shown = 0
            for item in self.items.values():
                if head is None or item.parent() is not head:
                    continue
                held = f"{item.text(0)} {item.data(0, _NAME)}".casefold()
                wanted = all(one in held for one in words)
                item.setHidden(not wanted)
                shown += wanted
            if head is not None:
                head.setHidden(not shown)
