"""Where the log stands is part of its epoch: what was restored is another place, and the same server after a restart is not."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from sqlalchemy import text

from server.embedded import EmbeddedPostgres
from server.embedded.cluster import SETTINGS
from server.kit.db import Base, Database
from server.kit.log import OPPORTUNITIES, Position, heads, position_of, renew_epochs
from tests.support.unchanged import ledger


@pytest.fixture
def home() -> Generator[Path]:
    """A directory for a cluster, into which whoever runs PostgreSQL gets."""
    found = Path(tempfile.mkdtemp(prefix="engawa-"))
    found.chmod(0o711)
    yield found
    shutil.rmtree(found, ignore_errors=True)


async def over(db: Database) -> None:
    """Wait until what is recovered may be written; it may be read before."""
    async with asyncio.timeout(30), db.engine.connect() as connection:
        while await connection.scalar(text("SELECT pg_is_in_recovery()")):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def place(postgres: EmbeddedPostgres) -> Position:
    """Where the stream stands in a server that is started for this and stopped again."""
    db = Database(await asyncio.to_thread(postgres.start))
    try:
        await over(db)
        async with db.engine.begin() as connection:
            await connection.run_sync(lambda sync: Base.metadata.tables["stream"].create(sync, checkfirst=True))
        async with db.transaction() as session:
            return await position_of(session, OPPORTUNITIES)
    finally:
        await db.close()
        await asyncio.to_thread(postgres.stop)


async def test_a_recovery_from_a_backup_is_another_place_and_a_restart_is_none(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is recovered up to some moment goes on in a timeline of its own; so does a standby that takes over."""
    monkeypatch.setitem(SETTINGS, "wal_level", "replica")
    postgres = EmbeddedPostgres(home)
    first = await place(postgres)
    assert await place(postgres) == first
    data = next(home.rglob("pg_control")).parent.parent
    with (data / "postgresql.auto.conf").open("a") as settings:
        settings.write("restore_command = 'false'\n")
    owner = (data / "PG_VERSION").stat()
    (data / "recovery.signal").touch(mode=0o600)
    os.chown(data / "recovery.signal", owner.st_uid, owner.st_gid)
    recovered = await place(postgres)
    assert (recovered.stream_id, recovered.offset) == (first.stream_id, first.offset)
    assert recovered.epoch != first.epoch
    assert await place(postgres) == recovered


async def test_a_renewal_changes_every_stream_and_nothing_else(database: Database) -> None:
    async with database.transaction() as session:
        before = [await position_of(session, name) for name in (OPPORTUNITIES, "inbox:x", "queue")]
    rows = await ledger(database)
    async with database.transaction() as session:
        assert await renew_epochs(session) == 3
    async with database.read() as session:
        after = list((await heads(session, [OPPORTUNITIES, "inbox:x", "queue"])).values())
    assert {each.epoch for each in after}.isdisjoint({each.epoch for each in before})
    assert len({each.epoch for each in after}) == 3
    assert sorted((each.stream_id, each.offset) for each in after) == sorted((each.stream_id, each.offset) for each in before)
    assert {name for name, digest in (await ledger(database)).items() if digest != rows[name]} == {"stream"}


async def test_a_table_that_was_written_anew_is_another_place(database: Database) -> None:
    """As `pg_restore --clean` leaves it: the rows are those of the dump, epochs and all."""
    async with database.transaction() as session:
        before = await position_of(session, OPPORTUNITIES)
    async with database.transaction() as session:
        await session.execute(text("CREATE TABLE dumped AS SELECT * FROM stream"))
        await session.execute(text("CREATE TABLE other (LIKE stream INCLUDING ALL)"))
        await session.execute(text("INSERT INTO other OVERRIDING SYSTEM VALUE SELECT * FROM dumped"))
        await session.execute(text("DROP TABLE stream, dumped"))
        await session.execute(text("ALTER TABLE other RENAME TO stream"))
    async with database.read() as session:
        after = (await heads(session, [OPPORTUNITIES]))[OPPORTUNITIES]
    assert (after.stream_id, after.offset) == (before.stream_id, before.offset)
    assert after.epoch != before.epoch
