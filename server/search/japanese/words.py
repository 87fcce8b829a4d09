"""What a query asks for: its words, the terms that each may be met by, and which of them may be unfinished."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from server.search.japanese.analysis import Analyser, cut, spellings
from server.search.japanese.folding import Folded, fold, has_kanji, to_hiragana
from server.search.japanese.romaji import MARK, key_of_latin
from server.search.japanese.segments import Segment

MOST_WORDS = 10
LONGEST_QUERY = 200

_CHUNK = re.compile(r"[^\s]+")
_LETTERS = re.compile(r"\w")
_LATIN = re.compile(r"[a-z\u00df-\u024f][a-z\u00df-\u024f'-]*")
_MARKED = re.compile(r"[a-z][a-z0-9]*[+#]+")
# People type them after a name; no profile says them of itself.
_HONORIFICS = frozenset({"さん", "様", "さま", "氏", "君", "くん", "ちゃん", "殿", "先生"})


@dataclass(frozen=True, slots=True)
class Word:
    """One thing asked for: met by any of its `terms`, or by a term that begins with one of its `prefixes`."""

    text: str
    terms: frozenset[str]
    prefixes: frozenset[str] = frozenset()

    def meets(self, terms: frozenset[str]) -> bool:
        """Tell whether a text with these terms has the word."""
        prefixes = tuple(self.prefixes)
        return not self.terms.isdisjoint(terms) or (bool(prefixes) and any(term.startswith(prefixes) for term in terms))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was typed without a space: met by `whole`, or by all of its `parts` together."""

    whole: Word
    parts: tuple[Word, ...] = ()

    def words(self) -> tuple[Word, ...]:
        """Return the words of which one may be dropped without the others."""
        return self.parts or (self.whole,)


def phrases_of(text: str, analyser: Analyser) -> tuple[Phrase, ...]:
    """Read a query as it was typed. The last word may be unfinished, unless a space follows it."""
    text = text[:LONGEST_QUERY]
    folded = fold(text)
    chunks = [match for match in _CHUNK.finditer(folded.text) if _LETTERS.search(match.group())][:MOST_WORDS]
    typing = bool(chunks) and chunks[-1].end() == len(folded.text)
    return tuple(_phrase(text, folded, chunk.start(), chunk.end(), analyser, unfinished=typing and chunk is chunks[-1]) for chunk in chunks)


def _phrase(text: str, folded: Folded, start: int, end: int, analyser: Analyser, *, unfinished: bool) -> Phrase:
    chunk = folded.text[start:end]
    segments = list(_asked(analyser, chunk))
    written = text[slice(*folded.origin(start, end))]
    whole = _whole(written, chunk, segments, unfinished=unfinished)
    if len(segments) < 2:
        return Phrase(whole)
    parts = [
        _part(
            text[slice(*folded.origin(start + segment.start, start + segment.end))],
            segment,
            unfinished=unfinished and segment.end == len(chunk),
        )
        for segment in segments[:MOST_WORDS]
    ]
    return Phrase(whole, tuple(parts))


def _asked(analyser: Analyser, chunk: str) -> Iterator[Segment]:
    segments = list(analyser.segmenter.segments(chunk))
    telling = [segment for segment in segments if not segment.weak and segment.surface not in _HONORIFICS]
    return iter(telling or segments)


def _whole(written: str, chunk: str, segments: list[Segment], *, unfinished: bool) -> Word:
    hiragana = to_hiragana(chunk)
    terms, prefixes = {hiragana}, {hiragana}
    # Without its marks, c++ would ask for everything that has a c.
    if len(segments) == 1 and not _MARKED.fullmatch(chunk):
        terms |= spellings(segments[0])
        prefixes |= {to_hiragana(segments[0].surface)} if segments[0].end == len(chunk) else set()
    if _LATIN.fullmatch(chunk):
        terms.add(MARK + key_of_latin(chunk))
        prefixes.add(MARK + key_of_latin(chunk, unfinished=True))
    return Word(written, cut(terms) - {MARK}, cut(prefixes) - {MARK} if unfinished else frozenset())


def _part(written: str, segment: Segment, *, unfinished: bool) -> Word:
    prefixes = cut({to_hiragana(segment.surface)})
    # One hiragana or Latin letter begins too many words to say anything beside others.
    tells = len(segment.surface) > 1 or has_kanji(segment.surface)
    return Word(written, cut(spellings(segment)), prefixes if unfinished and tells else frozenset())
