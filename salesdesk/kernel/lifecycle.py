"""State machines written as tables: the table that refuses a step also enables the button."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from salesdesk.kernel.errors import NotAllowedNow

S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """One legal step: its name, the states it may start from, the state it leads to."""

    name: str
    sources: frozenset[S]
    target: S


class Lifecycle(Generic[S]):
    """The legal steps of one kind of record, checked for contradictions when it is written."""

    def __init__(self, what: str, start: S, steps: Iterable[tuple[str, set[S], S]]) -> None:
        self.what = what
        self.start = start
        self.steps = tuple(
            Step(name, frozenset(sources), target) for name, sources, target in steps
        )
        self._after: Mapping[tuple[S, str], S] = self._check()

    def after(self, state: S, step: str, *, which: str = "") -> S:
        """Give the state after *step*, or raise `NotAllowedNow` naming what is allowed."""
        target = self._after.get((state, step))
        if target is None:
            raise NotAllowedNow(
                what=which or self.what,
                state=state.value,
                step=step,
                allowed=", ".join(sorted(self.open_to(state))) or "-",
            )
        return target

    def open_to(self, state: S) -> frozenset[str]:
        """Give the names of the steps that may be taken in *state*."""
        return frozenset(step.name for step in self.steps if state in step.sources)

    def as_mermaid(self) -> str:
        """Draw the table as a Mermaid state diagram, for the README."""
        lines = ["stateDiagram-v2", f"    [*] --> {_word(self.start)}"]
        lines += [
            f"    {_word(source)} --> {_word(step.target)}: {step.name}"
            for step in self.steps
            for source in sorted(step.sources)
        ]
        return "\n".join(lines)

    def _check(self) -> dict[tuple[S, str], S]:
        after: dict[tuple[S, str], S] = {}
        for step in self.steps:
            for source in step.sources:
                if (source, step.name) in after:
                    message = f"{self.what}: two rows for {step.name!r} in {source!r}"
                    raise ValueError(message)
                after[source, step.name] = step.target
        reached = {self.start} | {step.target for step in self.steps}
        if lost := {s for step in self.steps for s in step.sources} - reached:
            message = f"{self.what}: nothing leads to {sorted(lost)}"
            raise ValueError(message)
        return after


def _word(state: StrEnum) -> str:
    return state.value.replace(" ", "_")
