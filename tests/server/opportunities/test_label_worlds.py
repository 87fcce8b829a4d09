"""Labels over thousands of invented worlds: at every moment, and over any two, enough people could stand behind each of them.

The author of this world forgets nothing. For each response without a name, and each thing that it ever said, they keep those who
could have sent it: who was there when it came, of whom it was true and whom they could see at every look at which it was said, and
who gave no name on the post. That somebody leaves later, and the label then says less, rules nobody out: the response stays.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from server.opportunities.rules import BANDS, FEWEST, ROOM, Breadth, Held, Label, claims_of, given, kept, label_at, shares

WORLDS = 400
# So many more in which the author also hides the post from some.
SHUTTING = 150
Given = Callable[[Held | None, dict[Breadth, int], int], Breadth]
Kept = Callable[[Breadth, dict[Breadth, int], dict[Breadth, int]], Breadth]


@dataclass(slots=True)
class Hand:
    """A response without a name: what was given, among whom, and whom the author still holds for possible."""

    sender: int
    label: Label
    people: dict[Breadth, set[int]]
    there: set[int]
    read: dict[Label, set[int]] = field(default_factory=dict)
    # How many of them gave their own name on the post after they had read it.
    named_since: dict[Label, int] = field(default_factory=dict)


@dataclass(slots=True)
class World:
    """One post, its readers, and the rules under test: `give`, `keep`, whether who fell out stays out, and who was shut out counts.

    `shuts`: its author hides the post from some.
    """

    chance: random.Random
    give: Given = given
    keep: Kept = kept
    lets_go: bool = True
    counts_shut: bool = False
    shuts: bool = False
    held: dict[int, Held | None] = field(default_factory=dict)
    # Whom the author does not see, or who does not see the post.
    apart: set[int] = field(default_factory=set)
    # Whom the author has shut out of the post: they cannot respond any more, and what they sent before stays.
    shut: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    hands: list[Hand] = field(default_factory=list)

    def step(self) -> None:
        """Let something happen, then let the author look."""
        happening = (self.come, self.change, self.hide, self.show, self.by_name, self.without_name, self.take_up)
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
        breadth = self.give(held, {each: len(found) for each, found in people.items()}, len(self.hands))
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
        for hand in self.hands:
            still = {each: self.still(hand, each) for each in hand.people}
            unnamed = {each: len(people - self.named) for each, people in still.items()}
            breadth = self.keep(hand.label.breadth, {each: len(people) for each, people in still.items()}, unnamed)
            said = label_at(breadth, Held(hand.label.industry, hand.label.band))
            if breadth is Breadth.MEMBER:
                continue
            hand.read[said] = {each for each in hand.read.get(said, hand.there) & self.met() if shares(said, self.held[each])}

    def singled_out(self) -> list[Hand]:
        """Those behind which fewer than k stand, though no more gave their names than there was room for."""
        return [
            hand
            for hand in self.hands
            if any(len(possible) < FEWEST and hand.named_since.get(said, 0) <= ROOM for said, possible in hand.read.items())
        ]


def _at(breadth: Breadth) -> int:
    return list(Breadth).index(breadth)


def failing(give: Given = given, keep: Kept = kept, *, lets_go: bool = True, counts_shut: bool = False) -> int:
    """In how many worlds somebody is singled out at some moment."""
    count = 0
    for seed in range(WORLDS + SHUTTING):
        world = World(random.Random(seed), give, keep, lets_go, counts_shut, shuts=seed >= WORLDS)
        for _ in range(20):
            world.come()
        for _ in range(60):
            world.step()
            if world.singled_out():
                count += 1
                break
    return count


def test_nobody_is_singled_out() -> None:
    """At no moment, by nothing that was shown before."""
    assert failing() == 0


def test_labels_are_given_in_these_worlds() -> None:
    """Otherwise the test above would be true of a platform that says nothing."""
    world = World(random.Random(1))
    for _ in range(40):
        world.come()
    read: set[Breadth] = set()
    for _ in range(400):
        world.step()
        read |= {label.breadth for hand in world.hands for label in hand.read}
    assert read == {Breadth.FULL, Breadth.INDUSTRY, Breadth.VERIFIED}


@pytest.mark.parametrize(
    ("give", "keep", "lets_go"),
    [
        (lambda held, _sharing, _nameless: (*claims_of(held), Breadth.MEMBER)[0], kept, True),
        (given, lambda breadth, _sharing, _unnamed: breadth, True),
        (given, kept, False),
        (given, lambda breadth, _sharing, unnamed: kept(breadth, {each: many + ROOM for each, many in unnamed.items()}, unnamed), True),
        (lambda held, sharing, _nameless: given(held, sharing, -ROOM), kept, True),
    ],
    ids=["no k when it is given", "no second look", "who left comes back", "leaving takes the room of names", "no room for names"],
)
def test_a_wrong_rule_is_caught(give: Given, keep: Kept, lets_go: bool) -> None:
    """Planted: each of the five singles somebody out in some world."""
    assert failing(give, keep, lets_go=lets_go) > 0


def test_counting_who_was_shut_out_is_caught() -> None:
    """Planted: they cannot have sent it."""
    assert failing(counts_shut=True) > 0


def test_every_band_has_its_words() -> None:
    """A label says a place in BANDS."""
    assert len(BANDS) == 5
