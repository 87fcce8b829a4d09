"""What is asked about groups: themselves, and their companies. Groups are public once admitted; people in them are not."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import AlumniGroup, GroupCompany, GroupRole
from server.groups.policy import DECIDING_ROLES, visible_to
from server.kit.actor import PARAMETERS, Actor, parameters_of
from server.kit.db import among
from server.kit.ids import CompanyId, GroupId
from server.kit.paging import BadPage, Page, PageRequest, page_of, write_cursor


async def list_groups(session: AsyncSession, page: PageRequest) -> Page[AlumniGroup]:
    """Return all groups that were admitted, the oldest first."""
    found = select(AlumniGroup).where(AlumniGroup.state == "admitted").order_by(AlumniGroup.id).limit(page.first + 1)
    key = page.key()
    if key is not None:
        found = found.where(AlumniGroup.id > _group(key))
    rows = (await session.scalars(found)).all()
    return page_of(rows, page.first, [write_cursor(row.id) for row in rows])


async def visible_groups(session: AsyncSession, actor: Actor, ids: Sequence[GroupId]) -> dict[GroupId, AlumniGroup]:
    """Return the groups among the ids that the actor may see."""
    seen = parameters_of(actor) | {"ids": list(ids)}
    return {GroupId(row.id): row for row in await session.scalars(_visible(), seen)}


async def groups_by_ids(session: AsyncSession, ids: Sequence[GroupId]) -> dict[GroupId, AlumniGroup]:
    """Return groups by id, whoever may see them; unknown ids are left out."""
    return {GroupId(row.id): row for row in await session.scalars(_groups(), {"ids": list(ids)})}


async def group_by_slug(session: AsyncSession, slug: str) -> AlumniGroup | None:
    """Return the group of an address, whoever may see it."""
    if not slug.isprintable():
        return None
    return await session.scalar(select(AlumniGroup).where(AlumniGroup.slug == slug))


async def group_at(session: AsyncSession, actor: Actor, slug: str) -> AlumniGroup | None:
    """Return the group of an address, for who may see it."""
    return await session.scalar(_at(), parameters_of(actor) | {"slug": slug}) if slug.isprintable() else None


async def companies_of_groups(session: AsyncSession, ids: Sequence[GroupId]) -> dict[GroupId, list[CompanyId]]:
    """Return the companies whose alumni each group gathers."""
    rows = await session.scalars(select(GroupCompany).where(GroupCompany.group_id.in_(ids)).order_by(GroupCompany.company_id))
    found: defaultdict[GroupId, list[CompanyId]] = defaultdict(list)
    for row in rows:
        found[GroupId(row.group_id)].append(CompanyId(row.company_id))
    return found


async def groups_of_companies(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[GroupId]]:
    """Return the groups that gather alumni of each company: those that were admitted, and go on."""
    gathering = select(GroupCompany).join(AlumniGroup, AlumniGroup.id == GroupCompany.group_id).where(AlumniGroup.state == "admitted")
    rows = await session.scalars(gathering.where(GroupCompany.company_id.in_(ids)).order_by(GroupCompany.group_id))
    found: defaultdict[CompanyId, list[GroupId]] = defaultdict(list)
    for row in rows:
        found[CompanyId(row.company_id)].append(GroupId(row.group_id))
    return found


async def groups_of_company(session: AsyncSession, company: CompanyId) -> list[GroupId]:
    """Return the groups that gather alumni of one company."""
    return (await groups_of_companies(session, [company])).get(company, [])


async def deciding_groups(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[GroupId]]:
    """Return the groups of each company in which somebody decides; a company that is left out is the stewards'."""
    decided = (
        select(GroupCompany)
        .where(GroupCompany.company_id.in_(ids))
        .where(select(GroupRole).where(GroupRole.group_id == GroupCompany.group_id, GroupRole.role.in_(DECIDING_ROLES)).exists())
    )
    found: defaultdict[CompanyId, list[GroupId]] = defaultdict(list)
    for row in await session.scalars(decided.order_by(GroupCompany.group_id)):
        found[CompanyId(row.company_id)].append(GroupId(row.group_id))
    return found


@cache
def _groups() -> Select[AlumniGroup]:
    return select(AlumniGroup).where(among(AlumniGroup.id))


@cache
def _visible() -> Select[AlumniGroup]:
    return _groups().where(visible_to(PARAMETERS))


@cache
def _at() -> Select[AlumniGroup]:
    return select(AlumniGroup).where(AlumniGroup.slug == bindparam("slug"), visible_to(PARAMETERS))


def _group(key: tuple[str, ...]) -> UUID:
    try:
        (group,) = key
        return UUID(group)
    except ValueError as error:
        raise BadPage("after") from error
