"""The judged queries: five sets by a fixed rule, answers that follow from the facts, and nobody whom the one viewer may not see."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bench.relevance import queries as kept
from bench.relevance.engines import seen_people, seen_posts, unseen, viewer
from bench.relevance.facts import UnknownFactError, holds
from bench.relevance.materialise import answered
from bench.relevance.queries import APART, FRESH, GRADES, HALVES, SEALED, SETS, Judged, load, save, set_of
from bench.relevance.report import CALLED, at_its_instant
from bench.relevance.world import MEMBERS, judged_world, people, posts
from engawa.demo.load import load_demo
from engawa.parts import House, opened
from server.kit.ids import MemberId
from server.kit.settings import Settings
from server.people.reads import affiliations_of

EVERY = [query for name in SETS for query in load(name)]
IN_HALVES = [query for query in EVERY if set_of(query.id) in HALVES]


def answerable() -> list[Judged]:
    """The queries that count."""
    return [query for query in EVERY if query.is_answerable]


def test_there_are_enough_of_them() -> None:
    """More than 320 in the halves, in both about as many, of people and of posts; 200 apart and 200 sealed; and small enough to be read."""
    by_set = Counter(set_of(query.id) for query in answerable())
    assert by_set["tuned"] + by_set["held"] >= 320
    assert abs(by_set["tuned"] - by_set["held"]) < (by_set["tuned"] + by_set["held"]) / 10
    assert by_set[APART] >= 200
    assert by_set[SEALED] >= 200
    assert min(Counter(query.find for query in answerable()).values()) >= 100
    folder = Path(kept.__file__).parent
    assert sum(path.stat().st_size for path in folder.glob("*.toml")) < 2_000_000


@pytest.mark.parametrize("name", [APART, SEALED])
def test_the_sets_that_nobody_looks_at_ask_for_the_same_kinds_of_things(name: str) -> None:
    """Of each kind about the same share as in the halves, so that the means can be laid beside each other."""
    halves, unseen_set = (Counter((query.category, query.find) for query in queries) for queries in (IN_HALVES, load(name)))
    assert halves.keys() == unseen_set.keys()
    assert {kind for kind in halves if abs(halves[kind] / halves.total() - unseen_set[kind] / unseen_set.total()) > 0.02} == set()


def test_each_query_stands_once_in_the_set_that_its_id_says() -> None:
    """Nobody chooses which queries are held back."""
    assert CALLED.keys() == set(SETS)
    for name in SETS:
        assert [query.id for query in load(name) if set_of(query.id) != name] == []
    assert len({query.id for query in EVERY}) == len(EVERY)
    # Told as a number: a failure shows nothing of the sets apart and sealed. The fresh one was written without a look at that.
    assert repeated([query for query in EVERY if set_of(query.id) != FRESH]) == 0
    assert repeated([*IN_HALVES, *load(FRESH)]) == 0


def repeated(queries: list[Judged]) -> int:
    """How many ask what another of them asks."""
    return len(queries) - len({(query.find, query.ask) for query in queries})


def test_answers_are_what_the_facts_say() -> None:
    """Otherwise the demo world has changed, or an answer is by hand: `python -m bench.relevance.materialise` writes them anew."""
    assert [query.id for query in EVERY if dict(answered(query).answers) != dict(query.answers)] == []


def test_every_query_has_a_good_answer_or_is_marked() -> None:
    """And no grade is told that nothing has."""
    assert [query.id for query in answerable() if max(query.answers.values(), default=0) < GRADES["good"]] == []
    assert [query.id for query in answerable() if set(query.facts) != set(query.answers.values())] == []
    assert all((query.category == "unanswerable") == (not query.is_answerable) for query in EVERY)
    assert all(query.means and query.find in ("people", "posts") for query in EVERY)


@pytest.mark.parametrize("name", SETS)
def test_a_set_reads_as_it_was_written(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands in it, quotes and all."""
    before = load(name)
    before[0] = replace(before[0], ask='a "quoted" \\ one', means="いち\nに")
    monkeypatch.setattr(kept, "_FOLDER", tmp_path)
    save(name, before)
    assert load(name) == before


def test_facts_are_conditions_alternatives_and_values() -> None:
    """All of an alternative have to hold; of a text a value is a part, of everything else the whole."""
    steward, colleague = people()["aya.kurusu"], people()["demo-colleague"]
    assert holds("family=来栖 & place=東京", steward)
    assert holds("family=佐藤|来栖", steward)
    assert holds("family=佐藤 ; company=mitsui", steward)
    assert not holds("family=来", steward)
    assert not holds("family=来栖 & not place=東京", steward)
    assert not holds("", steward)
    assert holds("former=佐野眞由美 & stage=nitori:物流", colleague)
    with pytest.raises(UnknownFactError):
        holds("colour=blue", steward)


def test_years_are_those_of_a_confirmed_tenure() -> None:
    """At ニトリ from April 2012 to March 2021, nine whole years, then at DeNA: no year of the one is a year of the other."""
    colleague = people()["demo-colleague"]
    for meaning in (
        "began=nitori:2012",
        "left=nitori:2021",
        "during=nitori:2012",
        "during=nitori:2021",
        "during=nitori:2020s",
    ):
        assert holds(meaning, colleague)
    for meaning in ("began=nitori:2013", "during=nitori:2011", "during=nitori:2022", "during=dena:2012", "during=nitori:2000s"):
        assert not holds(meaning, colleague)
    assert holds("stayed=nitori:9", colleague)
    assert not holds("stayed=nitori:10", colleague)


async def test_nobody_is_judged_whom_the_viewer_may_not_see(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real predicate over the whole world: the same people and posts, and of each person the same texts.

    All of it without the search index, which nothing here asks and which takes the longest to fill.
    """

    async def unfilled(*_: object) -> int:
        return 0

    with at_its_instant():
        async with opened(Settings(_env_file=None, demo_members=MEMBERS), database_url) as house:
            monkeypatch.setattr(type(house.worker.engine), "fill", unfilled)
            await load_demo(house)
            await _check(house)


async def _check(house: House) -> None:
    planted = replace(EVERY[0], id="planted", find="people", answers={"kunihiko.saito": 3, "nobody": 3, "demo-member": 3})
    hidden = replace(planted, find="posts", answers={_closed_post(): 2})
    async with house.db.read() as session:
        actor = await viewer(session)
        persons, seen = await seen_people(session, actor), await seen_posts(session, actor)
        tenures = await affiliations_of(session, actor, [MemberId(person.id) for person in persons.values()])
        assert await unseen(session, EVERY) == []
        assert await unseen(session, [planted]) == ["planted: kunihiko.saito", "planted: nobody"]
        assert await unseen(session, [hidden]) == [f"planted: {_closed_post()}"]
    assert persons.keys() == people().keys()
    assert seen.keys() == posts().keys()
    for handle, person in persons.items():
        known = people()[handle]
        texts = (person.headline, person.bio, person.place, person.present_position, person.former_name)
        assert tuple(text or "" for text in texts) == (known.headline, known.bio, known.place, known.position, known.former_name)
        assert (person.gives, person.asks, person.languages) == (known.gives, known.asks, known.languages)
        assert tuple(skill.name for skill in person.skills) == known.person.skills
        shown = {
            (each.id, each.state, each.started_on, each.ended_on, each.department, each.title) for each in tenures[MemberId(person.id)]
        }
        told = [(each, "confirmed") for each in known.confirmed] + [(each, "awaiting") for each in known.declared]
        assert shown == {(each.id, state, each.started_on, each.ended_on, each.department, each.title) for each, state in told}


def _closed_post() -> str:
    return next(post.title for post in judged_world().opportunities if post.closed_at is not None)
