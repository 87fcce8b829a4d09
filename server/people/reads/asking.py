"""Who asks whom to confirm: what reaches the viewer by a link, as a former colleague or as the company's contact; one's own requests."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, any_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.rules import token_hash
from server.companies.model import Kin
from server.groups.policy import has_contact
from server.kit.actor import PARAMETERS, Actor, Level, parameters_of, viewer_of
from server.kit.clock import now
from server.kit.db import among
from server.kit.ids import AffiliationId, CompanyId, ConfirmationRequestId, MemberId
from server.people.model import Affiliation, ConfirmationRequest, Profile, Vouch
from server.people.policy import affiliation_shown, not_blocked, not_excluded, request_reaches, shown, visible_to
from server.people.reads.actors import open_to
from server.people.rules.vouching import Asked, may_ask, shared_months


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedView:
    """Who asks the viewer for a confirmation: what somebody who worked beside them would know them by, and nothing else."""

    id: ConfirmationRequestId
    affiliation_id: AffiliationId
    name: str
    reading: str | None
    former_name: str | None
    company_id: CompanyId
    started_on: date
    ended_on: date | None
    department: str | None
    title: str | None
    as_company: bool
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Shared:
    """Months in which two were at a company or its kin, and the affiliation of the one who asks about them."""

    start: date
    end: date | None
    rests_on: AffiliationId


async def asked_of(session: AsyncSession, actor: Actor, most: int = 10) -> list[AskedView]:
    """Return who asks the actor's like: colleagues whom they met at work and gave no word yet, and whoever asks their company."""
    if actor.member_id is None:
        return []
    given = exists().where(Vouch.affiliation_id == Affiliation.id, Vouch.voucher_id == actor.member_id, Vouch.state != "withdrawn")
    asking = _asked(actor).where(ConfirmationRequest.asked != "link", or_(ConfirmationRequest.asked == "company", ~given))
    rows = await _met(session, actor, (await session.execute(asking.order_by(ConfirmationRequest.at.desc()).limit(10 * most))).all())
    shared = await tenures_shared(session, actor, [row[1] for row in rows])
    return [_view(row) for row in rows if row[0].asked == "company" or AffiliationId(row[1].id) in shared][:most]


async def asked_by(session: AsyncSession, actor: Actor, key: str | ConfirmationRequestId) -> AskedView | None:
    """Return who asks by a link's token, or by a request that stands on the actor's home page; None for whomever it does not reach."""
    if actor.member_id is None:
        return None
    if isinstance(key, str):
        wanted = _asked(actor).where(ConfirmationRequest.token_hash == token_hash(key), ConfirmationRequest.asked == "link")
    else:
        wanted = _asked(actor).where(ConfirmationRequest.id == key, ConfirmationRequest.asked != "link")
    rows = await _met(session, actor, (await session.execute(wanted)).all())
    return _view(rows[0]) if rows else None


async def asked(session: AsyncSession, actor: Actor, affiliation: AffiliationId, *, as_company: bool = False) -> bool:
    """Whether the member asks the actor, as a colleague or as the company's contact, to confirm the affiliation."""
    how = "company" if as_company else "colleagues"
    rows = (await session.execute(_asked(actor).where(Affiliation.id == affiliation, ConfirmationRequest.asked == how))).all()
    return bool(await _met(session, actor, rows))


async def may_meet(session: AsyncSession, actor: Actor, affiliation: AffiliationId, token: str | None) -> bool:
    """Whether the actor may give their word on the affiliation: they see its member, or are asked; neither keeps the other out."""
    viewer = viewer_of(actor)
    seen = (
        select(Affiliation, Affiliation)
        .join(Profile, Profile.member_id == Affiliation.member_id)
        .where(Affiliation.id == affiliation, visible_to(viewer), affiliation_shown(viewer))
        .where(not_blocked(Affiliation.member_id, viewer.member_id), not_excluded(Affiliation.member_id, viewer))
    )
    if await _met(session, actor, (await session.execute(seen)).all()):
        return True
    if token is not None:
        by_link = await asked_by(session, actor, token)
        return by_link is not None and by_link.affiliation_id == affiliation
    return await asked(session, actor, affiliation)


async def tenures_shared(session: AsyncSession, actor: Actor, affiliations: Sequence[Affiliation]) -> dict[AffiliationId, Shared]:
    """Return the months that the actor's confirmed tenures share with each affiliation; the best confirmed one counts."""
    if not affiliations:
        return {}
    confirmed = select(Affiliation).where(Affiliation.member_id == actor.member_id, Affiliation.state == "confirmed")
    own = (await session.scalars(confirmed.order_by(Affiliation.verification.desc(), Affiliation.id))).all()
    related = select(Kin.company_id, Kin.kin_id).where(Kin.company_id.in_({each.company_id for each in own}))
    kin = {(one, other) for one, other in (await session.execute(related)).all()} | {(each.company_id,) * 2 for each in own}
    found: dict[AffiliationId, Shared] = {}
    for wanted in affiliations:
        for mine in own:
            months = shared_months((mine.started_on, mine.ended_on), (wanted.started_on, wanted.ended_on))
            if (mine.company_id, wanted.company_id) in kin and months is not None and AffiliationId(wanted.id) not in found:
                found[AffiliationId(wanted.id)] = Shared(*months, AffiliationId(mine.id))
    return found


async def own_requests(session: AsyncSession, actor: Actor) -> dict[AffiliationId, list[ConfirmationRequest]]:
    """Return the actor's own open requests, by affiliation."""
    mine = (
        select(ConfirmationRequest)
        .join(Affiliation, Affiliation.id == ConfirmationRequest.affiliation_id)
        .where(Affiliation.member_id == actor.member_id, ConfirmationRequest.ended_at.is_(None), ConfirmationRequest.expires_at > now())
    )
    found: defaultdict[AffiliationId, list[ConfirmationRequest]] = defaultdict(list)
    for request in await session.scalars(mine.order_by(ConfirmationRequest.at)):
        found[AffiliationId(request.affiliation_id)].append(request)
    return found


async def vouchable(session: AsyncSession, actor: Actor, ids: Sequence[AffiliationId]) -> dict[AffiliationId, Shared]:
    """Return those affiliations of people whom the actor sees on which they could give their word now, with the months that they share."""
    if actor.level < Level.VERIFIED:
        return {}
    seen = (await session.execute(_vouchable(), parameters_of(actor) | {"ids": list(ids)})).all()
    rows = await _met(session, actor, seen)
    return await tenures_shared(session, actor, [row[1] for row in rows])


async def askable(session: AsyncSession, actor: Actor, ids: Sequence[AffiliationId]) -> dict[AffiliationId, list[Asked]]:
    """Return whom the actor may ask to confirm each of their own affiliations among the ids."""
    mine = select(Affiliation, has_contact(Affiliation.company_id)).where(Affiliation.id.in_(ids), Affiliation.member_id == actor.member_id)
    rows = (await session.execute(mine)).all()
    return {AffiliationId(own.id): may_ask(own.state, own.verification, has_contact=speaks) for own, speaks in rows}


async def shared_with_asked(session: AsyncSession, actor: Actor, ids: Sequence[AffiliationId]) -> dict[AffiliationId, Shared]:
    """Return the months that the actor shares with affiliations that they are asked to confirm, in any way."""
    rows = (await session.execute(_asked(actor).where(Affiliation.id.in_(ids)))).all()
    return await tenures_shared(session, actor, [row[1] for row in await _met(session, actor, rows)])


@cache
def _vouchable() -> Select[*tuple[Any, ...]]:
    me = PARAMETERS.member_id
    live = exists().where(Vouch.affiliation_id == Affiliation.id, Vouch.voucher_id == me, Vouch.state != "withdrawn")
    return (
        select(Affiliation, Affiliation)
        .join(Profile, Profile.member_id == Affiliation.member_id)
        .where(among(Affiliation.id), Affiliation.member_id != me, Affiliation.state != "declined", ~live)
        .where(visible_to(PARAMETERS), not_blocked(Affiliation.member_id, me), not_excluded(Affiliation.member_id, PARAMETERS))
        # Only of whom somebody of the same company, or of what it was before or after, can say anything.
        .where(Affiliation.company_id == any_(PARAMETERS.alumni_of))
    )


def _asked(actor: Actor) -> Select[*tuple[Any, ...]]:
    viewer = viewer_of(actor)
    former_name = shown(Profile.former_name_level, Profile.former_name, viewer)
    return (
        select(ConfirmationRequest, Affiliation, Profile.name, Profile.reading, former_name)
        .join(Affiliation, Affiliation.id == ConfirmationRequest.affiliation_id)
        .join(Profile, Profile.member_id == Affiliation.member_id)
        .where(request_reaches(viewer, now()))
        .where(not_blocked(Affiliation.member_id, viewer.member_id), not_excluded(Affiliation.member_id, viewer))
    )


async def _met(session: AsyncSession, actor: Actor, rows: Sequence[Any]) -> list[Any]:
    """Keep the rows (…, affiliation, …) of members from whom the actor does not hide: the other direction of an exclusion."""
    met = await open_to(session, actor, [MemberId(row[1].member_id) for row in rows])
    return [row for row in rows if row[1].member_id in met]


def _view(row: Any) -> AskedView:
    request, affiliation, name, reading, former_name = row
    return AskedView(
        id=ConfirmationRequestId(request.id),
        affiliation_id=AffiliationId(affiliation.id),
        name=name,
        reading=reading,
        former_name=former_name,
        company_id=CompanyId(affiliation.company_id),
        started_on=affiliation.started_on,
        ended_on=affiliation.ended_on,
        department=affiliation.department,
        title=affiliation.title,
        as_company=request.asked == "company",
        expires_at=request.expires_at,
    )
