"""Importing a list: ours, with every check, beside plain csv and executemany into a table without any, over the same rows, in one run."""

import csv
import io
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy import delete, select, text

from bench.measuring import Figure
from engawa.parts import House
from engawa.serving import house
from server.groups.reads import companies_of_groups, group_by_slug
from server.kit.ids import GroupId
from server.kit.settings import load_settings
from server.rosters.commands import Bringing, Reading, import_on_the_command_line
from server.rosters.model import Roster
from server.rosters.rules import MOST_ROWS, table_of
from tests.factories.rosters import a_row, as_csv, as_workbook

_ROWS = 10_000
# At least 2,000 rows a second.
_TARGET = 500


async def measure(home: Path) -> list[Figure]:
    """Return how long a row takes, as the median of three imports of each kind."""
    variables = {"DATA_DIR": str(home / "world-2000"), "DEMO_MEMBERS": "2000"}
    rows = [a_row(number) for number in range(_ROWS)]
    files = {"CSV in Shift_JIS": as_csv(rows, "cp932"), "Excel": as_workbook(rows)}
    async with house(load_settings(variables), lambda _told: None) as running:
        async with running.db.read() as session:
            found = await group_by_slug(session, "sony")
            assert found is not None
            group = GroupId(found.id)
            assert len((await companies_of_groups(session, [group]))[group]) == 1
        figures = [
            Figure(f"import of {_ROWS:,} rows, {kind}, a row", await _a_row(_ours(running, group, content)), "µs", _TARGET)
            for kind, content in files.items()
        ]
        full = as_csv([a_row(number) for number in range(MOST_ROWS)])
        figures.append(
            Figure(f"import of {MOST_ROWS:,} rows, CSV, a row", await _a_row(_ours(running, group, full), 1, MOST_ROWS), "µs", _TARGET)
        )
        figures.append(
            Figure("  beside: csv and executemany, unchecked, a row", await _a_row(_plain(running, files["CSV in Shift_JIS"])), "µs")
        )
    return figures


async def _a_row(act: Callable[[], Awaitable[None]], times: int = 3, rows: int = _ROWS) -> float:
    samples: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        await act()
        samples.append((time.perf_counter() - began) / rows * 1_000_000)
    return sorted(samples)[len(samples) // 2]


def _ours(running: House, group: GroupId, content: bytes) -> Callable[[], Awaitable[None]]:
    async def act() -> None:
        async with running.db.transaction() as session:
            table = table_of(content)
            reading = Reading(table, running.graph.keyed, lambda _progress, _bad: None)
            roster = await import_on_the_command_line(session, Bringing(group, "bench"), reading)
            assert roster.added > 0
            assert await session.scalar(select(Roster.refused).where(Roster.id == roster.id)) == 0
            # Taken back, so that the next one finds as little.
            await session.execute(delete(Roster).where(Roster.id == roster.id))

    return act


def _plain(running: House, content: bytes) -> Callable[[], Awaitable[None]]:
    names = "name, reading, email, company, started, ended, department, title"
    statement = f"INSERT INTO plain_roster ({names}) VALUES ({', '.join(f':{name.strip()}' for name in names.split(','))})"  # noqa: S608

    async def act() -> None:
        async with running.db.transaction() as session:
            columns = ", ".join(f"{name.strip()} text" for name in names.split(","))
            await session.execute(text(f"CREATE TEMPORARY TABLE plain_roster ({columns}) ON COMMIT DROP"))
            keys = [name.strip() for name in names.split(",")]
            rows = list(csv.reader(io.StringIO(content.decode("cp932"))))[1:]
            await session.execute(text(statement), [dict(zip(keys, row, strict=True)) for row in rows])

    return act
