"""What a query asks for, as it was read: words, the terms that each may be met by, and which of them need not be met."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from server.search.japanese.thesaurus import Meaning, Units


@dataclass(frozen=True, slots=True)
class Word:
    """One thing asked for: met by any of its `terms`, by a term that begins with one of its `prefixes`, or by all of its `pieces`.

    `same` are other words for it and find it as well. `near` are words for what is near, for who finds too little (`widened`).
    One that is not `needed` is wished for, and hinders nothing. `sounds` are how its pieces are read, for who chose a wrong kanji.
    """

    text: str
    terms: frozenset[str]
    prefixes: frozenset[str] = frozenset()
    pieces: Units = ()
    same: tuple[Units, ...] = ()
    near: tuple[Units, ...] = ()
    needed: bool = True
    sounds: Units = ()

    def meets(self, terms: frozenset[str]) -> bool:
        """Tell whether a text with these terms has the word."""
        prefixes = tuple(self.prefixes)
        return (
            not self.terms.isdisjoint(terms)
            or (bool(prefixes) and any(term.startswith(prefixes) for term in terms))
            or any(all(not unit.isdisjoint(terms) for unit in units) for units in self.ways())
        )

    def ways(self) -> tuple[Units, ...]:
        """Return the ways in which the word may be met by several terms together."""
        return (self.pieces, *self.same) if self.pieces else self.same

    def typed(self) -> Iterator[str]:
        """Yield the terms of the word itself, whole and in pieces."""
        yield from self.terms
        for unit in self.pieces:
            yield from unit

    def others(self) -> Iterator[str]:
        """Yield the terms of the other words for it."""
        for units in self.same:
            for unit in units:
                yield from unit

    def meaning(self, meaning: Meaning, pieces: Units) -> "Word":
        """Return the word with what it is made of and what else it is called."""
        return replace(self, pieces=pieces if len(pieces) > 1 else (), same=meaning.same, near=meaning.near)

    def widened(self) -> "Word":
        """Return the word as one that what is near meets, too."""
        return replace(self, same=(*self.same, *self.near), near=()) if self.near else self


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was typed without a space: met by `whole`, or by all of its needed `parts` together.

    A `loose` one is a sentence, which describes more than it selects. `guessed` parts count only where nothing has the whole.
    """

    whole: Word
    parts: tuple[Word, ...] = ()
    loose: bool = False
    guessed: bool = False

    def words(self) -> tuple[Word, ...]:
        """Return the words of which one may be dropped without the others."""
        return self.sure_parts() or (self.whole,)

    def sure_parts(self) -> tuple[Word, ...]:
        """Return the parts that may stand for the whole."""
        return () if self.guessed else self.parts

    def every(self) -> tuple[Word, ...]:
        """Return the whole and the parts that may stand for it."""
        return (self.whole, *self.sure_parts())

    def needed(self) -> bool:
        """Tell whether there is anything in it that has to be met."""
        return any(word.needed for word in self.words())

    def meets(self, terms: frozenset[str]) -> bool:
        """Tell whether a text with these terms has the phrase."""
        return (
            not self.needed()
            or self.whole.meets(terms)
            or (bool(self.sure_parts()) and all(part.meets(terms) for part in self.sure_parts() if part.needed))
        )

    def widened(self, kept: Word | None = None) -> "Phrase":
        """Return the phrase with what is near for every word but the one that is kept."""

        def wide(word: Word) -> Word:
            return word if word == kept else word.widened()

        return replace(self, whole=wide(self.whole), parts=tuple(map(wide, self.parts)))


def met(phrases: Iterable[Phrase], terms: frozenset[str]) -> bool:
    """Tell whether a text with these terms has all that a query asks for."""
    return all(phrase.meets(terms) for phrase in phrases)


def any_of(words: Sequence[Word]) -> Word:
    """Return a word that any of these meets."""
    return Word(
        text=" ".join(word.text for word in words),
        terms=frozenset[str]().union(*(word.terms for word in words)),
        prefixes=frozenset[str]().union(*(word.prefixes for word in words)),
        same=tuple(units for word in words for units in word.ways()),
    )
