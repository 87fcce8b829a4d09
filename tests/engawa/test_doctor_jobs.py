"""The doctor over a real database: what it says of the queue."""

import pytest
from sqlalchemy import text

from engawa.doctor import examine
from server.kit.db import Database

DEPLOYMENT = {
    "SMTP_URL": "smtp://127.0.0.1:1",
    "SECRET_KEY": "nobody-knows-these-40-characters-but-us!",
    "PUBLIC_URL": "https://engawa.example",
    "OPERATED_BY": "縁側の会",
    "CONTACT": "desk@engawa.example",
}


async def said_of_jobs(database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The doctor's line about jobs."""
    for name, value in (DEPLOYMENT | {"DATABASE_URL": database_url}).items():
        monkeypatch.setenv(name, value)
    lines: list[str] = []
    await examine(lines.append)
    (found,) = [line for line in lines if "jobs:" in line]
    return found


async def test_jobs_that_were_given_up_are_told(database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting ones are no fault."""
    job = "INSERT INTO pgqueuer (priority, status, entrypoint) VALUES (0, :status, 'MessageSent')"
    async with database.transaction() as session:
        await session.execute(text(job), {"status": "queued"})
    assert await said_of_jobs(database_url, monkeypatch) == "ok  jobs: 1 are waiting, none was given up"
    async with database.transaction() as session:
        await session.execute(text(job), {"status": "failed"})
    assert (await said_of_jobs(database_url, monkeypatch)).startswith("!!  jobs: 1 were given up")
