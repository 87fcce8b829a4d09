"""The judged queries as they are kept: two halves, a fresh set, a set apart and a sealed set, a file each; its id says which."""

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HALVES: Final = ("tuned", "held")
# Judged after search was first tuned, by somebody who had not read it. It has no part in the halves.
APART: Final = "apart"
# Judged later than all others, by whoever then tuned by it.
FRESH: Final = "fresh"
# Judged after search was changed by the fresh set, by somebody who had read nothing of search.
SEALED: Final = "sealed"
SETS: Final = (*HALVES, FRESH, APART, SEALED)
# How well an answer fits, by the word that stands in the files.
GRADES: Final = {"exact": 3, "good": 2, "related": 1}
_FOLDER: Final = Path(__file__).parent
_HEAD: Final = {
    "tuned": "# Queries to tune by; see README.md. The answers are written by `python -m bench.relevance.materialise`, from the facts.\n",
    "held": "# Queries NOT to look at while tuning; see README.md. The answers are written by `python -m bench.relevance.materialise`.\n",
    "fresh": (
        "# Queries to tune by; see README.md. Written and judged on 2026-11-26 by whoever then changed search, from the rows of the demo\n"
        "# world and before any of them was put to it, and tuned by from then on: up to 175 before that change, the others late in it.\n"
        "# The answers are written by `python -m bench.relevance.materialise`, from the facts.\n"
    ),
    "apart": "# Queries NOT to look at or to tune by; see README.md. Answers are written by `python -m bench.relevance.materialise`.\n",
    "sealed": "# Queries NOT to look at or to tune by; see README.md. Answers are written by `python -m bench.relevance.materialise`.\n",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One query: what is typed, what is meant (in words, and as facts by grade), and the answers, handle -> grade."""

    id: str
    category: str
    find: str
    ask: str
    means: str
    facts: Mapping[int, str]
    answers: Mapping[str, int]

    @property
    def is_answerable(self) -> bool:
        """Whether there is anything that a person would take for an answer."""
        return bool(self.facts)


def set_of(key: str) -> str:
    """Return the set of the query with this id: the one that it begins with, else a half by the first bit of its SHA-256."""
    for name in (FRESH, APART, SEALED):
        if key.startswith(f"{name}-"):
            return name
    return HALVES[hashlib.sha256(key.encode()).digest()[0] >> 7]


def load(name: str) -> list[Judged]:
    """Return the queries of a set in the order of its file."""
    entries: list[dict[str, Any]] = tomllib.loads(_path(name).read_text(encoding="utf-8")).get("query", [])
    return [_judged(entry) for entry in entries]


def save(name: str, queries: Sequence[Judged]) -> None:
    """Write a set, its queries in the given order."""
    _path(name).write_text(_HEAD[name] + "".join("".join(_lines(query)) for query in queries), encoding="utf-8")


def _path(name: str) -> Path:
    return _FOLDER / f"{name}.toml"


def _judged(entry: Mapping[str, Any]) -> Judged:
    parted = "\n" if entry["find"] == "posts" else " "
    answers: dict[str, int] = {}
    for word, grade in GRADES.items():
        told: str = entry.get("answers", {}).get(word, "")
        answers |= dict.fromkeys((handle for handle in told.strip().split(parted) if handle), grade)
    return Judged(
        id=entry["id"],
        category=entry["category"],
        find=entry["find"],
        ask=entry["ask"],
        means=entry["means"],
        facts={GRADES[word]: meaning for word, meaning in entry.get("facts", {}).items()},
        answers=answers,
    )


def _lines(query: Judged) -> Iterator[str]:
    yield "\n[[query]]\n"
    for name in ("id", "category", "find", "ask", "means"):
        yield f"{name} = {_quoted(getattr(query, name))}\n"
    for word, grade in GRADES.items():
        if grade in query.facts:
            yield f"facts.{word} = {_quoted(query.facts[grade])}\n"
    for word, grade in GRADES.items():
        found = [handle for handle, given in query.answers.items() if given == grade]
        if found and query.find == "posts":
            yield f'answers.{word} = """\n' + "".join(f"{handle}\n" for handle in found) + '"""\n'
        elif found:
            yield f"answers.{word} = {_quoted(' '.join(found))}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
