"""The database: one engine, short read sessions, and the only transaction, which carries events and jobs with it."""

import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, ClassVar, Final, TypeAlias
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, DateTime, False_, MetaData, Text, Uuid, any_, bindparam, event, false, or_, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, ORMExecuteState
from sqlalchemy.orm import Session as SyncSession

Session: TypeAlias = AsyncSession
Flush: TypeAlias = Callable[[AsyncSession], Awaitable[dict[str, int]]]
Announce: TypeAlias = Callable[[dict[str, int]], Awaitable[None]]


# A statement is planned once a connection, not anew for its values: planning took a third of a page, and no plan of ours hangs on them.
_PLANNED_ONCE = {"server_settings": {"plan_cache_mode": "force_generic_plan"}}


# deadlock_detected, serialization_failure
_GIVEN_UP: Final = frozenset({"40P01", "40001"})


def was_given_up(error: BaseException) -> bool:
    """Whether PostgreSQL gave the transaction up so that others could go on: nothing of it is left, and run again it may succeed."""
    # The queue of jobs speaks to the driver itself, without SQLAlchemy in between.
    cause = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(cause, "sqlstate", None)
    # The week of an event was made while it was on its way into the default partition.
    return state in _GIVEN_UP or (state == "23514" and getattr(cause and cause.__cause__, "table_name", None) == "event_default")


def is_unreachable(error: BaseException | None) -> bool:
    """Whether this says that the database, or the way to it, does not answer as it should."""
    return isinstance(error, SQLAlchemyError | OSError)


def either(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return `or_` of the conditions but for those that are known to be false: an OR left around it would hide a join from the planner."""
    return or_(false(), *(each for each in conditions if not _is_false(each)))


def _is_false(condition: ColumnElement[bool]) -> bool:
    return isinstance(condition, False_) or isinstance(getattr(condition, "element", None), False_)


class Base(DeclarativeBase):
    """The declarative base of every table; names of constraints follow one convention so that migrations can find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=True),
        UUID: Uuid(),
        str: Text(),
        list[str]: ARRAY(Text()),
        list[UUID]: ARRAY(Uuid()),
    }


class _ReadSession(SyncSession):
    """Asks only: each statement stands by itself, so that a read is one way to the database and back."""


class NotARead(RuntimeError):
    """A read session was told to change something; a defect of ours."""


@event.listens_for(_ReadSession, "do_orm_execute")
def _asks_only(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise NotARead


@event.listens_for(_ReadSession, "before_flush")
def _writes_nothing(*_: object) -> None:
    raise NotARead


async def driver_of(session: AsyncSession) -> Any:
    """Return the driver's own connection, for what only that can do; it stands in the session's transaction.

    It is an `asyncpg.Connection`, which leaves most of its parameters without types.
    """
    driver: Any = (await (await session.connection()).get_raw_connection()).driver_connection
    # SQLAlchemy begins with its own first statement, and knows nothing of those that the driver is told.
    if not driver.is_in_transaction():
        await session.execute(text("SELECT 1"))
    return driver


def among(column: Any, name: str = "ids") -> ColumnElement[bool]:
    """Whether a column is one of the ids that a statement, built once, is executed with under `name`."""
    found: ColumnElement[bool] = column == any_(bindparam(name, type_=ARRAY(Uuid())))
    return found


async def _nothing_to_flush(_session: AsyncSession) -> dict[str, int]:
    return {}


async def _nobody_to_tell(_heads: dict[str, int]) -> None:
    return


class Database:
    """Sessions over one engine. `flush` writes what a transaction recorded (kit.log); `announce` gives hints after commit."""

    def __init__(self, url: str, *, flush: Flush = _nothing_to_flush, announce: Announce = _nobody_to_tell, **engine: Any) -> None:
        """`url` is a SQLAlchemy URL with the asyncpg driver; nothing is connected yet."""
        # What people wrote is no part of an error's text, which ends in logs.
        options = {"json_serializer": json.dumps, "pool_pre_ping": False, "hide_parameters": True, "connect_args": _PLANNED_ONCE} | engine
        self.engine: AsyncEngine = create_async_engine(url, **options)
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False, autoflush=True)
        asking = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        standing = self.engine.execution_options(isolation_level="REPEATABLE READ")
        self._readers = async_sessionmaker(asking, sync_session_class=_ReadSession, expire_on_commit=False)
        self._snapshots = async_sessionmaker(standing, sync_session_class=_ReadSession, expire_on_commit=False)
        self._flush = flush
        self._announce = announce

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[AsyncSession]:
        """Open the one transaction of a change. Events recorded in it, their stream entries and jobs commit or vanish with it."""
        async with self._sessions() as session:
            yield session
            await session.flush()
            heads = await self._flush(session)
            await session.commit()
        if heads:
            await self._announce(heads)

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[AsyncSession]:
        """Open a short read session; it refuses to change anything. What was read stays readable after it is closed."""
        async with self._readers() as session:
            yield session

    @asynccontextmanager
    async def snapshot(self) -> AsyncGenerator[AsyncSession]:
        """Open a read session to which the database stands still: every statement sees what the first one saw."""
        async with self._snapshots() as session:
            yield session

    async def close(self) -> None:
        """Close the pool."""
        await self.engine.dispose()
