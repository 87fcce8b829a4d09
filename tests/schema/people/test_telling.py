"""Languages, links, availability, the present employer and the next step, through the front door."""

from typing import Any

import pytest

from server.kit.ids import CompanyId, MemberId, global_id
from tests.factories.companies import make_company
from tests.factories.people import make_affiliation, make_exclusion, make_member
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

TOLD = "languages { code name } links { url host } availability"
OWN = "languages { code } links availability availabilityToEmployer presentEmployer { name } levels { availability }"


async def member_of(app: Application, name: str = "高橋 悠", **profile: Any) -> MemberId:
    """A verified member."""
    async with app.house.db.transaction() as session:
        return await make_member(session, name, **profile)


async def told(client: Client, member: MemberId) -> Any:
    """What the client reads of the member."""
    return (await client.ask(f'{{ person(id: "{global_id("Person", member)}") {{ {TOLD} }} }}'))["person"]


async def test_what_is_told_is_shown_in_the_readers_language(app: Application) -> None:
    """Languages by name, links by host, availability by code; each under its own level."""
    member = await member_of(app)
    own = await app.as_member(member)
    given = {"languages": ["ja", "en"], "links": ["example.com/me"], "availability": "TALK", "levels": {"links": "ONLY_ME"}}
    answer = await own.change("updateProfile", given, f"... on ProfileUpdated {{ viewer {{ profile {{ {OWN} }} }} }}")
    profile = answer["viewer"]["profile"]
    assert profile["links"] == ["https://example.com/me"]
    assert (profile["availability"], profile["availabilityToEmployer"], profile["presentEmployer"]) == ("TALK", False, None)
    reader = await app.as_member(await member_of(app, "森 楓"), "en")
    languages = [{"code": "ja", "name": "Japanese"}, {"code": "en", "name": "English"}]
    assert await told(reader, member) == {"languages": languages, "links": [], "availability": "TALK"}
    assert (await told(own, member))["links"] == [{"url": "https://example.com/me", "host": "example.com"}]
    answer = await own.change("updateProfile", {"languages": None, "availability": None})
    assert answer["__typename"] == "ProfileUpdated"
    assert await told(reader, member) == {"languages": [], "links": [], "availability": None}


async def test_people_are_found_by_their_languages(app: Application) -> None:
    """By the name of the language in either language of the interface; not by what is for oneself only."""
    own = await app.as_member(await member_of(app))
    await own.change("updateProfile", {"languages": ["vi"]})
    hidden = await app.as_member(await member_of(app, "佐藤 花"))
    await hidden.change("updateProfile", {"languages": ["vi"], "levels": {"languages": "ONLY_ME"}})
    await app.drain()
    reader = await app.as_member(await member_of(app, "森 楓"))
    for text in ("ベトナム語", "Vietnamese"):
        found = await reader.ask("query ($text: String) { people(first: 5, text: $text) { edges { node { name } } } }", {"text": text})
        assert [edge["node"]["name"] for edge in found["people"]["edges"]] == ["高橋 悠"]


async def test_the_present_employer_learns_no_availability(app: Application) -> None:
    """Picked or proposed, shown to nobody; who has to do with it sees no availability, unless it is wanted."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり製作所")
        member, boss = await make_member(session), await make_member(session, "上司 一", company)
        stranger = await make_member(session, "森 楓")
    own, other, outside = await app.as_member(member), await app.as_member(boss), await app.as_member(stranger)
    picked = {"availability": "NOW", "presentEmployer": {"id": global_id("Company", CompanyId(company.id))}}
    answer = await own.change("updateProfile", picked, f"... on ProfileUpdated {{ viewer {{ profile {{ {OWN} }} }} }}")
    assert answer["viewer"]["profile"]["presentEmployer"] == {"name": "ひだまり製作所"}
    assert ((await told(other, member))["availability"], (await told(outside, member))["availability"]) == (None, "NOW")
    await own.change("updateProfile", {"availabilityToEmployer": True})
    assert (await told(other, member))["availability"] == "NOW"
    named = {"availabilityToEmployer": False, "presentEmployer": {"proposedName": "株式会社ひだまり製作所"}}
    await own.change("updateProfile", named)
    assert (await told(other, member))["availability"] is None
    await own.change("updateProfile", {"presentEmployer": None})
    assert (await told(other, member))["availability"] == "NOW"


async def test_a_new_employer_counts_at_once_for_who_keeps_it_out(app: Application) -> None:
    """Somebody who does not want to be seen from there disappears for who works there now."""
    async with app.house.db.transaction() as session:
        company = await make_company(session)
        member, hiding = await make_member(session), await make_member(session, "隠れ 里")
        await make_exclusion(session, hiding, company=company)
        await make_affiliation(session, hiding, company)
    own = await app.as_member(member)
    assert await told(own, hiding) is not None
    await own.change("updateProfile", {"presentEmployer": {"id": global_id("Company", CompanyId(company.id))}})
    assert await told(own, hiding) is None


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"languages": ["tlh"]}, "UnknownLanguage", "languages"),
        ({"links": ["http://example.com"]}, "NotHttps", "links"),
        ({"links": ["https://me:word@example.com"]}, "UnreadableLink", "links"),
        ({"links": [f"https://example.com/{at}" for at in range(6)]}, "TooMany", "links"),
        ({"presentEmployer": {}}, "OneCompany", "presentEmployer"),
        ({"presentEmployer": {"id": "x"}}, "UnknownCompany", "presentEmployer.id"),
        ({"presentEmployer": {"proposedName": "・・"}}, "UnknownCompany", "presentEmployer.proposedName"),
        ({"levels": {"availability": "ANYONE"}}, "LevelNotOffered", "levels.availability"),
        ({"expectedVersion": "x"}, "UnreadableVersion", "expectedVersion"),
    ],
)
async def test_what_is_wrong_is_named(app: Application, given: dict[str, Any], code: str, field: str) -> None:
    """And nothing of the rest is kept."""
    member = await member_of(app)
    client = await app.as_member(member)
    async with unchanged(app.house.db):
        answer = await client.change("updateProfile", {"place": "渋谷", **given})
    assert (answer["__typename"], answer["code"], answer["field"]) == ("Invalid", code, field)


async def test_a_suggestion_is_put_away_for_good(app: Application) -> None:
    """One at a time; what is told is not suggested, and what was put away never again."""
    client = await app.as_member(await member_of(app, gives=["壁打ち"]))
    assert (await client.ask("{ viewer { nextStep } }"))["viewer"]["nextStep"] == "READING"
    for step, then in (("READING", "ASKS"), ("READING", "ASKS"), ("ASKS", "HEADLINE")):
        answer = await client.change("dismissStep", {"step": step}, "... on StepDismissed { viewer { nextStep } }")
        assert answer["viewer"]["nextStep"] == then
    other = await app.as_member(await member_of(app, "佐藤 花", gives=["登壇"]))
    assert (await other.ask("{ viewer { nextStep } }"))["viewer"]["nextStep"] == "READING"
