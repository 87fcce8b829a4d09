"""What stewards decide on companies: a proposed one is accepted, or one is merged into another; who may stands above this slice."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.companies.commands.kinship import derive_kin, inherit_successions
from server.companies.errors import AlreadyMerged, NameTaken, NotProposed, SameCompany, UnknownCompany, UnknownIndustry
from server.companies.events import CompanyAccepted, CompanyMerged
from server.companies.model import Company, CompanyName, MergedCompany, Proposal
from server.companies.reads import company_named
from server.companies.rules import LONGEST_NAME, folded_name, industries, one_line
from server.kit.ids import CompanyId, MemberId
from server.kit.jobs import one_at_a_time
from server.kit.log import group_queue, inbox, record


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """What a proposed company is called from now on. `industry` is a key of rules.industries, or None where nobody knows."""

    company_id: CompanyId
    name: str
    name_en: str | None = None
    industry: str | None = None


async def accept_company(session: AsyncSession, acceptance: Acceptance) -> Company:
    """Make a proposed company a known one, under its corrected name; what its proposer wrote still finds it."""
    company = await session.get(Company, acceptance.company_id, with_for_update=True, populate_existing=True)
    if company is None:
        raise await _why_absent(session, acceptance.company_id, "company")
    if not company.proposed:
        raise NotProposed
    if acceptance.industry is not None and acceptance.industry not in industries():
        raise UnknownIndustry("industry")
    name = await _free(session, company, "name", acceptance.name)
    name_en = await _free(session, company, "nameEn", acceptance.name_en) if (acceptance.name_en or "").strip() else None
    company.name, company.name_en, company.industry, company.proposed = name, name_en, acceptance.industry, False
    await session.execute(
        update(CompanyName).where(CompanyName.company_id == company.id, CompanyName.kind == "canonical").values(kind="alias")
    )
    # The English name first: where both fold alike, the row is the canonical one's.
    for text, kind in ((name_en, "english"), (name, "canonical")):
        if text is not None:
            await _call(session, company, text, kind)
    proposer = await _proposer(session, acceptance.company_id)
    event = CompanyAccepted(company_id=acceptance.company_id, proposer_id=proposer)
    record(session, event, group_queue(None), *([inbox(proposer)] if proposer else []))
    return company


async def hold_for_merge(session: AsyncSession, from_: CompanyId, into: CompanyId) -> tuple[Company, Company]:
    """Lock two companies that become one, before anything of them is moved; refuse what is no pair of standing companies.

    What is being written about either is waited for; who writes about `from_` afterwards finds `into`.
    """
    if from_ == into:
        raise SameCompany("into")
    await one_at_a_time(session, "company kin")
    held = select(Company).where(Company.id.in_((from_, into))).order_by(Company.id).with_for_update()
    found = {row.id: row for row in await session.scalars(held.execution_options(populate_existing=True))}
    for key, field in ((from_, "company"), (into, "into")):
        if key not in found:
            raise await _why_absent(session, key, field)
    return found[from_], found[into]


async def merge_company(session: AsyncSession, from_: Company, into: Company, *queues: str) -> None:
    """Let one held company end in the other: its names, what was before and after it, and its id lead there from now on.

    Everything of other slices has been moved before. `queues` are streams that have to hear of it beside the stewards' own.
    """
    old, new = CompanyId(from_.id), CompanyId(into.id)
    proposer = await _proposer(session, old)
    same = aliased(CompanyName)
    known = select(same.folded).where(same.company_id == new)
    await session.execute(delete(CompanyName).where(CompanyName.company_id == old, CompanyName.folded.in_(known)))
    names = update(CompanyName).where(CompanyName.company_id == old)
    await session.execute(names.where(CompanyName.kind.in_(("canonical", "english"))).values(kind="alias"))
    await session.execute(names.values(company_id=new))
    await inherit_successions(session, old, new)
    # A chain of merges has one step only, however it came about.
    await session.execute(update(MergedCompany).where(MergedCompany.into_id == old).values(into_id=new))
    session.add(MergedCompany(from_id=old, into_id=new, name=from_.name))
    await session.flush()
    await session.delete(from_)
    await session.flush()
    await derive_kin(session)
    event = CompanyMerged(from_id=old, into_id=new, proposer_id=proposer)
    record(session, event, *sorted({group_queue(None), *queues}), *([inbox(proposer)] if proposer else []))


async def _why_absent(session: AsyncSession, company: CompanyId, field: str) -> Exception:
    merged = await session.get(MergedCompany, company)
    return UnknownCompany(field) if merged is None else AlreadyMerged()


async def _free(session: AsyncSession, company: Company, field: str, text: str | None) -> str:
    """Return a name that no other company goes by."""
    written = one_line(field, text or "", LONGEST_NAME)
    if not folded_name(written):
        raise UnknownCompany(field)
    other = await company_named(session, written, but=CompanyId(company.id))
    if other is not None:
        raise NameTaken(field, name=other.name)
    return written


async def _call(session: AsyncSession, company: Company, text: str, kind: str) -> None:
    folded = folded_name(text)
    same = select(CompanyName).where(CompanyName.company_id == company.id, CompanyName.folded == folded)
    name = await session.scalar(same.execution_options(populate_existing=True))
    if name is None:
        session.add(CompanyName(company_id=company.id, text=text, folded=folded, kind=kind))
    else:
        name.text, name.kind = text, kind
    await session.flush()


async def _proposer(session: AsyncSession, company: CompanyId) -> MemberId | None:
    member = await session.scalar(select(Proposal.member_id).where(Proposal.company_id == company))
    return None if member is None else MemberId(member)
