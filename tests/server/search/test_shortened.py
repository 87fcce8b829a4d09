"""A word is asked of Meilisearch in fewer letters, and finds the same."""

import random

import pytest

from server.search.japanese.analysis import default_analyser
from server.search.japanese.phrases import Word
from server.search.japanese.words import phrases_of
from server.search.meilisearch.shortened import Short, shortened

ASKED = "人事 データ分析 採用担当 新規事業 UXデザイン 高橋 takahashi 経理 機械学習 上場準備 会議室 exporting 営業 c++"


def _meets(short: Short, word: Word, terms: frozenset[str]) -> bool:
    begun = bool(word.prefixes) and any(term.startswith(tuple(word.prefixes)) for term in terms)
    ways = any(all(not unit.isdisjoint(terms) for unit in way) for way in short.ways)
    return not short.terms.isdisjoint(terms) or begun or ways


@pytest.mark.parametrize("text", [*ASKED.split(), *(f"{each} " for each in ASKED.split())])
def test_it_is_met_by_exactly_what_meets_the_word(text: str) -> None:
    dice = random.Random(text)
    for phrase in phrases_of(text, default_analyser()):
        for word in (phrase.whole, *phrase.parts, phrase.whole.widened()):
            short = shortened(word)
            known = sorted({*word.typed(), *word.others(), *(prefix + "ん" for prefix in word.prefixes), "ほか"})
            for _ in range(300):
                terms = frozenset(dice.sample(known, dice.randint(0, min(4, len(known)))))
                assert _meets(short, word, terms) == word.meets(terms), (word, terms)


def test_what_is_said_of_the_same_words_is_said_once() -> None:
    (phrase,) = phrases_of("データ分析 ", default_analyser())
    word = phrase.whole.widened()
    short = shortened(word)
    assert sum(len(unit) for way in short.ways for unit in way) < sum(len(unit) for units in word.ways() for unit in units)
    assert all(len(way) > 1 for way in short.ways)


def test_a_unit_that_is_met_by_any_of_the_terms_needs_no_other() -> None:
    a, b, c = (frozenset({each}) for each in "abc")
    assert shortened(Word("", a, same=((a, b), (b, c)))) == Short(a, (frozenset({b, c}),))
    assert shortened(Word("", frozenset(), same=((b,), (b, c)))) == Short(b, ())
    assert shortened(Word("", a, frozenset({"b"}), same=((b, c),))) == Short(a, ())
    assert shortened(Word("", frozenset(), same=((a, b), (a, c)))) == Short(frozenset(), (frozenset({a, b | c}),))
