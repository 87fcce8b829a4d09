"""How a document becomes a row, and which words it brings for mistyped ones to be compared with."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from server.search.engine import Document, FieldText, Weight
from server.search.japanese.analysis import Analyser, Kind
from server.search.mistypes import may_be_meant
from server.search.postgresql.tags import OPEN_TAGS, lexeme, quoted, tags_of

# A position for each weight: a lexeme that occurs under several keeps them all, and the heaviest counts.
_WEIGHTS = (Weight.NAME, Weight.STRONG, Weight.PLAIN, Weight.FAINT)
# Each weight is a bit, and each set of weights is written once: a document has hundreds of lexemes.
_BITS = {weight: 1 << place for place, weight in enumerate(_WEIGHTS)}
_MARKS = tuple(
    ":" + ",".join(f"{place}{weight.value}" for place, weight in enumerate(_WEIGHTS, 1) if bits & _BITS[weight]) for bits in range(16)
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows of one document."""

    document: dict[str, Any]
    words: frozenset[tuple[str, str, str]]


def prepare(document: Document, analyser: Analyser) -> Prepared:
    """Analyse a document; this is the slow part, and needs no database."""
    whole: defaultdict[str, int] = defaultdict(int)
    fields: list[tuple[str, str]] = []
    words: set[tuple[str, str, str]] = set()
    for text in document.fields:
        terms = analyser.terms(text.text, text.kind)
        lexemes = {_lexeme(document.index, tag, term) for tag in tags_of(text.audience) for term in terms}
        bit = _BITS[text.weight]
        for each in lexemes:
            whole[each] |= bit
        # Of a value no page says where it was found.
        if text.kind is not Kind.VALUES:
            fields.append((text.name, _vector(dict.fromkeys(lexemes, bit))))
        words |= _words(document.index, text, terms)
    return Prepared(
        document={
            "index": document.index,
            "id": document.id,
            "owner": document.owner,
            "listed": list(tags_of(document.listed)),
            "hidden_from": sorted(document.hidden_from),
            "facets": sorted(_facets(document)),
            "tokens": _vector(whole),
            "field_names": [name for name, _ in fields],
            "field_tokens": [vector for _, vector in fields],
            "analysis": analyser.version,
        },
        words=frozenset(words),
    )


@lru_cache(maxsize=65_536)
def _lexeme(index: str, tag: str, term: str) -> str:
    return quoted(lexeme(index, tag, term))


def _vector(lexemes: Mapping[str, int]) -> str:
    return " ".join([each + _MARKS[bits] for each, bits in sorted(lexemes.items())])


def _facets(document: Document) -> set[str]:
    tags: defaultdict[str, set[str]] = defaultdict(set)
    for facet in document.facets:
        for value in facet.values:
            tags[f"{facet.name}/{value}"].update(tags_of(facet.audience))
    return {f"{tag}/{value}" for value, each in tags.items() for tag in _without_higher_levels(each)}


def _without_higher_levels(tags: set[str]) -> set[str]:
    """Keep of the open levels the lowest, which all others imply: no open level then counts a document twice."""
    return (tags - OPEN_TAGS) | set(sorted(tags & OPEN_TAGS, key=int)[:1])


def _words(index: str, text: FieldText, terms: frozenset[str]) -> set[tuple[str, str, str]]:
    return {(index, tag, term) for tag in tags_of(text.audience) for term in terms if may_be_meant(term)}
