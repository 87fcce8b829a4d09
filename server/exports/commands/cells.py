"""How a value stands in a cell: instants as Tokyo sees them, codes in words, and nothing that a spreadsheet would calculate."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from server.kit.actor import Language
from server.kit.cells import guarded
from server.kit.clock import TOKYO
from server.kit.text import sentence
from server.kit.text.catalogue import catalogue


def headings(columns: Sequence[str], language: Language) -> list[str]:
    """Return what stands above the columns."""
    return [sentence(language, f"exports.column.{column}") for column in columns]


def cell(column: str, value: Any, language: Language) -> str:
    """Return the value as the text of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return sentence(language, f"exports.{'yes' if value else 'no'}")
        case datetime():
            return value.astimezone(TOKYO).strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return value.isoformat()
        case list():
            return guarded(sentence(language, "exports.between").join(map(str, value)))  # pyright: ignore[reportUnknownArgumentType]
        case _:
            return str(value) if column == "number" else guarded(_in_words(column, value, language))


def _in_words(column: str, value: object, language: Language) -> str:
    return catalogue(language).get(f"exports.word.{column}.{value}", str(value))
