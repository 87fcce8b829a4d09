"""What else a word is called, and what lies beside it; from thesaurus.toml, in the terms of one analyser."""

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import TypeAlias

from server.search.japanese.analysis import Analyser, spellings
from server.search.japanese.fillers import words_of
from server.search.japanese.folding import fold
from server.search.japanese.segments import Segment, Segmenter
from server.search.japanese.terms import cut, normal, stem

# What a word is looked up by: how a dictionary writes each of its units.
Key: TypeAlias = tuple[str, ...]
# Another word, as the terms that each of its units may be met by; all of the units are to be met.
Units: TypeAlias = tuple[frozenset[str], ...]

LONGEST = 6


@dataclass(frozen=True, slots=True)
class Meaning:
    """Other words for the same, and words for what is near."""

    same: tuple[Units, ...] = ()
    near: tuple[Units, ...] = ()


class Thesaurus:
    """The entries of the file, found by the units that a segmenter makes of their words, in whichever spelling they are asked for."""

    def __init__(self, segmenter: Segmenter) -> None:
        """Read the file and cut its words."""
        entries = tomllib.loads(files("server.search.japanese").joinpath("thesaurus.toml").read_text(encoding="utf-8"))["entries"]
        cuts = {
            word: words_of(segmenter.segments(fold(word).text)) for entry in entries for word in (*entry["words"], *entry.get("near", ()))
        }
        units = {word: units_of(segments) for word, segments in cuts.items()}
        keys = {word: key_of(segments) for word, segments in cuts.items()}
        words: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        near: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        for entry in entries:
            for word in entry["words"]:
                words[keys[word]] |= dict.fromkeys(entry["words"])
                near[keys[word]] |= dict.fromkeys(entry.get("near", ()))
        self._meanings = {
            key: Meaning(
                same=tuple(dict.fromkeys(units[word] for word in others if keys[word] != key)),
                near=tuple(dict.fromkeys(units[each] for word in near[key] for each in chain((word,), words.get(keys[word], ())))),
            )
            for key, others in words.items()
        }

    def knows(self, segments: Sequence[Segment]) -> bool:
        """Tell whether these units are a word of the file."""
        return self.meaning(segments) is not None

    def meaning(self, segments: Sequence[Segment]) -> Meaning | None:
        """Return what is known of the word that these units are."""
        return self._meanings.get(key_of(segments)) if 0 < len(segments) <= LONGEST else None


def key_of(segments: Sequence[Segment]) -> Key:
    """Return the key of a word; English ones meet in singular and plural."""
    return tuple(stem(segment.surface) or normal(segment.normalised) for segment in segments)


def units_of(segments: Sequence[Segment]) -> Units:
    """Return the terms of each unit, as they stand in the index: a suffix apart from its word."""
    return tuple(cut(spellings(part)) for segment in segments for part in (segment.parts or (segment,)))


@lru_cache(maxsize=4)
def thesaurus_of(analyser: Analyser) -> Thesaurus:
    """Return the thesaurus in the terms of an analyser."""
    return Thesaurus(analyser.segmenter)
