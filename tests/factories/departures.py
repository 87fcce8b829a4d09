"""A member who left a mark everywhere: every text of theirs holds one word that nobody else would write."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Challenge, EmailChange, Identity, Member, OidcRequest, Passkey, RecoveryCode, SignInRequest, Totp
from server.audit.commands import AuditNote, write_audit
from server.companies.commands import propose_company
from server.conversations.events import MessageSent
from server.conversations.model import Message
from server.exports.model import Export, ExportPerson, ExportPiece
from server.groups.model import ApplicationMessage, GroupApplication, GroupProposal, JoinLink
from server.kit.clock import now
from server.kit.ids import AffiliationId, ConversationId, MemberId, MessageId, OpportunityId, ResponseId
from server.kit.log import OPPORTUNITIES, inbox, record
from server.kit.mail import OutboxMail
from server.kit.outcomes import MutationOutcome
from server.moderation.model import Report
from server.notifications.commands import claim_mail, write_notice
from server.opportunities.events import OpportunityPosted, OpportunityResponded
from server.opportunities.model import OpportunityExclusion, ResponseCircle, ResponseLabel
from server.opportunities.rules import ResponseState
from server.people.commands import ensure_skills
from server.people.events import AffiliationConfirmed, ProfileUpdated
from server.people.model import (
    Affiliation,
    AffiliationReview,
    ConfirmationRequest,
    ConnectionRequest,
    DismissedStep,
    MemberSkill,
    PresentEmployer,
    Profile,
    Vouch,
)
from server.rosters.model import Roster, RosterEntry
from server.rosters.rules import LIVES
from server.standing.model import StandingMatch, StandingQuery, StandingTerm
from tests.factories.conversations import make_conversation
from tests.factories.groups import make_group, make_proposal
from tests.factories.opportunities import make_opportunity, make_response
from tests.factories.people import choose_circle, make_block, make_connection, make_exclusion, make_member

CANARY = "q7canary"
STAYS = "これは相手の言葉です。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The member, the one they talked with, and where."""

    member: MemberId
    partner: MemberId
    own_post: OpportunityId
    asked: ResponseId
    answered: ResponseId
    talk: ConversationId


async def make_marked_member(session: AsyncSession) -> Marked:
    """Add the member with everything that somebody can leave behind."""
    partner = await make_member(session, "高橋 ゆき", "ソニー")
    member = await make_member(session, f"{CANARY} 花", "ソニー")
    await _account(session, member)
    await _profile(session, member, partner)
    marked = await _talks(session, member, partner)
    await _offices(session, marked)
    await _traces(session, marked)
    return marked


async def _account(session: AsyncSession, member: MemberId) -> None:
    email = f"{CANARY}@example.org"
    await session.execute(update(Member).where(Member.id == member).values(email=email))
    told = {"name": CANARY, "email": email}
    session.add(SignInRequest(email=email, language="ja", registration=told, expires_at=now() + timedelta(minutes=15)))
    kept: dict[str, Any] = {"issuer": "https://id.example", "subject": f"{CANARY} subject"}
    session.add(Identity(member_id=member, **kept))
    hashes: dict[str, Any] = {"state_hash": b"state", "browser_hash": b"browser", "nonce": "n", "verifier": "v", "next_path": "/"}
    session.add(OidcRequest(email=email, language="ja", expires_at=now() + timedelta(minutes=15), **kept, **hashes))
    later = {"member_id": member, "expires_at": now() + timedelta(minutes=15)}
    session.add(
        Passkey(
            member_id=member,
            credential_id=b"id",
            public_key=b"key",
            sign_count=0,
            name=f"{CANARY} passkey",
            transports=[f"{CANARY} transport"],
        )
    )
    session.add(Challenge(challenge=b"asked", purpose="step_up", **later))
    session.add(Totp(member_id=member, secret=CANARY.encode(), confirmed_at=now()))
    session.add(RecoveryCode(member_id=member, hash=b"one"))
    session.add(EmailChange(old_email=email, new_email=f"new.{email}", **later))
    session.add_all(
        OutboxMail(recipient=to, subject="縁側", text=f"{CANARY} 花さん", html=f"<p>{CANARY} 花さん</p>")
        for to in (email, "partner@example.org")
    )
    session.add(MutationOutcome(member_id=member, mutation="sendMessage", client_mutation_id=f"{CANARY}-1", outcome_id=member))
    await session.flush()


async def _profile(session: AsyncSession, member: MemberId, partner: MemberId) -> None:
    profile = await session.get_one(Profile, member)
    for column in ("reading", "romanised", "former_name", "present_position", "headline", "bio", "place", "photo"):
        setattr(profile, column, f"{CANARY} {column}")
    profile.gives, profile.asks, profile.links = [f"{CANARY} gives"], [f"{CANARY} asks"], [f"https://{CANARY}.example"]
    (skill,) = await ensure_skills(session, [f"{CANARY} skill"])
    session.add(MemberSkill(member_id=member, skill_id=skill, position=0))
    company = await propose_company(session, f"{CANARY} 工房", by=member)
    session.add(DismissedStep(member_id=member, step="reading"))
    session.add(PresentEmployer(member_id=member, company_id=company.id))
    affiliation = await session.scalar(select(Affiliation).where(Affiliation.member_id == member))
    assert affiliation is not None
    affiliation.department, affiliation.title = f"{CANARY} department", f"{CANARY} title"
    session.add(AffiliationReview(affiliation_id=affiliation.id, outcome="confirmed", level=20, decided_by=partner, reason=f"{CANARY}さん"))
    await _vouches(session, member, partner, affiliation)
    await make_block(session, member, await make_member(session, "中村 直樹", "ソニー"))
    await make_exclusion(session, member, other=await make_member(session, "伊藤 美咲", "ソニー"))
    await make_connection(session, member, partner)
    await choose_circle(session, member, affiliation.company_id)
    session.add(ConnectionRequest(from_id=member, to_id=partner, note=f"{CANARY} connect"))
    await session.flush()
    record(session, ProfileUpdated(member_id=member))


async def _vouches(session: AsyncSession, member: MemberId, partner: MemberId, own: Affiliation) -> None:
    other = (await session.scalars(select(Affiliation).where(Affiliation.member_id == partner))).one()
    months: dict[str, Any] = {"started_on": own.started_on, "state": "standing"}
    session.add(Vouch(affiliation_id=other.id, voucher_id=member, rests_on_id=own.id, statement=f"{CANARY} given", **months))
    session.add(Vouch(affiliation_id=own.id, voucher_id=partner, rests_on_id=other.id, statement=f"{CANARY} received", **months))
    session.add(ConfirmationRequest(affiliation_id=own.id, asked="link", expires_at=now() + timedelta(days=1)))
    await session.flush()


async def _talks(session: AsyncSession, member: MemberId, partner: MemberId) -> Marked:
    words: dict[str, Any] = {"title": f"{CANARY} title", "body": f"{CANARY} body", "place": f"{CANARY} venue"}
    terms = {"duration": f"{CANARY} duration", "fee_terms": "NONE"}
    (skill,) = await ensure_skills(session, [f"{CANARY} asked"])
    own = await make_opportunity(session, member, terms=terms, skills=[skill], on_behalf_of=f"{CANARY} behalf", **words)
    session.add(OpportunityExclusion(opportunity_id=own, other_id=partner))
    await make_opportunity(session, member, **words)
    theirs = await make_opportunity(session, partner)
    said = [(member, f"{CANARY} hello"), (partner, STAYS), (member, f"{CANARY} again")]
    talk = await make_conversation(session, member, partner, said)
    await session.execute(update(Message).where(Message.author_id == member).values(client_mutation_id=CANARY))
    talking: dict[str, Any] = {"state": ResponseState.TALKING, "conversation": talk}
    asked = await make_response(session, own, partner, note=STAYS, **talking)
    other = await make_conversation(session, partner, member, [(partner, STAYS), (member, f"{CANARY} answer")])
    answered = await make_response(session, theirs, member, note=f"{CANARY} raised", state=ResponseState.TALKING, conversation=other)
    third = await make_member(session, "小林 葵")
    nameless = await make_response(session, theirs, third)
    session.add(ResponseLabel(response_id=nameless.id, breadth="verified"))
    await session.flush()
    session.add(ResponseCircle(response_id=nameless.id, breadth="verified", member_id=member))
    record(session, OpportunityPosted(opportunity_id=own, author_id=member), OPPORTUNITIES)
    await _saved(session, member, theirs)
    raised = OpportunityResponded(response_id=ResponseId(answered.id), opportunity_id=theirs, author_id=partner, responder_id=member)
    record(session, raised, inbox(member), inbox(partner))
    await session.flush()
    return Marked(member=member, partner=partner, own_post=own, asked=ResponseId(asked.id), answered=ResponseId(answered.id), talk=other)


async def _saved(session: AsyncSession, member: MemberId, theirs: OpportunityId) -> None:
    """A search by their own words, with what it is looked up by, and a post that met it."""
    asked: dict[str, Any] = {"text": f"{CANARY} wanted", "kinds": [], "directions": [], "skills": [], "companies": [], "groups": []}
    query = StandingQuery(member_id=member, name=f"{CANARY} search", channel="daily", remote=None, **asked)
    session.add(query)
    await session.flush()
    session.add(StandingTerm(term=f"w:{CANARY}", query_id=query.id))
    session.add(StandingMatch(query_id=query.id, opportunity_id=theirs))


async def _offices(session: AsyncSession, marked: Marked) -> None:
    def report(kind: str, subject: UUID, by: MemberId, about: MemberId, **words: str) -> Report:
        return Report(reporter_id=by, subject_kind=kind, subject_id=subject, about_member_id=about, reason="other", **words)

    session.add(report("conversation", marked.talk, marked.member, marked.partner, note=f"{CANARY} reported", excerpt=f"{CANARY} shown"))
    session.add(report("conversation", marked.talk, marked.partner, marked.member, note=STAYS, excerpt=f"{CANARY} quoted"))
    session.add(report("member", marked.member, marked.partner, marked.member, note=STAYS))
    on_whom: dict[str, Any] = {"subject_kind": "member", "subject_id": marked.member, "subject_member": marked.member}
    await write_audit(session, AuditNote(actor=marked.partner, right="steward", action="warn", **on_whom))
    await write_audit(session, AuditNote(actor=marked.member, right="self", action="unlink_identity", **on_whom))
    await _applications(session, marked)
    await _proposals(session, marked)
    await _exports(session, marked)
    await _lists(session, marked)


async def _lists(session: AsyncSession, marked: Marked) -> None:
    """One that they brought, and one on which they stand, by their address and by having accepted."""
    for number, by in enumerate((marked.member, marked.partner)):
        group = await make_group(session, name=f"{number}")
        roster = Roster(group_id=group.id, imported_by=by, consent=STAYS, lapses_at=now() + LIVES)
        session.add(roster)
        await session.flush()
        who: dict[str, Any] = {"roster_id": roster.id, "group_id": group.id}
        said = {column: f"{CANARY} {column}" for column in ("name", "reading", "former_name", "department", "title")}
        session.add(RosterEntry(email=f"{CANARY}@example.org", state="invited", **who, **said))
        session.add(RosterEntry(email=f"old.{CANARY}@example.org", state="accepted", member_id=marked.member, **who))
    await session.flush()


async def _applications(session: AsyncSession, marked: Marked) -> None:
    """Of their own, with what was said; and a link that they made for the group, which goes on without them."""
    group = await make_group(session)
    link = JoinLink(group_id=group.id, token="stays", label="Facebook", made_by=marked.member, expires_at=now() + timedelta(days=1))
    application = GroupApplication(
        group_id=group.id,
        member_id=marked.member,
        answers=[{"question": "どちらで？", "answer": f"{CANARY} answer"}],
        reason=f"{CANARY} declined",
    )
    session.add_all([link, application])
    await session.flush()
    session.add(ApplicationMessage(application_id=application.id, from_group=False, body=f"{CANARY} reply"))
    await session.flush()


async def _proposals(session: AsyncSession, marked: Marked) -> None:
    """One that waits, with everything that they wrote of it; and one that was admitted, and goes on without their note."""
    waiting = await make_proposal(session, marked.member, slug=f"{CANARY}-waits", note=f"{CANARY} note")
    waiting.name, waiting.description, waiting.guidelines, waiting.contact = [
        f"{CANARY} {what}" for what in ("group", "about", "rules", "contact")
    ]
    admitted = await make_proposal(session, marked.member, slug="goes-on", note=f"{CANARY} note")
    admitted.state = "admitted"
    said = await session.get_one(GroupProposal, admitted.id)
    said.reason = f"{CANARY} reason"
    await session.flush()


async def _exports(session: AsyncSession, marked: Marked) -> None:
    """One of their own, and one of the partner's in which they stand."""
    for member, other in ((marked.member, marked.partner), (marked.partner, marked.member)):
        export = Export(member_id=member, state="ready", made_at=now(), expires_at=now() + timedelta(days=7), size=len(CANARY))
        session.add(export)
        await session.flush()
        session.add(ExportPiece(export_id=export.id, number=0, content=CANARY.encode()))
        session.add(ExportPerson(export_id=export.id, member_id=other))
    await session.flush()


async def _traces(session: AsyncSession, marked: Marked) -> None:
    key = (await session.scalars(select(Affiliation.id).where(Affiliation.member_id == marked.member))).one()
    decided = AffiliationConfirmed(affiliation_id=AffiliationId(key), member_id=marked.member, group_id=None, decided_by=marked.partner)
    for told in (marked.member, marked.partner):
        await write_notice(session, told, decided, "one")
    await claim_mail(session, f"unread:{marked.talk}:{marked.member}:0")
    message = (await session.scalars(select(Message).where(Message.author_id == marked.member).limit(1))).one()
    sent = MessageSent(message_id=MessageId(message.id), conversation_id=marked.talk, author_id=marked.member)
    record(session, sent, inbox(marked.member), inbox(marked.partner))
