"""Where a member was, what confirmed it, the word that they gave for others, and their groups."""

from collections import defaultdict
from collections.abc import AsyncGenerator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.groups.model import AlumniGroup, GroupApplication, GroupMembership, GroupProposal, GroupRole
from server.groups.reads import companies_of_groups, messages_of
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import ApplicationId, GroupId
from server.people.model import Affiliation, AffiliationReview, ConfirmationRequest, Vouch


async def affiliations(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row an affiliation, with the decisions on it, colleagues' words, and whom its member asked."""
    async for rows in others.each(session, select(Affiliation).where(Affiliation.member_id == actor.member_id), Affiliation.id):
        keys = [row.id for row in rows]
        companies = await others.companies(row.company_id for row in rows)
        decided, words, asked = await _decisions(session, others, keys), await _words(session, others, keys), await _asked(session, keys)
        for row in rows:
            yield {
                "company": companies.get(row.company_id),
                "startedOn": row.started_on,
                "endedOn": row.ended_on,
                "department": row.department,
                "title": row.title,
                "verification": row.verification,
                "state": row.state,
                "declaredAt": row.declared_at,
                "decisions": decided[row.id],
                "colleagues": words[row.id],
                "requests": asked[row.id],
            }


async def words_given(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row for each word that the member gave for somebody else."""
    wanted = select(Vouch, Affiliation.member_id, Affiliation.company_id).join(Affiliation, Affiliation.id == Vouch.affiliation_id)
    rows = (await session.execute(wanted.where(Vouch.voucher_id == actor.member_id).order_by(Vouch.id))).all()
    names = await others.names(member for _, member, _ in rows)
    companies = await others.companies(company for _, _, company in rows)
    for word, member, company in rows:
        # What an office decided about somebody else's affiliation is not for who gave the word.
        state = {"state": "ended"} if word.state == "revoked" else {}
        yield {"person": names[member], "company": companies.get(company)} | _word(word) | state


async def groups(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a group in which the member is, was, or has a role."""
    belongs = {row.group_id: row for row in await session.scalars(_of(GroupMembership, actor))}
    roles = {row.group_id: row for row in await session.scalars(_of(GroupRole, actor))}
    called = await others.groups([*belongs, *roles])
    for key in sorted({*belongs, *roles}):
        membership, role = belongs.get(key), roles.get(key)
        yield {
            "group": called.get(key),
            "state": membership.state if membership else None,
            "since": membership.since if membership else None,
            "role": role.role if role else None,
            "roleSince": role.since if role else None,
        }


async def proposals(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a group that the member proposed, with what they wrote of it, and what became of it."""
    wanted = select(AlumniGroup, GroupProposal).join(GroupProposal, GroupProposal.group_id == AlumniGroup.id)
    rows = (await session.execute(wanted.where(GroupProposal.member_id == actor.member_id).order_by(GroupProposal.at))).all()
    gathered = await companies_of_groups(session, [GroupId(group.id) for group, _ in rows])
    companies = await others.companies(company for each in gathered.values() for company in each)
    for group, said in rows:
        # What an admitted group says of itself is the group's, and not only theirs.
        own = {"description": group.description, "guidelines": group.guidelines, "contact": group.contact}
        yield {
            "group": group.name,
            "address": group.slug,
            "state": group.state,
            "at": said.at,
            "note": said.note,
            "decidedAt": said.decided_at,
            "reason": said.reason,
            "companies": [companies.get(company) for company in gathered.get(GroupId(group.id), [])],
        } | (own if group.state in {"proposed", "declined"} else {})


async def applications(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row an application to a group, with what was asked and answered."""
    async for rows in others.each(session, _of(GroupApplication, actor), GroupApplication.id):
        called = await others.groups(row.group_id for row in rows)
        said = await messages_of(session, actor, [ApplicationId(row.id) for row in rows])
        for row in rows:
            yield {
                "group": called.get(row.group_id),
                "state": row.state,
                "appliedAt": row.applied_at,
                "decidedAt": row.decided_at,
                "reason": row.reason,
                "answers": row.answers,
                "messages": [
                    {"fromGroup": each.from_group, "body": each.body, "at": each.at} for each in said.get(ApplicationId(row.id), [])
                ],
            }


def _of(table: Any, actor: Actor) -> Any:
    return select(table).where(table.member_id == actor.member_id)


async def _decisions(session: Session, others: Others, keys: Sequence[UUID]) -> dict[UUID, list[Row]]:
    """Who decided is told to nobody, in whose name is."""
    rows = (
        await session.scalars(
            select(AffiliationReview).where(AffiliationReview.affiliation_id.in_(keys)).order_by(AffiliationReview.decided_at)
        )
    ).all()
    groups = await others.groups(row.group_id for row in rows)
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        decision: Row = {"outcome": row.outcome, "level": row.level, "group": groups.get(row.group_id), "at": row.decided_at}
        found[row.affiliation_id].append(decision | {"reason": None if row.outcome == "confirmed" else row.reason})
    return found


async def _words(session: Session, others: Others, keys: Sequence[UUID]) -> dict[UUID, list[Row]]:
    given = select(Vouch).where(Vouch.affiliation_id.in_(keys), Vouch.state.in_(("standing", "held")))
    rows = (await session.scalars(given.order_by(Vouch.at, Vouch.id))).all()
    names = await others.names(row.voucher_id for row in rows)
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.affiliation_id].append({"person": names[row.voucher_id]} | _word(row))
    return found


async def _asked(session: Session, keys: Sequence[UUID]) -> dict[UUID, list[Row]]:
    rows = await session.scalars(
        select(ConfirmationRequest).where(ConfirmationRequest.affiliation_id.in_(keys)).order_by(ConfirmationRequest.id)
    )
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.affiliation_id].append({"asked": row.asked, "at": row.at, "expiresAt": row.expires_at, "endedAt": row.ended_at})
    return found


def _word(row: Vouch) -> Row:
    return {
        "startedOn": row.started_on,
        "endedOn": row.ended_on,
        "statement": row.statement,
        "state": row.state,
        "at": row.at,
        "endedAt": row.ended_at,
    }
