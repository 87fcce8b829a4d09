"""`make bench ONLY=relevance`: all engines on every set, as means over all queries and by kind, and never a single query unasked.

BENCH_SETS=tuned,held,fresh reads and measures those sets alone. BENCH_SHOW=tuned or fresh lists the weakest queries of that set;
BENCH_SHOW=held those of the held half, and BENCH_SHOW=apart or sealed those of the set apart or the sealed set, which ends its use as one
that nobody has looked at.
"""

import json
import os
from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from unittest.mock import patch

import time_machine

from bench.measuring import RESULTS, Figure
from bench.relevance.engines import meilisearch, ours, trigrams, unseen, viewer
from bench.relevance.queries import SETS, load
from bench.relevance.scoring import Answered, Engine, Score, answered, as_dict, scores
from bench.relevance.world import INSTANT, MEMBERS, SEED, judged_world
from engawa.demo import load as demo_loading
from engawa.demo.shapes import World
from engawa.parts import House
from engawa.serving import house
from server.kit.settings import load_settings
from server.search.postgresql.engine import PostgreSQLEngine

# What our search is to reach on the half that nobody has looked at, in percent.
LEAST_NDCG, MOST_ZERO_HITS = 92.0, 0.0
WEAKEST = 40
# What the sets are called.
CALLED = {"tuned": "tuned half", "held": "held half", "fresh": "fresh set", "apart": "set apart", "sealed": "sealed set"}
# Where the scores of a run are left, by set, engine and kind.
BY_KIND = RESULTS / "relevance.json"


async def measure(home: Path) -> list[Figure]:
    """Return the figures of relevance, and print the table of all engines on every set."""
    figures: list[Figure] = []
    async with judged_house(home) as running:
        judged = await judge(running, wanted_sets())
    for part, by_engine in judged.items():
        found = {name: scores(results) for name, results in by_engine.items()}
        _tell(CALLED[part], found)
        if os.environ.get("BENCH_SHOW") == part:
            _tell_weakest(by_engine["ours"])
        for name, score in found.items():
            figures += _figures(f"{CALLED[part]}, {name}", score["all"], is_ours=name == "ours" and part == "held")
    RESULTS.mkdir(exist_ok=True)
    BY_KIND.write_text(json.dumps(relevance_as_dict(judged), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return figures


def wanted_sets() -> tuple[str, ...]:
    """Return the sets that are measured: those of BENCH_SETS, else all; no other one is read."""
    named = os.environ.get("BENCH_SETS", "").replace(",", " ").split()
    return tuple(part for part in SETS if part in named) if named else SETS


async def judge(running: House, parts: Sequence[str] = SETS) -> dict[str, dict[str, list[Answered]]]:
    """Return how each engine answered each query, by set and by engine."""
    found: dict[str, dict[str, list[Answered]]] = {}
    async with running.db.read() as session:
        actor = await viewer(session)
        health = await running.graph.engine.health(session)
        hidden = await unseen(session, [query for part in parts for query in load(part)])
    assert not health.stale, f"{health.stale} documents are of an older analysis: measure in a new BENCH_HOME, or in none"
    assert not hidden, f"judged, and not to be seen: {hidden[:5]}"
    async with trigrams(running, actor) as baseline:
        engines: dict[str, Engine] = {"ours": ours(running, actor, PostgreSQLEngine()), "trigrams": baseline}
        engines |= await meilisearch(running, actor)
        for part in parts:
            queries = load(part)
            found[part] = {name: await answered(engine, queries) for name, engine in engines.items()}
    return found


@asynccontextmanager
async def judged_house(home: Path) -> AsyncGenerator[House]:
    """Open the judged world, at its instant: on another day it would be another world, with other posts alive."""
    variables = {"DATA_DIR": str(home / "world-judged"), "DEMO_MEMBERS": str(MEMBERS), "DEMO_SEED": str(SEED)}
    variables |= {name: os.environ[name] for name in ("MEILISEARCH_URL", "MEILISEARCH_KEY") if name in os.environ}
    with at_its_instant():
        async with house(load_settings(variables), lambda _told: None) as running:
            yield running


@contextmanager
def at_its_instant() -> Generator[None]:
    """Let time begin at the instant of the judged world, and a demo that is loaded meanwhile be that very world."""
    with time_machine.travel(INSTANT, tick=True), patch.object(demo_loading, "build_world", _judged):
        yield


def _judged(*_asked: object) -> World:
    return judged_world()


def relevance_as_dict(found: Mapping[str, Mapping[str, Sequence[Answered]]]) -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    """Return the scores as plain values: set -> engine -> category -> measure."""
    return {part: {name: as_dict(scores(results)) for name, results in by_engine.items()} for part, by_engine in found.items()}


def _figures(name: str, score: Score, *, is_ours: bool) -> list[Figure]:
    return [
        Figure(f"nDCG@10, {name}", 100 * score.ndcg, "%", at_least=LEAST_NDCG if is_ours else None, note=f"{score.queries} queries"),
        Figure(f"MRR@10, {name}", 100 * score.mrr, "%"),
        Figure(f"zero hits, {name}", 100 * score.zero_hits, "%", MOST_ZERO_HITS if is_ours else None),
    ]


def _tell(called: str, found: Mapping[str, Mapping[str, Score]]) -> None:
    print(f"\n{called}")
    print(f"{'':<42}" + "".join(f"{engine:<30}" for engine in found))
    print(f"{'':<36}{'n':>4}  " + "nDCG@10   MRR@10  zero hits   " * len(found))
    for name in found["ours"]:
        each = [found[engine][name] for engine in found]
        values = "".join(f"{score.ndcg:7.3f}  {score.mrr:7.3f}  {score.zero_hits:8.1%}     " for score in each)
        print(f"{name:<36}{each[0].queries:>4}  {values}")


def _tell_weakest(results: Sequence[Answered]) -> None:
    print("\nthe weakest:")
    for each in sorted(results, key=lambda each: each.ndcg)[:WEAKEST]:
        print(f"{each.ndcg:6.3f} {each.reciprocal_rank:6.3f} {each.found:3}  {each.query.id:<44} {each.query.ask}  ({each.query.means})")
