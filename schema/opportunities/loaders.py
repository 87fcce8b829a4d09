"""What of opportunities and responses is loaded by the batch, always with the viewer's eyes."""

from collections.abc import Mapping

from schema.context import Context
from server.kit.ids import CompanyId, ConversationId, GroupId, MemberId, OpportunityId, ResponseId, SkillId
from server.opportunities import reads
from server.opportunities.model import Opportunity
from server.opportunities.reads import Exclusions, Hidden, Thread
from server.people.reads import confirmed_companies


async def opportunities(context: Context, keys: list[OpportunityId]) -> list[Opportunity | None]:
    """Posts by id; None for those that the viewer may not open."""
    async with context.db.read() as session:
        found = await reads.opportunities_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def skills_of(context: Context, keys: list[OpportunityId]) -> list[list[SkillId]]:
    """The skills of each post."""
    async with context.db.read() as session:
        found = await reads.skills_by_opportunities(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def groups_of(context: Context, keys: list[OpportunityId]) -> list[list[GroupId]]:
    """The groups in which each post stands."""
    async with context.db.read() as session:
        found = await reads.groups_by_opportunities(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def terms_of(context: Context, keys: list[OpportunityId]) -> list[Mapping[str, str]]:
    """The terms of each post, as they are stored."""
    async with context.db.read() as session:
        found = await reads.terms_by_opportunities(session, context.actor, keys)
    return [found.get(key, {}) for key in keys]


async def hidden_of(context: Context, keys: list[OpportunityId]) -> list[Hidden | None]:
    """Where each post is hidden."""
    async with context.db.read() as session:
        found = await reads.hidden_by_opportunities(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def exclusions_of(context: Context, keys: list[OpportunityId]) -> list[Exclusions]:
    """From whom each of the viewer's own posts is hidden; nobody, for posts of others."""
    async with context.db.read() as session:
        found = await reads.exclusions_by_opportunities(session, context.actor, keys)
    return [found.get(key, Exclusions()) for key in keys]


async def own_responses(context: Context, keys: list[OpportunityId]) -> list[ResponseId | None]:
    """The viewer's own response to each post."""
    async with context.db.read() as session:
        found = await reads.own_responses_by_opportunities(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def fits_of(context: Context, keys: list[OpportunityId]) -> list[list[str]]:
    """The viewer's own words that each post meets."""
    async with context.db.read() as session:
        found = await reads.fits_by_opportunities(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def author_companies(context: Context, keys: list[MemberId]) -> list[list[CompanyId]]:
    """Where each author was for certain; empty for an author whom the viewer may not see."""
    async with context.db.read() as session:
        found = await confirmed_companies(session, context.actor, keys)
    return [found.get(key, []) for key in keys]


async def responses(context: Context, keys: list[ResponseId]) -> list[Thread | None]:
    """Responses by id; None for those that do not concern the viewer."""
    async with context.db.read() as session:
        found = await reads.responses_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def responses_of_conversations(context: Context, keys: list[ConversationId]) -> list[ResponseId | None]:
    """The response that each conversation hangs on."""
    async with context.db.read() as session:
        found = await reads.responses_by_conversations(session, context.actor, keys)
    return [found.get(key) for key in keys]
