"""How a document becomes a row, and which words it brings for mistyped ones to be compared with."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from server.search.engine import Document, Weight
from server.search.japanese.analysis import Analyser, Kind
from server.search.mistypes import may_be_meant
from server.search.postgresql.tags import OPEN_TAGS, lexeme, quoted, tags_of, text_tags_of

# A position for each weight: a lexeme that occurs under several keeps them all, and the heaviest counts.
_MARKS = {weight: f":{place}{weight.value}" for place, weight in enumerate((Weight.NAME, Weight.STRONG, Weight.PLAIN, Weight.FAINT), 1)}
Words = frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows of one document."""

    document: dict[str, Any]
    words: Words


def prepare(document: Document, analyser: Analyser) -> Prepared:
    """Analyse a document; this is the slow part, and needs no database."""
    fields: list[tuple[str, str]] = []
    whole: list[str] = []
    words: set[tuple[str, str, str]] = set()
    for text in document.fields:
        tags, mark = text_tags_of(text.audience), _MARKS[text.weight]
        written: list[str] = []
        for terms in analyser.lines(text.text, text.kind):
            # Values are another's on each person; nothing is gained by remembering them.
            line = _line if text.kind is not Kind.VALUES else _line.__wrapped__
            vector, brought = line(document.index, tags, terms, mark)
            written.append(vector)
            words |= brought
        # What stands there twice PostgreSQL writes once, with every weight that it has.
        vector = " ".join(written)
        whole.append(vector)
        # Of a value no page says where it was found.
        if text.kind is not Kind.VALUES:
            fields.append((text.name, vector))
    return Prepared(
        document={
            "index": document.index,
            "id": document.id,
            "owner": document.owner,
            "listed": list(tags_of(document.listed)),
            "hidden_from": sorted(document.hidden_from),
            "facets": sorted(_facets(document)),
            "tokens": " ".join(whole),
            "field_names": [name for name, _ in fields],
            "field_tokens": [vector for _, vector in fields],
            "analysis": analyser.version,
        },
        words=frozenset(words),
    )


@lru_cache(maxsize=4_096)
def _line(index: str, tags: tuple[str, ...], terms: frozenset[str], mark: str) -> tuple[str, Words]:
    """Return the terms of a line as a vector, and its words; the same lines stand in thousands of documents."""
    vector = " ".join([quoted(lexeme(index, tag, term)) + mark for tag in tags for term in terms])
    telling = [term for term in terms if may_be_meant(term)]
    return vector, frozenset((index, tag, term) for tag in tags for term in telling)


def _facets(document: Document) -> set[str]:
    tags: defaultdict[str, set[str]] = defaultdict(set)
    for facet in document.facets:
        for value in facet.values:
            tags[f"{facet.name}/{value}"].update(tags_of(facet.audience))
    return {f"{tag}/{value}" for value, each in tags.items() for tag in _without_higher_levels(each)}


def _without_higher_levels(tags: set[str]) -> set[str]:
    """Keep of the open levels the lowest, which all others imply: no open level then counts a document twice."""
    return (tags - OPEN_TAGS) | set(sorted(tags & OPEN_TAGS, key=int)[:1])
