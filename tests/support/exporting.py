"""A member's export as they get it: asked for, made by the worker's job, downloaded and opened."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.support.running import Application, Client

FIELDS = "export { id state askedAt madeAt expiresAt size address }"


@dataclass(frozen=True)
class Opened:
    """The file."""

    content: bytes

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file in it, by name; the archive's own checks hold."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        """A sheet's rows."""
        return json.loads(self.files[f"json/{sheet}.json"])

    def cells(self, sheet: str) -> str:
        """A sheet as a spreadsheet reads it."""
        return self.files[f"csv/{sheet}.csv"].decode("utf-8-sig")

    def readme(self, language: str) -> str:
        """What the file says of itself."""
        return self.files[f"README.{language}.txt"].decode("utf-8-sig")

    def holds(self, text: str) -> list[str]:
        """The files in which a text stands."""
        return [name for name, content in self.files.items() if text.encode() in content]

    def texts(self) -> set[str]:
        """Every text of every row."""
        return {text for name in self.files if name.startswith("json/") for text in leaves(json.loads(self.files[name]))}


def leaves(value: Any) -> Iterator[str]:
    """The texts in a JSON value."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from leaves(inner)


async def asked(client: Client) -> dict[str, Any]:
    """Ask for the data; return the export."""
    answer = await client.change("askExport", {}, f"... on ExportAsked {{ viewer {{ {FIELDS} }} }}")
    assert answer["__typename"] == "ExportAsked", answer
    return answer["viewer"]["export"]


async def standing(client: Client) -> dict[str, Any] | None:
    """How the caller's export stands."""
    return (await client.ask(f"{{ viewer {{ {FIELDS} }} }}"))["viewer"]["export"]


async def exported(app: Application, client: Client) -> Opened:
    """Ask, let the worker make it, and download it."""
    await asked(client)
    await app.drain()
    export = await standing(client)
    assert export is not None
    assert export["state"] == "READY", export
    answer = await client.http.get(export["address"])
    assert answer.status_code == 200
    assert len(answer.content) == export["size"]
    return Opened(answer.content)
