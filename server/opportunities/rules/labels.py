"""What a response without a name says of who sent it, and among how many people it must keep them: domain.md's rule 4."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from server.opportunities.rules.kinds import Direction, Kind


class Breadth(Enum):
    """How much a label says, the most first. Values are those of the table."""

    FULL = "full"
    INDUSTRY = "industry"
    VERIFIED = "verified"
    # Says nothing, and so needs nobody beside.
    MEMBER = "member"


# k: a label never leaves the server when fewer share it.
FEWEST: Final = 5
# How many of those who share a label may be named on the same post after it could be read, before fewer than k are left.
ROOM: Final = 5
# The bands of years, by the months in which they begin.
BANDS: Final = (0, 24, 60, 120, 240)
_CLAIMS: Final = (Breadth.FULL, Breadth.INDUSTRY, Breadth.VERIFIED)
_SENSITIVE: Final = frozenset({Kind.HIRING, Kind.CONTRACT})


@dataclass(frozen=True, slots=True)
class Tenure:
    """A confirmed affiliation that has ended: in which industry (None: not known), and its first and last month."""

    industry: str | None
    started_on: date
    ended_on: date


@dataclass(frozen=True, slots=True)
class Held:
    """What the fullest label would say of an alum: the industry in which they were longest, and how long (a place in BANDS)."""

    industry: str | None
    band: int | None


@dataclass(frozen=True, slots=True)
class Label:
    """What is said instead of a name."""

    breadth: Breadth
    industry: str | None = None
    band: int | None = None


def held_by(tenures: Iterable[Tenure]) -> Held | None:
    """Return what the fullest label would say; None for who has left no company yet. A month counts once, wherever one was."""
    months: defaultdict[str | None, set[int]] = defaultdict(set)
    for each in tenures:
        months[each.industry].update(range(_month(each.started_on), _month(each.ended_on) + 1))
    if not months:
        return None
    known = sorted((-len(counted), industry) for industry, counted in months.items() if industry is not None)
    if not known:
        return Held(None, None)
    least, industry = known[0]
    return Held(industry, band_of(-least))


def band_of(months: int) -> int:
    """Return the place in BANDS of a number of months."""
    return max(place for place, begins in enumerate(BANDS) if months >= begins)


def claims_of(held: Held | None) -> tuple[Breadth, ...]:
    """Return the labels that could be given to somebody, the fullest first, without the one that says nothing."""
    if held is None:
        return ()
    return _CLAIMS if held.industry is not None else (Breadth.VERIFIED,)


def shares(label: Label, held: Held | None) -> bool:
    """Tell whether a label is true of somebody too."""
    if label.breadth is Breadth.MEMBER:
        return True
    if held is None:
        return False
    said = {Breadth.FULL: (held.industry, held.band), Breadth.INDUSTRY: (held.industry, None)}.get(label.breadth, (None, None))
    return said == (label.industry, label.band)


def label_at(breadth: Breadth, held: Held | None) -> Label:
    """Return the label of a breadth for somebody."""
    if held is None or breadth is Breadth.MEMBER:
        return Label(Breadth.MEMBER)
    return Label(
        breadth,
        held.industry if breadth in (Breadth.FULL, Breadth.INDUSTRY) else None,
        held.band if breadth is Breadth.FULL else None,
    )


def needed_for(nameless: int) -> int:
    """Return how many must share a label: k, room for names, and one for each nameless hand before it, since that is somebody else.

    `nameless` is a number that the author sees, so that a coarse label tells nothing of who the others are.
    """
    return FEWEST + ROOM + nameless


def given(held: Held | None, sharing: Mapping[Breadth, int], nameless: int, finest: Breadth = Breadth.FULL) -> Breadth:
    """Return the breadth of a new label: the fullest that enough people share, and nothing finer than `finest`.

    `sharing` counts those who gave no name on the post: the author has read theirs, and nothing yet in which they could stand.
    """
    allowed = [each for each in claims_of(held) if _rank(each) >= _rank(finest)]
    return kept(allowed[0], sharing, sharing, nameless) if allowed else Breadth.MEMBER


def kept(breadth: Breadth, sharing: Mapping[Breadth, int], unnamed: Mapping[Breadth, int], nameless: int) -> Breadth:
    """Return what may still be said of a label that was given, with so many nameless hands before it.

    `unnamed` counts those of then of whom it holds to this day, and who gave no name on the post; `sharing` also those who were named
    while it was said. So only a name that comes later takes room: one that came before, and whoever leaves, makes it say less.
    """
    enough = (
        each
        for each in _CLAIMS
        if _rank(each) >= _rank(breadth) and sharing.get(each, 0) >= needed_for(nameless) and unnamed.get(each, 0) >= FEWEST + nameless
    )
    return next(enough, Breadth.MEMBER)


def nameless_by_default(kind: Kind, direction: Direction) -> bool:
    """Tell what the form offers first.

    Who is curious about work, or asks for help, is spared their name; who raises a hand to help is best taken up by it.
    """
    return kind in _SENSITIVE or direction is Direction.OFFERING


def _rank(breadth: Breadth) -> int:
    return (*_CLAIMS, Breadth.MEMBER).index(breadth)


def _month(day: date) -> int:
    return day.year * 12 + day.month
