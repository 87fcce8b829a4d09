"""Wire: every test asserts something, and none is switched off."""

import ast
from collections.abc import Iterable

from tests.house.tree import Source, dotted, functions, python, source

CHECKS = {"raises", "warns", "fail", "expect"}
SWITCHES = {"skip", "skipif", "xfail", "importorskip"}


def asserting(modules: Iterable[Source]) -> frozenset[str]:
    """The names of all functions that assert, themselves or through another one of them."""
    bodies = [(node.name, node) for module in modules for node in functions(module)]
    known: frozenset[str] = frozenset()
    while True:
        found = known | {name for name, node in bodies if not name.startswith("test_") and _asserts(node, known)}
        if found == known:
            return known
        known = found


def silent(module: Source, known: frozenset[str]) -> list[str]:
    """Tests that cannot fail but by accident."""
    tests = [node for node in functions(module) if node.name.startswith("test_")]
    return [f"{module.path}:{node.lineno} {node.name}" for node in tests if not _asserts(node, known)]


def _asserts(node: ast.AST, known: frozenset[str]) -> bool:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Assert) and not isinstance(inner.test, ast.Constant):
            return True
        if isinstance(inner, ast.Raise) and inner.exc is not None and "AssertionError" in ast.dump(inner.exc):
            return True
        if isinstance(inner, ast.Call) and dotted(inner.func).split(".")[-1] in CHECKS | known:
            return True
    return False


def switched_off(module: Source) -> list[str]:
    """Marks that switch a test off, and tests that switch themselves off: a fixture says what this machine lacks."""
    marks = [node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute) and _is_mark(node)]
    inside = [
        call
        for test in functions(module)
        if test.name.startswith("test_")
        for call in ast.walk(test)
        if isinstance(call, ast.Call) and dotted(call.func) in {f"pytest.{switch}" for switch in SWITCHES}
    ]
    return [f"{module.path}:{node.lineno}" for node in (*marks, *inside)]


def _is_mark(node: ast.Attribute) -> bool:
    return node.attr in SWITCHES and dotted(node.value).endswith("mark")


def test_every_test_asserts_something() -> None:
    """Itself, or through a function that does."""
    modules = python("tests")
    known = asserting(modules)
    assert [line for module in modules for line in silent(module, known)] == []


def test_no_test_is_switched_off() -> None:
    """What cannot run on a machine is said by a fixture, with a reason that is permitted in one file."""
    assert [line for module in python("tests") for line in switched_off(module)] == []


def test_a_silent_test_is_caught() -> None:
    """Planted: a test that only calls, one that asserts a constant, one that asserts through another."""
    planted = source(
        "tests/server/people/test_reads.py",
        "def must_be_empty(rows):\n    assert rows == []\n"
        "def test_calls():\n    find()\n"
        "def test_constant():\n    assert True\n"
        "async def test_through():\n    must_be_empty(find())\n",
    )
    assert [line.split()[-1] for line in silent(planted, asserting([planted]))] == ["test_calls", "test_constant"]


def test_a_switched_off_test_is_caught() -> None:
    """Planted: a mark, and a test that gives up; a fixture may."""
    planted = (
        "@pytest.mark.skip\ndef test_a():\n    assert find()\n"
        "def test_b():\n    pytest.skip('later')\n"
        "@pytest.fixture\ndef valkey():\n    pytest.skip('no valkey here')\n"
    )
    assert switched_off(source("tests/test_planted.py", planted)) == ["tests/test_planted.py:1", "tests/test_planted.py:5"]
