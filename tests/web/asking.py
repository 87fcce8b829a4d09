"""What a page asks for: it names its documents by their ids."""

import json

from playwright.async_api import Request

from schema.documents import persisted


def document_of(request: Request) -> str:
    """Return the text of the document that a request asks to be run; empty where it asks for none."""
    asked = json.loads(request.post_data or "{}")
    return persisted().get(asked.get("documentId"), asked.get("query") or "")
