"""What a workbook may be when it is unpacked: its sizes as its directory says, and its tags, counted before anything is built of them."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any, Final
from xml.parsers import expat

from server.rosters.errors import HugeFile, UnreadableFile
from server.rosters.rules.lines import check_place

_MEGABYTE: Final = 1024 * 1024
# zipfile unpacks no more of a part than its directory says, so that the sum holds.
_MOST_UNPACKED: Final = 64 * _MEGABYTE
_MOST_PARTS: Final = 1000
# XML of a list shrinks to a tenth or a thirtieth; what was made up to be large, to a thousandth.
_MOST_SHRUNK: Final = 200
# A list of the longest kind has four million.
_MOST_TAGS: Final = 6_000_000
_NAME_ENDS: Final = "}"


def check_unpacked(content: bytes) -> None:
    """Raise HugeFile or UnreadableFile; nothing of it is kept while it is looked through."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED or any(map(_is_bomb, parts)):
                raise _huge()
            tags = 0
            for piece in _pieces(archive, parts):
                tags += piece.count(b"<")
                if tags > _MOST_TAGS:
                    raise _huge()
    except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError, OSError, zlib.error) as fault:
        raise UnreadableFile("file") from fault


def check_sheet(sheet: IO[bytes]) -> None:
    """Raise TooManyRows or TooManyColumns where a row of the sheet stands too far down or has too many cells.

    The library builds a row as a whole, and every row that is left out.
    """
    rows, cells = 0, 0

    def begins(name: str, attributes: dict[str, Any]) -> None:
        nonlocal rows, cells
        kind = name.rpartition(_NAME_ENDS)[2]
        if kind == "row":
            rows, cells = int(attributes.get("r", rows + 1)), 0
        elif kind == "c":
            cells += 1
        check_place(rows, cells)

    parser = expat.ParserCreate(namespace_separator=_NAME_ENDS)
    parser.StartElementHandler = begins
    parser.ParseFile(sheet)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _MEGABYTE and part.file_size > part.compress_size * _MOST_SHRUNK


def _huge() -> HugeFile:
    return HugeFile("file", limit=_MOST_UNPACKED // _MEGABYTE)


def _pieces(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Iterator[bytes]:
    for part in parts:
        with archive.open(part) as opened:
            while piece := opened.read(_MEGABYTE):
                yield piece
