"""Wire: modules and functions stay short, because the rot is in the tail."""

from tests.house.tree import CODE, WRITTEN, Source, files, functions, python, relative, source

MODULE, FUNCTION = 250, 40
TEST_MODULE, TEST_FUNCTION = 400, 60
STYLES = 400
# What may be longer, and why.
LONGER = {"server/migrations/versions/": "a revision is a record of tables as they were, not a room to work in"}


def too_long(module: Source) -> list[str]:
    """The module itself and each of its functions that is longer than the house allows."""
    if module.path.startswith(tuple(LONGER)):
        return []
    is_test = module.path.startswith("tests/")
    lines, function_lines = (TEST_MODULE, TEST_FUNCTION) if is_test else (MODULE, FUNCTION)
    length = len(module.text.splitlines())
    found = [f"{module.path}: {length} lines, at most {lines}"] if length > lines else []
    for node in functions(module):
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > function_lines:
            found.append(f"{module.path}:{node.lineno} {node.name}: {length} lines, at most {function_lines}")
    return found


def too_long_for_the_web(path: str, text: str) -> list[str]:
    """A file of the web client that is longer than a module may be; a style sheet has a line for each declaration."""
    if path.startswith("web/src/gql/"):
        return []
    lines = STYLES if path.endswith(".css") else TEST_MODULE if ".test." in path else MODULE
    length = len(text.splitlines())
    return [f"{path}: {length} lines, at most {lines}"] if length > lines else []


def test_modules_and_functions_stay_short() -> None:
    """Over everything that is written in Python."""
    assert [line for module in python(*WRITTEN) for line in too_long(module)] == []


def test_modules_of_the_web_stay_short() -> None:
    """Over everything that is written for the browser."""
    paths = files("web/src", ".ts", ".tsx", ".css")
    assert [line for path in paths for line in too_long_for_the_web(relative(path), path.read_text("utf-8"))] == []


def test_what_may_be_longer_exists_and_has_a_reason() -> None:
    """An exception that nobody needs any more is taken out."""
    paths = [module.path for module in python(*CODE)]
    assert [start for start, reason in LONGER.items() if not reason or not any(path.startswith(start) for path in paths)] == []


def test_a_long_module_is_caught() -> None:
    """Planted: one line more than allowed, in each of the three places."""
    assert too_long(source("server/people/reads.py", "\n" * (MODULE + 1))) != []
    assert too_long(source("server/people/reads.py", "\n" * MODULE)) == []
    assert too_long(source("tests/server/test_people.py", "\n" * (TEST_MODULE + 1))) != []
    assert too_long_for_the_web("web/src/ui/Button.tsx", "\n" * (MODULE + 1)) != []
    assert too_long_for_the_web("web/src/gql/graphql.ts", "\n" * (MODULE + 1)) == []


def test_a_long_function_is_caught() -> None:
    """Planted: one line more than allowed, in a function and in a method."""
    body = "\n".join(["    pass"] * FUNCTION)
    assert too_long(source("workers/table.py", f"def handle():\n{body}\n")) == [
        f"workers/table.py:1 handle: {FUNCTION + 1} lines, at most {FUNCTION}"
    ]
    method = "\n".join(["        pass"] * FUNCTION)
    assert too_long(source("workers/table.py", f"class Table:\n    async def handle(self):\n{method}\n")) != []
