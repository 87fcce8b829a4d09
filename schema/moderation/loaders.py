"""What of moderation is loaded by the batch, always with the viewer's eyes."""

from schema.context import Context
from server.companies.reads import proposers_of
from server.kit.ids import AffiliationId, CompanyId, MemberId, ReportId
from server.moderation import reads
from server.moderation.model import Report
from server.moderation.reads import Told
from server.people.reads import revocation_reasons


async def reports(context: Context, keys: list[ReportId]) -> list[Report | None]:
    """Reports by id; None for those that the viewer may not see."""
    async with context.db.read() as session:
        found = await reads.reports_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def proposers(context: Context, keys: list[CompanyId]) -> list[MemberId | None]:
    """Who named each company; people's reads say whether the viewer may see them."""
    async with context.db.read() as session:
        found = await proposers_of(session, keys)
    return [found.get(key) for key in keys]


async def reasons(context: Context, keys: list[Told]) -> list[str | None]:
    """Why decisions were made; None for who may not read it."""
    async with context.db.read() as session:
        found = await reads.reasons(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def revocations(context: Context, keys: list[tuple[AffiliationId, int]]) -> list[str | None]:
    """Why a level of an affiliation was taken back last; None for who may not read it."""
    async with context.db.read() as session:
        found = await revocation_reasons(session, context.actor, [affiliation for affiliation, _ in keys])
    return [found.get(key) for key in keys]
