"""The measure of relevance, on answers small enough to be counted by hand."""

import math
from collections.abc import Mapping, Sequence

import pytest

from bench.measuring import Figure
from bench.relevance.queries import Judged
from bench.relevance.scoring import DEPTH, answered, as_dict, ndcg, reciprocal_rank, scores

GRADES = {"exact": 3, "good": 2, "related": 1}


def judged(key: str, answers: Mapping[str, int], category: str = "names", find: str = "people") -> Judged:
    """A query with these answers; one without any has none."""
    return Judged(key, category, find, key, key, {3: "is=somebody"} if answers else {}, answers)


async def engine(query: Judged) -> Sequence[str]:
    """An engine that knows one answer, to one query."""
    return ["related", "exact"] if query.id == "known" else []


def test_the_best_order_is_worth_one_whatever_follows() -> None:
    """Nothing is lost by what comes after it, judged or not."""
    assert ndcg(["exact", "good", "related"], GRADES) == 1
    assert ndcg(["exact", "good", "related", "nobody knows"], GRADES) == 1


def test_gains_grow_with_the_grade_and_shrink_with_the_rank() -> None:
    """2^grade - 1, by log2(rank + 1)."""
    best = 7 + 3 / math.log2(3) + 1 / 2
    assert ndcg(["good", "exact"], GRADES) == pytest.approx((3 + 7 / math.log2(3)) / best)
    assert ndcg(["nobody", "exact"], {"exact": 3}) == pytest.approx(1 / math.log2(3))


def test_only_the_first_ten_count_on_both_sides() -> None:
    """Ten perfect answers of eighty are perfect; an answer at the eleventh place is none."""
    many = {f"person {number}": 3 for number in range(80)}
    assert ndcg(list(many)[:DEPTH], many) == 1
    assert ndcg([*(f"wrong {number}" for number in range(DEPTH)), "exact"], GRADES) == 0
    assert reciprocal_rank([*(f"wrong {number}" for number in range(DEPTH)), "exact"], GRADES) == 0


def test_nothing_found_and_nothing_judged_is_worth_nothing() -> None:
    """And an answer that is given twice gains once."""
    assert ndcg([], GRADES) == ndcg(["exact"], {}) == 0
    assert ndcg(["exact", "exact"], {"exact": 3, "other": 3}) == ndcg(["exact"], {"exact": 3, "other": 3}) < 1


def test_the_first_good_answer_decides_on_the_reciprocal_rank() -> None:
    """A related one is no answer to stop at."""
    assert reciprocal_rank(["exact"], GRADES) == 1
    assert reciprocal_rank(["related", "nobody", "good"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["related"], GRADES) == reciprocal_rank([], GRADES) == 0


async def test_scores_are_means_by_category_and_leave_out_what_has_no_answer() -> None:
    """A query that cannot be answered is put to no engine, and is no zero hit."""
    queries = [judged("known", GRADES), judged("unknown", GRADES, "typos", "posts"), judged("nonsense", {}, "unanswerable")]
    found = scores(await answered(engine, queries))
    assert list(found) == ["all", "people", "posts", "names", "typos"]
    assert found["all"].queries == 2
    assert found["all"].zero_hits == 0.5
    assert found["all"].mrr == 0.25
    assert found["names"].ndcg == pytest.approx(2 * found["all"].ndcg)
    assert (found["typos"].ndcg, found["typos"].zero_hits) == (0, 1)
    assert as_dict(found)["typos"] == {"queries": 1, "ndcg": 0, "mrr": 0, "zero_hits": 1}


def test_a_figure_may_have_a_bound_on_either_side() -> None:
    """And stands in the table with it."""
    assert [Figure("nDCG@10", value, "%", at_least=92).verdict for value in (91.9, 92)] == ["MISSED", "met"]
    assert [Figure("zero hits", value, "%", 0).verdict for value in (0.1, 0)] == ["MISSED", "met"]
    assert Figure("zero hits", 0, "%", 0).bound == "<= 0 %"
    assert Figure("nDCG@10", 0, "%", at_least=92).bound == ">= 92 %"
    assert (Figure("plain", 1, "ms").verdict, Figure("plain", 1, "ms").bound) == ("", "")
