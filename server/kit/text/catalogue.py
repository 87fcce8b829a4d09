"""The catalogues: TOML files `catalogues/<language>/<slice>.toml`; tables of texts with {placeholders}.

A number is written with its separators: {count} is 1,200. English chooses its word by it: {count:thing waits|things wait} is
"1 thing waits", "1,200 things wait".
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from server.kit.actor import Language
from server.kit.refusal import Refusal


class _Figure(int):
    """A number as it stands in a sentence."""

    def __format__(self, words: str) -> str:
        one, of_several, several = words.partition("|")
        word = one if self == 1 else several
        return f"{int(self):,} {word}" if of_several else format(int(self), words or ",")


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Return every text of a language by its key, `<slice>.<path>`, e.g. `opportunities.AlreadyClosed`."""
    found: dict[str, str] = {}
    for file in sorted(files("server.kit.text").joinpath("catalogues", language).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            _collect(found, file.name.removesuffix(".toml"), tomllib.loads(file.read_text(encoding="utf-8")))
    return found


def sentence(language: Language, key: str, **params: object) -> str:
    """Return the text of `key` with its placeholders filled; a missing key raises KeyError."""
    return catalogue(language)[key].format(**{name: _Figure(value) if type(value) is int else value for name, value in params.items()})


def sentence_of(language: Language, refusal: Refusal) -> str:
    """Return the sentence of a refusal: the catalogue of its slice, under its class name."""
    return sentence(language, key_of(type(refusal)), **refusal.params)


def key_of(kind: type[Refusal]) -> str:
    """Return the catalogue key of a refusal class: `server.<slice>.errors.Name` stands under `<slice>.Name`."""
    return f"{kind.__module__.split('.')[1]}.{kind.__name__}"


def _collect(found: dict[str, str], prefix: str, table: dict[str, Any]) -> None:
    for key, value in table.items():
        path = f"{prefix}.{key}"
        if isinstance(value, dict):
            _collect(found, path, value)  # pyright: ignore[reportUnknownArgumentType]
        else:
            found[path] = str(value)
