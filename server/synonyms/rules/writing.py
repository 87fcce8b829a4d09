"""What an entry may say: its words, and what it may say beside all others."""

import re
from collections.abc import Sequence
from typing import Final

from server.kit.ids import SynonymId
from server.kit.refusal import TooLong, TooMany
from server.search.japanese.thesaurus import LONGEST, Entry, Key
from server.synonyms.errors import AloneAWord, AlreadySaid, NoWord, SaidOtherwise, SameAndNear, WordOfManyParts
from server.synonyms.rules.entries import Listed, Origin
from server.synonyms.rules.words import key_of, keys_of, letters

MOST_WORDS: Final = 20
LONGEST_WORD: Final = 40
# Beside those that are shipped.
MOST_ENTRIES: Final = 1000
# Control characters, halves of characters, and those that turn the reading direction of everything after them.
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


def checked(words: Sequence[str], near: Sequence[str]) -> Entry:
    """Return what stewards wrote as an entry: on one line each, spellings of one word once, in the order as they stand.

    Raise TooMany, TooLong, NoWord, WordOfManyParts, AloneAWord or SameAndNear, of field `words` or `near`.
    """
    same, beside = _checked("words", words), _checked("near", near)
    if not same or len(same) + len(beside) < 2:
        raise AloneAWord("words")
    both = next((word for key, word in beside.items() if key in same), None)
    if both is not None:
        raise SameAndNear("near", word=both)
    return Entry(tuple(same.values()), tuple(beside.values()))


def drafted(key: SynonymId, words: Sequence[str], near: Sequence[str]) -> Listed:
    """Return an entry as far as it is written; what it may not say yet is left out, and nothing is refused."""
    kept, beside = (tuple(filter(_may_stand, map(_line, each[:MOST_WORDS]))) for each in (words, near))
    return Listed(id=key, entry=Entry(kept, beside), origin=Origin.ADDED)


def hold_against(entry: Entry, before: Entry | None, others: Sequence[Listed]) -> None:
    """Refuse an entry that another one says already (AlreadySaid), or that says of two words what another one denies.

    Of the latter only what is new: what stood in the entry `before` may stand, so that it can be mended bit by bit.
    """
    same, near = keys_of(entry.words), keys_of(entry.near)
    new = _pairs(entry) - (_pairs(before) if before else frozenset())
    for other in others:
        there, beside = keys_of(other.entry.words), keys_of(other.entry.near)
        if same.keys() <= there.keys() and near.keys() <= beside.keys():
            raise AlreadySaid(word=other.entry.words[0])
        for one, another, is_same in new:
            denied = beside if is_same else there
            if one in there and another in denied:
                raise SaidOtherwise(word=there[one], other=denied[another])


def _checked(field: str, words: Sequence[str]) -> dict[Key, str]:
    # What nobody could have written by hand is not cut into words first.
    if len(words) > 2 * MOST_WORDS:
        raise TooMany(field, limit=MOST_WORDS)
    found: dict[Key, str] = {}
    for each in words:
        word = _line(each)
        if not word:
            continue
        if len(word) > LONGEST_WORD:
            raise TooLong(field, limit=LONGEST_WORD)
        if not letters(word):
            raise NoWord(field, word=word)
        key = key_of(word)
        if len(key) > LONGEST:
            raise WordOfManyParts(field, word=word)
        found.setdefault(key, word)
    if len(found) > MOST_WORDS:
        raise TooMany(field, limit=MOST_WORDS)
    return found


def _may_stand(word: str) -> bool:
    return bool(letters(word)) and len(word) <= LONGEST_WORD


def _line(text: str) -> str:
    return " ".join(_UNSEEN.sub(" ", text[: 10 * LONGEST_WORD]).split())


def _pairs(entry: Entry) -> frozenset[tuple[Key, Key, bool]]:
    """Return what an entry says of two words: that they are the same, or that the second is near the first."""
    same, near = keys_of(entry.words), keys_of(entry.near)
    return frozenset(
        [*((one, other, True) for one in same for other in same if one != other), *((one, other, False) for one in same for other in near)]
    )
