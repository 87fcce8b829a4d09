"""The query language of PostgreSQL's text search: how words, tags, prefixes and conditions become tsqueries."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from server.search.asked import Asked
from server.search.japanese.phrases import Phrase, Word
from server.search.japanese.terms import ANY, ONE_OF, VALUE
from server.search.japanese.thesaurus import Units
from server.search.postgresql.tags import lexeme, quoted


@dataclass(frozen=True, slots=True)
class Formula:
    """One search under one set of tags: what matches, what ranks, and (`either`) what shows that a field took part.

    PostgreSQL divides a rank by the number of distinct operands; the counts here undo that, so that ranks compare.
    """

    matches: str
    exact: str
    exact_operands: int
    begins: str
    begins_operands: int
    others: str
    others_operands: int
    kanji: str
    kanji_operands: int
    either: str
    ladders: tuple[tuple[str, ...], ...]


# A search asks in several statements for the same.
@lru_cache(maxsize=256)
def formula(index: str, tags: tuple[str, ...], asked: Asked) -> Formula:
    """Write the formula of a search that asks for something."""
    words = [word for phrase in asked.phrases for word in phrase.every()]
    typed = [term for word in words if word.needed for term in word.typed()]
    exact = _lexemes(index, tags, (term for term in typed if not term.startswith(ONE_OF)))
    begins = [f"{each}:*" for each in _lexemes(index, tags, (prefix for word in words for prefix in word.prefixes))]
    kanji = _lexemes(index, tags, (term for term in typed if term.startswith(ONE_OF)))
    others = _lexemes(index, tags, (term for word in words for term in (word.others() if word.needed else word.typed())))
    rings = _rings(index, tags, asked)
    return Formula(
        matches=_matches(index, tags, asked),
        exact=" | ".join(exact),
        exact_operands=len(exact),
        begins=" | ".join(begins),
        begins_operands=len(begins),
        others=" | ".join(others),
        others_operands=len(others),
        kanji=" | ".join(kanji),
        kanji_operands=len(kanji),
        either=" | ".join([*exact, *begins, *others, *kanji]),
        ladders=(
            *(tuple(ring) for ring in rings if len(ring) > 1),
            *([tuple(" & ".join(_phrases(index, tags, first)) for first in asked.firsts)] if asked.firsts else []),
        ),
    )


def levels(asked: Asked, *, newest: bool) -> int:
    """Return how many levels there are of what has everything that is asked for, the last one included, which is the rest.

    Where the `newest` come first, it is no matter how words are written.
    """
    return 1 if asked.is_empty else len(_levels("any", ("any",), asked, newest=newest)) + 1


@lru_cache(maxsize=256)
def of_level(index: str, tags: tuple[str, ...], asked: Asked, level: int, *, newest: bool) -> str:
    """Write what matches of a level: what was asked for first, or as it was typed and is nearest; in the last one the rest.

    As many as there are levels is all of them together.
    """
    steps = _levels(index, tags, asked, newest=newest)
    if level > len(steps):
        return _matches(index, tags, asked)
    # Whatever is in a step has all that is asked for.
    here = steps[level] if level < len(steps) else _matches(index, tags, asked)
    return " & ".join([here, *(f"!({step})" for step in steps[:level])])


def _levels(index: str, tags: Sequence[str], asked: Asked, *, newest: bool) -> list[str]:
    if asked.firsts:
        everything = _matches(index, tags, asked)
        first, *others = (f"({' & '.join(_phrases(index, tags, each))})" for each in asked.firsts)
        return [f"{everything} & ({step})" for step in (first, " | ".join(others)) if step]
    rings = _rings(index, tags, asked)
    nearest = [f"({ring[0]})" for ring in rings]
    every = [f"({' | '.join(ring)})" for ring in rings]
    typed = [_as_typed(index, tags, phrase) for phrase in asked.phrases if phrase.needed()]
    words = _phrases(index, tags, asked.phrases)
    steps = [[*nearest, *typed], [*nearest, *words]] if nearest != every else [[*every, *typed]]
    return [" & ".join(step) for step in (steps[1:] if newest else steps)]


def _matches(index: str, tags: Sequence[str], asked: Asked) -> str:
    rings = _rings(index, tags, asked)
    return " & ".join([*_phrases(index, tags, asked.phrases), *(f"({' | '.join(ring)})" for ring in rings)])


def _rings(index: str, tags: Sequence[str], asked: Asked) -> list[list[str]]:
    return [[_any_of(index, tags, ring) for ring in condition.rings] for condition in asked.conditions]


def _as_typed(index: str, tags: Sequence[str], phrase: Phrase) -> str:
    return _phrase(index, tags, replace(phrase, whole=_only(phrase.whole), parts=tuple(map(_only, phrase.parts))))


def _only(word: Word) -> Word:
    """Return the word without what else is it; one that was not typed stays as it is."""
    terms = frozenset(term for term in word.terms if not term.startswith(ONE_OF))
    return replace(word, terms=terms, prefixes=frozenset[str](), same=()) if terms else word


def _phrases(index: str, tags: Sequence[str], phrases: Iterable[Phrase]) -> list[str]:
    return [_phrase(index, tags, phrase) for phrase in phrases if phrase.needed()]


def _phrase(index: str, tags: Sequence[str], phrase: Phrase) -> str:
    whole = _word(index, tags, phrase.whole)
    if not phrase.sure_parts():
        return f"({whole})"
    parts = " & ".join(f"({_word(index, tags, part)})" for part in phrase.sure_parts() if part.needed)
    return f"({whole} | ({parts}))"


def _word(index: str, tags: Sequence[str], word: Word) -> str:
    begins = [f"{each}:*" for each in _lexemes(index, tags, word.prefixes)]
    together = [_together(index, tags, units) for units in word.ways()]
    return " | ".join([*_lexemes(index, tags, _telling(word.terms, word.prefixes)), *begins, *together])


def _together(index: str, tags: Sequence[str], units: Units) -> str:
    return "(" + " & ".join(f"({' | '.join(_lexemes(index, tags, unit))})" for unit in units) + ")"


def _telling(terms: frozenset[str], prefixes: Collection[str]) -> Iterator[str]:
    """Yield the terms but those that begin as is asked for anyway: the index looks at every key for every document."""
    begun = tuple(prefixes)
    return (term for term in terms if not (begun and term.startswith(begun)))


def _any_of(index: str, tags: Sequence[str], values: Collection[str]) -> str:
    whole = _lexemes(index, tags, (VALUE + value for value in values if not value.endswith(ANY)))
    begun = _lexemes(index, tags, (VALUE + value.removesuffix(ANY) for value in values if value.endswith(ANY)))
    return " | ".join([*whole, *(f"{each}:*" for each in begun)])


def _lexemes(index: str, tags: Sequence[str], terms: Iterable[str]) -> list[str]:
    return sorted({quoted(lexeme(index, tag, term)) for term in terms for tag in tags})
