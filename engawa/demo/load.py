"""The demo world enters an empty database: rows and search documents in one transaction, whole or not at all."""

from sqlalchemy import insert, text

from engawa.demo.rows import Keys, rows_of, skill_names
from engawa.demo.shapes import World
from engawa.demo.world import build_world
from engawa.parts import House
from server.companies.commands import seed_companies
from server.groups.commands import seed_groups
from server.kit.clock import now
from server.kit.db import Base, Session
from server.people.commands import ensure_skills
from workers.indexing import INDEXES

ROWS_AT_ONCE = 2000
DOCUMENTS_AT_ONCE = 500


async def load_demo(house: House) -> World:
    """Build the world of the settings and write it; nobody is told, and no job is left behind."""
    world = build_world(now(), house.settings.demo_seed, house.settings.demo_members)
    async with house.db.transaction() as session:
        await _write(session, world)
        for index in INDEXES:
            after = None
            while ids := await index.ids_after(session, after, DOCUMENTS_AT_ONCE):
                await house.worker.engine.upsert(session, await index.documents(session, ids))
                after = ids[-1]
    return world


async def _write(session: Session, world: World) -> None:
    companies = await seed_companies(session)
    names = skill_names(world)
    skills = await ensure_skills(session, names, most=len(names))
    keys = Keys(companies, await seed_groups(session, companies), dict(zip(names, skills, strict=True)))
    connection = await session.connection()
    for table, rows in rows_of(world, keys):
        for start in range(0, len(rows), ROWS_AT_ONCE):
            # Into the table itself: the mapper would look at every row, and has nothing to add.
            await connection.execute(insert(Base.metadata.tables[table.__tablename__]), rows[start : start + ROWS_AT_ONCE])
    # The planner would take the new tables for empty ones.
    await session.execute(text("ANALYZE"))
