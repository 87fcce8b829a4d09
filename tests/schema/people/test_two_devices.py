"""Two devices edit one profile: what one wrote is not lost by the other, and nobody is asked where nothing clashes."""

from server.kit.ids import MemberId
from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

VERSION = "{ viewer { profile { version } } }"
UPDATED = "... on ProfileUpdated { viewer { profile { headline place skills { name } levels { bio } } } } ... on Conflict { fields }"


async def version(client: Client) -> str:
    """What the device has read."""
    return (await client.ask(VERSION))["viewer"]["profile"]["version"]


async def two(app: Application) -> tuple[Client, Client]:
    """Two devices of one member."""
    async with app.house.db.transaction() as session:
        member: MemberId = await make_member(session, headline="物流の人", place="仙台")
    return await app.as_member(member), await app.as_member(member)


async def test_the_same_field_is_not_written_over(app: Application) -> None:
    """The slower device is told which, and nothing of its change is kept; having read again, it may."""
    phone, desk = await two(app)
    seen = await version(phone)
    assert await version(desk) == seen
    await desk.change("updateProfile", {"headline": "音声の人", "levels": {"bio": "ONLY_ME"}, "expectedVersion": seen})
    given = {"headline": "物流と音声の人", "place": "東京", "levels": {"bio": "OWN_GROUPS"}}
    async with unchanged(app.house.db):
        answer = await phone.change("updateProfile", given | {"expectedVersion": seen}, UPDATED)
    assert (answer["__typename"], answer["code"], answer["fields"]) == ("Conflict", "ChangedMeanwhile", ["headline", "levels.bio"])
    answer = await phone.change("updateProfile", given | {"expectedVersion": await version(phone)}, UPDATED)
    profile = answer["viewer"]["profile"]
    assert (profile["headline"], profile["place"], profile["levels"]) == ("物流と音声の人", "東京", {"bio": "OWN_GROUPS"})


async def test_different_fields_do_not_clash(app: Application) -> None:
    """Nor do two who wrote the same; skills count by what they mean."""
    phone, desk = await two(app)
    seen = await version(phone)
    await desk.change("updateProfile", {"headline": "音声の人", "skills": ["Python"], "expectedVersion": seen})
    given = {"headline": "音声の人", "place": "東京", "skills": ["ＰＹＴＨＯＮ"], "expectedVersion": seen}
    answer = await phone.change("updateProfile", given, UPDATED)
    profile = answer["viewer"]["profile"]
    assert (profile["headline"], profile["place"], profile["skills"]) == ("音声の人", "東京", [{"name": "Python"}])


async def test_the_employer_clashes_too(app: Application) -> None:
    """Who may see one's availability hangs on it."""
    phone, desk = await two(app)
    seen = await version(phone)
    await desk.change("updateProfile", {"presentEmployer": {"proposedName": "ひだまり製作所"}, "expectedVersion": seen})
    async with unchanged(app.house.db):
        answer = await phone.change("updateProfile", {"presentEmployer": {"proposedName": "こもれび"}, "expectedVersion": seen}, UPDATED)
    assert answer["fields"] == ["presentEmployer"]
