"""How a document becomes what Meilisearch keeps: matched by tagged terms, ranked by level and weight, shown field by field."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from server.kit.actor import Level
from server.search.engine import Audience, Document, FieldText
from server.search.japanese.analysis import Analyser, Kind
from server.search.meilisearch.settings import EVERY, EVERY_WORD, ranked_by
from server.search.meilisearch.terms import code_of, code_of_owner, ranking_text, tagged
from server.search.mistypes import may_be_meant
from server.search.postgresql.tags import OPEN_TAGS, OWNER, tags_of

# Raise it with every change after which the same document is written differently: indexes are built anew then.
REVISION = 3
# Whoever meets the document sees the value.
WITH_THE_DOCUMENT = "all"
# Words that are for no open level.
CLOSED = "closed"


def stamp_of(analyser: Analyser) -> str:
    """Return what tells documents of this version from those of another."""
    return f"{REVISION}+{analyser.version}"


def written_document(document: Document, analyser: Analyser) -> dict[str, Any]:
    """Analyse a document; this is the slow part, and needs no server."""
    every = [(field, analyser.terms(field.text, field.kind)) for field in document.fields]
    # Of a value nothing says where it was found, nor how well it was met.
    terms = [(field, each) for field, each in every if field.kind is not Kind.VALUES]
    return {
        "id": str(document.id),
        "owner": None if document.owner is None else document.owner.hex,
        "listed": list(tags_of(document.listed)),
        "kept_from": sorted(each.hex for each in document.hidden_from),
        "analysis": stamp_of(analyser),
        EVERY: EVERY_WORD,
        "m": sorted({tagged(code, term) for field, each in every for code in _met_under(field.audience, document.owner) for term in each}),
        "v": _vocabulary(terms),
        "f": _facets(document),
        "fields": [[field.name, list(tags_of(field.audience)), sorted(each)] for field, each in terms],
        **_ranked(terms),
    }


def _met_under(audience: Audience, owner: UUID | None) -> set[str]:
    """Return the codes of every tag under which a seeker meets it."""
    if levels := _open_levels(audience):
        return levels
    circles = {code_of(tag) for tag in tags_of(audience) if tag != OWNER}
    return circles if owner is None else {*circles, code_of_owner(owner)}


def _ranked(terms: list[tuple[FieldText, frozenset[str]]]) -> dict[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for field, each in terms:
        for level in (Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED):
            if field.audience.level <= level:
                found[ranked_by(level, field.weight)].update(each)
    return {attribute: ranking_text(each) for attribute, each in found.items()}


def _vocabulary(terms: list[tuple[FieldText, frozenset[str]]]) -> dict[str, list[str]]:
    """Return the words that a mistyped one may have meant, by the open level that meets them; all others apart from these.

    Whoever asks counts each with the seeker's eyes before it is taken for anything, so that circles need not be told apart.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for field, each in terms:
        words = set(filter(may_be_meant, each))
        for level in _open_levels(field.audience) or {CLOSED} if words else ():
            found[level].update(words)
    return {level: sorted(words) for level, words in found.items()}


def _open_levels(audience: Audience) -> set[str]:
    """Return the levels that meet it, of the open ones all from its own on, so that a seeker asks for one; none where it is for circles."""
    return {tag for tag in OPEN_TAGS if int(tag) >= int(audience.level)} if audience.level <= Level.VERIFIED else set()


def _facets(document: Document) -> dict[str, list[str]]:
    """Return tag -> values of all facets. As far as can be, a value has one tag, so that it is counted once."""
    tags: defaultdict[str, set[str]] = defaultdict(set)
    for facet in document.facets:
        for value in facet.values:
            tags[facet_value(facet.name, value)].update(_facet_tags(facet.audience, document.listed))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for value, each in sorted(tags.items()):
        for tag in sorted(_needed(each)):
            found[tag].append(value)
    return dict(found)


def _facet_tags(audience: Audience, listed: Audience) -> set[str]:
    return {WITH_THE_DOCUMENT} if audience == listed else set(tags_of(audience))


def _needed(tags: set[str]) -> set[str]:
    """Leave out what others imply: what comes with the document, all; of the open levels the lowest, those above it."""
    if WITH_THE_DOCUMENT in tags:
        return {WITH_THE_DOCUMENT}
    return (tags - OPEN_TAGS) | set(sorted(tags & OPEN_TAGS, key=int)[:1])


def facet_value(facet: str, value: str) -> str:
    """Return a value as it stands among those of all facets, which are kept together: each attribute costs every count."""
    return f"{facet}/{value}"
