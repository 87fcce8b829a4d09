"""When a colleague's word counts: the pure decisions, and that no set of new accounts can confirm itself."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from server.people.rules.vouching import (
    BY_COLLEAGUE,
    BY_COMPANY,
    BY_OPERATOR,
    YOUNG,
    Asked,
    Holding,
    Word,
    decided_against,
    holding,
    level_of,
    may_ask,
    shared_months,
    standing_decisions,
)

A_MONTH = YOUNG + timedelta(days=1)


@dataclass(slots=True)
class World:
    """People at one company: when they joined, whom an operator confirmed, and whose word stands since when."""

    joined: dict[int, timedelta]
    anchors: set[int]
    words: dict[tuple[int, int], timedelta] = field(default_factory=dict[tuple[int, int], timedelta])
    held: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    at: timedelta = timedelta(0)

    def level(self, who: int) -> int:
        """What stands behind somebody."""
        return level_of({BY_OPERATOR} if who in self.anchors else (), sum(other == who for _, other in self.words))

    def behind(self, who: int, words: set[tuple[int, int]]) -> set[int]:
        """Everybody whose words lead to somebody, themselves too."""
        found, looked = {who}, set[int]()
        while found - looked:
            one = (found - looked).pop()
            looked.add(one)
            found |= {voucher for voucher, other in words if other == one}
        return found

    def grounded(self, who: int) -> bool:
        """Whether that leads back to somebody whom an operator confirmed."""
        return bool(self.behind(who, set(self.words)) & self.anchors)

    def vouch(self, voucher: int, other: int) -> None:
        """As the command does it: only who is confirmed gives a word, and the rule says whether it counts."""
        if voucher == other or not self.level(voucher):
            return
        first = min((since for (_, whom), since in self.words.items() if whom == voucher), default=self.at)
        word = Word(
            level=self.level(voucher),
            confirmed_for=self.at - first,
            grounded=self.grounded(voucher),
            returns=other in self.behind(voucher, set(self.words) | self.held),
            young=any(self.at - self.joined[who] <= YOUNG for who in (voucher, other)),
            decided_against=False,
        )
        if holding(word) is None:
            self.words[(voucher, other)] = self.at
        else:
            self.held.add((voucher, other))

    def revoke(self, who: int) -> None:
        """The operator takes a confirmation back; words whose ground has gone lapse, one after the other."""
        self.anchors.discard(who)
        while lapsed := {word for word in self.words if not self.grounded(word[0])}:
            word = min(lapsed)
            self.held.add(word)
            del self.words[word]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("vouch"), st.integers(0, 7), st.integers(0, 7)),
        st.tuples(st.just("wait"), st.integers(0, 45), st.just(0)),
        st.tuples(st.just("revoke"), st.integers(0, 7), st.just(0)),
    ),
    max_size=40,
)


@settings(max_examples=400, deadline=None)
@given(steps=STEPS, anchors=st.sets(st.integers(0, 7), max_size=3))
def test_nobody_is_confirmed_without_an_anchor_outside(steps: list[tuple[str, int, int]], anchors: set[int]) -> None:
    """After any words, waiting and revocations everybody who is confirmed leads back to somebody whom an operator confirmed."""
    world = World({who: timedelta(0) for who in range(8)}, set(anchors))
    for step, one, other in steps:
        if step == "vouch":
            world.vouch(one, other)
        elif step == "wait":
            world.at += timedelta(days=one)
        else:
            world.revoke(one)
        for who in range(8):
            assert world.level(who) == 0 or world.grounded(who)
        if not world.anchors:
            assert not any(world.level(who) for who in range(8))


def test_a_word_counts_only_from_somebody_well_confirmed() -> None:
    """At the edges of each rule."""
    surely = {"level": BY_OPERATOR, "confirmed_for": timedelta(0), "grounded": True}
    well = surely | {"returns": False, "young": False, "decided_against": False}
    assert holding(Word(**well)) is None
    assert holding(Word(**well | {"level": BY_COLLEAGUE, "confirmed_for": YOUNG})) is Holding.NEW_COLLEAGUE
    assert holding(Word(**well | {"level": BY_COLLEAGUE, "confirmed_for": A_MONTH})) is None
    assert holding(Word(**well | {"grounded": False})) is Holding.LAPSED
    assert holding(Word(**well | {"returns": True, "young": True})) is Holding.RING
    assert holding(Word(**well | {"returns": True})) is None
    assert holding(Word(**well | {"decided_against": True})) is Holding.DECIDED_AGAINST


def test_what_stands_is_the_best_that_is_left() -> None:
    """Decisions end each other by level; other months and a decline end all of them."""
    both = [("confirmed", BY_OPERATOR), ("confirmed", BY_COMPANY)]
    assert standing_decisions(both) == {BY_OPERATOR, BY_COMPANY}
    assert standing_decisions([*both, ("revoked", BY_COMPANY)]) == {BY_OPERATOR}
    assert standing_decisions([*both, ("lapsed", 0)]) == standing_decisions([*both, ("declined", 0)]) == set()
    assert standing_decisions([*both, ("revoked", BY_OPERATOR), ("confirmed", BY_OPERATOR)]) == {BY_OPERATOR, BY_COMPANY}
    assert (level_of((), 0), level_of((), 2), level_of({BY_OPERATOR}, 2)) == (0, BY_COLLEAGUE, BY_OPERATOR)
    assert decided_against(["confirmed", "declined", "lapsed"])
    assert not decided_against(["declined", "confirmed", "lapsed"])


def test_shared_months() -> None:
    """The last month of one may be the first of the other; present employees stay."""
    one = (date(2014, 4, 1), date(2019, 9, 1))
    assert shared_months(one, (date(2019, 9, 1), None)) == (date(2019, 9, 1), date(2019, 9, 1))
    assert shared_months(one, (date(2019, 10, 1), None)) is None
    assert shared_months((date(2014, 4, 1), None), (date(2020, 1, 1), None)) == (date(2020, 1, 1), None)


def test_who_may_be_asked() -> None:
    """Whoever could still add something."""
    assert may_ask("declined", 0, has_contact=True) == []
    assert may_ask("awaiting", 0, has_contact=False) == [Asked.LINK, Asked.COLLEAGUES]
    assert may_ask("confirmed", BY_OPERATOR, has_contact=True) == [Asked.COMPANY]
    assert may_ask("confirmed", BY_COMPANY, has_contact=True) == []
