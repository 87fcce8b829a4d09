"""Changes to companies: who names one that is missing adds it at once, and the known ones are loaded from data."""

import tomllib
from importlib.resources import files
from typing import Any

from sqlalchemy import delete, func, insert, select, union
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.errors import OneCompany, UnknownCompany
from server.companies.events import CompanyProposed
from server.companies.model import Company, CompanyName, Kin, Succession
from server.companies.reads import company_named
from server.companies.rules import LONGEST_NAME, folded_name, one_line
from server.kit.ids import CompanyId, uuid7
from server.kit.jobs import one_at_a_time
from server.kit.log import record


async def pick_company(session: AsyncSession, company: CompanyId | None, proposed_name: str | None) -> Company:
    """Return the company that was picked, or the one that was proposed; raise OneCompany or UnknownCompany, of field `company`."""
    if (company is None) == (proposed_name is None):
        raise OneCompany("company")
    if company is None:
        return await propose_company(session, proposed_name or "")
    found = await session.get(Company, company)
    if found is None:
        raise UnknownCompany("company.id")
    return found


async def propose_company(session: AsyncSession, name: str) -> Company:
    """Add a company that is missing; a name that one of ours goes by, in any spelling, gives that one."""
    written = one_line("company.proposedName", name, LONGEST_NAME)
    folded = folded_name(written)
    if not folded:
        raise UnknownCompany("company.proposedName")
    # Two who propose the same at once: the second waits, and finds the first one's.
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"company:{folded}"))))
    found = await company_named(session, written)
    if found is not None:
        return found
    company = Company(name=written, proposed=True)
    session.add(company)
    await session.flush()
    session.add(CompanyName(company_id=company.id, text=written, folded=folded, kind="canonical"))
    await session.flush()
    record(session, CompanyProposed(company_id=CompanyId(company.id)))
    return company


async def record_succession(session: AsyncSession, predecessor: CompanyId, successor: CompanyId) -> None:
    """Note that one company went on as another; again changes nothing. Their people are colleagues from now on."""
    new = upsert(Succession).values(predecessor_id=predecessor, successor_id=successor).on_conflict_do_nothing()
    await session.execute(new)
    await derive_kin(session)


async def derive_kin(session: AsyncSession) -> None:
    """Make the kin of every company anew: all that were before it and all that came after, but not what only shares one of these."""
    await one_at_a_time(session, "company kin")
    later = select(Succession.predecessor_id.label("company"), Succession.successor_id.label("kin")).cte("later", recursive=True)
    further = select(later.c.company, Succession.successor_id).join(Succession, Succession.predecessor_id == later.c.kin)
    later = later.union(further)
    both = union(select(later.c.company, later.c.kin), select(later.c.kin, later.c.company)).subquery()
    told = select(both.c[0], both.c[1]).where(both.c[0] != both.c[1])
    await session.execute(delete(Kin))
    await session.execute(insert(Kin).from_select(["company_id", "kin_id"], told))


async def seed_companies(session: AsyncSession) -> dict[str, CompanyId]:
    """Load the companies of data/companies.toml; return their ids by key. Again changes nothing but what the file changed."""
    text = files("server.companies").joinpath("data", "companies.toml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["company"]
    return {entry["key"]: await _seed(session, entry) for entry in entries}


async def _seed(session: AsyncSession, entry: dict[str, Any]) -> CompanyId:
    company = await company_named(session, entry["ja"])
    if company is None:
        company = Company(name=entry["ja"])
        session.add(company)
    company.name, company.name_en, company.kind = entry["ja"], entry.get("en"), entry["kind"]
    company.industry, company.proposed = entry["industry"]["key"], False
    await session.flush()
    names = [
        {"id": uuid7(), "company_id": company.id, "text": text, "folded": folded_name(text), "kind": kind} for text, kind in _names(entry)
    ]
    # The first of two spellings that fold alike is kept.
    new = upsert(CompanyName).values(list({row["folded"]: row for row in reversed(names)}.values()))
    kept = {"text": new.excluded.text, "kind": new.excluded.kind}
    await session.execute(new.on_conflict_do_update(index_elements=["company_id", "folded"], set_=kept))
    return CompanyId(company.id)


def _names(entry: dict[str, Any]) -> list[tuple[str, str]]:
    names = [(entry["ja"], "canonical")]
    names += [(entry["en"], "english")] if entry.get("en") else []
    names += [(alias["name"], alias["kind"]) for alias in entry.get("aliases", [])]
    return [*names, (entry["reading"], "reading")]
