"""Workers as tests reach them: their parts, ways out for mail that break, and the queue as it stands."""

import json
from typing import Any

from sqlalchemy import func, select, table, text

from server.kit.db import Database
from server.kit.files import files_of
from server.kit.log import Event, encode
from server.kit.mail import AddressRefused, Mail, Mailer, OutboxMail
from server.kit.seal import Seal
from server.kit.settings import Settings
from server.search.postgresql.engine import PostgreSQLEngine
from workers.parts import Parts


class Breaking:
    """A way out that fails a number of times, `before` it hands a mail on, or right `after`, as a process that dies does."""

    def __init__(self, onwards: Mailer, *, before: int = 0, after: int = 0) -> None:
        self.onwards = onwards
        self.before = before
        self.after = after
        self.keys: list[str] = []

    async def send(self, mail: Mail) -> None:
        """Fail as told, else send."""
        self.keys.append(mail.key)
        if self.before:
            self.before -= 1
            raise ConnectionRefusedError("the mail server is away while someone@example.com waits")
        await self.onwards.send(mail)
        if self.after:
            self.after -= 1
            raise ConnectionResetError("gone before it was noted")


class Bouncing:
    """A way out that is told for good that one address does not exist, and hands every other mail on."""

    def __init__(self, onwards: Mailer, nobody: str) -> None:
        self.onwards, self.nobody = onwards, nobody

    async def send(self, mail: Mail) -> None:
        """Refuse, or send."""
        if mail.to == self.nobody:
            raise AddressRefused
        await self.onwards.send(mail)


def worker_parts(database: Database, mailer: Mailer, **settings: Any) -> Parts:
    """The parts of a worker with this way out for mails."""
    known = Settings(_env_file=None, **settings)
    return Parts(
        settings=known, db=database, engine=PostgreSQLEngine(), mailer=mailer, files=files_of(known), seal=Seal("a secret of the tests")
    )


def bodies(message: Any) -> tuple[str, str]:
    """The plain and the HTML body of a mail as it arrived."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    found = {part.get_content_type(): part.get_payload(decode=True).decode().replace("\r\n", "\n") for part in parts}
    return found["text/plain"], found["text/html"]


async def jobs(database: Database) -> list[tuple[str, str, int]]:
    """Status, entry point and attempts of every job in the queue, the oldest first."""
    async with database.read() as session:
        rows = await session.execute(text("SELECT status::text, entrypoint, attempts FROM pgqueuer ORDER BY id"))
        return [(row[0], row[1], row[2]) for row in rows]


async def count(database: Database, name: str) -> int:
    """How many rows a table has."""
    async with database.read() as session:
        return (await session.execute(select(func.count()).select_from(table(name)))).scalar_one()


async def outbox(database: Database) -> list[OutboxMail]:
    """The mails that were kept, in order."""
    async with database.read() as session:
        return list(await session.scalars(select(OutboxMail).order_by(OutboxMail.id)))


async def hurry(database: Database) -> None:
    """Let every waiting job be due now."""
    async with database.transaction() as session:
        await session.execute(text("UPDATE pgqueuer SET execute_after = now() - interval '1 second'"))


async def again(database: Database, event: Event) -> None:
    """Enqueue the job of an event once more, as another job would be."""
    async with database.transaction() as session:
        await session.execute(
            text("INSERT INTO pgqueuer (priority, status, entrypoint, payload) VALUES (0, 'queued', :name, :payload)"),
            {"name": type(event).__name__, "payload": json.dumps(encode(event)).encode()},
        )
