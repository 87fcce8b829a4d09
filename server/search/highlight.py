"""Which stretches of a text are marked: those that a word of the query was met by, in the text as it was written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from server.search.japanese.analysis import Analyser, Kind, Token, default_analyser
from server.search.japanese.folding import Folded, fold, to_hiragana
from server.search.japanese.words import Word

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the original text, never HTML; all stretches together are the text."""

    text: str
    marked: bool


def highlight(
    text: str, words: Sequence[Word], *, kind: Kind = Kind.PROSE, reading: str = "", analyser: Analyser | None = None
) -> list[Segment]:
    """Cut `text` into marked and plain stretches. Pass only what the viewer may read.

    The parts of a name's `reading` stand for the parts of the name where there are as many of both.
    """
    analyser = analyser or default_analyser()
    folded = fold(text)
    tokens = list(analyser.tokens(folded, kind))
    marks = {span for token in tokens for span in _plain_marks(folded, token, words)}
    vague = {span for token in tokens for span in _vague_marks(folded, token, words)}
    # The part of a name that was met is marked, not the whole name, which was then met as well.
    for span in sorted(vague, key=lambda span: span[1] - span[0]):
        if not _holds_any(span, marks):
            marks.add(span)
    return _cut(text, marks | set(_marks_by_reading(text, reading, words, analyser)))


def is_marked(segments: Sequence[Segment]) -> bool:
    """Tell whether anything is marked."""
    return any(segment.marked for segment in segments)


def _plain_marks(folded: Folded, token: Token, words: Sequence[Word]) -> Iterator[Span]:
    """Yield the token where it is met as a whole, and its first characters where it is only begun."""
    if any(not word.terms.isdisjoint(token.terms) for word in words):
        yield folded.origin(token.start, token.end)
    surface = to_hiragana(folded.text[token.start : token.end])
    for prefix in (prefix for word in words for prefix in word.prefixes):
        if surface.startswith(prefix):
            yield folded.origin(token.start, token.start + len(prefix))


def _vague_marks(folded: Folded, token: Token, words: Sequence[Word]) -> Iterator[Span]:
    """Yield the token where its reading or its key is begun: which of its characters those are cannot be told."""
    if any(word.meets(token.terms) for word in words):
        yield folded.origin(token.start, token.end)


def _holds_any(span: Span, others: set[Span]) -> bool:
    return any(span[0] <= start and end <= span[1] for start, end in others)


def _marks_by_reading(text: str, reading: str, words: Sequence[Word], analyser: Analyser) -> Iterator[Span]:
    parts, readings = text.split(), reading.split()
    if len(parts) != len(readings):
        return
    at = 0
    for part, part_reading in zip(parts, readings, strict=True):
        at = text.index(part, at)
        terms = analyser.terms(part_reading, Kind.NAME)
        if any(word.meets(terms) for word in words):
            yield at, at + len(part)
        at += len(part)


def _cut(text: str, spans: set[Span]) -> list[Segment]:
    marks = [False] * len(text)
    for start, end in spans:
        marks[start:end] = [True] * (end - start)
    runs = groupby(range(len(text)), key=marks.__getitem__)
    return [Segment("".join(text[at] for at in run), marked) for marked, run in runs]
