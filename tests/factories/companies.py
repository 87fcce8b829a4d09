"""Companies for tests."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.commands import record_succession
from server.companies.model import Company, CompanyName
from server.companies.reads import company_named
from server.companies.rules import folded_name
from server.kit.ids import CompanyId, uuid7


async def make_company(
    session: AsyncSession,
    name: str | None = None,
    *,
    aliases: tuple[str, ...] = (),
    kind: str = "company",
    industry: str | None = None,
) -> Company:
    """The company of this name, made unless it is there; the name is invented unless given."""
    name = name or f"Company {uuid7().hex}"
    found = await company_named(session, name)
    if found is not None:
        return found
    company = Company(name=name, kind=kind, industry=industry)
    session.add(company)
    await session.flush()
    for text, named in [(name, "canonical"), *((alias, "alias") for alias in aliases)]:
        session.add(CompanyName(company_id=company.id, text=text, folded=folded_name(text), kind=named))
    await session.flush()
    return company


async def succeed(session: AsyncSession, before: Company, after: Company) -> None:
    """The one company went on as the other."""
    await record_succession(session, CompanyId(before.id), CompanyId(after.id))
