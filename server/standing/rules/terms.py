"""By what a standing query is looked up: the terms of its rarest condition, and all the terms of a post.

A post that has none of a condition's terms cannot meet it, so a query that is kept under the terms of one of its conditions
is found by every post that meets it, and by few others where that condition is a rare one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from server.opportunities.rules import REMOTE, OpportunityFacts, OpportunityFilter, phrases_for
from server.search.japanese.phrases import Phrase, Word

# What a word may begin with is kept by so many letters: a post is looked up by all beginnings of its terms up to here.
BEGINNING: Final = 4
_OF_WORDS: Final = ("w:", "b:")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a filter, as a filter of its own, and the terms of which a post must have one to meet it."""

    asks: OpportunityFilter
    terms: frozenset[str]


def conditions_of(wanted: OpportunityFilter) -> tuple[Condition, ...]:
    """Return the conditions of a filter, those that are rare by their nature first; none: it asks for nothing."""
    found = [
        Condition(OpportunityFilter(companies=wanted.companies), _each("c", wanted.companies)),
        *_words(wanted.text),
        Condition(OpportunityFilter(skills=wanted.skills), _each("s", wanted.skills)),
        Condition(OpportunityFilter(groups=wanted.groups), _each("g", wanted.groups)),
        Condition(OpportunityFilter(kinds=wanted.kinds), _each("k", (kind.value for kind in wanted.kinds))),
        Condition(OpportunityFilter(directions=wanted.directions), _each("d", (each.value for each in wanted.directions))),
    ]
    # Any of the places or anywhere is one condition; that one cannot take part from anywhere is another.
    where = OpportunityFilter(places=wanted.places, remote=wanted.remote or None)
    found.append(Condition(where, _each("p", wanted.places) | _each("r", [REMOTE[True]] if wanted.remote else ())))
    if wanted.remote is False:
        found.append(Condition(OpportunityFilter(remote=False), _each("r", [REMOTE[False]])))
    return tuple(each for each in found if each.asks != OpportunityFilter())


def rarest(found: Mapping[Condition, int]) -> Condition:
    """Return the condition that the fewest posts meet by itself; of several the first."""
    return min(found, key=lambda condition: found[condition])


def kept_anew(wanted: OpportunityFilter, kept: frozenset[str]) -> frozenset[str]:
    """Return the terms of the condition under which a filter is `kept`, as its words are read now.

    It is known by the terms that stay; any condition would find the same. What is kept under no word is kept as it was.
    """
    if kept and not any(term.startswith(_OF_WORDS) for term in kept):
        return kept
    conditions = conditions_of(wanted)
    return max((each.terms for each in conditions), key=lambda terms: len(terms & kept)) if conditions else kept


def terms_of(facts: OpportunityFacts) -> frozenset[str]:
    """Return every term under which a query may be kept that the post meets."""
    words = facts.terms | facts.author.terms
    return frozenset[str]().union(
        _each("w", words),
        _each("b", (term[:length] for term in words for length in range(1, min(len(term), BEGINNING) + 1))),
        _each("c", facts.author.companies),
        _each("s", facts.skills),
        _each("g", facts.groups),
        _each("k", [facts.kind.value]),
        _each("d", [facts.direction.value]),
        _each("p", facts.places),
        _each("r", [REMOTE[facts.remote]]),
    )


def _words(text: str) -> list[Condition]:
    return [Condition(OpportunityFilter(text=_as_typed(phrase)), _of_phrase(phrase)) for phrase in phrases_for(text) if phrase.needed()]


def _as_typed(phrase: Phrase) -> str:
    unfinished = any(word.prefixes for word in phrase.every())
    return phrase.whole.text if unfinished else f"{phrase.whole.text} "


def _of_phrase(phrase: Phrase) -> frozenset[str]:
    # Met by the whole, or by all of its parts that are needed: of these the longest says the most.
    parts = sorted((part for part in phrase.sure_parts() if part.needed), key=lambda part: -len(part.text))[:1]
    return frozenset[str]().union(*(_of_word(word) for word in (phrase.whole, *parts)))


def _of_word(word: Word) -> frozenset[str]:
    # Of what only stands together, as "human" and "resources" do, any one has to be there: the longest is the rarest.
    pieces = (max(units, key=lambda unit: min(map(len, unit), default=0)) for units in word.ways() if all(units))
    terms = word.terms.union(*pieces)
    return _each("w", terms) | _each("b", (prefix[:BEGINNING] for prefix in word.prefixes))


def _each(kind: str, values: Iterable[object]) -> frozenset[str]:
    return frozenset(f"{kind}:{value}" for value in values)
