"""How tags and terms are written for Meilisearch: in letters that none of its normalisers changes or takes apart."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final
from uuid import UUID

from server.search.japanese.folding import fold, to_hiragana
from server.search.japanese.phrases import Phrase, Word
from server.search.japanese.romaji import MARK
from server.search.japanese.terms import LINE, NEVER_MISTYPED, ONE_OF, WRITTEN
from server.search.postgresql.tags import OPEN_TAGS, OWNER

_PLAIN = re.compile(r"[a-wy0-9]")
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
# Kana are most of what is written, so they are written shortest: the server reads each filter letter by letter.
_KANA, _AFTER_KANA = 0x3000, 0x3100
# Its own analysis would cut what is longer, and so would two of these meet.
_LONGEST = 200
# Other words for the same count less than what was typed, and so does another spelling of it, a little.
_AS_A_LINE, _AS_TYPED, _SPELT_OTHERWISE, _IN_PART, _CALLED_OTHERWISE = 0.995, 0.99, 0.98, 0.95, 0.5
_OTHER_WORDS = 3


@lru_cache(maxsize=65_536)
def written(term: str) -> str:
    """Write a term in Latin letters and digits; what begins with it, begins with what is written, too."""
    return "".join(each if _PLAIN.match(each) else _code(ord(each)) for each in term)


def _code(point: int) -> str:
    return f"z{_in_digits(point - _KANA, 2)}" if _KANA <= point < _AFTER_KANA else f"x{_in_digits(point, 4)}"


def _in_digits(number: int, length: int) -> str:
    found = ""
    for _ in range(length):
        number, digit = divmod(number, len(_DIGITS))
        found = _DIGITS[digit] + found
    return found


@lru_cache(maxsize=65_536)
def code_of(tag: str) -> str:
    """Return a tag as documents are matched by it: a level as it is, all else as 64 bits of its digest, in 13 digits."""
    return tag if tag in OPEN_TAGS else _in_digits(int.from_bytes(hashlib.blake2b(tag.encode(), digest_size=8).digest()), 13)


def code_of_owner(owner: UUID) -> str:
    """Return the tag of what only the owner of a document meets in it, beside the circles that it is for."""
    return code_of(f"{OWNER}/{owner.hex}")


def tagged(code: str, term: str) -> str:
    """Return what a document is matched by: a term, for those who may meet the tag."""
    return f"{code}/{written(term)}"


def ranking_text(terms: Iterable[str]) -> str:
    """Return terms as a text that Meilisearch ranks by."""
    return " ".join(sorted(set(map(_ranked, terms))))


def ranking_queries(phrases: Sequence[Phrase]) -> list[tuple[str, float]]:
    """Return texts to rank by with how much each says, those first that tell most: what was typed, its spellings, other words for it."""
    words = [word for phrase in phrases for word in phrase.words()]
    needed = [word for word in words if word.needed]
    # After a space, Meilisearch takes no word for one that is only begun.
    ending = "" if words and words[-1].prefixes else " "
    texts: dict[str, float] = {}
    for told, mark, weight in (
        (words, "", _AS_TYPED),
        (words, WRITTEN, 1.0),
        (words, LINE, _AS_A_LINE),
        ([phrase.whole for phrase in phrases], LINE, _AS_A_LINE),
        (needed, MARK, _SPELT_OTHERWISE),
        (needed, ONE_OF, _IN_PART),
    ):
        if any(_marked(word, mark) for word in told):
            texts.setdefault(" ".join(_spelt(word, mark) for word in told), weight)
    for number in range(_OTHER_WORDS):
        if any(len(word.same) > number for word in needed):
            texts.setdefault(" ".join(_called(word, number) for word in needed), _CALLED_OTHERWISE)
    return [(text + ending, weight) for text, weight in texts.items() if text]


def _marked(word: Word, mark: str) -> list[str]:
    """Return the terms of the word that begin with the mark, of several kanji those that were typed first."""
    typed = mark + fold(word.text).kanji
    return sorted((term for term in word.terms if term.startswith(mark)), key=lambda term: (term != typed, term))


def _spelt(word: Word, mark: str) -> str:
    """Return how the word is spelt with a mark, where it is; otherwise as it was typed."""
    marked = _marked(word, mark) if mark else []
    surface = to_hiragana(fold(word.text).text)
    plain = sorted(word.prefixes or word.terms, key=lambda term: (term != surface, term.startswith((MARK, *NEVER_MISTYPED)), term))
    terms = [*marked, *plain]
    return _ranked(terms[0]) if terms else " ".join(_ranked(min(unit)) for unit in word.pieces if unit)


def _called(word: Word, number: int) -> str:
    if len(word.same) <= number:
        return _spelt(word, "")
    return " ".join(_ranked(min(unit, key=lambda term: (term.startswith(NEVER_MISTYPED), term))) for unit in word.same[number] if unit)


def _ranked(term: str) -> str:
    return written(term)[:_LONGEST]
