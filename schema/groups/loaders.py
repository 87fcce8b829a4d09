"""What of groups is loaded by the batch."""

from schema.context import Context
from server.groups import reads
from server.groups.model import AlumniGroup, ApplicationMessage, GroupApplication, GroupProposal, GroupRole
from server.groups.reads import LinkView
from server.kit.actor import Level
from server.kit.ids import ApplicationId, CompanyId, GroupId, MemberId
from server.people.reads import count_of_groups
from server.people.reads.applications import Ground, grounds_of
from server.people.reads.proposals import proposal_versions as versions_of


async def groups(context: Context, keys: list[GroupId]) -> list[AlumniGroup | None]:
    """Groups by id; None for those that the viewer may not see."""
    async with context.db.read() as session:
        found = await reads.visible_groups(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def companies_of(context: Context, keys: list[GroupId]) -> list[list[CompanyId]]:
    """The companies whose alumni each group gathers."""
    async with context.db.read() as session:
        found = await reads.companies_of_groups(session, keys)
    return [found.get(key, []) for key in keys]


async def member_counts(context: Context, keys: list[GroupId]) -> list[int]:
    """How many approved members each group has: of a verified member those whom they may see, for everybody else in all."""
    async with context.db.read() as session:
        if context.actor.level >= Level.VERIFIED:
            found = await count_of_groups(session, context.actor, keys)
        else:
            found = await reads.member_counts(session, keys)
    return [found.get(key, 0) for key in keys]


async def operators_of(context: Context, keys: list[GroupId]) -> list[list[MemberId]]:
    """Who decides in each group."""
    async with context.db.read() as session:
        found = await reads.operators_of(session, keys)
    return [found.get(key, []) for key in keys]


async def lack_owner(context: Context, keys: list[GroupId]) -> list[bool]:
    """Whether nobody owns each group, for who decides there and stewards."""
    async with context.db.read() as session:
        found = await reads.unowned_groups(session, context.actor, keys)
    return [key in found for key in keys]


async def viewer_roles(context: Context, keys: list[GroupId]) -> list[str | None]:
    """The viewer's standing role in each group."""
    async with context.db.read() as session:
        found = await reads.roles_of(session, context.actor)
    return [found.get(key) for key in keys]


async def applications(context: Context, keys: list[ApplicationId]) -> list[GroupApplication | None]:
    """Applications by id; None for those that the viewer may not see."""
    async with context.db.read() as session:
        found = await reads.applications_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def own_application(context: Context, keys: list[GroupId]) -> list[GroupApplication | None]:
    """The viewer's newest application to each group."""
    async with context.db.read() as session:
        found = await reads.own_applications(session, context.actor)
    return [found.get(key) for key in keys]


async def own_applications(context: Context) -> list[GroupApplication]:
    """The viewer's newest application to each group, the newest first."""
    async with context.db.read() as session:
        return list((await reads.own_applications(session, context.actor)).values())


async def messages(context: Context, keys: list[ApplicationId]) -> list[list[ApplicationMessage]]:
    """What was asked back and answered, of the applications that the viewer may see."""
    async with context.db.read() as session:
        found = await reads.messages_of(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def questions(context: Context, keys: list[ApplicationId]) -> list[list[str]]:
    """What is asked of each applicant now."""
    async with context.db.read() as session:
        found = await reads.questions_asked(session, keys)
    return [found.get(key, []) for key in keys]


async def came_by(context: Context, keys: list[ApplicationId]) -> list[str | None]:
    """Where the link was pasted by which each application came; None without one, and for who does not decide."""
    async with context.db.read() as session:
        found = await reads.came_by(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def grounds(context: Context, keys: list[ApplicationId]) -> list[Ground | None]:
    """What each application rests on; None for those that the viewer may not see."""
    async with context.db.read() as session:
        found = await grounds_of(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def links(context: Context, keys: list[GroupId]) -> list[list[LinkView]]:
    """The join links of each group, for who runs it."""
    async with context.db.read() as session:
        return [await reads.links_of_group(session, context.actor, key) for key in keys]


async def role_holders(context: Context, keys: list[GroupId]) -> list[list[GroupRole]]:
    """Who has which role in each group, for who decides there and stewards."""
    async with context.db.read() as session:
        found = await reads.holders_of(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def proposals(context: Context, keys: list[GroupId]) -> list[GroupProposal | None]:
    """What was told to the stewards of each group, for who may read it."""
    async with context.db.read() as session:
        found = await reads.proposals_of(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def proposal_versions(context: Context, keys: list[GroupId]) -> list[str]:
    """The version of each proposal; an empty one where the viewer may not read it, which no decision fits."""
    async with context.db.read() as session:
        found = await versions_of(session, context.actor, keys)
    return [found.get(key, "") for key in keys]
