"""Matched equals found, also after stewards changed what words stand for: standing queries are kept anew, under the same condition."""

import random
from collections.abc import Generator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import MemberId, StandingQueryId, uuid7
from server.kit.refusal import Refusal
from server.opportunities.rules import Kind, OpportunityFilter
from server.search.japanese.thesaurus import use_shipped
from server.standing.commands import StandingDraft, keep_anew, pause_standing_query, resume_standing_query, save_standing_query
from server.standing.model import StandingQuery, StandingTerm
from server.standing.rules import Channel
from server.synonyms.commands import SynonymDraft, add_synonym, edit_synonym, remove_synonym, restore_synonym
from server.synonyms.reads import all_entries
from tests.factories.people import act_as, make_member
from tests.server.opportunities.worlds import ENGINE, WISHES, WORDS, Wish, make_world
from tests.server.standing.matched import Change, matched_is_found

# Words of the worlds, and some that only stand together.
_TALKED_OF = (*WORDS, "会場", "登壇者", "新規事業", "見直し", "業務", "倉庫の業務", "human resources", "自動化", "オンライン", "悩み 相談")


@pytest.fixture(autouse=True)
def as_shipped() -> Generator[None]:
    """What was changed in a database that is rolled back is forgotten with it."""
    yield
    use_shipped()


async def _kept_anew(session: AsyncSession) -> None:
    await session.flush()
    after: StandingQueryId | None = None
    while True:
        kept = await keep_anew(session, after, 7)
        if kept.last is None:
            return
        after = kept.last


def _changed(seed: int) -> list[Change]:
    """Some changes of synonyms, each followed by what its job does."""
    chance = random.Random(seed)

    async def add(session: AsyncSession) -> None:
        steward = await act_as(session, await make_member(session, "事務 花", is_steward=True))
        for _ in range(4):
            words = chance.sample(_TALKED_OF, 4)
            # Some of what chance makes contradicts what is said already.
            with suppress(Refusal):
                await add_synonym(session, steward, SynonymDraft(words=words[:3], near=words[3:]))
        await _kept_anew(session)

    async def take_back(session: AsyncSession) -> None:
        steward = await act_as(session, await make_member(session, "事務 花", is_steward=True))
        every = await all_entries(session)
        for entry in [each for each in every if not set(each.entry.words).isdisjoint(WORDS)]:
            await remove_synonym(session, steward, entry.id, entry.version)
        await _kept_anew(session)

    return [add, take_back]


@settings(max_examples=1, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(seed=some.integers(0, 10_000), wishes=some.lists(WISHES, min_size=20, max_size=20))
async def test_matched_equals_found_after_an_edit(session: AsyncSession, seed: int, wishes: list[Wish]) -> None:
    """Words that come to stand for others, and those that cease to; for what was saved before."""
    async with session.begin_nested() as savepoint:
        assert await matched_is_found(session, seed, wishes, *_changed(seed)) > 450
        await savepoint.rollback()
    use_shipped()


async def _looks_for(session: AsyncSession, text: str, **more: frozenset[Kind]) -> tuple[StandingQueryId, list[str]]:
    # Also where the tests run without fixtures.
    use_shipped()
    world = await make_world(session, 7)
    draft = StandingDraft(name="名前", wanted=OpportunityFilter(text=text, **more), channel=Channel.LIVE)
    row = await save_standing_query(session, ENGINE, world.actors[1], draft)
    return StandingQueryId(row.id), await _terms(session)


async def _terms(session: AsyncSession) -> list[str]:
    return sorted(await session.scalars(select(StandingTerm.term)))


async def test_a_word_comes_to_stand_for_another_and_ceases_to(session: AsyncSession) -> None:
    """The query is looked up by the new word from then on, and by its own again once the entry is changed, or gone."""
    _, before = await _looks_for(session, "ほげほげ")
    steward = await act_as(session, await make_member(session, "事務 花", is_steward=True))
    key = await add_synonym(session, steward, SynonymDraft(words=["ほげほげ", "ふがふが"]))
    await _kept_anew(session)
    assert set(before) < set(await _terms(session))
    assert any("ふが" in term for term in await _terms(session))
    (entry,) = [each for each in await all_entries(session) if each.id == key]
    await edit_synonym(session, steward, key, entry.version, SynonymDraft(words=["ほげほげ", "ぞうさん"]))
    await _kept_anew(session)
    assert not any("ふが" in term for term in await _terms(session))
    (entry,) = [each for each in await all_entries(session) if each.id == key]
    await remove_synonym(session, steward, key, entry.version)
    await _kept_anew(session)
    assert await _terms(session) == before


async def test_what_is_shipped_is_switched_off_and_on(session: AsyncSession) -> None:
    """And the query's terms follow, also those of a word that is found within another query's sentence."""
    _, before = await _looks_for(session, "人事")
    steward = await act_as(session, await make_member(session, "事務 花", is_steward=True))
    entry = next(each for each in await all_entries(session) if each.entry.words[0] == "人事")
    key = await remove_synonym(session, steward, entry.id, entry.version)
    await _kept_anew(session)
    assert set(await _terms(session)) < set(before)
    (entry,) = [each for each in await all_entries(session) if each.id == key]
    await restore_synonym(session, steward, key, entry.version)
    await _kept_anew(session)
    assert await _terms(session) == before


async def test_what_is_kept_under_no_word_stays(session: AsyncSession) -> None:
    """A kind of which there is nothing tells more than a common word; no condition is counted anew."""
    _, before = await _looks_for(session, "物流", kinds=frozenset({Kind.MENTORING}))
    assert before == ["k:mentoring"]
    steward = await act_as(session, await make_member(session, "事務 花", is_steward=True))
    await add_synonym(session, steward, SynonymDraft(words=["物流", "ふがふが"]))
    await _kept_anew(session)
    assert await _terms(session) == before


async def test_a_paused_query_is_kept_under_nothing(session: AsyncSession) -> None:
    """Also after its words came to stand for others; resumed, it is kept by what they mean by then."""
    query, _ = await _looks_for(session, "ほげほげ")
    owner = await session.scalar(select(StandingQuery.member_id).where(StandingQuery.id == query))
    actor = await act_as(session, MemberId(owner or uuid7()))
    await pause_standing_query(session, actor, query)
    steward = await act_as(session, await make_member(session, "事務 花", is_steward=True))
    await add_synonym(session, steward, SynonymDraft(words=["ほげほげ", "ふがふが"]))
    await _kept_anew(session)
    assert await _terms(session) == []
    await resume_standing_query(session, ENGINE, actor, query)
    assert any("ふが" in term for term in await _terms(session))
