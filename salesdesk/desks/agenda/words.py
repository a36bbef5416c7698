"""Words for what needs the manager: when it is due, whose it is, and where it leads."""

from typing import Final

from PySide6.QtCore import QObject

from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.wording import clock, day, listed, local, moment, now, say, say_all, today
from salesdesk.office.figures.need_rules import NeedKind, NeedLine

ICONS: Final[dict[NeedKind, str]] = {
    NeedKind.APPROVAL: "signature",
    NeedKind.STUCK: "lock",
    NeedKind.LAW: "scale",
    NeedKind.HOLD: "timer",
    NeedKind.PRICE_CHECK: "shield-check",
    NeedKind.FLOOR: "scale",
    NeedKind.NO_FLOOR: "lock",
    NeedKind.SIGN_BY: "file-text",
    NeedKind.GRACE_OVER: "timer",
    NeedKind.FILING: "file-up",
    NeedKind.DELIVERED_OWING: "key-round",
    NeedKind.LOAN: "wallet",
    NeedKind.RETURNED: "rotate-ccw",
    NeedKind.RESERVATION: "bookmark",
    NeedKind.REVIEW: "eye",
    NeedKind.PRICE_VERSION: "tag",
    NeedKind.LATE_ENTRY: "history",
    NeedKind.FOLLOW_UP: "phone",
    NeedKind.SPOT_CHECK: "clipboard-list",
    NeedKind.LARGE_CASH: "banknote",
}
"""The icon of each kind."""

_GOALS: Final[dict[NeedKind, tuple[str, str]]] = {
    NeedKind.APPROVAL: ("approvals", ""),
    NeedKind.STUCK: ("approvals", ""),
    NeedKind.LAW: ("admin", "laws"),
    NeedKind.HOLD: ("board", ""),
    NeedKind.PRICE_CHECK: ("contracts", "approve price"),
    NeedKind.FLOOR: ("contracts", ""),
    NeedKind.NO_FLOOR: ("admin", "floors"),
    NeedKind.SIGN_BY: ("contracts", ""),
    NeedKind.GRACE_OVER: ("contracts", "forfeit"),
    NeedKind.FILING: ("contracts", "file contract"),
    NeedKind.DELIVERED_OWING: ("contracts", ""),
    NeedKind.LOAN: ("mortgage", ""),
    NeedKind.RETURNED: ("board", ""),
    NeedKind.RESERVATION: ("board", ""),
    NeedKind.REVIEW: ("board", ""),
    NeedKind.PRICE_VERSION: ("admin", ""),
    NeedKind.FOLLOW_UP: ("reception", ""),
    NeedKind.LARGE_CASH: ("cashier", ""),
}
"""The desk where each kind is done, and the form to open there; the others are done here."""

_URGENT_MINUTES: Final = 5
_SINCE: Final = frozenset({NeedKind.PRICE_CHECK, NeedKind.FLOOR, NeedKind.LAW})
_REQUESTS: Final = frozenset({NeedKind.APPROVAL, NeedKind.STUCK})
DETAILS: Final = {**dict.fromkeys(_REQUESTS, "requests"), NeedKind.LOAN: "loan stuck"}
"""Kinds whose detail is a code, and the context of its words."""


def goal(line: NeedLine) -> Jump | None:
    """Give where *line* is done; None: on this desk."""
    found = _GOALS.get(line.kind)
    return None if found is None else Jump(found[0], line.topic, line.key, found[1])


class NeedWords(QObject):
    """What a line says beside its subject."""

    def who(self, line: NeedLine) -> str:
        """Give whose it is, and for whom."""
        context = DETAILS.get(line.kind)
        kind = say(context, line.detail) if context else ""
        if line.kind is NeedKind.STUCK:
            roles = say_all("roles", line.who.split(","))
            lacks = self.tr("nobody to sign: {roles}").format(roles=roles)
            return " · ".join(part for part in (kind, lacks, line.person) if part)
        if line.kind is NeedKind.LAW:
            return self._relaxed(line)
        if line.kind is NeedKind.NO_FLOOR:
            return self.tr("%n unit(s) on sale have no floor price", "", line.count)
        return " · ".join(part for part in (kind, line.who, line.person) if part)

    def _relaxed(self, line: NeedLine) -> str:
        """Say how hard a law stands, what stands against it, who asked for that, who signed, why."""
        parts = [say("law levels", line.level)]
        if line.count:
            parts.append(self.tr("%n against it", "", line.count))
        parts.append(self.tr("by {person}").format(person=line.person) if line.person else "")
        if line.signers:
            parts.append(self.tr("signed by {people}").format(people=listed(line.signers)))
        return " · ".join(part for part in (*parts, line.detail) if part)

    def when(self, line: NeedLine) -> tuple[str, str]:
        """Give when it is due or how long it is over, and the tone of that."""
        kind = line.kind
        if kind is NeedKind.HOLD and line.at is not None:
            left = max(0, int((line.at - now()).total_seconds() // 60))
            return self.tr("%n min left", "", left), "danger" if left < _URGENT_MINUTES else "warn"
        if kind in _SINCE and line.at is not None:
            known = clock(line.at) if local(line.at).date() == today() else moment(line.at)
            tone = "warn" if kind is NeedKind.LAW else ""
            return self.tr("since {time}").format(time=known), tone
        if kind in {NeedKind.LATE_ENTRY, NeedKind.LOAN}:
            late = self.tr("%n day(s) late", "", line.days)
            stands = self.tr("for %n day(s)", "", line.days)
            return (late if kind is NeedKind.LATE_ENTRY else stands), "warn"
        if kind is NeedKind.LARGE_CASH and line.day is not None:
            return (self.tr("today") if line.day == today() else day(line.day)), "warn"
        if line.day is not None and line.days > 0:
            return self.tr("%n day(s) over", "", line.days), "danger"
        if line.day is not None:
            words = self.tr("until {day}").format(day=day(line.day))
            return (self.tr("today"), "warn") if line.day == today() else (words, "")
        if kind in _REQUESTS and line.at is not None:
            return self.tr("until {day}").format(day=moment(line.at)), ""
        return moment(line.at), ""
