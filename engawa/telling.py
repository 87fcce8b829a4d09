"""How the command line is told what goes on, and what went wrong, in one line."""

from collections.abc import Callable
from typing import TypeAlias

from sqlalchemy.exc import SQLAlchemyError

Tell: TypeAlias = Callable[[str], None]


def silent(_message: str) -> None:
    """Tell nobody."""


def reason_of(error: Exception) -> str:
    """Return what a driver says of a failure, in one line and without the statement that SQLAlchemy adds."""
    cause = error.__cause__ if isinstance(error, SQLAlchemyError) and error.__cause__ is not None else error
    return (str(cause).strip().splitlines() or [type(cause).__name__])[0].rstrip(".")
