"""Which languages members can say they work in: those of data/languages.toml, by their codes of BCP 47."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from server.kit.refusal import TooMany
from server.people.errors import UnknownLanguage

MOST_LANGUAGES: Final = 10


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language: its code, and its name in both languages of the interface."""

    code: str
    ja: str
    en: str


@cache
def known_languages() -> dict[str, Spoken]:
    """Return the languages of the list by code, in the order of the picker."""
    text = files("server.people").joinpath("data", "languages.toml").read_text(encoding="utf-8")
    return {entry["code"]: Spoken(**entry) for entry in tomllib.loads(text)["language"]}


def clean_languages(codes: Sequence[str]) -> list[str]:
    """Return codes of the list without repeated ones, the best first; raise UnknownLanguage or TooMany, of field `languages`."""
    kept = list(dict.fromkeys(codes))
    if len(kept) > MOST_LANGUAGES:
        raise TooMany("languages", limit=MOST_LANGUAGES)
    if any(code not in known_languages() for code in kept):
        raise UnknownLanguage("languages")
    return kept


def words_of(codes: Sequence[str]) -> str:
    """Return what finds a member by their languages: each one's names in both languages of the interface."""
    spoken = [known_languages()[code] for code in codes if code in known_languages()]
    return "\n".join(f"{each.ja} {each.en}" for each in spoken)
