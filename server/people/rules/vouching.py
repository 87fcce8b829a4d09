"""What confirms a tenure: decisions and colleagues' words, which of them stand, and when a word counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

LONGEST_STATEMENT: Final = 300
# What stands behind an affiliation.
BY_COLLEAGUE: Final = 10
BY_OPERATOR: Final = 20
BY_COMPANY: Final = 30
LEVELS: Final = (BY_COLLEAGUE, BY_OPERATOR, BY_COMPANY)
# While an account, or what only colleagues have confirmed, is young, its word is looked at by somebody else first.
YOUNG: Final = timedelta(days=30)
REQUEST_LIVES: Final = timedelta(days=14)


class Holding(Enum):
    """Why a colleague's word has no effect until somebody decides: the values are stored."""

    NEW_COLLEAGUE = "new_colleague"
    RING = "ring"
    DECIDED_AGAINST = "decided_against"
    MONTHS_CHANGED = "months_changed"
    LAPSED = "lapsed"


class Asked(Enum):
    """Who is asked to confirm; the values are stored."""

    LINK = "link"
    COLLEAGUES = "colleagues"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What is known of a colleague's word when it is given.

    `level`: what stands behind the voucher's own affiliation; `confirmed_for`: since when, if only colleagues confirmed it;
    `grounded`: whether that leads back to somebody whom an operator or the company confirmed; `returns`: whether the member's own
    word is part of it; `young`: whether one of the two accounts is; `decided_against`: whether the affiliation was, last.
    """

    level: int
    confirmed_for: timedelta
    grounded: bool
    returns: bool
    young: bool
    decided_against: bool


def holding(word: Word) -> Holding | None:
    """Return why a word is held, or None when it counts at once: from somebody well confirmed, in no ring of new accounts."""
    if word.decided_against:
        return Holding.DECIDED_AGAINST
    if word.returns and word.young:
        return Holding.RING
    if not word.grounded:
        return Holding.LAPSED
    if word.level < BY_OPERATOR and word.confirmed_for <= YOUNG:
        return Holding.NEW_COLLEAGUE
    return None


def standing_decisions(reviews: Iterable[tuple[str, int]]) -> frozenset[int]:
    """Return the levels at which a confirmation still stands, of decisions (outcome, level) in the order they were made."""
    standing: set[int] = set()
    for outcome, level in reviews:
        if outcome == "confirmed":
            standing.add(level)
        elif outcome == "revoked":
            standing.discard(level)
        else:
            standing.clear()
    return frozenset(standing)


def decided_against(outcomes: Sequence[str]) -> bool:
    """Tell whether the last decision went against; other months alone do not undo that."""
    decisions = [outcome for outcome in outcomes if outcome != "lapsed"]
    return bool(decisions) and decisions[-1] in ("declined", "revoked")


def level_of(decisions: Iterable[int], vouches: int) -> int:
    """Return the verification of an affiliation: the best of what stands, 0 when nothing does."""
    return max([*decisions, BY_COLLEAGUE if vouches else 0])


def may_ask(state: str, verification: int, *, has_contact: bool) -> list[Asked]:
    """Return whom a member may ask to confirm an affiliation: whoever could still add something, unless it was declined."""
    if state == "declined":
        return []
    colleagues = [Asked.LINK, Asked.COLLEAGUES] if verification < BY_OPERATOR else []
    return [*colleagues, *([Asked.COMPANY] if has_contact and verification < BY_COMPANY else [])]


def shared_months(one: tuple[date, date | None], other: tuple[date, date | None]) -> tuple[date, date | None] | None:
    """Return the months in which both tenures were, or None where they never met."""
    start = max(one[0], other[0])
    ends = [end for end in (one[1], other[1]) if end is not None]
    end = min(ends) if ends else None
    return None if end is not None and end < start else (start, end)
