"""The terms under which a text is found: one set of them for the index, for highlighting and, by way of words.py, for queries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from server.search.japanese.folding import Folded, fold, is_hiragana, is_katakana, to_hiragana
from server.search.japanese.romaji import MARK, key_of_kana, key_of_latin
from server.search.japanese.segments import Segment, Segmenter, best_segmenter

# Raise it with every change of this package after which the same text gives other terms: documents are indexed anew then.
REVISION = 1
LONGEST_TERM = 64
# What stands in a line. Longer texts are remembered nowhere, since they are many times as large.
_SHORT = 200

# Words such as c++, c#, .net, node.js and r&d, which a dictionary takes apart.
_TECHNICAL = re.compile(r"\.?[a-z][a-z0-9]*(?:[.&/-][a-z0-9]+)*[+#]*")
_NAME_PART = re.compile(r"[^\s・,、/()]+")
_LATIN_NAME = re.compile(r"[a-z\u00df-\u024f][a-z\u00df-\u024f'.-]*")


class Kind(Enum):
    """What a text is: of a name, whole parts and romanised spellings are findable too, and kana are taken for its reading."""

    PROSE = "prose"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a folded text and every term under which it is found."""

    start: int
    end: int
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text as it was analysed."""

    folded: Folded
    tokens: tuple[Token, ...]


class Analyser:
    """Turns texts into terms, always in the same way for one `version`."""

    def __init__(self, segmenter: Segmenter) -> None:
        """The segmenter decides where words begin and end."""
        self.segmenter = segmenter
        # The same lines, names of companies, places and skills stand in thousands of documents.
        self._terms = lru_cache(maxsize=32_768)(self._terms_of)
        # Whoever is found once is found again, a letter later or by somebody else.
        self._short = lru_cache(maxsize=1024)(self._analysed)
        self.version = f"{REVISION}+{segmenter.version}"

    def terms(self, text: str, kind: Kind) -> frozenset[str]:
        """Return the terms of a text as it was written. No word goes over the end of a line, so that each is analysed alone."""
        if "\n" in text:
            return frozenset[str]().union(*(self._terms(line, kind) for line in text.split("\n")))
        return self._terms(text, kind)

    def analysed(self, text: str, kind: Kind) -> Analysed:
        """Return the tokens of a text as it was written; short texts are remembered."""
        return (self._short if len(text) <= _SHORT else self._analysed)(text, kind)

    def _analysed(self, text: str, kind: Kind) -> Analysed:
        folded = fold(text)
        return Analysed(folded, tuple(self.tokens(folded, kind)))

    def _terms_of(self, text: str, kind: Kind) -> frozenset[str]:
        return frozenset(term for token in self.tokens(fold(text), kind) for term in token.terms)

    def tokens(self, folded: Folded, kind: Kind) -> Iterator[Token]:
        """Yield the tokens of a folded text; they may overlap."""
        segments = list(self.segmenter.segments(folded.text))
        for segment in segments:
            yield Token(segment.start, segment.end, _segment_terms(segment.surface, segment.normalised, segment.reading))
        yield from _katakana_compounds(segments)
        for technical in _TECHNICAL.finditer(folded.text):
            yield Token(*technical.span(), cut({technical.group()}))
        if kind is Kind.NAME:
            yield from _name_tokens(folded.text, segments)


def _katakana_compounds(segments: list[Segment]) -> Iterator[Token]:
    """Yield what is written as one katakana word: while it is being typed, a dictionary cuts it elsewhere than when it is whole."""
    run: list[Segment] = []
    for segment in [*segments, None]:
        if segment and is_katakana(segment.surface) and (not run or run[-1].end == segment.start):
            run.append(segment)
            continue
        if len(run) > 1:
            yield Token(run[0].start, run[-1].end, cut({to_hiragana("".join(each.surface for each in run))}))
        run = [segment] if segment and is_katakana(segment.surface) else []


@lru_cache(maxsize=16_384)
def _segment_terms(surface: str, normalised: str, reading: str) -> frozenset[str]:
    return cut({to_hiragana(surface), _normal(normalised), reading})


def spellings(segment: Segment) -> set[str]:
    """Return how the segment itself is written: as it stands, and in its normal form."""
    return {to_hiragana(segment.surface), _normal(segment.normalised)}


@lru_cache(maxsize=16_384)
def _normal(form: str) -> str:
    return to_hiragana(fold(form).text)


def cut(terms: set[str]) -> frozenset[str]:
    """Bound the terms in length; the empty one says nothing."""
    return frozenset(term[:LONGEST_TERM].strip() for term in terms) - {""}


def _name_tokens(text: str, segments: list[Segment]) -> Iterator[Token]:
    parts = [(match.start(), match.end(), match.group()) for match in _NAME_PART.finditer(text)]
    readings = [_reading(start, end, part, segments) for start, end, part in parts]
    for (start, end, part), reading in zip(parts, readings, strict=True):
        yield Token(start, end, _name_terms(part, reading))
    if len(parts) > 1:
        whole = "".join(part for _, _, part in parts)
        yield Token(parts[0][0], parts[-1][1], _name_terms(whole, "".join(readings) if all(readings) else ""))


def _name_terms(part: str, reading: str) -> frozenset[str]:
    terms = {to_hiragana(part), reading}
    if reading:
        terms.add(MARK + key_of_kana(reading))
    elif _LATIN_NAME.fullmatch(part):
        terms.add(MARK + key_of_latin(part))
    return cut(terms) - {MARK}


def _reading(start: int, end: int, part: str, segments: list[Segment]) -> str:
    """Return the hiragana of a part of a name, or nothing where a piece of it cannot be read."""
    hiragana = to_hiragana(part)
    if is_hiragana(hiragana):
        return hiragana
    pieces = [segment for segment in segments if start <= segment.start and segment.end <= end]
    read = [segment.reading or to_hiragana(segment.surface) for segment in pieces]
    covered = sum(segment.end - segment.start for segment in pieces) == end - start
    return "".join(read) if covered and all(map(is_hiragana, read)) else ""


@cache
def default_analyser() -> Analyser:
    """Return the analyser of this process; the dictionary is opened on first use."""
    return Analyser(best_segmenter())
