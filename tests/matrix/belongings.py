"""What S has: affiliations in every state, a post for every audience and standing, a talk, reports, a notice."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Identity, Passkey
from server.accounts.rules import TERMS_VERSION
from server.companies.model import Company
from server.conversations.model import Message
from server.exports.model import Export
from server.groups.model import ApplicationMessage, GroupApplication, GroupProposal, JoinLink
from server.kit.actor import Actor, Level
from server.kit.clock import now, today
from server.kit.ids import ApplicationId, ConversationId, GroupId, MemberId, OpportunityId, SkillId, global_id
from server.kit.log import encode
from server.notifications.model import Notice
from server.opportunities.model import Opportunity, OpportunityExclusion, OpportunityGroup
from server.opportunities.rules import Kind, ResponseState
from server.people.events import AffiliationConfirmed
from server.people.model import Affiliation, AffiliationReview, ConnectionRequest, MemberSkill
from server.people.reads.applications import grounds_of
from server.people.reads.proposals import proposal_versions
from server.standing.model import StandingQuery
from tests.factories.accounts import make_session
from tests.factories.conversations import make_conversation
from tests.factories.groups import join_group, make_proposal
from tests.factories.moderation import make_report
from tests.factories.opportunities import CONTRACT_TERMS, make_opportunity, make_response
from tests.factories.people import make_affiliation
from tests.matrix.states import posts
from tests.matrix.world import World, put

# The post that is talked about and reported, and on which most mutations are tried.
POST = (Level.CHOSEN_GROUPS, "live")


async def make_belongings(session: AsyncSession, world: World) -> None:
    """Everything of S's."""
    await _affiliations(session, world)
    await _applications(session, world)
    await _notice(session, world)
    for audience, standing in posts():
        await _post(session, world, audience, standing)
    await _talk(session, world)
    await _reports(session, world)
    await _proposals(session, world)
    skill = await session.scalar(select(MemberSkill.skill_id).where(MemberSkill.member_id == world.subject))
    assert skill is not None
    put(world, "skill", "Skill", skill)
    await _saved(session, world, skill)
    await _keys(session, world)


async def _saved(session: AsyncSession, world: World, skill: UUID) -> None:
    """A search that asks for something of every sort, and one for people."""
    asked: dict[str, Any] = {"text": "words-of-s", "kinds": ["speaker"], "directions": ["seeking"], "remote": True, "skills": [skill]}
    places = {"companies": [world.places.company.id], "groups": [world.places.group]}
    query = StandingQuery(member_id=world.subject, name="search-of-s", channel="daily", **asked, **places)
    nothing: dict[str, Any] = {"text": "", "kinds": [], "directions": [], "skills": [], "companies": [], "groups": []}
    told: dict[str, Any] = {"verification": 20, "places": ["JP-47"], "languages": ["ja"], "availability": ["now"], "with_me": True}
    people = StandingQuery(member_id=world.subject, about="people", name="people-of-s", channel="weekly", **told, **nothing)
    session.add_all([query, people])
    await session.flush()
    put(world, "standing query", "StandingQuery", query.id)
    put(world, "people query", "StandingQuery", people.id)


async def _proposals(session: AsyncSession, world: World) -> None:
    """Two groups that S proposed, since each is decided once."""
    for name in ("proposed group", "proposed too"):
        group = await make_proposal(session, world.subject, world.places.company, slug=name.replace(" ", "-"), note="note-of-s")
        # Old enough to stand on the first page of a queue.
        (await session.get_one(GroupProposal, group.id)).at = now() - timedelta(days=30)
        group.guidelines, group.questions = "guidelines-of-proposal", ["どちらで？"]
        await session.flush()
        put(world, name, "AlumniGroup", group.id, proposed=True)
        key = GroupId(group.id)
        world.ids[f"version of {name}"] = (await proposal_versions(session, Actor(member_id=world.subject), [key]))[key]


async def _keys(session: AsyncSession, world: World) -> None:
    """What signs S in, and the names by which rows speak of what is not a thing."""
    identity = Identity(member_id=world.subject, issuer="https://id.example", subject="s")
    credential = {"credential_id": b"of-s", "public_key": b"of-s", "sign_count": 0, "transports": [], "last_used_at": now()}
    passkey = Passkey(member_id=world.subject, name="key-of-s", **credential)
    opened = await make_session(session, world.subject)
    session.add_all([identity, passkey])
    await session.flush()
    world.ids |= {"identity": global_id("Identity", identity.id), "passkey": global_id("Passkey", passkey.id)}
    world.ids |= {"session": global_id("Session", opened.id), "post": world.ids[f"post {POST[0].name} {POST[1]}"]}
    world.ids["contract terms"] = ", ".join(f'{{key: "{key}", value: "{value}"}}' for key, value in CONTRACT_TERMS.items())
    world.ids |= {"terms": TERMS_VERSION, "last day": str(today() + timedelta(days=30))}


async def _affiliations(session: AsyncSession, world: World) -> None:
    places, subject = world.places, world.subject
    first = await session.scalar(select(Affiliation).where(Affiliation.member_id == subject))
    assert first is not None
    awaiting = await _affiliation(session, subject, places.awaited, "awaiting", 2001)
    declined = await _affiliation(session, subject, places.awaited, "declined", 2005)
    # The newer word of the group: something still waits.
    await join_group(session, places.deciding, subject, state="applied")
    too = await _affiliation(session, subject, places.awaited, "awaiting", 1998)
    world.ids["awaiting too"] = global_id("Affiliation", too.id)
    for state, affiliation in (("confirmed", first), ("awaiting", awaiting), ("declined", declined)):
        affiliation.department, affiliation.title = "department-of-s", "title-of-s"
        put(world, state, "Affiliation", affiliation.id, state=state)
    for affiliation, outcome, group in ((first, "confirmed", places.group), (declined, "declined", places.deciding)):
        reason = "decline-reason-of-s" if outcome == "declined" else None
        session.add(AffiliationReview(affiliation_id=affiliation.id, outcome=outcome, level=20, group_id=group, reason=reason))
    await session.flush()


async def _applications(session: AsyncSession, world: World) -> None:
    """S applied to three groups of one company, and something was asked back; a link by which people come to S's own group."""
    places, subject = world.places, world.subject
    applied = await _affiliation(session, subject, places.applied, "awaiting", 1994)
    applied.department, applied.title = "department-of-s", "title-of-s"
    await session.flush()
    put(world, "applied", "Affiliation", applied.id, state="awaiting")
    for name, group in zip(("application", "application too", "application to ask about"), places.applied_to, strict=True):
        await join_group(session, group, subject, state="applied")
        answers = [{"question": "question-to-s", "answer": "answer-of-s"}]
        application = GroupApplication(group_id=group, member_id=subject, answers=answers)
        session.add(application)
        await session.flush()
        session.add(ApplicationMessage(application_id=application.id, from_group=True, body="asked-of-s"))
        await session.flush()
        put(world, name, "GroupApplication", application.id)
        key = ApplicationId(application.id)
        ground = (await grounds_of(session, Actor(member_id=subject), [key]))[key]
        world.ids[f"version of {name}"] = ground.version
    link = JoinLink(
        group_id=places.group,
        token="link-of-group",
        label="label",
        questions=["どちらで？"],
        most_uses=30,
        expires_at=now() + timedelta(days=30),
        ended_at=None,
    )
    session.add(link)
    await session.flush()
    put(world, "join link", "JoinLink", link.id)


async def _affiliation(session: AsyncSession, member: MemberId, company: Company, state: str, year: int) -> Affiliation:
    return await make_affiliation(session, member, company, state=state, started_on=date(year, 4, 1), ended_on=date(year + 1, 3, 1))


async def _notice(session: AsyncSession, world: World) -> None:
    confirmed = await session.scalar(select(Affiliation).where(Affiliation.member_id == world.subject, Affiliation.state == "confirmed"))
    assert confirmed is not None
    event = AffiliationConfirmed(
        affiliation_id=confirmed.id,  # pyright: ignore[reportArgumentType]
        member_id=world.subject,
        group_id=world.places.group,
        decided_by=world.members["operator of S's group"],
    )
    notice = Notice(member_id=world.subject, key="confirmed", type=type(event).__name__, ref=encode(event), read_at=now())
    session.add(notice)
    await session.flush()
    put(world, "notice", "Notice", notice.id)
    export = Export(member_id=world.subject, state="ready", made_at=now(), expires_at=now() + timedelta(days=7), size=8)
    session.add(export)
    await session.flush()
    put(world, "export", "Export", export.id)


async def _post(session: AsyncSession, world: World, audience: Level, standing: str) -> None:
    # In a prefecture that is known, so that it is counted too.
    columns: dict[str, Any] = {"place": "post-place-of-s, Okinawa", "remote": True, "edited_at": now()}
    if standing == "closed":
        columns |= {"closed_at": now(), "close_reason": "ended"}
    if standing == "expired":
        columns["last_day"] = today() - timedelta(days=1)
    if standing == "hidden everywhere":
        columns |= {"hidden_at": now(), "hidden_reason": "hidden-reason-of-s"}
    skills = [SkillId(key) for key in await session.scalars(select(MemberSkill.skill_id).where(MemberSkill.member_id == world.subject))]
    groups = (world.places.group,) if audience is Level.CHOSEN_GROUPS else ()
    key = await make_opportunity(
        session,
        world.subject,
        kind=Kind.CONTRACT,
        title=f"title-of-s {audience.name} {standing}",
        audience=audience,
        groups=groups,
        terms=CONTRACT_TERMS,
        skills=skills,
        **columns,
    )
    await _stand(session, world, key, standing)
    answered = audience is Level.CHOSEN_GROUPS
    put(world, f"post {audience.name} {standing}", "Opportunity", key, audience=audience, standing=standing, answered=answered)


async def _stand(session: AsyncSession, world: World, key: OpportunityId, standing: str) -> None:
    if standing == "hidden in its group":
        place = await session.get_one(OpportunityGroup, (key, world.places.group))
        place.hidden_at, place.hidden_reason = now(), "hidden-reason-of-s"
    if standing == "kept from a company":
        session.add(OpportunityExclusion(opportunity_id=key, company_id=world.places.employer.id))
    if standing == "kept from a member":
        session.add(OpportunityExclusion(opportunity_id=key, other_id=world.members["member of S's group"]))
    await session.flush()


async def _talk(session: AsyncSession, world: World) -> None:
    """Two have answered every post of the group; with one S talks about the live one, and both agreed; the rest wait for a step."""
    member, at = world.members["responder"], now()
    waiting = iter(("to take up", "to decline", "to withdraw", "to agree", "spare", "spare"))
    for audience, standing in posts():
        if audience is not Level.CHOSEN_GROUPS:
            continue
        post = await _key(session, world, audience, standing)
        await make_response(session, post, world.members["responder excluded since"])
        if (audience, standing) == POST:
            talk = await make_conversation(session, world.subject, member, [(world.subject, "said-by-s"), (member, "said-by-the-other")])
            agreed = {"author_agreed_at": at, "responder_agreed_at": at}
            response = await make_response(session, post, member, state=ResponseState.AGREED, conversation=talk, **agreed)
            await _said(session, world, talk)
            put(world, "response", "Response", response.id)
            continue
        name = next(waiting)
        begun = await make_conversation(session, world.subject, member) if name == "to agree" else None
        state = ResponseState.TALKING if begun else ResponseState.RESPONDED
        response = await make_response(session, post, member, state=state, conversation=begun)
        world.ids[name] = global_id("Response", response.id)


async def _said(session: AsyncSession, world: World, talk: ConversationId) -> None:
    messages = (await session.scalars(select(Message).where(Message.conversation_id == talk).order_by(Message.number))).all()
    for message in messages:
        message.client_mutation_id = f"sent-{message.number}"
    await session.flush()
    put(world, "conversation", "Conversation", talk)
    put(world, "message", "Message", messages[0].id)


async def _key(session: AsyncSession, world: World, audience: Level, standing: str) -> OpportunityId:
    found = await session.scalar(select(Opportunity.id).where(Opportunity.title == f"title-of-s {audience.name} {standing}"))
    assert found is not None
    return OpportunityId(found)


async def _reports(session: AsyncSession, world: World) -> None:
    """One about the post, in the group's queue; one about S, decided by the stewards; one about the talk, with an excerpt.

    The same member asks S to be connected.
    """
    session.add(ConnectionRequest(from_id=world.members["reporter"], to_id=world.subject, note="note-to-s"))
    reporter, subject = world.members["reporter"], world.subject
    post = await _key(session, world, *POST)
    said: dict[str, Any] = {"about": subject, "note": "note-on-s"}
    decided = {"decision": "dismissed", "decided_at": now(), "decision_reason": "decision-on-s"}
    on_post = await make_report(session, reporter, post, group=world.places.group, **said)
    on_member = await make_report(session, reporter, subject, kind="member", **said, **decided)
    # Two rows that need not be about a talk of theirs to be read.
    on_talk = await make_report(session, reporter, subject, kind="conversation", excerpt="excerpt-of-s", **said)
    put(world, "report on a post", "Report", on_post, group=True, of="post", decided=False)
    put(world, "report on S", "Report", on_member, group=False, of="member", decided=True)
    put(world, "report on a talk", "Report", on_talk, group=False, of="talk", decided=False)
