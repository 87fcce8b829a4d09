"""What is done to a real deployment from the command line: roles, groups, merged companies, lost second factors, a log that went back."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager

from asyncpg import PostgresError
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from engawa.telling import reason_of
from server.accounts.commands import grant_steward, reset_second_factor
from server.accounts.reads import account_by_email
from server.companies.commands import propose_company
from server.companies.model import Company
from server.companies.reads import companies_named, company_named
from server.groups.commands import found_group, grant_role
from server.groups.reads import group_by_slug
from server.kit.db import Database
from server.kit.ids import CompanyId, GroupId, MemberId
from server.kit.log import flush, renew_epochs
from server.kit.refusal import Refusal
from server.kit.settings import Settings
from server.kit.text import sentence_of
from server.migrations import current, head
from server.moderation.commands import merge_on_the_command_line

_THEN = "They set up a passkey or an authenticator app on the page before they decide anything."


class NotGranted(Exception):
    """What stands in the way, as one sentence."""


async def grant(settings: Settings, role: str, email: str, group: str | None) -> str:
    """Give the account with this address a standing role; return the sentence that says so, or raise NotGranted."""
    if role != "steward" and group is None:
        raise NotGranted(f"{'an operator' if role == 'operator' else 'a contact'} belongs to a group: --group SLUG")
    async with change(settings) as session:
        if role == "steward":
            await grant_steward(session, email)
            return f"{email} is a steward now. {_THEN}"
        account = await account_by_email(session, email)
        if account is None:
            raise NotGranted(f"{email} has no account yet: they sign up on the page first")
        found = await group_by_slug(session, group or "")
        if found is None or found.state != "admitted":
            raise NotGranted(f"there is no group {group}: `engawa group {group} --name NAME --company COMPANY` makes it")
        await grant_role(session, GroupId(found.id), MemberId(account.id), "operator" if role == "operator" else "company_contact")
        if role == "contact":
            return f"{email} speaks for the company in {found.name} now. {_THEN}"
        return f"{email} operates {found.name} now. {_THEN}"


async def renew_log(settings: Settings) -> str:
    """Let no cursor of before be served any more, since the database was restored; return the sentence that says so."""
    async with change(settings) as session:
        streams = await renew_epochs(session)
    return f"{streams:,} streams have a new epoch: every page that follows one reads anew, once, and misses nothing."


async def reset_factors(settings: Settings, email: str) -> str:
    """Take the passkeys, the app and the codes of this account away and sign it out; return the sentence that says so."""
    async with change(settings) as session:
        account = await reset_second_factor(session, email)
        return (
            f"{account.email} is signed out everywhere and signs in by mail now; an operator or steward then sets up a passkey or an app."
        )


async def make_group(settings: Settings, slug: str, name: str, companies: Sequence[str]) -> str:
    """Make an alumni group of companies, each named by any of its names; return the sentence that says so."""
    async with change(settings) as session:
        if await group_by_slug(session, slug) is not None:
            raise NotGranted(f"there is a group {slug} already")
        found = [await company_named(session, company) or await propose_company(session, company) for company in companies]
        await found_group(session, slug, name, [CompanyId(company.id) for company in found])
        return f"{name} ({slug}) is there now, for alumni of {', '.join(company.name for company in found)}."


async def merge(settings: Settings, from_: str, into: str) -> str:
    """Let one company end in another, each named by any of its names; return the sentence that says so, or raise NotGranted."""
    async with change(settings) as session:
        old, new = await _the_company(session, from_), await _the_company(session, into)
        name = old.name
        if old.id == new.id:
            raise NotGranted(f"{from_} and {into} both name {name}: there is nothing to merge")
        merged = await merge_on_the_command_line(session, CompanyId(old.id), CompanyId(new.id))
        return f"{name} is {merged.name} now; its names, its members and its id lead there."


async def _the_company(session: AsyncSession, name: str) -> Company:
    found = await companies_named(session, name)
    if not found:
        raise NotGranted(f"no company goes by the name {name}")
    if len(found) > 1:
        raise NotGranted(f"{name} names several companies: {', '.join(company.name for company in found)}")
    return found[0]


@asynccontextmanager
async def change(settings: Settings) -> AsyncGenerator[AsyncSession]:
    """Open a transaction on a real deployment's database; whatever stands in the way is raised as NotGranted."""
    if settings.embedded:
        raise NotGranted("the demo world has its stewards and operators; this is for a real deployment (DATABASE_URL and the others set)")
    db = Database(settings.sqlalchemy_url, flush=flush)
    try:
        if await current(settings.sqlalchemy_url) != head():
            raise NotGranted("the database is not migrated yet; `engawa serve` does it when it starts")
        async with db.transaction() as session:
            yield session
    except Refusal as refusal:
        raise NotGranted(sentence_of("en", refusal)) from refusal
    except (SQLAlchemyError, PostgresError, OSError) as error:
        raise NotGranted(f"DATABASE_URL cannot be used ({reason_of(error)}).") from error
    finally:
        await db.close()
