"""How a query is read: where its words begin and end, which of them tell something, and what else each is called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from server.search.japanese.analysis import Analyser, line_terms, one_kanji_terms, spellings, written_terms
from server.search.japanese.fillers import bare_name, fillers, telling, words_of
from server.search.japanese.folding import Folded, fold, has_kanji, is_hiragana, to_hiragana
from server.search.japanese.phrases import Phrase, Word
from server.search.japanese.romaji import MARK, key_of_latin, keys_of_latin
from server.search.japanese.segments import Segment
from server.search.japanese.terms import LINE, NEVER_MISTYPED, cut, stem, unlengthened
from server.search.japanese.thesaurus import LONGEST, Meaning, Thesaurus, Units, thesaurus_of, units_of

__all__ = ["LONGEST_QUERY", "MOST_WORDS", "Phrase", "Word", "has_words", "phrases_of"]

MOST_WORDS = 10
LONGEST_QUERY = 200

_CHUNK = re.compile(r"[^\s]+")
_LETTERS = re.compile(r"\w")
_LATIN = re.compile(r"[a-z\u00df-\u024f][a-z\u00df-\u024f'-]*")
_MARKED = re.compile(r"[a-z][a-z0-9]*[+#]+")
_ABBREVIATION = 2
_UNKNOWN = Meaning()


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What stands between two spaces: as it was written, folded, with its kanji, its words, and those that tell something."""

    written: str
    text: str
    kanji: str
    words: tuple[Segment, ...]
    segments: tuple[Segment, ...]
    pieces: tuple[str, ...]  # Of each segment, as it was written.
    unfinished: bool

    def is_faint(self, segment: Segment) -> bool:
        """Tell whether a word need not be met: it says little, or what is done with what another word says."""
        # Of kana a dictionary makes verbs that nobody meant.
        read = not is_hiragana(self.text)
        return fillers().is_faint(segment) or (read and fillers().is_deed(segment) and not all(map(fillers().is_deed, self.segments)))

    def kanji_of(self, segment: Segment) -> str:
        return self.kanji[segment.start : segment.end]


def phrases_of(text: str, analyser: Analyser, thesaurus: Thesaurus | None = None) -> tuple[Phrase, ...]:
    """Read a query as it was typed. The last word may be unfinished, unless a space follows it.

    The whole query is read with one thesaurus: the one given, or that of the entries in use.
    """
    known = thesaurus or thesaurus_of(analyser)
    chunks = list(_chunks(text[:LONGEST_QUERY], analyser, known))
    phrases = tuple(_phrases(chunks, known))
    return phrases if any(phrase.needed() for phrase in phrases) else tuple(map(_all_needed, phrases))


def has_words(text: str) -> bool:
    """Tell whether a query asks for anything: emoji and punctuation alone do not."""
    return _LETTERS.search(fold(text[:LONGEST_QUERY]).text) is not None


def _chunks(text: str, analyser: Analyser, thesaurus: Thesaurus) -> Iterator[_Chunk]:
    folded = fold(text)
    found = [match for match in _CHUNK.finditer(folded.text) if _LETTERS.search(match.group())][:MOST_WORDS]
    typing = bool(found) and found[-1].end() == len(folded.text)
    for match in found:
        segments = list(analyser.segmenter.segments(match.group()))
        words = words_of(segments)
        span = match.start(), match.start() + len(bare_name(match.group(), segments))
        in_english = _in_english(text[slice(*folded.origin(*span))])
        told = tuple(telling(words, thesaurus.knows, LONGEST, in_english=in_english))[:MOST_WORDS]
        yield _chunk(text, folded, span, (tuple(words), told), unfinished=typing and span[1] == len(folded.text))


def _in_english(written: str) -> bool:
    return written.isascii() and not written.isupper()


def _chunk(
    text: str, folded: Folded, span: tuple[int, int], read: tuple[tuple[Segment, ...], tuple[Segment, ...]], *, unfinished: bool
) -> _Chunk:
    (start, end), (words, segments) = span, read
    pieces = tuple(text[slice(*folded.origin(start + segment.start, start + segment.end))] for segment in segments)
    written = text[slice(*folded.origin(start, end))]
    return _Chunk(written, folded.text[start:end], folded.kanji[start:end], words, segments, pieces, unfinished)


def _is_silent(chunk: _Chunk) -> bool:
    """Tell whether a chunk is only there for the others. A single kanji may be a name."""
    if len(chunk.text) == 1 and has_kanji(chunk.text):
        return False
    return all(fillers().is_silent(segment, in_english=_in_english(chunk.written)) for segment in chunk.segments)


def _phrases(chunks: Sequence[_Chunk], thesaurus: Thesaurus) -> list[Phrase]:
    told: list[Phrase] = []
    silent: list[_Chunk] = []
    at = 0
    while at < len(chunks):
        sizes = range(min(LONGEST, len(chunks) - at), 1, -1)
        size = next((size for size in sizes if thesaurus.knows(_words(chunks[at : at + size]))), 1)
        if size > 1:
            told.append(_joined(chunks[at : at + size], thesaurus))
        elif _is_silent(chunks[at]):
            silent.append(chunks[at])
        else:
            told.append(_phrase(chunks[at], thesaurus))
        at += size
    if not told:
        return [_phrase(chunk, thesaurus) for chunk in silent]
    # English says with words around the others what Japanese says with particles.
    loose = any(_LATIN.fullmatch(chunk.text) for chunk in silent)
    return [replace(phrase, loose=True) for phrase in told] if loose else told


def _words(chunks: Sequence[_Chunk]) -> list[Segment]:
    return [segment for chunk in chunks for segment in chunk.words]


def _joined(chunks: Sequence[_Chunk], thesaurus: Thesaurus) -> Phrase:
    """Read several chunks that are one word, as in "human resources"."""
    segments = _words(chunks)
    word = Word(" ".join(chunk.written for chunk in chunks), line_terms("".join(chunk.text for chunk in chunks)))
    return Phrase(word.meaning(thesaurus.meaning(segments) or _UNKNOWN, units_of(segments)))


def _phrase(chunk: _Chunk, thesaurus: Thesaurus) -> Phrase:
    segments = chunk.segments
    whole = _whole(chunk)
    meaning = thesaurus.meaning(segments)
    if meaning is not None or len(segments) < 2:
        faint = len(segments) == 1 and fillers().is_faint(segments[0])
        return Phrase(replace(whole.meaning(meaning or _UNKNOWN, units_of(segments)), needed=not faint, sounds=_sounds(segments)))
    loose = any(one.end < other.start for one, other in pairwise(segments))
    parts = tuple(_parts(chunk, thesaurus, loose=loose))
    # Of a reading a dictionary makes words that nobody meant.
    return Phrase(replace(whole, sounds=() if loose else _sounds(segments)), parts, loose, guessed=is_hiragana(chunk.text))


def _whole(chunk: _Chunk) -> Word:
    # What is marked in the index, nobody asks for by typing the mark.
    hiragana = unlengthened(to_hiragana(chunk.text.lstrip("".join((MARK, *NEVER_MISTYPED)))))
    terms, prefixes = {hiragana} | line_terms(chunk.text) | written_terms(chunk.kanji), {hiragana}
    reading = is_hiragana(chunk.text) and chunk.unfinished
    # Without its marks, c++ would ask for everything that has a c; a reading that is being typed is not yet any shorter word.
    if len(chunk.segments) == 1 and not _MARKED.fullmatch(chunk.text) and not (reading and chunk.segments[0].surface != chunk.text):
        segment = chunk.segments[0]
        terms |= _segment_terms(chunk, [segment])
        prefixes |= {unlengthened(to_hiragana(segment.surface))} if segment.end == len(chunk.text) else set()
    if len(chunk.text) == 1 and has_kanji(chunk.text):
        terms |= one_kanji_terms(chunk.kanji)
    if len(chunk.written) == _ABBREVIATION and chunk.written.isupper():
        # Two capitals are short for something else than a name: only prose has the stem.
        return Word(chunk.written, cut({LINE + chunk.text, stem(chunk.text)}), frozenset())
    if _LATIN.fullmatch(chunk.text):
        terms |= {MARK + key for key in keys_of_latin(chunk.text)}
        prefixes.add(MARK + key_of_latin(chunk.text, unfinished=True))
    return Word(chunk.written, cut(terms) - {MARK}, cut(prefixes) - {MARK} if chunk.unfinished else frozenset())


def _parts(chunk: _Chunk, thesaurus: Thesaurus, *, loose: bool) -> Iterator[Word]:
    at = 0
    while at < len(chunk.segments):
        rest = chunk.segments[at : at + LONGEST]
        known = [size for size in range(len(rest), 0, -1) if _adjoin(rest[:size]) and thesaurus.meaning(rest[:size])]
        size = known[0] if known else _unknown(rest, thesaurus) if loose else 1
        yield _part(chunk, at, rest[:size]).meaning(thesaurus.meaning(rest[:size]) or _UNKNOWN, units_of(rest[:size]))
        at += size


def _unknown(segments: Sequence[Segment], thesaurus: Thesaurus) -> int:
    """Return how many segments stand together in a sentence as one thing, such as a name, until something that is known begins."""

    def ends(size: int) -> bool:
        alone = segments[size - 1].verbal or segments[size].verbal
        return alone or not _adjoin(segments[: size + 1]) or thesaurus.meaning(segments[size : size + 1]) is not None

    return next((size for size in range(1, len(segments)) if ends(size)), len(segments))


def _adjoin(segments: Sequence[Segment]) -> bool:
    return all(one.end == other.start for one, other in pairwise(segments))


def _part(chunk: _Chunk, at: int, segments: Sequence[Segment]) -> Word:
    last = segments[-1]
    surface = "".join(segment.surface for segment in segments)
    # One hiragana or Latin letter begins too many words to say anything beside others.
    tells = len(surface) > 1 or has_kanji(surface)
    unfinished = chunk.unfinished and last.end == len(chunk.text) and tells
    needed = len(segments) > 1 or not chunk.is_faint(last)
    written = "".join(chunk.pieces[at : at + len(segments)])
    prefixes = cut({unlengthened(to_hiragana(surface))}) if unfinished else frozenset[str]()
    return Word(written, cut(_segment_terms(chunk, segments)), prefixes, needed=needed, sounds=_sounds(segments))


def _sounds(segments: Sequence[Segment]) -> Units:
    """Return how each segment is read; nothing where none has a kanji."""
    read = tuple(frozenset({segment.reading or to_hiragana(segment.surface)}) for segment in segments)
    return read if any(segment.reading for segment in segments) else ()


def _segment_terms(chunk: _Chunk, segments: Sequence[Segment]) -> set[str]:
    """Return how the segments are written together, and as a line of their own."""
    together = unlengthened(to_hiragana("".join(segment.surface for segment in segments)))
    written = spellings(segments[0]) if len(segments) == 1 else {together}
    lines = {LINE + each for each in written if each[:1].isalnum()}
    return written | lines | written_terms("".join(map(chunk.kanji_of, segments)))


def _all_needed(phrase: Phrase) -> Phrase:
    return replace(phrase, whole=replace(phrase.whole, needed=True), parts=tuple(replace(part, needed=True) for part in phrase.parts))
