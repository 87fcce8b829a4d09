"""Wire: modules and public functions say what they are for, and names say what a thing is."""

import ast
import re
from pathlib import PurePosixPath

from tests.house.tree import WRITTEN, Source, python, source, tracked, tracked_texts

ENDS = (".", "。", "?", "!", ":", "）", ")")
BANNED = ("Manager", "Service", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Misc")
# Spelled apart, so that this file does not trip its own wire.
UNFINISHED = re.compile("|".join(("TO" + "DO", "FIX" + "ME", r"\bXX" + r"X\b", r"\bHA" + r"CK\b", "Not" + "ImplementedError")))
PROMISES = re.compile("|".join(("coming" + " soon", "近日" + "公開", "準備" + "中です", "not yet " + "implemented")), re.IGNORECASE)


def unsaid(module: Source) -> list[str]:
    """What of a module has no docstring though it needs one: the module, its public functions and classes."""
    docstring = ast.get_docstring(module.tree)
    if not module.tree.body:
        return []
    found: list[str] = []
    if not docstring or not docstring.split("\n\n")[0].rstrip().endswith(ENDS):
        found.append(f"{module.path}: no sentence on top that says which decision lives here")
    if module.path.startswith(("tests/", "server/migrations/versions/")):
        return found
    for node in module.tree.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node) and not _described(node):
            found.append(f"{module.path}:{node.lineno} {node.name}: no docstring")
    return found


def _described(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """A GraphQL type may carry its sentence as the description that the schema shows."""
    keywords = [keyword.arg for call in node.decorator_list if isinstance(call, ast.Call) for keyword in call.keywords]
    return "description" in keywords


def banned_names(module: Source) -> list[str]:
    """Classes that are named for being there, instead of for what they are."""
    names = [(node.name, node.lineno) for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    return [f"{module.path}:{line} {name}" for name, line in names if set(_words(name)).intersection(BANNED)]


def banned_file(path: str) -> bool:
    """Whether a module or folder is named for being there."""
    parts = [part.split(".")[0] for part in PurePosixPath(path).parts]
    return any(word.title() in BANNED for part in parts for word in _words(part))


def _words(name: str) -> list[str]:
    return re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+", name)


def unfinished(path: str, text: str) -> list[str]:
    """Lines that say that something is still to be done, or promise what is not built."""
    pattern = PROMISES if path.endswith((".toml", ".po", ".tsx", ".md", ".json")) else UNFINISHED
    return [f"{path}:{number}" for number, line in enumerate(text.splitlines(), 1) if UNFINISHED.search(line) or pattern.search(line)]


def test_every_module_and_public_function_says_what_it_is_for() -> None:
    """Over code and tests."""
    assert [line for module in python(*WRITTEN) for line in unsaid(module)] == []


def test_no_class_and_no_module_is_named_for_being_there() -> None:
    """Over Python's classes and all file names of the code."""
    assert [line for module in python(*WRITTEN) for line in banned_names(module)] == []
    ours = tuple(f"{folder}/" for folder in (*WRITTEN, "web/src"))
    assert [path for path in tracked() if path.startswith(ours) and banned_file(path)] == []


def test_nothing_is_left_to_be_done() -> None:
    """Over every text of the repository but data, locks and what generators wrote."""
    skipped = ("web/package-lock.json", "web/src/gql/", "schema/operations.json")
    texts = [(path, text) for path, text in tracked_texts() if not path.startswith(skipped) and not path.endswith((".csv", ".lock"))]
    assert [line for path, text in texts for line in unfinished(path, text)] == []


def test_silence_is_caught() -> None:
    """Planted: a module, a function and a class that say nothing; private ones may."""
    silent = "import ast\ndef find() -> None: ...\nclass Found: ...\ndef _inner() -> None: ...\n"
    assert len(unsaid(source("server/people/reads.py", silent))) == 3
    spoken = '"""Says it."""\ndef find() -> None:\n    """Finds."""\n'
    assert unsaid(source("server/people/reads.py", spoken)) == []
    assert unsaid(source("server/people/__init__.py", "")) == []


def test_a_description_for_the_schema_counts_as_a_docstring() -> None:
    """A type of the graph says its sentence once."""
    described = '"""Says it."""\n@strawberry.type(description="One who takes part.")\nclass Member: ...\n'
    assert unsaid(source("schema/people/types.py", described)) == []


def test_banned_names_are_caught() -> None:
    """Planted: in a class, in a module and in a folder; words that merely contain one are free."""
    assert banned_names(source("server/kit/mail.py", "class MailService: ...")) == ["server/kit/mail.py:1 MailService"]
    assert banned_names(source("server/kit/mail.py", "class Serviced: ...\nclass Managed: ...")) == []
    assert banned_file("server/people/utils.py")
    assert banned_file("web/src/lib/dateHelpers.ts")
    assert not banned_file("server/people/reads.py")


def test_unfinished_work_is_caught() -> None:
    """Planted: the two usual words, and a promise on a page."""
    assert unfinished("server/people/reads.py", "# TO" + "DO later\n") == ["server/people/reads.py:1"]
    assert unfinished("web/src/app/App.tsx", "<p>Coming" + " soon</p>") == ["web/src/app/App.tsx:1"]
    assert unfinished("README.md", "Everything is here.") == []
