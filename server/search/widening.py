"""How a search goes on that finds little: by what is near, of a sentence by less of it; and one that finds nothing, by what was meant."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from server.search.asked import Asked, Search
from server.search.engine import Found
from server.search.japanese.phrases import Phrase, Word
from server.search.japanese.romaji import sounding
from server.search.japanese.words import MOST_WORDS
from server.search.less import less, less_of, made_of, nearly, parts_of, spelt_like
from server.search.mistypes import confused

# Whoever finds fewer is shown what is near, too.
FEW: Final = 10
# What was found, and by which attempt.
Attempted: TypeAlias = tuple[Found, Asked]


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
    """Let what is near follow; of a sentence, then also what has less of it."""
    exact, last = found.total, asked
    wide = tuple(phrase.widened() for phrase in asked.phrases)
    firsts = (asked.phrases, *nearly(asked.phrases))
    if wide != asked.phrases:
        last = replace(asked, phrases=wide, firsts=firsts)
        found = replace(await search.attempt(last), exact=exact)
    if found.total >= FEW or not any(phrase.loose for phrase in asked.phrases):
        return found, last
    words = [word for phrase in asked.phrases for word in phrase.words()]
    counts = await _counts(search, words)
    telling = [at for at in counts if words[at].needed]
    if len(telling) <= 1:
        return found, last
    last = less(asked, words, {at: counts[at] for at in telling}, tuple(dict.fromkeys((*firsts, wide))))
    return replace(await search.attempt(last), exact=exact, dropped=_dropped(asked.phrases, telling[:-1])), last


async def _nearest(search: Search, asked: Asked) -> Attempted:
    """Read mistyped words as what they may have meant; then leave out what nobody has, then what most have, since it tells least."""
    phrases = tuple([await _forgiven(search, phrase) for phrase in asked.phrases])
    if phrases != asked.phrases:
        last = replace(asked, phrases=phrases)
        found = await search.attempt(last)
        if found.total:
            found, last = await _followed(search, last, found)
            read_as = _read_as(asked.phrases, [word for phrase in phrases for word in phrase.every()])
            return replace(found, exact=0, read_as=read_as), last
    words = [word for phrase in phrases for word in phrase.words()]
    words, counts = await _present(search, words)
    # Of a query of which nothing is left, what was only wished for is the nearest.
    telling = ([at for at in counts if words[at].needed] or list(counts))[:MOST_WORDS]
    for kept, some in _ever_less(words, telling):
        last = replace(asked, phrases=some)
        found = await search.attempt(last)
        if found.total:
            if found.total < FEW and len(telling) > 1:
                last = less(asked, words, {at: counts[at] for at in telling}, (some,))
                found = await search.attempt(last)
            read_as = _read_as(asked.phrases, [words[at] for at in telling[:kept]])
            return replace(found, exact=0, dropped=_dropped(phrases, telling[:kept]), read_as=read_as), last
    return Found(hits=(), total=0, has_next=False, exact=0, dropped=_dropped(phrases, ())), asked


async def _followed(search: Search, asked: Asked, found: Found) -> Attempted:
    """Let what has less of several words follow what has all of them, where that is little."""
    words = [word for phrase in asked.phrases for word in phrase.words()]
    if found.total >= FEW or sum(word.needed for word in words) <= 1:
        return found, asked
    counts = await _counts(search, words)
    last = less(asked, words, {at: count for at, count in counts.items() if words[at].needed}, (asked.phrases,))
    return await search.attempt(last), last


def _ever_less(words: Sequence[Word], telling: Sequence[int]) -> Iterator[tuple[int, tuple[Phrase, ...]]]:
    """Yield how many of the words that tell something are met, and a query for those: all, all but what is near, ever fewer."""
    if telling:
        yield len(telling), parts_of(words, telling)
    if len(telling) > 1:
        # What only the rarest says is found before what lies near them all.
        near = [word if at == telling[0] else word.widened() for at, word in enumerate(words)]
        yield len(telling), parts_of(near, telling)
    for kept in range(len(telling) - 1, 0, -1):
        yield kept, parts_of(words, telling[:kept])


async def _present(search: Search, words: Sequence[Word]) -> tuple[list[Word], dict[int, int]]:
    """Read each word that nobody has as what is near, and where nobody has any of them, as the nearest; with how many have each."""
    read, counts = list(words), await _counts(search, words)
    for at, word in enumerate(words):
        if at not in counts:
            read[at] = word.widened() if word.near else made_of(word) or word
    counts = await _counts(search, read)
    if not any(read[at].needed for at in counts):
        read = await _begun(search, read)
        counts = await _counts(search, read)
    return read, counts


async def _counts(search: Search, words: Sequence[Word]) -> dict[int, int]:
    """Return how many have each word that anybody has, by its place, the rarest first."""
    counts = enumerate(await search.frequencies(words))
    return dict(sorted(((at, count) for at, count in counts if count), key=lambda each: (each[1], each[0])))


async def _begun(search: Search, words: Sequence[Word]) -> list[Word]:
    """Read words of which nobody has any as the nearest: what has a part of them, or begins as they do."""
    read = list(words)
    for at, word in enumerate(words):
        for other in less_of(word) if word.needed else ():
            if await _frequency(search, other):
                read[at] = other
                break
    return read


async def _forgiven(search: Search, phrase: Phrase) -> Phrase:
    """Read what nobody has as what may have been meant: the phrase as a whole, or each of its words."""
    # What a dictionary made of a reading is tried before any slip.
    if phrase.guessed and not await _frequency(search, phrase.whole):
        phrase = replace(phrase, guessed=False)
    needed = [word for word in phrase.words() if word.needed]
    missing = [word for word, count in zip(needed, await search.frequencies(needed), strict=True) if not count]
    if not missing:
        # 壁うち is 壁打ち: each part is a word, but not the one that was meant.
        heard = Word(phrase.whole.text, _reading(phrase.whole))
        return Phrase(heard) if phrase.parts and heard.terms and await _frequency(search, heard) else phrase
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
    alike |= _reading(word)
    heard = Word(word.text, alike, same=(word.sounds,) if word.sounds else ())
    if alike and await _frequency(search, heard):
        return heard
    for ring in await search.meant(word):
        ordered = sorted(ring)
        counts = await search.frequencies([Word(each, frozenset({each})) for each in ordered])
        present = frozenset(each for each, count in zip(ordered, counts, strict=True) if count)
        if present:
            return Word(word.text, present)
    for other in spelt_like(word):
        if await _frequency(search, other):
            return other
    return None


def _reading(word: Word) -> frozenset[str]:
    return frozenset({"".join(min(sound) for sound in word.sounds)}) - {""}


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
