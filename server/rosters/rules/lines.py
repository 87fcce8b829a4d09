"""A row of a list as it stands in the file: where, its cells, and what is wrong with it before anybody looks at them."""

from dataclasses import dataclass

from server.kit.refusal import Invalid
from server.rosters.rules.months import Cell


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
