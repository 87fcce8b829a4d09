"""Statements compiled once a process, for hundreds of databases on one server: one dialect and one cache between them."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from server.kit import db


@contextmanager
def compiled_once() -> Generator[None]:
    """Let every `Database` made within the block use the dialect of the first one, and what it compiled."""
    first: list[Engine] = []
    cache: dict[Any, Any] = {}

    def made(url: str, **options: Any) -> AsyncEngine:
        engine = create_async_engine(url, **options)
        if first:
            engine.sync_engine.dialect = first[0].dialect
        else:
            first.append(engine.sync_engine)
        return engine.execution_options(compiled_cache=cache)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db, "create_async_engine", made)
        yield
