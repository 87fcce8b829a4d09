"""How a search goes on that finds little: by what is near, of a sentence by less of it; and one that finds nothing, by what was meant."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from server.search.engine import Found
from server.search.japanese.phrases import Phrase, Word, any_of
from server.search.postgresql.formula import Asked
from server.search.postgresql.searching import Search

# Whoever finds fewer is shown what is near, too.
FEW: Final = 10


async def found_by(search: Search, phrases: tuple[Phrase, ...]) -> Found:
    """Return what has all that is asked for; where that is little, what is near after it; where it is nothing, the nearest there is."""
    asked = Asked(phrases, search.query.conditions)
    found = await search.attempt(asked)
    if found.total >= FEW or asked.is_empty:
        return found
    if found.total:
        return await _widened(search, asked, found)
    if phrases:
        found = await _nearest(search, asked)
    if found.total or not asked.conditions:
        return found
    without = await found_by(replace(search, query=replace(search.query, conditions=())), phrases)
    return replace(without, exact=0, dropped=(*without.dropped, *(condition.text for condition in asked.conditions)))


async def _widened(search: Search, asked: Asked, found: Found) -> Found:
    """Let what is near follow; of a sentence, then also what has all but the commonest of its words, and what has any."""
    exact = found.total
    wide = tuple(phrase.widened() for phrase in asked.phrases)
    if wide != asked.phrases:
        found = replace(await search.attempt(replace(asked, phrases=wide, firsts=(asked.phrases,))), exact=exact)
    if found.total >= FEW or not any(phrase.loose for phrase in asked.phrases):
        return found
    words = [word for phrase in wide for word in phrase.words()]
    counts = {at: await search.frequency(word) for at, word in enumerate(words) if word.needed}
    telling = sorted(counts, key=lambda at: (counts[at], at))
    firsts = tuple(dict.fromkeys((asked.phrases, wide)))
    kept = len(telling)
    while kept and found.total < FEW:
        kept -= 1
        fewer = tuple(Phrase(replace(word, needed=at in telling[:kept])) for at, word in enumerate(words))
        some = fewer if kept else (Phrase(any_of([words[at] for at in telling])),)
        found = await search.attempt(replace(asked, phrases=some, firsts=firsts))
        firsts = (*firsts, some)
    return replace(found, exact=exact, dropped=_dropped(asked.phrases, telling[: max(1, kept)]))


async def _nearest(search: Search, asked: Asked) -> Found:
    """Read mistyped words as what they may have meant; then leave out what nobody has, then what most have, since it tells least."""
    phrases = tuple([await _forgiven(search, phrase) for phrase in asked.phrases])
    if phrases != asked.phrases:
        found = await search.attempt(replace(asked, phrases=phrases))
        if found.total:
            return replace(found, exact=0)
    words = [word for phrase in phrases for word in phrase.words()]
    counts = [await search.frequency(word) for word in words]
    for at, word in enumerate(words):
        if not counts[at] and word.near:
            words[at] = word.widened()
            counts[at] = await search.frequency(words[at])
    telling = sorted((at for at, word in enumerate(words) if counts[at] and word.needed), key=lambda at: (counts[at], at))
    for kept in range(len(telling), 0, -1):
        fewer = tuple(Phrase(words[at]) for at in sorted(telling[:kept]))
        found = await search.attempt(replace(asked, phrases=fewer))
        if found.total:
            if found.total < FEW and kept < len(telling) and any(phrase.loose for phrase in phrases):
                some = (Phrase(any_of([words[at].widened() for at in telling])),)
                found = await search.attempt(replace(asked, phrases=some, firsts=(fewer,)))
            return replace(found, exact=0, dropped=_dropped(phrases, telling[:kept]))
    return replace(search.nothing(), dropped=_dropped(phrases, ()))


async def _forgiven(search: Search, phrase: Phrase) -> Phrase:
    """Read what nobody has as what may have been meant: the phrase as a whole, or each of its words."""
    # What a dictionary made of a reading is tried before any slip.
    guess = replace(phrase, guessed=False) if phrase.guessed and not await search.frequency(phrase.whole) else phrase
    missing = [word for word in guess.words() if word.needed and not await search.frequency(word)]
    if not missing:
        return guess
    phrase = guess
    if phrase.parts:
        whole = await search.forgiven(phrase.whole)
        if whole is not None:
            return Phrase(whole)
    meant = {word: await search.forgiven(word) or word for word in missing}
    if not phrase.parts:
        return replace(phrase, whole=meant[phrase.whole])
    return replace(phrase, parts=tuple(meant.get(part, part) for part in phrase.parts))


def _dropped(phrases: Sequence[Phrase], asked: Sequence[int]) -> tuple[str, ...]:
    """Say what was left out, as it was typed: a phrase of which nothing is left as a whole."""
    dropped: list[str] = []
    at = 0
    for phrase in phrases:
        words: tuple[Word, ...] = phrase.words()
        left_out = [word.text for number, word in enumerate(words, at) if number not in asked and word.needed]
        kept = any(number in asked for number in range(at, at + len(words)))
        dropped += left_out if kept or len(words) == 1 else [phrase.whole.text]
        at += len(words)
    return tuple(dropped)
