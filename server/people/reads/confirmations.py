"""What confirms an affiliation, and how much of it the viewer may know: levels, groups and months for all, names only of whom they see."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.reads import groups_of_companies
from server.kit.actor import PARAMETERS, Actor, parameters_of, viewer_of
from server.kit.db import among
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId, VouchId
from server.people.model import Affiliation, AffiliationReview, Profile, Vouch
from server.people.policy import affiliation_in_full, affiliation_shown, visible_to, vouch_shown
from server.people.reads.here import FEWEST
from server.people.reads.persons import visible_ids
from server.people.rules.vouching import BY_COLLEAGUE, BY_COMPANY, BY_OPERATOR, standing_decisions

# More colleagues say nothing more to who reads; the viewer's own word comes first, so that it is never left out.
MOST_WORDS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationView:
    """One level that stands. `group` None at a decision: the stewards'. Of colleagues: how many, and whom of them the viewer sees.

    domain.md, rule 4: fewer than five are not counted, unless the viewer may see each of them.
    """

    level: int
    at: datetime
    group: GroupId | None = None
    colleagues: int | None = None
    vouchers: tuple[MemberId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchView:
    """A colleague's word for its voucher, the member and who decides; `held_because` and unseen names are None for others than these."""

    id: VouchId
    voucher_id: MemberId | None
    viewer_is_voucher: bool
    started_on: date
    ended_on: date | None
    statement: str | None
    state: str
    held_because: str | None
    at: datetime


async def confirmations_of(
    session: AsyncSession, actor: Actor, ids: Sequence[AffiliationId]
) -> dict[AffiliationId, list[ConfirmationView]]:
    """Return what confirms each affiliation that the actor may see, the strongest first."""
    found: defaultdict[AffiliationId, list[ConfirmationView]] = defaultdict(list)
    reviews: defaultdict[UUID, list[AffiliationReview]] = defaultdict(list)
    asked = parameters_of(actor) | {"ids": list(ids)}
    for review in await session.scalars(_reviews(), asked):
        reviews[review.affiliation_id].append(review)
    for affiliation, decisions in reviews.items():
        for level in sorted(standing_decisions((one.outcome, one.level) for one in decisions), reverse=True):
            last = [one for one in decisions if (one.outcome, one.level) == ("confirmed", level)][-1]
            group = GroupId(last.group_id) if last.group_id else None
            found[AffiliationId(affiliation)].append(ConfirmationView(level=level, at=last.decided_at, group=group))
    standing: defaultdict[AffiliationId, list[Vouch]] = defaultdict(list)
    for word in await session.scalars(_standing_words(), asked):
        standing[AffiliationId(word.affiliation_id)].append(word)
    vouchers = [MemberId(word.voucher_id) for words in standing.values() for word in words if word.voucher_id]
    seen_ones = await visible_ids(session, actor, vouchers)
    for affiliation, words in standing.items():
        found[affiliation].append(_colleagues(words, seen_ones))
    return found


async def vouches_of(session: AsyncSession, actor: Actor, ids: Sequence[AffiliationId]) -> dict[AffiliationId, list[VouchView]]:
    """Return the words of colleagues on each affiliation that the actor may read as such, the first given first."""
    rows = (await session.execute(_words(), parameters_of(actor) | {"ids": list(ids)})).all()
    seen = await visible_ids(session, actor, [MemberId(vouch.voucher_id) for vouch, _, _ in rows if vouch.voucher_id])
    found: defaultdict[AffiliationId, list[VouchView]] = defaultdict(list)
    for vouch, member, in_full in rows:
        if len(found[AffiliationId(vouch.affiliation_id)]) == MOST_WORDS:
            continue
        decides = in_full and member != actor.member_id
        found[AffiliationId(vouch.affiliation_id)].append(
            VouchView(
                id=VouchId(vouch.id),
                voucher_id=MemberId(vouch.voucher_id) if vouch.voucher_id and vouch.voucher_id in seen else None,
                viewer_is_voucher=vouch.voucher_id == actor.member_id,
                started_on=vouch.started_on,
                ended_on=vouch.ended_on,
                statement=vouch.statement,
                state=vouch.state,
                held_because=vouch.held_because if decides else None,
                at=vouch.at,
            )
        )
    return found


async def revocable(session: AsyncSession, actor: Actor, ids: Sequence[AffiliationId]) -> dict[AffiliationId, list[int]]:
    """Return which standing levels of others' affiliations the actor may take back."""
    if not (actor.is_steward or actor.operates or actor.speaks_for):
        return {}
    standing = await confirmations_of(session, actor, ids)
    where = select(Affiliation.id, Affiliation.company_id, Affiliation.member_id).where(Affiliation.id.in_(standing))
    rows = (await session.execute(where)).all()
    groups = await groups_of_companies(session, [CompanyId(company) for _, company, _ in rows])
    found: dict[AffiliationId, list[int]] = {}
    for key, company, member in rows:
        gathering = groups.get(CompanyId(company), [])
        levels = [each.level for each in standing[AffiliationId(key)] if actor.is_steward or _may_revoke(each, actor, gathering)]
        if member != actor.member_id:
            found[AffiliationId(key)] = levels
    return found


async def revocation_reasons(session: AsyncSession, actor: Actor, ids: Sequence[AffiliationId]) -> dict[tuple[AffiliationId, int], str]:
    """Return why a level of each affiliation was taken back last, for its member and for who decides."""
    made = (
        select(AffiliationReview)
        .join(Affiliation, Affiliation.id == AffiliationReview.affiliation_id)
        .where(Affiliation.id.in_(ids), AffiliationReview.outcome == "revoked", affiliation_in_full(viewer_of(actor)))
        .order_by(AffiliationReview.decided_at, AffiliationReview.id)
    )
    return {(AffiliationId(row.affiliation_id), row.level): row.reason or "" for row in await session.scalars(made)}


@cache
def _reviews() -> Select[AffiliationReview]:
    made = select(AffiliationReview).where(AffiliationReview.affiliation_id.in_(_seen()))
    return made.order_by(AffiliationReview.decided_at, AffiliationReview.id)


@cache
def _words() -> Select[*tuple[Any, ...]]:
    return (
        select(Vouch, Affiliation.member_id, affiliation_in_full(PARAMETERS))
        .join(Affiliation, Affiliation.id == Vouch.affiliation_id)
        .where(among(Vouch.affiliation_id), Vouch.state.in_(("standing", "held")), vouch_shown(PARAMETERS))
        .order_by((Vouch.voucher_id == PARAMETERS.member_id).desc().nulls_last(), Vouch.at, Vouch.id)
    )


@cache
def _standing_words() -> Select[Vouch]:
    standing = select(Vouch).where(Vouch.affiliation_id.in_(_seen()), Vouch.state == "standing")
    return standing.order_by(Vouch.at, Vouch.id)


def _seen() -> Select[UUID]:
    """The affiliations among those asked about that the viewer may see."""
    seen = or_(visible_to(PARAMETERS), affiliation_in_full(PARAMETERS))
    joined = select(Affiliation.id).join(Profile, Profile.member_id == Affiliation.member_id)
    return joined.where(among(Affiliation.id), affiliation_shown(PARAMETERS), seen)


def _may_revoke(confirmation: ConfirmationView, actor: Actor, groups: Sequence[GroupId]) -> bool:
    """`groups` are those that gather the company's alumni."""
    operated = actor.operates.intersection(groups)
    by = {
        BY_COLLEAGUE: bool(operated),
        BY_OPERATOR: confirmation.group in operated,
        BY_COMPANY: not actor.speaks_for.isdisjoint(groups),
    }
    return by[confirmation.level]


def _colleagues(words: list[Vouch], seen: frozenset[MemberId]) -> ConfirmationView:
    vouchers = [MemberId(word.voucher_id) for word in words if word.voucher_id and word.voucher_id in seen]
    told = len(words) >= FEWEST or len(vouchers) == len(words)
    return ConfirmationView(
        level=BY_COLLEAGUE,
        at=words[0].at,
        colleagues=len(words) if told else None,
        vouchers=tuple(vouchers[:MOST_WORDS]),
    )
