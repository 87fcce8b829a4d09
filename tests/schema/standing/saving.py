"""What these tests send: a filter to keep, and how they read what is kept, told and mailed."""

from typing import Any

from tests.schema.opportunities.asking import Stage
from tests.support.running import Client
from tests.support.unchanged import unchanged

FIELDS = (
    "standingQuery { id name channel paused filter { text kinds directions remote skills { name } companies { name } groups { name } } }"
)
NOTICES = """{ viewer { unread { notices } notices(first: 20) { edges { node { read about {
  ... on StandingQueryMatched { standingQuery { name } opportunity { id title } } } } } } } }"""


def a_search(**changes: Any) -> dict[str, Any]:
    """A sound one, with changes."""
    return {"name": "物流の相談", "channel": "LIVE", "filter": {"text": "配送", "kinds": ["CONTRACT"]}} | changes


async def saved(client: Client, **changes: Any) -> dict[str, Any]:
    """Save, and return what is kept."""
    answer = await client.change("saveStandingQuery", a_search(**changes), f"... on StandingQuerySaved {{ {FIELDS} }}")
    assert answer["__typename"] == "StandingQuerySaved", answer
    return answer["standingQuery"]


async def kept(client: Client) -> list[dict[str, Any]]:
    """What the client's member keeps, the newest first."""
    answer = await client.ask(f"{{ standingQueries(first: 20) {{ edges {{ node {{ {FIELDS[16:-2]} }} }} }} }}")
    return [edge["node"] for edge in answer["standingQueries"]["edges"]]


async def told(client: Client) -> list[tuple[str, str]]:
    """Of which posts the member is told by a notice that they have not read: the search's name, and the post's title."""
    viewer = (await client.ask(NOTICES))["viewer"]
    unread = [edge["node"] for edge in viewer["notices"]["edges"] if not edge["node"]["read"]]
    assert viewer["unread"]["notices"] == len(unread)
    return [(node["about"]["standingQuery"]["name"], node["about"]["opportunity"]["title"]) for node in unread if node["about"]]


async def refused(stage: Stage, client: Client, mutation: str, given: dict[str, Any]) -> dict[str, Any]:
    """Send what must be refused; nothing is written."""
    async with unchanged(stage.app.house.db):
        answer = await client.change(mutation, given)
    assert answer["__typename"] in {"Invalid", "NotFound", "NotAllowed", "Conflict"}, answer
    return answer
