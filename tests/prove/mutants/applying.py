"""A mutant in a process that has everything imported: a function gets other code, so that whoever imported it calls the changed one."""

import ast
import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any, cast

import sqlalchemy

from server.kit.clock import TOKYO, UTC
from tests.prove.mutants.mutating import Mutant

# What a mutant may speak of though its module does not import it.
WORDS: dict[str, Any] = {name: getattr(sqlalchemy, name) for name in ("true", "false", "not_", "and_", "or_", "all_")}
WORDS |= {"TOKYO": TOKYO, "UTC": UTC}


def apply(mutant: Mutant) -> None:
    """Make the mutant true in this process, for good. Whatever was built from the function before stays as it was."""
    space = vars(sys.modules[mutant.module])
    for name, word in WORDS.items():
        space.setdefault(name, word)
    made = dict(space)
    exec(compile(ast.parse(mutant.source), mutant.file, "exec"), made)  # noqa: S102 - It is our own source, changed in one place.
    old, new = space[mutant.function], made[mutant.function]
    if isinstance(new, FunctionType):
        function = function_of(old)
        changed = function_of(new)
        function.__code__, function.__defaults__, function.__kwdefaults__ = changed.__code__, changed.__defaults__, changed.__kwdefaults__
        return
    for module in list(sys.modules.values()):
        if getattr(module, "__dict__", {}).get(mutant.function) is old:
            setattr(module, mutant.function, new)


def function_of(value: Any) -> FunctionType:
    """The function itself, of one that may be wrapped by functools."""
    while not isinstance(value, FunctionType):
        value = value.__wrapped__
    return value


def spy(module: str, name: str, met: Callable[[], object]) -> None:
    """Let a function of a policy tell that it was called. Its own code calls the teller first."""
    space = vars(sys.modules[module])
    function = function_of(space[name])
    sound = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
    sound.__kwdefaults__ = function.__kwdefaults__
    teller = f"_met_{name}"
    space[teller] = lambda *given, **named: (met(), sound(*given, **named))[1]
    telling: dict[str, Any] = {}
    exec(f"def {name}(*given, **named): return {teller}(*given, **named)", telling)  # noqa: S102 - Four words of our own.
    function.__code__ = cast(FunctionType, telling[name]).__code__


def forget() -> None:
    """Empty every cache of ours: what it holds may have been built from a function that is to be changed, or watched."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("server.", "schema.", "workers.", "engawa.")):
            for value in list(vars(module).values()):
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()
