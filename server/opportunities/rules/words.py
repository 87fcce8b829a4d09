"""By which words a post is found that nobody wrote in it: what its kind, direction, place and fee are called; from data/words.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from server.opportunities.rules.kinds import Direction, Kind


@dataclass(frozen=True, slots=True)
class Called:
    """What a post is called: by its kind itself, and by what lies near or is told beside it; a word a line."""

    main: str
    also: str


def called(kind: Kind, direction: Direction, *, remote: bool, fee: str | None) -> Called:
    """Return the words for a post. `fee` is the code of its term of that name, None where its kind has none."""
    entry = _data("kind", "kind").get(kind.value, {})
    main, also = list(entry.get("main", ())), list(entry.get("also", ()))
    if entry.get("for", direction.value) != direction.value:
        main, also = [], [*main, *also]
    told = (
        _data("direction", "direction").get(direction.value, {}),
        _data("remote", "remote").get(remote, {}),
        _data("fee", "fee").get(fee, {}),
    )
    return Called("\n".join(main), "\n".join([*also, *(word for each in told for word in each.get("words", ()))]))


@cache
def _data(table: str, key: str) -> Mapping[Any, Mapping[str, Any]]:
    text = files("server.opportunities").joinpath("data", "words.toml").read_text(encoding="utf-8")
    return {entry[key]: entry for entry in tomllib.loads(text)[table]}
