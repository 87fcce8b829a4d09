"""The mail that a post meets what somebody saved, where they want one at once; and when what told them of it on their page is read."""

from server.kit.clock import today
from server.kit.db import Session
from server.kit.ids import MemberId, OpportunityId, StandingQueryId
from server.notifications.commands import mark_matches_read, mark_notices_of_query_read
from server.notifications.reads import match_key
from server.opportunities.events import OpportunityClosed, OpportunityEdited, OpportunityHidden
from server.opportunities.policy import is_live
from server.opportunities.reads import members_meant, opportunities_by_ids
from server.standing.commands import standing_mail_refusal
from server.standing.events import StandingQueryMatched, StandingQueryRemoved
from server.standing.reads import meets_still, members_told, queries_by_ids
from server.standing.rules import Channel
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.parts import Parts


async def mail_match(parts: Parts, event: StandingQueryMatched, _key: str) -> None:
    """Mail it where the query asks for that, while the post is there and its reader finds it by the query."""
    async with parts.db.read() as session:
        letter = await _letter(session, event, standing_mail_refusal(parts.seal, event.member_id))
    if letter is not None:
        await deliver(parts, write_mail(letter, parts.settings, f"{match_key(event.opportunity_id)}:{event.member_id}"))


async def mark_query_read(parts: Parts, event: StandingQueryRemoved, _key: str) -> None:
    """Let what a query told be read, once it is gone."""
    async with parts.db.transaction() as session:
        await mark_notices_of_query_read(session, event.member_id, event.query_id)


async def mark_ended_matches(parts: Parts, event: OpportunityClosed | OpportunityEdited | OpportunityHidden, _key: str) -> None:
    """Let what told of a post be read by those for whom it has ended, or who may not see it any more."""
    opportunity = OpportunityId(event.opportunity_id)
    async with parts.db.read() as session:
        told = await members_told(session, opportunity)
        kept = {} if isinstance(event, OpportunityClosed) or not told else await members_meant(session, opportunity, told)
    ended: list[MemberId] = [member for member in told if member not in kept]
    if ended:
        async with parts.db.transaction() as session:
            await mark_matches_read(session, ended, opportunity)


async def _letter(session: Session, event: StandingQueryMatched, refusal: str) -> Letter | None:
    receiver = await receiver_of(session, event.member_id)
    if receiver is None or receiver.actor.leaving:
        return None
    query = (await queries_by_ids(session, receiver.actor, [event.query_id])).get(StandingQueryId(event.query_id))
    post = (await opportunities_by_ids(session, receiver.actor, [event.opportunity_id])).get(OpportunityId(event.opportunity_id))
    wanted = query is not None and query.paused_at is None and query.channel == Channel.MAIL.value
    if query is None or post is None or not wanted or not is_live(post, today()):
        return None
    # The mail says which search it was: that must tell nothing of an author who hides by now.
    if not await meets_still(session, receiver.actor, query, OpportunityId(event.opportunity_id)):
        return None
    return Letter(
        name="standing_match",
        to=receiver.email,
        language=receiver.actor.language,
        path=links.opportunity(event.opportunity_id),
        words={"search": query.name, "title": post.title},
        refusal_path=links.standing_refusal(refusal),
    )
