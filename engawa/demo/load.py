"""The demo world enters an empty database: rows and search documents in one transaction, whole or not at all."""

from sqlalchemy import text

from engawa.demo.gathering import furnish_groups
from engawa.demo.rows import Keys, rows_of, skill_names
from engawa.demo.saving import save_searches
from engawa.demo.shapes import World
from engawa.demo.world import build_world, saved_searches, searches_for
from engawa.parts import House
from engawa.telling import Tell, silent
from server.companies.commands import seed_companies
from server.groups.commands import seed_groups
from server.kit.clock import now
from server.kit.copying import copy_rows
from server.kit.db import Base, Session
from server.people.commands import ensure_skills, seed_skills
from workers.indexing import all_documents, processes_for


async def load_demo(house: House, tell: Tell = silent) -> World:
    """Build the world of the settings and write it; nobody is told, and no job is left behind."""
    members, seed = house.settings.demo_members, house.settings.demo_seed
    world = build_world(now(), seed, members)
    async with house.db.transaction() as session:
        tell("writing them down")
        keys = await _write(session, world)
        tell("making them findable")
        await house.worker.engine.fill(session, all_documents(session), processes_for(members))
        # The planner would take the new tables for empty ones.
        await session.execute(text("ANALYZE"))
        tell("saving what they look for")
        found = saved_searches(world, seed, searches_for(members))
        await save_searches(session, house.worker.engine, world, keys, found)
    return world


async def _write(session: Session, world: World) -> Keys:
    companies = await seed_companies(session)
    await seed_skills(session)
    names = skill_names(world)
    skills = await ensure_skills(session, names, most=len(names))
    keys = Keys(companies, await seed_groups(session, companies), dict(zip(names, skills, strict=True)))
    for table, rows in rows_of(world, keys):
        # Into the table itself: the mapper would look at every row, and has nothing to add.
        await copy_rows(session, Base.metadata.tables[table.__tablename__], rows)
    await furnish_groups(session, world, keys)
    # The planner would take the new tables for empty ones.
    await session.execute(text("ANALYZE"))
    return keys
