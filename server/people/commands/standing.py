"""What an affiliation's level and its member's standing are, computed in one place from what stands: decisions and colleagues' words."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.groups.commands import Outcome, end_memberships, hold_groups
from server.groups.model import GroupCompany
from server.groups.reads import deciding_groups, groups_of_company
from server.kit.clock import now
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId
from server.kit.log import group_queue
from server.people.model import Affiliation, AffiliationReview, Profile, Vouch
from server.people.rules.vouching import BY_OPERATOR, Holding, level_of, standing_decisions

# Under this key one change of colleagues' words goes after the other, so that no two of them close a ring at once.
ONE_WORD = "vouches"


async def hold_groups_at(session: AsyncSession, affiliation_id: AffiliationId) -> None:
    """Hold the groups of a tenure's company, for what may end a role with the membership that it rests on: of those who own a group,
    nobody else lays it down meanwhile. Before the tenure and its member's account, as every change of a role has them.
    """
    company = await session.scalar(select(Affiliation.company_id).where(Affiliation.id == affiliation_id))
    if company is not None:
        await hold_groups(session, await groups_of_company(session, CompanyId(company)))


async def settle(session: AsyncSession, affiliation: Affiliation) -> None:
    """Bring the level, the state and what rests on them to what stands; the caller holds the row, then raised the authz version.

    A declined one stays declined; one behind which nothing stands any more waits again, and whether its member is verified is looked
    at anew. Memberships and roles end with decisions: a colleague's word admits to none, so that its end ends none.
    """
    if affiliation.state == "declined":
        return
    member = MemberId(affiliation.member_id)
    reviews = await reviews_of(session, AffiliationId(affiliation.id))
    standing = select(func.count()).where(Vouch.affiliation_id == affiliation.id, Vouch.state == "standing")
    level = level_of(standing_decisions(reviews), await session.scalar(standing) or 0)
    affiliation.verification, affiliation.state = level, "confirmed" if level else "awaiting"
    await session.flush()
    if level:
        unverified = update(Profile).where(Profile.member_id == member, Profile.verified_at.is_(None))
        await session.execute(unverified.values(verified_at=now()))
    else:
        await _look_at_verified(session, member)


async def reviews_of(session: AsyncSession, affiliation: AffiliationId) -> list[tuple[str, int]]:
    """Return the decisions on an affiliation, outcome and level, in the order they were made."""
    made = select(AffiliationReview.outcome, AffiliationReview.level).where(AffiliationReview.affiliation_id == affiliation)
    rows = await session.execute(made.order_by(AffiliationReview.decided_at, AffiliationReview.id))
    return [(outcome, level) for outcome, level in rows.all()]


async def let_lapse(session: AsyncSession, affiliation: Affiliation) -> None:
    """End what confirmed the months that an affiliation said before: decisions no longer stand, colleagues' words wait to be looked at."""
    if standing_decisions(await reviews_of(session, AffiliationId(affiliation.id))):
        session.add(AffiliationReview(affiliation_id=affiliation.id, outcome="lapsed", level=0, decided_by=affiliation.member_id))
    await hold_words(session, affiliation, Holding.MONTHS_CHANGED)
    await session.flush()


async def hold_words(session: AsyncSession, affiliation: Affiliation, because: Holding) -> None:
    """Let the standing words of colleagues on an affiliation have no effect any more; who decides sees them, and why."""
    standing = update(Vouch).where(Vouch.affiliation_id == affiliation.id, Vouch.state == "standing")
    await session.execute(standing.values(state="held", held_because=because.value).execution_options(synchronize_session=False))


async def queues_of(session: AsyncSession, company: CompanyId) -> list[str]:
    """Return the streams of the queues that decide on affiliations with the company: its groups', else the stewards'."""
    groups: Sequence[GroupId | None] = (await deciding_groups(session, [company])).get(company) or [None]
    return [group_queue(group) for group in groups]


async def take_back(session: AsyncSession, member: MemberId, company: CompanyId, declined: Outcome | None = None) -> bool:
    """End what rested on an affiliation with the company that no longer stands: memberships, and being verified at all.

    `declined` is how an application ends that rested on it. Return whether one did.
    """
    # First, since it locks the account: of two that are taken back at once, the second must see that the first is gone.
    await raise_authz_version(session, member)
    groups = set(await groups_of_company(session, company))
    carried = await groups_carried(session, member)
    waiting = await _groups_by(session, member, Affiliation.state != "declined") - carried
    ended = await end_memberships(session, member, sorted(groups - carried - waiting), "declined" if declined else "left", declined)
    await end_memberships(session, member, sorted(groups & waiting), "applied")
    await _look_at_verified(session, member)
    return ended


async def _look_at_verified(session: AsyncSession, member: MemberId) -> None:
    """Nobody is verified by nothing."""
    left = select(func.count()).where(Affiliation.member_id == member, Affiliation.state == "confirmed")
    if not await session.scalar(left):
        await session.execute(update(Profile).where(Profile.member_id == member).values(verified_at=None))


async def groups_carried(session: AsyncSession, member: MemberId) -> set[GroupId]:
    """Return the groups of companies where an operator or the company confirmed the member; a colleague's word admits to none."""
    return await _groups_by(session, member, and_(Affiliation.state == "confirmed", Affiliation.verification >= BY_OPERATOR))


async def _groups_by(session: AsyncSession, member: MemberId, which: ColumnElement[bool]) -> set[GroupId]:
    gathered = select(GroupCompany.group_id).join(Affiliation, Affiliation.company_id == GroupCompany.company_id)
    rows = await session.scalars(gathered.where(Affiliation.member_id == member, which))
    return {GroupId(group) for group in rows}
