"""On whom a colleague's word rests in the end: the walk from voucher to voucher, bounded, over what the database says now."""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Member
from server.kit.clock import now
from server.people.model import Affiliation, AffiliationReview, Vouch
from server.people.rules.vouching import BY_OPERATOR, YOUNG, Holding, Word, decided_against, holding

# Whoever is not found to rest on somebody well confirmed among so many affiliations does not.
_MOST: Final = 500


async def weigh(session: AsyncSession, affiliation: Affiliation, rests_on: Affiliation, voucher: UUID) -> Holding | None:
    """Return why the voucher's word on the affiliation is to be held, or None when it counts."""
    ago = now() - YOUNG
    joined = select(func.max(Member.created_at)).where(Member.id.in_([affiliation.member_id, voucher]))
    newest = await session.scalar(joined)
    outcomes = select(AffiliationReview.outcome).where(AffiliationReview.affiliation_id == affiliation.id)
    decided = await session.scalars(outcomes.order_by(AffiliationReview.decided_at, AffiliationReview.id))
    word = Word(
        level=rests_on.verification,
        confirmed_for=await _confirmed_for(session, rests_on),
        grounded=await is_grounded(session, rests_on.id),
        returns=await _returns(session, rests_on.id, affiliation.member_id),
        young=newest is None or newest > ago,
        decided_against=decided_against(decided.all()),
    )
    return holding(word)


async def is_grounded(session: AsyncSession, affiliation: UUID) -> bool:
    """Whether standing words lead from the affiliation back to one that an operator or the company confirmed.

    A voucher who left the platform was well confirmed when they gave their word; nobody can take it back but who decides.
    """
    behind = select(_ancestry(affiliation, ("standing",)).c.id).limit(_MOST)
    confirmed = (Affiliation.state == "confirmed", Affiliation.verification >= BY_OPERATOR)
    well = select(Affiliation.id).where(Affiliation.id.in_(behind), *confirmed)
    left = select(Vouch.id).where(Vouch.affiliation_id.in_(behind), Vouch.state == "standing", Vouch.voucher_id.is_(None))
    return bool(await session.scalar(select(or_(well.exists(), left.exists()))))


async def _returns(session: AsyncSession, affiliation: UUID, member: UUID) -> bool:
    """Whether the member's own word, also one that is held, is among those that lead to the affiliation."""
    behind = select(_ancestry(affiliation, ("standing", "held")).c.id).limit(_MOST)
    theirs = select(Affiliation.id).where(Affiliation.id.in_(behind), Affiliation.member_id == member)
    return bool(await session.scalar(select(theirs.exists())))


async def _confirmed_for(session: AsyncSession, affiliation: Affiliation) -> timedelta:
    first = select(func.min(Vouch.at)).where(Vouch.affiliation_id == affiliation.id, Vouch.state == "standing")
    since = await session.scalar(first)
    return timedelta(0) if since is None else now() - since


def _ancestry(affiliation: UUID, states: tuple[str, ...]) -> Any:
    """The affiliation, those on which words about it rest, and so on; each is met once, so that rings end."""
    chain = select(Affiliation.id).where(Affiliation.id == affiliation).cte("ancestry", recursive=True)
    before = select(Vouch.rests_on_id).join(chain, Vouch.affiliation_id == chain.c.id)
    return chain.union(before.where(Vouch.rests_on_id.is_not(None), Vouch.state.in_(states)))
