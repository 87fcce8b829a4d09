"""What importing a file would do, told before anything is kept: how many rows of each kind, and the problems of the first bad ones."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import today
from server.kit.ids import GroupId
from server.rosters.reads.names import companies_by_name
from server.rosters.reads.standing import standing_of
from server.rosters.rules import Judge, Judged, Table

BATCH: Final = 1000
_SHOWN: Final = 20
_FAULTS_SHOWN: Final = 200


@dataclass(slots=True)
class Preview:
    """What stands in a file. `new` + `present` + `unwanted` + `refused` are all its rows."""

    new: int = 0
    present: int = 0
    unwanted: int = 0
    refused: int = 0
    good: list[Judged] = field(default_factory=list[Judged])
    bad: list[Judged] = field(default_factory=list[Judged])


async def judge_of(session: AsyncSession, group: GroupId, table: Table) -> Judge:
    """Return what the rows of a file are held against."""
    return Judge(table.columns, await companies_by_name(session, group), today())


async def next_rows(judged: Iterator[Judged]) -> list[Judged]:
    """Return the next rows, read and looked at beside the loop; none at the end."""
    return await asyncio.to_thread(lambda: list(islice(judged, BATCH)))


async def preview(session: AsyncSession, group: GroupId, table: Table) -> Preview:
    """Look at every row; who calls has made sure that the actor runs the group."""
    found = Preview()
    judged = (await judge_of(session, group, table)).judge(table.lines)
    while rows := await next_rows(judged):
        good = [row for row in rows if row.entry is not None]
        bad = [row for row in rows if row.entry is None]
        emails = {row.entry.email for row in good if row.entry}
        standing = await standing_of(session, group, emails)
        unwanted = len(standing.unwanted)
        present = len((standing.listed | standing.members) - standing.unwanted)
        found.unwanted += unwanted
        found.present += present
        found.new += len(good) - unwanted - present
        found.refused += len(bad)
        found.good += good[: _SHOWN - len(found.good)]
        found.bad += bad[: _FAULTS_SHOWN - len(found.bad)]
    return found
