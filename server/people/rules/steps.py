"""Which one kind next step is suggested to a member: the first that would help them to be found and was not put away."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

_KANJI = re.compile(r"[々〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Step(Enum):
    """What could be told next, from what helps most on; values are what a member who put one away is remembered by."""

    GIVES = "gives"
    READING = "reading"
    ASKS = "asks"
    HEADLINE = "headline"
    AVAILABILITY = "availability"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a member has told of themselves already, as far as a step asks for it."""

    name: str
    reading: str | None
    gives: Collection[str]
    asks: Collection[str]
    headline: str | None
    availability: str | None


def next_step(told: Told, put_away: Collection[str]) -> Step | None:
    """Return the one step to suggest; None when everything is told or was put away, which is for good."""
    open_steps = (step for step in Step if step.value not in put_away and _is_open(step, told))
    return next(open_steps, None)


def _is_open(step: Step, told: Told) -> bool:
    # A name without kanji is read as it is written.
    if step is Step.READING:
        return told.reading is None and _KANJI.search(told.name) is not None
    return not getattr(told, step.value)
