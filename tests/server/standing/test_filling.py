"""Filters that are saved by the thousand stand as those do that are saved one by one, and under the same limits."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import MemberId, StandingQueryId, uuid7
from server.kit.refusal import NotVerified, Refusal
from server.opportunities.rules import Direction, Kind, OpportunityFilter
from server.people.rules.filters import PeopleFilter
from server.standing.commands import Filling, PeopleDraft, Saved, StandingDraft, save_people_query, save_standing_query
from server.standing.errors import NothingAsked, TooManySaved
from server.standing.model import StandingQuery, StandingTerm
from server.standing.reads import matches_of
from server.standing.rules import MOST_SAVED, MOST_SAVED_NEWCOMER, Channel
from tests.factories.people import act_as, make_member
from tests.server.opportunities.worlds import ENGINE, World, make_world

# What only tells a row from another, or when it was written.
OF_A_ROW = {"id", "saved_at", "looked_at"}


def drafts(world: World) -> list[StandingDraft]:
    """Filters of every shape over a world's posts."""
    found = [
        OpportunityFilter(text="物流"),
        OpportunityFilter(text="広報 渋谷", kinds=frozenset({Kind.SPEAKER, Kind.OTHER})),
        OpportunityFilter(skills=frozenset(world.skills), directions=frozenset({Direction.SEEKING})),
        OpportunityFilter(companies=frozenset(world.companies), remote=True),
        OpportunityFilter(groups=frozenset(world.groups[:1]), kinds=frozenset({Kind.VENUE})),
    ]
    return [StandingDraft(name="名前", wanted=wanted, channel=Channel.DAILY) for wanted in found]


def of(actor: Actor, draft: StandingDraft | PeopleDraft) -> Saved:
    """A filter that the actor has kept since yesterday."""
    assert actor.member_id is not None
    return Saved(id=StandingQueryId(uuid7()), member_id=actor.member_id, draft=draft, saved_at=now() - timedelta(days=1))


async def written(session: AsyncSession, member: MemberId) -> list[tuple[dict[str, object], set[str]]]:
    """The member's queries in their order, each with the terms that it is kept under."""
    rows = (await session.scalars(select(StandingQuery).where(StandingQuery.member_id == member).order_by(StandingQuery.id))).all()
    names = [column.name for column in StandingQuery.metadata.tables["standing_query"].columns if column.name not in OF_A_ROW]
    return [
        (
            {name: getattr(row, name) for name in names if name != "member_id"},
            set(await session.scalars(select(StandingTerm.term).where(StandingTerm.query_id == row.id))),
        )
        for row in rows
    ]


async def test_they_stand_as_if_they_were_saved_one_by_one(session: AsyncSession) -> None:
    """The same columns, the same terms; and a post that meets them is found by them."""
    world = await make_world(session, 11)
    one, other = world.actors[1:3]
    other = replace(one, member_id=other.member_id)
    people = PeopleFilter(companies=tuple(world.companies), skills=tuple(world.skills[:1]))
    for draft in drafts(world):
        await save_standing_query(session, ENGINE, one, draft)
    await save_people_query(session, one, "人", people)
    filling = Filling(session, ENGINE, now())
    await filling.save([of(other, draft) for draft in drafts(world)])
    await filling.save([of(other, PeopleDraft(name="人", wanted=people))])
    assert one.member_id is not None
    assert other.member_id is not None
    kept = await written(session, other.member_id)
    assert [columns for columns, _ in kept] == [columns for columns, _ in await written(session, one.member_id)]
    assert [bool(terms) for _, terms in kept] == [True, True, True, True, True, False]
    looked = select(StandingQuery.looked_at).where(StandingQuery.member_id == other.member_id, StandingQuery.about == "people")
    assert await session.scalar(looked) is not None
    found = {match.member_id for post in world.posts for match in await matches_of(session, post)}
    assert other.member_id in found


async def test_a_paused_one_is_looked_up_by_nothing(session: AsyncSession) -> None:
    """As after pausing it."""
    world = await make_world(session, 11)
    saved = [replace(of(world.actors[1], draft), paused_at=now()) for draft in drafts(world)]
    await Filling(session, ENGINE, now()).save(saved)
    assert await session.scalar(select(func.count()).select_from(StandingQuery)) == len(saved)
    assert await session.scalar(select(func.count()).select_from(StandingTerm)) == 0


@pytest.mark.parametrize(
    ("joined", "draft", "count", "refusal"),
    [
        ("verified", StandingDraft(name="遠く", wanted=OpportunityFilter(remote=True), channel=Channel.LIVE), MOST_SAVED + 1, TooManySaved),
        (
            "newcomer",
            StandingDraft(name="遠く", wanted=OpportunityFilter(remote=True), channel=Channel.LIVE),
            MOST_SAVED_NEWCOMER + 1,
            TooManySaved,
        ),
        ("verified", StandingDraft(name="何も", wanted=OpportunityFilter(), channel=Channel.LIVE), 1, NothingAsked),
        ("verified", PeopleDraft(name="誰でも", wanted=PeopleFilter()), 1, NothingAsked),
        ("newcomer", PeopleDraft(name="人", wanted=PeopleFilter(verification=20)), 1, NotVerified),
    ],
)
async def test_what_a_member_could_not_save_is_refused(
    session: AsyncSession, joined: str, draft: StandingDraft | PeopleDraft, count: int, refusal: type[Refusal]
) -> None:
    """And nothing of the lot is written."""
    actor = await act_as(session, await make_member(session, "佐藤 凪", verified=joined == "verified"))
    with pytest.raises(refusal):
        await Filling(session, ENGINE, now()).save([of(actor, draft) for _ in range(count)])
    assert await session.scalar(select(func.count()).select_from(StandingQuery)) == 0
    assert await session.scalar(select(func.count()).select_from(StandingTerm)) == 0


async def test_what_is_held_already_counts(session: AsyncSession) -> None:
    """One lot and the next, or what was saved by oneself."""
    actor = await act_as(session, await make_member(session, "佐藤 凪"))
    draft = StandingDraft(name="遠く", wanted=OpportunityFilter(remote=True), channel=Channel.LIVE)
    filling = Filling(session, ENGINE, now())
    await filling.save([of(actor, draft) for _ in range(MOST_SAVED)])
    with pytest.raises(TooManySaved):
        await filling.save([of(actor, draft)])
    assert await session.scalar(select(func.count()).select_from(StandingQuery)) == MOST_SAVED
