"""Applications and join links as the viewer may see them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import exists, func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import AlumniGroup, ApplicationMessage, GroupApplication, JoinLink
from server.groups.policy import application_visible_to, right_to_run
from server.groups.reads.roles import roles_of
from server.groups.rules import Standing, standing_of
from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.ids import ApplicationId, GroupId, JoinLinkId, MemberId


@dataclass(frozen=True, slots=True)
class LinkView:
    """A join link for who runs its group: with what came of it, by the applications' states."""

    row: JoinLink
    standing: Standing
    came: dict[str, int] = field(default_factory=dict[str, int])


async def applications_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[ApplicationId]) -> dict[ApplicationId, GroupApplication]:
    """Return the applications among the ids that the actor may see."""
    seen = select(GroupApplication).where(GroupApplication.id.in_(ids), application_visible_to(viewer_of(actor)))
    return {ApplicationId(row.id): row for row in await session.scalars(seen)}


async def own_applications(session: AsyncSession, actor: Actor) -> dict[GroupId, GroupApplication]:
    """Return the actor's newest application to each group, the newest first."""
    mine = select(GroupApplication).where(GroupApplication.member_id == actor.member_id)
    newest = mine.ext(distinct_on(GroupApplication.group_id)).order_by(GroupApplication.group_id, GroupApplication.id.desc())
    rows = sorted(await session.scalars(newest), key=lambda row: row.id, reverse=True)
    return {GroupId(row.group_id): row for row in rows}


async def messages_of(session: AsyncSession, actor: Actor, ids: Sequence[ApplicationId]) -> dict[ApplicationId, list[ApplicationMessage]]:
    """Return what was asked back and answered, the first first, of the applications that the actor may see."""
    said = select(ApplicationMessage).join(GroupApplication, GroupApplication.id == ApplicationMessage.application_id)
    seen = said.where(GroupApplication.id.in_(ids), application_visible_to(viewer_of(actor)))
    found: defaultdict[ApplicationId, list[ApplicationMessage]] = defaultdict(list)
    for row in await session.scalars(seen.order_by(ApplicationMessage.id)):
        found[ApplicationId(row.application_id)].append(row)
    return found


async def questions_asked(session: AsyncSession, ids: Sequence[ApplicationId]) -> dict[ApplicationId, list[str]]:
    """Return what is asked of each applicant now: by the link that they came by, otherwise by the group."""
    asked = (
        select(GroupApplication.id, func.coalesce(JoinLink.questions, AlumniGroup.questions))
        .join(AlumniGroup, AlumniGroup.id == GroupApplication.group_id)
        .outerjoin(JoinLink, JoinLink.id == GroupApplication.link_id)
    )
    rows = (await session.execute(asked.where(GroupApplication.id.in_(ids)))).all()
    return {ApplicationId(key): questions for key, questions in rows}


async def came_by(session: AsyncSession, actor: Actor, ids: Sequence[ApplicationId]) -> dict[ApplicationId, str]:
    """Return where the links were pasted by which these came: for who decides, never for the applicant; left out for those without."""
    came = select(GroupApplication.id, JoinLink.label).join(JoinLink, JoinLink.id == GroupApplication.link_id)
    others = GroupApplication.member_id.is_distinct_from(actor.member_id)
    seen = came.where(GroupApplication.id.in_(ids), application_visible_to(viewer_of(actor)), others)
    return {ApplicationId(key): label for key, label in (await session.execute(seen)).all()}


async def links_of_group(session: AsyncSession, actor: Actor, group: GroupId) -> list[LinkView]:
    """Return the group's join links, the newest first, for who runs it; nothing for others."""
    if group not in actor.operates or not right_to_run((await roles_of(session, actor)).get(group)):
        return []
    rows = (await session.scalars(select(JoinLink).where(JoinLink.group_id == group).order_by(JoinLink.id.desc()))).all()
    counted = (
        select(GroupApplication.link_id, GroupApplication.state, func.count())
        .where(GroupApplication.link_id.in_([row.id for row in rows]))
        .group_by(GroupApplication.link_id, GroupApplication.state)
    )
    came: defaultdict[JoinLinkId, dict[str, int]] = defaultdict(dict)
    for link, state, count in (await session.execute(counted)).all():
        if link is not None:
            came[JoinLinkId(link)][state] = count
    return [LinkView(row, _standing(row), came[JoinLinkId(row.id)]) for row in rows]


async def link_by_id(session: AsyncSession, actor: Actor, link_id: JoinLinkId) -> LinkView | None:
    """Return a join link for who runs its group."""
    row = await session.get(JoinLink, link_id)
    if row is None:
        return None
    return next((view for view in await links_of_group(session, actor, GroupId(row.group_id)) if view.row.id == link_id), None)


async def applied_by(session: AsyncSession, link: JoinLinkId, member: MemberId) -> bool:
    """Whether the member applied by the link before, whatever became of it."""
    came = exists().where(GroupApplication.link_id == link, GroupApplication.member_id == member)
    return bool(await session.scalar(select(came)))


async def link_by_token(session: AsyncSession, actor: Actor, token: str) -> LinkView | None:
    """Return the link of an address, for whoever opened it; nothing once its group goes on no longer.

    Who came by it before may come again where it is used up for others.
    """
    if not token.isascii() or not token.isprintable():
        return None
    found = select(JoinLink).join(AlumniGroup, AlumniGroup.id == JoinLink.group_id)
    row = await session.scalar(found.where(JoinLink.token == token, AlumniGroup.state == "admitted"))
    if row is None:
        return None
    standing = _standing(row)
    if standing is Standing.USED_UP and actor.member_id is not None and await applied_by(session, JoinLinkId(row.id), actor.member_id):
        standing = Standing.OPEN
    return LinkView(row, standing)


def _standing(row: JoinLink) -> Standing:
    return standing_of(used=row.used, most_uses=row.most_uses, expires_at=row.expires_at, ended_at=row.ended_at, at=now())
