"""A row of a list as it stands in the file: where, its cells, and what is wrong with it before anybody looks at them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from server.kit.refusal import Invalid
from server.rosters.errors import SlowFile, TooManyColumns, TooManyRows
from server.rosters.rules.months import Cell

# With a thousand mails a day no more could be invited before the list lapses; what nobody can use is not kept.
MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 200
# Empty rows stand between others, but a last cell at the end of a sheet has a million of them before it.
_LAST_ROW: Final = MOST_ROWS * 2

InTime: TypeAlias = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Line:
    """A row. `number` is what a spreadsheet program shows beside it; a CSV's is that of its first line."""

    number: int
    cells: tuple[Cell, ...]
    faults: tuple[Invalid, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.faults and all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in self.cells)


def bounded(lines: Iterable[Line], in_time: InTime) -> Iterator[Line]:
    """Yield the rows in which something stands; raise TooManyRows, TooManyColumns or SlowFile at the first one that is too much."""
    rows = 0
    for line in lines:
        check_place(line.number, len(line.cells))
        if not in_time():
            raise SlowFile("file")
        if line.empty:
            continue
        rows += 1
        # One of them names the columns.
        if rows > MOST_ROWS + 1:
            raise _too_many_rows()
        yield line


def check_place(row: int, columns: int) -> None:
    """Raise TooManyRows or TooManyColumns for a row of this number and width."""
    if row > _LAST_ROW:
        raise _too_many_rows()
    if columns > MOST_COLUMNS:
        raise TooManyColumns("file", limit=MOST_COLUMNS)


def _too_many_rows() -> TooManyRows:
    return TooManyRows("file", limit=MOST_ROWS)
