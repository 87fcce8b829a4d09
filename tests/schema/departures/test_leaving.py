"""Leaving through the front door: nobody sees who leaves, they can come back, and a group is not left alone."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from server.accounts.model import Departure, SignInSession
from server.kit.clock import now
from server.kit.ids import GroupId, global_id
from server.kit.mail import OutboxMail
from tests.factories.groups import make_group, make_role
from tests.factories.people import make_member
from tests.realtime.watching import FOLLOWED
from tests.schema.opportunities.asking import Stage, posted, talking
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged
from workers.erasing import erase

STANDING = "viewer { departure { erasedAt } }"
TALK = """query Talk($id: ID!) { response(id: $id) { state note other: responder { name } opportunity { title } conversation {
  other { name } messages(first: 10) { edges { node { body removed mine } } } } } }"""


async def ask(client: Client) -> dict[str, Any]:
    """Ask to leave."""
    return await client.change("askDeparture", {}, f"... on DepartureAsked {{ {STANDING} }}")


async def test_who_leaves_is_seen_by_nobody_and_can_stay(stage: Stage) -> None:
    """People, posts and search; and everything is back once it is taken back."""
    post = await posted(stage.author)
    await stage.app.drain()
    person = global_id("Person", stage.author_id)
    seen = f'{{ person(id: "{person}") {{ name }} opportunity(id: "{post}") {{ title }} opportunities(first: 5) {{ totalCount }} }}'
    before = await stage.other.ask(seen)
    assert (await ask(stage.author))["viewer"]["departure"] is not None
    await stage.app.drain()
    gone = await stage.other.ask(seen)
    assert (gone["person"], gone["opportunity"], gone["opportunities"]["totalCount"]) == (None, None, 0)
    assert (await ask(stage.author))["code"] == "AlreadyLeaving"
    async with stage.app.house.db.read() as session:
        mails = (await session.scalars(select(OutboxMail.subject))).all()
    assert "退会のお申し出を受け付けました" in mails
    back = await stage.author.change("withdrawDeparture", {}, f"... on DepartureWithdrawn {{ {STANDING} }}")
    assert back["viewer"]["departure"] is None
    await stage.app.drain()
    assert await stage.other.ask(seen) == before
    assert (await stage.author.change("withdrawDeparture", {}))["code"] == "NotLeaving"


async def test_who_leaves_changes_nothing_but_that(stage: Stage) -> None:
    """They read; what they would write is refused, and so is what would be written to them."""
    _, talk = await talking(stage)
    await ask(stage.author)
    async with unchanged(stage.app.house.db):
        refused = await stage.author.change("sendMessage", {"conversation": talk, "body": "こんにちは"})
        assert (refused["__typename"], refused["code"]) == ("NotAllowed", "IsLeaving")
        refused = await stage.other.change("sendMessage", {"conversation": talk, "body": "こんにちは"})
        assert (refused["__typename"], refused["code"]) == ("Conflict", "ConversationEnded")
    await stage.author.change("withdrawDeparture", {})
    assert (await stage.other.change("sendMessage", {"conversation": talk, "body": "こんにちは"}))["__typename"] == "MessageSent"


async def test_an_old_sign_in_is_no_proof(stage: Stage) -> None:
    db = stage.app.house.db
    async with db.transaction() as session:
        await session.execute(update(SignInSession).values(created_at=now() - timedelta(minutes=11), strong_at=None))
    async with unchanged(db):
        assert (await ask(stage.author))["code"] == "ProofNeeded"


async def test_nobody_leaves_a_group_or_the_deployment_alone(app: Application) -> None:
    """The only operator and the only steward hand over first; of two operators one may go, and the other then may not."""
    db = app.house.db
    async with db.transaction() as session:
        group = await make_group(session)
        operators = [await make_member(session, name) for name in ("森 楓", "林 桜")]
        for operator in operators:
            await make_role(session, GroupId(group.id), operator)
        steward = await make_member(session, "青木 翔", is_steward=True)
    first, second = [await app.as_member(operator) for operator in operators]
    assert (await ask(first))["__typename"] == "DepartureAsked"
    async with unchanged(db):
        refused = await ask(second)
        assert (refused["code"], group.name in refused["message"]) == ("LastOperator", True)
    async with unchanged(db, but=["session"]):
        assert (await ask(await app.as_member(steward)))["code"] == "LastSteward"


async def test_erasing_in_the_midst_of_a_talk(stage: Stage) -> None:
    """The other one's page is told, what they wrote stays, what they send then is refused in plain words, and the page lives on."""
    response, talk = await talking(stage)
    for client, body in ((stage.author, "わたしの言葉"), (stage.other, "あなたの言葉")):
        await client.change("sendMessage", {"conversation": talk, "body": body})
    left = "... on ParticipantLeft { conversation { id other { name } } ended: response { id state } }"
    query = FOLLOWED["inbox"].replace("... on ResyncRequired", f"{left} ... on ResyncRequired")
    async with stage.other.socket() as socket:
        cursor = (await stage.other.ask("{ viewer { inboxCursor } }"))["viewer"]["inboxCursor"]
        await socket.subscribe("inbox", query, {"after": cursor})
        await erase(stage.app.house.worker, stage.author_id)
        event = (await socket.next("inbox"))["inbox"]["event"]
        assert (event["__typename"], event["conversation"]["other"], event["ended"]["id"]) == ("ParticipantLeft", None, response)
        refused = await stage.other.change("sendMessage", {"conversation": talk, "body": "まだ書いていました"})
        assert (refused["__typename"], refused["code"]) == ("Conflict", "ConversationEnded")
        shown = (await stage.other.ask(TALK, {"id": response}))["response"]
        assert (shown["opportunity"], shown["conversation"]["other"]) == (None, None)
        said = [edge["node"] for edge in shown["conversation"]["messages"]["edges"]]
        assert said == [{"body": "あなたの言葉", "removed": False, "mine": True}, {"body": "", "removed": True, "mine": False}]
    assert (await stage.author.ask("{ viewer { id } }"))["viewer"] is None
    async with stage.app.house.db.read() as session:
        assert await session.scalar(select(Departure.erase_at)) is None
