"""One's own data through the front door: asked for, made by the worker, told of, downloaded by its member alone, and gone after a week."""

from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest
from obstore.exceptions import BaseError
from sqlalchemy import func, select, update

from server.exports.model import Export, ExportPerson, ExportPiece
from server.exports.rules import KEPT, MOST_TRIES
from server.kit.clock import now
from server.kit.files import Files
from server.kit.ids import global_id, uuid7
from server.kit.limits import Limits
from server.kit.mail import OutboxMail
from server.kit.settings import Settings
from server.people.model import Profile
from tests.factories.people import make_member
from tests.schema.opportunities.asking import Stage, posted, talking
from tests.support.exporting import asked, exported, standing
from tests.support.running import Application, Client, running
from tests.support.unchanged import unchanged
from workers.schedule import clean_up

NOTICES = "{ viewer { notices(first: 5) { edges { node { about { __typename ... on ExportPrepared { export { state } } } } } } } }"
INBOX = "subscription I($after: Cursor) { inbox(after: $after) { event { __typename ... on ExportPrepared { export { state } } } } }"


async def told(client: Client) -> list[str]:
    """What the caller's notices are about."""
    edges = (await client.ask(NOTICES))["viewer"]["notices"]["edges"]
    return [edge["node"]["about"]["__typename"] for edge in edges if edge["node"]["about"]]


async def test_a_member_gets_everything_and_is_told(stage: Stage) -> None:
    """State by state: none, being made (asking again is the same one), ready; a notice, a live event, and a mail without any secret."""
    client = stage.author
    assert await standing(client) is None
    await posted(client, body="=1+1\nよろしくお願いします。")
    _, talk = await talking(stage)
    await stage.other.change("sendMessage", {"conversation": talk, "body": "はじめまして。"})
    await stage.app.drain()
    first = await asked(client)
    assert (first["state"], first["address"], await asked(client)) == ("BEING_MADE", None, first)
    async with client.socket() as socket:
        cursor = (await client.ask("{ viewer { inboxCursor } }"))["viewer"]["inboxCursor"]
        await socket.subscribe("inbox", INBOX, {"after": cursor})
        opened = await exported(stage.app, client)
        event = (await socket.next("inbox"))["inbox"]["event"]
        assert event == {"__typename": "ExportPrepared", "export": {"state": "READY"}}
    assert (await standing(client) or {})["id"] == first["id"]
    assert [row["body"] for row in opened.rows("messages")] == ["はじめまして。"]
    assert "'=1+1" in opened.cells("posts")
    assert "=1+1\nよろしくお願いします。" in [row["body"] for row in opened.rows("posts")]
    assert opened.files["csv/posts.csv"].startswith(b"\xef\xbb\xbf")
    assert await told(client) == ["ExportPrepared"]
    async with stage.app.house.db.read() as session:
        mail = (await session.scalars(select(OutboxMail).where(OutboxMail.subject == "データのファイルができました"))).one()
    assert "/me/data" in mail.text
    assert [word for word in ("/exports", first["id"]) if word in mail.text + mail.html] == []


async def test_the_file_is_its_members_alone(stage: Stage) -> None:
    """Another member, a guest and an unknown address get the same bytes; it is saved and kept by no cache."""
    await exported(stage.app, stage.author)
    address = (await standing(stage.author) or {})["address"]
    unknown = f"/exports/{global_id('Export', uuid7())}"
    answers = [
        await client.http.get(path)
        for client, path in (
            (stage.other, address),
            (stage.app.guest(), address),
            (stage.other, unknown),
            (stage.other, "/exports/nothing"),
        )
    ]
    assert {(answer.status_code, answer.content, answer.headers["cache-control"]) for answer in answers} == {
        (404, answers[0].content, "no-store")
    }
    for answer in (await stage.author.http.get(address), await stage.author.http.head(address)):
        headers = answer.headers
        assert headers["content-disposition"].startswith('attachment; filename="engawa-')
        assert (headers["cache-control"], headers["x-content-type-options"], headers["vary"]) == ("no-store", "nosniff", "cookie")
        assert (headers["content-type"], "sandbox" in headers["content-security-policy"]) == ("application/zip", True)


async def test_after_a_week_it_is_gone(stage: Stage) -> None:
    """At once it cannot be downloaded and the notice is silent; the next clean-up deletes the file, a week later the row."""
    db = stage.app.house.db
    await talking(stage)
    await exported(stage.app, stage.author)
    address = (await standing(stage.author) or {})["address"]

    async def left() -> list[int]:
        async with db.read() as session:
            return [(await session.scalars(select(func.count()).select_from(table))).one() for table in (Export, ExportPerson, ExportPiece)]

    async def age(by: timedelta) -> None:
        async with db.transaction() as session:
            await session.execute(update(Export).values(expires_at=Export.expires_at - by))

    await clean_up(stage.app.house.worker)
    assert await left() == [1, 1, 1]
    await age(KEPT)
    assert ((await standing(stage.author) or {})["state"], (await stage.author.http.get(address)).status_code) == ("EXPIRED", 404)
    assert await told(stage.author) == []
    await clean_up(stage.app.house.worker)
    assert await left() == [1, 0, 0]
    await age(KEPT)
    await clean_up(stage.app.house.worker)
    assert (await left(), await standing(stage.author)) == ([0, 0, 0], None)


async def test_what_cannot_be_made_says_so_and_can_be_asked_for_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store of photos does not answer: tried three times, then given up; a job that was lost is given up after a day."""
    db = stage.app.house.db
    async with db.transaction() as session:
        await session.execute(update(Profile).where(Profile.member_id == stage.author_id).values(photo="there"))

    async def unreachable(_files: Files, _name: str) -> bytes | None:
        raise BaseError("out of reach")

    with monkeypatch.context() as broken:
        broken.setattr(Files, "read", unreachable)
        await asked(stage.author)
        async with db.transaction() as session:
            await session.execute(update(Export).values(tries=MOST_TRIES - 1))
        await stage.app.drain()
    failed = await standing(stage.author) or {}
    assert (failed["state"], failed["address"], await told(stage.author)) == ("FAILED", None, [])
    await exported(stage.app, stage.author)
    await asked(stage.author)
    async with db.transaction() as session:
        await session.execute(update(Export).values(asked_at=now() - timedelta(days=2)))
    await clean_up(stage.app.house.worker)
    assert (await standing(stage.author) or {})["state"] == "FAILED"
    await stage.app.drain()
    assert (await standing(stage.author) or {})["state"] == "FAILED"


async def test_who_is_leaving_still_gets_their_data(stage: Stage) -> None:
    """Asking and downloading; nothing else is opened by it."""
    await stage.author.change("askDeparture", {})
    opened = await exported(stage.app, stage.author)
    assert opened.rows("account")[0]["leaving"]["erasedAt"] is not None
    async with unchanged(stage.app.house.db):
        assert (await stage.author.change("updateProfile", {"headline": "ひとこと"}))["code"] == "IsLeaving"


@pytest.fixture
async def capped(database_url: str, tmp_path: Path) -> AsyncGenerator[Application]:
    """The application with caps that are reached at once."""
    limits = Limits({"export.ask": "1/day", "export.download": "1/hour"})
    async with running(database_url, Settings(_env_file=None, data_dir=tmp_path), limits=limits) as application:
        yield application


async def test_asking_and_downloading_are_capped(capped: Application) -> None:
    """A second one on the same day is refused and the first one stays; the same being made costs nothing; guests are refused."""
    async with capped.house.db.transaction() as session:
        member = await make_member(session, "森 楓")
    client = await capped.as_member(member)
    await asked(client)
    await asked(client)
    await exported(capped, client)
    export = await standing(client) or {}
    async with unchanged(capped.house.db):
        refused = await client.change("askExport", {})
        assert (refused["__typename"], refused["code"]) == ("TooMany", "TooOften")
        assert (await client.http.get(export["address"])).status_code == 429
        assert (await capped.guest().change("askExport", {}))["code"] == "NotSignedIn"
    assert await standing(client) == export
