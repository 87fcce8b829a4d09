"""A file as a list of people: which kind it is, where its columns are named, and how many rows it may have."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from server.rosters.errors import EmptyFile, HugeFile, OldExcel, TooManyRows, UnreadableFile
from server.rosters.rules.columns import Columns, check_complete, missing, recognised
from server.rosters.rules.lines import Line
from server.rosters.rules.months import plain
from server.rosters.rules.text import text_lines
from server.rosters.rules.workbook import MAGIC, workbook_lines

MOST_BYTES: Final = 16 * 1024 * 1024
# With a thousand mails a day no more could be invited before the list lapses; what nobody can use is not kept.
MOST_ROWS: Final = 50_000
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
# A title, a date and a note may stand above the columns.
_HEADINGS_WITHIN: Final = 10


@dataclass(frozen=True, slots=True)
class Table:
    """A list that can be read: its headings, which of them are known, and its rows, which are read as they are asked for."""

    header: tuple[str, ...]
    columns: Columns
    lines: Iterator[Line]


def table_of(content: bytes) -> Table:
    """Find the columns of a file; raise HugeFile, OldExcel, UnreadableFile, EmptyFile or MissingColumn. Its rows may raise TooManyRows."""
    if len(content) > MOST_BYTES:
        raise HugeFile("file", limit=MOST_BYTES // (1024 * 1024))
    lines = _lines(content)
    first = list(islice((line for line in lines if not line.empty), _HEADINGS_WITHIN))
    if not first:
        raise EmptyFile("file")
    headers = [tuple(plain(cell) for cell in line.cells) for line in first]
    found = [recognised(header) for header in headers]
    place = next((place for place, columns in enumerate(found) if not missing(columns)), None)
    if place is None:
        place = max(range(len(found)), key=lambda each: len(found[each].places))
    check_complete(found[place])
    return Table(headers[place], found[place], _counted(chain(first[place + 1 :], lines)))


def _lines(content: bytes) -> Iterator[Line]:
    if content.startswith(MAGIC):
        return workbook_lines(content)
    if content.startswith(_OLD_EXCEL):
        raise OldExcel("file")
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile("file")
    return text_lines(content)


def _counted(lines: Iterator[Line]) -> Iterator[Line]:
    rows = 0
    for line in lines:
        rows += not line.empty
        # A last cell at the end of a sheet has a million empty rows before it.
        if rows > MOST_ROWS or line.number > MOST_ROWS * 2:
            raise TooManyRows("file", limit=f"{MOST_ROWS:,}")
        if not line.empty:
            yield line
    if rows == 0:
        raise EmptyFile("file")
