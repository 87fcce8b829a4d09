"""How a document becomes what Meilisearch keeps: matched by tagged terms, ranked by level and weight, shown field by field."""

from collections import defaultdict
from typing import Any

from server.kit.actor import Level
from server.search.engine import Audience, Document, FieldText
from server.search.japanese.analysis import Analyser, Kind
from server.search.meilisearch.settings import EVERY, EVERY_WORD, ranked_by
from server.search.meilisearch.terms import ranking_text, tagged
from server.search.mistypes import may_be_meant
from server.search.postgresql.tags import OPEN_TAGS, OWNER, tags_of

# Raise it with every change after which the same document is written differently: indexes are built anew then.
REVISION = 2
# Whoever meets the document sees the value.
WITH_THE_DOCUMENT = "all"


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
        "m": sorted({tagged(tag, term) for field, each in every for tag in _met_under(field.audience) for term in each}),
        "v": _vocabulary(terms),
        "f": _facets(document),
        "fields": [[field.name, list(tags_of(field.audience)), sorted(each)] for field, each in terms],
        **_ranked(terms),
    }


def _met_under(audience: Audience) -> set[str]:
    """Return every tag under which a seeker meets it: the owner's, and of the open levels all from its own on, so that one is asked for."""
    open_levels = {tag for tag in OPEN_TAGS if audience.level <= Level.VERIFIED and int(tag) >= int(audience.level)}
    return {*tags_of(audience), *open_levels, OWNER}


def _ranked(terms: list[tuple[FieldText, frozenset[str]]]) -> dict[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for field, each in terms:
        for level in (Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED):
            if field.audience.level <= level:
                found[ranked_by(level, field.weight)].update(each)
    return {attribute: ranking_text(each) for attribute, each in found.items()}


def _vocabulary(terms: list[tuple[FieldText, frozenset[str]]]) -> dict[str, list[str]]:
    """Return the words that a mistyped one may have meant, by tag."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for field, each in terms:
        words = set(filter(may_be_meant, each))
        for tag in tags_of(field.audience) if words else ():
            found[tag].update(words)
    return {tag: sorted(words) for tag, words in found.items()}


def _facets(document: Document) -> dict[str, dict[str, list[str]]]:
    """Return tag -> facet -> values. As far as can be, a value has one tag, so that it is counted once."""
    tags: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for facet in document.facets:
        for value in facet.values:
            tags[facet.name, value].update(_facet_tags(facet.audience, document.listed))
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (name, value), each in sorted(tags.items()):
        for tag in sorted(_needed(each)):
            found[tag][name].append(value)
    return {tag: dict(values) for tag, values in found.items()}


def _facet_tags(audience: Audience, listed: Audience) -> set[str]:
    return {WITH_THE_DOCUMENT} if audience == listed else set(tags_of(audience))


def _needed(tags: set[str]) -> set[str]:
    """Leave out what others imply: what comes with the document, all; of the open levels the lowest, those above it."""
    if WITH_THE_DOCUMENT in tags:
        return {WITH_THE_DOCUMENT}
    return (tags - OPEN_TAGS) | set(sorted(tags & OPEN_TAGS, key=int)[:1])
