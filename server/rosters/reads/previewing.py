"""What importing a file would do, told before anything is kept: how many rows of each kind, and the problems of the first bad ones."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.clock import today
from server.kit.ids import GroupId
from server.kit.keyed import KeyedHash
from server.rosters.reads.names import companies_by_name
from server.rosters.reads.rights import running_role
from server.rosters.reads.standing import listed_among, standing_of
from server.rosters.rules import Judge, Judged, Table, counted

_BATCH: Final = 1000
_SHOWN: Final = 20
_FAULTS_SHOWN: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What stands in a file: `new` + `present` + `refused` are all its rows; of the good and the bad ones the first."""

    new: int
    present: int
    refused: int
    good: tuple[Judged, ...]
    bad: tuple[Judged, ...]


async def judge_of(session: AsyncSession, group: GroupId, table: Table) -> Judge:
    """Return what the rows of a file are held against."""
    return Judge(table.columns, await companies_by_name(session, group), today())


async def preview(session: AsyncSession, actor: Actor, group: GroupId, table: Table, keyed: KeyedHash) -> Preview:
    """Look at every row for who runs the group; raise NotThere for everybody else."""
    await running_role(session, actor, group)
    totals: Counter[str] = Counter()
    good: list[Judged] = []
    bad: list[Judged] = []
    judged = (await judge_of(session, group, table)).judge(table.lines)
    while rows := await asyncio.to_thread(next_rows, judged):
        taken, told = [row for row in rows if row.entry], [row for row in rows if not row.entry]
        emails = {row.entry.email for row in taken if row.entry}
        standing = await standing_of(session, group, emails, keyed)
        listed = await listed_among(session, group, emails)
        apart = standing.apart - listed
        totals.update(new=len(taken) - len(listed) - len(apart), present=len(listed), apart=len(apart), refused=len(told))
        good += taken[: _SHOWN - len(good)]
        bad += told[: _FAULTS_SHOWN - len(bad)]
    as_new, as_present = counted(totals["apart"])
    return Preview(
        new=totals["new"] + as_new,
        present=totals["present"] + as_present,
        refused=totals["refused"],
        good=tuple(good),
        bad=tuple(bad),
    )


async def bad_rows(session: AsyncSession, actor: Actor, group: GroupId, table: Table) -> list[Judged]:
    """Return every row that is not taken, to who runs the group; raise NotThere for everybody else."""
    await running_role(session, actor, group)
    judged = (await judge_of(session, group, table)).judge(table.lines)
    found: list[Judged] = []
    while rows := await asyncio.to_thread(next_rows, judged):
        found += [row for row in rows if row.entry is None]
    return found


def next_rows(judged: Iterator[Judged]) -> list[Judged]:
    """Return the next rows, read and looked at; none at the end. It takes a while: call it beside the loop."""
    return list(islice(judged, _BATCH))
