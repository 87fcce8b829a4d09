"""The tests that may see a mutant: those of `policy`, `rules` and `reads` that need no more than a session that is rolled back."""

import importlib
import inspect
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from hypothesis import is_hypothesis_test
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.db import Database
from server.kit.log import flush
from tests.prove.mutants.mutating import ROOT, module_of


def nouns() -> list[str]:
    """The slices that have tables."""
    return sorted(path.parent.name for path in ROOT.glob("server/*/model.py"))


@dataclass(frozen=True, slots=True)
class Killer:
    """One test, by its name in the suite."""

    name: str
    test: Callable[..., Any]
    asks: bool

    async def run(self, database: Database) -> None:
        """Run it as the suite would; what it wrote is rolled back."""
        if not self.asks:
            answer = self.test()
        else:
            async with AsyncSession(database.engine, expire_on_commit=False) as session:
                answer = self.test(session)
                if isinstance(answer, Awaitable):
                    await answer
            return
        if isinstance(answer, Awaitable):
            await answer


def killers() -> list[Killer]:
    """Every test of the nouns that asks for nothing but a session; and, where a policy is called by name, for nothing at all."""
    found: list[Killer] = []
    for noun in nouns():
        for path in sorted((ROOT / "tests" / "server" / noun).glob("test_*.py")):
            module = importlib.import_module(module_of(path.relative_to(ROOT).as_posix()))
            calls = any(str(getattr(value, "__module__", "")).endswith(".policy") for value in vars(module).values())
            found += [killer for name, test in vars(module).items() if (killer := _killer(module.__name__, name, test, calls=calls))]
    return found


def _killer(module: str, name: str, test: Any, *, calls: bool) -> Killer | None:
    if not name.startswith("test_") or not inspect.isfunction(test) or test.__module__ != module or is_hypothesis_test(test):
        return None
    asked = tuple(inspect.signature(test).parameters)
    if asked == ("session",) or (asked == () and calls):
        return Killer(f"{module}::{name}", test, asked != ())
    return None


async def first_to_fail(tests: Iterable[Killer], url: str) -> tuple[str, str] | None:
    """The first test that fails, and by what; None: all of them pass."""
    database = Database(url, flush=flush)
    try:
        for test in tests:
            try:
                await test.run(database)
            except Exception as failure:  # noqa: BLE001 - Whatever goes wrong is seen.
                return test.name, type(failure).__name__
    finally:
        await database.close()
    return None
