"""Where members are, as far as a filter asks: the prefectures and countries of data/places.toml, read out of what they write."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from server.search.japanese.folding import fold


@dataclass(frozen=True, slots=True)
class Place:
    """A prefecture or a country: its code (ISO 3166), and its name in both languages of the interface."""

    code: str
    ja: str
    en: str


@cache
def known_places() -> dict[str, Place]:
    """Return the places of the list by code, prefectures from north to south first."""
    return {entry["code"]: Place(entry["code"], entry["ja"], entry["en"]) for entry in _entries()}


def places_in(text: str) -> frozenset[str]:
    """Return the codes of the places that a line tells; none where it tells none that is known."""
    # Where several stand in one line (東京・福岡), the first of each that is known counts, so that 大阪市福島区 is in Osaka alone.
    found: set[str] = set()
    for part in _separators().split(fold(text).text):
        match = _names().search(part)
        if match and (code := _codes().get(match.group())):
            found.add(code)
    return frozenset(found)


@cache
def _separators() -> re.Pattern[str]:
    return re.compile("|".join(_whole(_folded(each)) for each in _written()["separators"]))


@cache
def _names() -> re.Pattern[str]:
    # The longest first, so that 東京都 is not 京都; a word in letters of one kind does not begin or end within another.
    names = sorted({*_codes(), *map(_folded, _written()["no_places"])}, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(_whole, names)))


@cache
def _codes() -> dict[str, str]:
    return {_folded(name): entry["code"] for entry in _entries() for name in (entry["ja"], entry["en"], *entry["also"])}


def _whole(name: str) -> str:
    for letters in ("a-z", "\u30a1-\u30fc"):
        if re.match(f"[{letters}]", name):
            return f"(?<![{letters}]){re.escape(name)}(?![{letters}])"
    return re.escape(name)


def _folded(name: str) -> str:
    return fold(name).text


def _entries() -> list[dict[str, Any]]:
    return _written()["place"]


@cache
def _written() -> dict[str, Any]:
    return tomllib.loads(files("server.people").joinpath("data", "places.toml").read_text(encoding="utf-8"))
