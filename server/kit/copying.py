"""How very many rows are written at once: by COPY, in the caller's transaction, past the mapper and past single statements."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

import asyncpg
from sqlalchemy import Column, Table
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

Row = Mapping[str, Any]
_AT_ONCE: Final = 20_000


async def copy_rows(session: AsyncSession, table: Table, rows: Sequence[Row]) -> None:
    """Write rows into a table; columns that a row leaves out get the default of their model, each row its own."""
    connection = await driver_of(session)
    columns = [_Written(column) for column in table.columns]
    for start in range(0, len(rows), _AT_ONCE):
        records = [tuple(column.of(row) for column in columns) for row in rows[start : start + _AT_ONCE]]
        await connection.copy_records_to_table(table.name, records=records, columns=[column.name for column in columns])


async def driver_of(session: AsyncSession) -> asyncpg.Connection:
    """Return the driver's own connection under a session, for what only it can do; it stays in the session's transaction."""
    raw = await (await session.connection()).get_raw_connection()
    return cast(asyncpg.Connection, raw.driver_connection)


class _Written:
    """A column as it is written: where its value comes from, and in which form the driver takes it."""

    def __init__(self, column: Column[Any]) -> None:
        self.name = column.name
        default = column.default
        self._default: Callable[[], Any] = lambda: None
        if default is not None and default.is_scalar:
            self._default = lambda: default.arg
        elif default is not None and default.is_callable:
            self._default = lambda: default.arg(None)
        self._is_json = isinstance(column.type, JSONB)

    def of(self, row: Row) -> Any:
        """Return the value of a row."""
        value = row[self.name] if self.name in row else self._default()
        return json.dumps(value) if self._is_json and value is not None else value
