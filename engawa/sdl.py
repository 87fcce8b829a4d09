"""The schema as a file: exported, committed, compared; breaking changes are named."""

from collections.abc import Callable
from pathlib import Path

from graphql import build_schema, find_breaking_changes

from schema.build import schema

SDL = Path(__file__).parent.parent / "schema" / "schema.graphql"


def exported() -> str:
    """Return the SDL of what the code offers."""
    return schema.as_str().rstrip() + "\n"


def write_sdl() -> None:
    """Write the committed file anew."""
    SDL.write_text(exported(), encoding="utf-8")


def check_sdl(tell: Callable[[str], None]) -> int:
    """Compare the committed file with the code; tell what differs, breaking changes by name; return the exit status."""
    committed = SDL.read_text(encoding="utf-8") if SDL.exists() else ""
    if committed == exported():
        return 0
    tell("schema/schema.graphql differs from the code; `engawa schema` writes it anew.")
    if committed:
        for change in find_breaking_changes(build_schema(committed), build_schema(exported())):
            tell(f"  breaking: {change.description}")
    return 1
