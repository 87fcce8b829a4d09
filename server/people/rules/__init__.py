"""What a profile and a tenure may say: lengths, numbers, kana, months; languages, links, stamps and steps have rooms of their own."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from server.companies.rules import checked, one_line
from server.kit.refusal import TooMany
from server.people.errors import EndsBeforeItBegins, InTheFuture, NotKana, StillThere, TooLongAgo
from server.search.japanese.folding import fold, to_hiragana

# The name of the search index.
INDEX: Final = "people"

LONGEST_NAME: Final = 80
LONGEST_HEADLINE: Final = 120
LONGEST_BIO: Final = 4000
LONGEST_PLACE: Final = 80
LONGEST_POSITION: Final = 120
LONGEST_LINE: Final = 60
MOST_LINES: Final = 10
MOST_SKILLS: Final = 30
LONGEST_REASON: Final = 500
_EARLIEST: Final = date(1930, 1, 1)
_KANA: Final = re.compile(r"[\u3041-\u309f\u30a1-\u30ff\u30fb ]+")


def check_tenure(started_on: date, ended_on: date | None, *, today: date, may_stay: bool) -> None:
    """Check a tenure in months (day 1); without a last month only for who `may_stay`. Fields are `tenure.startedOn`, `tenure.endedOn`."""
    month = today.replace(day=1)
    for field, value in (("tenure.startedOn", started_on), ("tenure.endedOn", ended_on)):
        if value is not None and value > month:
            raise InTheFuture(field)
        if value is not None and value < _EARLIEST:
            raise TooLongAgo(field)
    if ended_on is None:
        if not may_stay:
            raise StillThere("tenure.endedOn")
    elif ended_on < started_on:
        raise EndsBeforeItBegins("tenure.endedOn")


def overlaps(started_on: date, ended_on: date | None, others: Iterable[tuple[date, date | None]]) -> bool:
    """Tell whether a tenure shares a month with one of the others."""
    last = ended_on or date.max
    return any(start <= last and started_on <= (end or date.max) for start, end in others)


def clean_name(field: str, name: str) -> str:
    """Return a name of 1 to 80 characters."""
    return one_line(field, name, LONGEST_NAME)


def clean_reading(reading: str | None) -> str | None:
    """Return a reading in kana, half width made full; empty means none."""
    written = unicodedata.normalize("NFKC", reading or "").strip()
    if not written:
        return None
    cleaned = checked("reading", written, LONGEST_NAME)
    if not _KANA.fullmatch(cleaned):
        raise NotKana("reading")
    return cleaned


def optional_line(field: str, text: str | None, limit: int) -> str | None:
    """Return a text of one line, or None for an empty one."""
    return one_line(field, text, limit) if text and text.strip() else None


def clean_bio(text: str | None) -> str | None:
    """Return Markdown of several lines, or None for an empty one."""
    written = unicodedata.normalize("NFC", text or "").replace("\r\n", "\n").strip()
    return checked("bio", written, LONGEST_BIO, allowed="\n\t") if written else None


def clean_lines(field: str, lines: Sequence[str]) -> list[str]:
    """Return short lines without empty and repeated ones: what one can give or looks for."""
    return _several(field, lines, MOST_LINES)


def clean_skills(field: str, names: Sequence[str], most: int = MOST_SKILLS) -> dict[str, str]:
    """Return the names of skills by their folded form, in order; of two spellings of one skill the first."""
    found: dict[str, str] = {}
    for name in _several(field, names, most):
        found.setdefault(folded_skill(name), name)
    found.pop("", None)
    return found


def folded_skill(name: str) -> str:
    """Return what two spellings of one skill have in common; marks stay, since C, C++ and C# differ."""
    return to_hiragana("".join(fold(name).text.split()))


def _several(field: str, lines: Sequence[str], most: int) -> list[str]:
    if len(lines) > most:
        raise TooMany(field, limit=most)
    return list(dict.fromkeys(one_line(field, line, LONGEST_LINE) for line in lines if line.strip()))
