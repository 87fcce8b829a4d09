"""Which words of a query say nothing of what is sought, and which only a little, with what that leaves; from fillers.toml."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from server.search.japanese.segments import Segment
from server.search.japanese.terms import normal

# People type them after a name; no profile says them of itself. One of them is also somebody's work.
_TEACHER = "先生"
_HONORIFICS = frozenset({"さん", "様", "さま", "氏", "君", "くん", "ちゃん", "殿", _TEACHER})


@dataclass(frozen=True, slots=True)
class Fillers:
    """The words by how little they say, in the dictionary's normal form; English ones as they are typed."""

    silent: frozenset[str]
    suffixes: frozenset[str]
    faint: frozenset[str]
    english: frozenset[str]
    english_faint: frozenset[str]
    capitals: frozenset[str]
    deeds: frozenset[str]

    def is_silent(self, segment: Segment, *, in_english: bool = True) -> bool:
        """Tell whether a word says nothing beside another one. Within Japanese, or in capitals, "it" and "us" are no English ones."""
        if segment.surface in self.english:
            return in_english or segment.surface not in self.capitals
        return segment.surface in _HONORIFICS - {_TEACHER} or normal(segment.normalised) in self.silent

    def is_faint(self, segment: Segment) -> bool:
        """Tell whether a word need not be met."""
        return normal(segment.normalised) in self.faint or segment.surface in self.english_faint

    def is_deed(self, segment: Segment) -> bool:
        """Tell whether a word says only what is done, how, or which: 「直して」, 「早く」, 「小さな」."""
        return segment.verbal and normal(segment.normalised) not in self.deeds


@cache
def fillers() -> Fillers:
    """Return the words of the file."""
    entries = tomllib.loads(files("server.search.japanese").joinpath("fillers.toml").read_text(encoding="utf-8"))
    names = ("silent", "suffixes", "faint", "english", "english_faint", "capitals", "deeds")
    return Fillers(*(frozenset(map(normal, entries[name])) for name in names))


def words_of(segments: Iterable[Segment]) -> list[Segment]:
    """Return the units that are words by themselves, each with a suffix that makes another word of it; all, where none is."""
    every = list(segments)
    words = _with_suffixes(every)
    return [word for at, word in enumerate(words) if not word.weak and not _is_honorific(words, at)] or every


def bare_name(text: str, segments: Iterable[Segment]) -> str:
    """Return a text without the honorific that it ends in."""
    every = list(segments)
    honoured = len(every) > 1 and every[-1].end == len(text) and _is_honorific(every, len(every) - 1)
    return text[: every[-1].start] if honoured else text


def _is_honorific(words: Sequence[Segment], at: int) -> bool:
    """Tell whether a word only honours the one that it follows."""
    return words[at].surface in _HONORIFICS and (at == 0 or words[at - 1].end == words[at].start)


def telling(words: Sequence[Segment], is_known: Callable[[Sequence[Segment]], bool], longest: int, *, in_english: bool) -> list[Segment]:
    """Return the words that tell something; all, where none does. What is part of something known, such as 株式 of 株式公開, tells."""
    told: list[Segment] = []
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 1, -1)
        size = next((size for size in sizes if is_known(words[at : at + size])), 1)
        told += words[at : at + size] if size > 1 or not fillers().is_silent(words[at], in_english=in_english) else ()
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
