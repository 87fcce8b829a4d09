"""The port of every search engine: what a document is, who asks with which eyes, and what an engine answers."""

from collections.abc import AsyncIterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Protocol
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Level
from server.search.japanese.analysis import Kind
from server.search.japanese.phrases import Word

# Who looks for something does not ask how many more than these there are.
ENOUGH: Final = 500


class Weight(Enum):
    """How much it says that a word was found in a field."""

    NAME = "A"
    STRONG = "B"
    PLAIN = "C"
    FAINT = "D"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may see something. From CHOSEN_GROUPS to CONNECTIONS: whoever shares one of `circles`; the owner always may.

    A circle is the id of any set of members: a group, a company, somebody's connections.
    """

    level: Level
    circles: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class FieldText:
    """A text to be found by. A field that is spread over several audiences is given once for each."""

    name: str
    text: str
    audience: Audience
    weight: Weight = Weight.PLAIN
    kind: Kind = Kind.PROSE


@dataclass(frozen=True, slots=True)
class FacetValues:
    """Values to filter and count by, such as ids or kinds."""

    name: str
    values: frozenset[str]
    audience: Audience


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found of one thing. `listed` is the audience of the thing itself; `hidden_from` are circles and members."""

    index: str
    id: UUID
    listed: Audience
    fields: tuple[FieldText, ...]
    facets: tuple[FacetValues, ...] = ()
    owner: UUID | None = None
    hidden_from: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Seeker:
    """With whose eyes an engine searches. `hidden` are ids of documents and owners that the seeker is not to meet.

    `ties` are circles that open nothing to the seeker, but from which a document may be hidden.
    """

    level: Level = Level.ANYONE
    member: UUID | None = None
    circles: frozenset[UUID] = frozenset()
    ties: frozenset[UUID] = frozenset()
    hidden: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Filter:
    """Keeps documents that have, visibly, any of the values in the facet."""

    facet: str
    any_of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Condition:
    """Keeps documents that have, visibly, a value of any ring in a field of Kind.VALUES; the rings come in their order.

    One that ends in `analysis.ANY` stands for every value that begins with what is before it.
    `text` is what was typed for it. Where nothing meets all that is asked for, conditions are given up after the words; a `firm`
    one never is: it was chosen, like a filter.
    """

    text: str
    rings: tuple[frozenset[str], ...]
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search. An empty text finds every listed document, newest id first; counts of a facet leave its own filter out.

    With `newest` words find but do not rank: what has all of them still comes before what is near, and within both the newest id.
    `without` leaves out the documents of others that have, visibly, any of these values; one's own has what it has.

    `restrict` selects the ids of rows that the caller may read. An engine beside the rows applies it to every candidate;
    an engine elsewhere relies on its coarse filters (levels, circles, hidden ids) for counts, and applies it to its page.
    One that is built once, with parameters for what differs, costs little; `restrict_values` are the parameters' values.
    With `enough`, which is no fewer than a search goes on to widen, the total may stop there (`Found.at_least`), and what comes first
    be looked for in a part of so many: what has the words as they were typed, the newest. Where facets are wanted, all are counted.
    `beside_rows`: it keeps fewer than the seeker may see, so that only an engine beside the rows can answer and count.
    """

    index: str
    text: str
    seeker: Seeker
    filters: tuple[Filter, ...] = ()
    facets: tuple[str, ...] = ()
    limit: int = 20
    after: str | None = None
    restrict: Select[UUID] | None = None
    restrict_values: Mapping[str, object] = field(default_factory=dict[str, object])
    conditions: tuple[Condition, ...] = ()
    beside_rows: bool = False
    without: tuple[Filter, ...] = ()
    newest: bool = False
    enough: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found: its place (`after` continues behind it), and the visible fields in which words were found."""

    id: UUID
    after: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the documents found have the value."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer. `total` counts all pages, or with `at_least` says how many there are at least.

    `words` are those that were met (for highlighting), `dropped` as they were typed.
    `exact` of them have all that was asked for, as it was typed or by another word for the same, and come before all others.
    `read_as` are words that no document has, as what they were taken for; their texts are as they were typed.
    `degraded`: another engine than the one of this deployment answered, which does not rank as well.
    """

    hits: tuple[Hit, ...]
    total: int
    has_next: bool
    exact: int
    words: tuple[Word, ...] = ()
    dropped: tuple[str, ...] = ()
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict[str, tuple[FacetCount, ...]])
    degraded: bool = False
    read_as: tuple[Word, ...] = ()
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """How many documents an engine was filled with, and which (index, id) changed while it was."""

    documents: int
    missed: tuple[tuple[str, UUID], ...] = ()


class EngineUnusable(Exception):
    """An engine is not reached, too slow, refuses us, or answers what nobody can read. The text names only the kind of the fault."""


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the engine serves; `stale` documents were analysed by another version and wait to be indexed anew."""

    ready: bool
    documents: int
    stale: int
    problem: str | None = None


class SearchEngine(Protocol):
    """An engine. Session first, as in every read: one engine keeps its documents there, the others settle `restrict` by it."""

    async def configure(self, session: AsyncSession, indexes: frozenset[str]) -> None:
        """Bring the engine to exactly these indexes; documents of any other are forgotten. May be repeated."""
        ...

    async def upsert(self, session: AsyncSession, documents: Sequence[Document]) -> None:
        """Make each document findable as it is now, replacing what was there under its index and id."""
        ...

    async def fill(self, session: AsyncSession, batches: AsyncIterable[Sequence[Document]], processes: int = 0) -> Filled:
        """Give an engine all documents that there are, many times faster than upsert; what else it had is forgotten.

        Searches go on meanwhile in what it had; from the return until the caller's transaction ends they wait. Documents that
        others gave or took meanwhile are told, for the caller to bring them up to date. With `processes` that many analyse.
        """
        ...

    async def delete(self, session: AsyncSession, index: str, ids: Sequence[UUID]) -> None:
        """Forget the documents with every word that only they had; unknown ids are no error."""
        ...

    async def search(self, session: AsyncSession, query: Query) -> Found:
        """Answer the query; raise BadPage where `after` came from elsewhere.

        What the seeker may not see neither matches nor ranks nor counts. Where few documents have all words, those follow
        that have what is near; of a sentence, those that have less of it. Where none has all words, those that no document
        has are dropped, then the commonest, until something is found; what has any of them follows.
        """
        ...

    async def stale(self, session: AsyncSession, index: str, limit: int) -> Sequence[UUID]:
        """Return up to `limit` ids of documents that another version of the analysis made."""
        ...

    async def health(self, session: AsyncSession) -> Health:
        """Say whether the engine is reached and fit; never raise for what an operator has to set right."""
        ...
