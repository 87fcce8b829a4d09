"""Decisions on companies: stewards accept a proposed one, or merge two; every slice moves what it said of the one to the other."""

from dataclasses import dataclass

from server.audit.commands import AuditNote, write_audit
from server.companies import commands as companies
from server.companies.commands import Acceptance
from server.companies.model import Company
from server.groups import commands as groups
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import CompanyId
from server.moderation.commands.rights import steward_now
from server.moderation.rules import MOST_REASON, optional
from server.opportunities import commands as opportunities
from server.people import commands as people
from server.people.commands.affiliations import queues_of
from server.standing import commands as standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """Which company ends in which, and why; the reason stands in the audit trail and is read by no member."""

    company_id: CompanyId
    into_id: CompanyId
    reason: str | None = None


async def accept_company(session: Session, actor: Actor, acceptance: Acceptance) -> Company:
    """Accept a proposed company under its corrected name; who proposed it is told."""
    steward = await steward_now(session, actor)
    company = await companies.accept_company(session, acceptance)
    note = AuditNote(actor=steward, right="steward", action="accept_company", subject_kind="company", subject_id=company.id)
    await write_audit(session, note)
    return company


async def merge_companies(session: Session, actor: Actor, merging: Merging) -> Company:
    """Let one company end in another, which is returned; nothing that anybody wrote of it is lost."""
    steward = await steward_now(session, actor)
    reason = optional(merging.reason, "reason", MOST_REASON)
    note = AuditNote(
        actor=steward, right="steward", action="merge_companies", subject_kind="company", subject_id=merging.company_id, reason=reason
    )
    return await _merge(session, merging, note)


async def merge_on_the_command_line(session: Session, from_: CompanyId, into: CompanyId) -> Company:
    """Do the same for who runs the deployment."""
    note = AuditNote(actor=None, right="command line", action="merge_companies", subject_kind="company", subject_id=from_)
    return await _merge(session, Merging(company_id=from_, into_id=into), note)


async def _merge(session: Session, merging: Merging, note: AuditNote) -> Company:
    old, new = await companies.hold_for_merge(session, merging.company_id, merging.into_id)
    queues = [*await queues_of(session, merging.company_id), *await queues_of(session, merging.into_id)]
    for slice_ in (people, groups, opportunities, standing):
        await slice_.move_company(session, merging.company_id, merging.into_id)
    await companies.merge_company(session, old, new, *queues)
    await write_audit(session, note)
    return new
