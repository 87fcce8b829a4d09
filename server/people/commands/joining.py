"""How somebody joins and enters: what they say of themselves waits with the mail, and becomes an account when it is answered."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import (
    Attempt,
    Consumed,
    OpenedSession,
    consume_code,
    consume_link,
    link_answered,
    link_identity,
    make_member,
    open_session,
    request_sign_up,
    take_arrival,
)
from server.accounts.errors import AlreadyMember, ArrivalOver
from server.accounts.model import SignInRequest
from server.accounts.reads import account_by_email
from server.accounts.rules import check_terms, clean_email
from server.companies.commands import standing_company
from server.companies.errors import OneCompany, UnknownCompany
from server.companies.rules import LONGEST_NAME, folded_name, one_line
from server.kit.actor import Actor, Language, Level
from server.kit.clock import today
from server.kit.ids import CompanyId, MemberId
from server.kit.log import record
from server.people import rules
from server.people.commands.affiliations import AffiliationDraft, declare_affiliation
from server.people.commands.applying import arrive, check_arrival
from server.people.events import MemberJoined
from server.people.model import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What signing up asks for, and nothing else; with a join link, what its group asks too."""

    email: str
    name: str
    reading: str | None
    company_id: CompanyId | None
    proposed_name: str | None
    started_on: date
    ended_on: date | None
    accepted_terms_version: str
    language: Language
    # The token of the join link that they came by, and what they answered to what it asks.
    link: str | None = None
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entered:
    """An open session; `is_new` right after joining.

    `join_link` is the token by which somebody filled the form of joining in who has an account: whoever that was, nothing is
    told or asked in the account's name by it. `invitation`: they came to take that one up, which is yet to be done.
    """

    opened: OpenedSession
    is_new: bool
    join_link: str | None = None
    invitation: UUID | None = None


async def request_to_join(session: AsyncSession, registration: Registration) -> SignInRequest:
    """Check all that was said and keep it with the request; nothing tells whether the address has an account already."""
    email = clean_email(registration.email)
    return await request_sign_up(session, email, registration.language, await _checked(session, registration))


async def join_proven(session: AsyncSession, registration: Registration, browser: str | None, user_agent: str) -> Entered:
    """Join with the address that the OpenID provider proved on this browser, whatever the registration says; no mail is needed.

    Raise ArrivalOver, and AlreadyMember where the address got an account meanwhile: that account is not touched.
    """
    kept = await _checked(session, registration)
    proven = await take_arrival(session, browser)
    await one_address(session, proven.email)
    if await account_by_email(session, proven.email) is not None:
        raise AlreadyMember
    member = await join(session, proven.email, registration.language, kept)
    if not await link_identity(session, member, proven.issuer, proven.subject):
        raise ArrivalOver
    return Entered(await open_session(session, member, user_agent, "oidc"), is_new=True)


async def _checked(session: AsyncSession, registration: Registration) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "name": rules.clean_name("name", registration.name),
        "reading": rules.clean_reading(registration.reading),
        **await _company(session, registration),
    }
    rules.check_tenure(registration.started_on, registration.ended_on, today=today(), may_stay=False)
    check_terms(registration.accepted_terms_version)
    kept["started_on"] = registration.started_on.isoformat()
    kept["ended_on"] = registration.ended_on.isoformat() if registration.ended_on else None
    kept["terms_version"] = registration.accepted_terms_version
    if registration.link is not None:
        await check_arrival(session, registration.link, registration.answers, registration.company_id)
        kept["link"], kept["answers"] = registration.link, list(registration.answers)
    return kept


async def enter_by_link(session: AsyncSession, token: str, user_agent: str, browser: str | None = None) -> Entered:
    """Answer a mail by its link: sign in, or join and sign in; `browser` is what an OpenID request left there, if any."""
    return await _enter(session, await consume_link(session, token), user_agent, browser)


async def enter_by_code(session: AsyncSession, attempt: Attempt, code: str, user_agent: str, browser: str | None = None) -> Entered:
    """Answer a mail by its code; the attempt was counted and committed before (accounts.commands.count_attempt)."""
    return await _enter(session, await consume_code(session, attempt, code), user_agent, browser)


async def join(session: AsyncSession, email: str, language: Language, registration: dict[str, Any]) -> MemberId:
    """Make the account, the profile and the affiliation of a registration that request_to_join kept.

    Of who was invited a list says the affiliation: it comes with the invitation (listing.admit_listed).
    """
    account = await make_member(session, email, language, registration["terms_version"])
    member = MemberId(account.id)
    former = registration.get("former_name")
    session.add(Profile(member_id=member, name=registration["name"], reading=registration["reading"], former_name=former))
    await session.flush()
    record(session, MemberJoined(member_id=member))
    if "invitation" in registration:
        return member
    token = registration.get("link")
    applying = None if token is None else await arrive(session, token, registration["answers"])
    await declare_affiliation(session, _newcomer(member, language), _tenure(registration), applying)
    return member


def _newcomer(member: MemberId, language: Language) -> Actor:
    return Actor(member_id=member, level=Level.SIGNED_IN, language=language)


def _tenure(registration: dict[str, Any]) -> AffiliationDraft:
    company = registration["company_id"]
    return AffiliationDraft(
        company_id=CompanyId(UUID(company)) if company else None,
        proposed_name=registration["proposed_name"],
        started_on=date.fromisoformat(registration["started_on"]),
        ended_on=date.fromisoformat(registration["ended_on"]),
    )


async def _enter(session: AsyncSession, consumed: Consumed, user_agent: str, browser: str | None) -> Entered:
    member, is_new = consumed.member_id, False
    registration = consumed.registration or {}
    if member is None:
        # Two mails of one address that are answered at once make one account: the second waits, and finds it.
        await one_address(session, consumed.email)
        account = await account_by_email(session, consumed.email)
        is_new = account is None
        member = MemberId(account.id) if account else await join(session, consumed.email, consumed.language, registration)
    await link_answered(session, consumed.request_id, member, browser)
    came_by = None if is_new else registration.get("link")
    invitation = registration.get("invitation")
    opened = await open_session(session, member, user_agent)
    return Entered(opened, is_new, came_by, UUID(invitation) if invitation else None)


async def one_address(session: AsyncSession, email: str) -> None:
    """Wait until nobody else is making an account of this address."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"join:{email}"))))


async def _company(session: AsyncSession, registration: Registration) -> dict[str, str | None]:
    if (registration.company_id is None) == (registration.proposed_name is None):
        raise OneCompany("company")
    if registration.company_id is not None:
        company = await standing_company(session, registration.company_id)
        if company is None:
            raise UnknownCompany("company.id")
        return {"company_id": str(company.id), "proposed_name": None}
    name = one_line("company.proposedName", registration.proposed_name or "", LONGEST_NAME)
    if not folded_name(name):
        raise UnknownCompany("company.proposedName")
    return {"company_id": None, "proposed_name": name}
