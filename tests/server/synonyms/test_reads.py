"""Who reads entries: stewards; and what every process reads queries with."""

from collections.abc import Generator

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.ids import GroupId
from server.kit.paging import BadPage, PageRequest, write_cursor
from server.search.japanese.thesaurus import in_use, shipped, use_shipped
from server.synonyms.model import Synonym, SynonymState
from server.synonyms.policy import may_keep_words
from server.synonyms.reads import entries_by_ids, find_entries, hold_entries, keep_up, state_of, try_out
from server.synonyms.rules import shipped_entries
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import act_as, make_member, make_operator


@pytest.fixture(autouse=True)
def as_shipped() -> Generator[None]:
    """What was changed in a database that is rolled back is forgotten with it."""
    yield
    use_shipped()


async def _others(session: AsyncSession) -> list[Actor]:
    company = await make_company(session, "ひだまり電機")
    group = await make_group(session, company, name="ひだまり電機アルムナイ")
    members = [await make_member(session, "佐藤 凪"), await make_operator(session, GroupId(group.id), "森 楓", company)]
    return [Actor(), *[await act_as(session, member) for member in members]]


async def test_only_stewards_read_entries(session: AsyncSession) -> None:
    """A guest, a member and an operator get none, not even an empty list."""
    steward = await act_as(session, await make_member(session, "事務 花", is_steward=True))
    (key, *_) = shipped_entries()
    page = await find_entries(session, steward, "", PageRequest(3))
    assert page is not None
    assert (page.total, page.has_next, page.items[0].id) == (len(shipped_entries()), True, key)
    assert (await entries_by_ids(session, steward, [key])).keys() == {key}
    assert await try_out(session, steward, "人事") is not None
    assert may_keep_words(steward)
    for actor in await _others(session):
        assert not may_keep_words(actor)
        assert await find_entries(session, actor, "", PageRequest(3)) is None
        assert await entries_by_ids(session, actor, [key]) == {}
        assert await try_out(session, actor, "人事") is None


@pytest.mark.parametrize("after", [write_cursor(0, next(iter(shipped_entries()))), write_cursor("x"), write_cursor(1, "x"), "?"])
async def test_a_cursor_of_nothing(session: AsyncSession, after: str) -> None:
    """It is refused."""
    steward = await act_as(session, await make_member(session, "事務 花", is_steward=True))
    with pytest.raises(BadPage):
        await find_entries(session, steward, "", PageRequest(3, after))


async def test_a_process_reads_with_what_stands(session: AsyncSession) -> None:
    """Once there is another version, and only then; held or not."""
    # Also where the tests run without fixtures.
    use_shipped()
    before = in_use()
    assert await keep_up(session) == 0
    assert in_use() == before
    session.add(Synonym(words=["ほげほげ", "ふがふが"], near=[]))
    await session.execute(update(SynonymState).values(version=3))
    assert await hold_entries(session) == 3
    assert (in_use().version, len(in_use().entries.every)) == (3, len(shipped().every) + 1)
    number = in_use().number
    assert await keep_up(session) == 3
    assert in_use().number == number
    assert (await state_of(session)).kept == 0
