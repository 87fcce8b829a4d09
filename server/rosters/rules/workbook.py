"""A list as a workbook of Excel: the first sheet, by the values that its formulas had; nothing in it is ever worked out or run."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final, cast

from openpyxl import load_workbook

from server.kit.refusal import Invalid
from server.rosters.errors import UnreadableFile
from server.rosters.rules.lines import MOST_COLUMNS, Line
from server.rosters.rules.months import Cell
from server.rosters.rules.unpacking import check_sheet, check_unpacked

MAGIC: Final = b"PK\x03\x04"

# It tells of drop-down lists and colours that it does not read; nor do we.
warnings.filterwarnings("ignore", module="openpyxl")


def workbook_lines(content: bytes) -> Iterator[Line]:
    """Yield the rows of the first sheet; raise HugeFile, UnreadableFile, TooManyRows or TooManyColumns. Rows are not kept."""
    check_unpacked(content)
    try:
        # Untyped. Without formulas (`data_only`): a cell holds what was last seen in it. Without links: no other file is looked for.
        book = cast(Any, load_workbook)(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = next(each for each in book.worksheets if each.sheet_state == "visible")
        # The very bytes that it reads, which it shows by no other name.
        with sheet._get_source() as source:  # noqa: SLF001
            check_sheet(source)
        rows: Iterator[tuple[Cell, ...]] = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
        for number, cells in enumerate(rows, 1):
            yield Line(number, _trimmed(cells))
    except Invalid:
        raise
    except Exception as fault:
        # Whatever a made-up file breaks in the library is a refusal, and never a fault of ours.
        raise UnreadableFile("file") from fault


def _trimmed(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Without the empty cells at the end, with which the library fills every row up."""
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return cells[:end]
