"""The embedded PostgreSQL as the rest of the platform sees it: a data directory that answers at a URL while it is started."""

import asyncio
import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Coroutine, Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import quote

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from server.embedded.account import Account, account_for
from server.embedded.cluster import ROLE, password_of, prepare_cluster, prepare_home, settings_for
from server.embedded.postmaster import Postmaster, start_postmaster
from server.embedded.programs import major_version, programs_for
from server.embedded.refused import EmbeddedPostgresRefused

Answer = TypeVar("Answer")

SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 103  # What every kernel that we run on accepts: Linux takes 107 bytes, macOS 103.
LARGEST_LOG_BYTES = 4 * 1024 * 1024
MEMORY = Path("/dev", "shm")
LEAST_MEMORY_BYTES = 4 * 1024**3


class EmbeddedPostgres:
    """A PostgreSQL of our own under `data_dir/postgres`, reached through a private socket and a password, never by TCP.

    Acknowledged writes survive kill -9 and power loss unless `durable=False`, which tests use for speed. The server ends with this process
    in whatever way that ends. Starting twice on one data directory is refused while the first one lives.
    """

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self._home = data_dir.absolute() / "postgres"
        self._durable = durable
        self._lock: int | None = None
        self._sockets: Path | None = None
        self._password = ""
        self._postmaster: Postmaster | None = None

    def start(self) -> str:
        """Makes the cluster when there is none, starts the server, and returns the URL of the database `engawa`; blocks for 1–4 s."""
        if self._postmaster is not None:
            return self.url()
        account = account_for(self._home)
        prepare_home(self._home, account)
        self._lock = _locked(self._home / "lock")
        try:
            self._run(account)
            if not _finish(self._ask("SELECT 1 FROM pg_database WHERE datname = :name", name=ROLE)):
                self.create_database(ROLE)
        except BaseException:
            self.stop()
            raise
        return self.url()

    def stop(self) -> None:
        """Ends the server within a moment, and does nothing when it is not started."""
        if self._postmaster is not None:
            self._postmaster.stop()
            self._postmaster = None
        if self._sockets is not None:
            shutil.rmtree(self._sockets, ignore_errors=True)
            self._sockets = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    @property
    def running(self) -> bool:
        """Whether the server is started and has not died since."""
        return self._postmaster is not None and self._postmaster.running

    def url(self, database: str = ROLE) -> str:
        """A SQLAlchemy URL for asyncpg; it carries the password."""
        if self._sockets is None:
            raise RuntimeError("the embedded PostgreSQL is not started")
        return f"postgresql+asyncpg://{ROLE}:{quote(self._password)}@/{quote(database, safe='')}?host={quote(str(self._sockets))}"

    def create_database(self, name: str, template: str | None = None) -> str:
        """Makes a database, as a copy of `template` (which nobody may be connected to) when one is named; returns its URL."""
        source = f" TEMPLATE {_identifier(template)}" if template is not None else ""
        _finish(self._ask(f"CREATE DATABASE {_identifier(name)}{source}"))
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Removes a database, disconnecting whoever still uses it."""
        _finish(self._ask(f"DROP DATABASE IF EXISTS {_identifier(name)} WITH (FORCE)"))

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def _run(self, account: Account) -> None:
        self._password = password_of(self._home, account)
        programs = programs_for(account, self._home)
        major = major_version(account, programs)
        data = prepare_cluster(self._home, account, programs, major, durable=self._durable)
        log = self._home / "log"
        if log.exists() and log.stat().st_size > LARGEST_LOG_BYTES:
            log.unlink()
        self._sockets = _socket_directory(self._home, account)
        self._postmaster = start_postmaster(account, programs, data, self._sockets, settings_for(major, durable=self._durable))

    async def _ask(self, statement: str, **values: str) -> bool:
        """Runs one statement outside a transaction; whether it answered with a row."""
        engine = create_async_engine(self.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
        try:
            async with engine.connect() as connection:
                result = await connection.execute(text(statement), values)
                return result.returns_rows and result.first() is not None
        finally:
            await engine.dispose()


@contextlib.contextmanager
def throwaway() -> Generator[EmbeddedPostgres]:
    """A started PostgreSQL in a directory of its own, in memory where there is room, which is removed with everything in it."""
    data_dir = Path(tempfile.mkdtemp(prefix="engawa-", dir=_memory()))
    data_dir.chmod(0o711)  # Whoever is root runs PostgreSQL as somebody else, who has to get in.
    try:
        with EmbeddedPostgres(data_dir, durable=False) as postgres:
            yield postgres
    finally:
        shutil.rmtree(data_dir, ignore_errors=True)


def _memory() -> Path | None:
    """A file system in memory with room to spare: on ext4 thousands of files made and removed make every further one slower."""
    try:
        found = os.statvfs(MEMORY)
    except OSError:
        return None
    roomy = found.f_bavail * found.f_frsize >= LEAST_MEMORY_BYTES and not found.f_flag & os.ST_NOEXEC
    return MEMORY if roomy and os.access(MEMORY, os.W_OK | os.X_OK) else None


def _locked(path: Path) -> int:
    """Holds the data directory for as long as this process lives; the kernel lets go of it however we end."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.read(descriptor, 20).decode(errors="replace").strip()
        os.close(descriptor)
        raise EmbeddedPostgresRefused(
            f"Another Engawa (process {holder or 'unknown'}) is already running on {path.parent.parent}; stop it or set another DATA_DIR."
        ) from error
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{os.getpid()}\n".encode())
    return descriptor


def _socket_directory(home: Path, account: Account) -> Path:
    """A directory that only the account enters: in `home`, or a temporary one when the path would be too long for a socket."""
    directory = home / "socket"
    if len(os.fsencode(directory / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir()
    else:
        directory = Path(tempfile.mkdtemp(prefix="engawa-", dir=_short_place(account)))
    account.own(directory, 0o700)
    return directory


def _short_place(account: Account) -> Path:
    """The temporary directory, unless it is itself too deep or closed to the account."""
    configured = Path(tempfile.gettempdir())
    if len(os.fsencode(configured)) < LONGEST_SOCKET_PATH // 2 and account.can("-x", configured):
        return configured
    return Path(os.sep, "tmp")


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _finish(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Runs to the end in a thread of its own, since the caller may stand inside a running event loop."""
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, work).result()
