"""Join links: made and ended by who runs the group, and used up by one member after another."""

import secrets
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.audit.commands import AuditNote, write_audit
from server.companies.rules import one_line
from server.groups import rules
from server.groups.errors import JoinLinkEnded, JoinLinkExpired, JoinLinkUsedUp
from server.groups.model import AlumniGroup, JoinLink
from server.groups.policy import right_to_run
from server.groups.reads import applied_by, roles_of
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import GroupId, JoinLinkId, MemberId
from server.kit.jobs import one_at_a_time
from server.kit.refusal import Conflict, NotThere, TooMany

_BYTES: Final = 12
_OVER: Final[dict[rules.Standing, type[Conflict]]] = {
    rules.Standing.USED_UP: JoinLinkUsedUp,
    rules.Standing.EXPIRED: JoinLinkExpired,
    rules.Standing.ENDED: JoinLinkEnded,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkToMake:
    """For which group, where it will be pasted (for its operators), what it asks, how many may come by it, for how many days."""

    group_id: GroupId
    label: str
    questions: tuple[str, ...]
    most_uses: int | None
    days: int


async def make_link(session: AsyncSession, actor: Actor, wanted: LinkToMake) -> JoinLink:
    """Make a join link; raise NotThere for who does not run the group, TooMany where enough links of it are open."""
    group = await _running(session, actor, wanted.group_id)
    label = one_line("label", wanted.label, rules.LONGEST_LABEL)
    questions = rules.clean_questions(wanted.questions)
    most_uses, expires_at = rules.clean_uses(wanted.most_uses), rules.lasts_until(now(), wanted.days)
    await one_at_a_time(session, f"links:{wanted.group_id}")
    lasting = (JoinLink.group_id == wanted.group_id, JoinLink.ended_at.is_(None), JoinLink.expires_at > now())
    if (await session.scalar(select(func.count()).where(*lasting)) or 0) >= rules.MOST_LINKS:
        raise TooMany("label", limit=rules.MOST_LINKS)
    link = JoinLink(
        group_id=group.id,
        token=secrets.token_urlsafe(_BYTES),
        label=label,
        questions=questions,
        most_uses=most_uses,
        made_by=actor.member_id,
        expires_at=expires_at,
    )
    session.add(link)
    await session.flush()
    await _audit(session, actor, link, "make_join_link")
    return link


async def end_link(session: AsyncSession, actor: Actor, link_id: JoinLinkId) -> JoinLink:
    """End a join link; who applied by it goes on waiting. A second time changes nothing."""
    link = await session.get(JoinLink, link_id, with_for_update=True)
    if link is None:
        raise NotThere
    await _running(session, actor, GroupId(link.group_id))
    if link.ended_at is None:
        link.ended_at = now()
        await session.flush()
        await _audit(session, actor, link, "end_join_link")
    return link


async def check_link(session: AsyncSession, token: str, *, member: MemberId | None = None, hold: bool = False) -> JoinLink:
    """Return the open link of a token; raise NotThere, JoinLinkUsedUp, JoinLinkExpired or JoinLinkEnded. `hold` locks it for use_link.

    For a `member` who came by it before, it is not used up: their use is theirs.
    """
    if not token.isascii() or not token.isprintable():
        raise NotThere
    found = select(JoinLink).join(AlumniGroup, AlumniGroup.id == JoinLink.group_id).where(JoinLink.token == token)
    found = found.where(AlumniGroup.state == "admitted")
    if hold:
        found = found.with_for_update(of=JoinLink).execution_options(populate_existing=True)
    link = await session.scalar(found)
    if link is None:
        raise NotThere
    standing = rules.standing_of(used=link.used, most_uses=link.most_uses, expires_at=link.expires_at, ended_at=link.ended_at, at=now())
    if standing is rules.Standing.USED_UP and member is not None and await applied_by(session, JoinLinkId(link.id), member):
        return link
    if standing in _OVER:
        raise _OVER[standing]
    return link


def use_link(link: JoinLink) -> None:
    """Take one use of a link that check_link holds, for an application that is made in the same transaction.

    Not for who came by it before, and left or was declined: they took theirs then.
    """
    link.used += 1


async def _running(session: AsyncSession, actor: Actor, group_id: GroupId) -> AlumniGroup:
    group = await session.get(AlumniGroup, group_id)
    role = (await roles_of(session, actor)).get(group_id) if group_id in actor.operates else None
    if group is None or group.state != "admitted" or not right_to_run(role):
        raise NotThere
    return group


async def _audit(session: AsyncSession, actor: Actor, link: JoinLink, action: str) -> None:
    role = (await roles_of(session, actor))[GroupId(link.group_id)]
    note = AuditNote(
        actor=None if actor.member_id is None else MemberId(actor.member_id),
        right=role,
        action=action,
        subject_kind="join_link",
        subject_id=link.id,
        group_id=GroupId(link.group_id),
        reason=link.label,
    )
    await write_audit(session, note)
