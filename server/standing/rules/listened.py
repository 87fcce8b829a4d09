"""The filters for which somebody listens now: looked up by what a post says, as those that are saved."""

from collections import Counter, defaultdict

from server.opportunities.rules import OpportunityFacts, OpportunityFilter
from server.search.japanese.thesaurus import in_use
from server.standing.rules.terms import conditions_of, terms_of


class Listened:
    """Filters by the terms of their first condition, so that those which a post cannot meet cost nothing when it comes."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._counts: Counter[OpportunityFilter] = Counter()
        self._terms: dict[OpportunityFilter, frozenset[str]] = {}
        self._by_term: defaultdict[str, set[OpportunityFilter]] = defaultdict(set)
        # Those that ask for nothing: every post meets them.
        self._open: set[OpportunityFilter] = set()
        self._number = in_use().number

    def begin(self, wanted: OpportunityFilter) -> None:
        """Somebody listens for this from now on."""
        self._counts[wanted] += 1
        if self._counts[wanted] == 1:
            self._keep(wanted)

    def end(self, wanted: OpportunityFilter) -> None:
        """One who listened for this does no more."""
        self._counts[wanted] -= 1
        if self._counts[wanted] <= 0:
            del self._counts[wanted]
            self._drop(wanted)

    def could_meet(self, facts: OpportunityFacts) -> set[OpportunityFilter]:
        """Return the filters that the post could meet, and few others."""
        if in_use().number != self._number:
            self._read_anew()
        by_term = self._by_term
        return self._open.union(*(by_term[term] for term in terms_of(facts) if term in by_term))

    def _read_anew(self) -> None:
        """What the words of the filters mean has changed."""
        self._number = in_use().number
        for wanted in self._counts:
            self._drop(wanted)
            self._keep(wanted)

    def _keep(self, wanted: OpportunityFilter) -> None:
        first = next(iter(conditions_of(wanted)), None)
        if first is None:
            self._open.add(wanted)
            return
        self._terms[wanted] = first.terms
        for term in first.terms:
            self._by_term[term].add(wanted)

    def _drop(self, wanted: OpportunityFilter) -> None:
        self._open.discard(wanted)
        for term in self._terms.pop(wanted, ()):
            self._by_term[term].discard(wanted)
            if not self._by_term[term]:
                del self._by_term[term]
