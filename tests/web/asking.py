"""What a page asks for: it names its documents by their ids; and when what it asks for can be found."""

import asyncio
import json

from playwright.async_api import Request

from schema.documents import persisted
from tests.schema.synonyms.writing import found
from tests.support.running import Client


def document_of(request: Request) -> str:
    """Return the text of the document that a request asks to be run; empty where it asks for none."""
    asked = json.loads(request.post_data or "{}")
    return persisted().get(asked.get("documentId"), asked.get("query") or "")


async def until_found(client: Client, text: str, title: str) -> None:
    """Wait until a post is found by a text: the worker brings it into the index a little later, and a page that looked before stays as it is."""
    async with asyncio.timeout(40):
        while title not in await found(client, text):
            await asyncio.sleep(0.1)


async def until_nobody(client: Client, text: str) -> None:
    """Wait until nobody is found by a text, for the same reason."""
    query = "query ($text: String) { people(first: 1, text: $text) { edges { node { id } } } }"
    async with asyncio.timeout(40):
        while (await client.ask(query, {"text": text}))["people"]["edges"]:
            await asyncio.sleep(0.1)
