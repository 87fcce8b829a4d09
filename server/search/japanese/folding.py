"""Folding: which ways of writing one character count as the same, and where each folded character came from."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# A field is analysed up to here; the dictionary's tokenizer refuses more than 49,149 bytes of UTF-8.
LONGEST = 10_000

_HALFWIDTH_MARKS = "\uff9e\uff9f"
# What is typed for the long vowel mark: dashes of every length and, before katakana or the end of a word, the kanji for one.
_DASHES = re.compile("[-\u2010-\u2015\u2212\u2500\u2501一]")
_DASH = re.compile(
    "(?<=[\u30a1-\u30fa])(?:[\u2011-\u2015\u2212\u2500\u2501](?![\u4e00-\u9fffa-z0-9])|[-\u2010](?!\\w)|一(?=[\u30a1-\u30fa]|\\W|$))"
)
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `spans` holds, for each of its characters, the start and end of its origin in the text as written.

    `kanji` is the same text with each name kanji as it was written, character for character.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    kanji: str

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text as written that became the folded characters from `start` to before `end`."""
        return self.spans[start][0], self.spans[end - 1][1]


def fold(text: str) -> Folded:
    """Fold width, case, variation selectors and name kanji; kana stay apart, since the dictionary needs katakana as such."""
    return _fold_clusters(text) if any(map(_continues, text)) else _fold_characters(text[:LONGEST])


def _fold_characters(text: str) -> Folded:
    """Fold a text in which every character stands for itself, as in nearly all."""
    folded = list(map(_fold_cluster, text))
    if all(len(each) == 1 for each in folded):
        return _folded("".join(folded), tuple(zip(range(len(text)), range(1, len(text) + 1), strict=True)))
    return _fold_clusters(text)


def _fold_clusters(text: str) -> Folded:
    folded: list[str] = []
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(text) and len(folded) < LONGEST:
        end = start + 1
        while end < len(text) and _continues(text[end]):
            end += 1
        written = _fold_cluster(text[start:end])
        folded.append(written)
        spans.extend([(start, end)] * len(written))
        start = end
    return _folded("".join(folded)[:LONGEST], tuple(spans[:LONGEST]))


def _folded(kanji: str, spans: tuple[tuple[int, int], ...]) -> Folded:
    # Each step is one character for one, so that the spans stay.
    kanji = _DASH.sub("ー", kanji) if _DASHES.search(kanji) else kanji
    return Folded(kanji.translate(name_kanji()), spans, kanji)


def to_hiragana(text: str) -> str:
    """Write katakana as hiragana, one character for one."""
    return text.translate(_KATAKANA_TO_HIRAGANA)


def is_hiragana(text: str) -> bool:
    """Tell whether the text is hiragana and long vowel marks only."""
    return bool(text) and all("\u3041" <= character <= "\u3096" or character == "ー" for character in text)


def is_katakana(text: str) -> bool:
    """Tell whether the text is katakana and long vowel marks only."""
    return bool(text) and all("\u30a1" <= character <= "\u30fa" or character == "ー" for character in text)


@lru_cache(maxsize=16_384)
def has_kanji(text: str) -> bool:
    """Tell whether a reading could say more than the text itself."""
    return any(unicodedata.name(character, "").startswith("CJK UNIFIED") or character in "々〆" for character in text)


@lru_cache(maxsize=16_384)
def _continues(character: str) -> bool:
    return _selects_variation(character) or character in _HALFWIDTH_MARKS or unicodedata.combining(character) != 0


def _selects_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


@lru_cache(maxsize=16_384)
def _fold_cluster(cluster: str) -> str:
    bare = "".join(character for character in cluster if not _selects_variation(character))
    folded = unicodedata.normalize("NFKC", bare).casefold()
    return "".join(_printable(character) for character in folded)


def _printable(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category.startswith(("C", "Z")) else character


@cache
def name_kanji() -> dict[int, str]:
    """Return the table from each variant to the form that stands for its family."""
    return {ord(variant): family[0] for family in kanji_families() for variant in family[1:]}


@cache
def kanji_families() -> tuple[str, ...]:
    """Return the families of kanji that stand for one another in names; the first of each stands for all of it."""
    lines = files("server.search.japanese").joinpath("name_kanji.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def kanji_with_variants() -> frozenset[str]:
    """Return every kanji that somebody could have typed for another."""
    return frozenset("".join(kanji_families()))
