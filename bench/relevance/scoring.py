"""The measure: how good the first ten answers to each query are, whatever engine gave them."""

import math
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final, TypeAlias

from bench.relevance.queries import Judged

# Answers to a query by their handles, the best first, and no more than DEPTH of them are looked at.
Engine: TypeAlias = Callable[[Judged], Awaitable[Sequence[str]]]
DEPTH: Final = 10
# From this grade on an answer is one that its seeker stops at.
GOOD: Final = 2


@dataclass(frozen=True, slots=True)
class Answered:
    """One query and how well it was answered. `found` is how many answers were given, good ones or not."""

    query: Judged
    ndcg: float
    reciprocal_rank: float
    found: int


@dataclass(frozen=True, slots=True)
class Score:
    """The means over queries that have an answer: nDCG@10, MRR@10, and the share of those to which nothing was given (all 0 to 1)."""

    queries: int
    ndcg: float
    mrr: float
    zero_hits: float


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return nDCG@10: an answer gains 2^grade - 1, shared by log2(rank + 1), beside the best order that the judged answers have.

    0 to 1; 0 where nothing is judged. What is not judged gains nothing, and an answer given twice gains once.
    """
    gains = [_gain(grades.get(handle, 0)) for handle in dict.fromkeys(ranked)]
    ideal = sorted((_gain(grade) for grade in grades.values()), reverse=True)
    best = _discounted(ideal)
    return _discounted(gains) / best if best else 0.0


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return 1 by the rank of the first answer of a grade of at least GOOD; 0 where the first ten have none."""
    ranks = (rank for rank, handle in enumerate(ranked[:DEPTH], 1) if grades.get(handle, 0) >= GOOD)
    return 1 / next(ranks, math.inf)


async def answered(engine: Engine, queries: Iterable[Judged]) -> list[Answered]:
    """Put every query that has an answer to the engine, one after the other."""
    found: list[Answered] = []
    for query in queries:
        if query.is_answerable:
            ranked = await engine(query)
            found.append(Answered(query, ndcg(ranked, query.answers), reciprocal_rank(ranked, query.answers), len(ranked)))
    return found


def scores(results: Sequence[Answered]) -> dict[str, Score]:
    """Return the score of each category in the order of its name, and before them those of "all", "people" and "posts"."""
    parts = {"all": list(results)}
    for find in ("people", "posts"):
        parts[find] = [each for each in results if each.query.find == find]
    for category in sorted({each.query.category for each in results}):
        parts[category] = [each for each in results if each.query.category == category]
    return {name: _score(part) for name, part in parts.items() if part}


def as_dict(found: Mapping[str, Score]) -> dict[str, dict[str, float]]:
    """Return scores as plain values of four digits, for JSON."""
    return {name: {key: round(value, 4) for key, value in asdict(score).items()} for name, score in found.items()}


def _score(results: Sequence[Answered]) -> Score:
    count = len(results)
    return Score(
        queries=count,
        ndcg=sum(each.ndcg for each in results) / count,
        mrr=sum(each.reciprocal_rank for each in results) / count,
        zero_hits=sum(not each.found for each in results) / count,
    )


def _gain(grade: int) -> int:
    return 2**grade - 1


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains[:DEPTH], 1))
