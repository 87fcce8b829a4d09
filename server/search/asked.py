"""What one attempt of a search asks an engine for, and how it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from server.search.engine import Condition, Found, Query
from server.search.japanese.phrases import Phrase, Word
from server.search.japanese.terms import ONE_OF


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search asks for: phrases and conditions. What meets all of one of `firsts` comes before everything that does not."""

    phrases: tuple[Phrase, ...] = ()
    conditions: tuple[Condition, ...] = ()
    firsts: tuple[tuple[Phrase, ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.phrases and not self.conditions

    @property
    def has_others(self) -> bool:
        """Whether anything ranks that was not typed itself, or need not be met."""
        return any(word.same or not word.needed for phrase in self.phrases for word in phrase.every())

    @property
    def has_wished(self) -> bool:
        """Whether anything is wished for that need not be met."""
        return any(not word.needed for phrase in self.phrases for word in phrase.every())

    @property
    def has_kanji(self) -> bool:
        """Whether names are asked for that only have a kanji."""
        return any(term.startswith(ONE_OF) for phrase in self.phrases for word in phrase.every() if word.needed for term in word.typed())

    @property
    def steps(self) -> tuple[int, ...]:
        """How many steps each ladder has, by which documents are ordered before they are ranked."""
        ladders = [len(condition.rings) for condition in self.conditions if len(condition.rings) > 1]
        return (*ladders, *([len(self.firsts)] if self.firsts else []))


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
