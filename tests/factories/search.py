"""Documents for the engines, in few words."""

from uuid import UUID

from server.kit.actor import Level
from server.kit.ids import uuid7
from server.search.engine import Audience, Document, FacetValues, FieldText, Query, Seeker, Weight
from server.search.japanese.analysis import Kind

INDEX = "people"
EVERYBODY = Audience(Level.ANYONE)
NEWCOMERS = Audience(Level.SIGNED_IN)
VERIFIED = Audience(Level.VERIFIED)
ONLY_ME = Audience(Level.ONLY_ME)
GUEST = Seeker()
MEMBER = Seeker(Level.VERIFIED)


def name(text: str, audience: Audience = VERIFIED, *, field: str = "name") -> FieldText:
    """Return a name's field."""
    return FieldText(field, text, audience, Weight.NAME, Kind.NAME)


def prose(text: str, audience: Audience = VERIFIED, *, field: str = "headline", weight: Weight = Weight.PLAIN) -> FieldText:
    """Return a field of prose."""
    return FieldText(field, text, audience, weight)


def facet(facet_name: str, *values: str, audience: Audience = VERIFIED) -> FacetValues:
    """Return values of a facet."""
    return FacetValues(facet_name, frozenset(values), audience)


def document(
    *fields: FieldText,
    facets: tuple[FacetValues, ...] = (),
    listed: Audience = EVERYBODY,
    owner: UUID | None = None,
    hidden_from: frozenset[UUID] = frozenset(),
    index: str = INDEX,
) -> Document:
    """Return a document with a fresh id."""
    return Document(index, uuid7(), listed, fields, facets, owner, hidden_from)


def query(text: str, seeker: Seeker = MEMBER, *, facets: tuple[str, ...] = ()) -> Query:
    """Return a query of the usual index."""
    return Query(INDEX, text, seeker, facets=facets)
