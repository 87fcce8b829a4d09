"""Affiliations: a member says where they were; the groups of that company, or the stewards, are asked to confirm it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import hold_accounts, raise_authz_version
from server.companies.commands import pick_company
from server.groups.commands import Arrival, apply_to_groups, hold_going
from server.groups.errors import HoldsRole
from server.groups.reads import decided_as_member, declined_by, groups_of_company
from server.kit.actor import Actor
from server.kit.clock import today
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId
from server.kit.jobs import one_at_a_time
from server.kit.log import record
from server.kit.refusal import NotSignedIn, NotThere
from server.people import rules
from server.people.commands.standing import let_lapse, queues_of, take_back
from server.people.errors import AlreadyDeclared
from server.people.events import AffiliationDeclared, AffiliationEdited, AffiliationRemoved
from server.people.model import Affiliation


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationDraft:
    """Where a member says that they were: a company that is picked or proposed, months (day 1), and what they did."""

    company_id: CompanyId | None
    proposed_name: str | None
    started_on: date
    ended_on: date | None
    department: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationEdit:
    """What an affiliation says from now on; another company is another affiliation."""

    affiliation_id: AffiliationId
    started_on: date
    ended_on: date | None
    department: str | None
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Applying:
    """To which group somebody applies with what they declare, and how they came."""

    group_id: GroupId
    arrival: Arrival


async def declare_affiliation(
    session: AsyncSession, actor: Actor, draft: AffiliationDraft, applying: Applying | None = None
) -> Affiliation:
    """Keep an affiliation as the member's own word, and ask for its confirmation.

    It applies to every group of the company, or, `applying`, to one alone.
    """
    if actor.member_id is None:
        raise NotSignedIn
    company = await pick_company(session, draft.company_id, draft.proposed_name, by=actor.member_id)
    company_id = CompanyId(company.id)
    groups = await groups_of_company(session, company_id)
    rules.check_tenure(draft.started_on, draft.ended_on, today=today(), may_stay=not actor.operates.isdisjoint(groups))
    await _refuse_overlap(session, actor.member_id, company_id, draft.started_on, draft.ended_on)
    affiliation = Affiliation(
        member_id=actor.member_id,
        company_id=company.id,
        started_on=draft.started_on,
        ended_on=draft.ended_on,
        department=rules.optional_line("department", draft.department, rules.LONGEST_LINE),
        title=rules.optional_line("title", draft.title, rules.LONGEST_LINE),
    )
    session.add(affiliation)
    await session.flush()
    # By a company somebody may be hidden from who declares it. Groups are held before accounts.
    await hold_going(session, groups if applying is None else [applying.group_id])
    await raise_authz_version(session, actor.member_id)
    if applying is None:
        await apply_to_groups(session, actor.member_id, groups)
    else:
        await apply_to_groups(session, actor.member_id, [applying.group_id], applying.arrival)
    event = AffiliationDeclared(affiliation_id=AffiliationId(affiliation.id), member_id=actor.member_id, company_id=company_id)
    record(session, event, *await queues_of(session, company_id))
    return affiliation


async def edit_affiliation(session: AsyncSession, actor: Actor, edit: AffiliationEdit) -> Affiliation:
    """Change an own affiliation; with other months it waits to be confirmed anew, though its member stays who they are."""
    # Groups first, and then what belongs to the member, as who applies takes them.
    company = await session.scalar(select(Affiliation.company_id).where(Affiliation.id == edit.affiliation_id))
    if company is not None:
        await hold_going(session, await groups_of_company(session, CompanyId(company)))
    await one_at_a_time(session, f"affiliations:{actor.member_id}")
    affiliation = await own_affiliation(session, actor, edit.affiliation_id)
    member, company_id = MemberId(affiliation.member_id), CompanyId(affiliation.company_id)
    groups = await groups_of_company(session, company_id)
    rules.check_tenure(edit.started_on, edit.ended_on, today=today(), may_stay=not actor.operates.isdisjoint(groups))
    await _refuse_overlap(session, member, company_id, edit.started_on, edit.ended_on, but=edit.affiliation_id)
    moved = (affiliation.started_on, affiliation.ended_on) != (edit.started_on, edit.ended_on)
    affiliation.started_on, affiliation.ended_on = edit.started_on, edit.ended_on
    affiliation.department = rules.optional_line("department", edit.department, rules.LONGEST_LINE)
    affiliation.title = rules.optional_line("title", edit.title, rules.LONGEST_LINE)
    if moved or affiliation.state == "declined":
        await raise_authz_version(session, member)
        affiliation.state, affiliation.verification = "awaiting", 0
        await let_lapse(session, affiliation)
        # Asked anew where it was declined; a group that one left, or never asked, is not asked by a mended month.
        await apply_to_groups(session, member, await declined_by(session, member, groups))
    await session.flush()
    event = AffiliationEdited(affiliation_id=edit.affiliation_id, member_id=member, company_id=company_id)
    record(session, event, *(await queues_of(session, company_id) if affiliation.state == "awaiting" else ()))
    return affiliation


async def remove_affiliation(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId) -> AffiliationId:
    """Take an own affiliation back, and with it the memberships and the standing that only it carried.

    Raise HoldsRole where one of these memberships carries a role that decides: it is handed over or laid down first.
    """
    affiliation = await own_affiliation(session, actor, affiliation_id)
    member, company_id = MemberId(affiliation.member_id), CompanyId(affiliation.company_id)
    # First, so that a role that is given at the same time is either seen here, or not given.
    await hold_accounts(session, [member])
    groups = await groups_of_company(session, company_id)
    before = await decided_as_member(session, member, groups)
    await session.delete(affiliation)
    await session.flush()
    await take_back(session, member, company_id)
    if before - await decided_as_member(session, member, groups):
        raise HoldsRole
    event = AffiliationRemoved(affiliation_id=affiliation_id, member_id=member, company_id=company_id)
    record(session, event, *await queues_of(session, company_id))
    return affiliation_id


async def own_affiliation(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId) -> Affiliation:
    """Return an affiliation of the actor's own, locked; raise NotThere for any other."""
    affiliation = await session.get(Affiliation, affiliation_id, with_for_update=True)
    if affiliation is None or affiliation.member_id != actor.member_id:
        raise NotThere
    return affiliation


async def _refuse_overlap(
    session: AsyncSession,
    member: MemberId,
    company: CompanyId,
    started_on: date,
    ended_on: date | None,
    *,
    but: AffiliationId | None = None,
) -> None:
    await one_at_a_time(session, f"affiliations:{member}")
    others = select(Affiliation.started_on, Affiliation.ended_on).where(
        Affiliation.member_id == member, Affiliation.company_id == company, Affiliation.id.is_distinct_from(but)
    )
    tenures = [(start, end) for start, end in (await session.execute(others)).all()]
    if rules.overlaps(started_on, ended_on, tenures):
        raise AlreadyDeclared
