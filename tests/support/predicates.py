"""Of which rows a predicate is true, in whatever place of a statement it stands."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, literal, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import join

from server.kit.actor import Actor, Level, Viewer, viewer_of


async def true_of(
    session: AsyncSession, key: Any, predicate: ColumnElement[bool], among: Iterable[UUID], *, joined: Any = None
) -> set[UUID]:
    """The keys of the rows of which it is true. A level deeper in the statement it has to be true of the same.

    `joined` is what is read from, where that is more than the table of the key.
    """
    found = select(key, *_twice(predicate)).select_from(joined if joined is not None else key.class_)
    return {row[0] for row in await _true(session, found.where(key.in_(list(among))))}


async def true_beside(
    session: AsyncSession, key: Any, beside: Any, predicate: ColumnElement[bool], among: Iterable[UUID]
) -> set[tuple[UUID, UUID]]:
    """The same of every row of a table beside every row of another one, whose columns the predicate speaks of: the pairs."""
    found = select(key, beside, *_twice(predicate)).select_from(join(key.class_, beside.class_, true()))
    return {(row[0], row[1]) for row in await _true(session, found.where(key.in_(list(among)), beside.is_not(None)))}


def viewers(**columns: Any) -> Viewer:
    """Verified members without any tie, each a row of another table, which says who they are or what they have."""
    return replace(viewer_of(Actor(level=Level.VERIFIED)), **columns)


def _twice(predicate: ColumnElement[bool]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return predicate, exists().select_from(select(literal(1)).subquery()).where(predicate)


async def _true(session: AsyncSession, found: Any) -> list[Any]:
    rows = (await session.execute(found)).all()
    assert [row for row in rows if bool(row[-2]) is not row[-1]] == []
    return [row for row in rows if row[-1]]
