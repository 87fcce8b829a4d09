"""What waits for a decision, oldest first, the reports behind it, and why decisions were made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias
from uuid import UUID

from sqlalchemy import (
    CompoundSelect,
    DateTime,
    String,
    Uuid,
    and_,
    any_,
    case,
    cast,
    exists,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    tuple_,
    union,
    union_all,
)

from server.accounts.model import Member
from server.accounts.policy import is_here
from server.audit.model import AuditEntry
from server.companies.model import Company
from server.groups.model import AlumniGroup, GroupApplication, GroupCompany, GroupProposal, GroupRole
from server.groups.policy import DECIDING_ROLES, application_awaits_decision_of, application_waits, proposal_awaits_decision_of
from server.kit.actor import Actor, Viewer, viewer_of
from server.kit.clock import now
from server.kit.db import Session
from server.kit.ids import AffiliationId, ApplicationId, GroupId, MemberId, OpportunityId, ReportId
from server.kit.paging import Page, PageRequest, page_of, read_instant, read_uuid, write_cursor
from server.moderation.model import Report
from server.moderation.policy import awaits_decision_of, visible_to
from server.moderation.rules import DAYS_UNTIL_STEWARDS
from server.opportunities.model import Opportunity
from server.people.model import Affiliation
from server.people.policy import awaits_decision_of as affiliation_awaits_decision_of

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
    wanted = select(waiting).order_by(waiting.c.since, waiting.c.id).limit(page.first + 1)
    key = page.key()
    if key is not None:
        wanted = wanted.where(tuple_(waiting.c.since, waiting.c.id) > tuple_(*_place(key)))
    rows = (await session.execute(wanted)).all()
    total = (await session.scalars(select(func.count()).select_from(waiting))).one()
    entries = [QueueEntry(kind, key, group, since) for kind, key, group, since in rows]
    return page_of(entries, page.first, [write_cursor(entry.waiting_since.isoformat(), entry.id) for entry in entries], total)


async def waiting_in_queue(session: Session, actor: Actor) -> int:
    """Return how much waits for the actor."""
    if not (actor.operates or actor.is_steward):
        return 0
    return (await session.scalars(select(func.count()).select_from(_waiting(actor).subquery()))).one()


async def who_decides(session: Session) -> list[MemberId]:
    """Return everybody in whose queue something can stand: who decides in a group, and the stewards."""
    in_a_group = select(GroupRole.member_id).where(GroupRole.role.in_(DECIDING_ROLES), is_here(GroupRole.member_id))
    stewards = select(Member.id).where(Member.is_steward, is_here(Member.id))
    rows = await session.scalars(union(in_a_group, stewards))
    return sorted(MemberId(row) for row in rows)


async def reports_by_ids(session: Session, actor: Actor, ids: Sequence[ReportId]) -> dict[ReportId, Report]:
    """Return the reports among the ids that the actor may see."""
    rows = await session.scalars(select(Report).where(Report.id.in_(ids), visible_to(viewer_of(actor))))
    return {ReportId(row.id): row for row in rows}


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


def _waiting(actor: Actor) -> CompoundSelect[str, UUID, Any, datetime]:
    viewer = viewer_of(actor)
    overdue = _overdue_since()
    affiliations = select(
        literal("affiliation", String()).label("kind"),
        Affiliation.id,
        _decides_in(viewer).label("group_id"),
        Affiliation.declared_at.label("since"),
    ).where(or_(affiliation_awaits_decision_of(viewer), _overdue(viewer, overdue)), not_(_applied_with(viewer, overdue)))
    applications = select(
        literal("application", String()),
        GroupApplication.id,
        case((GroupApplication.group_id == any_(viewer.operates), GroupApplication.group_id)),
        GroupApplication.applied_at,
    ).where(application_awaits_decision_of(viewer, overdue))
    reports = select(literal("report", String()), Report.id, Report.group_id, Report.filed_at).where(awaits_decision_of(viewer, overdue))
    # Companies are of every group, so that only stewards decide on them.
    proposed = select(literal("company", String()), Company.id, cast(null(), Uuid()), Company.created_at).where(
        Company.proposed, viewer.is_steward
    )
    groups = select(literal("group", String()), AlumniGroup.id, cast(null(), Uuid()), GroupProposal.at).join(
        GroupProposal, GroupProposal.group_id == AlumniGroup.id
    )
    groups = groups.where(AlumniGroup.state == "proposed", proposal_awaits_decision_of(viewer))
    return union_all(affiliations, applications, reports, proposed, groups)


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
        Affiliation.state == "awaiting",
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


@dataclass(frozen=True, slots=True)
class Told:
    """A decision on a post that somebody is told of: what was done, where (None: everywhere), and when they learnt of it."""

    action: Literal["hide_opportunity", "restore_opportunity"]
    opportunity_id: OpportunityId
    group_id: GroupId | None
    at: datetime


async def reasons(session: Session, actor: Actor, told: Sequence[Told]) -> dict[Told, str]:
    """Return why each decision was made, for the post's author and for who decides there; others find nothing."""
    viewer = viewer_of(actor)
    may_read = or_(Opportunity.author_id == viewer.member_id, viewer.is_steward, AuditEntry.group_id == any_(viewer.operates))
    wanted = (
        select(AuditEntry)
        .join(Opportunity, Opportunity.id == AuditEntry.subject_id)
        .where(
            AuditEntry.action.in_({each.action for each in told}),
            AuditEntry.subject_id.in_({each.opportunity_id for each in told}),
            may_read,
        )
        .order_by(AuditEntry.at)
    )
    entries = (await session.scalars(wanted)).all()
    found: dict[Told, str] = {}
    for each in told:
        same = [
            entry
            for entry in entries
            if (entry.action, entry.subject_id, entry.group_id) == (each.action, each.opportunity_id, each.group_id) and entry.at <= each.at
        ]
        if same:
            found[each] = same[-1].reason or ""
    return found
