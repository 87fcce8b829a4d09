"""How a document becomes a row, and which words it brings for mistyped ones to be compared with."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from server.search.engine import Document, FieldText, Weight
from server.search.japanese.analysis import Analyser
from server.search.mistypes import SHORTEST
from server.search.postgresql.tags import OPEN_TAGS, lexeme, quoted, tags_of

# A position for each weight: a lexeme that occurs under several keeps them all, and the heaviest counts.
_POSITIONS = {Weight.NAME: 1, Weight.STRONG: 2, Weight.PLAIN: 3, Weight.FAINT: 4}


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows of one document."""

    document: dict[str, Any]
    words: frozenset[tuple[str, str, str]]


def prepare(document: Document, analyser: Analyser) -> Prepared:
    """Analyse a document; this is the slow part, and needs no database."""
    whole: defaultdict[str, set[Weight]] = defaultdict(set)
    fields: list[tuple[str, str]] = []
    words: set[tuple[str, str, str]] = set()
    for text in document.fields:
        terms = analyser.terms(text.text, text.kind)
        lexemes = {lexeme(document.index, tag, term) for tag in tags_of(text.audience) for term in terms}
        for each in lexemes:
            whole[each].add(text.weight)
        fields.append((text.name, _vector((each, {text.weight}) for each in lexemes)))
        words |= _words(document.index, text, terms)
    return Prepared(
        document={
            "index": document.index,
            "id": document.id,
            "owner": document.owner,
            "listed": list(tags_of(document.listed)),
            "hidden_from": sorted(document.hidden_from),
            "facets": sorted(_facets(document)),
            "tokens": _vector(whole.items()),
            "field_names": [name for name, _ in fields],
            "field_tokens": [vector for _, vector in fields],
            "analysis": analyser.version,
        },
        words=frozenset(words),
    )


def _vector(lexemes: Iterable[tuple[str, set[Weight]]]) -> str:
    written = (
        quoted(each) + ":" + ",".join(f"{_POSITIONS[weight]}{weight.value}" for weight in sorted(weights, key=_POSITIONS.__getitem__))
        for each, weights in lexemes
    )
    return " ".join(sorted(written))


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


def may_be_meant(word: str) -> bool:
    """Tell whether the word is long enough for a mistyped one to be compared with it."""
    return len(word) >= SHORTEST - 1
