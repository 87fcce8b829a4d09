"""How a benchmark asks what our own client asks: its documents, run as a request runs them, without HTTP around them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from engawa.parts import House
from schema.build import schema
from schema.context import Context
from schema.execution import Execution
from server.kit.actor import Actor
from server.realtime.operations import Operation

OPERATIONS = Path(__file__).parent.parent / "schema" / "operations.json"


async def ask(running: House, actor: Actor, text: str, variables: dict[str, Any]) -> None:
    """Run a document, which must go through."""
    context = Context(parts=running.graph, actor=actor, language="ja")
    answer = await Execution(schema).run(Operation(text, variables, None), context)
    assert "errors" not in answer, answer


@cache
def document(name: str) -> str:
    """Return the text of one of our client's queries."""
    documents: dict[str, str] = json.loads(OPERATIONS.read_text(encoding="utf-8"))
    return next(text for text in documents.values() if f"query {name}(" in text or f"query {name} " in text)
