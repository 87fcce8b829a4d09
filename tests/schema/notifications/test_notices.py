"""Notices through the front door: one's own, newest first, until they are read; what is gone is told without its thing."""

from sqlalchemy import delete

from server.kit.ids import AffiliationId, MemberId, OpportunityId, global_id, uuid7
from server.notifications.commands import write_notice
from server.opportunities.events import OpportunityHidden
from server.opportunities.model import Opportunity
from server.people.events import AffiliationConfirmed
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.running import Application
from tests.support.unchanged import unchanged

NOTICES = """query Notices($first: Int!, $after: String) { viewer { unread { notices } notices(first: $first, after: $after) {
  pageInfo { hasNextPage endCursor }
  edges { node { id read about { __typename ... on OpportunityHidden { opportunity { id } reason } } } }
} } }"""
READ = "... on NoticesRead { viewer { unread { notices } notices(first: 10) { edges { node { read } } } } }"


async def hide(app: Application, member: MemberId, post: OpportunityId, key: str) -> None:
    """Tell the member that their post was hidden."""
    async with app.house.db.transaction() as session:
        await write_notice(session, member, OpportunityHidden(opportunity_id=post, author_id=member, group_id=None), key)


async def test_notices_in_pages_until_they_are_read(app: Application) -> None:
    """Marking them read twice changes nothing more; another member's are untouched and unseen."""
    async with app.house.db.transaction() as session:
        one, other = await make_member(session), await make_member(session)
        posts = {member: await make_opportunity(session, member) for member in (one, other)}
    for member in (one, other):
        for number in range(3):
            await hide(app, member, posts[member], f"job:{number}")
    mine, theirs = await app.as_member(one), await app.as_member(other)
    viewer = (await mine.ask(NOTICES, {"first": 2}))["viewer"]
    rest = (await mine.ask(NOTICES, {"first": 2, "after": viewer["notices"]["pageInfo"]["endCursor"]}))["viewer"]
    nodes = [edge["node"] for page in (viewer, rest) for edge in page["notices"]["edges"]]
    assert (viewer["unread"]["notices"], len({node["id"] for node in nodes})) == (3, 3)
    assert {node["about"]["opportunity"]["id"] for node in nodes} == {global_id("Opportunity", posts[one])}
    node = "query Node($id: ID!) { node(id: $id) { id } }"
    assert (await theirs.ask(node, {"id": nodes[0]["id"]}))["node"] is None
    for _ in range(2):
        answer = await mine.change("markNoticesRead", {"clientMutationId": "read-read"}, READ)
        assert answer["viewer"]["unread"]["notices"] == 0
        assert [edge["node"]["read"] for edge in answer["viewer"]["notices"]["edges"]] == [True] * 3
    assert (await theirs.ask(NOTICES, {"first": 10}))["viewer"]["unread"]["notices"] == 3


async def test_a_notice_about_what_is_gone_stays_without_it(app: Application) -> None:
    """A deleted post, an affiliation that was taken back."""
    async with app.house.db.transaction() as session:
        member = await make_member(session)
        post = await make_opportunity(session, member)
        event = AffiliationConfirmed(affiliation_id=AffiliationId(uuid7()), member_id=member, group_id=None, decided_by=member)
        await write_notice(session, member, event, "job:confirmed")
    await hide(app, member, post, "job:hidden")
    async with app.house.db.transaction() as session:
        await session.execute(delete(Opportunity).where(Opportunity.id == post))
    client = await app.as_member(member)
    edges = (await client.ask(NOTICES, {"first": 10}))["viewer"]["notices"]["edges"]
    assert [edge["node"]["about"] for edge in edges] == [None, None]


async def test_a_guest_reads_no_notices(app: Application) -> None:
    """In both languages, and a bad page is refused."""
    guest = app.guest()
    async with unchanged(app.house.db):
        sentences = set()
        for guest.language in ("ja", "en"):
            answer = await guest.change("markNoticesRead", {})
            assert (answer["__typename"], answer["code"]) == ("NotAllowed", "NotSignedIn")
            sentences.add(answer["message"])
    assert len(sentences) == 2
    async with app.house.db.transaction() as session:
        member = await make_member(session)
    client = await app.as_member(member)
    answer = await client.answer(NOTICES, {"first": 101})
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["BadPage"]
