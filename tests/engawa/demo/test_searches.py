"""What the demo's members have saved: as many as the world is large, the same for a seed, of every shape, and under everybody's limits."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from engawa.demo.shapes import Search, World
from engawa.demo.world import build_world, opportunities_for, saved_searches, searches_for
from server.opportunities.rules import Direction, Kind
from server.standing.rules import MOST_SAVED, MOST_SAVED_NEWCOMER, Channel, checked_name

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def world() -> World:
    """The world as `make run` shows it."""
    return build_world(AT)


@pytest.fixture(scope="module")
def saved(world: World) -> list[Search]:
    """More than it keeps, so that every shape is among them."""
    return list(saved_searches(world, 1, 1_500))


def test_a_world_grows_by_its_rule() -> None:
    """As many posts and filters as were promised for the ordinary world and for the largest, and more with every size between."""
    sizes = (200, 2_000, 20_000, 200_000)
    assert [opportunities_for(members) for members in sizes] == [300, 300, 4_818, 50_000]
    assert [searches_for(members) for members in sizes] == [25, 250, 9_318, 100_000]
    assert len(build_world(AT, members=2_600).opportunities) == opportunities_for(2_600) == 450


def test_the_same_seed_saves_the_same(world: World, saved: list[Search]) -> None:
    """Another seed saves other filters, fewer are the first of more, and nothing else of the world shifts with them."""
    assert list(saved_searches(world, 1, 300)) == saved[:300]
    assert list(saved_searches(world, 2, 300)) != saved[:300]
    assert build_world(AT) == world


def test_there_are_as_many_as_were_asked_for(world: World, saved: list[Search]) -> None:
    """Each an id of its own, and by who is in the world."""
    assert len(saved) == 1_500
    assert len({search.id for search in saved}) == len(saved)
    assert {search.id.version for search in saved} == {7}
    people = {person.id: person for person in world.people}
    assert all(people[search.member].joined_at <= search.saved_at <= AT for search in saved)
    assert all(search.saved_at <= search.paused_at <= AT for search in saved if search.paused_at)


def test_nobody_keeps_more_than_they_may(world: World, saved: list[Search]) -> None:
    """A newcomer fewer, and none over people."""
    newcomers = {person.id for person in world.people if person.verified_at is None}
    kept = Counter(search.member for search in saved)
    assert max(kept.values()) <= MOST_SAVED
    assert max(kept[member] for member in newcomers) <= MOST_SAVED_NEWCOMER
    assert newcomers & set(kept)
    assert {search.member for search in saved if search.about == "people"}.isdisjoint(newcomers)


def test_they_are_of_every_shape(saved: list[Search]) -> None:
    """Words, kinds, directions, skills, companies, groups, places, from afar, and people; told in each way; some paused, few alike."""
    posts = [search for search in saved if search.about == "opportunities"]
    people = [search for search in saved if search.about == "people"]
    for shape in ("text", "kinds", "directions", "skills", "companies", "groups", "places", "remote"):
        assert 30 < sum(1 for search in posts if getattr(search, shape)) < len(posts), shape
    assert {kind for search in posts for kind in search.kinds} <= {kind.value for kind in Kind}
    assert {direction for search in posts for direction in search.directions} == {direction.value for direction in Direction}
    assert {search.channel for search in posts} == {channel.value for channel in Channel}
    assert {search.channel for search in people} == {"weekly"}
    assert all((search.skills or search.companies) and not search.text for search in people)
    assert 0.03 < sum(1 for search in saved if search.paused_at) / len(saved) < 0.1
    asked = {(each.about, each.text, each.kinds, each.directions, each.skills, each.companies, each.groups, each.remote) for each in saved}
    assert len(asked) > len(saved) * 0.6


def test_they_have_names(saved: list[Search]) -> None:
    """On one line, with every slot filled; the filter of an English speaker is in English."""
    assert all(checked_name(search.name) == search.name for search in saved)
    assert not any(mark in search.name for search in saved for mark in "{}")
    assert any(search.name.isascii() for search in saved)


def test_the_ready_made_sign_ins_have_some(world: World) -> None:
    """However small the world is."""
    by_key = {person.sign_in: person.id for person in world.people if person.sign_in}
    kept = Counter(search.member for search in saved_searches(world, 1, searches_for(200)))
    assert [kept[by_key[key]] for key in ("member", "colleague", "operator")] == [3, 2, 1]
