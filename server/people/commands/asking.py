"""How a member asks for a confirmation: by a link for a former colleague, on colleagues' home page, or at the company's contact."""

import secrets
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.rules import token_hash
from server.groups.policy import has_contact
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import AffiliationId, ConfirmationRequestId, MemberId
from server.kit.log import record
from server.kit.refusal import NotThere
from server.people.commands.affiliations import own_affiliation
from server.people.errors import AlreadyDecided
from server.people.events import ConfirmationAsked, ConfirmationRequestEnded
from server.people.model import Affiliation, ConfirmationRequest
from server.people.rules.vouching import REQUEST_LIVES, Asked, may_ask


@dataclass(frozen=True, slots=True)
class Asking:
    """An own affiliation, and who is asked to confirm it."""

    affiliation_id: AffiliationId
    asked: Asked


@dataclass(frozen=True, slots=True)
class Request:
    """A request that was made; a link's token is told this once, and only its hash is kept."""

    id: ConfirmationRequestId
    token: str | None


async def ask_for_confirmation(session: AsyncSession, actor: Actor, asking: Asking) -> Request:
    """Ask; a new link ends the one before, and asking others again only lengthens it."""
    affiliation = await own_affiliation(session, actor, asking.affiliation_id)
    speaks = await session.scalar(select(has_contact(Affiliation.company_id)).where(Affiliation.id == affiliation.id))
    if asking.asked is Asked.COMPANY and not speaks:
        raise NotThere
    if asking.asked not in may_ask(affiliation.state, affiliation.verification, has_contact=bool(speaks)):
        raise AlreadyDecided
    await end_requests(session, asking.affiliation_id, asking.asked.value)
    token = secrets.token_urlsafe(32) if asking.asked is Asked.LINK else None
    request = ConfirmationRequest(
        affiliation_id=affiliation.id,
        asked=asking.asked.value,
        token_hash=token_hash(token) if token else None,
        expires_at=now() + REQUEST_LIVES,
    )
    session.add(request)
    await session.flush()
    record(session, ConfirmationAsked(affiliation_id=asking.affiliation_id, member_id=MemberId(affiliation.member_id)))
    return Request(ConfirmationRequestId(request.id), token)


async def stop_asking(session: AsyncSession, actor: Actor, request_id: ConfirmationRequestId) -> AffiliationId:
    """End an own request; its link leads nowhere from then on. One that has ended is refused as not there."""
    request = await session.get(ConfirmationRequest, request_id, with_for_update=True)
    if request is None or request.ended_at is not None:
        raise NotThere
    affiliation = await own_affiliation(session, actor, AffiliationId(request.affiliation_id))
    request.ended_at = now()
    record(session, ConfirmationRequestEnded(affiliation_id=AffiliationId(affiliation.id), member_id=MemberId(affiliation.member_id)))
    return AffiliationId(affiliation.id)


async def end_requests(session: AsyncSession, affiliation: AffiliationId, asked: str) -> None:
    """End what was asked for the affiliation in one way."""
    open_ones = update(ConfirmationRequest).where(
        ConfirmationRequest.affiliation_id == affiliation, ConfirmationRequest.asked == asked, ConfirmationRequest.ended_at.is_(None)
    )
    await session.execute(open_ones.values(ended_at=now()).execution_options(synchronize_session=False))
