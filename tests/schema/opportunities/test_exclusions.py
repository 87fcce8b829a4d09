"""A post that its author hides from a company or a member, through the front door: met nowhere, and nobody but its author is told why."""

from dataclasses import dataclass
from typing import Any

import pytest

from server.companies.reads import company_named
from server.kit.ids import CompanyId, MemberId, global_id, parse, uuid7
from server.moderation.commands import Merging, merge_companies
from server.opportunities.rules import FEWEST, MOST_EXCLUDED, ROOM
from tests.factories.companies import make_company
from tests.factories.people import act_as, employ, make_block, make_member
from tests.schema.opportunities.asking import Given, Stage, a_post, an_edit, posted, refused, responded, stepped
from tests.schema.opportunities.test_labels import ALUM, FULL, alums, label, nameless
from tests.support.running import Client

MET = """
query Met($id: ID!, $author: ID!, $company: ID!) {
  opportunity(id: $id) { title } node(id: $id) { id } person(id: $author) { opportunities(first: 5) { edges { node { id } } } }
  opportunities(first: 5) { totalCount facets { kinds { count } skills { count } } edges { node { id } } }
  found: opportunities(first: 5, filter: {text: "配送計画"}) { totalCount facets { kinds { count } } }
  company(id: $company) { opportunities(first: 5) { edges { node { id } } } }
  viewer { fitting(first: 5) { edges { node { id } } } }
}"""
OWN = "query Own($id: ID!) { opportunity(id: $id) { exclusions { id company { name } person { name } } } }"


@dataclass(frozen=True, slots=True)
class Watched:
    """Who looks: somebody of the company, somebody who works there now, somebody named, and somebody whom nothing concerns."""

    company: str
    inside: Client
    employed: Client
    named: Client
    free: Client
    named_id: MemberId

    def hiding(self) -> Given:
        """From the company and from whom is named."""
        return {"companies": [self.company], "members": [global_id("Person", self.named_id)]}


@pytest.fixture
async def watched(stage: Stage) -> Watched:
    async with stage.app.house.db.transaction() as session:
        company = await make_company(session, "こもれび製作所")
        names = (("岡 蓮", company), ("森 楓", None), ("田中 湊", None))
        people = [await make_member(session, name, where, skills=["物流"]) for name, where in names]
        await employ(session, people[1], company)
    clients = [await stage.app.as_member(member) for member in people]
    return Watched(global_id("Company", company.id), *clients, free=stage.other, named_id=people[2])


async def meets(stage: Stage, client: Client, post: str) -> set[bool]:
    """Whether a post is met by its address, its author's page, a list, its counts, words, facets, its company's page, and what fits."""
    async with stage.app.house.db.read() as session:
        company = await company_named(session, "ひだまり電機")
    assert company is not None
    asked = {"id": post, "author": global_id("Person", stage.author_id), "company": global_id("Company", company.id)}
    found = await client.ask(MET, asked)
    lists = [found["person"]["opportunities"], found["opportunities"], found["company"]["opportunities"]]
    lists += [found["viewer"]["fitting"]] if client is not stage.other else []
    in_lists = {any(edge["node"]["id"] == post for edge in each["edges"]) for each in lists}
    counts = (found["opportunities"], found["found"])
    counted = {each["totalCount"] > 0 for each in counts} | {bool(each["facets"]["kinds"]) for each in counts}
    return in_lists | counted | {found["opportunity"] is not None, found["node"] is not None, bool(counts[0]["facets"]["skills"])}


async def exclusions(client: Client, post: str) -> list[str]:
    """The names of whom a post is hidden from, as the client reads them."""
    found = (await client.ask(OWN, {"id": post}))["opportunity"]
    return [(each["company"] or each["person"])["name"] for each in found["exclusions"]]


async def edited(client: Client, post: str, **changes: Any) -> None:
    """Edit a post."""
    answer = await client.change("editOpportunity", an_edit(post, **changes))
    assert answer["__typename"] == "OpportunityEdited", answer


async def test_a_post_is_hidden_from_a_company_and_from_a_member(stage: Stage, watched: Watched) -> None:
    """From who was there, works there or is named: in every place, at once and in the index; again for all once it is taken back."""
    post = await posted(stage.author, exclusions=watched.hiding())
    await stage.app.drain()
    assert await meets(stage, watched.free, post) == {True}
    for client in (watched.inside, watched.employed, watched.named):
        assert await meets(stage, client, post) == {False}
        answer = await refused(stage, client, "respondToOpportunity", {"opportunity": post, "note": "お話しできます。"})
        assert answer["code"] == "NotThere"
    await edited(stage.author, post)
    assert await exclusions(stage.author, post) == ["こもれび製作所", "田中 湊"]
    await edited(stage.author, post, exclusions={"companies": [], "members": []})
    await stage.app.drain()
    for client in (watched.free, watched.inside, watched.employed, watched.named):
        assert await meets(stage, client, post) == {True}


async def test_an_exclusion_set_after_the_page_was_opened(stage: Stage, watched: Watched) -> None:
    """Before any job has run, too."""
    post = await posted(stage.author)
    await stage.app.drain()
    assert await meets(stage, watched.inside, post) == {True}
    await edited(stage.author, post, exclusions=watched.hiding())
    for client in (watched.inside, watched.employed, watched.named):
        assert await meets(stage, client, post) == {False}
    assert await meets(stage, watched.free, post) == {True}


async def test_only_the_author_reads_from_whom_it_is_hidden(stage: Stage, watched: Watched) -> None:
    """Not a reader, not a steward; and how many could see it stays the same number, which would tell where somebody works."""
    reach = "{ reach(audience: VERIFIED) { members exact } }"
    before = await stage.author.ask(reach)
    post = await posted(stage.author, exclusions=watched.hiding())
    assert await stage.author.ask(reach) == before
    async with stage.app.house.db.transaction() as session:
        steward = await make_member(session, "事務 花", is_steward=True)
    assert await exclusions(stage.author, post) == ["こもれび製作所", "田中 湊"]
    for client in (watched.free, await stage.app.as_member(steward)):
        assert await exclusions(client, post) == []
    viewed = "query V($company: ID) { viewAs(company: $company) { opportunities { seen } } }"
    assert (await stage.author.ask(viewed, {"company": watched.company}))["viewAs"]["opportunities"] == [{"seen": False}]
    async with stage.app.house.db.transaction() as session:
        await make_block(session, watched.named_id, stage.author_id)
    found = (await stage.author.ask(OWN, {"id": post}))["opportunity"]["exclusions"]
    assert found[1] == {"id": global_id("Person", watched.named_id), "company": None, "person": None}
    # Whom the author does not see any more can stay.
    await edited(stage.author, post, exclusions=watched.hiding())
    await edited(stage.author, post, exclusions={"companies": [], "members": []})
    answer = await stage.author.change("editOpportunity", an_edit(post, exclusions=watched.hiding()))
    assert answer["code"] == "UnknownMember"


async def test_whom_a_post_cannot_be_hidden_from(stage: Stage, watched: Watched) -> None:
    """What is no company, whom one does not see, oneself, too many: when posting and when editing, and nothing is written."""
    post = await posted(stage.author, exclusions=watched.hiding())
    people, companies = [global_id("Person", uuid7()) for _ in range(MOST_EXCLUDED + 1)], [global_id("Company", uuid7()) for _ in range(21)]
    for field, ids, code in (
        ("companies", ["nonsense"], "UnknownCompany"),
        ("companies", companies[:1], "UnknownCompany"),
        ("companies", companies, "TooMany"),
        ("members", people[:1], "UnknownMember"),
        ("members", [watched.company], "UnknownMember"),
        ("members", [global_id("Person", stage.newcomer_id)], "UnknownMember"),
        ("members", people, "TooMany"),
        ("members", [global_id("Person", stage.author_id)], "OneselfExcluded"),
    ):
        given = {"companies": [], "members": []} | {field: ids}
        for mutation, sent in (("postOpportunity", a_post(exclusions=given)), ("editOpportunity", an_edit(post, exclusions=given))):
            answer = await refused(stage, stage.author, mutation, sent)
            assert answer["code"] == code, (field, answer)
            assert answer.get("field", f"exclusions.{field}") == f"exclusions.{field}"
    stranger = an_edit(post, exclusions={"companies": [], "members": []})
    assert (await refused(stage, watched.free, "editOpportunity", stranger))["code"] == "NotTheAuthor"
    assert await exclusions(stage.author, post) == ["こもれび製作所", "田中 湊"]


async def test_a_company_that_was_merged_while_the_form_was_open(stage: Stage, watched: Watched) -> None:
    """What stands follows the merge; what is sent with the old id is said of the other, once."""
    post = await posted(stage.author, exclusions=watched.hiding())
    async with stage.app.house.db.transaction() as session:
        into = await make_company(session, "こもれびグループ")
        actor = await act_as(session, await make_member(session, "事務 花", is_steward=True))
        old = CompanyId(parse("Company", watched.company))
        await merge_companies(session, actor, Merging(company_id=old, into_id=CompanyId(into.id), reason="同じ会社でした。"))
    for client in (watched.inside, watched.employed):
        assert await meets(stage, client, post) == {False}
    both = {"companies": [watched.company, global_id("Company", into.id)], "members": []}
    await edited(stage.author, post, exclusions=both)
    assert await exclusions(stage.author, post) == ["こもれびグループ"]
    await stage.app.drain()
    assert await meets(stage, watched.inside, post) == {False}
    assert await meets(stage, watched.named, post) == {True}


async def test_a_talk_that_goes_on_stays(stage: Stage, watched: Watched) -> None:
    """Who responded loses the post, and keeps the talk."""
    post = await posted(stage.author)
    response = await responded(watched.named, post)
    await stepped(stage.author, "takeUpTalk", response)
    await edited(stage.author, post, exclusions=watched.hiding())
    assert await meets(stage, watched.named, post) == {False}
    asked = "query R($id: ID!) { response(id: $id) { opportunity { id } author { name } conversation { id } viewerMay } }"
    mine = (await watched.named.ask(asked, {"id": response}))["response"]
    assert (mine["opportunity"], mine["author"]) == (None, {"name": "髙橋 悠"})
    sent = {"conversation": mine["conversation"]["id"], "body": "つづきをお話しできます。"}
    assert (await watched.named.change("sendMessage", sent))["__typename"] == "MessageSent"


async def test_a_label_is_given_among_those_who_can_respond(stage: Stage) -> None:
    """Whom the author has shut out is not counted, so that a new hand is told to say less."""
    people = await alums(stage.app.house.db, FEWEST + ROOM)
    away = {"companies": [], "members": [global_id("Person", people[0])]}
    responder = await stage.app.as_member(people[1])
    assert await label(stage.author, await nameless(responder, await posted(stage.author))) == FULL
    assert await label(stage.author, await nameless(responder, await posted(stage.author, exclusions=away))) == ALUM


async def test_shutting_somebody_out_tells_nothing_of_a_nameless_hand(stage: Stage) -> None:
    """Not whether it is theirs, and not who of those around it works at a company that nobody is shown."""
    people = await alums(stage.app.house.db, FEWEST + ROOM)
    async with stage.app.house.db.transaction() as session:
        employer = await make_company(session, "ひみつの勤務先")
        await employ(session, people[1], employer)
    post = await posted(stage.author)
    response = await nameless(await stage.app.as_member(people[0]), post)
    away = {"companies": [global_id("Company", employer.id)], "members": [global_id("Person", people[0])]}
    await edited(stage.author, post, exclusions=away)
    await stage.author.change("excludeCompany", {"company": away["companies"][0]})
    await stage.app.drain()
    assert await label(stage.author, response) == FULL
    assert (await stepped(stage.author, "takeUpTalk", response))["state"] == "TALKING"
