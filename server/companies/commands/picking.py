"""Picking a company by its id, or naming one that is missing: it can be used at once, and stewards look at it later."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.errors import OneCompany, UnknownCompany
from server.companies.events import CompanyProposed
from server.companies.model import Company, CompanyName, MergedCompany, Proposal
from server.companies.reads import company_named
from server.companies.rules import LONGEST_NAME, folded_name, one_line, romaji_of
from server.kit.ids import CompanyId, MemberId
from server.kit.log import group_queue, record


async def pick_company(
    session: AsyncSession, company: CompanyId | None, proposed_name: str | None, *, by: MemberId | None = None
) -> Company:
    """Return the company that was picked, or the one that was proposed; raise OneCompany or UnknownCompany, of field `company`.

    It is held until the transaction ends, so that what is written about it cannot miss a merge.
    """
    if (company is None) == (proposed_name is None):
        raise OneCompany("company")
    if company is None:
        return await propose_company(session, proposed_name or "", by=by)
    found = await standing_company(session, company)
    if found is None:
        raise UnknownCompany("company.id")
    return found


async def standing_company(session: AsyncSession, company: CompanyId) -> Company | None:
    """Return the company as it stands: itself, or what it was merged into; None for an id of nothing.

    Whoever writes an id of a company asks here first: the row is held against a merge until the transaction ends, so that
    a merge waits for what is written, or what is written goes to where the merge led.
    """
    key = company
    while True:
        held = select(Company).where(Company.id == key).with_for_update(read=True, key_share=True)
        found = await session.scalar(held.execution_options(populate_existing=True))
        if found is not None:
            return found
        into = await session.scalar(select(MergedCompany.into_id).where(MergedCompany.from_id == key))
        if into is None:
            return None
        key = CompanyId(into)


async def propose_company(session: AsyncSession, name: str, *, by: MemberId | None = None) -> Company:
    """Add a company that is missing; a name that one of ours goes by, in any spelling, gives that one.

    `by` is told what becomes of it; None: who runs the deployment named it.
    """
    written = one_line("company.proposedName", name, LONGEST_NAME)
    folded = folded_name(written)
    if not folded:
        raise UnknownCompany("company.proposedName")
    # Two who propose the same at once: the second waits, and finds the first one's.
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"company:{folded}"))))
    found = await company_named(session, written)
    standing = None if found is None else await standing_company(session, CompanyId(found.id))
    if standing is not None:
        return standing
    company = Company(name=written, proposed=True)
    session.add(company)
    await session.flush()
    session.add(CompanyName(company_id=company.id, text=written, folded=folded, kind="canonical"))
    key = romaji_of(written)
    if key is not None:
        session.add(CompanyName(company_id=company.id, text=key, folded=key, kind="romaji"))
    if by is not None:
        session.add(Proposal(company_id=company.id, member_id=by))
    await session.flush()
    record(session, CompanyProposed(company_id=CompanyId(company.id)), group_queue(None))
    return company
