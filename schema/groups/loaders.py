"""What of groups is loaded by the batch."""

from schema.context import Context
from server.groups import reads
from server.groups.model import AlumniGroup
from server.kit.actor import Level
from server.kit.ids import CompanyId, GroupId, MemberId
from server.people.reads import count_of_groups


async def groups(context: Context, keys: list[GroupId]) -> list[AlumniGroup | None]:
    """Groups by id."""
    async with context.db.read() as session:
        found = await reads.groups_by_ids(session, keys)
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


async def viewer_roles(context: Context, keys: list[GroupId]) -> list[str | None]:
    """The viewer's standing role in each group."""
    async with context.db.read() as session:
        found = await reads.roles_of(session, context.actor)
    return [found.get(key) for key in keys]
