"""A file as a list of people: which kind it is, where its columns are named, and how many rows it may have."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from server.rosters.errors import EmptyFile, HugeFile, OldExcel, UnreadableFile
from server.rosters.rules.columns import Columns, check_complete, missing, recognised
from server.rosters.rules.lines import InTime, Line, bounded
from server.rosters.rules.months import plain
from server.rosters.rules.text import text_lines
from server.rosters.rules.workbook import MAGIC, workbook_lines

MOST_BYTES: Final = 16 * 1024 * 1024
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
# A title, a date and a note may stand above the columns.
_HEADINGS_WITHIN: Final = 10
_LONGEST_HEADING: Final = 100


@dataclass(frozen=True, slots=True)
class Table:
    """A list that can be read: its headings, which of them are known, and its rows, which are read as they are asked for."""

    header: tuple[str, ...]
    columns: Columns
    lines: Iterator[Line]


def table_of(content: bytes, in_time: InTime = lambda: True) -> Table:
    """Find the columns of a file; raise HugeFile, OldExcel, UnreadableFile, EmptyFile or MissingColumn.

    It and its rows may raise TooManyRows, TooManyColumns, or SlowFile as soon as they are no longer `in_time`.
    """
    if len(content) > MOST_BYTES:
        raise HugeFile("file", limit=MOST_BYTES // (1024 * 1024))
    lines = bounded(_lines(content), in_time)
    first = list(islice(lines, _HEADINGS_WITHIN))
    if not first:
        raise EmptyFile("file")
    headers = [tuple(plain(cell)[:_LONGEST_HEADING] for cell in line.cells) for line in first]
    found = [recognised(header) for header in headers]
    place = next((place for place, columns in enumerate(found) if not missing(columns)), None)
    if place is None:
        place = max(range(len(found)), key=lambda each: len(found[each].places))
    check_complete(found[place])
    return Table(headers[place], found[place], _some(chain(first[place + 1 :], lines)))


def _lines(content: bytes) -> Iterator[Line]:
    if content.startswith(MAGIC):
        return workbook_lines(content)
    if content.startswith(_OLD_EXCEL):
        raise OldExcel("file")
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile("file")
    return text_lines(content)


def _some(lines: Iterator[Line]) -> Iterator[Line]:
    line = next(lines, None)
    if line is None:
        raise EmptyFile("file")
    yield from chain((line,), lines)
