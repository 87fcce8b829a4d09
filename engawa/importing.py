"""Bringing a group's list from the command line, for who runs the deployment: what goes in, what does not and why, and how far it is."""

import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from engawa.grant import NotGranted, change
from server.groups.reads import group_by_slug
from server.kit.ids import GroupId
from server.kit.keyed import KeyedHash
from server.kit.refusal import Refusal
from server.kit.settings import Settings
from server.kit.text import sentence_of
from server.rosters.commands import Bringing, Progress, Reading, import_on_the_command_line
from server.rosters.reads import reasons_of, rejects
from server.rosters.rules import LIVES, Judged, table_of

_SHOWN: Final = 10
_EVERY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which file goes to which group, and why its people may be written to; whether it is only looked at; where bad rows are written."""

    file: Path
    group: str
    consent: str
    preview: bool
    rejects: Path | None


class _OnlyLooking(Exception):
    """What was done is taken back."""


@dataclass(slots=True)
class _Told:
    """How far it is, on the screen while it runs, and the bad rows."""

    progress: Progress = field(default_factory=Progress)
    bad: list[Judged] = field(default_factory=list[Judged])
    last: float = 0.0

    def tell(self, progress: Progress, bad: Sequence[Judged]) -> None:
        """Hear of the next rows."""
        self.progress = progress
        self.bad += bad
        if time.monotonic() - self.last > _EVERY:
            self.last = time.monotonic()
            rows = progress.added + progress.corrected + progress.present + progress.refused
            print(f"engawa: {rows:,} rows …", file=sys.stderr, flush=True)


async def import_members(settings: Settings, wanted: Wanted) -> str:
    """Import the file; return the sentences that say what became of it, or raise NotGranted. A second time adds nobody twice."""
    told = _Told()
    try:
        content = wanted.file.read_bytes()
    except OSError as error:
        raise NotGranted(f"{wanted.file} cannot be read: {error.strerror}") from error
    try:
        table = table_of(content)
    except Refusal as refusal:
        raise NotGranted(sentence_of("en", refusal)) from refusal
    with suppress(_OnlyLooking):
        async with change(settings) as session:
            group = await group_by_slug(session, wanted.group)
            if group is None or group.state != "admitted":
                raise NotGranted(f"there is no group {wanted.group}")
            reading = Reading(table, KeyedHash(settings.secret), told.tell)
            await import_on_the_command_line(session, Bringing(GroupId(group.id), wanted.consent), reading)
            if wanted.preview:
                raise _OnlyLooking
    if wanted.rejects is not None:
        wanted.rejects.write_bytes(b"".join(rejects("ja", table.header, told.bad)))
    return "\n".join([*_refused(told, wanted), _summary(told.progress, wanted)])


def _refused(told: _Told, wanted: Wanted) -> list[str]:
    if wanted.rejects is not None:
        return [f"{len(told.bad)} bad rows, with their reasons: {wanted.rejects}"] if told.bad else []
    lines = [
        f"line {row.line.number}: " + "; ".join(f"{reason.called}: {reason.message}" for reason in reasons_of("en", row))
        for row in told.bad[:_SHOWN]
    ]
    more = len(told.bad) - len(lines)
    return [*lines, *([f"and {more} more bad rows; --rejects FILE writes them all"] if more else [])]


def _summary(progress: Progress, wanted: Wanted) -> str:
    counted = f"{progress.added} new, {progress.corrected} corrected, {progress.present} there already, {progress.refused} refused"
    if wanted.preview:
        return f"Nothing was kept. The file would bring: {counted}."
    return f"Imported: {counted}. Nobody was written to; who has not accepted an invitation within {LIVES.days} days is deleted."
