"""Which words of a query say nothing of what is sought, and which only a little, with what that leaves; from fillers.toml."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from server.search.japanese.segments import Segment
from server.search.japanese.terms import normal

# People type them after a name; no profile says them of itself.
_HONORIFICS = frozenset({"さん", "様", "さま", "氏", "君", "くん", "ちゃん", "殿", "先生"})


@dataclass(frozen=True, slots=True)
class Fillers:
    """The words by how little they say, in the dictionary's normal form; English ones as they are typed."""

    silent: frozenset[str]
    suffixes: frozenset[str]
    faint: frozenset[str]
    english: frozenset[str]
    english_faint: frozenset[str]

    def is_silent(self, segment: Segment) -> bool:
        """Tell whether a word says nothing beside another one."""
        return segment.surface in _HONORIFICS or normal(segment.normalised) in self.silent or segment.surface in self.english

    def is_faint(self, segment: Segment) -> bool:
        """Tell whether a word need not be met."""
        return normal(segment.normalised) in self.faint or segment.surface in self.english_faint


@cache
def fillers() -> Fillers:
    """Return the words of the file."""
    entries = tomllib.loads(files("server.search.japanese").joinpath("fillers.toml").read_text(encoding="utf-8"))
    names = ("silent", "suffixes", "faint", "english", "english_faint")
    return Fillers(*(frozenset(map(normal, entries[name])) for name in names))


def words_of(segments: Iterable[Segment]) -> list[Segment]:
    """Return the units that are words by themselves, each with a suffix that makes another word of it; all, where none is."""
    every = list(segments)
    return [segment for segment in _with_suffixes(every) if not segment.weak and segment.surface not in _HONORIFICS] or every


def telling(words: Sequence[Segment], is_known: Callable[[Sequence[Segment]], bool], longest: int) -> list[Segment]:
    """Return the words that tell something; all, where none does. What is part of something known, such as 株式 of 株式公開, tells."""
    told: list[Segment] = []
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 1, -1)
        size = next((size for size in sizes if is_known(words[at : at + size])), 1)
        told += words[at : at + size] if size > 1 or not fillers().is_silent(words[at]) else ()
        at += size
    return told or list(words)


def _with_suffixes(segments: Sequence[Segment]) -> list[Segment]:
    words: list[Segment] = []
    for segment in segments:
        if segment.suffix and words and words[-1].end == segment.start and _makes_another(words[-1], segment):
            words[-1] = _together(words[-1], segment)
        else:
            words.append(segment)
    return words


def _makes_another(word: Segment, suffix: Segment) -> bool:
    return not (word.weak or suffix.surface in _HONORIFICS or normal(suffix.normalised) in fillers().suffixes)


def _together(word: Segment, suffix: Segment) -> Segment:
    reading = word.reading + suffix.reading if word.reading and suffix.reading else ""
    parts = (*(word.parts or (word,)), suffix)
    return Segment(word.start, suffix.end, word.surface + suffix.surface, word.normalised + suffix.normalised, reading, parts=parts)
