"""The companies that are known from the first start, loaded from data/companies.toml; every start brings them up to the file."""

import tomllib
from importlib.resources import files
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.commands.kinship import record_succession
from server.companies.model import Company, CompanyName
from server.companies.rules import folded_name, romaji_of
from server.kit.ids import CompanyId, uuid7


async def seed_companies(session: AsyncSession) -> dict[str, CompanyId]:
    """Load the companies of data/companies.toml; return their ids by key. Again changes nothing but what the file changed."""
    text = files("server.companies").joinpath("data", "companies.toml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["company"]
    keys = {entry["key"]: await _seed(session, entry) for entry in entries}
    for entry in entries:
        for successor in entry.get("successors", []):
            if keys[entry["key"]] != keys[successor]:
                await record_succession(session, keys[entry["key"]], keys[successor])
    return keys


async def _seed(session: AsyncSession, entry: dict[str, Any]) -> CompanyId:
    company = await _called(session, entry["ja"], "canonical")
    if company is None:
        merged = await _called(session, entry["ja"], "alias")
        if merged is not None:
            # A steward merged it into this one; the file does not part them again.
            return CompanyId(merged.id)
        company = Company(name=entry["ja"])
        session.add(company)
    company.name, company.name_en, company.kind = entry["ja"], entry.get("en"), entry["kind"]
    company.industry, company.size_band, company.proposed = entry["industry"], entry.get("size_band"), False
    await session.flush()
    names = [
        {"id": uuid7(), "company_id": company.id, "text": text, "folded": folded_name(text), "kind": kind} for text, kind in _names(entry)
    ]
    key = romaji_of(entry["reading"])
    names += [{"id": uuid7(), "company_id": company.id, "text": key, "folded": key, "kind": "romaji"}] if key else []
    # The first of two spellings that fold alike is kept.
    new = upsert(CompanyName).values(list({row["folded"]: row for row in reversed(names)}.values()))
    kept = {"text": new.excluded.text, "kind": new.excluded.kind}
    await session.execute(new.on_conflict_do_update(index_elements=["company_id", "folded"], set_=kept))
    # What was only a former or later name of another company, and is a company of its own now, no longer leads to the other one.
    elsewhere = delete(CompanyName).where(CompanyName.company_id != company.id, CompanyName.folded.in_([row["folded"] for row in names]))
    await session.execute(elsewhere.where(CompanyName.kind.in_(("former", "successor"))).execution_options(synchronize_session=False))
    return CompanyId(company.id)


async def _called(session: AsyncSession, name: str, kind: str) -> Company | None:
    named = select(Company).join(CompanyName).where(CompanyName.folded == folded_name(name), CompanyName.kind == kind)
    return await session.scalar(named.order_by(Company.proposed, Company.id).limit(1))


def _names(entry: dict[str, Any]) -> list[tuple[str, str]]:
    names = [(entry["ja"], "canonical")]
    names += [(entry["en"], "english")] if entry.get("en") else []
    names += [(alias["name"], alias["kind"]) for alias in entry.get("aliases", [])]
    names.append((entry["reading"], "reading"))
    return names
