"""Filing a report through the front door: into whose queue it goes, and what cannot be reported."""

import pytest

from server.kit.ids import OpportunityId, global_id, uuid7
from server.kit.limits import Limits
from server.kit.settings import Settings
from tests.factories.conversations import make_conversation
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.schema.moderation.desk import FILED, QUEUE, Desk, a_report, filed, problem, refused
from tests.support.running import running


async def waiting(desk: Desk) -> tuple[int, int, int]:
    """How much waits for an operator of the group, one of another group, and a steward."""
    clients = (desk.operator, desk.outsider, desk.steward)
    counts = [(await client.ask("{ viewer { unread { queue } } }"))["viewer"]["unread"]["queue"] for client in clients]
    return counts[0], counts[1], counts[2]


async def test_a_post_in_a_group_goes_to_its_operators(desk: Desk) -> None:
    """With its note; one's own report can be read again, and says who decides."""
    report = await filed(desk.reader, desk.post, note="  勧誘のように見えます。 ")
    assert (report["note"], report["reason"], report["decision"]) == ("勧誘のように見えます。", "SOLICITATION", None)
    assert (report["group"], report["opportunity"], report["person"]) == ({"id": desk.group}, {"id": desk.post}, {"name": "髙橋 悠"})
    assert await waiting(desk) == (1, 0, 0)
    node = "query Node($id: ID!) { node(id: $id) { id } }"
    seen = [(await client.ask(node, {"id": report["id"]}))["node"] for client in (desk.reader, desk.operator, desk.steward)]
    unseen = [(await client.ask(node, {"id": report["id"]}))["node"] for client in (desk.author, desk.outsider, desk.app.guest())]
    assert (seen, unseen) == ([{"id": report["id"]}] * 3, [None] * 3)


async def test_a_person_a_conversation_and_a_post_for_everyone_go_to_the_stewards(desk: Desk) -> None:
    """Of a conversation goes what the reporter chose to show, and no more."""
    async with desk.app.house.db.transaction() as session:
        talk = await make_conversation(session, desk.reader_id, desk.author_id, [(desk.author_id, "一言め"), (desk.author_id, "二言め")])
        public = await make_opportunity(session, desk.author_id)
    person = await filed(desk.reader, global_id("Person", desk.author_id), "MEMBER")
    talked = await filed(desk.reader, global_id("Conversation", talk), "CONVERSATION", excerpt="一言め")
    posted = await filed(desk.reader, global_id("Opportunity", public))
    assert [report["group"] for report in (person, talked, posted)] == [None] * 3
    assert (talked["excerpt"], talked["person"], talked["opportunity"]) == ("一言め", {"name": "髙橋 悠"}, None)
    assert await waiting(desk) == (0, 0, 3)


async def test_one_open_report_about_one_thing(desk: Desk) -> None:
    """Sent again with the same key it is the same one; a second one is refused while the first is open."""
    first = await filed(desk.reader, desk.post, clientMutationId="report-report")
    assert await filed(desk.reader, desk.post, clientMutationId="report-report") == first
    assert await refused(desk, desk.reader, "fileReport", a_report(desk.post)) == problem("Conflict", "AlreadyReported")
    await desk.operator.change("dismissReport", {"report": first["id"], "reason": "問題は見当たりませんでした。"})
    assert (await filed(desk.reader, desk.post))["id"] != first["id"]


async def test_what_one_does_not_see_cannot_be_reported(desk: Desk) -> None:
    """It looks the same as what is not there."""
    async with desk.app.house.db.transaction() as session:
        hidden = await make_member(session, "新人 空", verified=False)
        talk = await make_conversation(session, desk.author_id, desk.operator_id)
    unseen = [
        (desk.outsider, a_report(desk.post)),
        (desk.reader, a_report(global_id("Opportunity", uuid7()))),
        (desk.reader, a_report(global_id("Person", desk.author_id))),
        (desk.reader, a_report("nonsense")),
        (desk.reader, a_report(global_id("Person", hidden), "MEMBER")),
        (desk.reader, a_report(global_id("Conversation", talk), "CONVERSATION")),
    ]
    for client, given in unseen:
        assert await refused(desk, client, "fileReport", given) == problem("NotFound", "NotThere"), given


async def test_what_a_report_cannot_say(desk: Desk) -> None:
    """Each refusal names its field."""
    long = problem("Invalid", "TooLong", field="note")
    assert await refused(desk, desk.reader, "fileReport", a_report(desk.post, note="あ" * 1001)) == long
    shown = problem("Invalid", "ExcerptNotAsked", field="excerpt")
    assert await refused(desk, desk.reader, "fileReport", a_report(desk.post, excerpt="一言")) == shown
    own = problem("NotAllowed", "AboutOneself")
    assert await refused(desk, desk.author, "fileReport", a_report(desk.post)) == own
    assert await refused(desk, desk.author, "fileReport", a_report(global_id("Person", desk.author_id), "MEMBER")) == own
    assert await refused(desk, desk.app.guest(), "fileReport", a_report(desk.post)) == problem("NotAllowed", "NotSignedIn")


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_reports_have_a_limit(database_url: str, language: str) -> None:
    """It says when to come back; what was reported before stays."""
    limits = Limits({"report.file": "1/30minutes"})
    async with running(database_url, Settings(_env_file=None), limits=limits) as app:
        async with app.house.db.transaction() as session:
            author, reader, steward = await make_member(session), await make_member(session), await make_member(session, is_steward=True)
            posts = [OpportunityId(await make_opportunity(session, author)) for _ in range(2)]
        client = await app.as_member(reader, language)
        await filed(client, global_id("Opportunity", posts[0]))
        answer = await client.change("fileReport", a_report(global_id("Opportunity", posts[1])), FILED)
        assert (answer["__typename"], answer["code"]) == ("TooMany", "TooOften")
        assert 0 < answer["retryAfterSeconds"] <= 1800
        assert str(-(-answer["retryAfterSeconds"] // 60)) in answer["message"]
        desk = await app.as_member(steward)
        assert (await desk.ask(QUEUE, {"first": 5}))["viewer"]["queue"]["totalCount"] == 1
