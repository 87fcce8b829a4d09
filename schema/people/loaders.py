"""What of people is loaded by the batch, always with the viewer's eyes."""

from collections.abc import Sequence

from schema.context import Context
from server.groups.reads import deciding_groups
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId, SkillId
from server.people import reads
from server.people.model import Skill
from server.people.reads import AffiliationView, Common, PersonView


async def persons(context: Context, keys: list[MemberId]) -> list[PersonView | None]:
    """People by id; None for whom the viewer may not see."""
    async with context.db.read() as session:
        found = await reads.people_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def affiliations(context: Context, keys: list[AffiliationId]) -> list[AffiliationView | None]:
    """Affiliations by id; None for those that the viewer may not see."""
    async with context.db.read() as session:
        found = await reads.affiliations_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def affiliations_of(context: Context, keys: list[MemberId]) -> list[list[AffiliationView]]:
    """The affiliations of each member that the viewer may see."""
    async with context.db.read() as session:
        found = await reads.affiliations_of(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def commons(context: Context, keys: list[MemberId]) -> list[list[Common]]:
    """What the viewer shares with each member."""
    async with context.db.read() as session:
        found = await reads.in_common(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def skills(context: Context, keys: list[SkillId]) -> Sequence[Skill | None]:
    """Skills by id."""
    async with context.db.read() as session:
        found = await reads.skills_by_ids(session, keys)
    return [found.get(key) for key in keys]


async def deciders(context: Context, keys: list[CompanyId]) -> list[list[GroupId]]:
    """The groups that decide on affiliations with each company; none: the stewards do."""
    async with context.db.read() as session:
        found = await deciding_groups(session, keys)
    return [found.get(key, []) for key in keys]
