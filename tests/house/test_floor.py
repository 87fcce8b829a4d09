"""Wire: one place commits, one place reads the clock, and no sentence or statement stands where it does not belong."""

import ast
import re
from collections.abc import Iterator

from tests.house.tree import CODE, Source, dotted, python, source

COMMIT = {
    "server/kit/db.py": "the one transaction of a change",
    "server/migrations/apply.py": "alembic's own connection, which carries no session",
}
TRANSACTIONS = {
    "schema/context.py": "a mutation's transaction is opened where it is run again",
    "schema/accounts/queries.py": "who asks is noted by one statement, which waits for nobody",
}
READ_THE_CLOCK = {
    "server/kit/clock.py": "the clock that everybody else is handed",
    "server/kit/limits/windows.py": "the library counts its windows in the machine's own time",
}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now", "datetime.date.today", "time.time"}
STATEMENT = re.compile(
    r"^\s*(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|with\s+\w+\s+as)\s", re.IGNORECASE | re.DOTALL
)
# Kana beside kanji, or a full stop: a phrase, where a legal form or a table of letters is none.
PHRASE = re.compile(r"[\u3041-\u3093][\u3400-\u9fff]|[\u3400-\u9fff][\u3041-\u3093]|[、。]")
# Where Japanese is data and not a sentence that somebody reads, and why.
PHRASES_AS_DATA = {
    "server/search/": "the writing system itself: folds, readings, romanisation",
    "engawa/demo/": "the invented world's names and texts",
    "server/migrations/": "rows that every deployment begins with",
}


def commits(module: Source) -> list[str]:
    """Calls of `commit` outside the one place that ends a transaction."""
    return [] if module.path in COMMIT else [_at(module, call) for call in _calls(module, ".commit")]


def transactions(module: Source) -> list[str]:
    """Transactions in the graph outside the one place that runs them again when PostgreSQL gives them up."""
    return [] if module.path in TRANSACTIONS else [_at(module, call) for call in _calls(module, ".transaction")]


def clocks(module: Source) -> list[str]:
    """Readings of the wall clock outside the one place that can be set in a test."""
    if module.path in READ_THE_CLOCK:
        return []
    calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call) and dotted(node.func) in CLOCKS]
    return [_at(module, call) for call in calls]


def statements(module: Source) -> list[str]:
    """Texts that are SQL; schema and workers ask the reads of a slice instead."""
    return [_at(module, node) for node in _texts(module) if STATEMENT.match(str(node.value))]


def sentences(module: Source) -> list[str]:
    """Japanese texts in code: sentences come from the catalogues."""
    if module.path.startswith(tuple(PHRASES_AS_DATA)):
        return []
    return [_at(module, node) for node in _texts(module) if PHRASE.search(str(node.value))]


def _calls(module: Source, ending: str) -> Iterator[ast.Call]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and f".{node.func.attr}" == ending:
            yield node


def _texts(module: Source) -> Iterator[ast.Constant]:
    bare = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node


def _at(module: Source, node: ast.expr) -> str:
    return f"{module.path}:{node.lineno}"


def test_commit_stands_in_one_place() -> None:
    """Everybody else opens a transaction and leaves it."""
    assert [line for module in python(*CODE) for line in commits(module)] == []


def test_the_graph_opens_transactions_in_one_place() -> None:
    """Mutations hand their change over (`Context.once`, `Context.change`)."""
    assert [line for module in python("schema") for line in transactions(module)] == []


def test_the_clock_is_read_in_one_place() -> None:
    """Everybody else is handed the clock, so that a test can set it."""
    assert [line for module in python("server", "schema", "workers") for line in clocks(module)] == []


def test_no_sql_in_the_graph_and_in_the_workers() -> None:
    """import-linter forbids the library, this the text."""
    assert [line for module in python("schema", "workers") for line in statements(module)] == []


def test_no_sentence_stands_in_code() -> None:
    """Sentences in Japanese can be told from code; those in English have the same catalogue to go to."""
    assert [line for module in python("server", "schema", "workers") for line in sentences(module)] == []


def test_a_second_commit_is_caught() -> None:
    """Planted: in a command; where it belongs it is free."""
    planted = "async def post(session):\n    await session.commit()\n"
    assert commits(source("server/opportunities/commands.py", planted)) == ["server/opportunities/commands.py:2"]
    assert commits(source("server/kit/db.py", planted)) == []


def test_a_transaction_of_a_mutation_of_its_own_is_caught() -> None:
    """Planted: in a mutation; where it belongs it is free."""
    planted = "async def leave(context):\n    async with context.db.transaction():\n        pass\n"
    assert transactions(source("schema/groups/mutations/applying.py", planted)) == ["schema/groups/mutations/applying.py:2"]
    assert transactions(source("schema/context.py", planted)) == []


def test_a_second_clock_is_caught() -> None:
    """Planted: both spellings of now; the clock that was handed over is free."""
    planted = "seen = datetime.now(UTC)\nday = date.today()\nlater = clock.now()\n"
    assert clocks(source("server/people/commands.py", planted)) == ["server/people/commands.py:1", "server/people/commands.py:2"]


def test_sql_in_the_graph_is_caught() -> None:
    """Planted: a statement; a docstring and a word are free."""
    planted = '"""Select what one may see from people."""\nROWS = "SELECT id FROM member"\nWORD = "select"\n'
    assert statements(source("schema/people/loaders.py", planted)) == ["schema/people/loaders.py:2"]


def test_a_sentence_in_code_is_caught() -> None:
    """Planted: a literal; the same in a docstring, and data, are free."""
    planted = '"""確認 is a word of the domain."""\nraise_(f"{name}さんは見つかりません。")\n'
    assert sentences(source("server/people/commands.py", planted)) == ["server/people/commands.py:2"]
    assert sentences(source("server/search/japanese/names.py", planted)) == []
    assert sentences(source("server/companies/rules.py", 'FORMS = ("株式会社", "(株)")\nKANA = "ぁぃぅ"\n')) == []
