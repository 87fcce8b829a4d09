"""A group's own page and its end, through the front door: who writes it, what is wrong with it, and what closing leaves."""

import pytest

from server.kit.actor import Level
from server.kit.ids import GroupId, global_id
from tests.factories.companies import make_company
from tests.factories.moderation import make_report
from tests.factories.opportunities import make_opportunity
from tests.schema.groups.house import Hall, refused, texts

PAGE = "name nameEn description originalDescription descriptionEn guidelines guidelinesHtml contact questions usualDays runBy recognition"
EDITED = f"... on GroupEdited {{ group {{ {PAGE} companies {{ name }} }} }}"
ENDED = "... on GroupEnded { group { state closedAt closingReason viewerMay viewerIsMember } viewer { roles { role } groups { name } } }"
REASON = "活動を終えることになりました。"


def page(hall: Hall, **changes: object) -> dict[str, object]:
    """What the group says from now on, with changes."""
    return {"group": hall.group, "texts": texts(), "questions": ["在籍していた時期と部署を教えてください。"]} | changes


@pytest.mark.parametrize("name", ["owner", "operator", "steward"])
async def test_who_runs_a_group_writes_its_page(hall: Hall, name: str) -> None:
    """Guests read it at once; the deed is on the record."""
    answer = await hall.clients[name].change("editGroup", page(hall), EDITED)
    assert answer["__typename"] == "GroupEdited", answer
    read = await hall.app.guest().ask(f'{{ group(slug: "hidamari") {{ {PAGE} }} }}')
    assert read["group"]["guidelinesHtml"] == "<p>おたがいの<strong>経験</strong>を大切にします。</p>\n"
    assert read["group"]["questions"] == ["在籍していた時期と部署を教えてください。"]
    assert (read["group"]["name"], read["group"]["usualDays"], read["group"]["contact"]) == (
        "こもれび製作所アルムナイ",
        3,
        "alumni@komorebi.example",
    )
    renamed = "ひだまり電機アルムナイ → こもれび製作所アルムナイ / Komorebi alumni"
    assert await hall.trail() == [(name, "edit_group", None), (name, "rename_group", renamed)]
    await hall.clients[name].change("editGroup", page(hall), EDITED)
    assert (await hall.trail())[2:] == [(name, "edit_group", None)]


async def test_a_deputy_decides_and_does_not_write(hall: Hall) -> None:
    """Neither does a member or the company's contact."""
    assert await refused(hall, "deputy", "editGroup", page(hall)) == "RunnersOnly"
    for name in ("member", "contact", "newcomer"):
        assert await refused(hall, name, "editGroup", page(hall)) == "NotAnOperator"


async def test_what_is_wrong_with_a_page_is_named(hall: Hall) -> None:
    """Names, lengths, and five questions at most."""
    assert await refused(hall, "owner", "editGroup", page(hall, texts=texts(name=" "))) == "Missing"
    assert await refused(hall, "owner", "editGroup", page(hall, texts=texts(contact="あ" * 201))) == "TooLong"
    assert await refused(hall, "owner", "editGroup", page(hall, texts=texts(usualDays=31))) == "DaysOutOfRange"
    assert await refused(hall, "owner", "editGroup", page(hall, questions=[f"{number}?" for number in range(6)])) == "TooMany"
    assert await refused(hall, "owner", "editGroup", page(hall, questions=["あ" * 201])) == "TooLong"


async def test_only_stewards_change_whose_alumni_it_gathers(hall: Hall) -> None:
    """The same companies again are no change."""
    async with hall.app.house.db.transaction() as session:
        other = global_id("Company", (await make_company(session, "ひだまり商事")).id)
    own = (await hall.owner.ask('{ group(slug: "hidamari") { companies { id } } }'))["group"]["companies"][0]["id"]
    assert (await hall.owner.change("editGroup", page(hall, companies=[own]), EDITED))["__typename"] == "GroupEdited"
    assert await refused(hall, "owner", "editGroup", page(hall, companies=[own, other])) == "StewardsPick"
    answer = await hall.steward.change("editGroup", page(hall, companies=[own, other]), EDITED)
    assert {each["name"] for each in answer["group"]["companies"]} == {"ひだまり電機", "ひだまり商事"}


@pytest.mark.parametrize("axis", [{"recognition": "OFFICIAL"}, {"runBy": "COMPANY"}])
async def test_only_stewards_change_its_axes(hall: Hall, axis: dict[str, str]) -> None:
    """What a steward has looked at stays as it is; they themselves may change it."""
    given = page(hall, texts=texts(**axis))
    for name in ("owner", "operator"):
        assert await refused(hall, name, "editGroup", given) == "StewardsPick"
    answer = await hall.steward.change("editGroup", given, EDITED)
    assert axis.items() <= answer["group"].items(), answer


async def test_closing_ends_everything_in_the_group(hall: Hall) -> None:
    """Who belonged is told once; who had applied reads why; roles are gone, and what waited is the stewards'."""
    async with hall.app.house.db.transaction() as session:
        group = GroupId(hall.group_id)
        post = await make_opportunity(session, hall.members["member"], audience=Level.CHOSEN_GROUPS, groups=[group])
        report = await make_report(session, hall.members["deputy"], post, group=group, about=hall.members["member"])
    questions = (await hall.applicant.ask('{ group(slug: "hidamari") { questions } }'))["group"]["questions"]
    assert questions == []
    await hall.applicant.change("applyToGroup", {"group": hall.group, "answers": []})
    answer = await hall.owner.change("closeGroup", {"group": hall.group, "reason": REASON}, ENDED)
    assert answer["viewer"] == {"roles": [], "groups": []}
    assert (answer["group"]["state"], answer["group"]["closingReason"], answer["group"]["viewerMay"]) == ("CLOSED", REASON, [])
    told = {"__typename": "GroupClosed", "group": {"name": "ひだまり電機アルムナイ", "closingReason": REASON}}
    for name in ("member", "owner", "deputy"):
        assert await hall.told(name) == [told]
    assert await hall.roles() == {}
    assert await hall.trail() == [("owner", "close_group", REASON)]
    kinds = {item["__typename"] for item in await hall.waiting("steward")}
    assert "ReportToDecide" in kinds
    assert await hall.waiting("owner") == []
    listed = "{ groups(first: 100) { edges { node { slug } } } }"
    assert "hidamari" not in [edge["node"]["slug"] for edge in (await hall.app.guest().ask(listed))["groups"]["edges"]]
    assert report


async def test_an_application_to_a_closed_group_ends_with_that_reason(hall: Hall) -> None:
    """In the applicant's language, and in the name of nobody."""
    await hall.applicant.change("applyToGroup", {"group": hall.group, "answers": []})
    await hall.owner.change("closeGroup", {"group": hall.group, "reason": REASON}, ENDED)
    own = '{ group(slug: "hidamari") { viewerApplication { state reason } } }'
    application = (await hall.applicant.ask(own))["group"]["viewerApplication"]
    assert application["state"] == "DECLINED"
    assert application["reason"].startswith("グループが活動を終えたため")


async def test_a_post_in_a_closed_group_keeps_its_author_alone(hall: Hall) -> None:
    """Its audience were the group's members, and nobody is one any more."""
    async with hall.app.house.db.transaction() as session:
        post = await make_opportunity(session, hall.members["member"], audience=Level.CHOSEN_GROUPS, groups=[GroupId(hall.group_id)])
    asked = ("query P($id: ID!) { opportunity(id: $id) { id } }", {"id": global_id("Opportunity", post)})
    assert (await hall.deputy.ask(*asked))["opportunity"] is not None
    await hall.owner.change("closeGroup", {"group": hall.group, "reason": REASON}, ENDED)
    assert [(await hall.clients[name].ask(*asked))["opportunity"] is None for name in ("member", "steward", "deputy", "operator")] == [
        False,
        False,
        True,
        True,
    ]


async def test_who_may_close_a_group(hall: Hall) -> None:
    """Its owner, or a steward, once, with a reason."""
    given = {"group": hall.group, "reason": REASON}
    for name in ("operator", "deputy"):
        assert await refused(hall, name, "closeGroup", given) == "OwnersOnly"
    assert await refused(hall, "contact", "closeGroup", given) == "NotAnOperator"
    assert await refused(hall, "owner", "closeGroup", given | {"reason": " "}) == "Missing"
    await hall.steward.change("closeGroup", given, ENDED)
    assert await refused(hall, "steward", "closeGroup", given) == "GroupNotOpen"
    assert await refused(hall, "steward", "editGroup", page(hall)) == "GroupNotOpen"
    assert await refused(hall, "steward", "grantRole", hall.role("member", "OWNER")) == "GroupNotOpen"
    assert await refused(hall, "member", "applyToGroup", {"group": hall.group, "answers": []}) in {"NotThere", "GroupNotOpen"}
