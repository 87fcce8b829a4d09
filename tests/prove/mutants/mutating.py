"""From the source of a policy to its mutants: each a whole function, or a whole constant, with one place changed."""

import ast
import copy
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from tests.prove.mutants.operators import FALSE, TRUE, Change, called, changes, listed, said, without_each

ROOT = Path(__file__).parent.parent.parent.parent
# Calls whose arguments are conditions, or hold some.
AROUND = {"and_", "or_", "not_", "case", "where"}
APART = (ast.Assign, ast.AnnAssign, ast.BoolOp, ast.UnaryOp, ast.Tuple, ast.Set, ast.Starred, ast.IfExp, ast.keyword, ast.Return)

Node = TypeVar("Node", bound=ast.AST)
# A file, a function or a constant in it, and what was done there.
Key: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: in which file and function (or constant), what was done there, and the source of the whole as it is then."""

    file: str
    function: str
    mutation: str
    source: str

    @property
    def key(self) -> Key:
        """What it is listed under; no line number is in it."""
        return self.file, self.function, self.mutation

    @property
    def module(self) -> str:
        """The name by which the changed module is imported."""
        return module_of(self.file)


def module_of(file: str) -> str:
    """The name by which a file is imported."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def policies() -> list[str]:
    """Every policy of the server, from its root: a module, or a package once it has grown."""
    found = sorted([*ROOT.glob("server/*/policy.py"), *ROOT.glob("server/*/policy/*.py")])
    return [path.relative_to(ROOT).as_posix() for path in found]


def mutants() -> list[Mutant]:
    """Every mutant of every policy."""
    return [mutant for file in policies() for mutant in mutants_of(file, (ROOT / file).read_text("utf-8"))]


def mutants_of(file: str, text: str) -> list[Mutant]:
    """Every mutant of one policy. Of what is done twice in one function, the second is numbered."""
    found: list[Mutant] = []
    for statement in ast.parse(text).body:
        name = named(statement)
        if name is None:
            continue
        met: Counter[str] = Counter()
        whole = ast.unparse(statement)
        for target, (replacement, words), clause in _places(statement):
            changed = ast.unparse(_with(statement, target, replacement))
            if changed == whole:
                continue
            mutation = words or f"{said(clause)} → {said(_with(clause, target, replacement))}"
            met[mutation] += 1
            numbered = mutation if met[mutation] == 1 else f"{mutation} ({met[mutation]})"
            found.append(Mutant(file, name, numbered, changed))
    return found


def named(statement: ast.stmt) -> str | None:
    """The name of a function, of a constant that is told whole, or of an alias; None: nothing is changed there."""
    if isinstance(statement, ast.FunctionDef):
        return statement.name
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        told = _told(statement.value)
        return statement.targets[0].id if isinstance(told, (ast.Tuple, ast.Set, ast.Constant)) or called(told) == "alias" else None
    return None


def _told(value: ast.expr) -> ast.expr:
    return value.args[0] if isinstance(value, ast.Call) and called(value) == "frozenset" else value


def _with(tree: Node, target: ast.AST, replacement: ast.AST) -> Node:
    """A copy of a tree in which one node is another."""
    return copy.deepcopy(tree, {id(target): replacement})


def _places(statement: ast.stmt) -> Generator[tuple[ast.AST, Change, ast.AST]]:
    """Each node that may change, what it may become, and the clause that it stands in."""
    if isinstance(statement, ast.FunctionDef):
        answer = said(statement.returns) if statement.returns else ""
        body = statement.body[1:] if ast.get_docstring(statement) is not None else statement.body
        for part in (*statement.args.defaults, *(each for each in statement.args.kw_defaults if each), *body):
            yield from _within(part, part, answer)
    elif isinstance(statement, ast.Assign):
        told = _told(statement.value)
        if isinstance(told, (ast.Tuple, ast.Set)):
            for item, rest in without_each(told.elts):
                yield told, (type(told)(rest), f"without {said(item)}"), told
        yield from _within(told, told, "")


def _within(node: ast.AST, clause: ast.AST, answer: str) -> Generator[tuple[ast.AST, Change, ast.AST]]:
    for change in changes(node):
        yield node, change, clause
    if _holds_conditions(node, answer):
        for change in listed(node.value):
            yield node.value, change, clause
    if isinstance(node, ast.Return) and node.value is not None:
        for change in _answers(answer):
            yield node.value, change, clause
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.AnnAssign) and child is node.annotation):
            yield from _within(child, child if _is_clause(node, child) else clause, answer)


def _holds_conditions(node: ast.AST, answer: str) -> bool:
    """Whether a tuple is made that stands in a `where` afterwards, or in that of whoever called."""
    if isinstance(node, ast.Assign):
        return isinstance(node.value, ast.Tuple) and isinstance(node.targets[0], ast.Name)
    return isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and answer.startswith("tuple[ColumnElement")


def _answers(answer: str) -> Generator[Change]:
    """What a function could answer whatever it is asked."""
    constants: dict[str, tuple[ast.expr, ...]] = {
        "ColumnElement[bool]": (TRUE, FALSE),
        "bool": (ast.Constant(value=True), ast.Constant(value=False)),
    }
    for constant in constants.get(answer, ()):
        yield constant, f"return {said(constant)}"


def _is_clause(parent: ast.AST, child: ast.AST) -> bool:
    """Whether a node is read by itself: a condition among others, or what a name or an answer is."""
    if isinstance(parent, ast.Call):
        return called(parent) in AROUND and child in parent.args
    return isinstance(
        parent, (ast.Assign, ast.AnnAssign, ast.BoolOp, ast.UnaryOp, ast.Tuple, ast.Set, ast.Starred, ast.IfExp, ast.keyword, ast.Return)
    )
