"""What stands in an export: everything of its member, and nothing that others hide."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select, text, update

from server.accounts.model import Member
from server.departures.rules import INVENTORY
from server.exports.reads import SHEETS
from server.kit.clock import now
from server.kit.db import Database
from server.kit.ids import MemberId, global_id
from server.kit.pictures import SIZES
from server.moderation.model import Report
from server.opportunities.model import ResponseLabel
from server.people.model import Connection, ConnectionRequest, Profile
from server.people.rules.photos import photo_file
from tests.factories.conversations import make_conversation
from tests.factories.departures import CANARY, STAYS, Marked, make_marked_member
from tests.factories.opportunities import make_response
from tests.factories.people import make_block, make_exclusion, make_member
from tests.support.exporting import exported, leaves
from tests.support.running import Application

HIDDEN = "h4hidden"
# What bears the mark and does not stand in the export, with the reason.
ELSEWHERE = {
    "passkey.transports": "how a browser reaches a key; it says nothing of the member",
    "message.client_mutation_id": "what kept a message from being sent twice",
    "profile.photo": "the name of the stored picture; the picture itself is there",
    "affiliation_review.reason": "a note on a confirmation, which is shown to nobody",
    "report.excerpt": "what others reported of the member",
}


async def marked_texts(db: Database) -> dict[str, set[str]]:
    """By column, every text with the mark in the tables that are said to be exported."""
    found: dict[str, set[str]] = {}
    async with db.read() as session:
        for table in (name for name, kept in INVENTORY.items() if kept.exported):
            rows = text(f'SELECT to_jsonb(row) FROM "{table}" AS row WHERE row::text LIKE :mark')  # noqa: S608
            for row in await session.scalars(rows, {"mark": f"%{CANARY}%"}):
                for column, value in row.items():
                    texts = {each for each in leaves(value) if CANARY in each}
                    if texts:
                        found.setdefault(f"{table}.{column}", set()).update(texts)
    return found


async def test_everything_of_the_member_stands_in_it(app: Application) -> None:
    """Every marked text of every table that says so, a row of every sheet, the photo; in the README all of it."""
    async with app.house.db.transaction() as session:
        marked = await make_marked_member(session)
        photo = (await session.get_one(Profile, marked.member)).photo
    await app.house.files.put(photo_file(photo or "", SIZES[0]), b"a picture")
    opened = await exported(app, await app.as_member(marked.member))
    texts = opened.texts()
    missing = {column: lost for column, found in (await marked_texts(app.house.db)).items() if (lost := found - texts)}
    assert set(missing) == set(ELSEWHERE), missing
    assert missing["report.excerpt"] == {f"{CANARY} quoted"}
    assert opened.files["photos/photo.webp"] == b"a picture"
    empty = {sheet.name for sheet in SHEETS if not opened.rows(sheet.name)}
    assert empty == set()
    assert f"{CANARY} 工房" in texts
    told = {name: opened.rows(name)[0] for name in ("exclusions", "blocks", "connections")}
    assert [told["exclusions"]["person"], told["blocks"]["person"], told["connections"]["person"]] == [
        "伊藤 美咲",
        "中村 直樹",
        "高橋 ゆき",
    ]
    said = opened.rows("messages")
    assert [row["body"] for row in said if row["person"] == "高橋 ゆき"] == [STAYS, STAYS]
    for language in ("ja", "en"):
        assert [name for name in opened.files if not name.startswith("README") and name not in opened.readme(language)] == []


def test_the_inventory_says_where_everything_stands() -> None:
    """Every table says in which sheets it is exported or why in none, and every sheet is named."""
    named = {sheet for kept in INVENTORY.values() for sheet in kept.exported}
    assert named == {sheet.name for sheet in SHEETS}
    assert [name for name, kept in INVENTORY.items() if bool(kept.exported) == bool(kept.apart)] == []


async def hiding(session: Any, marked: Marked) -> list[MemberId]:
    """People who talked with the member and block them now, hide from them, respond without a name, report and decline them."""
    people = [await make_member(session, f"{HIDDEN} {number}", "ソニー") for number in range(5)]
    blocker, excluder, nameless, reporter, declining = people
    await make_conversation(session, blocker, marked.member, [(blocker, STAYS)])
    await make_block(session, blocker, marked.member)
    await make_conversation(session, excluder, marked.member, [(excluder, STAYS)])
    await make_exclusion(session, excluder, other=marked.member)
    response = await make_response(session, marked.own_post, nameless, note=STAYS)
    session.add(ResponseLabel(response_id=response.id, breadth="verified"))
    about: dict[str, Any] = {"subject_kind": "member", "subject_id": marked.member, "about_member_id": marked.member}
    session.add(Report(reporter_id=reporter, reason="other", note=f"{HIDDEN} note", **about))
    declined = {"state": "declined", "decided_at": now() + timedelta(days=1)}
    session.add(ConnectionRequest(from_id=marked.member, to_id=declining, note=CANARY, **declined))
    # A declined row outlives the request that it was: its age alone would tell of the decline.
    long_ago = {"at": now() - timedelta(days=181), "state": "declined", "decided_at": now() - timedelta(days=90)}
    session.add(ConnectionRequest(from_id=marked.member, to_id=reporter, note=f"{HIDDEN} old", **long_ago))
    session.add_all([Connection(member_id=one, other_id=two) for one, two in ((marked.member, excluder), (excluder, marked.member))])
    # Who hides from the member has asked them nothing that they could know of.
    session.add(ConnectionRequest(from_id=excluder, to_id=marked.member, note=f"{HIDDEN} request", state="asked"))
    await session.execute(update(Profile).where(Profile.member_id == declining).values(listed_level=60))
    await session.execute(update(Member).where(Member.id == marked.member).values(is_steward=True))
    return people


async def test_nothing_that_others_hide_stands_in_it(app: Application) -> None:
    """No name, no report, no decline; no id of anybody at all. Also for a steward, who sees more in the office."""
    async with app.house.db.transaction() as session:
        marked = await make_marked_member(session)
        hidden = await hiding(session, marked)
        everybody = [MemberId(key) for key in await session.scalars(select(Member.id))]
    opened = await exported(app, await app.as_member(marked.member))
    assert opened.holds(HIDDEN) == []
    ids = [text for each in everybody for text in (str(each), each.hex, global_id("Person", each))]
    assert [name for each in ids for name in opened.holds(each)] == []
    assert len(hidden) == 5
    asked = [row for row in opened.rows("connection_requests") if row["note"] == CANARY]
    assert [(row["state"], row["decidedAt"], row["person"]) for row in asked] == [(None, None, None)]
    assert [row["person"] for row in opened.rows("connections")] == ["高橋 ゆき"]
    received = {row["note"]: row for row in opened.rows("responses_received") if row["label"]}
    assert [(row["person"], bool(row["label"])) for row in received.values()] == [(None, True)]
    assert [row["person"] for row in opened.rows("messages") if row["body"] == STAYS].count(None) == 2
