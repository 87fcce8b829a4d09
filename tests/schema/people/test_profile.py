"""The own profile through the front door: what is left out stays, what is wrong is named, what is hidden stays hidden."""

from typing import Any

import pytest
from sqlalchemy import select

from server.kit.ids import MemberId, global_id
from server.people.model import Profile, Skill
from tests.factories.people import make_member
from tests.support.running import Application
from tests.support.unchanged import unchanged

PROFILE = "profile { name reading formerName headline bio gives skills { name } levels { bio skills } }"


async def member_of(app: Application, name: str = "高橋 悠", **profile: Any) -> MemberId:
    """A member."""
    async with app.house.db.transaction() as session:
        return await make_member(session, name, **profile)


async def test_what_is_left_out_stays_and_what_is_emptied_goes(app: Application) -> None:
    """Texts, lists and levels, each on its own."""
    client = await app.as_member(await member_of(app, headline="前のひとこと", bio="前の紹介", former_name="真壁 悠", gives=["壁打ち"]))
    given = {"headline": "倉庫の自動化", "formerName": None, "bio": "", "skills": ["物流", "C++"], "levels": {"bio": "ONLY_ME"}}
    answer = await client.change("updateProfile", given, f"... on ProfileUpdated {{ viewer {{ {PROFILE} }} }}")
    assert answer["viewer"]["profile"] == {
        "name": "高橋 悠",
        "reading": None,
        "formerName": None,
        "headline": "倉庫の自動化",
        "bio": None,
        "gives": ["壁打ち"],
        "skills": [{"name": "物流"}, {"name": "C++"}],
        "levels": {"bio": "ONLY_ME", "skills": "VERIFIED"},
    }


async def test_a_skill_is_one_for_everybody(app: Application) -> None:
    """Whoever names it first gives it its name."""
    one, other = await app.as_member(await member_of(app)), await app.as_member(await member_of(app, "佐藤 花"))
    await one.change("updateProfile", {"skills": ["Python"]})
    await other.change("updateProfile", {"skills": ["ｐｙｔｈｏｎ", "PYTHON"]})
    async with app.house.db.read() as session:
        assert (await session.scalars(select(Skill.name))).all() == ["Python"]
    found = await one.ask('{ skills(text: "pyt", first: 5) { edges { node { name } } } }')
    assert found["skills"]["edges"] == [{"node": {"name": "Python"}}]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": None}, "Missing", "name"),
        ({"name": "  "}, "Missing", "name"),
        ({"name": "あ" * 81}, "TooLong", "name"),
        ({"reading": "Takahashi"}, "NotKana", "reading"),
        ({"headline": "あ" * 121}, "TooLong", "headline"),
        ({"bio": "あ" * 4001}, "TooLong", "bio"),
        ({"bio": "a\u0000b"}, "UnreadableText", "bio"),
        ({"formerName": "一行\n二行"}, "UnreadableText", "formerName"),
        ({"gives": ["壁打ち"] * 11}, "TooMany", "gives"),
        ({"asks": ["あ" * 61]}, "TooLong", "asks"),
        ({"skills": [f"skill {at}" for at in range(31)]}, "TooMany", "skills"),
        ({"levels": {"bio": "ANYONE"}}, "LevelNotOffered", "levels.bio"),
        ({"levels": {"formerName": "SIGNED_IN"}}, "LevelNotOffered", "levels.formerName"),
        ({"clientMutationId": "short"}, "BadMutationId", "clientMutationId"),
    ],
)
async def test_what_is_wrong_is_named(app: Application, given: dict[str, Any], code: str, field: str) -> None:
    """In both languages, and nothing of the rest is kept either."""
    member = await member_of(app)
    async with unchanged(app.house.db, but=["session"]):
        answers = [
            await (await app.as_member(member, language)).change("updateProfile", {"place": "渋谷", **given}) for language in ("ja", "en")
        ]
    for answer in answers:
        assert (answer["__typename"], answer["code"], answer["field"]) == ("Invalid", code, field)
    assert answers[0]["message"] != answers[1]["message"]


async def test_the_bio_carries_no_script(app: Application) -> None:
    """It is kept as it was written, and shown sanitised."""
    client = await app.as_member(await member_of(app))
    bio = "**物流**です。<script>alert(1)</script> [x](javascript:alert(1))"
    answer = await client.change("updateProfile", {"bio": bio}, "... on ProfileUpdated { viewer { person { bio bioHtml } } }")
    person = answer["viewer"]["person"]
    assert person["bio"] == bio
    assert "<strong>物流</strong>" in person["bioHtml"]
    assert "<script" not in person["bioHtml"]
    assert "javascript:" not in person["bioHtml"].replace("](javascript:", "")


async def test_a_repeated_change_is_done_once(app: Application) -> None:
    """The same clientMutationId finds the first outcome."""
    member = await member_of(app)
    client = await app.as_member(member)
    given = {"headline": "一回目", "clientMutationId": "profile-0001"}
    assert (await client.change("updateProfile", given))["__typename"] == "ProfileUpdated"
    async with unchanged(app.house.db):
        again = await client.change("updateProfile", given | {"headline": "二回目"})
        assert again["__typename"] == "ProfileUpdated"
    async with app.house.db.read() as session:
        assert (await session.get_one(Profile, member)).headline == "一回目"


async def test_a_hidden_field_stays_hidden_on_every_way(app: Application) -> None:
    """By id, by node, in a search and among those found by the hidden words; for its member it shows."""
    member = await member_of(app, former_name="真壁 悠")
    reader = await app.as_member(await member_of(app, "森 楓"))
    own = await app.as_member(member)
    await own.change("updateProfile", {"headline": "内緒の話", "levels": {"formerName": "ONLY_ME", "headline": "ONLY_ME"}})
    await app.drain()
    fields = "name formerName headline"
    key = global_id("Person", member)
    ways = f"""{{ person(id: "{key}") {{ {fields} }} node(id: "{key}") {{ ... on Person {{ {fields} }} }}
        people(first: 10, text: "高橋") {{ edges {{ node {{ {fields} }} highlights {{ field }} }} }}
        hidden: people(first: 10, text: "真壁") {{ totalCount }} secret: people(first: 10, text: "内緒") {{ totalCount }} }}"""
    shut = {"name": "高橋 悠", "formerName": None, "headline": None}
    opened = {"name": "高橋 悠", "formerName": "真壁 悠", "headline": "内緒の話"}
    for client, shown, count in ((reader, shut, 0), (own, opened, 1)):
        answer = await client.ask(ways)
        assert (answer["person"], answer["node"]) == (shown, shown)
        assert answer["people"]["edges"] == [{"node": shown, "highlights": [{"field": "name"}]}]
        assert (answer["hidden"]["totalCount"], answer["secret"]["totalCount"]) == (count, count)
