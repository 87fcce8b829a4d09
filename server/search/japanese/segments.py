"""Where a folded text is cut: by Sudachi's short units, or by pairs of characters where its dictionary is missing."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

import structlog
import sudachipy
from sudachipy.errors import SudachiError

from server.search.japanese.folding import has_kanji, is_hiragana, to_hiragana

# Words that say what is done, how, or which; a noun beside them says what of.
_VERBAL = frozenset({"動詞", "形容詞", "形状詞", "副詞", "連体詞", "代名詞", "接続詞", "感動詞"})
_POLITE = frozenset({"お", "ご", "御"})
_SILENT = frozenset({"助詞", "助動詞", "補助記号", "空白", "記号"})
_LATIN = r"a-z0-9\u00df-\u024f"
_RUNS = re.compile(f"(?P<latin>[{_LATIN}]+)|(?P<other>[^\\W_{_LATIN}]+)")


@dataclass(frozen=True, slots=True)
class Segment:
    """A unit of a folded text with its place there. `reading` is hiragana, and empty where it says nothing new or is unknown."""

    start: int
    end: int
    surface: str
    normalised: str
    reading: str = ""
    weak: bool = False  # A verb that only supports another word, a suffix, or a polite prefix: indexed, not asked for by itself.
    suffix: bool = False
    parts: tuple["Segment", ...] = ()  # Of a word with its suffix, which are apart in the index.
    verbal: bool = False  # Says what is done or how, and little without the noun beside it.
    name: bool = False  # Of a person.


class Segmenter(Protocol):
    """Cuts folded texts; `version` changes whenever the same text could be cut differently."""

    version: str

    def segments(self, text: str) -> Iterator[Segment]:
        """Yield the telling units of a folded text in their order; particles and punctuation are left out."""
        ...


@lru_cache(maxsize=16_384)
def _reading(form: str) -> str:
    hiragana = to_hiragana(form)
    return hiragana if is_hiragana(hiragana) else ""


class SudachiSegmenter:
    """Sudachi's mode A with its small dictionary. Its tokenizers belong to one thread each."""

    def __init__(self) -> None:
        """Raise where the dictionary is missing or unreadable."""
        self._dictionary = sudachipy.Dictionary(dict="small")
        self._of_thread = threading.local()
        self.version = f"sudachi-{version('sudachipy')}-small-{version('sudachidict-small')}"

    def segments(self, text: str) -> Iterator[Segment]:
        """Yield the units, with what Sudachi takes for their normal form and their reading."""
        for morpheme in self._tokenizer().tokenize(text):
            part, detail, kind, *_ = morpheme.part_of_speech()
            if part in _SILENT:
                continue
            surface = morpheme.surface()
            reading = _reading(morpheme.reading_form()) if has_kanji(surface) else ""
            suffix = part == "接尾辞"
            weak = suffix or detail == "非自立可能" or (part == "接頭辞" and surface in _POLITE)
            begin, end, normalised = morpheme.begin(), morpheme.end(), morpheme.normalized_form()
            yield Segment(begin, end, surface, normalised, reading, weak, suffix, verbal=part in _VERBAL, name=kind == "人名")

    def _tokenizer(self) -> sudachipy.Tokenizer:
        tokenizer: sudachipy.Tokenizer | None = getattr(self._of_thread, "tokenizer", None)
        if tokenizer is None:
            tokenizer = self._of_thread.tokenizer = self._dictionary.tokenizer(mode="A")
        return tokenizer


class BigramSegmenter:
    """Pairs of neighbouring characters, and whole Latin words: coarser than a dictionary, and never silent."""

    version = "bigrams"

    def segments(self, text: str) -> Iterator[Segment]:
        """Yield each pair; a character that stands alone is a unit of its own."""
        for run in _RUNS.finditer(text):
            start, end = run.span()
            if run.lastgroup == "latin" or end - start == 1:
                yield Segment(start, end, run.group(), run.group())
                continue
            for at in range(start, end - 1):
                pair = text[at : at + 2]
                yield Segment(at, at + 2, pair, pair)


def best_segmenter() -> Segmenter:
    """Return Sudachi, or the pairs, with a warning in the log, where its dictionary is missing."""
    try:
        return SudachiSegmenter()
    except (PackageNotFoundError, ModuleNotFoundError, SudachiError, OSError) as error:
        structlog.get_logger(__name__).warning("search.dictionary_missing", reason=str(error), falls_back_to=BigramSegmenter.version)
        return BigramSegmenter()


def runs_of(text: str, segmenter: Segmenter, longest: int) -> Iterator[str]:
    """Yield every stretch of up to `longest` neighbouring units of a folded text, with what stands between them."""
    segments = list(segmenter.segments(text))
    for at, first in enumerate(segments):
        for last in segments[at : at + longest]:
            yield text[first.start : last.end]
