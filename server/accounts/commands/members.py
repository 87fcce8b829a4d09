"""Members as accounts: how one is made, what language it reads, and how its rights change."""

from collections.abc import Collection

from sqlalchemy import ARRAY, Uuid, any_, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.errors import NoAccount
from server.accounts.model import Member
from server.accounts.reads import account_by_email
from server.accounts.rules import clean_email
from server.audit.commands import AuditNote, write_audit
from server.kit.actor import Actor, Language
from server.kit.ids import MemberId
from server.kit.log import hint, rights_of
from server.kit.refusal import NotSignedIn


async def make_member(session: AsyncSession, email: str, language: Language, terms_version: str) -> Member:
    """Make an account; of two at once for one address the second breaks the unique index."""
    member = Member(email=clean_email(email), language=language, terms_version=terms_version)
    session.add(member)
    await session.flush()
    return member


async def choose_language(session: AsyncSession, actor: Actor, language: Language) -> MemberId:
    """Keep the language in which the member reads pages and mails."""
    if actor.member_id is None:
        raise NotSignedIn
    await session.execute(update(Member).where(Member.id == actor.member_id).values(language=language))
    return actor.member_id


async def hold_accounts(session: AsyncSession, members: Collection[MemberId]) -> None:
    """Let what is decided about these members go one after the other, in one order; what refers to them meanwhile need not wait."""
    held = select(Member.id).where(Member.id == any_(literal(sorted(members), ARRAY(Uuid())))).order_by(Member.id)
    await session.execute(held.with_for_update(key_share=True))


async def raise_authz_version(session: AsyncSession, member: MemberId) -> None:
    """Make every open connection of the member ask anew what they may do; part of each change that takes a right away."""
    raised = update(Member).where(Member.id == member).values(authz_version=Member.authz_version + 1)
    await session.execute(raised.execution_options(synchronize_session="fetch"))
    hint(session, rights_of(member))


async def raise_authz_versions(session: AsyncSession, members: Collection[MemberId]) -> None:
    """Do the same for many at once."""
    # In the order of everybody who holds several accounts.
    await hold_accounts(session, members)
    raised = update(Member).where(Member.id == any_(literal(sorted(members), ARRAY(Uuid())))).values(authz_version=Member.authz_version + 1)
    await session.execute(raised.execution_options(synchronize_session=False))
    for member in members:
        hint(session, rights_of(member))


async def grant_steward(session: AsyncSession, email: str) -> Member:
    """Make the account with this address a steward's, as who runs the deployment asks on its command line; raise NoAccount."""
    member = await account_by_email(session, email)
    if member is None:
        raise NoAccount
    member.is_steward = True
    key = MemberId(member.id)
    await raise_authz_version(session, key)
    note = AuditNote(actor=key, right="command line", action="grant_steward", subject_kind="member", subject_member=key)
    await write_audit(session, note)
    return member
