"""The command `engawa demo`: an invented world of any size, made once into an empty directory."""

from engawa.facts import ensure_facts
from engawa.parts import opened
from engawa.serving import database
from engawa.telling import Tell
from server.accounts.reads import count_accounts
from server.kit.settings import Settings
from server.migrations import migrate


class NotInvented(Exception):
    """What stands in the way, as one sentence."""


async def invent(settings: Settings, tell: Tell) -> str:
    """Make the world of the settings; return the sentence that says what is there now, or raise NotInvented."""
    if not settings.embedded:
        raise NotInvented("the demo world exists only where nothing real is configured: unset DATABASE_URL and the others.")
    async with database(settings, tell) as url:
        tell("migrating")
        await migrate(url)
        async with opened(settings, url) as house:
            async with house.db.read() as session:
                members = await count_accounts(session)
            if members:
                raise NotInvented(f"there are {members} members in {settings.data_dir} already: give DATA_DIR an empty directory.")
            await ensure_facts(house, tell)
    return f"{settings.demo_members} invented members live in {settings.data_dir} now; `engawa run` serves them."
