"""Applying to a group through the front door: with a tenure and answers, mended while it waits, asked back about, taken back."""

import pytest

from server.kit.ids import GroupId, global_id
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.schema.groups.door import ANSWERS, APPLICATION, ASKED, EDITED, MINE, OPENED, QUESTIONS, QUEUE, TENURE, Door, problem, seen


async def test_an_application_carries_its_answers_and_its_tenure(door: Door) -> None:
    """The applicant sees who decides; who decides sees everything, once: the tenure stands with the application."""
    application = await door.applied(door.newcomer)
    assert application["state"] == "WAITING"
    assert application["answers"] == [{"question": q, "answer": a} for q, a in zip(QUESTIONS, ANSWERS, strict=True)]
    assert application["decidedBy"] == application["group"]["name"] == "ひだまり電機アルムナイ"
    mine = (await door.newcomer.ask(MINE))["viewer"]
    assert (mine["applications"], mine["groups"]) == ([application], [])
    asked = f"query G($id: ID!) {{ node(id: $id) {{ ... on AlumniGroup {{ viewerApplication {{ {APPLICATION} }} viewerIsMember }} }} }}"
    assert (await door.newcomer.ask(asked, {"id": door.group}))["node"] == {"viewerApplication": application, "viewerIsMember": False}
    for client in (door.owner, door.operator, door.deputy):
        (edge,) = (await client.ask(QUEUE))["viewer"]["queue"]["edges"]
        assert edge["node"] == {
            "__typename": "ApplicationToDecide",
            "group": {"name": "ひだまり電機アルムナイ"},
            "person": {"name": "新人 空"},
            "application": application,
        }
    for client in (door.contact, door.outsider, door.stranger):
        assert (await client.ask(QUEUE))["viewer"]["queue"]["edges"] == []
        found = await client.ask("query N($id: ID!) { node(id: $id) { id } }", {"id": application["id"]})
        assert found == {"node": None}


async def test_who_is_confirmed_there_applies_without_telling_it_again(door: Door) -> None:
    """Their tenure is on record; the group is asked alone, and approves the membership alone."""
    async with door.app.house.db.transaction() as session:
        company = await make_company(session, "こもれび製作所")
        group = GroupId((await make_group(session, company, name="こもれび二の会")).id)
    answer = await door.stranger.change("applyToGroup", {"group": global_id("AlumniGroup", group), "answers": []}, OPENED)
    (affiliation,) = answer["application"]["affiliations"]
    assert (answer["application"]["state"], affiliation["state"]) == ("WAITING", "CONFIRMED")
    # Nobody decides in that group, so the stewards do, whoever confirmed the tenure.
    assert answer["application"]["decidedBy"] == "事務局"
    nodes = [edge["node"] for edge in (await door.steward.ask(QUEUE))["viewer"]["queue"]["edges"]]
    assert answer["application"]["id"] in [node["application"]["id"] for node in nodes if "application" in node]


async def test_answers_are_mended_and_a_question_back_is_answered(door: Door) -> None:
    """What was read before is another version from then on; nobody learns which volunteer asked."""
    application = await door.applied(door.newcomer)
    asked = await door.operator.change("askApplicant", {"application": application["id"], "question": "何年ごろの物流部ですか。"}, ASKED)
    assert asked["application"]["messages"] == [{"fromGroup": True, "body": "何年ごろの物流部ですか。"}]
    await door.app.drain()
    assert (await door.newcomer.ask(MINE))["viewer"]["unread"] == {"notices": 1}
    edit = {"application": application["id"], "answers": ["物流部の東京です。", "友人です。"], "reply": "2012年までです。"}
    edited = (await door.newcomer.change("editApplication", edit, EDITED))["application"]
    assert [each["answer"] for each in edited["answers"]] == edit["answers"]
    assert edited["messages"][1] == {"fromGroup": False, "body": "2012年までです。"}
    assert len({application["version"], asked["application"]["version"], edited["version"]}) == 3
    refusal = await door.refused(door.owner, "approveApplication", seen(application))
    assert refusal == problem("Conflict", "ApplicationChanged")
    await door.app.drain()
    notices = "{ viewer { notices(first: 5) { edges { node { about { __typename ... on ApplicantAsked { application { id } } } } } } } }"
    (edge,) = (await door.newcomer.ask(notices))["viewer"]["notices"]["edges"]
    assert edge["node"]["about"] == {"__typename": "ApplicantAsked", "application": {"id": application["id"]}}
    # Answered, it asks for nothing any more.
    assert (await door.newcomer.ask(MINE))["viewer"]["unread"] == {"notices": 0}


async def test_a_tenure_that_changed_is_another_application(door: Door) -> None:
    """Other months than were read."""
    application = await door.applied(door.newcomer)
    edit = {"affiliation": application["affiliations"][0]["id"], "tenure": TENURE | {"endedOn": "2016-03"}}
    assert (await door.newcomer.change("editAffiliation", edit))["__typename"] == "AffiliationEdited"
    assert await door.refused(door.owner, "declineApplication", seen(application, reason="時期が")) == problem(
        "Conflict", "ApplicationChanged"
    )


async def test_an_application_is_taken_back(door: Door) -> None:
    """The group reads it no longer; what the member told of their time waits by itself; they can apply again."""
    application = await door.applied(door.newcomer)
    left = await door.newcomer.change(
        "leaveGroup", {"group": door.group}, "... on GroupLeft { viewer { id } group { viewerApplication { state } } }"
    )
    assert left["group"] == {"viewerApplication": {"state": "WITHDRAWN"}}
    (edge,) = (await door.owner.ask(QUEUE))["viewer"]["queue"]["edges"]
    assert edge["node"] == {"__typename": "AffiliationToConfirm", "affiliation": {"id": application["affiliations"][0]["id"]}}
    assert await door.refused(door.owner, "approveApplication", seen(application)) == problem("NotFound", "NotThere")
    again = await door.applied(door.newcomer, affiliation=None)
    assert again["id"] != application["id"]
    (edge,) = (await door.owner.ask(QUEUE))["viewer"]["queue"]["edges"]
    assert edge["node"]["application"]["id"] == again["id"]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"answers": ["物流部です。"]}, problem("Invalid", "AnswersDoNotFit", field="answers")),
        ({"answers": ["物流部です。", " \n "]}, problem("Invalid", "Missing", field="answers.1")),
        ({"answers": ["物" * 1001, "友人です。"]}, problem("Invalid", "TooLong", field="answers.0")),
        ({"answers": ["物流部\u202eです。", "友人です。"]}, problem("Invalid", "UnreadableText", field="answers.0")),
        ({"affiliation": None}, problem("Invalid", "Missing", field="tenure")),
        ({"group": "gAAAAAAAAAAAAAAAAAAAAAA"}, problem("NotFound", "NotThere")),
        ({"joinLink": "no-such-token"}, problem("NotFound", "NotThere")),
        ({"joinLink": "とびら"}, problem("NotFound", "NotThere")),
    ],
)
async def test_what_is_wrong_is_said_and_loses_nothing(door: Door, changes: dict[str, object], refusal: dict[str, str]) -> None:
    given = door.applying(**changes)
    answer = await door.refused(door.newcomer, "applyToGroup", given)
    assert answer == refusal


async def test_a_tenure_elsewhere_is_no_ground(door: Door) -> None:
    """The group gathers the alumni of its companies."""
    async with door.app.house.db.read() as session:
        other = global_id("Company", (await make_company(session, "こもれび製作所")).id)
    given = door.applying(affiliation={"company": {"id": other}, "tenure": TENURE})
    assert await door.refused(door.app.guest(), "applyToGroup", given) == problem("NotAllowed", "NotSignedIn")
    answer = await door.refused(door.steward, "applyToGroup", given)
    assert answer == problem("Invalid", "OfAnotherCompany", field="company")


async def test_nobody_applies_twice(door: Door) -> None:
    """While it waits, and once one belongs; nobody leaves where they are not."""
    await door.applied(door.newcomer)
    assert await door.refused(door.newcomer, "applyToGroup", door.applying()) == problem("Conflict", "AlreadyApplied")
    assert await door.refused(door.owner, "applyToGroup", door.applying()) == problem("Conflict", "AlreadyInGroup")
    assert await door.refused(door.stranger, "leaveGroup", {"group": door.group}) == problem("Conflict", "NotApplied")
    assert await door.refused(door.owner, "leaveGroup", {"group": door.group}) == problem("Conflict", "HoldsRole")


async def test_an_application_is_edited_by_its_member_alone_and_while_it_waits(door: Door) -> None:
    """Others meet nothing; what was decided stays."""
    application = await door.applied(door.newcomer)
    edit = {"application": application["id"], "reply": "はい。"}
    # What nobody asked is no reply.
    assert await door.refused(door.newcomer, "editApplication", edit) == problem("Conflict", "NothingAsked")
    for client in (door.owner, door.stranger, door.steward):
        assert await door.refused(client, "editApplication", edit) == problem("NotFound", "NotThere")
    await door.owner.change("approveApplication", seen(application))
    assert await door.refused(door.newcomer, "editApplication", edit) == problem("Conflict", "ApplicationOver")


async def test_only_so_much_is_said_about_one_application(door: Door) -> None:
    """Twenty times; then a decision is due."""
    application = await door.applied(door.newcomer)
    for _ in range(20):
        answer = await door.owner.change("askApplicant", {"application": application["id"], "question": "もう一度うかがいます。"})
        assert answer["__typename"] == "ApplicantAsked"
    given = {"application": application["id"], "question": "もう一度うかがいます。"}
    assert await door.refused(door.owner, "askApplicant", given) == problem("Conflict", "EnoughSaid")
