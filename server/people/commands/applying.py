"""How one applies to a group: with a tenure at one of its companies, the answers to its questions, and the link that one came by."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.commands import Arrival, apply_to_groups, check_link, hold_open, leave_group, use_link
from server.groups.errors import AlreadyApplied, AlreadyInGroup
from server.groups.model import GroupApplication, GroupCompany, GroupMembership, JoinLink
from server.groups.reads import applied_by
from server.groups.rules import clean_answers
from server.kit.actor import Actor
from server.kit.ids import AffiliationId, CompanyId, GroupId, JoinLinkId, MemberId
from server.kit.jobs import one_at_a_time
from server.kit.log import record
from server.kit.refusal import Missing, NotSignedIn, NotThere
from server.people.commands.affiliations import AffiliationDraft, Applying, declare_affiliation
from server.people.commands.standing import queues_of
from server.people.errors import OfAnotherCompany
from server.people.events import AffiliationEdited
from server.people.model import Affiliation


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDraft:
    """To which group, with which answers; by a link (its token) or on the group's page; with a tenure for who has told none there."""

    group_id: GroupId
    answers: tuple[str, ...]
    token: str | None = None
    tenure: AffiliationDraft | None = None


async def apply_to_group(session: AsyncSession, actor: Actor, draft: ApplicationDraft) -> GroupApplication:
    """Apply; raise AlreadyInGroup, AlreadyApplied, what check_link raises, and Missing where no tenure is told at a company of the group.

    Every refusal comes before the first write, so that a caller may go on after it.
    """
    member = actor.member_id
    if member is None:
        raise NotSignedIn
    group = await hold_open(session, draft.group_id)
    await one_at_a_time(session, f"affiliations:{member}")
    companies = await companies_of(session, draft.group_id)
    # Before the membership, as every decision takes them.
    told = await _told_already(session, member, companies)
    await _refuse_twice(session, member, draft.group_id)
    link = await _link(session, member, draft)
    arrival = Arrival(
        answers=clean_answers(group.questions if link is None else link.questions, draft.answers),
        link_id=None if link is None else JoinLinkId(link.id),
    )
    # Asked before the application is there, which says that they came by it.
    first = link is not None and not await applied_by(session, JoinLinkId(link.id), member)
    if told:
        await _ask_anew(session, told)
        await apply_to_groups(session, member, [draft.group_id], arrival)
    else:
        if draft.tenure is None:
            raise Missing("tenure")
        refuse_other_company(draft.tenure.company_id, companies)
        await declare_affiliation(session, actor, draft.tenure, Applying(group_id=draft.group_id, arrival=arrival))
    if link is not None and first:
        use_link(link)
    waiting = (GroupApplication.member_id == member, GroupApplication.group_id == draft.group_id, GroupApplication.state == "waiting")
    return (await session.scalars(select(GroupApplication).where(*waiting))).one()


async def withdraw_from_group(session: AsyncSession, actor: Actor, group: GroupId) -> GroupMembership:
    """Leave a group, or take an application back; what the member told of their time there stays, and waits by itself where it waits."""
    membership = await leave_group(session, actor, group)
    companies = await companies_of(session, group)
    waits = (Affiliation.member_id == membership.member_id, Affiliation.company_id.in_(companies), Affiliation.state == "awaiting")
    for row in await session.scalars(select(Affiliation).where(*waits)):
        await _waits_anew(session, row)
    return membership


async def arrive(session: AsyncSession, token: str, answers: Sequence[str]) -> Applying:
    """Return to which group somebody applies who joins by a link, and take one use of it; their tenure is declared with it."""
    link = await check_link(session, token, hold=True)
    arrival = Arrival(answers=clean_answers(link.questions, answers), link_id=JoinLinkId(link.id))
    use_link(link)
    return Applying(group_id=GroupId(link.group_id), arrival=arrival)


async def check_arrival(session: AsyncSession, token: str, answers: Sequence[str], company: CompanyId | None) -> None:
    """Check what somebody says who joins by a link, before a mail is sent to them: the link is open, and what it asks is answered."""
    link = await check_link(session, token)
    clean_answers(link.questions, answers)
    refuse_other_company(company, await companies_of(session, GroupId(link.group_id)))


def refuse_other_company(company: CompanyId | None, companies: Sequence[CompanyId]) -> None:
    """Raise OfAnotherCompany for a tenure at a company whose alumni the group does not gather."""
    if company not in companies:
        raise OfAnotherCompany("company")


async def companies_of(session: AsyncSession, group: GroupId) -> list[CompanyId]:
    """Return the companies whose alumni a group gathers."""
    rows = await session.scalars(select(GroupCompany.company_id).where(GroupCompany.group_id == group))
    return [CompanyId(row) for row in rows]


async def _link(session: AsyncSession, member: MemberId, draft: ApplicationDraft) -> JoinLink | None:
    if draft.token is None:
        return None
    link = await check_link(session, draft.token, member=member, hold=True)
    if link.group_id != draft.group_id:
        raise NotThere
    return link


async def _refuse_twice(session: AsyncSession, member: MemberId, group: GroupId) -> None:
    membership = await session.get(GroupMembership, (group, member), with_for_update=True, populate_existing=True)
    if membership is not None and membership.state == "approved":
        raise AlreadyInGroup
    if membership is not None and membership.state == "applied":
        raise AlreadyApplied


async def _told_already(session: AsyncSession, member: MemberId, companies: Sequence[CompanyId]) -> Sequence[Affiliation]:
    """Lock what the member told of their time at these companies."""
    told = select(Affiliation).where(Affiliation.member_id == member, Affiliation.company_id.in_(companies)).order_by(Affiliation.id)
    return (await session.scalars(told.with_for_update().execution_options(populate_existing=True))).all()


async def _ask_anew(session: AsyncSession, rows: Sequence[Affiliation]) -> None:
    """Where all that the member told there was declined, it waits again, as after a change of it."""
    if any(row.state != "declined" for row in rows):
        return
    for row in rows:
        row.state, row.verification = "awaiting", 0
        await _waits_anew(session, row)
    await session.flush()


async def _waits_anew(session: AsyncSession, row: Affiliation) -> None:
    """Tell who decides that a tenure stands in their queue as it is now."""
    company = CompanyId(row.company_id)
    event = AffiliationEdited(affiliation_id=AffiliationId(row.id), member_id=MemberId(row.member_id), company_id=company)
    record(session, event, *await queues_of(session, company))
