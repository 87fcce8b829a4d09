"""How a search goes on that finds little: by what is near, of a sentence by less of it; and one that finds nothing, by what was meant."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol, TypeAlias

from server.search.asked import Asked
from server.search.engine import Condition, Found, Query
from server.search.japanese.phrases import Phrase, Word, any_of
from server.search.japanese.romaji import sounding
from server.search.mistypes import confused

# Whoever finds fewer is shown what is near, too.
FEW: Final = 10
# What was found, and by which attempt.
Attempted: TypeAlias = tuple[Found, Asked]


class Search(Protocol):
    """One search of an engine, asked once or several times, always under the seeker's eyes and with the query's filters."""

    @property
    def query(self) -> Query:
        """What is asked for beside the words."""
        ...

    def with_conditions(self, conditions: tuple[Condition, ...]) -> "Search":
        """Return the same search under these conditions."""
        ...

    async def attempt(self, asked: Asked) -> Found:
        """Return what has everything that is asked for."""
        ...

    async def counted(self, found: Found, asked: Asked) -> Found:
        """Return what was found by this attempt, with the counts of the facets, where they did not come with it."""
        ...

    async def frequencies(self, words: Sequence[Word]) -> list[int]:
        """Return how many of the documents have each word."""
        ...

    async def meant(self, word: Word) -> list[frozenset[str]]:
        """Return the words that a mistyped one may have meant, the nearest together and first, if need be of more documents."""
        ...


async def found_by(search: Search, phrases: tuple[Phrase, ...]) -> Found:
    """Return what has all that is asked for; where that is little, what is near after it; where it is nothing, the nearest there is."""
    asked = Asked(phrases, search.query.conditions)
    firm = tuple(condition for condition in asked.conditions if condition.firm)
    found, counted_by = await _found(search, asked)
    if found.total or firm == asked.conditions:
        return await search.counted(found, counted_by)
    without = await found_by(search.with_conditions(firm), phrases)
    given_up = (condition.text for condition in asked.conditions if not condition.firm)
    return replace(without, exact=0, dropped=(*without.dropped, *given_up))


async def _found(search: Search, asked: Asked) -> Attempted:
    found = await search.attempt(asked)
    if found.total >= FEW or asked.is_empty:
        return found, asked
    if found.total:
        return await _widened(search, asked, found)
    near, counted_by = await _nearest(search, asked) if asked.phrases else (found, asked)
    # Where there is nothing, the facets still tell what there would be under another filter.
    return (near, counted_by) if near.total else (replace(near, facets=found.facets), asked)


async def _widened(search: Search, asked: Asked, found: Found) -> Attempted:
    """Let what is near follow; of a sentence, then also what has all but the commonest of its words, and what has any."""
    exact = found.total
    last = asked
    wide = tuple(phrase.widened() for phrase in asked.phrases)
    if wide != asked.phrases:
        last = replace(asked, phrases=wide, firsts=(asked.phrases,))
        found = replace(await search.attempt(last), exact=exact)
    if found.total >= FEW or not any(phrase.loose for phrase in asked.phrases):
        return found, last
    words = [word for phrase in wide for word in phrase.words()]
    needed = [at for at, word in enumerate(words) if word.needed]
    counts = dict(zip(needed, await search.frequencies([words[at] for at in needed]), strict=True))
    telling = sorted(counts, key=lambda at: (counts[at], at))
    firsts = tuple(dict.fromkeys((asked.phrases, wide)))
    kept = len(telling)
    while kept and found.total < FEW:
        kept -= 1
        fewer = tuple(Phrase(replace(word, needed=at in telling[:kept])) for at, word in enumerate(words))
        some = fewer if kept else (Phrase(any_of([words[at] for at in telling])),)
        last = replace(asked, phrases=some, firsts=firsts)
        found = await search.attempt(last)
        firsts = (*firsts, some)
    return replace(found, exact=exact, dropped=_dropped(asked.phrases, telling[: max(1, kept)])), last


async def _nearest(search: Search, asked: Asked) -> Attempted:
    """Read mistyped words as what they may have meant; then leave out what nobody has, then what most have, since it tells least."""
    phrases = tuple([await _forgiven(search, phrase) for phrase in asked.phrases])
    if phrases != asked.phrases:
        last = replace(asked, phrases=phrases)
        found = await search.attempt(last)
        if found.total:
            read_as = _read_as(asked.phrases, [word for phrase in phrases for word in phrase.every()])
            return replace(found, exact=0, read_as=read_as), last
    words = [word for phrase in phrases for word in phrase.words()]
    counts = await search.frequencies(words)
    for at, word in enumerate(words):
        if not counts[at] and word.near:
            words[at] = word.widened()
            counts[at] = await _frequency(search, words[at])
    telling = sorted((at for at, word in enumerate(words) if counts[at] and word.needed), key=lambda at: (counts[at], at))
    for kept in range(len(telling), 0, -1):
        fewer = tuple(Phrase(words[at]) for at in sorted(telling[:kept]))
        last = replace(asked, phrases=fewer)
        found = await search.attempt(last)
        if found.total:
            if found.total < FEW and kept < len(telling) and any(phrase.loose for phrase in phrases):
                some = (Phrase(any_of([words[at].widened() for at in telling])),)
                last = replace(asked, phrases=some, firsts=(fewer,))
                found = await search.attempt(last)
            read_as = _read_as(asked.phrases, [words[at] for at in telling[:kept]])
            return replace(found, exact=0, dropped=_dropped(phrases, telling[:kept]), read_as=read_as), last
    return Found(hits=(), total=0, has_next=False, exact=0, dropped=_dropped(phrases, ())), asked


async def _forgiven(search: Search, phrase: Phrase) -> Phrase:
    """Read what nobody has as what may have been meant: the phrase as a whole, or each of its words."""
    # What a dictionary made of a reading is tried before any slip.
    if phrase.guessed and not await _frequency(search, phrase.whole):
        phrase = replace(phrase, guessed=False)
    needed = [word for word in phrase.words() if word.needed]
    missing = [word for word, count in zip(needed, await search.frequencies(needed), strict=True) if not count]
    if not missing:
        return phrase
    if phrase.parts:
        whole = await _meant(search, phrase.whole)
        if whole is not None:
            return Phrase(whole)
    meant = {word: await _meant(search, word) or word for word in missing}
    if not phrase.parts:
        return replace(phrase, whole=meant[phrase.whole])
    return replace(phrase, parts=tuple(meant.get(part, part) for part in phrase.parts))


async def _meant(search: Search, word: Word) -> Word | None:
    """Read a mistyped word as the nearest words that some document has, of those that the seeker may see."""
    alike = frozenset(other for term in word.terms for other in (*confused(term), *sounding(term)))
    alike |= {"".join(min(sound) for sound in word.sounds)} - {""}
    heard = Word(word.text, alike, same=(word.sounds,) if word.sounds else ())
    if alike and await _frequency(search, heard):
        return heard
    for ring in await search.meant(word):
        ordered = sorted(ring)
        counts = await search.frequencies([Word(each, frozenset({each})) for each in ordered])
        present = frozenset(each for each, count in zip(ordered, counts, strict=True) if count)
        if present:
            return Word(word.text, present)
    return None


async def _frequency(search: Search, word: Word) -> int:
    (count,) = await search.frequencies([word])
    return count


def _read_as(typed: Sequence[Phrase], meant: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that were not typed."""
    known = {each for phrase in typed for word in (phrase.whole, *phrase.parts) for each in (word, word.widened())}
    return tuple(word for word in meant if word not in known)


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
