"""A flow in plain words: who signs each step, how many of them, and from which figure on."""

from collections.abc import Sequence
from functools import reduce

from PySide6.QtCore import QObject

from salesdesk.desks.wording import is_chinese, money, say
from salesdesk.office.approvals.rules import Act, Fact, FlowStep, Mode, RequestKind
from salesdesk.office.approvals.sheets import FlowCard

_NOBODY = "–"

COUNTS_DAYS = frozenset({RequestKind.RESERVATION, RequestKind.EXTENSION})
"""The kinds of request that are about days; a threshold in days reaches no other."""

LOWERS = frozenset({RequestKind.PRICE, RequestKind.DISCOUNT})
"""The kinds that may lead below the floor price."""

AMOUNTS = frozenset({Fact.AMOUNT, Fact.AMOUNT_OR_FLOOR})
"""Thresholds that are amounts in fen."""


class FlowWords(QObject):
    """Words for steps and whole flows."""

    def who(self, step: FlowStep) -> str:
        """Say who signs *step*."""
        names = [say("roles", role) for role in step.roles]
        if step.mode is Mode.ALL and len(names) > 1:
            both = _joined(self.tr("{left} and {right}"), names)
            return self.tr("{roles} (each of them)").format(roles=both)
        any_of = _joined(self.tr("{left} or {right}"), names)
        if step.needed == 1:
            return any_of
        return self.tr("{roles} (%n people)", "", step.needed).format(roles=any_of)

    def when(self, step: FlowStep) -> str:
        """Say from which figure on *step* is asked."""
        match step.fact:
            case Fact.AMOUNT:
                return self.tr("from {amount} on").format(amount=money(step.at_least))
            case Fact.AMOUNT_OR_FLOOR:
                words = self.tr("from {amount} on or below the floor price")
                return words.format(amount=money(step.at_least))
            case Fact.DAYS:
                return self.tr("from %n day(s) on", "", step.at_least)
            case _:
                return self.tr("always")

    def step(self, step: FlowStep) -> str:
        """Say *step* in one clause."""
        review = step.act is Act.REVIEW
        words = self.tr("review by {who}") if review else self.tr("approval by {who}")
        clause = words.format(who=self.who(step))
        if step.fact is Fact.ALWAYS:
            return clause
        template = self.tr("{clause} {when}", "approval by the general manager from 5 days on")
        return template.format(clause=clause, when=self.when(step))

    def flow(self, steps: Sequence[FlowStep], valid_days: int) -> str:
        """Say the whole flow in one sentence, and for how long it may be signed."""
        clauses = _joined(self.tr("{left}; {right}"), [self.step(step) for step in steps])
        if not is_chinese():
            clauses = clauses[:1].upper() + clauses[1:]
        days = self.tr("To be signed within %n day(s).", "", valid_days)
        return self.tr("{steps}. {days}").format(steps=clauses, days=days)

    def measured(self, kind: RequestKind, fact: Fact) -> str:
        """Say which figure of a request of *kind* a threshold looks at."""
        if fact is Fact.ALWAYS:
            return self.tr("Every request goes through this step.")
        if fact is Fact.DAYS:
            if kind is RequestKind.RESERVATION:
                return self.tr("For how many days the unit is reserved.")
            return self.tr("By how many days the signing is put off.")
        if kind is RequestKind.PRICE:
            return self.tr("How much less than the price agreed.")
        if kind is RequestKind.DISCOUNT:
            return self.tr("How much less than the list price.")
        if kind is RequestKind.PRICES:
            return self.tr("By how much the sum of the prices changes.")
        return self.tr("The unit's whole price.")

    def short(self, card: FlowCard) -> str:
        """Say in a few words who is missing at the step that lacks somebody."""
        if card.alone:
            return self.tr("if {person} asks").format(person=card.alone)
        return self.tr("too few people")

    def lacking(self, card: FlowCard) -> str:
        """Say why the flow cannot be signed as the office is now; empty: it can."""
        if not card.lacks:
            return ""
        if card.alone:
            words = self.tr("Nobody signs step {number} where {person} asks himself.")
            return words.format(number=card.lacks, person=card.alone)
        return self.tr("Too few people can sign step {number}.").format(number=card.lacks)


def _joined(template: str, parts: Sequence[str]) -> str:
    """Join *parts* by a template of two."""
    if not parts:
        return _NOBODY
    return reduce(lambda left, right: template.format(left=left, right=right), parts)
