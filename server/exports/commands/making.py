"""How the file is made: sheet by sheet from one moment's view of the database, into pieces that stand with the row or not at all."""

from collections.abc import AsyncGenerator
from typing import Any, Final

import orjson
from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.exports.commands.cells import cell, headings
from server.exports.commands.readme import Told, readme
from server.exports.errors import TooLarge
from server.exports.events import ExportPrepared
from server.exports.model import Export, ExportPerson, ExportPiece
from server.exports.reads import PHOTO, SHEETS, Others, Sheet, plain_eyes
from server.exports.rules import KEPT, LARGEST, MOST_TRIES, PIECE
from server.kit.actor import Actor, Language
from server.kit.archive import Archive
from server.kit.cells import line
from server.kit.clock import TOKYO, now
from server.kit.files import Files
from server.kit.ids import ExportId, MemberId
from server.kit.log import inbox, record
from server.kit.pictures import SIZES
from server.people.model import Profile
from server.people.reads import actor_of
from server.people.rules.photos import photo_file

_MARK: Final = "\ufeff".encode()
_LANGUAGES: Final[tuple[Language, ...]] = ("ja", "en")


async def begin_export(session: AsyncSession, export: ExportId) -> bool:
    """Count a try; False where there is nothing to make (any more), or where it was tried too often."""
    row = await session.get(Export, export, with_for_update=True)
    if row is None or row.state != "asked":
        return False
    row.tries += 1
    if row.tries <= MOST_TRIES:
        return True
    # A process that dies while it makes the file gets it again and again.
    row.state = "failed"
    return False


async def fail_export(session: AsyncSession, export: ExportId, *, for_good: bool = False) -> bool:
    """After a try that failed: True when it was the last one, which the member is told on the page."""
    row = await session.get(Export, export, with_for_update=True)
    if row is None or row.state != "asked":
        return True
    over = for_good or row.tries >= MOST_TRIES
    if over:
        row.state = "failed"
    return over


async def make_export(session: AsyncSession, reading: AsyncSession, files: Files, export: ExportId) -> None:
    """Make the file; raise TooLarge, or an IntegrityError when somebody in it was erased meanwhile: then it is made anew.

    `reading` is a snapshot (Database.snapshot), `session` the transaction in which the file comes to be.
    """
    # Erasing the member waits for this row, or went before and left none.
    row = await session.get(Export, export, with_for_update=True, populate_existing=True)
    found = None if row is None else await actor_of(reading, MemberId(row.member_id))
    if row is None or found is None or row.state != "asked":
        return
    member, actor, at = MemberId(row.member_id), plain_eyes(found), now()
    others = Others(reading, actor)
    written = _Written(session, export, Archive(at.astimezone(TOKYO), PIECE))
    told = [Told(sheet.name, await _sheet(written, reading, actor, others, sheet), bool(sheet.columns)) for sheet in SHEETS]
    photo = await _photo(written, reading, files, member)
    for language in _LANGUAGES:
        await written.file(f"README.{language}.txt", _MARK + readme(language, told, at, photo=photo).encode())
    await written.close()
    people = [{"export_id": export, "member_id": each} for each in await others.people()]
    if people:
        await session.execute(insert(ExportPerson), people)
    ready: dict[str, Any] = {"state": "ready", "made_at": at, "expires_at": now() + KEPT, "size": written.size}
    await session.execute(update(Export).where(Export.id == export).values(**ready))
    record(session, ExportPrepared(export_id=export, member_id=member), inbox(member))


class _Written:
    """The file on its way into the table."""

    def __init__(self, session: AsyncSession, export: ExportId, archive: Archive) -> None:
        self._session = session
        self._export = export
        self.archive = archive
        self.size = 0
        self._number = 0

    async def file(self, name: str, content: bytes, *, packed: bool = True) -> None:
        """Add a file as a whole."""
        with self.archive.file(name, packed=packed) as opened:
            opened.write(content)
        await self.move()

    async def move(self) -> None:
        """Put what is full into the table."""
        for piece in self.archive.full_pieces():
            await self._keep(piece)

    async def close(self) -> None:
        """Put the rest there too."""
        for piece in self.archive.close():
            await self._keep(piece)

    async def _keep(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size > LARGEST:
            raise TooLarge
        await self._session.execute(insert(ExportPiece).values(export_id=self._export, number=self._number, content=piece))
        self._number += 1


async def _sheet(written: _Written, reading: AsyncSession, actor: Actor, others: Others, sheet: Sheet) -> int:
    """Write a sheet as JSON, and as CSV where it has columns; return how many rows it has."""
    count = 0
    with written.archive.file(f"json/{sheet.name}.json") as opened:
        opened.write(b"[")
        async for row in sheet.rows(reading, actor, others):
            opened.write((b",\n" if count else b"\n") + orjson.dumps(row, option=orjson.OPT_INDENT_2 | orjson.OPT_UTC_Z))
            count += 1
            await written.move()
        opened.write(b"\n]\n")
    if sheet.columns:
        with written.archive.file(f"csv/{sheet.name}.csv") as opened:
            opened.write(_MARK + line(headings(sheet.columns, actor.language)))
            async for cells in _cells(reading, actor, others, sheet):
                opened.write(line(cells))
                await written.move()
    return count


async def _cells(reading: AsyncSession, actor: Actor, others: Others, sheet: Sheet) -> AsyncGenerator[list[str]]:
    async for row in sheet.rows(reading, actor, others):
        yield [cell(column, row[column], actor.language) for column in sheet.columns]


async def _photo(written: _Written, reading: AsyncSession, files: Files, member: MemberId) -> bool:
    """Add the photo as it is kept; False where there is none."""
    profile = await reading.get(Profile, member)
    name = None if profile is None else profile.photo
    content = None if name is None else await files.read(photo_file(name, SIZES[0]))
    if content is None:
        return False
    await written.file(PHOTO, content, packed=False)
    return True
