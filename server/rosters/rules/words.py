"""The words of lists, as data: what columns are called, and what cells say in place of a value."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> dict[str, dict[str, Any]]:
    """Return the tables of data/columns.toml."""
    return tomllib.loads(files("server.rosters").joinpath("data", "columns.toml").read_text(encoding="utf-8"))
