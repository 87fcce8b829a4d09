"""A mutation that is sent twice: one change, one answer; through the front door, at once, later, and after a restart."""

import asyncio

from server.kit.settings import Settings
from tests.factories.people import make_member
from tests.schema.opportunities.asking import a_post
from tests.support.running import Application, Client, running
from tests.support.unchanged import unchanged
from tests.support.working import count

POSTED = "... on OpportunityPosted { opportunity { id title } }"


async def member_of(app: Application) -> Client:
    """A verified member, signed in."""
    async with app.house.db.transaction() as session:
        member = await make_member(session)
    return await app.as_member(member)


async def post(client: Client, key: str | None, **changes: object) -> dict[str, str]:
    """Post under a key."""
    answer = await client.change("postOpportunity", a_post(clientMutationId=key, **changes), POSTED)
    return answer.get("opportunity", answer)


async def test_two_at_once_are_one(app: Application) -> None:
    client = await member_of(app)
    answers = await asyncio.gather(*(post(client, "the-same-key") for _ in range(5)))
    assert len({answer["id"] for answer in answers}) == 1
    assert await count(app.house.db, "opportunity") == 1
    async with unchanged(app.house.db):
        assert await post(client, "the-same-key", title="別の題名") == answers[0]


async def test_what_was_refused_may_be_sent_again_under_the_same_key(app: Application) -> None:
    client = await member_of(app)
    async with unchanged(app.house.db):
        assert (await post(client, "again-and-again", title=""))["code"] == "Missing"
    assert (await post(client, "again-and-again", title="直しました"))["title"] == "直しました"
    # One that is refused and one that goes through, at once.
    refused, passed = await asyncio.gather(post(client, "both-at-once", title=""), post(client, "both-at-once", title="通る"))
    assert passed["title"] == "通る"
    assert refused.get("code") == "Missing" or refused == passed


async def test_a_key_is_the_members_own_and_the_mutations_own(app: Application) -> None:
    one, other = await member_of(app), await member_of(app)
    first, second = await post(one, "everybodys-key"), await post(other, "everybodys-key")
    assert first["id"] != second["id"]
    closing = {"opportunity": first["id"], "reason": "ENDED", "clientMutationId": "everybodys-key"}
    assert (await one.change("closeOpportunity", closing))["__typename"] == "OpportunityClosed"
    # The retry of the first mutation still gets its own answer.
    assert (await post(one, "everybodys-key"))["id"] == first["id"]
    assert await count(app.house.db, "opportunity") == 2
    assert (await post(one, None))["id"] != (await post(one, None))["id"]


async def test_keys_of_another_form_are_refused(app: Application) -> None:
    client = await member_of(app)
    async with unchanged(app.house.db):
        for key in ("", "short", "x" * 65):
            refused = await post(client, key)
            assert (refused["code"], refused["field"]) == ("BadMutationId", "clientMutationId")


async def test_a_retry_after_a_restart_gets_the_first_answer(database_url: str) -> None:
    settings = Settings(_env_file=None)
    async with running(database_url, settings) as app:
        client = await member_of(app)
        first, token = await post(client, "over-a-restart"), client.http.cookies["engawa"]
    async with running(database_url, settings) as app:
        client = app.guest()
        client.http.cookies.set("engawa", token)
        async with unchanged(app.house.db):
            assert await post(client, "over-a-restart") == first
