"""Responding without a name, through the front door: what the author reads, everywhere they read it, and what a talk taken up tells."""

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.kit.db import Database
from server.kit.ids import MemberId, global_id
from server.opportunities.rules import FEWEST, ROOM
from server.people.model import Affiliation
from tests.factories.companies import make_company
from tests.factories.people import make_affiliation, make_exclusion, make_member
from tests.realtime.watching import watching
from tests.schema.opportunities.asking import Stage, posted, refused, responded, stepped
from tests.support.running import Client
from tests.support.working import outbox

NAMES = (
    "佐藤 凪",
    "田中 湊",
    "伊藤 蒼",
    "山本 律",
    "中村 楓",
    "小林 葵",
    "加藤 凛",
    "吉田 陽",
    "山田 結",
    "佐々木 環",
    "山口 翠",
    "松本 岳",
)
FULL = "在籍を確認した卒業生（電機・エンタテインメント・5〜10年）"
INDUSTRY = "在籍を確認した卒業生（電機・エンタテインメント）"
ALUM = "在籍を確認した卒業生"
READ = """
query Read($response: ID!, $post: ID!) {
  response(id: $response) { ...R conversation { other { name } } }
  opportunity(id: $post) { responses(first: 5) { edges { node { ...R } } } }
  viewer { responses(first: 5) { edges { node { ...R } } } }
}
fragment R on Response { state note responder { id name } responderLabel { text breadth } viewerIsAuthor }"""
PREVIEW = "query P($post: ID!) { responsePreview(opportunity: $post) { coarser withoutNameByDefault label { text breadth } } }"


async def alums(db: Database, many: int, *, industry: str = "consumer-electronics", years: int = 6) -> list[MemberId]:
    """So many members, each of one company of an industry, which they left after the same time."""
    async with db.transaction() as session:
        company = await make_company(session, f"{industry} {years}", industry=industry)
        return [await _alum(session, NAMES[at % len(NAMES)], company, years) for at in range(many)]


async def _alum(session: AsyncSession, name: str, company: Company, years: int) -> MemberId:
    member = await make_member(session, name, company)
    left = update(Affiliation).where(Affiliation.member_id == member).values(ended_on=date(2014 + years, 3, 1))
    await session.execute(left)
    return member


async def previewed(client: Client, post: str) -> dict[str, Any]:
    """What the responder reads before they send."""
    return (await client.ask(PREVIEW, {"post": post}))["responsePreview"]


async def nameless(client: Client, post: str, finest: str = "FULL") -> str:
    """Respond without a name."""
    return await responded(client, post, withoutName=finest)


async def label(client: Client, response: str) -> str | None:
    """What is said instead of a name."""
    found = (await client.ask("query R($id: ID!) { response(id: $id) { responderLabel { text } } }", {"id": response}))["response"]
    return found["responderLabel"] and found["responderLabel"]["text"]


async def test_the_author_reads_a_label_until_they_take_up_the_talk(stage: Stage) -> None:
    """In the response, on the post, in the list of talks: never the name nor the id; then the name as ever, and no label."""
    people = await alums(stage.app.house.db, FEWEST + ROOM)
    responder = await stage.app.as_member(people[3])
    post = await posted(stage.author)
    seen = await previewed(responder, post)
    assert seen == {"coarser": False, "withoutNameByDefault": True, "label": {"text": FULL, "breadth": "FULL"}}
    response = await nameless(responder, post)
    there = await stage.author.ask(READ, {"response": response, "post": post})
    for found in (there["response"], *_nodes(there["opportunity"]), *_nodes(there["viewer"])):
        assert (found["responder"], found["responderLabel"]) == (None, {"text": FULL, "breadth": "FULL"})
    text = json.dumps(there, ensure_ascii=False)
    assert NAMES[3] not in text
    assert global_id("Person", people[3]) not in text
    mine = await responder.ask(READ, {"response": response, "post": post})
    assert (mine["response"]["responder"]["name"], mine["response"]["responderLabel"]["text"]) == (NAMES[3], FULL)
    await stepped(stage.author, "takeUpTalk", response)
    there = await stage.author.ask(READ, {"response": response, "post": post})
    assert (there["response"]["responder"]["name"], there["response"]["responderLabel"]) == (NAMES[3], None)
    assert there["response"]["conversation"]["other"]["name"] == NAMES[3]


async def test_the_live_inbox_tells_no_name(stage: Stage) -> None:
    """Neither when a hand is raised, nor when it is taken back."""
    people = await alums(stage.app.house.db, FEWEST + ROOM)
    responder, post = await stage.app.as_member(people[0]), await posted(stage.author)
    async with watching(stage.author, "inbox") as author:
        response = await nameless(responder, post)
        first = await author.next()
        await stepped(responder, "withdrawResponse", response)
        second = await author.next()
    assert (first["__typename"], second["__typename"]) == ("OpportunityResponded", "ResponseWithdrawn")
    assert global_id("Person", people[0]) not in json.dumps([first, second])
    assert await label(stage.author, response) == "メンバー"


async def test_fewer_who_share_it_make_it_coarser(stage: Stage) -> None:
    """First the years go, then the industry, and at last every claim; who responds is told before."""
    db = stage.app.house.db
    [rare] = await alums(db, 1, years=12)
    responder, post = await stage.app.as_member(rare), await posted(stage.author)
    assert await previewed(responder, post) == {
        "coarser": True,
        "withoutNameByDefault": True,
        "label": {"text": "メンバー", "breadth": "MEMBER"},
    }
    await alums(db, FEWEST + ROOM - 1, industry="internet")
    assert (await previewed(responder, post))["label"]["text"] == ALUM
    await alums(db, FEWEST + ROOM - 1)
    assert (await previewed(responder, post))["label"]["text"] == INDUSTRY
    await alums(db, FEWEST + ROOM - 1, years=12)
    assert (await previewed(responder, post))["label"]["text"] == "在籍を確認した卒業生（電機・エンタテインメント・10〜20年）"
    assert await label(stage.author, await nameless(responder, post, "INDUSTRY")) == INDUSTRY


@pytest.mark.parametrize("gone", ["blocked", "removed", "hidden"])
async def test_who_leaves_the_circle_does_not_come_back(stage: Stage, gone: str) -> None:
    """With fewer around it the label says less; and not more again when those who left return beside others who leave."""
    people = await alums(stage.app.house.db, FEWEST + ROOM + 1)
    responder, post = await stage.app.as_member(people[0]), await posted(stage.author)
    response = await nameless(responder, post)
    await _goes(stage, people[1], gone)
    assert await label(stage.author, response) == FULL
    await _goes(stage, people[2], gone)
    # One more alum shares the broader claim: the second of the stage.
    assert await label(stage.author, response) == ALUM
    await _goes(stage, people[3], gone)
    assert await label(stage.author, response) == "メンバー"
    await stage.app.drain()
    if gone == "blocked":
        for member in people[1:4]:
            await stage.author.change("unblockMember", {"member": global_id("Person", member)})
    assert await label(stage.author, response) == "メンバー"


async def test_an_author_who_declares_a_company_does_not_see_more_again(stage: Stage) -> None:
    """Somebody hides from it: they fall out while it is declared, and stay out when it is taken back."""
    people = await alums(stage.app.house.db, FEWEST + ROOM)
    async with stage.app.house.db.transaction() as session:
        company = await make_company(session, "つきかげ商事")
        await make_exclusion(session, people[1], company=company)
    post = await posted(stage.author)
    response = await nameless(await stage.app.as_member(people[0]), post)
    given = {"company": {"id": global_id("Company", company.id)}, "tenure": {"startedOn": "2001-04", "endedOn": "2003-03"}}
    answer = await stage.author.change("declareAffiliation", given, "... on AffiliationDeclared { affiliation { id } }")
    assert await label(stage.author, response) == ALUM
    await stage.app.drain()
    await stage.author.change("removeAffiliation", {"affiliation": answer["affiliation"]["id"]})
    assert await label(stage.author, response) == ALUM


async def test_names_given_later_find_room(stage: Stage) -> None:
    """Five of those who share the label may answer by name; with the sixth it says less: what is true of ten who gave none."""
    people = await alums(stage.app.house.db, FEWEST + ROOM)
    await alums(stage.app.house.db, ROOM, industry="internet")
    post = await posted(stage.author)
    response = await nameless(await stage.app.as_member(people[0]), post)
    for member in people[1 : ROOM + 1]:
        await responded(await stage.app.as_member(member), post)
    assert await label(stage.author, response) == FULL
    await responded(await stage.app.as_member(people[ROOM + 1]), post)
    assert await label(stage.author, response) == ALUM


@pytest.mark.parametrize("by_name", [True, False])
async def test_a_name_from_before_finds_no_room(stage: Stage, by_name: bool) -> None:
    """Ten share the broader label when it is first said, but of one the author has read already that they did not send it."""
    db = stage.app.house.db
    people, [longer] = await alums(db, FEWEST + ROOM), await alums(db, 1, years=12)
    post = await posted(stage.author)
    response = await nameless(await stage.app.as_member(people[0]), post)
    if by_name:
        await responded(await stage.app.as_member(longer), post)
    else:
        await stepped(stage.author, "takeUpTalk", await nameless(await stage.app.as_member(longer), post))
    assert await label(stage.author, response) == FULL
    await _goes(stage, people[1], "hidden")
    assert await label(stage.author, response) == ALUM


async def _goes(stage: Stage, member: MemberId, how: str) -> None:
    theirs = await stage.app.as_member(member)
    match how:
        case "blocked":
            answer = await stage.author.change("blockMember", {"member": global_id("Person", member)})
        case "hidden":
            answer = await theirs.change("blockMember", {"member": global_id("Person", stage.author_id)})
        case _:
            own = await theirs.ask("{ viewer { person { affiliations { id } } } }")
            [affiliation] = own["viewer"]["person"]["affiliations"]
            answer = await theirs.change("removeAffiliation", {"affiliation": affiliation["id"]})
    assert answer["__typename"] in {"MemberBlocked", "AffiliationRemoved"}, answer


async def test_several_without_a_name_need_more_room(stage: Stage) -> None:
    """Each might be named later: what is enough for one is not enough for the second."""
    people = await alums(stage.app.house.db, FEWEST + ROOM)
    post = await posted(stage.author)
    first, second = [await nameless(await stage.app.as_member(member), post) for member in people[:2]]
    assert (await label(stage.author, first), await label(stage.author, second)) == (FULL, ALUM)
    await stepped(stage.author, "takeUpTalk", second)
    assert await label(stage.author, first) == FULL


async def test_the_second_without_a_name_keeps_more_room(stage: Stage) -> None:
    """When somebody leaves, what is still enough for the first is no longer for the second."""
    people = await alums(stage.app.house.db, FEWEST + ROOM + 1)
    post = await posted(stage.author)
    first, second = [await nameless(await stage.app.as_member(member), post) for member in people[:2]]
    assert (await label(stage.author, first), await label(stage.author, second)) == (FULL, FULL)
    await _goes(stage, people[2], "hidden")
    assert (await label(stage.author, first), await label(stage.author, second)) == (FULL, ALUM)


async def test_trying_tells_nobody_whom_one_has_blocked(stage: Stage) -> None:
    """An author who blocks somebody and then takes up a nameless talk learns nothing before it begins; a block by the other stops it."""
    people = await alums(stage.app.house.db, FEWEST + ROOM)
    one, other = [await stage.app.as_member(member) for member in people[:2]]
    post = await posted(stage.author)
    first, second = await nameless(one, post), await nameless(other, post)
    await stage.author.change("blockMember", {"member": global_id("Person", people[0])})
    assert (await stepped(stage.author, "takeUpTalk", first))["state"] == "TALKING"
    await other.change("blockMember", {"member": global_id("Person", stage.author_id)})
    assert (await refused(stage, stage.author, "takeUpTalk", {"response": second}))["code"] == "CannotTalk"


async def test_the_preview_is_for_who_may_respond(stage: Stage) -> None:
    """Not for newcomers, authors, guests; and by name is what the form offers first to who offers help."""
    post = await posted(stage.author, audience="ANYONE")
    for client in (stage.newcomer, stage.app.guest()):
        assert "errors" in await client.answer(PREVIEW, {"post": post})
    assert (await stage.author.ask(PREVIEW, {"post": post}))["responsePreview"] is None
    assert (await stage.other.ask(PREVIEW, {"post": "nonsense"}))["responsePreview"] is None
    asked = await posted(
        stage.author, kind="SOUNDING_BOARD", terms=[{"key": "duration", "value": "1時間"}, {"key": "fee_terms", "value": "NONE"}]
    )
    assert (await previewed(stage.other, asked))["withoutNameByDefault"] is False


async def test_who_is_there_now_is_no_alum(stage: Stage) -> None:
    """Present employees have left nothing yet: nothing is claimed of them."""
    async with stage.app.house.db.transaction() as session:
        member = await make_member(session, "石井 望")
        await session.execute(delete(Affiliation).where(Affiliation.member_id == member))
        await make_affiliation(session, member, "ひだまり商事", ended_on=None)
    await alums(stage.app.house.db, FEWEST + ROOM)
    found = await previewed(await stage.app.as_member(member), await posted(stage.author))
    assert (found["label"]["breadth"], found["coarser"]) == ("MEMBER", False)


def _nodes(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in found["responses"]["edges"]]


async def test_the_mail_tells_the_label(stage: Stage) -> None:
    """In its text, never in its subject; with nothing to say, that a member responded."""
    people = await alums(stage.app.house.db, FEWEST + ROOM)
    post = await posted(stage.author)
    await nameless(await stage.app.as_member(people[0]), post)
    await nameless(await stage.app.as_member(people[1]), post, "MEMBER")
    await stage.app.drain()
    first, second = await outbox(stage.app.house.db)
    assert (FULL in first.text, FULL in second.text, "メンバーから返答が届きました" in second.text) == (True, False, True)
    for mail, name in ((first, NAMES[0]), (second, NAMES[1])):
        assert name not in mail.subject + mail.text + mail.html
