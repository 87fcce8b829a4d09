"""What the doctor looks at: variables, database, migrations, Japanese, mail, OpenID provider, search engine, Redis, the store of files."""

import asyncio
from collections.abc import Callable
from urllib.parse import urlsplit

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from engawa.app import DIST
from engawa.engines import mirror_of
from engawa.shared import redis_of
from server.http.oidc import CALLBACK, Provider, ProviderUnusable
from server.kit.files import files_of
from server.kit.redis import UNREACHED
from server.kit.settings import OIDC, REAL, Settings, SettingsRefused, load_settings
from server.migrations import current, head
from server.search.engine import EngineUnusable

Tell = Callable[[str], None]
_FILINGS = (
    "filings: whoever deploys this in Japan checks 特定募集情報等提供事業 (職業安定法) and 電気通信事業 (電気通信事業法) with a lawyer, "
    "and has the terms that each kind of opportunity asks for checked too"
)


async def examine(tell: Tell) -> int:
    """Tell what is configured, reached and migrated, a line each, `ok`, `--` (not used) or `!!`; return 1 when a `!!` was told."""
    try:
        settings = load_settings()
    except SettingsRefused as refusal:
        tell(f"!!  configuration: {refusal}")
        return 1
    lines = [*_configuration(settings), *await _database(settings), *await _mail(settings), *await _provider(settings)]
    lines += [*await _search(settings), *await _redis(settings), await _files(settings), _client()]
    for line in lines:
        tell(line)
    tell(f"--  {_FILINGS}")
    return 1 if any(line.startswith("!!") for line in lines) else 0


def _configuration(settings: Settings) -> list[str]:
    if settings.embedded:
        return [f"ok  configuration: everything embedded, data in {settings.data_dir}, served on {settings.origin}"]
    return [f"ok  configuration: {name} is set" for name in (*REAL, *(OIDC if settings.oidc else ()))]


async def _database(settings: Settings) -> list[str]:
    if settings.embedded:
        started = (settings.data_dir / "postgres").exists()
        return [f"{'ok' if started else '--'}  database: the embedded PostgreSQL {'has its data' if started else 'was not started yet'}"]
    engine = create_async_engine(settings.sqlalchemy_url, connect_args={"timeout": 5})
    try:
        async with engine.connect() as connection:
            version = int(str((await connection.execute(text("SHOW server_version_num"))).scalar()))
            trigrams = await _japanese(connection)
            jobs = await _jobs(connection)
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        return [f"!!  database: not reached ({type(error).__name__})"]
    finally:
        await engine.dispose()
    revision = await current(settings.sqlalchemy_url)
    return [
        f"{'ok' if version >= 150000 else '!!'}  database: PostgreSQL {version // 10000}.{version % 10000} (15 or newer is needed)",
        f"{'ok' if revision == head() else '!!'}  migrations: {revision or 'none'} of {head()}",
        trigrams,
        jobs,
    ]


async def _jobs(connection: AsyncConnection) -> str:
    if (await connection.execute(text("SELECT to_regclass('pgqueuer')"))).scalar() is None:
        return "--  jobs: the queue is not there yet; the first start makes it"
    counted = "SELECT count(*) FILTER (WHERE status = 'failed'), count(*) FILTER (WHERE status <> 'failed') FROM pgqueuer"
    given_up, waiting = (await connection.execute(text(counted))).one()
    if given_up:
        return f"!!  jobs: {given_up} were given up after four hours of trying; what failed stands in the worker's log"
    return f"ok  jobs: {waiting} are waiting, none was given up"


async def _japanese(connection: AsyncConnection) -> str:
    try:
        found = (await connection.execute(text("SELECT cardinality(show_trgm('東京都'))"))).scalar()
    except SQLAlchemyError:
        return "--  Japanese: the extension pg_trgm is not there yet; the first start makes it"
    if found:
        return "ok  Japanese: the database sees kanji as letters"
    return "!!  Japanese: the database was made with a locale that knows no kanji; make it with --lc-ctype=C.UTF-8"


async def _mail(settings: Settings) -> list[str]:
    if settings.smtp_url is None:
        return ["--  mail: kept in the outbox at /dev/mail"]
    parts = urlsplit(settings.smtp_url)
    port = parts.port or (465 if parts.scheme == "smtps" else 25)
    try:
        async with asyncio.timeout(5):
            _reader, writer = await asyncio.open_connection(parts.hostname, port)
    except (OSError, TimeoutError) as error:
        return [f"!!  mail: {parts.hostname}:{port} not reached ({type(error).__name__})"]
    writer.close()
    return [f"ok  mail: {parts.hostname}:{port} answers"]


async def _provider(settings: Settings) -> list[str]:
    if settings.oidc is None:
        return []
    try:
        await Provider(settings.oidc).discover()
    except ProviderUnusable as fault:
        return [f"!!  OpenID provider: {settings.oidc.issuer} not usable ({fault})"]
    return [f"ok  OpenID provider: {settings.oidc.issuer} answers; browsers come back to {settings.origin}{CALLBACK}"]


async def _search(settings: Settings) -> list[str]:
    mirror = mirror_of(settings)
    if mirror is None:
        return []
    try:
        health = await mirror.indexed()
    except EngineUnusable as fault:
        return [f"!!  search: {settings.meilisearch_url} cannot be used ({fault}); PostgreSQL searches"]
    finally:
        await mirror.close()
    return [f"ok  search: {settings.meilisearch_url} answers, with {health.documents} documents, {health.stale} of them of another version"]


async def _redis(settings: Settings) -> list[str]:
    redis = redis_of(settings)
    if redis is None:
        alone = "ok  Redis: none, and one web process needs none; several, also elsewhere, share hints and limits in one (REDIS_URL)"
        return [] if settings.embedded else [alone]
    try:
        async with redis.reached(within=5) as reached:
            told = await reached.client.info("server")
            here = redis.name("here")
            heard = await (reached.client.pubsub_shardnumsub(here) if reached.sharded else reached.client.pubsub_numsub(here))
    except UNREACHED as fault:
        instead = "processes hear of one another within five seconds, and each counts limits by itself"
        return [f"!!  Redis: {redis.shown} cannot be used ({type(fault).__name__}); {instead}"]
    version = str(told.get("valkey_version") or told["redis_version"])
    kind = f"{told.get('server_name', 'redis').title()} {version}{', sharded' if reached.sharded else ''}"
    if int(told["redis_version"].split(".")[0]) < 7:
        return [f"!!  Redis: {redis.shown} is {kind}, and 7 or newer is needed"]
    return [f"ok  Redis: {redis.shown} answers ({kind}); {heard[0][1]} of our processes listen there"]


async def _files(settings: Settings) -> str:
    fault = await files_of(settings).fault()
    if fault is not None:
        return f"!!  files: {settings.files} cannot be used ({fault})"
    if settings.embedded or settings.files_url:
        return f"ok  files: kept in {settings.files}"
    return f"ok  files: kept in {settings.files}; FILES_URL names a place that server and worker share"


def _client() -> str:
    return "ok  web client: built" if (DIST / "index.html").exists() else "!!  web client: not built; `make run` builds it"
