"""Who may find a member at all, and which groups and companies they chose for the fields of the level CHOSEN_GROUPS."""

from collections.abc import Sequence

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.commands import standing_company
from server.groups.reads import visible_groups
from server.kit.actor import Actor, Level
from server.kit.ids import CompanyId, GroupId, MemberId
from server.kit.log import record
from server.kit.refusal import NotSignedIn, NotThere, TooMany
from server.people.errors import LevelNotOffered, UnknownCircle
from server.people.events import CirclesPicked, ListingChanged
from server.people.model import Profile, ProfileCircle
from server.people.policy import CHOOSABLE_LEVELS
from server.people.rules import MOST_CIRCLES


async def change_listing(session: AsyncSession, actor: Actor, level: Level) -> MemberId:
    """Choose who may see the actor at all; fields can be closed further, and never opened wider than this."""
    member = _member(actor)
    if level not in CHOOSABLE_LEVELS:
        raise LevelNotOffered("level")
    profile = await session.get(Profile, member, with_for_update=True)
    if profile is None:
        raise NotThere
    profile.listed_level = int(level)
    await session.flush()
    record(session, ListingChanged(member_id=member))
    return member


async def pick_circles(session: AsyncSession, actor: Actor, groups: Sequence[GroupId], companies: Sequence[CompanyId]) -> MemberId:
    """Choose anew the groups and companies that CHOSEN_GROUPS stands for; none closes those fields to all but connections."""
    member = _member(actor)
    chosen_groups, chosen_companies = set(groups), set(companies)
    if len(chosen_groups) + len(chosen_companies) > MOST_CIRCLES:
        raise TooMany("circles", limit=MOST_CIRCLES)
    # In one order, so that two who pick the same companies never wait for each other; and held against a merge.
    standing = [await standing_company(session, company) for company in sorted(chosen_companies)]
    if None in standing or len(await visible_groups(session, actor, sorted(chosen_groups))) < len(chosen_groups):
        raise UnknownCircle("circles")
    chosen_companies = {CompanyId(company.id) for company in standing if company is not None}
    if await session.get(Profile, member, with_for_update=True) is None:
        raise NotThere
    await session.execute(delete(ProfileCircle).where(ProfileCircle.member_id == member))
    session.add_all(ProfileCircle(member_id=member, circle_id=group, kind="group") for group in sorted(chosen_groups))
    session.add_all(ProfileCircle(member_id=member, circle_id=company, kind="company") for company in sorted(chosen_companies))
    await session.flush()
    record(session, CirclesPicked(member_id=member))
    return member


def _member(actor: Actor) -> MemberId:
    if actor.member_id is None:
        raise NotSignedIn
    return actor.member_id
