"""How a bad row is told: its cells as they stand, and its reasons in words; and the file in which they all go back to the operator."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from server.kit.actor import Language
from server.kit.cells import guarded, line
from server.kit.text import sentence, sentence_of
from server.rosters.rules import Judged, plain

_LONGEST_CELL = 200
_BOM = "\ufeff".encode()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is not taken: in which column, by the refusal's code, in a sentence."""

    column: str
    called: str
    code: str
    message: str


def reasons_of(language: Language, row: Judged) -> list[Reason]:
    """Return everything that is wrong with a row."""
    return [
        Reason(fault.field, sentence(language, f"rosters.column.{fault.field}"), fault.code, sentence_of(language, fault))
        for fault in row.faults
    ]


def cells_of(row: Judged) -> list[str]:
    """Return the cells of a row as texts."""
    return [plain(cell)[:_LONGEST_CELL] if not isinstance(cell, str) else cell[:_LONGEST_CELL] for cell in row.line.cells]


def rejects(language: Language, header: Sequence[str], rows: Iterable[Judged]) -> Iterator[bytes]:
    """Yield a CSV file for Excel: where each bad row stands, why it was not taken, and its cells, none of which is calculated."""
    yield _BOM + line([sentence(language, "rosters.rejects.line"), sentence(language, "rosters.rejects.reasons"), *map(guarded, header)])
    for row in rows:
        told = " / ".join(f"{reason.called}: {reason.message}" for reason in reasons_of(language, row))
        yield line([str(row.line.number), told, *map(guarded, cells_of(row))])
