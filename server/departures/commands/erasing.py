"""How a member is erased: in one transaction out of every table, the index, the log and the queue; what others wrote stays.

Files go before it (workers, command line): when the transaction fails, it is tried again, and a file that is gone is not missed.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Column, Table, and_, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import erase_account, locked_account, make_place
from server.audit.commands import forget_subject
from server.companies.model import Company
from server.conversations.commands import leave_conversations
from server.departures.reads import places, words_of
from server.exports.commands import withdraw_exports_with
from server.groups.commands import groups_to_lose, leave_proposals, tell_if_unowned
from server.groups.model import GroupCompany, GroupProposal
from server.kit import log, outcomes
from server.kit.db import Base
from server.kit.ids import MemberId
from server.kit.jobs import one_at_a_time
from server.kit.mail import forget_mail
from server.moderation.commands import leave_reports
from server.notifications.commands import leave_notices
from server.opportunities.commands import leave_opportunities
from server.opportunities.documents import INDEX as OPPORTUNITIES
from server.opportunities.model import Opportunity, OpportunitySkill
from server.people.commands.leaving import leave_vouches
from server.people.documents import INDEX as PEOPLE
from server.people.model import Affiliation, MemberSkill, PresentEmployer
from server.rosters.commands import forget_listed
from server.search.engine import SearchEngine

# What only describes a company, and refers to none of the people.
_OF_A_COMPANY = frozenset({"company_name", "company_succession", "company_kin", "company_proposal"})


async def erase_member(session: AsyncSession, engine: SearchEngine, member: MemberId) -> bool:
    """Erase the member; False when there is none of that id (any more). Words that only they used are forgotten too."""
    # Before everything else, as every change of a role has them.
    alone = await groups_to_lose(session, member)
    for index in sorted((OPPORTUNITIES, PEOPLE)):
        # As indexing does: a document that is being made at this moment would come back.
        await one_at_a_time(session, f"index:{index}")
    account = await locked_account(session, member)
    if account is None:
        return False
    words = await words_of(session, member)
    skills, companies = await _named_by(session, member)
    place = await make_place(session)
    await withdraw_exports_with(session, member)
    await leave_conversations(session, member, place)
    posts = await leave_opportunities(session, member, place)
    await leave_vouches(session, member)
    await leave_proposals(session, member)
    await leave_reports(session, member, place)
    await leave_notices(session, member, place)
    await forget_subject(session, member)
    await engine.delete(session, PEOPLE, [member])
    await engine.delete(session, OPPORTUNITIES, posts)
    await outcomes.forget_member(session, member)
    await forget_mail(session, account.email, words)
    await forget_listed(session, account.email)
    await erase_account(session, account)
    await tell_if_unowned(session, alone)
    await _forget_unused(session, "skill", skills)
    await _forget_unused(session, "company", companies, but=_OF_A_COMPANY)
    await _forget_unused(session, "member", await places(session), but=frozenset({"departure"}))
    await log.forget_member(session, member, place)
    return True


async def _named_by(session: AsyncSession, member: MemberId) -> tuple[Sequence[UUID], Sequence[UUID]]:
    """The skills and the proposed companies that the member named: free words, which may be theirs alone."""
    own_posts = select(Opportunity.id).where(Opportunity.author_id == member)
    said = select(MemberSkill.skill_id).where(MemberSkill.member_id == member)
    asked = select(OpportunitySkill.skill_id).where(OpportunitySkill.opportunity_id.in_(own_posts))
    was_at = select(Affiliation.company_id).where(Affiliation.member_id == member)
    is_at = select(PresentEmployer.company_id).where(PresentEmployer.member_id == member)
    gathered = select(GroupCompany.company_id).join(GroupProposal, GroupProposal.group_id == GroupCompany.group_id)
    for_groups = gathered.where(GroupProposal.member_id == member)
    proposed = select(Company.id).where(Company.proposed, Company.id.in_(was_at.union(is_at, for_groups)))
    return (await session.scalars(said.union(asked))).all(), (await session.scalars(proposed)).all()


async def _forget_unused(session: AsyncSession, name: str, ids: Sequence[UUID], *, but: frozenset[str] = frozenset()) -> None:
    """Delete the rows of a table to which nothing refers any more, but for the tables that only describe them."""
    table = Base.metadata.tables[name]
    unused = [~exists().where(column == table.c.id) for column in _referring(table, but)]
    await session.execute(delete(table).where(table.c.id.in_(ids), and_(*unused)))


def _referring(table: Table, but: frozenset[str]) -> list[Column[UUID]]:
    others = [each for each in Base.metadata.tables.values() if each.name not in but]
    return [key.parent for each in others for key in each.foreign_keys if key.column.table is table]
