"""What these tests send and read of synonyms."""

from dataclasses import dataclass
from typing import Any

from server.kit.ids import MemberId
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

FIELDS = "synonym { id words near origin off version }"
LIST = """query ($text: String, $first: Int!, $after: String) { synonyms(text: $text, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id words near origin off version } } } }"""
TRIAL = """query ($text: String!, $draft: SynonymDraftInput) { synonymTrial(text: $text, draft: $draft) {
  words { text needed same near } joined { word entries { id words } } } }"""


@dataclass(slots=True)
class Office:
    """The running application with its people."""

    app: Application
    steward_id: MemberId
    steward: Client
    second: Client
    operator: Client
    author: Client
    reader: Client


async def added(client: Client, *words: str, near: tuple[str, ...] = ()) -> dict[str, Any]:
    """Add an entry that goes through; return it."""
    answer = await client.change("addSynonym", {"words": words, "near": near}, f"... on SynonymAdded {{ {FIELDS} }}")
    assert answer["__typename"] == "SynonymAdded", answer
    return answer["synonym"]


async def edited(client: Client, entry: dict[str, Any], *words: str, near: tuple[str, ...] = ()) -> dict[str, Any]:
    """Put other words in an entry; return it."""
    given = {"synonym": entry["id"], "version": entry["version"], "words": words, "near": near}
    answer = await client.change("editSynonym", given, f"... on SynonymEdited {{ {FIELDS} }}")
    assert answer["__typename"] == "SynonymEdited", answer
    return answer["synonym"]


async def removed(client: Client, entry: dict[str, Any]) -> dict[str, Any] | None:
    """Let it say nothing any more; return what is left of it."""
    given = {"synonym": entry["id"], "version": entry["version"]}
    answer = await client.change("removeSynonym", given, f"... on SynonymRemoved {{ removedId {FIELDS} }}")
    assert answer["removedId"] == entry["id"], answer
    return answer["synonym"]


async def restored(client: Client, entry: dict[str, Any]) -> dict[str, Any]:
    """Let it stand as it is shipped; return it."""
    given = {"synonym": entry["id"], "version": entry["version"]}
    answer = await client.change("restoreSynonym", given, f"... on SynonymRestored {{ {FIELDS} }}")
    assert answer["__typename"] == "SynonymRestored", answer
    return answer["synonym"]


async def listed(client: Client, text: str | None = None, first: int = 5) -> list[dict[str, Any]]:
    """The first entries with the text in a word."""
    return [edge["node"] for edge in (await client.ask(LIST, {"text": text, "first": first}))["synonyms"]["edges"]]


async def stands_for(client: Client, word: str) -> set[str]:
    """What a word stands for by now."""
    (tried,) = (await client.ask(TRIAL, {"text": word}))["synonymTrial"]["words"]
    return set(tried["same"])


async def found(client: Client, text: str) -> set[str]:
    """The titles of the posts that somebody finds by a text, with all of its words."""
    query = "query ($text: String) { opportunities(first: 20, filter: {text: $text}) { edges { node { title } } } }"
    return {edge["node"]["title"] for edge in (await client.ask(query, {"text": text}))["opportunities"]["edges"]}


async def refused(office: Office, client: Client, mutation: str, given: dict[str, Any]) -> dict[str, str]:
    """Send what must be refused, in both languages, and assert that nothing is written; return kind, code and field."""
    answers: list[dict[str, Any]] = []
    async with unchanged(office.app.house.db):
        for client.language in ("en", "ja"):
            answers.append(await client.change(mutation, given))
    en, ja = answers
    assert en["message"] != ja["message"]
    assert en["code"] == ja["code"]
    return {key: value for key, value in ja.items() if key != "message"}
