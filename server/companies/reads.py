"""What is asked about companies: candidates by any of their names, rows by id, names, what came before and after. Open to everybody."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, any_, case, func, literal, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company, CompanyName, Kin, MergedCompany, Proposal, Succession
from server.companies.rules import folded_name, romaji_asked
from server.kit.db import among
from server.kit.ids import CompanyId, MemberId
from server.kit.paging import BadPage, Page, PageRequest, page_of, read_number, write_cursor

# Only for finding: the key of a name in kana, for who types it in Latin letters.
_KEY = "romaji"
_OWN = ("canonical", "english", "reading", _KEY)
# What a company is also called, and was called once; its own name, its English one and its reading are neither.
_ALIASES = ("alias", "abbreviation", "successor")
_FORMER = ("former",)


async def search_companies(session: AsyncSession, text: str, page: PageRequest) -> Page[Company]:
    """Return companies that have the text in one of their names: the same name first, then those beginning with it.

    Without a text all, by name; those that members proposed come after the others.
    """
    wanted = folded_name(text)
    rank = _rank(wanted).label("rank")
    found = select(Company, rank).join(CompanyName, CompanyName.company_id == Company.id).group_by(Company.id)
    if wanted:
        romaji = romaji_asked(text)
        key_begins = () if romaji is None else (CompanyName.folded.startswith(romaji, autoescape=True),)
        found = found.where(or_(CompanyName.folded.contains(wanted, autoescape=True), *key_begins))
    key = (rank, Company.proposed, Company.name, Company.id)
    after = _after(page.key())
    if after is not None:
        found = found.having(tuple_(*key) > tuple_(*after))
    rows = (await session.execute(found.order_by(*key).limit(page.first + 1))).all()
    cursors = [write_cursor(place, int(company.proposed), company.name, company.id) for company, place in rows]
    return page_of([company for company, _ in rows], page.first, cursors)


async def companies_by_ids(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, Company]:
    """Return companies by id; unknown ids are left out."""
    return {CompanyId(row.id): row for row in await session.scalars(_companies(), {"ids": list(ids)})}


async def standing_ids(session: AsyncSession, ids: Collection[CompanyId]) -> frozenset[CompanyId]:
    """Return the ids with those of merged companies replaced by what they were merged into: a form may have been open meanwhile."""
    if not ids:
        return frozenset()
    rows = (await session.execute(select(MergedCompany.from_id, MergedCompany.into_id).where(MergedCompany.from_id.in_(ids)))).all()
    led = {CompanyId(old): CompanyId(new) for old, new in rows}
    return frozenset(led.get(key, key) for key in ids)


async def former_ids(session: AsyncSession, ids: Collection[CompanyId]) -> dict[CompanyId, CompanyId]:
    """Return the ids of what was merged into these companies, each with what it is now."""
    if not ids:
        return {}
    rows = (await session.execute(select(MergedCompany.from_id, MergedCompany.into_id).where(MergedCompany.into_id.in_(ids)))).all()
    return {CompanyId(old): CompanyId(new) for old, new in rows}


async def merged_by_ids(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, MergedCompany]:
    """Return what became of companies that are no more, by their former ids."""
    rows = await session.scalars(select(MergedCompany).where(MergedCompany.from_id.in_(ids)))
    return {CompanyId(row.from_id): row for row in rows}


async def kin_of(session: AsyncSession, ids: Collection[CompanyId]) -> dict[CompanyId, frozenset[CompanyId]]:
    """Return every earlier and every later company of each; who was there is found as a colleague."""
    found: defaultdict[CompanyId, set[CompanyId]] = defaultdict(set)
    for row in await session.scalars(select(Kin).where(Kin.company_id.in_(ids))):
        found[CompanyId(row.company_id)].add(CompanyId(row.kin_id))
    return {company: frozenset(kin) for company, kin in found.items()}


async def predecessors_of(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[CompanyId]]:
    """Return what each company was before: those that went on as it, one step back."""
    rows = await session.scalars(select(Succession).where(Succession.successor_id.in_(ids)).order_by(Succession.predecessor_id))
    found: defaultdict[CompanyId, list[CompanyId]] = defaultdict(list)
    for row in rows:
        found[CompanyId(row.successor_id)].append(CompanyId(row.predecessor_id))
    return found


async def successors_of(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[CompanyId]]:
    """Return what each company went on as, one step on."""
    rows = await session.scalars(select(Succession).where(Succession.predecessor_id.in_(ids)).order_by(Succession.successor_id))
    found: defaultdict[CompanyId, list[CompanyId]] = defaultdict(list)
    for row in rows:
        found[CompanyId(row.predecessor_id)].append(CompanyId(row.successor_id))
    return found


async def proposers_of(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, MemberId]:
    """Return who proposed each company; whether a reader may see them is for people's reads to say."""
    rows = await session.scalars(select(Proposal).where(Proposal.company_id.in_(ids)))
    return {CompanyId(row.company_id): MemberId(row.member_id) for row in rows}


async def aliases_of(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[str]]:
    """Return what else each company is called: aliases, abbreviations, later names."""
    return await _names_of_kind(session, ids, _ALIASES)


async def former_names_of(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[str]]:
    """Return what each company was called once."""
    return await _names_of_kind(session, ids, _FORMER)


async def matched_names(session: AsyncSession, text: str, ids: Sequence[CompanyId]) -> dict[CompanyId, str]:
    """Return the name by which each company answers to the text, where that is neither its own name nor its English one nor a reading."""
    wanted = folded_name(text)
    if not wanted:
        return {}
    # A reading that matches is the company's own name, written another way.
    own = CompanyName.kind.in_(_OWN)
    found = select(CompanyName).where(CompanyName.company_id.in_(ids), CompanyName.folded.contains(wanted, autoescape=True))
    best: dict[CompanyId, CompanyName] = {}
    begins = CompanyName.folded.startswith(wanted, autoescape=True)
    order = (case((CompanyName.folded == wanted, 0), (begins, 1), else_=2), case((own, 0), else_=1), CompanyName.id)
    for name in await session.scalars(found.order_by(*order)):
        best.setdefault(CompanyId(name.company_id), name)
    return {company: name.text for company, name in best.items() if name.kind not in _OWN}


async def _names_of_kind(session: AsyncSession, ids: Sequence[CompanyId], kinds: tuple[str, ...]) -> dict[CompanyId, list[str]]:
    names = select(CompanyName).where(CompanyName.company_id.in_(ids), CompanyName.kind.in_(kinds)).order_by(CompanyName.id)
    found: defaultdict[CompanyId, list[str]] = defaultdict(list)
    for name in await session.scalars(names):
        found[CompanyId(name.company_id)].append(name.text)
    return found


async def names_of(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[str]]:
    """Return every name that finds each company, readings too, for search documents."""
    names = select(CompanyName).where(CompanyName.company_id.in_(ids), CompanyName.kind != _KEY).order_by(CompanyName.id)
    found: defaultdict[CompanyId, list[str]] = defaultdict(list)
    for name in await session.scalars(names):
        found[CompanyId(name.company_id)].append(name.text)
    return found


def names_that_find(companies: ColumnElement[list[UUID]]) -> Select[str]:
    """Return every name that finds any of the companies, readings too, for a statement that asks for something else as well."""
    return select(CompanyName.text).where(CompanyName.company_id == any_(companies), CompanyName.kind != _KEY)


async def companies_named(session: AsyncSession, name: str) -> Sequence[Company]:
    """Return every company that goes by this name in any spelling."""
    named = select(CompanyName.company_id).where(CompanyName.folded == folded_name(name), CompanyName.kind != _KEY)
    return (await session.scalars(select(Company).where(Company.id.in_(named)).order_by(Company.proposed, Company.id))).all()


async def companies_called(session: AsyncSession, names: Collection[str]) -> dict[str, frozenset[CompanyId]]:
    """Return the companies that go by each of these names (`rules.folded_name`); names of none are left out."""
    rows = select(CompanyName.folded, CompanyName.company_id).where(CompanyName.folded.in_(names), CompanyName.kind != _KEY)
    found: defaultdict[str, set[CompanyId]] = defaultdict(set)
    for folded, company in (await session.execute(rows)).all():
        found[folded].add(CompanyId(company))
    return {folded: frozenset(companies) for folded, companies in found.items()}


async def company_named(session: AsyncSession, name: str, *, but: CompanyId | None = None) -> Company | None:
    """Return the company that goes by this name in any spelling; of several the one that is no proposal, then the oldest."""
    named = select(Company).join(CompanyName).where(CompanyName.folded == folded_name(name), Company.id.is_distinct_from(but))
    return await session.scalar(named.order_by(Company.proposed, Company.id).limit(1))


@cache
def _companies() -> Select[Company]:
    return select(Company).where(among(Company.id))


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
