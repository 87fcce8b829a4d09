"""The query language of PostgreSQL's text search: how words, tags and prefixes become tsqueries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from server.search.japanese.words import Phrase, Word
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
    either: str


def formula(index: str, tags: Sequence[str], phrases: Sequence[Phrase]) -> Formula:
    """Write the formula of a search for all of these phrases, of which there is at least one."""
    words = [word for phrase in phrases for word in (phrase.whole, *phrase.parts)]
    exact = _lexemes(index, tags, (term for word in words for term in word.terms))
    begins = [f"{each}:*" for each in _lexemes(index, tags, (prefix for word in words for prefix in word.prefixes))]
    return Formula(
        matches=" & ".join(_phrase(index, tags, phrase) for phrase in phrases),
        exact=" | ".join(exact),
        exact_operands=len(exact),
        begins=" | ".join(begins),
        begins_operands=len(begins),
        either=" | ".join([*exact, *begins]),
    )


def _phrase(index: str, tags: Sequence[str], phrase: Phrase) -> str:
    whole = _word(index, tags, phrase.whole)
    if not phrase.parts:
        return f"({whole})"
    parts = " & ".join(f"({_word(index, tags, part)})" for part in phrase.parts)
    return f"({whole} | ({parts}))"


def _word(index: str, tags: Sequence[str], word: Word) -> str:
    begins = [f"{each}:*" for each in _lexemes(index, tags, word.prefixes)]
    return " | ".join([*_lexemes(index, tags, word.terms), *begins])


def _lexemes(index: str, tags: Sequence[str], terms: Iterable[str]) -> list[str]:
    return sorted({quoted(lexeme(index, tag, term)) for term in terms for tag in tags})
