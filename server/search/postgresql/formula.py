"""The query language of PostgreSQL's text search: how words, tags, prefixes and conditions become tsqueries."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from server.search.asked import Asked
from server.search.japanese.phrases import Phrase, Word
from server.search.japanese.terms import ANY, VALUE
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
    either: str
    ladders: tuple[tuple[str, ...], ...]


def formula(index: str, tags: Sequence[str], asked: Asked) -> Formula:
    """Write the formula of a search that asks for something."""
    words = [word for phrase in asked.phrases for word in phrase.every()]
    exact = _lexemes(index, tags, (term for word in words if word.needed for term in word.typed()))
    begins = [f"{each}:*" for each in _lexemes(index, tags, (prefix for word in words for prefix in word.prefixes))]
    others = _lexemes(index, tags, (term for word in words for term in (word.others() if word.needed else word.typed())))
    rings = [[_any_of(index, tags, ring) for ring in condition.rings] for condition in asked.conditions]
    return Formula(
        matches=" & ".join([*_phrases(index, tags, asked.phrases), *(f"({' | '.join(ring)})" for ring in rings)]),
        exact=" | ".join(exact),
        exact_operands=len(exact),
        begins=" | ".join(begins),
        begins_operands=len(begins),
        others=" | ".join(others),
        others_operands=len(others),
        either=" | ".join([*exact, *begins, *others]),
        ladders=(
            *(tuple(ring) for ring in rings if len(ring) > 1),
            *([tuple(" & ".join(_phrases(index, tags, first)) for first in asked.firsts)] if asked.firsts else []),
        ),
    )


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
    return " | ".join([*_lexemes(index, tags, word.terms), *begins, *together])


def _together(index: str, tags: Sequence[str], units: Units) -> str:
    return "(" + " & ".join(f"({' | '.join(_lexemes(index, tags, unit))})" for unit in units) + ")"


def _any_of(index: str, tags: Sequence[str], values: Collection[str]) -> str:
    whole = _lexemes(index, tags, (VALUE + value for value in values if not value.endswith(ANY)))
    begun = _lexemes(index, tags, (VALUE + value.removesuffix(ANY) for value in values if value.endswith(ANY)))
    return " | ".join([*whole, *(f"{each}:*" for each in begun)])


def _lexemes(index: str, tags: Sequence[str], terms: Iterable[str]) -> list[str]:
    return sorted({quoted(lexeme(index, tag, term)) for term in terms for tag in tags})
