"""Which column is which: recognised by what operators call them, in Japanese or English, in any order; the others are not read."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from server.rosters.errors import MissingColumn
from server.rosters.rules.words import words
from server.search.japanese.folding import to_hiragana

# The columns that a list must have, each in one of these ways; the first name of a way stands for it.
_NEEDED: Final = ((("name",), ("family_name", "given_name")), (("email",),), (("started", "ended"), ("tenure",)))
_ASIDE: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|【[^【】]*】|[\s※*:;\u3001\u3002._'\"・-]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column stands, by its key, and what the columns are called that are not read.

    `fiscal` are those whose heading says 年度: a year alone is a fiscal one there.
    """

    places: dict[str, int]
    ignored: tuple[str, ...]
    fiscal: frozenset[str]


def recognised(header: Sequence[str]) -> Columns:
    """Return the columns of a row of headings; of two of one kind the first."""
    places: dict[str, int] = {}
    ignored: list[str] = []
    for place, heading in enumerate(header):
        key = _names().get(folded_heading(heading))
        if key is None or key in places:
            ignored += [heading] if heading.strip() else []
        else:
            places[key] = place
    fiscal = frozenset(key for key, place in places.items() if "年度" in header[place])
    return Columns(places, tuple(ignored), fiscal)


def missing(columns: Columns) -> list[str]:
    """Return the keys of the columns that are needed and are not there."""
    return [ways[0][0] for ways in _NEEDED if not any(columns.places.keys() >= set(way) for way in ways)]


def check_complete(columns: Columns) -> None:
    """Raise MissingColumn, naming every one."""
    lacking = missing(columns)
    if lacking:
        raise MissingColumn("file", lacking, named=", ".join(words()["called"][key] for key in lacking))


def folded_heading(heading: str) -> str:
    """Return what two spellings of one heading have in common."""
    text = unicodedata.normalize("NFKC", heading).lower()
    return to_hiragana(_ASIDE.sub("", text))


@cache
def _names() -> dict[str, str]:
    return {folded_heading(name): key for key, names in words()["names"].items() for name in names}
