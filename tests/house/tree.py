"""How the wires read the house: which files count, and where in them something stands."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("engawa", "server", "schema", "workers")
WRITTEN = (*CODE, "tools", "bench", "tests")
NOT_WRITTEN_BY_HAND = ("__pycache__", "node_modules", "dist")


@dataclass(frozen=True, slots=True)
class Source:
    """One Python module: its path from the root of the repository, its text and its tree."""

    path: str
    text: str
    tree: ast.Module


def source(path: str, text: str) -> Source:
    """A module from a text: what a planted violation is made of."""
    return Source(path, text, ast.parse(text, filename=path))


@cache
def python(*folders: str) -> tuple[Source, ...]:
    """Every Python module below the named folders; a folder that does not exist holds none."""
    return tuple(_parsed(path) for folder in folders for path in files(folder, ".py"))


@cache
def _parsed(path: Path) -> Source:
    return source(relative(path), path.read_text("utf-8"))


def files(folder: str, *endings: str) -> Iterator[Path]:
    """The files below a folder with one of these endings, in order."""
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix in endings and path.is_file() and not set(path.parts).intersection(NOT_WRITTEN_BY_HAND):
            yield path


def relative(path: Path) -> str:
    """The path as the repository knows it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tracked() -> tuple[str, ...]:
    """Every file that git holds or is about to hold."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return tuple(sorted(path for path in listing.stdout.split("\0") if path and (ROOT / path).is_file()))


@cache
def tracked_texts() -> tuple[tuple[str, str], ...]:
    """Every file of git that is text, with its text."""
    return tuple((path, text) for path in tracked() if (text := _text(ROOT / path)) is not None)


def _text(path: Path) -> str | None:
    content = path.read_bytes()
    if b"\0" in content[:4096]:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def functions(module: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, methods and inner ones too."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def dotted(node: ast.expr) -> str:
    """The dotted name of an expression, such as `datetime.now`; what is not a name becomes `?`."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "?"
