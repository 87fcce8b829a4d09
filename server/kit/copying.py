"""How very many rows are written at once: by COPY, in the caller's transaction, past the mapper and past single statements."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, BinaryIO, Final

from sqlalchemy import Column, Table
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.db import driver_of

Row = Mapping[str, Any]
_AT_ONCE: Final = 20_000


async def copy_rows(session: AsyncSession, table: Table, rows: Sequence[Row]) -> None:
    """Write rows into a table; columns that a row leaves out get the default of their model, each row its own."""
    columns = [_Written(column) for column in table.columns]
    names = [column.name for column in columns]
    for start in range(0, len(rows), _AT_ONCE):
        await copy_records(
            session, table.name, names, [tuple(column.of(row) for column in columns) for row in rows[start : start + _AT_ONCE]]
        )


async def copy_records(session: AsyncSession, table: str, columns: Sequence[str], records: Sequence[tuple[Any, ...]]) -> None:
    """Write records into columns of a table, in the driver's own form, within the session's transaction."""
    connection = await driver_of(session)
    await connection.copy_records_to_table(table, records=records, columns=list(columns))


async def copy_text(session: AsyncSession, table: str, columns: Sequence[str], lines: BinaryIO) -> None:
    """Write lines of COPY's text format into columns of a table of this transaction's own making; of types that no driver writes.

    Nobody else sees the table yet, so that its rows need no look back ever after: indexes alone answer at once, and not after a
    first VACUUM.
    """
    connection = await driver_of(session)
    await connection.copy_to_table(table, source=lines, columns=list(columns), format="text", encoding="utf-8", freeze=True)


class _Written:
    """A column as it is written: where its value comes from, and in which form the driver takes it."""

    def __init__(self, column: Column[Any]) -> None:
        self.name = column.name
        default: Any = column.default
        self._default: Callable[[], Any] = lambda: None
        if default is not None:
            # SQLAlchemy gives the functions of defaults a context, which none of ours reads.
            self._default = partial(default.arg, None) if default.is_callable else lambda: default.arg
        self._is_json = isinstance(column.type, JSONB)

    def of(self, row: Row) -> Any:
        """Return the value of a row."""
        value = row[self.name] if self.name in row else self._default()
        return json.dumps(value) if self._is_json and value is not None else value
