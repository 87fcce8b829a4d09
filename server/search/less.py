"""What is left of a query that asks for too much: all but one of its words, any of them, a part of a word, how a word begins."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from server.search.asked import Asked
from server.search.japanese.analysis import default_analyser
from server.search.japanese.folding import fold, has_kanji, is_katakana, to_hiragana
from server.search.japanese.phrases import Phrase, Word, any_of
from server.search.japanese.thesaurus import thesaurus_of
from server.search.japanese.words import MOST_WORDS
from server.search.mistypes import nearest, slips_allowed

# What more documents than these have beside a rarer word tells little; an engine need not count further.
COMMON: Final = 500
# Of so many words each but one may be left out; of more, only the commonest.
_FEW_WORDS: Final = 3
_ONE_SCRIPT: Final = re.compile("[a-z]+|[\u3041-\u3096ー]+|[\u4e00-\u9fff々]+")
# How much of a word is left where only its beginning is asked for, at least.
_SHORTEST_LATIN, _SHORTEST_KANA, _SHORTEST_KANJI = 4, 3, 2
_SHORTENED_FROM: Final = 0.6


def less(asked: Asked, words: Sequence[Word], counts: Mapping[int, int], firsts: tuple[tuple[Phrase, ...], ...]) -> Asked:
    """Ask for what has any of the words that tell something.

    `counts` are how many documents have each, by its place in `words`, the rarest first. After `firsts` comes what has all but
    one of them, and of more than a few words what has the rarest.
    """
    telling = list(counts)
    # Each that is left out is a step of its own, and after ten nobody sees a difference.
    rare = [at for at in telling if counts[at] <= COMMON][:MOST_WORDS] or telling[:1]
    count = len(rare)
    if count > _FEW_WORDS:
        kept = [tuple(rare[:size]) for size in range(count - 1, 1, -1)]
    else:
        kept = list(combinations(rare, count - 1)) if count == _FEW_WORDS else [tuple(rare[:1])]
    # The words that need not be met still bring forward what has them.
    wished = tuple(Phrase(replace(word, needed=False)) for at, word in enumerate(words) if at not in telling)
    some = (Phrase(any_of([words[at] for at in rare])), *wished)
    before = tuple(dict.fromkeys((*firsts, *(parts_of(words, places) for places in kept))))
    return replace(asked, phrases=some, firsts=before)


def nearly(phrases: Sequence[Phrase]) -> tuple[tuple[Phrase, ...], ...]:
    """Return the phrases with what is near for all words but one, each of a few in turn, the last one first: it says what a thing is."""
    places = [(at, word) for at, phrase in enumerate(phrases) for word in phrase.words() if word.near]
    if not 1 < len(places) <= _FEW_WORDS:
        return ()
    return tuple(
        tuple(phrase.widened(kept if at == place else None) for place, phrase in enumerate(phrases)) for at, kept in reversed(places)
    )


def parts_of(words: Sequence[Word], needed: Sequence[int]) -> tuple[Phrase, ...]:
    """Return the words as phrases of which those at these places are needed, and the others wished for."""
    return tuple(Phrase(replace(word, needed=at in needed)) for at, word in enumerate(words))


def less_of(word: Word) -> Iterator[Word]:
    """Yield words that ask for less, the nearest first: for any piece of it, for what begins as it does."""
    if any(segment.name for segment in default_analyser().segmenter.segments(fold(word.text).text)):
        return
    if len(word.pieces) > 1:
        yield Word(word.text, frozenset[str]().union(*word.pieces))
    written = to_hiragana(fold(word.text).text)
    # Where the script changes, another word begins; and what is marked in the index, nobody asks for by typing the mark.
    shortest = _shortest(written) if _ONE_SCRIPT.fullmatch(written) else len(written)
    for size in range(len(written) - 1, shortest - 1, -1):
        yield Word(word.text, frozenset(), frozenset({written[:size]}))


def made_of(word: Word) -> Word | None:
    """Return a word that the longest words meet which the word ends and begins with: of those in katakana a dictionary knows few."""
    written = to_hiragana(fold(word.text).text)
    if not is_katakana(fold(word.text).text):
        return None
    thesaurus = thesaurus_of(default_analyser())
    known = thesaurus.spellings()
    ends = (written[at:] for at in range(1, len(written) - _SHORTEST_KANA + 1))
    begins = (written[:at] for at in range(len(written) - 1, _SHORTEST_KANA - 1, -1))
    parts = [next((each for each in some if each in known), "") for some in (ends, begins)]
    meant = [thesaurus.spelt(part) for part in parts if part]
    same = tuple(units for part, meaning in meant for units in (part, *meaning.same))
    return Word(word.text, frozenset(), same=same, needed=word.needed) if same else None


def spelt_like(word: Word) -> Iterator[Word]:
    """Yield the words that people know by other names, too, and that this one may have been meant for, of one slip or of two."""
    thesaurus = thesaurus_of(default_analyser())
    written = to_hiragana(fold(word.text).text.replace(" ", ""))
    slips, letters = slips_allowed(written), frozenset(written)
    # Comparing letter by letter takes long; few words have nearly the same letters.
    long = [each for each in thesaurus.spellings() if abs(len(each) - len(written)) <= slips]
    near = [each for each in long if len(letters ^ frozenset(each)) <= 2 * slips]
    for spelling in sorted(next(iter(nearest([written], near)), ())) if slips else ():
        units, meaning = thesaurus.spelt(spelling)
        yield Word(word.text, frozenset(), same=(units, *meaning.same), near=meaning.near, needed=word.needed)


def _shortest(written: str) -> int:
    if has_kanji(written):
        # The first of two kanji is much of the word.
        return 1 if len(written) == _SHORTEST_KANJI else _SHORTEST_KANJI
    least = _SHORTEST_LATIN if written.isascii() else _SHORTEST_KANA
    return max(least, round(_SHORTENED_FROM * len(written)))
