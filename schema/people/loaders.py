"""What of people is loaded by the batch, always with the viewer's eyes."""

from collections.abc import Sequence

from schema.context import Context
from server.groups.reads import deciding_groups
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId, SkillId
from server.people import reads
from server.people.model import ConfirmationRequest, Skill
from server.people.reads import AffiliationView, Common, ConfirmationView, ConnectionView, PersonView, Shared, VouchView
from server.people.rules.vouching import Asked


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


async def connections_between(context: Context, keys: list[MemberId]) -> list[ConnectionView | None]:
    """How the viewer stands to each member; None where they could not be connected."""
    async with context.db.read() as session:
        found = await reads.connections_between(session, context.actor, keys)
    return [found.get(key) for key in keys]


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


async def confirmations(context: Context, keys: list[AffiliationId]) -> list[list[ConfirmationView]]:
    """What confirms each affiliation."""
    async with context.db.read() as session:
        found = await reads.confirmations_of(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def vouches(context: Context, keys: list[AffiliationId]) -> list[list[VouchView]]:
    """The words of colleagues on each affiliation that the viewer may read."""
    async with context.db.read() as session:
        found = await reads.vouches_of(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def vouchable(context: Context, keys: list[AffiliationId]) -> list[Shared | None]:
    """The months that the viewer shares with each affiliation on which they may give their word now."""
    async with context.db.read() as session:
        found = await reads.vouchable(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def shared(context: Context, keys: list[AffiliationId]) -> list[Shared | None]:
    """The months that the viewer shares with each affiliation that they are asked to confirm."""
    async with context.db.read() as session:
        found = await reads.shared_with_asked(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def revocable(context: Context, keys: list[AffiliationId]) -> list[list[int]]:
    """Which confirmations of each affiliation the viewer may take back."""
    async with context.db.read() as session:
        found = await reads.revocable(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def requests(context: Context, keys: list[AffiliationId]) -> list[list[ConfirmationRequest]]:
    """Whom the viewer asks to confirm each of their own affiliations."""
    async with context.db.read() as session:
        found = await reads.own_requests(session, context.actor)
    return [found.get(key, []) for key in keys]


async def askable(context: Context, keys: list[AffiliationId]) -> list[list[Asked]]:
    """Whom the viewer may ask to confirm each of their own affiliations."""
    async with context.db.read() as session:
        found = await reads.askable(session, context.actor, keys)
    return [found.get(key, []) for key in keys]
