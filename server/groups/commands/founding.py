"""How groups come to be: the known ones from data, one on the command line; and what a merge of companies does to them."""

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.rules import LONGEST_NAME, one_line
from server.groups.model import AlumniGroup, GroupCompany
from server.groups.rules import clean_slug
from server.kit.ids import CompanyId, GroupId


async def found_group(session: AsyncSession, slug: str, name: str, companies: Sequence[CompanyId]) -> GroupId:
    """Make a group of these companies' alumni, run by volunteers until it says otherwise; the slug stands in its address."""
    group = AlumniGroup(
        slug=clean_slug(slug), name=one_line("name", name, LONGEST_NAME), description="", run_by="volunteers", recognition="none"
    )
    session.add(group)
    await session.flush()
    session.add_all([GroupCompany(group_id=group.id, company_id=company) for company in companies])
    await session.flush()
    return GroupId(group.id)


async def seed_groups(session: AsyncSession, companies: Mapping[str, CompanyId]) -> dict[str, GroupId]:
    """Load the groups of data/groups.toml; `companies` are ids by key, as seed_companies returns them. May be repeated."""
    text = files("server.groups").joinpath("data", "groups.toml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["group"]
    return {entry["slug"]: await _seed(session, entry, companies) for entry in entries}


async def _seed(session: AsyncSession, entry: dict[str, Any], companies: Mapping[str, CompanyId]) -> GroupId:
    group = await session.scalar(select(AlumniGroup).where(AlumniGroup.slug == entry["slug"]))
    if group is None:
        group = AlumniGroup(
            slug=entry["slug"],
            name=entry["ja"],
            name_en=entry.get("en"),
            description=entry["about_ja"],
            description_en=entry.get("about_en"),
            run_by=entry["run_by"],
            recognition=entry["recognition"],
        )
        session.add(group)
        await session.flush()
    rows = [{"group_id": group.id, "company_id": companies[key]} for key in entry["companies"]]
    await session.execute(upsert(GroupCompany).values(rows).on_conflict_do_nothing())
    return GroupId(group.id)


async def move_company(session: AsyncSession, from_: CompanyId, into: CompanyId) -> None:
    """Let the groups that gather one company's alumni gather another's, as a part of merging the two."""
    groups = await session.scalars(delete(GroupCompany).where(GroupCompany.company_id == from_).returning(GroupCompany.group_id))
    rows = [{"group_id": group, "company_id": into} for group in groups]
    if rows:
        await session.execute(upsert(GroupCompany).values(rows).on_conflict_do_nothing())
