"""What is asked about companies: candidates by any of their names, rows by id, and the names themselves. Open to everybody."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company, CompanyName
from server.companies.rules import folded_name
from server.kit.ids import CompanyId
from server.kit.paging import BadPage, Page, PageRequest, page_of, read_number, write_cursor

# What a company is also called; its own name, its English one and its reading are no aliases.
_ALIASES = ("alias", "former", "abbreviation", "successor")


async def search_companies(session: AsyncSession, text: str, page: PageRequest) -> Page[Company]:
    """Return companies that have the text in one of their names: the same name first, then those beginning with it.

    Without a text all, by name; those that members proposed come after the others.
    """
    wanted = folded_name(text)
    rank = _rank(wanted).label("rank")
    found = select(Company, rank).join(CompanyName, CompanyName.company_id == Company.id).group_by(Company.id)
    if wanted:
        found = found.where(CompanyName.folded.contains(wanted, autoescape=True))
    key = (rank, Company.proposed, Company.name, Company.id)
    after = _after(page.key())
    if after is not None:
        found = found.having(tuple_(*key) > tuple_(*after))
    rows = (await session.execute(found.order_by(*key).limit(page.first + 1))).all()
    cursors = [write_cursor(place, int(company.proposed), company.name, company.id) for company, place in rows]
    return page_of([company for company, _ in rows], page.first, cursors)


async def companies_by_ids(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, Company]:
    """Return companies by id; unknown ids are left out."""
    rows = await session.scalars(select(Company).where(Company.id.in_(ids)))
    return {CompanyId(row.id): row for row in rows}


async def aliases_of(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[str]]:
    """Return what else each company is called: aliases, abbreviations, former and later names."""
    names = select(CompanyName).where(CompanyName.company_id.in_(ids), CompanyName.kind.in_(_ALIASES)).order_by(CompanyName.id)
    found: defaultdict[CompanyId, list[str]] = defaultdict(list)
    for name in await session.scalars(names):
        found[CompanyId(name.company_id)].append(name.text)
    return found


async def names_of(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[str]]:
    """Return every name that finds each company, readings too, for search documents."""
    names = select(CompanyName).where(CompanyName.company_id.in_(ids)).order_by(CompanyName.id)
    found: defaultdict[CompanyId, list[str]] = defaultdict(list)
    for name in await session.scalars(names):
        found[CompanyId(name.company_id)].append(name.text)
    return found


async def company_named(session: AsyncSession, name: str) -> Company | None:
    """Return the company that goes by this name in any spelling; of several the one that is no proposal, then the oldest."""
    named = select(Company).join(CompanyName).where(CompanyName.folded == folded_name(name))
    return await session.scalar(named.order_by(Company.proposed, Company.id).limit(1))


def _rank(wanted: str) -> ColumnElement[int]:
    begins = CompanyName.folded.startswith(wanted, autoescape=True)
    return func.min(case((CompanyName.folded == wanted, 0), (begins, 1), else_=2)) if wanted else literal(0)


def _after(key: tuple[str, ...] | None) -> tuple[Any, ...] | None:
    if key is None:
        return None
    try:
        _, proposed, name, company = key
        return read_number(key), proposed == "1", name, UUID(company)
    except ValueError as error:
        raise BadPage("after") from error
