"""Labels over hundreds of invented worlds: at every moment, and over any two, enough people could stand behind each of them.

The author of this world forgets nothing. For each response without a name, and each thing that it ever said, they keep those who
could have sent it: who was there when it came, of whom it was true and whom they could see at every look at which it was said, and
who gave no name on the post. That somebody leaves later, and the label then says less, rules nobody out: the response stays.
They also know that no two responses are of one person, so those before it may each take one away.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from server.opportunities.rules import (
    BANDS,
    FEWEST,
    ROOM,
    Breadth,
    Held,
    Label,
    claims_of,
    given,
    kept,
    label_at,
    shares,
)

WORLDS = 400
# So many more in which the author also hides the post from some.
SHUTTING = 400
Kept = Callable[[Breadth, dict[Breadth, int], dict[Breadth, int], int], Breadth]


@dataclass(slots=True)
class Hand:
    """A response without a name: what was given, among whom, and whom the author still holds for possible."""

    sender: int
    label: Label
    people: dict[Breadth, set[int]]
    there: set[int]
    # What was said at the last look.
    said: Label | None = None
    read: dict[Label, set[int]] = field(default_factory=dict)
    # How many of them gave their own name on the post after they had read it.
    named_since: dict[Label, int] = field(default_factory=dict)


@dataclass(slots=True)
class World:
    """One post and its readers; `shuts`: its author hides it from some; `names`: how often somebody is named. The rest is the guard.

    `keep`: what may still be said. `lets_go`: who fell out stays out. `strikes`: who is named leaves what is not said then.
    `counts_shut`: whoever was shut out counts for a new label.
    """

    chance: random.Random
    shuts: bool = False
    names: int = 1
    keep: Kept = kept
    lets_go: bool = True
    strikes: bool = True
    counts_shut: bool = False
    held: dict[int, Held | None] = field(default_factory=dict)
    # Whom the author does not see, or who does not see the post.
    apart: set[int] = field(default_factory=set)
    # Whom the author has shut out of the post: they cannot respond any more, and what they sent before stays.
    shut: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    hands: list[Hand] = field(default_factory=list)

    def step(self) -> None:
        """Let something happen, then let the author look."""
        happening = (self.come, self.change, self.hide, self.show, self.without_name, self.take_up, *[self.by_name] * self.names)
        self.chance.choice((*happening, self.shut_out) if self.shuts else happening)()
        if self.lets_go:
            for hand in self.hands:
                hand.people = {breadth: self.still(hand, breadth) for breadth in hand.people}
        self.look()

    def come(self) -> None:
        """Somebody is verified."""
        self.held[len(self.held)] = self.somebody()

    def somebody(self) -> Held | None:
        """A career of few kinds, so that circles are around k."""
        industry = self.chance.choice(("electronics", "electronics", "internet", None))
        band = self.chance.randrange(2) if industry else None
        return None if self.chance.random() < 0.1 else Held(industry, band)

    def change(self) -> None:
        """Somebody's affiliations say something else."""
        if self.held:
            self.held[self.chance.choice(list(self.held))] = self.somebody()

    def hide(self) -> None:
        """A block, somebody's exclusion of the author, another audience."""
        if self.held:
            self.apart.add(self.chance.choice(list(self.held)))

    def show(self) -> None:
        """And back."""
        if self.apart:
            self.apart.remove(self.chance.choice(sorted(self.apart)))

    def shut_out(self) -> None:
        """The author hides the post from somebody, or no more."""
        if self.held:
            self.shut ^= {self.chance.choice(list(self.held))}

    def by_name(self) -> None:
        """Somebody responds by name."""
        if free := self.free():
            self.name(self.chance.choice(free))

    def take_up(self) -> None:
        """The author learns who sent one of them."""
        if self.hands:
            hand = self.hands.pop(self.chance.randrange(len(self.hands)))
            self.name(hand.sender)

    def name(self, member: int) -> None:
        """The author reads a name, and strikes it from all the others."""
        self.named.add(member)
        for hand in self.hands:
            for breadth, people in hand.people.items() if self.strikes else ():
                if hand.said is None or hand.said.breadth is not breadth:
                    people.discard(member)
            hand.there.discard(member)
            for said, possible in hand.read.items():
                hand.named_since[said] = hand.named_since.get(said, 0) + (member in possible)
                possible.discard(member)

    def without_name(self) -> None:
        """Somebody responds without."""
        if not (free := self.free()):
            return
        sender = self.chance.choice(free)
        held = self.held[sender]
        people = {
            each: {other for other in self.counted() if shares(label_at(each, held), self.held[other])} - self.named
            for each in claims_of(held)
        }
        breadth = given(held, {each: len(found) for each, found in people.items()}, len(self.hands))
        kept_back = {each: found for each, found in people.items() if breadth in claims_of(held) and _at(each) >= _at(breadth)}
        self.hands.append(Hand(sender, label_at(breadth, held), kept_back, set(self.held) - self.named - self.shut))

    def free(self) -> list[int]:
        """Who may still respond."""
        return sorted(self.met() - self.shut - self.named - {hand.sender for hand in self.hands})

    def counted(self) -> set[int]:
        """Among whom a new label is given."""
        return self.met() if self.counts_shut else self.met() - self.shut

    def met(self) -> set[int]:
        """Whom the author sees, and who sees the post."""
        return set(self.held) - self.apart

    def still(self, hand: Hand, breadth: Breadth) -> set[int]:
        """Of whom it is true to this day."""
        label = label_at(breadth, Held(hand.label.industry, hand.label.band))
        return {each for each in hand.people[breadth] & self.met() if shares(label, self.held[each])}

    def look(self) -> None:
        """The author reads every label, and strikes whom it rules out."""
        for before, hand in enumerate(self.hands):
            still = {each: self.still(hand, each) for each in hand.people}
            unnamed = {each: len(people - self.named) for each, people in still.items()}
            breadth = self.keep(hand.label.breadth, {each: len(people) for each, people in still.items()}, unnamed, before)
            said = hand.said = label_at(breadth, Held(hand.label.industry, hand.label.band))
            if breadth is Breadth.MEMBER:
                continue
            hand.read[said] = {each for each in hand.read.get(said, hand.there) & self.met() if shares(said, self.held[each])}

    def singled_out(self) -> bool:
        """Whether fewer than k stand behind something that is said, or was before no more were named than there was room for."""
        return any(
            len(possible) < FEWEST + before and (said == hand.said or hand.named_since.get(said, 0) <= ROOM)
            for before, hand in enumerate(self.hands)
            for said, possible in hand.read.items()
        )


def _at(breadth: Breadth) -> int:
    return list(Breadth).index(breadth)


def singles_out(seed: int, *, shuts: bool, **guard: Any) -> bool:
    """Whether somebody is singled out in a world at some moment. Every second world has more people, and more of them say who they are."""
    names, people = ((1, 20), (4, 30))[seed % 2]
    world = World(random.Random(seed), shuts, names, **guard)
    for _ in range(people):
        world.come()
    for _ in range(60):
        world.step()
        if world.singled_out():
            return True
    return False


def fails(**guard: Any) -> bool:
    """Whether somebody is singled out in any of the worlds."""
    return any(singles_out(seed, shuts=seed >= WORLDS, **guard) for seed in range(WORLDS + SHUTTING))


def test_nobody_is_singled_out() -> None:
    """At no moment, by nothing that was shown before."""
    assert not fails()


def test_labels_are_given_in_these_worlds() -> None:
    """Otherwise the test above would be true of a platform that says nothing."""
    read: set[Breadth] = set()
    for seed in range(20):
        world = World(random.Random(seed))
        for _ in range(40):
            world.come()
        for _ in range(60):
            world.step()
            read |= {label.breadth for hand in world.hands for label in hand.read}
    assert read == {Breadth.FULL, Breadth.INDUSTRY, Breadth.VERIFIED}


FAULTS: dict[str, dict[str, Any]] = {
    "no second look": {"keep": lambda breadth, _sharing, _unnamed, _nameless: breadth},
    "leaving takes the room of names": {
        "keep": lambda breadth, _sharing, unnamed, nameless: kept(
            breadth, {each: many + ROOM for each, many in unnamed.items()}, unnamed, nameless
        )
    },
    "who is named could still have sent it": {
        "keep": lambda breadth, sharing, _unnamed, nameless: kept(breadth, sharing, sharing, nameless)
    },
    "other nameless hands are nobody": {"keep": lambda breadth, sharing, unnamed, _nameless: kept(breadth, sharing, unnamed, 0)},
    "who left comes back": {"lets_go": False},
    "a name from before takes the room of later ones": {"strikes": False},
    "who was shut out counts": {"counts_shut": True},
}


@pytest.mark.parametrize("guard", FAULTS.values(), ids=FAULTS)
def test_a_wrong_guard_is_caught(guard: dict[str, Any]) -> None:
    """Planted: each of them singles somebody out in some world."""
    assert fails(**guard)


def test_every_band_has_its_words() -> None:
    """A label says a place in BANDS."""
    assert len(BANDS) == 5
