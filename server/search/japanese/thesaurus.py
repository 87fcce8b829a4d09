"""What else a word is called, and what lies beside it: entries, and how they read in the terms of one analyser.

thesaurus.toml ships the entries of the platform. What a process reads queries with is what was handed to `use`, as a whole:
whoever reads a query takes one state of it, and what is remembered of a query is remembered with the number of its state.
"""

import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, count
from typing import Final, TypeAlias

from server.search.japanese.analysis import Analyser, spellings
from server.search.japanese.fillers import words_of
from server.search.japanese.folding import fold, to_hiragana
from server.search.japanese.segments import Segment, Segmenter
from server.search.japanese.terms import cut, normal, stem, unlengthened

# What a word is looked up by: how a dictionary writes each of its units.
Key: TypeAlias = tuple[str, ...]
# Another word, as the terms that each of its units may be met by; all of the units are to be met.
Units: TypeAlias = tuple[frozenset[str], ...]

LONGEST = 6
# Of a thesaurus in which one entry was changed, all other words were cut before.
_CUT_WORDS: Final = 65_536


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that stand for each other in both directions, and words for what lies near all of them."""

    words: tuple[str, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """All entries of one moment, compared as the object that they are: what is made of them is made once."""

    every: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class InUse:
    """What this process reads queries with: `number` is another one after every change, `version` is whose who keeps the entries."""

    entries: Entries
    version: int
    number: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """Other words for the same, and words for what is near."""

    same: tuple[Units, ...] = ()
    near: tuple[Units, ...] = ()


class Thesaurus:
    """Entries, found by the units that a segmenter makes of their words, in whichever spelling they are asked for."""

    def __init__(self, segmenter: Segmenter, entries: Iterable[Entry]) -> None:
        """Cut the words of the entries."""
        every = tuple(entries)
        cuts = {word: _cut_word(segmenter, word) for entry in every for word in chain(entry.words, entry.near)}
        words: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        near: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        for entry in every:
            for word in entry.words:
                words[cuts[word][0]] |= dict.fromkeys(entry.words)
                near[cuts[word][0]] |= dict.fromkeys(entry.near)
        for word, (key, _) in cuts.items():
            # What English writes apart is also written together: "boardgames".
            if len(key) > 1 and key in words and (together := stem(_together(word))) and (together,) not in words:
                words[together,] |= words[key]
                near[together,] |= near[key]
        self._cut = {_together(word): cut for word, cut in cuts.items()}
        self._meanings = {
            key: Meaning(
                same=tuple(dict.fromkeys(cuts[word][1] for word in others if cuts[word][0] != key)),
                near=tuple(dict.fromkeys(cuts[each][1] for word in near[key] for each in chain((word,), words.get(cuts[word][0], ())))),
            )
            for key, others in words.items()
        }

    def spellings(self) -> Collection[str]:
        """Return how each word is written together, in hiragana and small Latin letters."""
        return self._cut.keys()

    def spelt(self, spelling: str) -> tuple[Units, Meaning]:
        """Return what the word of a spelling is made of, and what is known of it."""
        key, units = self._cut[spelling]
        return units, self._meanings.get(key, Meaning())

    def knows(self, segments: Sequence[Segment]) -> bool:
        """Tell whether these units are a word of an entry."""
        return self.meaning(segments) is not None

    def meaning(self, segments: Sequence[Segment]) -> Meaning | None:
        """Return what is known of the word that these units are."""
        return self._meanings.get(key_of(segments)) if 0 < len(segments) <= LONGEST else None


def _together(word: str) -> str:
    return to_hiragana(fold(word).text.replace(" ", ""))


def key_of(segments: Sequence[Segment]) -> Key:
    """Return the key of a word; English ones meet in singular and plural."""
    return tuple(stem(segment.surface) or unlengthened(normal(segment.normalised)) for segment in segments)


def units_of(segments: Sequence[Segment]) -> Units:
    """Return the terms of each unit, as they stand in the index: a suffix apart from its word."""
    return tuple(cut(spellings(part)) for segment in segments for part in (segment.parts or (segment,)))


def key_of_word(word: str, segmenter: Segmenter) -> Key:
    """Return the key of a word as somebody wrote it; two spellings of one word have one key."""
    return _cut_word(segmenter, word)[0]


@lru_cache(maxsize=_CUT_WORDS)
def _cut_word(segmenter: Segmenter, word: str) -> tuple[Key, Units]:
    segments = words_of(segmenter.segments(fold(word).text))
    return key_of(segments), units_of(segments)


@cache
def shipped() -> Entries:
    """Return the entries of the file."""
    entries = tomllib.loads(files("server.search.japanese").joinpath("thesaurus.toml").read_text(encoding="utf-8"))["entries"]
    return Entries(tuple(Entry(tuple(entry["words"]), tuple(entry.get("near", ()))) for entry in entries))


class _Held:
    """The one place of a process where it stands what is in use."""

    numbers = count()
    now: InUse | None = None


def in_use() -> InUse:
    """Return what this process reads queries with: the file's entries, until others were put to use."""
    if _Held.now is None:
        use(shipped(), version=0)
        return in_use()
    return _Held.now


def use(entries: Entries, version: int, analyser: Analyser | None = None) -> None:
    """Read queries with these entries from now on, unless a later version is in use.

    With an analyser their words are cut first, so that no query waits for it.
    """
    if analyser is not None:
        _thesaurus(analyser, entries)
    if _Held.now is None or version >= _Held.now.version:
        _Held.now = InUse(entries, version, next(_Held.numbers))


def use_shipped() -> None:
    """Read queries with the file's entries, whatever was in use."""
    _Held.now = None


def thesaurus_of(analyser: Analyser, entries: Entries | None = None) -> Thesaurus:
    """Return the entries, those in use unless others are given, in the terms of an analyser."""
    return _thesaurus(analyser, in_use().entries if entries is None else entries)


# Few: each holds all of its words.
@lru_cache(maxsize=4)
def _thesaurus(analyser: Analyser, entries: Entries) -> Thesaurus:
    return Thesaurus(analyser.segmenter, entries.every)
