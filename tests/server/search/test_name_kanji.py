"""Each family of name kanji: whichever of its kanji somebody has in their name, it is found by every other, and told from it."""

import unicodedata

import pytest

from server.search.japanese.analysis import Kind, default_analyser
from server.search.japanese.folding import fold, kanji_families
from server.search.japanese.words import phrases_of

FAMILIES = kanji_families()


def test_there_are_many_and_none_overlap() -> None:
    assert len(FAMILIES) >= 150
    every = "".join(FAMILIES)
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("family", FAMILIES)
def test_whoever_has_one_of_a_family_is_found_by_the_others(family: str) -> None:
    analyser = default_analyser()
    assert len(family) > 1
    for kanji in family:
        assert unicodedata.name(kanji).startswith("CJK ")
        assert fold(kanji).text == family[0]
        terms = analyser.terms(f"{kanji}川 一", Kind.NAME)
        for typed in family:
            for query in (f"{typed}川", typed):
                (phrase,) = phrases_of(query, analyser)
                assert phrase.meets(terms), (kanji, query)
            told = {term for term in phrases_of(f"{typed}川", analyser)[0].whole.terms if term.startswith("=")}
            assert told == {f"={typed}川"}
            assert (f"={typed}川" in terms) == (typed == kanji)
