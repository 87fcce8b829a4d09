"""What the list of people says of what it found: who is only near, and what words were taken for, as the viewer may read them."""

from typing import Any

import pytest

from server.kit.actor import Level
from server.kit.ids import MemberId
from server.people.documents import person_documents
from tests.factories.people import make_connection, make_member
from tests.support.running import Application, Client

LIST = """query ($first: Int!, $after: String, $filter: PeopleFilter, $text: String) {
  people(first: $first, after: $after, filter: $filter, text: $text) {
    totalCount exactCount dropped readAs { typed meant } pageInfo { hasNextPage endCursor } edges { near node { name } }
  } }"""


async def listing(client: Client, text: str | None, first: int = 20, after: str | None = None) -> dict[str, Any]:
    """A page of people."""
    return (await client.ask(LIST, {"first": first, "text": text, "after": after}))["people"]


async def found_by(app: Application, *people: dict[str, Any]) -> tuple[Client, list[MemberId]]:
    """Somebody who looks for these members."""
    async with app.house.db.transaction() as session:
        viewer = await make_member(session, "林 渚")
        members = [await make_member(session, **each) for each in people]
        await app.house.graph.engine.upsert(session, await person_documents(session, [viewer, *members]))
    return await app.as_member(viewer), [viewer, *members]


async def test_who_is_only_near_follows_whoever_has_it_all(app: Application) -> None:
    """Also where the line falls between two pages; the cursor of another search is refused."""
    client, _ = await found_by(app, *({"name": f"森 {at}", "headline": text} for at, text in enumerate(("人事", "人事", "採用", "労務"))))
    whole = await listing(client, "人事")
    assert (whole["exactCount"], [edge["near"] for edge in whole["edges"]]) == (2, [False, False, True, True])
    for first in (1, 2, 3):
        pages = [await listing(client, "人事", first)]
        while pages[-1]["pageInfo"]["hasNextPage"]:
            pages.append(await listing(client, "人事", first, pages[-1]["pageInfo"]["endCursor"]))
        assert [edge for page in pages for edge in page["edges"]] == whole["edges"]
    plain = await listing(client, None)
    assert (plain["exactCount"], any(edge["near"] for edge in plain["edges"])) == (None, False)
    wordless = await listing(client, "😀 !?")
    assert (wordless["exactCount"], wordless["edges"]) == (None, plain["edges"])
    cursor = (await listing(client, "人事", 1))["pageInfo"]["endCursor"]
    for other in (None, "採用", "人事 "):
        answer = await client.answer(LIST, {"first": 1, "after": cursor, "text": other})
        assert answer["errors"][0]["extensions"]["code"] == "BadPage"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("たかはい", ["たかはし"]),
        ("タカハイ", ["たかはし"]),
        ("takahashu", ["Takahashi"]),
        ("ジャーナリズト", ["ジャーナリスト"]),
        ("kubernetas", ["Kubernetes"]),
        ("ひだまり電気", ["ひだまり電機"]),
    ],
)
async def test_what_a_word_was_taken_for(app: Application, typed: str, meant: list[str]) -> None:
    """As those who were found write it, in the script of who asks where they do."""
    client, _ = await found_by(
        app,
        {
            "name": "髙橋 悠",
            "reading": "たかはし ゆう",
            "romanised": "Takahashi Yu",
            "headline": "ジャーナリスト",
            "skills": ["Kubernetes"],
            "company": "ひだまり電機",
        },
    )
    found = await listing(client, typed)
    assert (found["totalCount"], found["exactCount"], found["readAs"]) == (1, 0, [{"typed": typed, "meant": meant}])


async def test_no_word_is_taken_for_what_the_viewer_may_not_read(app: Application) -> None:
    """A former name and a line that others may read: for everybody else the slip is nonsense, and nobody is found by it."""
    only = {"former_name": "伊集院", "former_name_level": Level.ONLY_ME, "headline": "ジャーナリスト", "headline_level": Level.CONNECTIONS}
    client, [viewer, hidden] = await found_by(app, {"name": "森 楓", **only})
    for typed in ("ジャーナリズト", "伊集員", "いじゅういい"):
        found = await listing(client, typed)
        assert (found["totalCount"], found["readAs"]) == (0, []), typed
    async with app.house.db.transaction() as session:
        await make_connection(session, viewer, hidden)
        await app.house.graph.engine.upsert(session, await person_documents(session, [hidden]))
    # What is for connections only is read on the page, and found by no word.
    assert (await listing(client, "ジャーナリズト"))["readAs"] == []
