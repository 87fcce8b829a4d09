"""One run over the mutants: who calls what is found out first, then each mutant meets only the tests that reach it, cheapest first."""

import importlib
import os
import pkgutil
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from types import FrameType
from typing import Any
from uuid import uuid4

import anyio

from tests.prove.mutants.applying import apply, forget, spy
from tests.prove.mutants.forking import in_fork, in_forks
from tests.prove.mutants.killing import Killer, first_to_fail, killers
from tests.prove.mutants.mutating import ROOT, Key, Mutant, mutants, policies
from tests.support.databases import at, execute, make_template

PACKAGES = ("server", "schema", "workers", "engawa")
PLACES = max(2, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: the test that saw it and by what it failed. No test: it survived; no answer: what went wrong."""

    file: str
    function: str
    mutation: str
    test: str | None = None
    failure: str | None = None
    broken: str | None = None

    @property
    def key(self) -> Key:
        """What a survivor is listed under."""
        return self.file, self.function, self.mutation


@dataclass(frozen=True, slots=True)
class Reached:
    """A test, how long it takes, and which functions of policies it calls."""

    killer: Killer
    seconds: float
    functions: frozenset[str]


def run(server: str, *, only: str = "") -> list[dict[str, Any]]:
    """Run every mutant, or those with `only` in the name of their file or function."""
    _import_everything()
    wanted = [mutant for mutant in mutants() if only in f"{mutant.file}:{mutant.function}"]
    with _databases(server) as urls:
        return [asdict(outcome) for outcome in _outcomes(wanted, _who_reaches_what(killers(), urls[0]), urls)]


def _import_everything() -> None:
    """Import all that is ours, so that every copy starts warm, and make sure that no statement was built of a policy meanwhile."""
    files, early = {str(ROOT / file) for file in policies()}, set[str]()

    def watch(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_filename in files and not frame.f_code.co_name.startswith("<"):
            early.add(f"{frame.f_code.co_filename}:{frame.f_code.co_name}")

    sys.setprofile(watch)
    for package in PACKAGES:
        for found in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            if not found.name.endswith("__main__") and ".migrations." not in found.name:
                importlib.import_module(found.name)
    sys.setprofile(None)
    if early:
        raise RuntimeError(f"called while modules were imported, where no mutant would reach: {sorted(early)}")


@contextmanager
def _databases(server: str) -> Generator[list[str]]:
    """One for each place, so that two mutants never wait for each other's rows."""
    template = in_fork(lambda: anyio.run(make_template, server))
    names = [f"engawa_mutants_{uuid4().hex[:12]}" for _ in range(PLACES)]
    for name in names:
        anyio.run(execute, server, f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield [at(server, name) for name in names]
    finally:
        for name in (*names, template):
            anyio.run(execute, server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _who_reaches_what(tests: list[Killer], url: str) -> list[Reached]:
    """Run every test once on what is sound: they all pass, and tell which functions they call. The quickest comes first."""
    functions = sorted({(mutant.module, mutant.function) for mutant in mutants() if not _is_constant(mutant)})

    def watched() -> Any:
        met: set[str] = set()
        for module, name in functions:
            spy(module, name, lambda key=f"{module}.{name}": met.add(key))
        answers: list[Any] = []
        for test in tests:
            forget()
            met.clear()
            began = time.monotonic()
            failed = anyio.run(first_to_fail, [test], url)
            answers.append([failed, time.monotonic() - began, sorted(met)])
        return answers

    found = in_fork(watched)
    failed = [answer[0] for answer in found if answer[0]]
    if failed:
        raise RuntimeError(f"these fail though nothing is changed: {failed}")
    reached = [Reached(test, answer[1], frozenset(answer[2])) for test, answer in zip(tests, found, strict=True)]
    return sorted(reached, key=lambda each: each.seconds)


def _is_constant(mutant: Mutant) -> bool:
    return not callable(vars(sys.modules[mutant.module])[mutant.function])


def _outcomes(chosen: list[Mutant], reached: list[Reached], urls: list[str]) -> Generator[Outcome]:
    """Each mutant in a copy of this process; what saw the others of the same function is asked first."""
    successes: dict[str, list[str]] = {}

    def ordered(mutant: Mutant) -> list[Killer]:
        place = f"{mutant.module}.{mutant.function}"
        able = [each.killer for each in reached if _is_constant(mutant) or place in each.functions]
        seen = successes.get(place, [])
        return sorted(able, key=lambda killer: seen.index(killer.name) if killer.name in seen else len(seen))

    def work(task: tuple[Mutant, list[Killer]], place: int) -> Any:
        mutant, tests = task
        apply(mutant)
        return anyio.run(first_to_fail, tests, urls[place])

    for (mutant, _), answer in in_forks(((mutant, ordered(mutant)) for mutant in chosen), PLACES, work):
        if isinstance(answer, dict):
            yield Outcome(*mutant.key, broken=answer["broken"])
            continue
        test, failure = answer or (None, None)
        seen = successes.setdefault(f"{mutant.module}.{mutant.function}", [])
        if test is not None and test not in seen:
            seen.append(test)
        yield Outcome(*mutant.key, test, failure)
