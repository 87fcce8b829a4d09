"""Saving a filter through the front door: what is kept, how it is changed, and what is refused without a trace."""

from typing import Any

import pytest

from server.kit.ids import global_id, uuid7
from server.kit.limits import Limits
from server.kit.settings import Settings
from server.standing.rules import MOST_SAVED_NEWCOMER
from tests.factories.people import make_member
from tests.schema.opportunities.asking import Stage, posted
from tests.schema.standing.saving import FIELDS, a_search, kept, refused, saved
from tests.support.running import running

TRIED = "query ($filter: OpportunityFilter!) { wouldHaveMatched(filter: $filter) }"


async def test_a_search_is_saved_changed_paused_and_removed(stage: Stage) -> None:
    """By whoever is a member, and for them alone."""
    row = await saved(stage.other)
    filter_ = {"text": "配送", "kinds": ["CONTRACT"], "directions": [], "remote": None, "skills": [], "companies": [], "groups": []}
    assert row == {"id": row["id"], "name": "物流の相談", "channel": "LIVE", "paused": False, "filter": filter_}
    assert await kept(stage.other) == [row]
    assert await kept(stage.author) == []
    node = "query ($id: ID!) { node(id: $id) { id } }"
    assert (await stage.author.ask(node, {"id": row["id"]}))["node"] is None
    assert (await stage.other.ask(node, {"id": row["id"]}))["node"] == {"id": row["id"]}

    changed = a_search(
        name="  音声の　募集 ", channel="WEEKLY", filter={"remote": True, "directions": ["SEEKING"]}, standingQuery=row["id"]
    )
    edited = (await stage.other.change("editStandingQuery", changed, f"... on StandingQueryEdited {{ {FIELDS} }}"))["standingQuery"]
    assert (edited["name"], edited["channel"]) == ("音声の 募集", "WEEKLY")
    assert edited["filter"] == filter_ | {"text": None, "kinds": [], "remote": True, "directions": ["SEEKING"]}
    for mutation, success, paused in (("pause", "Paused", True), ("pause", "Paused", True), ("resume", "Resumed", False)):
        answer = await stage.other.change(
            f"{mutation}StandingQuery", {"standingQuery": row["id"]}, f"... on StandingQuery{success} {{ {FIELDS} }}"
        )
        assert answer["standingQuery"] == edited | {"paused": paused}
    gone = await stage.other.change(
        "removeStandingQuery",
        {"standingQuery": row["id"], "clientMutationId": "remove-it-once"},
        "... on StandingQueryRemoved { removedId }",
    )
    assert gone == {"__typename": "StandingQueryRemoved", "removedId": row["id"]}
    assert await kept(stage.other) == []


async def test_sent_twice_it_is_kept_once(stage: Stage) -> None:
    """A retry finds what the first one made."""
    first = await saved(stage.other, clientMutationId="save-it-once")
    assert await saved(stage.other, clientMutationId="save-it-once") == first
    assert await kept(stage.other) == [first]


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"name": " "}, "name", "Missing"),
        ({"name": "あ" * 61}, "name", "TooLong"),
        ({"filter": {}}, "filter", "NothingAsked"),
        ({"filter": {"text": " 　!? "}}, "filter", "NothingAsked"),
        ({"filter": {"text": "あ" * 201}}, "filter.text", "TooLong"),
        ({"filter": {"companies": ["no such company"]}}, "filter.companies", "UnknownCompany"),
        ({"filter": {"text": "配送", "places": ["JP-40", "高橋"]}}, "filter.places", "UnknownPlace"),
    ],
)
async def test_what_cannot_be_kept_is_refused(stage: Stage, changes: dict[str, Any], field: str, code: str) -> None:
    """Saying which field it is; also when something kept is changed."""
    row = await saved(stage.other)
    for mutation, given in (("saveStandingQuery", {}), ("editStandingQuery", {"standingQuery": row["id"]})):
        answer = await refused(stage, stage.other, mutation, a_search(**changes, **given))
        assert (answer["__typename"], answer["field"], answer["code"]) == ("Invalid", field, code)


async def test_nobody_reaches_anothers(stage: Stage) -> None:
    """Neither by its id, nor as a guest, nor by an id of nothing."""
    row = await saved(stage.other)
    for mutation in ("edit", "pause", "resume", "remove"):
        given = a_search() if mutation == "edit" else {}
        for key in (row["id"], global_id("StandingQuery", uuid7()), "nothing"):
            answer = await refused(stage, stage.author, f"{mutation}StandingQuery", given | {"standingQuery": key})
            assert (answer["__typename"], answer["code"]) == ("NotFound", "NotThere")
        guest = await refused(stage, stage.app.guest(), f"{mutation}StandingQuery", given | {"standingQuery": row["id"]})
        assert guest["code"] == "NotSignedIn"
    assert (await refused(stage, stage.app.guest(), "saveStandingQuery", a_search()))["code"] == "NotSignedIn"


async def test_one_keeps_so_many(stage: Stage) -> None:
    """A newcomer fewer; when one has gone, there is room."""
    rows = [await saved(stage.newcomer, name=f"{number}") for number in range(MOST_SAVED_NEWCOMER)]
    answer = await refused(stage, stage.newcomer, "saveStandingQuery", a_search())
    assert (answer["__typename"], answer["code"]) == ("Conflict", "TooManySaved")
    await stage.newcomer.change("removeStandingQuery", {"standingQuery": rows[0]["id"]})
    await saved(stage.newcomer)
    assert len(await kept(stage.newcomer)) == MOST_SAVED_NEWCOMER


async def test_what_it_would_have_brought(stage: Stage) -> None:
    """Others' posts that one may see, by words and by choices; never one's own, nor what was found by fewer words."""
    await posted(stage.author)
    await posted(stage.author, title="講演をお願いします", audience="CHOSEN_GROUPS", groups=[global_id("AlumniGroup", stage.group)])
    await posted(stage.other, remote=False)
    await stage.app.drain()
    for client, asked, count in (
        (stage.other, {"text": "配送"}, 1),
        (stage.other, {"kinds": ["CONTRACT"]}, 1),
        (stage.other, {"text": "配送 宇宙"}, 0),
        (stage.author, {"text": "配送"}, 1),
        (stage.author, {"remote": True}, 0),
        (stage.newcomer, {"text": "配送"}, 0),
    ):
        assert (await client.ask(TRIED, {"filter": asked}))["wouldHaveMatched"] == count, asked


async def test_to_resume_counts_as_to_save(database_url: str) -> None:
    """Since it is looked up anew; who does it all day is told when to come back, and it stays paused."""
    async with running(database_url, Settings(_env_file=None), limits=Limits({"standing.save": "2/day"})) as app:
        async with app.house.db.transaction() as session:
            member = await make_member(session)
        client = await app.as_member(member)
        row = await saved(client)
        for _ in range(2):
            await client.change("pauseStandingQuery", {"standingQuery": row["id"]})
            answer = await client.change("resumeStandingQuery", {"standingQuery": row["id"]})
        assert (answer["__typename"], answer["code"]) == ("TooMany", "TooOften")
        assert [each["paused"] for each in await kept(client)] == [True]
