"""Which stretches of a text are marked: those that a word of the query was met by, in the text as it was written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from server.search.japanese.analysis import Analyser, Kind, Token, default_analyser
from server.search.japanese.folding import Folded, to_hiragana
from server.search.japanese.words import Word

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the original text, never HTML; all stretches together are the text."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """All words together: a mark does not tell which of them was met."""

    terms: frozenset[str]
    prefixes: tuple[str, ...]

    def meets(self, terms: frozenset[str]) -> bool:
        return not self.terms.isdisjoint(terms) or (bool(self.prefixes) and any(term.startswith(self.prefixes) for term in terms))


def highlight(
    text: str, words: Sequence[Word], *, kind: Kind = Kind.PROSE, reading: str = "", analyser: Analyser | None = None
) -> list[Segment]:
    """Cut `text` into marked and plain stretches. Pass only what the viewer may read.

    The parts of a name's `reading` stand for the parts of the name where there are as many of both.
    """
    analyser = analyser or default_analyser()
    analysed = analyser.analysed(text, kind)
    asked = _Asked(
        frozenset(term for word in words for term in (*word.typed(), *word.others())),
        tuple({each for word in words for each in word.prefixes}),
    )
    met = [token for token in analysed.tokens if asked.meets(token.terms)]
    # A token that is only begun is met as well, since how it is written is one of its terms.
    marks = {span for token in met for span in _plain_marks(analysed.folded, token, asked)}
    # Where a reading or a key is begun, which of the token's characters those are cannot be told.
    vague = {analysed.folded.origin(token.start, token.end) for token in met}
    # The part of a name that was met is marked, not the whole name, which was then met as well.
    for span in sorted(vague, key=lambda span: span[1] - span[0]):
        if not _holds_any(span, marks):
            marks.add(span)
    return _cut(text, marks | set(_marks_by_reading(text, reading, asked, analyser)))


def is_marked(segments: Sequence[Segment]) -> bool:
    """Tell whether anything is marked."""
    return any(segment.marked for segment in segments)


def _plain_marks(folded: Folded, token: Token, asked: _Asked) -> Iterator[Span]:
    """Yield the token where it is met as a whole, and its first characters where it is only begun."""
    if not asked.terms.isdisjoint(token.terms):
        yield folded.origin(token.start, token.end)
    surface = to_hiragana(folded.text[token.start : token.end])
    for prefix in asked.prefixes:
        if surface.startswith(prefix):
            yield folded.origin(token.start, token.start + len(prefix))


def _holds_any(span: Span, others: set[Span]) -> bool:
    return any(span[0] <= start and end <= span[1] for start, end in others)


def _marks_by_reading(text: str, reading: str, asked: _Asked, analyser: Analyser) -> Iterator[Span]:
    parts, readings = text.split(), reading.split()
    if len(parts) != len(readings):
        return
    at = 0
    for part, part_reading in zip(parts, readings, strict=True):
        at = text.index(part, at)
        terms = analyser.terms(part_reading, Kind.NAME)
        if asked.meets(terms):
            yield at, at + len(part)
        at += len(part)


def _cut(text: str, spans: set[Span]) -> list[Segment]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    edges = [0, *(edge for span in merged for edge in span), len(text)]
    segments = [Segment(text[start:end], marked=at % 2 == 1) for at, (start, end) in enumerate(pairwise(edges))]
    return [segment for segment in segments if segment.text]
