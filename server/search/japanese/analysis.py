"""The terms under which a text is found: one set of them for the index, for highlighting and, by way of words.py, for queries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from server.search.japanese.folding import (
    Folded,
    fold,
    has_kanji,
    is_hiragana,
    is_katakana,
    kanji_with_variants,
    name_kanji,
    to_hiragana,
)
from server.search.japanese.romaji import MARK, key_of_latin, keys_of_kana
from server.search.japanese.segments import Segment, Segmenter, best_segmenter
from server.search.japanese.terms import LINE, ONE_OF, VALUE, WRITTEN, cut, normal, stem, unlengthened

# Raise it with every change of this package after which the same text gives other terms: documents are indexed anew then.
# So it is where documents come to hold other values than they did.
REVISION = 8
_LONGEST_LINE = 24
# What stands in a line. Longer texts are remembered nowhere, since they are many times as large.
_SHORT = 200

# Words such as c++, c#, .net, node.js and r&d, which a dictionary takes apart.
_TECHNICAL = re.compile(r"\.?[a-z][a-z0-9]*(?:[.&/-][a-z0-9]+)*[+#]*")
_NAME_PART = re.compile(r"[^\s・,、/()]+")
_NOT_LETTERS = re.compile(r"[^\w+#]+|_")
_LATIN_NAME = re.compile(r"[a-z\u00df-\u024f][a-z\u00df-\u024f'.-]*")


class Kind(Enum):
    """What a text is: of a name, whole parts and romanised spellings are findable too, and kana are taken for its reading.

    VALUES are no text: each line is a value as it is, met by conditions (engine.Condition) and by nothing that is typed.
    """

    PROSE = "prose"
    NAME = "name"
    VALUES = "values"


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
        self._terms = lru_cache(maxsize=16_384)(self._terms_of)
        # Whoever is found once is found again, a letter later or by somebody else.
        self._short = lru_cache(maxsize=1024)(self._analysed)
        self.version = f"{REVISION}+{segmenter.version}"

    def terms(self, text: str, kind: Kind) -> frozenset[str]:
        """Return the terms of a text as it was written. No word goes over the end of a line, so that each is analysed alone."""
        if kind is Kind.VALUES:
            return frozenset([VALUE + value for value in text.split("\n") if value])
        if "\n" in text:
            return frozenset[str]().union(*self.lines(text, kind))
        return self._terms(text, kind)

    def lines(self, text: str, kind: Kind) -> Iterator[frozenset[str]]:
        """Yield the terms of each line of a text as it was written; those of values are all that there are, since each is its own."""
        if kind is Kind.VALUES:
            yield self.terms(text, kind)
            return
        for line in text.split("\n"):
            yield self._terms(line, kind)

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
        if kind is Kind.VALUES:
            return
        segments = list(self.segmenter.segments(folded.text))
        for segment in segments:
            terms = _segment_terms(segment.surface, segment.normalised, segment.reading)
            # A name is no English word.
            yield Token(segment.start, segment.end, terms if kind is Kind.NAME else terms | _stemmed(segment.surface))
        yield from _katakana_compounds(segments)
        for technical in _TECHNICAL.finditer(folded.text):
            yield Token(*technical.span(), cut({technical.group()}))
        if kind is Kind.NAME:
            yield from _name_tokens(folded, segments)
        else:
            yield from _line_token(folded.text, segments)


def _katakana_compounds(segments: list[Segment]) -> Iterator[Token]:
    """Yield what is written as one katakana word: while it is being typed, a dictionary cuts it elsewhere than when it is whole."""
    run: list[Segment] = []
    for segment in [*segments, None]:
        if segment and is_katakana(segment.surface) and (not run or run[-1].end == segment.start):
            run.append(segment)
            continue
        if len(run) > 1:
            written = to_hiragana("".join(each.surface for each in run))
            yield Token(run[0].start, run[-1].end, cut({written, unlengthened(written)}))
        run = [segment] if segment and is_katakana(segment.surface) else []


@lru_cache(maxsize=16_384)
def _segment_terms(surface: str, normalised: str, reading: str) -> frozenset[str]:
    written = {to_hiragana(surface), normal(normalised)}
    return cut({*written, *map(unlengthened, written), reading})


@lru_cache(maxsize=16_384)
def _stemmed(surface: str) -> frozenset[str]:
    return cut({stem(surface)})


def spellings(segment: Segment) -> set[str]:
    """Return how the segment itself is asked for: as it stands, in its normal form, and as the stem of an English word."""
    return {unlengthened(to_hiragana(segment.surface)), unlengthened(normal(segment.normalised)), stem(segment.surface)}


def line_terms(text: str) -> frozenset[str]:
    """Return the terms of a short line as a whole, from its folded text; nothing of a long one."""
    letters = unlengthened(to_hiragana(_NOT_LETTERS.sub("", text)))
    return cut({LINE + letters, letters}) if 0 < len(letters) <= _LONGEST_LINE else frozenset()


def _line_token(text: str, segments: list[Segment]) -> Iterator[Token]:
    """Yield the line where it is one word or one name of a thing; a sentence is asked for by its words."""
    bare = text.strip()
    start = text.find(bare)
    if not segments or len(bare) > _LONGEST_LINE or not _is_one(bare, start, segments):
        return
    terms = line_terms(bare)
    if len(segments) > 1:
        told = {term for term in terms if not term.startswith(LINE)} | {_reading(start, start + len(bare), bare, segments)}
    else:
        # The word itself is a token already.
        told = {term for term in terms if term.startswith(LINE)}
    yield Token(start, start + len(bare), cut(told))


def _is_one(bare: str, start: int, segments: list[Segment]) -> bool:
    """Tell whether nothing but signs and spaces stands between the words of a line."""
    ends = [start, *(segment.end for segment in segments)]
    starts = [*(segment.start for segment in segments), start + len(bare)]
    return all(not bare[end - start : begin - start].strip("・&/-.,()").strip() for end, begin in zip(ends, starts, strict=True))


def _name_tokens(folded: Folded, segments: list[Segment]) -> Iterator[Token]:
    parts = [(match.start(), match.end(), match.group()) for match in _NAME_PART.finditer(folded.text)]
    readings = [_reading(start, end, part, segments) for start, end, part in parts]
    for (start, end, part), reading in zip(parts, readings, strict=True):
        yield Token(start, end, _name_terms(part, reading) | written_terms(folded.kanji[start:end]))
        if end - start > 1:
            for at in range(start, end):
                if has_kanji(folded.text[at]):
                    yield Token(at, at + 1, one_kanji_terms(folded.kanji[at]))
    if len(parts) > 1:
        whole = "".join(part for _, _, part in parts)
        kanji = "".join(folded.kanji[start:end] for start, end, _ in parts)
        terms = _name_terms(whole, "".join(readings) if all(readings) else "")
        yield Token(parts[0][0], parts[-1][1], terms | written_terms(kanji))


def written_terms(name: str) -> frozenset[str]:
    """Return the term of a name that tells its kanji from their variants, where it has any."""
    return cut({WRITTEN + name}) if not kanji_with_variants().isdisjoint(name) else frozenset()


@lru_cache(maxsize=4_096)
def one_kanji_terms(kanji: str) -> frozenset[str]:
    """Return the terms of one kanji within a name: of its family, and as it was written."""
    written = {ONE_OF + WRITTEN + kanji} if kanji in kanji_with_variants() else set[str]()
    return frozenset({ONE_OF + kanji.translate(name_kanji())} | written)


def _name_terms(part: str, reading: str) -> frozenset[str]:
    terms = {to_hiragana(part), unlengthened(to_hiragana(part)), reading, unlengthened(reading)}
    if reading:
        terms |= {MARK + key for key in keys_of_kana(reading)}
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
