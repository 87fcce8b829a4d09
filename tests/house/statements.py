"""Counts what the database is asked, so that a test can say that no count grows with the number of rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

UNCOUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET ", "SHOW ", "SELECT 1")


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collects the statements that this process sends from here on, without those that only open and close.

    with counted() as few:
        await graphql(QUERY, {"first": 1})
    with counted() as many:
        await graphql(QUERY, {"first": 100})
    assert len(many) == len(few)
    """
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.lstrip().upper().startswith(UNCOUNTED):
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)
