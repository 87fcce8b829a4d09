"""What a page asks for: it names its documents by their ids; and when what it asks for can be found."""

import asyncio
import json
from collections.abc import Awaitable, Callable

from playwright.async_api import Request

from schema.documents import persisted
from tests.support.running import Client


def document_of(request: Request) -> str:
    """Return the text of the document that a request asks to be run; empty where it asks for none."""
    asked = json.loads(request.post_data or "{}")
    return persisted().get(asked.get("documentId"), asked.get("query") or "")


async def until(look: Callable[[], Awaitable[bool]]) -> None:
    """Wait until it is so: the worker brings a change into the index a little later, and a page that looked before stays as it is."""
    async with asyncio.timeout(40):
        while not await look():
            await asyncio.sleep(0.1)


async def names_of(client: Client, text: str) -> set[str]:
    """The people whom somebody finds by a text."""
    query = "query ($text: String) { people(first: 20, text: $text) { edges { node { name } } } }"
    return {edge["node"]["name"] for edge in (await client.ask(query, {"text": text}))["people"]["edges"]}


async def titles_of(client: Client, text: str) -> set[str]:
    """The titles of the posts that somebody finds by a text."""
    query = "query ($text: String) { opportunities(first: 20, filter: {text: $text}) { edges { node { title } } } }"
    return {edge["node"]["title"] for edge in (await client.ask(query, {"text": text}))["opportunities"]["edges"]}
