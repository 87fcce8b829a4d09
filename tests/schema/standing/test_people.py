"""Saving a filter over people: by verified members, without words, and told by a mail a week alone."""

from server.kit.ids import CompanyId, global_id
from tests.factories.companies import make_company
from tests.schema.opportunities.asking import Stage
from tests.schema.standing.saving import a_search, kept, refused

FIELDS = "standingQuery { id about name channel paused filter { text kinds companies { name } skills { name } verification } }"


async def test_a_search_for_people_is_saved_and_changed(stage: Stage) -> None:
    """Weekly, whatever else there is; what was there before comes with the list."""
    async with stage.app.house.db.transaction() as session:
        company = global_id("Company", CompanyId((await make_company(session, "こもれび製作所")).id))
    given = {"name": "こもれびの方", "filter": {"companies": [company], "verification": "OPERATOR"}}
    answer = await stage.other.change("savePeopleQuery", given, f"... on StandingQuerySaved {{ {FIELDS} }}")
    row = answer["standingQuery"]
    filter_ = {"text": None, "kinds": [], "companies": [{"name": "こもれび製作所"}], "skills": [], "verification": "OPERATOR"}
    said = {"about": "PEOPLE", "name": "こもれびの方", "channel": "WEEKLY", "paused": False, "filter": filter_}
    assert row == {"id": row["id"]} | said
    assert [each["id"] for each in await kept(stage.other)] == [row["id"]]
    changed = {"standingQuery": row["id"], "name": "確認された方", "filter": {"verification": "COMPANY"}}
    answer = await stage.other.change("editPeopleQuery", changed, f"... on StandingQueryEdited {{ {FIELDS} }}")
    assert answer["standingQuery"]["filter"] == filter_ | {"companies": [], "verification": "COMPANY"}
    for mutation, success in (("pause", "Paused"), ("resume", "Resumed")):
        answer = await stage.other.change(
            f"{mutation}StandingQuery", {"standingQuery": row["id"]}, f"... on StandingQuery{success} {{ {FIELDS} }}"
        )
        assert answer["standingQuery"]["paused"] is (mutation == "pause")
    # One over people cannot become one over posts, with words and at once.
    answer = await refused(stage, stage.other, "editStandingQuery", a_search(standingQuery=row["id"]))
    assert answer["code"] == "NotThere"


async def test_what_cannot_be_saved_of_people(stage: Stage) -> None:
    """By newcomers, who see nobody; a filter that asks for nothing; a company that is none; somebody else's."""
    given = {"name": "方", "filter": {"verification": "OPERATOR"}}
    assert (await refused(stage, stage.newcomer, "savePeopleQuery", given))["code"] == "NotVerified"
    assert (await refused(stage, stage.app.guest(), "savePeopleQuery", given))["code"] == "NotSignedIn"
    assert (await refused(stage, stage.other, "savePeopleQuery", given | {"filter": {}}))["code"] == "NothingAsked"
    nowhere = given | {"filter": {"companies": ["nowhere"]}}
    assert (await refused(stage, stage.other, "savePeopleQuery", nowhere))["code"] == "UnknownCompany"
    assert (await refused(stage, stage.other, "savePeopleQuery", given | {"name": ""}))["code"] == "Missing"
    saved = await stage.other.change("savePeopleQuery", given, f"... on StandingQuerySaved {{ {FIELDS} }}")
    row = saved["standingQuery"]["id"]
    assert (await refused(stage, stage.author, "editPeopleQuery", given | {"standingQuery": row}))["code"] == "NotThere"


async def test_whatever_the_page_narrows_by_is_saved_and_nothing_in_words(stage: Stage) -> None:
    """Each value by itself asks for something; a code of no list could be a name, and is refused."""
    told = "filter { places { code name } languages { code name } availability withMe }"
    success = f"... on StandingQuerySaved {{ standingQuery {{ id {told} }} }}"
    wanted = {"places": ["JP-13"], "languages": ["en"], "availability": ["NOW", "TALK"], "withMe": True}
    answer = await stage.other.change("savePeopleQuery", {"name": "方", "filter": wanted}, success)
    assert answer["standingQuery"]["filter"] == {
        "places": [{"code": "JP-13", "name": "東京都"}],
        "languages": [{"code": "en", "name": "英語"}],
        "availability": ["NOW", "TALK"],
        "withMe": True,
    }
    for name, value in wanted.items():
        alone = await stage.other.change("savePeopleQuery", {"name": "方", "filter": {name: value}}, success)
        assert alone["__typename"] == "StandingQuerySaved", name
    assert (await refused(stage, stage.other, "savePeopleQuery", {"name": "方", "filter": {"withMe": False}}))["code"] == "NothingAsked"
    for field, code in (("places", "UnknownPlace"), ("languages", "UnknownLanguage")):
        answer = await refused(stage, stage.other, "savePeopleQuery", {"name": "方", "filter": {field: ["髙橋 悠"]}})
        assert (answer["code"], answer["field"]) == (code, f"filter.{field}")
