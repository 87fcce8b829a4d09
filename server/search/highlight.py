"""Which stretches of a text are marked: those that a word of the query was met by, in the text as it was written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.search.japanese.analysis import Analyser, Kind, Token, default_analyser
from server.search.japanese.folding import Folded, fold, to_hiragana
from server.search.japanese.words import Word


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
    spans = [span for token in analyser.tokens(folded, kind) for span in _marks(folded, token, words)]
    spans += _marks_by_reading(text, reading, words, analyser)
    return _cut(text, spans)


def is_marked(segments: Sequence[Segment]) -> bool:
    """Tell whether anything is marked."""
    return any(segment.marked for segment in segments)


def _marks(folded: Folded, token: Token, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    if any(not word.terms.isdisjoint(token.terms) for word in words):
        yield folded.origin(token.start, token.end)
        return
    surface = to_hiragana(folded.text[token.start : token.end])
    for prefix in (prefix for word in words for prefix in word.prefixes):
        if surface.startswith(prefix):
            yield folded.origin(token.start, token.start + len(prefix))
        elif any(term.startswith(prefix) for term in token.terms):
            yield folded.origin(token.start, token.end)


def _marks_by_reading(text: str, reading: str, words: Sequence[Word], analyser: Analyser) -> Iterator[tuple[int, int]]:
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


def _cut(text: str, spans: list[tuple[int, int]]) -> list[Segment]:
    segments: list[Segment] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        if start > at:
            segments.append(Segment(text[at:start], marked=False))
        segments.append(Segment(text[max(start, at) : end], marked=True))
        at = end
    if at < len(text):
        segments.append(Segment(text[at:], marked=False))
    return segments
