"""Responses: raising a hand, by name or not, and the steps of the two until both agree or one ends it; each under a lock."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.conversations.commands import end_conversation, open_conversation
from server.kit.actor import Actor, viewer_of
from server.kit.clock import now, today
from server.kit.ids import ConversationId, MemberId, OpportunityId, ResponseId
from server.kit.log import Event, inbox, record
from server.kit.refusal import NotSignedIn, NotThere, NotVerified
from server.opportunities import rules
from server.opportunities.commands.labels import strike_name
from server.opportunities.errors import AlreadyResponded, CannotTalk, NoLongerOpen, OwnOpportunity
from server.opportunities.events import AgreementRecorded, OpportunityResponded, ResponseDeclined, ResponseWithdrawn, TalkTakenUp
from server.opportunities.model import Opportunity, Response, ResponseCircle, ResponseLabel
from server.opportunities.policy import can_post, is_author, is_live, response_visible_to, side_of
from server.opportunities.reads import Proposal, opportunity_to_change, proposed_label
from server.opportunities.rules import Act, Breadth, ResponseState, Side
from server.people.reads import blocked_ids, has_blocked


async def respond_to_opportunity(
    session: AsyncSession, actor: Actor, opportunity: OpportunityId, note: str, *, nameless: Breadth | None = None
) -> Response:
    """Raise a hand, once for each post: who has withdrawn does not come back by the same door.

    `nameless`: the author reads a label instead of the name until they take up the talk, and none that says more than this.
    """
    if actor.member_id is None:
        raise NotSignedIn
    if not can_post(actor):
        raise NotVerified
    # The row's lock makes two hands of one member, and a hand and a closing, wait for each other.
    post = await opportunity_to_change(session, actor, opportunity)
    if post is None:
        raise NotThere
    if is_author(actor, post):
        raise OwnOpportunity
    written = rules.checked_note(note)
    before = select(Response.id).where(Response.opportunity_id == opportunity, Response.responder_id == actor.member_id)
    if await session.scalar(before) is not None:
        raise AlreadyResponded
    if not is_live(post, today()):
        raise NoLongerOpen
    # Operators and stewards open posts of somebody with whom they do not meet: to decide about them, not to answer.
    if MemberId(post.author_id) in await blocked_ids(session, actor.member_id):
        raise CannotTalk
    proposal = None if nameless is None else await proposed_label(session, actor, post, nameless)
    if proposal is None:
        await strike_name(session, opportunity, actor.member_id)
    response = Response(opportunity_id=opportunity, responder_id=actor.member_id, terms_version=post.terms_version, note=written)
    session.add(response)
    await session.flush()
    if proposal is not None:
        await _label(session, ResponseId(response.id), proposal)
    author = MemberId(post.author_id)
    event = OpportunityResponded(
        response_id=ResponseId(response.id), opportunity_id=opportunity, author_id=author, responder_id=actor.member_id
    )
    _tell(session, event, author, actor.member_id)
    return response


async def take_up_talk(session: AsyncSession, actor: Actor, response: ResponseId) -> Response:
    """The author opens the conversation of the two, and from then on reads who responded. Taken up before: nothing changes."""
    row, post = await _step(session, actor, response)
    if _after(actor, row, Act.TAKE_UP) is None:
        return row
    author, responder = MemberId(post.author_id), MemberId(row.responder_id)
    if await _kept_apart(session, row, author):
        raise CannotTalk
    if await session.get(ResponseLabel, row.id) is not None:
        # The lock makes a new label, and a name that becomes known, wait for each other.
        await session.get(Opportunity, post.id, with_for_update=True)
        await strike_name(session, OpportunityId(post.id), responder)
        await session.execute(delete(ResponseLabel).where(ResponseLabel.response_id == row.id))
    talk = await open_conversation(session, (author, responder))
    row.conversation_id = talk.id
    _move(row, ResponseState.TALKING)
    event = TalkTakenUp(response_id=response, opportunity_id=OpportunityId(post.id), author_id=author, responder_id=responder)
    _tell(session, event, author, responder)
    return row


async def decline_response(session: AsyncSession, actor: Actor, response: ResponseId) -> Response:
    """The author will not go on, before or during the talk. Declined before: nothing changes."""
    row, post = await _step(session, actor, response)
    if _after(actor, row, Act.DECLINE) is None:
        return row
    await _end(session, row, ResponseState.DECLINED)
    author, responder = MemberId(post.author_id), MemberId(row.responder_id)
    event = ResponseDeclined(response_id=response, opportunity_id=OpportunityId(post.id), author_id=author, responder_id=responder)
    _tell(session, event, author, responder)
    return row


async def withdraw_response(session: AsyncSession, actor: Actor, response: ResponseId) -> Response:
    """The responder will not go on, before both have agreed. Withdrawn before: nothing changes."""
    row, post = await _step(session, actor, response)
    if _after(actor, row, Act.WITHDRAW) is None:
        return row
    await _end(session, row, ResponseState.WITHDRAWN)
    author, responder = MemberId(post.author_id), MemberId(row.responder_id)
    event = ResponseWithdrawn(response_id=response, opportunity_id=OpportunityId(post.id), author_id=author, responder_id=responder)
    _tell(session, event, author, responder)
    return row


async def record_agreement(session: AsyncSession, actor: Actor, response: ResponseId) -> Response:
    """Record one side's agreement; the response is agreed once both have recorded theirs. It is no contract."""
    row, post = await _step(session, actor, response)
    state = _after(actor, row, Act.RECORD_AGREEMENT)
    if state is None or actor.member_id is None:
        return row
    if side_of(actor.member_id, row) is Side.AUTHOR:
        row.author_agreed_at = now()
    else:
        row.responder_agreed_at = now()
    _move(row, state)
    author, responder = MemberId(post.author_id), MemberId(row.responder_id)
    event = AgreementRecorded(
        response_id=response, opportunity_id=OpportunityId(post.id), author_id=author, responder_id=responder, by=actor.member_id
    )
    _tell(session, event, author, responder)
    return row


async def _label(session: AsyncSession, response: ResponseId, proposal: Proposal) -> None:
    said = proposal.label
    session.add(ResponseLabel(response_id=response, breadth=said.breadth.value, industry=said.industry, band=said.band))
    await session.flush()
    session.add_all(
        ResponseCircle(response_id=response, breadth=breadth.value, member_id=member)
        for breadth, members in proposal.circles.items()
        for member in sorted(members)
    )


async def _kept_apart(session: AsyncSession, row: Response, author: MemberId) -> bool:
    """Whether the talk cannot begin. Without a name, whom the author blocked since is no reason: trying would tell who it is."""
    responder = MemberId(row.responder_id)
    if await session.get(ResponseLabel, row.id) is None:
        return responder in await blocked_ids(session, author)
    return await has_blocked(session, responder, author)


async def _step(session: AsyncSession, actor: Actor, response: ResponseId) -> tuple[Response, Opportunity]:
    if actor.member_id is None:
        raise NotSignedIn
    wanted = (
        select(Response, Opportunity)
        .join(Opportunity, Opportunity.id == Response.opportunity_id)
        .where(Response.id == response, response_visible_to(viewer_of(actor)))
        .with_for_update(of=Response)
        .execution_options(populate_existing=True)
    )
    found = (await session.execute(wanted)).one_or_none()
    if found is None:
        raise NotThere
    row, post = found
    return row, post


def _after(actor: Actor, row: Response, act: Act) -> ResponseState | None:
    if actor.member_id is None:
        raise NotSignedIn
    agreed = rules.agreed_by(author=row.author_agreed_at is not None, responder=row.responder_agreed_at is not None)
    return rules.state_after(act, ResponseState(row.state), side_of(actor.member_id, row), agreed=agreed)


def _move(row: Response, state: ResponseState) -> None:
    row.state = state.value
    row.last_activity_at = now()


async def _end(session: AsyncSession, row: Response, state: ResponseState) -> None:
    _move(row, state)
    # Nothing waits any more, so nothing needs to be said of who they are.
    await session.execute(delete(ResponseCircle).where(ResponseCircle.response_id == row.id))
    if row.conversation_id is not None:
        await end_conversation(session, ConversationId(row.conversation_id))


def _tell(session: AsyncSession, event: Event, author: MemberId, responder: MemberId) -> None:
    record(session, event, inbox(author), inbox(responder))
