"""Join links through the front door: made by who runs the group, opened by anybody, used so often as was said, and no further."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from server.accounts.model import Member
from server.groups.model import GroupApplication, JoinLink
from server.kit.clock import now
from server.kit.db import Database
from tests.factories.accounts import letter_to
from tests.factories.people import make_member
from tests.schema.groups.door import ANSWERS, LINK, MINE, QUESTIONS, QUEUE, Door, problem, seen
from tests.support.running import Client

LINKS = f"query L($id: ID!) {{ node(id: $id) {{ ... on AlumniGroup {{ joinLinks {{ {LINK} }} }} }} }}"
OPENED = "query J($token: String!) { joinLink(token: $token) { standing questions group { name } } }"


async def counted(database: Database) -> tuple[int, int]:
    """How many accounts and applications there are."""
    async with database.read() as session:
        members = await session.scalar(select(func.count()).select_from(Member))
        applications = await session.scalar(select(func.count()).select_from(GroupApplication))
    return members or 0, applications or 0


async def test_a_link_shows_the_group_and_what_it_asks_to_anybody(door: Door) -> None:
    link = await door.link(mostUses=2)
    found = await door.app.guest().ask(OPENED, {"token": link["token"]})
    assert found["joinLink"] == {"standing": "OPEN", "questions": QUESTIONS, "group": {"name": "ひだまり電機アルムナイ"}}
    for token in ("no-such-token", "とびら", "", "x" * 5000):
        assert (await door.app.guest().ask(OPENED, {"token": token}))["joinLink"] is None


async def test_who_joins_by_a_link_applies_to_its_group_alone(door: Door) -> None:
    """The account is made when the mail is answered; the answers came along; what became of the link is told to who runs the group."""
    link = await door.link()
    client = await door.joined(link["token"], "sora@people.example")
    (application,) = (await client.ask(MINE))["viewer"]["applications"]
    assert [each["answer"] for each in application["answers"]] == ANSWERS
    (edge,) = (await door.operator.ask(QUEUE))["viewer"]["queue"]["edges"]
    await door.operator.change("approveApplication", seen(edge["node"]["application"]))
    other = await door.joined(link["token"], "umi@people.example", name="新井 海")
    (application,) = (await other.ask(MINE))["viewer"]["applications"]
    await door.operator.change("declineApplication", seen(application, reason="確かめられませんでした。"))
    await door.joined(link["token"], "riku@people.example", name="新井 陸")
    (shown,) = (await door.owner.ask(LINKS, {"id": door.group}))["node"]["joinLinks"]
    assert (shown["used"], shown["waiting"], shown["approved"], shown["declined"]) == (3, 1, 1, 1)
    for client in (door.deputy, door.contact, door.outsider, door.steward, door.app.guest()):
        assert (await client.ask(LINKS, {"id": door.group}))["node"]["joinLinks"] == []


async def test_who_has_an_account_already_is_led_back_to_the_link(door: Door) -> None:
    """Whoever filled the form in with a known address, nothing is said or asked in that account's name: its owner applies there."""
    async with door.app.house.db.transaction() as session:
        await make_member(session, "内田 陽", email="uchida@people.example")
    link = await door.link()
    client = door.app.guest()
    await client.change("signUp", door.joining(link["token"], "uchida@people.example"))
    token = (await letter_to(door.app.house.db, "uchida@people.example")).token
    before = await counted(door.app.house.db)
    answer = await client.change("followLink", {"token": token}, "... on SignedIn { isNew joinLink }")
    assert (answer["isNew"], answer["joinLink"]) == (False, link["token"])
    assert await counted(door.app.house.db) == before
    assert (await client.ask(MINE))["viewer"]["applications"] == []
    application = await door.applied(client, joinLink=link["token"])
    assert [each["answer"] for each in application["answers"]] == ANSWERS


async def test_a_member_applies_by_a_link(door: Door) -> None:
    """The link's questions are asked, not the group's."""
    link = await door.link(questions=["ひとことどうぞ。"])
    wrong = await door.refused(door.newcomer, "applyToGroup", door.applying(joinLink=link["token"]))
    assert wrong == problem("Invalid", "AnswersDoNotFit", field="answers")
    application = await door.applied(door.newcomer, joinLink=link["token"], answers=["よろしくお願いします。"])
    assert application["questions"] == ["ひとことどうぞ。"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"ended_at": now()}, "JoinLinkEnded"),
        ({"expires_at": now() - timedelta(minutes=1)}, "JoinLinkExpired"),
        ({"most_uses": 1, "used": 1}, "JoinLinkUsedUp"),
    ],
)
async def test_a_link_that_is_over_says_so_before_and_after_the_mail(door: Door, change: dict[str, object], code: str) -> None:
    """Whoever comes late is told at the form; whose mail was under way is told at the mail, and nothing is made."""
    link = await door.link()
    late = door.app.guest()
    assert (await late.change("signUp", door.joining(link["token"], "late@people.example")))["__typename"] == "SignUpRequested"
    token = (await letter_to(door.app.house.db, "late@people.example")).token
    async with door.app.house.db.transaction() as session:
        await session.execute(update(JoinLink).values(change))
    assert await door.refused(late, "followLink", {"token": token}) == problem("Conflict", code)
    assert await door.refused(door.newcomer, "applyToGroup", door.applying(joinLink=link["token"])) == problem("Conflict", code)
    refusal = await door.refused(door.app.guest(), "signUp", door.joining(link["token"], "later@people.example"))
    assert refusal == problem("Conflict", code)
    standing = (await late.ask(OPENED, {"token": link["token"]}))["joinLink"]["standing"]
    assert standing == {"JoinLinkEnded": "ENDED", "JoinLinkExpired": "EXPIRED", "JoinLinkUsedUp": "USED_UP"}[code]


async def test_of_two_hundred_who_come_at_once_where_one_use_is_left_one_joins(door: Door) -> None:
    """Members and newcomers together; who came too late is told, and nothing of theirs is half made."""
    link = await door.link(mostUses=1)
    database = door.app.house.db
    async with database.transaction() as session:
        members = [await make_member(session, f"会員 {number}") for number in range(200)]
    clients = [await door.app.as_member(member) for member in members]
    before = await counted(database)
    given = door.applying(joinLink=link["token"])
    answers = await asyncio.gather(*(client.change("applyToGroup", given) for client in clients))
    told = [answer.get("code", answer["__typename"]) for answer in answers]
    assert (told.count("ApplicationOpened"), told.count("JoinLinkUsedUp")) == (1, 199)
    assert await counted(database) == (before[0], before[1] + 1)
    (shown,) = (await door.owner.ask(LINKS, {"id": door.group}))["node"]["joinLinks"]
    assert (shown["used"], shown["standing"]) == (1, "USED_UP")


async def test_of_mails_that_are_answered_at_once_where_one_use_is_left_one_joins(door: Door) -> None:
    link = await door.link(mostUses=1)
    clients = [door.app.guest() for _ in range(8)]
    tokens: list[str] = []
    for number, client in enumerate(clients):
        await client.change("signUp", door.joining(link["token"], f"one-of-{number}@people.example"))
        tokens.append((await letter_to(door.app.house.db, f"one-of-{number}@people.example")).token)
    before = await counted(door.app.house.db)
    answers = await asyncio.gather(*(each.change("followLink", {"token": token}) for each, token in zip(clients, tokens, strict=True)))
    told = [answer.get("code", answer["__typename"]) for answer in answers]
    assert (told.count("SignedIn"), told.count("JoinLinkUsedUp")) == (1, 7)
    assert await counted(door.app.house.db) == (before[0] + 1, before[1] + 1)


async def used(door: Door) -> tuple[int, str]:
    """How many came by the only link, and what can be done with it."""
    (shown,) = (await door.owner.ask(LINKS, {"id": door.group}))["node"]["joinLinks"]
    return shown["used"], shown["standing"]


async def test_who_comes_again_by_a_link_takes_no_second_use(door: Door) -> None:
    """They took their application back, were declined, or left; also where it is used up for everybody else, but not once it ended."""
    link = await door.link(mostUses=1)
    opened = {"token": link["token"]}
    for _ in range(2):
        await door.applied(door.newcomer, joinLink=link["token"])
        assert await used(door) == (1, "USED_UP")
        assert "code" not in await door.newcomer.change("leaveGroup", {"group": door.group})
    standing = {name: (await client.ask(OPENED, opened))["joinLink"]["standing"] for name, client in each_opening(door).items()}
    assert standing == {"newcomer": "OPEN", "stranger": "USED_UP", "guest": "USED_UP"}
    application = await door.applied(door.newcomer, joinLink=link["token"])
    await door.operator.change("declineApplication", seen(application, reason="確かめられませんでした。"))
    await door.applied(door.newcomer, joinLink=link["token"])
    assert await used(door) == (1, "USED_UP")
    refusal = await door.refused(door.stranger, "applyToGroup", door.applying(joinLink=link["token"]))
    assert refusal == problem("Conflict", "JoinLinkUsedUp")
    assert "code" not in await door.newcomer.change("leaveGroup", {"group": door.group})
    await door.owner.change("endJoinLink", {"joinLink": link["id"]})
    refusal = await door.refused(door.newcomer, "applyToGroup", door.applying(joinLink=link["token"]))
    assert refusal == problem("Conflict", "JoinLinkEnded")


def each_opening(door: Door) -> dict[str, Client]:
    """Who came by the link before, who did not, and who is not signed in."""
    return {"newcomer": door.newcomer, "stranger": door.stranger, "guest": door.app.guest()}


async def test_who_joined_by_a_link_and_comes_again_takes_no_second_use(door: Door) -> None:
    """Their account came by it; others count as before."""
    link = await door.link(mostUses=2)
    client = await door.joined(link["token"], "sora@people.example")
    assert "code" not in await client.change("leaveGroup", {"group": door.group})
    await door.applied(client, joinLink=link["token"])
    assert await used(door) == (1, "OPEN")
    await door.applied(door.newcomer, joinLink=link["token"])
    assert await used(door) == (2, "USED_UP")


async def test_a_link_leads_to_its_own_group_only(door: Door) -> None:
    """Replayed on another group it names nothing, and uses nothing up."""
    link = await door.link()
    async with door.app.house.db.transaction() as session:
        row = (await session.scalars(select(JoinLink))).one()
        row.group_id = door.other_id
    assert await door.refused(door.newcomer, "applyToGroup", door.applying(joinLink=link["token"])) == problem("NotFound", "NotThere")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"label": ""}, problem("Invalid", "Missing", field="label")),
        ({"label": "あ" * 61}, problem("Invalid", "TooLong", field="label")),
        ({"questions": [str(number) for number in range(6)]}, problem("Invalid", "TooMany", field="questions")),
        ({"questions": ["あ" * 201]}, problem("Invalid", "TooLong", field="questions")),
        ({"mostUses": 0}, problem("Invalid", "UsesOutOfRange", field="mostUses")),
        ({"days": 0}, problem("Invalid", "DaysOutOfRange", field="days")),
        ({"days": 366}, problem("Invalid", "DaysOutOfRange", field="days")),
        ({"group": "gAAAAAAAAAAAAAAAAAAAAAA"}, problem("NotFound", "NotThere")),
    ],
)
async def test_what_a_link_cannot_be(door: Door, changes: dict[str, object], refusal: dict[str, str]) -> None:
    given = {"group": door.group, "label": "Facebook", "questions": QUESTIONS, "days": 30} | changes
    assert await door.refused(door.owner, "makeJoinLink", given) == refusal


async def test_only_who_runs_the_group_makes_and_ends_its_links(door: Door) -> None:
    """A deputy decides, a contact speaks, a steward admits groups: none of them makes links."""
    link = await door.link(door.operator)
    given = {"group": door.group, "label": "Facebook", "questions": [], "days": 30}
    for client, refusal in (
        (door.deputy, problem("NotFound", "NotThere")),
        (door.outsider, problem("NotFound", "NotThere")),
        (door.steward, problem("NotFound", "NotThere")),
        (door.contact, problem("NotAllowed", "NotAnOperator")),
        (door.stranger, problem("NotAllowed", "NotAnOperator")),
    ):
        assert await door.refused(client, "makeJoinLink", given) == refusal
        assert await door.refused(client, "endJoinLink", {"joinLink": link["id"]}) == refusal
    ended = await door.owner.change("endJoinLink", {"joinLink": link["id"]}, "... on JoinLinkEnded { joinLink { standing } }")
    assert ended["joinLink"] == {"standing": "ENDED"}


async def test_a_group_has_so_many_open_links(door: Door) -> None:
    for _ in range(20):
        await door.link()
    given = {"group": door.group, "label": "Facebook", "questions": [], "days": 30}
    assert await door.refused(door.owner, "makeJoinLink", given) == problem("Invalid", "TooMany", field="label")
