"""The parts of a running application, made once from the settings and handed to whoever needs them."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from engawa.engines import engine_of, mirror_of
from engawa.shared import bus_over, limits_over, redis_of
from engawa.words import following_words
from schema.context import Parts as GraphParts
from server.accounts.rules import RelyingParty
from server.kit.bus import Bus
from server.kit.db import Database
from server.kit.files import Files, files_of
from server.kit.keyed import KeyedHash
from server.kit.limits import Limits
from server.kit.log import OPPORTUNITIES, CursorKey, flush
from server.kit.log.partitions import tend_log
from server.kit.mail import Mailer, Outbox, Smtp
from server.kit.seal import Seal
from server.kit.settings import Settings
from server.realtime.following import Following
from server.realtime.opportunities import LiveOpportunities
from server.realtime.presence import Presence
from server.realtime.rights import Rights
from server.realtime.rooms import Room
from server.realtime.sockets import Sockets
from server.search.engine import SearchEngine
from server.search.failing_over import FailingOverEngine
from workers.parts import Parts as WorkerParts


@dataclass(frozen=True, slots=True)
class House:
    """Every part, running."""

    settings: Settings
    url: str
    db: Database
    graph: GraphParts
    worker: WorkerParts
    following: Following
    rights: Rights
    files: Files
    limits: Limits
    sockets: Sockets


@asynccontextmanager
async def opened(settings: Settings, url: str, *, limits: Limits | None = None) -> AsyncGenerator[House]:
    """Make the parts over the migrated database at `url`, and close them in the end."""
    redis = redis_of(settings)
    async with bus_over(redis) as bus, limits_over(redis, settings) as usual, _opened(settings, url, bus, limits or usual) as house:
        yield house


@asynccontextmanager
async def _opened(settings: Settings, url: str, bus: Bus, limits: Limits) -> AsyncGenerator[House]:
    db = _database(url, bus)
    mirror = mirror_of(settings)
    engine = engine_of(mirror)
    mailer: Mailer = Outbox(db) if settings.smtp_url is None else Smtp(settings.smtp_url, settings.sender)
    rights, files = Rights(db, bus), files_of(settings)
    graph = _graph(settings, db, bus, limits, engine)
    worker = WorkerParts(settings=settings, db=db, engine=engine, mailer=mailer, files=files, seal=graph.seal, mirror=mirror)
    await tend_log(db)
    try:
        async with graph.following.running(), rights.running(), following_words(db, bus):
            yield House(
                settings=settings,
                url=url,
                db=db,
                graph=graph,
                worker=worker,
                following=graph.following,
                rights=rights,
                files=files,
                limits=limits,
                sockets=Sockets(),
            )
    finally:
        if isinstance(engine, FailingOverEngine):
            await engine.close()
        await db.close()


def _database(url: str, bus: Bus) -> Database:
    async def announce(heads: dict[str, int]) -> None:
        for stream, head in heads.items():
            await bus.publish(stream, head)

    return Database(url, flush=flush, announce=announce, pool_size=12, max_overflow=8)


def _graph(settings: Settings, db: Database, bus: Bus, limits: Limits, engine: SearchEngine) -> GraphParts:
    cursors = CursorKey(settings.secret)
    following = Following(db, bus, cursors)
    return GraphParts(
        settings=settings,
        db=db,
        bus=bus,
        limits=limits,
        cursors=cursors,
        seal=Seal(settings.secret),
        keyed=KeyedHash(settings.secret),
        party=RelyingParty(urlsplit(settings.origin).hostname or "localhost", settings.origins),
        engine=engine,
        following=following,
        opportunities=Room(following, OPPORTUNITIES, LiveOpportunities(db)),
        presence=Presence(bus),
    )
