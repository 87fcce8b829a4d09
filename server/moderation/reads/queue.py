"""What waits for a decision, oldest first: affiliations, applications, reports, companies and groups in one order."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias
from uuid import UUID

from sqlalchemy import (
    CompoundSelect,
    DateTime,
    Select,
    String,
    Uuid,
    and_,
    any_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    not_,
    null,
    select,
    true,
    tuple_,
    union,
    union_all,
)

from server.accounts.model import Member
from server.accounts.policy import is_here
from server.companies.model import Company
from server.groups.model import AlumniGroup, GroupApplication, GroupCompany, GroupProposal, GroupRole
from server.groups.policy import DECIDING_ROLES, application_awaits_decision_of, application_waits, proposal_awaits_decision_of
from server.kit.actor import Actor, Viewer, viewer_of
from server.kit.clock import now
from server.kit.db import Session, either
from server.kit.ids import AffiliationId, ApplicationId, GroupId, MemberId
from server.kit.paging import Page, PageRequest, page_of, read_instant, read_uuid, write_cursor
from server.moderation.model import Report
from server.moderation.policy import awaits_decision_of
from server.moderation.rules import DAYS_UNTIL_STEWARDS
from server.people.model import Affiliation, Vouch
from server.people.policy import AWAITING, awaiting_decision_of, vouched_decision_of

Kind: TypeAlias = Literal["affiliation", "application", "report", "company", "group"]


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """What waits, by its id. `group_id` is where the viewer decides; None: as a steward."""

    kind: Kind
    id: UUID
    group_id: GroupId | None
    waiting_since: datetime


async def queue(session: Session, actor: Actor, page: PageRequest) -> Page[QueueEntry]:
    """Return a page of what waits for the actor, oldest first, and how much that is in all."""
    waiting = _waiting(actor).subquery()
    # Counted in the statement that reads the page, unless the page has none of it.
    whole = select(waiting, func.count().over().label("total")).subquery()
    wanted = select(whole).order_by(whole.c.since, whole.c.id).limit(page.first + 1)
    key = page.key()
    if key is not None:
        wanted = wanted.where(tuple_(whole.c.since, whole.c.id) > tuple_(*_place(key)))
    rows = (await session.execute(wanted)).all()
    total = rows[0].total if rows else await waiting_in_queue(session, actor)
    entries = [QueueEntry(row.kind, row.id, row.group_id, row.since) for row in rows]
    return page_of(entries, page.first, [write_cursor(entry.waiting_since.isoformat(), entry.id) for entry in entries], total)


async def waiting_in_queue(session: Session, actor: Actor) -> int:
    """Return how much waits for the actor."""
    if not (actor.operates or actor.is_steward):
        return 0
    return (await session.scalars(select(func.count()).select_from(_waiting(actor).subquery()))).one()


async def queue_entry(session: Session, actor: Actor, key: UUID) -> QueueEntry | None:
    """Return what waits for the actor under an id; None where nothing does (any more)."""
    if not (actor.operates or actor.is_steward):
        return None
    waiting = _waiting(actor).subquery()
    row = (await session.execute(select(waiting).where(waiting.c.id == key))).first()
    return None if row is None else QueueEntry(row.kind, row.id, row.group_id, row.since)


async def who_decides(session: Session) -> list[MemberId]:
    """Return everybody in whose queue something can stand: who decides in a group, and the stewards."""
    in_a_group = select(GroupRole.member_id).where(GroupRole.role.in_(DECIDING_ROLES), is_here(GroupRole.member_id))
    stewards = select(Member.id).where(Member.is_steward, is_here(Member.id))
    rows = await session.scalars(union(in_a_group, stewards))
    return sorted(MemberId(row) for row in rows)


async def applied_with(session: Session, actor: Actor, affiliation: AffiliationId) -> ApplicationId | None:
    """Return the application in the actor's queue that rests on an affiliation; None where the affiliation stands there by itself."""
    found = (
        select(GroupApplication.id)
        .join(GroupCompany, GroupCompany.group_id == GroupApplication.group_id)
        .join(Affiliation, (Affiliation.company_id == GroupCompany.company_id) & (Affiliation.member_id == GroupApplication.member_id))
        .where(Affiliation.id == affiliation, application_awaits_decision_of(viewer_of(actor), _overdue_since()))
        .order_by(GroupApplication.id)
        .limit(1)
    )
    key = await session.scalar(found)
    return None if key is None else ApplicationId(key)


def _overdue_since() -> datetime:
    return now() - timedelta(days=DAYS_UNTIL_STEWARDS)


def _waiting(actor: Actor) -> CompoundSelect[*tuple[Any, ...]]:
    # Written out for who asks, so that what can be in no queue of theirs is not looked for.
    viewer = replace(viewer_of(actor), is_steward=true() if actor.is_steward else false())
    overdue = _overdue_since()
    alone = not_(_applied_with(viewer, overdue))
    applications = select(
        literal("application", String()),
        GroupApplication.id,
        case((GroupApplication.group_id == any_(viewer.operates), GroupApplication.group_id)),
        GroupApplication.applied_at,
    ).where(application_awaits_decision_of(viewer, overdue))
    reports = select(literal("report", String()), Report.id, Report.group_id, Report.filed_at).where(awaits_decision_of(viewer, overdue))
    # Companies and groups are beyond any one group, so that only stewards decide on them.
    proposed = select(literal("company", String()), Company.id, cast(null(), Uuid()), Company.created_at).where(
        Company.proposed, viewer.is_steward
    )
    groups = select(literal("group", String()), AlumniGroup.id, cast(null(), Uuid()), GroupProposal.at).join(
        GroupProposal, GroupProposal.group_id == AlumniGroup.id
    )
    groups = groups.where(AlumniGroup.state == "proposed", proposal_awaits_decision_of(viewer))
    return union_all(
        _affiliations(viewer).where(either(awaiting_decision_of(viewer), _overdue(viewer, overdue)), alone),
        # Found by the words behind them: looking through all that was ever confirmed takes as long as the group is large.
        _affiliations(viewer).where(vouched_decision_of(viewer), Affiliation.id.in_(_vouched()), alone),
        applications,
        reports,
        proposed,
        groups,
    )


def _affiliations(viewer: Viewer) -> Select[*tuple[Any, ...]]:
    return select(
        literal("affiliation", String()).label("kind"),
        Affiliation.id,
        _decides_in(viewer).label("group_id"),
        Affiliation.declared_at.label("since"),
    )


def _vouched() -> Select[UUID]:
    return select(Vouch.affiliation_id).where(Vouch.state == "standing")


def _applied_with(viewer: Viewer, overdue: datetime) -> Any:
    """Whether the affiliation stands in the same queue as what an application rests on: one decision is made on both."""
    gathers, application = GroupCompany.__table__.alias("applied_company"), GroupApplication.__table__.alias("applied_with")
    behind = (gathers.c.company_id == Affiliation.company_id, application.c.group_id == gathers.c.group_id)
    mine = (application.c.member_id == Affiliation.member_id, application_waits(application.c, viewer, overdue))
    return exists().where(*behind, *mine).correlate_except(gathers, application)


def _overdue(viewer: Viewer, overdue: datetime) -> Any:
    """Affiliations on which nobody acted for a week: the stewards are asked; not about their own."""
    return and_(
        viewer.is_steward,
        Affiliation.state == AWAITING,
        Affiliation.declared_at < overdue,
        Affiliation.member_id.is_distinct_from(viewer.member_id),
    )


def _decides_in(viewer: Viewer) -> Any:
    mine = select(GroupCompany.group_id).where(
        GroupCompany.company_id == Affiliation.company_id, GroupCompany.group_id == any_(viewer.operates)
    )
    return mine.order_by(GroupCompany.group_id).limit(1).correlate(Affiliation).scalar_subquery()


def _place(key: tuple[str, ...]) -> tuple[Any, Any]:
    return literal(read_instant(key), DateTime(timezone=True)), literal(read_uuid(key, 1), Uuid())
