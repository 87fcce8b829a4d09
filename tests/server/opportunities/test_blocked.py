"""Blocks and exclusions hold also where a moderator's wider sight opens a post, and no number tells of them."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.reads import group_by_slug
from server.kit.actor import Level
from server.kit.ids import GroupId
from server.opportunities.commands import respond_to_opportunity
from server.opportunities.errors import CannotTalk
from server.opportunities.model import OpportunityExclusion, Response
from server.opportunities.reads import opportunities_by_ids, reach
from tests.factories.companies import make_company
from tests.factories.opportunities import make_opportunity
from tests.factories.people import act_as, make_block, make_exclusion, make_member, make_operator


async def test_an_operator_opens_a_post_of_who_blocked_them_and_cannot_answer_it(session: AsyncSession) -> None:
    """To decide about it they must read it; a hand raised would be a meeting."""
    found = await group_by_slug(session, "sony")
    assert found is not None
    group = GroupId(found.id)
    author = await make_member(session, company="ソニー")
    operator = await make_operator(session, group, company="ソニー")
    await make_block(session, author, operator)
    key = await make_opportunity(session, author, audience=Level.CHOSEN_GROUPS, groups=[group])
    actor = await act_as(session, operator)
    assert key in await opportunities_by_ids(session, actor, [key])
    with pytest.raises(CannotTalk):
        await respond_to_opportunity(session, actor, key, "お話を聞かせてください")
    assert await session.scalar(select(func.count()).where(Response.opportunity_id == key)) == 0


async def test_reach_counts_nobody_whom_a_block_keeps_apart(session: AsyncSession) -> None:
    """In a small group the exact number would tell that somebody is missing from the list of people."""
    found = await group_by_slug(session, "sony")
    assert found is not None
    group = GroupId(found.id)
    author, other, third = [await make_member(session, company="ソニー") for _ in range(3)]
    actor = await act_as(session, author)
    before = await reach(session, actor, Level.CHOSEN_GROUPS, [group])
    await make_block(session, other, author)
    await make_block(session, author, third)
    after = await reach(session, actor, Level.CHOSEN_GROUPS, [group])
    assert (before.members, after.members, after.exact) == (2, 0, True)


async def test_a_post_is_kept_from_whom_its_author_or_the_post_excludes(session: AsyncSession) -> None:
    """A company or a member; of one post only, or of everything that the author writes."""
    company = await make_company(session)
    author, other = await make_member(session), await make_member(session)
    inside, outside, named = [await make_member(session, company=where) for where in (company, None, None)]
    open_post, closed_post = [await make_opportunity(session, author) for _ in range(2)]
    theirs = await make_opportunity(session, other)
    await make_exclusion(session, other, company=company)
    session.add(OpportunityExclusion(opportunity_id=closed_post, company_id=company.id))
    session.add(OpportunityExclusion(opportunity_id=closed_post, other_id=named))
    await session.flush()
    found = [
        set(await opportunities_by_ids(session, await act_as(session, who), [open_post, closed_post, theirs]))
        for who in (inside, outside, named)
    ]
    assert found == [{open_post}, {open_post, closed_post, theirs}, {open_post, theirs}]
