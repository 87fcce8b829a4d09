"""What a database is filled with at a start: the companies and skills everywhere, the demo world where everything is embedded."""

from sqlalchemy import text

from engawa.demo.load import load_demo
from engawa.parts import House
from engawa.telling import Tell
from server.accounts.reads import count_accounts
from server.companies.commands import seed_companies
from server.opportunities import commands as opportunities
from server.people.commands import forget_skills, seed_skills
from server.standing import commands as standing
from server.synonyms.commands import note_shipped


async def ensure_facts(house: House, tell: Tell) -> None:
    """Load the facts; load the demo world into an empty database, only where everything is embedded."""
    async with house.db.transaction() as session:
        await seed_companies(session)
        displaced = await seed_skills(session)
        await opportunities.follow_skills(session, displaced)
        await standing.follow_skills(session, displaced)
        await forget_skills(session, displaced)
        await note_shipped(session)
    if not house.settings.embedded:
        return
    async with house.db.read() as session:
        nobody = await count_accounts(session) == 0
    if nobody:
        tell(f"loading the demo world: {house.settings.demo_members} invented members")
        await load_demo(house, tell)
        async with house.db.transaction() as session:
            # Plans for tables that were filled a moment ago would otherwise be made blindly.
            await session.execute(text("ANALYZE"))
