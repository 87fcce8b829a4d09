"""Lists, searches, forms and reach through the front door; what they cost does not grow with their length."""

from datetime import timedelta
from typing import Any

from server.kit.actor import Level
from server.kit.clock import today
from server.kit.ids import MemberId, OpportunityId, global_id, uuid7
from server.opportunities.rules import Kind
from server.people.commands import ensure_skills
from tests.factories.opportunities import CONTRACT_TERMS, make_opportunity
from tests.factories.people import make_member, settle
from tests.house.statements import counted
from tests.schema.opportunities.asking import Stage, a_post, posted, refused, responded

LIST = """
query List($filter: OpportunityFilter, $order: OpportunityOrder, $first: Int!, $after: String) {
  opportunities(filter: $filter, order: $order, first: $first, after: $after) {
    totalCount dropped liveCursor pageInfo { hasNextPage endCursor }
    facets { kinds { kind count } skills { skill { name } count } }
    edges { cursor highlights { field segments { text marked } } node {
      id title kind author { name } authorCompanies { name } skills { name } groups { name } onBehalfOf pay
      recruiterContact viewerMayRespond viewerResponse { id } fits hidden { reason } terms { key }
    } }
  }
}"""
FORM = """
query Form($kind: OpportunityKind!, $direction: Direction!) { termsForm(kind: $kind, direction: $direction) {
  key label hint required type choices { value label } when { key value }
} }"""


async def listing(client: Any, first: int = 20, after: str | None = None, order: str | None = None, **wanted: Any) -> dict[str, Any]:
    """A page of a list."""
    found = await client.ask(LIST, {"first": first, "after": after, "order": order, "filter": wanted or None})
    return found["opportunities"]


def titles(found: dict[str, Any]) -> list[str]:
    """The titles on a page."""
    return [edge["node"]["title"] for edge in found["edges"]]


async def fill(stage: Stage, count: int, author: MemberId | None = None) -> list[OpportunityId]:
    """That many posts with everything on them."""
    async with stage.app.house.db.transaction() as session:
        skills = await ensure_skills(session, ["物流", "広報"])
        return [
            await make_opportunity(
                session,
                author or await make_member(session),
                title=f"{number}つめ",
                kind=Kind.CONTRACT,
                terms=CONTRACT_TERMS,
                audience=Level.CHOSEN_GROUPS if author else Level.ANYONE,
                groups=[stage.group] if author else [],
                skills=skills,
                last_day=today() + timedelta(days=count - number),
            )
            for number in range(count)
        ]


async def test_a_list_goes_on_where_it_ended(stage: Stage) -> None:
    """In either order, to its end; a cursor from elsewhere is refused."""
    await fill(stage, 5)
    for order, expected in (("NEWEST", [4, 3, 2, 1, 0]), ("CLOSING_SOON", [4, 3, 2, 1, 0]), (None, [4, 3, 2, 1, 0])):
        seen: list[str] = []
        page: dict[str, Any] = {"pageInfo": {"hasNextPage": True, "endCursor": None}}
        while page["pageInfo"]["hasNextPage"]:
            page = await listing(stage.other, first=2, after=page["pageInfo"]["endCursor"], order=order)
            assert page["totalCount"] == 5
            seen += titles(page)
        assert seen == [f"{number}つめ" for number in expected]
    for wrong in ({"first": 0}, {"first": 101}, {"first": 2, "after": "nonsense"}):
        answer = await stage.other.answer(LIST, wrong)
        assert answer["data"] is None
        assert answer["errors"][0]["extensions"]["code"] == "BadPage"


async def test_words_find_and_mark_what_was_just_posted(stage: Stage) -> None:
    """Once the job that follows the post has run; edited, closed and hidden posts follow, too."""
    post = await posted(stage.author, title="配送計画の相談", body="**量子コンピューター**で最適な経路を探します。")
    await posted(stage.author, title="べつの相談")
    await stage.app.drain()
    found = await listing(stage.other, text="量子")
    assert (titles(found), found["totalCount"], found["dropped"]) == (["配送計画の相談"], 1, [])
    [marked] = found["edges"][0]["highlights"]
    assert marked["field"] == "body"
    assert {"text": "量子", "marked": True} in marked["segments"]
    assert found["facets"]["kinds"] == [{"kind": "CONTRACT", "count": 1}]
    by_author = await listing(stage.other, text="髙橋")
    assert by_author["totalCount"] == 2
    beside = await listing(stage.other, text="量子 ありえないことば")
    assert (titles(beside), beside["dropped"]) == (["配送計画の相談"], ["ありえないことば"])
    await stage.author.change("closeOpportunity", {"opportunity": post, "reason": "FOUND"})
    assert titles(await listing(stage.other, text="量子")) == []


async def test_a_filter_keeps_what_it_names(stage: Stage) -> None:
    """An id that can name nothing asks for what nobody has."""
    await posted(stage.author, title="遠くからでも", remote=True)
    await posted(stage.author, title="現地で", remote=False, skills=["撮影"])
    skill = (await stage.other.ask('{ skills(text: "撮影", first: 1) { edges { node { id } } } }'))["skills"]["edges"][0]["node"]["id"]
    company = (await stage.other.ask('{ companies(text: "ひだまり電機", first: 1) { edges { node { id } } } }'))["companies"]
    known = company["edges"][0]["node"]["id"]
    for wanted, expected in (
        ({"remote": True}, ["遠くからでも"]),
        ({"remote": False}, ["現地で"]),
        ({"skills": [skill]}, ["現地で"]),
        ({"companies": [known]}, ["現地で", "遠くからでも"]),
        ({"companies": [global_id("Company", uuid7())]}, []),
        ({"skills": ["nonsense"]}, []),
        ({"kinds": ["CONTRACT"], "directions": ["SEEKING"]}, ["現地で", "遠くからでも"]),
        ({"kinds": ["VENUE"]}, []),
    ):
        assert titles(await listing(stage.other, **wanted)) == expected, wanted


async def test_a_guests_list_has_no_person_in_it(stage: Stage) -> None:
    """Public posts only; neither the author nor their company, nor by a filter."""
    await posted(stage.author, title="みんなへ", audience="ANYONE")
    await posted(stage.author, title="メンバーへ")
    guest = stage.app.guest()
    found = await listing(guest)
    [edge] = found["edges"]
    assert (edge["node"]["title"], edge["node"]["author"], edge["node"]["authorCompanies"]) == ("みんなへ", None, [])
    assert edge["node"]["onBehalfOf"] == CONTRACT_TERMS["recruiter_name"]
    company = (await guest.ask('{ companies(text: "ひだまり電機", first: 1) { edges { node { id } } } }'))["companies"]["edges"][0]
    assert (await listing(guest, companies=[company["node"]["id"]]))["totalCount"] == 0


async def test_a_longer_list_costs_no_more(stage: Stage) -> None:
    """Everything on every card, for twenty posts of twenty authors as for two."""
    await fill(stage, 20)
    await listing(stage.other, first=2)
    with counted() as few:
        assert len((await listing(stage.other, first=2))["edges"]) == 2
    with counted() as many:
        assert len((await listing(stage.other, first=20))["edges"]) == 20
    assert len(many) == len(few)


async def test_threads_cost_no_more(stage: Stage) -> None:
    """Nor does the list of everything that goes on."""
    for number in range(4):
        await responded(stage.other, await posted(stage.author, title=f"{number}つめ"))
    mine = """query Mine($first: Int!) { viewer { responses(first: $first) { totalCount edges { node {
        state viewerMay unread opportunity { title author { name } } responder { name } author { name } conversation { other { name } }
    } } } } }"""
    await stage.author.ask(mine, {"first": 1})
    with counted() as few:
        assert len((await stage.author.ask(mine, {"first": 1}))["viewer"]["responses"]["edges"]) == 1
    with counted() as many:
        assert len((await stage.author.ask(mine, {"first": 4}))["viewer"]["responses"]["edges"]) == 4
    assert len(many) == len(few)


async def test_the_form_of_a_kind(stage: Stage) -> None:
    """In the caller's language, with conditions, hints and choices; newcomers draft with it, guests do not."""
    given = {"kind": "SPEAKER", "direction": "SEEKING"}
    form = {field["key"]: field for field in (await stage.newcomer.ask(FORM, given))["termsForm"]}
    assert list(form) == ["when", "fee_terms", "fee", "travel"]
    assert form["fee_terms"]["choices"] == [{"value": "NONE", "label": "なし"}, {"value": "PAID", "label": "あり"}]
    assert (form["fee"]["when"], form["fee"]["hint"]) == ({"key": "fee_terms", "value": "PAID"}, "例：月20万円〜30万円（税別）")
    assert (form["travel"]["label"], form["travel"]["required"], form["travel"]["when"]) == ("交通費", True, None)
    stage.newcomer.language = "en"
    english = {field["key"]: field["label"] for field in (await stage.newcomer.ask(FORM, given))["termsForm"]}
    assert english["travel"] == "Travel"
    guest = await stage.app.guest().answer(FORM, given)
    assert guest["errors"][0]["extensions"]["code"] == "NotSignedIn"


async def test_how_many_a_post_can_reach(stage: Stage) -> None:
    """Before it is posted; in groups that are one's own."""
    reach = "query Reach($audience: Level!, $groups: [ID!]) { reach(audience: $audience, groups: $groups) { members exact } }"
    group = global_id("AlumniGroup", stage.group)
    assert (await stage.author.ask(reach, {"audience": "VERIFIED"}))["reach"] == {"members": 1, "exact": True}
    assert (await stage.author.ask(reach, {"audience": "SIGNED_IN"}))["reach"] == {"members": 2, "exact": True}
    assert (await stage.author.ask(reach, {"audience": "CHOSEN_GROUPS", "groups": [group]}))["reach"]["members"] == 0
    async with stage.app.house.db.transaction() as session:
        for _ in range(12):
            await make_member(session, company="ひだまり電機")
    for audience, groups in (("VERIFIED", None), ("CHOSEN_GROUPS", [group])):
        found = await stage.author.ask(reach, {"audience": audience, "groups": groups})
        assert found["reach"] == {"members": 10, "exact": False}
    assert (await stage.other.ask(reach, {"audience": "CHOSEN_GROUPS", "groups": [group, "nonsense"]}))["reach"]["members"] == 0


async def test_twenty_posts_a_day_are_enough(stage: Stage) -> None:
    """Caps are data; one too many says when to come back, and is not there. What was refused does not count."""
    async with stage.app.house.db.transaction() as session:
        await settle(session, stage.author_id)
    for number in range(3):
        await refused(stage, stage.author, "postOpportunity", a_post(title=""))
        await posted(stage.author, title=f"{number}つめ")
    for number in range(17):
        await posted(stage.author, title=f"さらに{number}")
    answer = await stage.author.change("postOpportunity", a_post())
    assert (answer["__typename"], answer["code"]) == ("TooMany", "TooOften")
    assert answer["retryAfterSeconds"] > 3600
    assert (await listing(stage.other))["totalCount"] == 20
