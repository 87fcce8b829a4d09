"""A list as a workbook of Excel: the first sheet, by the values that its formulas had; nothing in it is ever worked out or run."""

import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final, cast

from openpyxl import load_workbook

from server.rosters.errors import HugeFile, UnreadableFile
from server.rosters.rules.lines import Line
from server.rosters.rules.months import Cell

MAGIC: Final = b"PK\x03\x04"
# What a workbook may have when it is unpacked. zipfile unpacks no more of a part than its directory says, so that the sum holds.
_MOST_UNPACKED: Final = 256 * 1024 * 1024
_MOST_PARTS: Final = 1000
_MOST_COLUMNS: Final = 100

# It tells of drop-down lists and colours that it does not read; nor do we.
warnings.filterwarnings("ignore", module="openpyxl")


def workbook_lines(content: bytes) -> Iterator[Line]:
    """Yield the rows of the first sheet; raise HugeFile or UnreadableFile. Rows come one by one and are not kept."""
    _check_size(content)
    try:
        # Untyped. Without formulas (`data_only`): a cell holds what was last seen in it. Without links: no other file is looked for.
        book = cast(Any, load_workbook)(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = next(each for each in book.worksheets if each.sheet_state == "visible")
        rows: Iterator[tuple[Cell, ...]] = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)
        for number, cells in enumerate(rows, 1):
            yield Line(number, cells)
    except Exception as fault:
        # Whatever a made-up file breaks in the library is a refusal, and never a fault of ours.
        raise UnreadableFile("file") from fault


def _check_size(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, RuntimeError) as fault:
        raise UnreadableFile("file") from fault
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise HugeFile("file", limit=_MOST_UNPACKED // (1024 * 1024))
