"""The embedded PostgreSQL starts, answers, keeps itself to itself and stops."""

import os
import stat
from pathlib import Path

import psutil
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from server.embedded import EmbeddedPostgres, EmbeddedPostgresRefused, throwaway

EXTENSIONS = ("pg_trgm", "unaccent", "citext", "btree_gin")


async def ask(url: str, *statements: str) -> object:
    """The first value of the last statement."""
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            results = [await connection.execute(text(statement)) for statement in statements]
            return results[-1].scalar() if results[-1].returns_rows else None
    finally:
        await engine.dispose()


async def test_japanese_has_trigrams_and_every_extension_is_there() -> None:
    with throwaway() as postgres:
        made = [f"CREATE EXTENSION {extension}" for extension in EXTENSIONS]
        assert await ask(postgres.url(), *made, "SELECT cardinality(show_trgm('東京都'))") == 4
        assert await ask(postgres.url(), "SELECT unaccent('é')") == "e"


async def test_a_database_is_copied_from_a_template_and_dropped() -> None:
    with throwaway() as postgres:
        await ask(postgres.url(), "CREATE TABLE veranda (plank text)", "INSERT INTO veranda VALUES ('檜')")
        copy = postgres.create_database("copy", template="engawa")
        assert await ask(copy, "SELECT plank FROM veranda") == "檜"
        await ask(copy, "DELETE FROM veranda")
        assert await ask(postgres.url(), "SELECT plank FROM veranda") == "檜"
        postgres.drop_database("copy")
        assert await ask(postgres.url(), "SELECT count(*) FROM pg_database WHERE datname = 'copy'") == 0


async def test_nobody_else_gets_in(place: Path) -> None:
    with EmbeddedPostgres(place) as postgres:
        url = postgres.url()
        assert await ask(url, "SHOW listen_addresses") == ""
        assert await ask(url, "SHOW fsync") == "on"
        assert await ask(url, "SELECT bool_and(auth_method = 'scram-sha-256') FROM pg_hba_file_rules") is True
        home = place / "postgres"
        assert {stat.S_IMODE((home / name).stat().st_mode) for name in (".", "cluster", "socket")} == {0o700}
        assert stat.S_IMODE((home / "password").stat().st_mode) == 0o600
        wrong = url.replace(url.split(":")[2].split("@")[0], "guess")
        with pytest.raises(DBAPIError, match="password authentication failed"):
            await ask(wrong, "SELECT 1")


async def test_data_stays_between_two_starts_and_nothing_runs_in_between(place: Path) -> None:
    postgres = EmbeddedPostgres(place, durable=False)
    await ask(postgres.start(), "CREATE TABLE veranda (plank text)", "INSERT INTO veranda VALUES ('杉')")
    pid = int((place / "postgres" / "cluster" / "postmaster.pid").read_text().split()[0])
    assert postgres.running
    postgres.stop()
    assert not postgres.running
    assert not psutil.pid_exists(pid)
    assert not (place / "postgres" / "cluster" / "postmaster.pid").exists()
    postgres.stop()
    assert await ask(postgres.start(), "SELECT plank FROM veranda") == "杉"
    postgres.stop()


def test_a_second_one_on_the_same_directory_is_refused_and_the_first_lives(place: Path) -> None:
    with EmbeddedPostgres(place, durable=False) as first:
        with pytest.raises(EmbeddedPostgresRefused, match=rf"Another Engawa \(process {os.getpid()}\)"):
            EmbeddedPostgres(place).start()
        assert first.running


async def test_a_deep_directory_gets_a_short_socket_that_is_removed(place: Path) -> None:
    deep = place / ("深い" * 20) / ("縁側" * 20)
    with EmbeddedPostgres(deep, durable=False) as postgres:
        assert await ask(postgres.url(), "SELECT 1") == 1
        assert not (deep / "postgres" / "socket").exists()
        sockets = Path(str(await ask(postgres.url(), "SHOW unix_socket_directories")))
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    assert not sockets.exists()
