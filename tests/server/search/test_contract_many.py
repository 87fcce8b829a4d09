"""Where there are more than enough: nobody counts on, the best come first, and the pages lead through all of them, each once."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Level
from server.kit.ids import uuid7
from server.kit.paging import BadPage, read_cursor, write_cursor
from server.search.engine import Condition, Document, FacetCount, Filter, Found, Hit, Query, SearchEngine, Seeker, Weight
from server.search.japanese.analysis import Kind
from server.search.postgresql import pools
from server.search.postgresql.engine import PostgreSQLEngine
from server.search.widening import FEW
from tests.factories.search import EVERYBODY, INDEX, MEMBER, NEWCOMERS, ONLY_ME, VERIFIED, document, facet, name, prose, query

ME = UUID(int=1)
# Who finds fewer is shown more.
ENOUGH = FEW


@pytest.fixture(params=[(3, 2, 4), (8, 3, 6), None], ids=["small pools", "larger pools", "usual pools"], autouse=True)
def pool_sizes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few documents, too, are many for small pools."""
    if request.param:
        for constant, value in zip(("_NEWEST", "_TOO_FEW", "_ABOUT"), request.param, strict=True):
            assert hasattr(pools, constant)
            monkeypatch.setattr(pools, constant, value)
        monkeypatch.setattr(pools, "_MOST", 2 * request.param[0])


def apart(documents: Sequence[Document]) -> list[Document]:
    """Give them ids of minutes of their own, since pools begin and end with minutes."""
    last = uuid7().int
    return [replace(each, id=UUID(int=last - ((len(documents) - at) << 97))) for at, each in enumerate(documents)]


async def pages(session: AsyncSession, engine: SearchEngine, asked: Query) -> list[Found]:
    found = [await engine.search(session, asked)]
    while found[-1].has_next:
        found.append(await engine.search(session, replace(asked, after=found[-1].hits[-1].after)))
        assert len(found) < 100
    return found


def ids(found: Sequence[Found]) -> list[UUID]:
    return [hit.id for page in found for hit in page.hits]


TOLD = (
    "髙橋",
    "高橋 健太",
    "経理",
    "会計",
    "経営企画",
    "マーケティング",
    "ソニー",
    "管理会計",
    "採用",
    "リクルーティング",
    "経理の仕事",
    "採用と会計",
)
ASKED = ("", "経理", "会計", "高橋", "takahasi", "採用", "経理 会計", "採用 高橋", "マーケテイング", "経理できる採用の人", "こ")


def of_all_sorts(chance: random.Random) -> list[Document]:
    def one() -> Document:
        audience = chance.choice([EVERYBODY, NEWCOMERS, VERIFIED, VERIFIED, VERIFIED, ONLY_ME])
        texts = [
            replace(prose(chance.choice(TOLD), audience, weight=chance.choice(list(Weight))), kind=chance.choice([Kind.PROSE, Kind.NAME]))
            for _ in range(chance.randint(1, 3))
        ]
        owner = chance.choice([ME, uuid7(), uuid7(), uuid7()])
        return document(*texts, facets=(facet("skill", chance.choice("ab")),), listed=chance.choice([EVERYBODY, VERIFIED]), owner=owner)

    return [one() for _ in range(60)]


@pytest.mark.parametrize("seeker", [MEMBER, Seeker(), Seeker(Level.VERIFIED, ME)], ids=["member", "guest", "owner"])
async def test_every_document_is_on_one_page(session: AsyncSession, engine: SearchEngine, seeker: Seeker) -> None:
    await engine.upsert(session, apart(of_all_sorts(random.Random(7))))
    many = 0
    for text in ASKED:
        for filters in ((), (Filter("skill", frozenset({"a"})),)):
            for newest in (False, True):
                asked = replace(query(text, seeker), filters=filters, newest=newest, limit=4)
                whole = ids(await pages(session, engine, asked))
                found = await pages(session, engine, replace(asked, enough=ENOUGH))
                assert sorted(ids(found)) == sorted(whole)
                assert len(set(whole)) == len(whole)
                assert all(page.total == len(whole) or (page.at_least and page.total == ENOUGH < len(whole)) for page in found)
                many += found[0].at_least
    assert many or not isinstance(engine, PostgreSQLEngine)


async def test_without_words_the_newest_come_first_whatever_there_is(session: AsyncSession, engine: SearchEngine) -> None:
    people = apart([document(prose("経理")) for _ in range(20)])
    await engine.upsert(session, people)
    for asked in (query(""), replace(query("経理"), newest=True)):
        found = ids(await pages(session, engine, replace(asked, limit=3, enough=ENOUGH)))
        assert found == [person.id for person in reversed(people)]


async def test_what_has_the_word_as_it_was_typed_comes_before_what_begins_with_it(session: AsyncSession, engine: SearchEngine) -> None:
    people = apart([document(name("原 千尋")), *(document(name(f"{family} 恵")) for family in ["原田", "原口", "原島"] * 8)])
    oldest = people[0]
    await engine.upsert(session, people)
    found = await engine.search(session, replace(query("原"), limit=3, enough=ENOUGH))
    assert found.hits[0].id == oldest.id
    assert found.has_next


async def test_what_has_all_comes_before_the_many_that_have_less(session: AsyncSession, engine: SearchEngine) -> None:
    told = ["半導体の調達と、音声認識"] * 2 + ["半導体の調達"] * 15
    people = apart([document(prose(each)) for each in told])
    both = people[:2]
    await engine.upsert(session, people)
    found = await pages(session, engine, replace(query("半導体の調達と音声認識の経験がある方"), limit=4, enough=ENOUGH))
    assert {hit.id for hit in found[0].hits[:2]} == {person.id for person in both}
    assert all(page.exact == 2 for page in found)
    assert len(set(ids(found))) == len(ids(found)) == 17


async def test_what_meets_a_condition_best_comes_first(session: AsyncSession, engine: SearchEngine) -> None:
    def was_there(year: str) -> Document:
        return document(prose("経理"), replace(prose(year, field="values"), kind=Kind.VALUES))

    people = apart([was_there(year) for year in ["y2008"] * 2 + ["y2009"] * 14 + ["y1990"] * 3])
    best = people[:2]
    await engine.upsert(session, people)
    when = Condition("2008年", (frozenset({"y2008"}), frozenset({"y2009"})))
    found = ids(await pages(session, engine, replace(query("経理"), conditions=(when,), limit=3, enough=ENOUGH)))
    assert set(found[:2]) == {person.id for person in best}
    assert len(set(found)) == len(found) == 16


async def test_the_hidden_are_not_counted_and_with_facets_all_are(session: AsyncSession, engine: SearchEngine) -> None:
    seen = [document(prose("経理"), facets=(facet("skill", "a"),)) for _ in range(ENOUGH)]
    await engine.upsert(session, [*seen, *(document(prose("経理", ONLY_ME), listed=ONLY_ME, owner=uuid7()) for _ in range(9))])
    found = await engine.search(session, replace(query("経理"), limit=3, enough=ENOUGH))
    assert (found.total, found.at_least) == (ENOUGH, False)
    await engine.upsert(session, [document(prose("経理"), facets=(facet("skill", "a"),)) for _ in range(6)])
    counted = await engine.search(session, replace(query("経理", facets=("skill",)), limit=3, enough=ENOUGH))
    assert (counted.total, counted.at_least, counted.facets["skill"]) == (ENOUGH + 6, False, (FacetCount("a", ENOUGH + 6),))


async def test_what_comes_meanwhile_makes_no_page_repeat_itself(session: AsyncSession, engine: SearchEngine) -> None:
    people = apart([document(prose("経理")) for _ in range(20)])
    await engine.upsert(session, people)
    asked = replace(query("経理"), limit=4, enough=ENOUGH)
    hits: list[Hit] = list((await engine.search(session, asked)).hits)
    for _ in range(4):
        await engine.upsert(session, [document(prose("経理"))])
        if isinstance(engine, PostgreSQLEngine):
            hits += (await engine.search(session, replace(asked, after=hits[-1].after))).hits
            assert len({hit.id for hit in hits}) == len(hits)
    assert all(one.id > other.id for one, other in pairwise(hits))


async def test_the_newest_come_first_by_whatever_word_they_are_found(session: AsyncSession) -> None:
    """Not those that have the words as they were typed."""
    engine = PostgreSQLEngine()
    people = apart([document(prose(["採用", "リクルーティング"][at % 2])) for at in range(20)])
    await engine.upsert(session, people)
    found = ids(await pages(session, engine, replace(query("採用"), newest=True, limit=3, enough=ENOUGH)))
    assert found == [person.id for person in reversed(people)]


async def test_many_that_become_few_are_gone_through_as_they_were_begun(session: AsyncSession) -> None:
    engine = PostgreSQLEngine()
    weights = [Weight.STRONG, Weight.FAINT, Weight.PLAIN]
    people = apart([document(prose("採用", weight=weights[at % 3])) for at in range(ENOUGH + 3)])
    await engine.upsert(session, people)
    asked = replace(query("採用"), limit=3, enough=ENOUGH)
    found = [await engine.search(session, asked)]
    assert found[0].at_least
    gone = [person.id for person in people if person.id not in ids(found)][:3]
    await engine.delete(session, INDEX, gone)
    while found[-1].has_next:
        found.append(await engine.search(session, replace(asked, after=found[-1].hits[-1].after)))
    assert not found[-1].at_least
    assert sorted(ids(found)) == sorted(person.id for person in people if person.id not in gone)


async def test_a_cursor_tells_nobody_s_id(session: AsyncSession) -> None:
    engine = PostgreSQLEngine()
    people = apart([document(prose("経理", *((ONLY_ME,) if at % 2 else ()))) for at in range(4 * ENOUGH)])
    await engine.upsert(session, people)
    hidden = {str(person.id) for person in people[1::2]}
    found = await pages(session, engine, replace(query("経理"), limit=3, enough=ENOUGH))
    assert found[0].at_least
    told = {value for page in found for hit in page.hits for value in read_cursor(hit.after)}
    assert {str(hit.id) for page in found for hit in page.hits} <= told
    assert not told & hidden


@pytest.mark.parametrize(
    "key",
    [
        (1, UUID(int=9), 99, UUID(int=0), UUID(int=1 << 96)),
        (1, UUID(int=9), -1, UUID(int=0), UUID(int=1 << 96)),
        (1, UUID(int=9), "x", "y", "z"),
        (1, UUID(int=9), 0),
        (1, UUID(int=9), 0, uuid7(), uuid7()),
    ],
    ids=["no such level", "below all levels", "no ids", "half", "bounds of one's own"],
)
async def test_a_place_in_no_pool_is_refused(session: AsyncSession, key: tuple[object, ...]) -> None:
    engine = PostgreSQLEngine()
    await engine.upsert(session, [document(prose("経理")) for _ in range(2 * ENOUGH)])
    with pytest.raises(BadPage):
        await engine.search(session, replace(Query(INDEX, "経理", MEMBER), enough=ENOUGH, after=write_cursor(*key)))
