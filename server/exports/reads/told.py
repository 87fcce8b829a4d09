"""What a member was told, what they reported, and what they decided in an office."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from server.audit.model import AuditEntry, AuditPseudonym
from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.kit.actor import Actor, viewer_of
from server.kit.db import Session
from server.moderation.model import Report
from server.notifications.model import Notice
from server.notifications.policy import visible_to
from server.people.model import Affiliation

_OF_TWO: Final = frozenset({"ConnectionAsked", "ConnectionAccepted"})


async def notices(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a notice: what happened, and to which of the member's own things."""
    async for rows in others.each(session, select(Notice).where(visible_to(viewer_of(actor))), Notice.id):
        about = await _about(session, actor, others, rows)
        partners = {row.id: _partner(row, actor) for row in rows if row.type in _OF_TWO}
        names = await others.names(partners.values(), note=False)
        for row in rows:
            # Of whom the member does not see now the page tells nothing either.
            if row.id in partners and names[partners[row.id]] is None:
                continue
            yield {"what": row.type, "about": about.get(row.id), "at": row.at, "readAt": row.read_at}


async def reports(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a report that the member filed; what others reported of them is not theirs to know."""
    async for rows in others.each(session, select(Report).where(Report.reporter_id == actor.member_id), Report.id):
        names = await others.names(row.about_member_id for row in rows)
        groups = await others.groups(row.group_id for row in rows)
        for row in rows:
            yield {
                "what": row.subject_kind,
                "person": names[row.about_member_id],
                "group": groups.get(row.group_id),
                "reason": row.reason,
                "note": row.note,
                "excerpt": row.excerpt,
                "filedAt": row.filed_at,
                "decision": row.decision,
                "decisionReason": row.decision_reason,
                "decidedAt": row.decided_at,
            }


async def decisions(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row an action in an office; whom it touched stands there under a pseudonym, and is left out."""
    pseudonym = await session.scalar(select(AuditPseudonym.pseudonym).where(AuditPseudonym.member_id == actor.member_id))
    if pseudonym is None:
        return
    async for rows in others.each(session, select(AuditEntry).where(AuditEntry.actor == pseudonym), AuditEntry.id):
        groups = await others.groups(row.group_id for row in rows)
        for row in rows:
            yield {
                "at": row.at,
                "action": row.action,
                "what": row.subject_kind,
                "right": row.right,
                "group": groups.get(row.group_id),
                "reason": row.reason,
            }


async def _about(session: Session, actor: Actor, others: Others, rows: Sequence[Notice]) -> dict[UUID, str | None]:
    """A post's title, or a company's name; nothing for what has gone."""
    own = {key for row in rows if (key := _key(row.ref, "affiliation_id"))}
    mine = select(Affiliation.id, Affiliation.company_id).where(Affiliation.id.in_(own), Affiliation.member_id == actor.member_id)
    at: dict[UUID | None, UUID] = dict((await session.execute(mine)).all())
    titles = await others.titles(_key(row.ref, "opportunity_id") for row in rows)
    named = {row.id: _key(row.ref, "company_id") or at.get(_key(row.ref, "affiliation_id")) for row in rows}
    companies = await others.companies(named.values())
    return {row.id: titles.get(_key(row.ref, "opportunity_id")) or companies.get(named[row.id]) for row in rows}


def _partner(row: Notice, actor: Actor) -> UUID | None:
    """Who else a notice about a connection is about."""
    both = (_key(row.ref, "asker_id"), _key(row.ref, "asked_id"))
    return next((each for each in both if each != actor.member_id), None)


def _key(ref: dict[str, Any], name: str) -> UUID | None:
    return UUID(ref[name]) if ref.get(name) else None
