"""Who runs a group, through the front door: given, taken, handed over, laid down; on the record, told, and in force at once."""

import asyncio

import pytest

from server.kit.ids import GroupId, MemberId
from tests.factories.groups import make_role
from tests.schema.groups.house import GROUP, Hall, refused

GRANTED = f"... on RoleGranted {{ role {GROUP} }}"
TAKEN = f"... on RoleTaken {{ {GROUP} }}"
HANDED = f"... on GroupHandedOver {{ {GROUP} viewer {{ roles {{ role }} }} }}"
STEPPED = f"... on SteppedDown {{ {GROUP} viewer {{ roles {{ role }} groups {{ name }} }} }}"
REASON = "手伝ってもらえることになりました。"


async def grant(hall: Hall, name: str, role: str, by: str = "owner") -> None:
    """Give a role; it goes through."""
    answer = await hall.clients[by].change("grantRole", hall.role(name, role), GRANTED)
    assert (answer["__typename"], answer["role"]) == ("RoleGranted", role), answer


async def test_an_owner_gives_a_member_a_role(hall: Hall) -> None:
    """They may decide at once, are told in the group's name, and the reason is on the record."""
    await grant(hall, "member", "DEPUTY")
    assert (await hall.roles())["佐藤 凪"] == "DEPUTY"
    assert (await hall.member.ask("{ viewer { unread { queue } } }"))["viewer"]["unread"]["queue"] == 1
    told = {"__typename": "RoleGranted", "role": "DEPUTY", "reason": REASON, "group": {"name": "ひだまり電機アルムナイ"}}
    assert await hall.told("member") == [told]
    assert await hall.mailed(REASON) == ["グループでの役割が変わりました"]
    assert await hall.trail() == [("owner", "grant_deputy", REASON)]


async def test_a_role_is_changed_and_the_same_again_changes_nothing(hall: Hall) -> None:
    """One row, one word to its holder for each change."""
    await grant(hall, "deputy", "OPERATOR")
    await grant(hall, "deputy", "OPERATOR")
    assert (await hall.roles())["岡 蓮"] == "OPERATOR"
    assert len(await hall.told("deputy")) == 1
    assert await hall.trail() == [("owner", "grant_operator", REASON)]


async def test_a_role_is_taken_away_and_its_right_ends_at_once(hall: Hall) -> None:
    """What an open page tries next finds nothing; who lost it reads why."""
    answer = await hall.owner.change("takeRole", hall.role("operator"), TAKEN)
    assert answer["__typename"] == "RoleTaken", answer
    assert "林 渚" not in await hall.roles()
    assert await hall.waiting("operator") == []
    told = {"__typename": "RoleEnded", "role": "OPERATOR", "reason": REASON, "group": {"name": "ひだまり電機アルムナイ"}}
    assert await hall.told("operator") == [told]
    assert await hall.mailed(REASON) == ["グループでの役割が終わりました"]
    assert await hall.trail() == [("owner", "take_operator", REASON)]
    assert await refused(hall, "owner", "takeRole", hall.role("operator")) == "NoRole"


async def test_a_group_is_handed_over(hall: Hall) -> None:
    """Somebody else owns it, and who did operates it; only the new owner is told."""
    answer = await hall.owner.change("handOverGroup", hall.role("operator"), HANDED)
    assert answer["viewer"]["roles"] == [{"role": "OPERATOR"}]
    assert (answer["group"]["viewerRole"], "CHANGE_ROLES" in answer["group"]["viewerMay"]) == ("OPERATOR", False)
    roles = await hall.roles()
    assert (roles["林 渚"], roles["森 楓"]) == ("OWNER", "OPERATOR")
    assert [about["role"] for about in await hall.told("operator")] == ["OWNER"]
    assert await hall.told("owner") == []
    assert await hall.trail() == [("owner", "hand_over_group", REASON)]
    assert await refused(hall, "owner", "handOverGroup", hall.role("deputy")) == "OwnersOnly"


async def test_everybody_lays_their_own_role_down_but_the_last_owner(hall: Hall) -> None:
    """They belong to the group as before, and nobody writes them a word about it."""
    given = {"group": hall.group, "reason": "しばらく忙しくなります。"}
    answer = await hall.deputy.change("stepDown", given, STEPPED)
    assert (answer["viewer"]["roles"], answer["viewer"]["groups"]) == ([], [{"name": "ひだまり電機アルムナイ"}])
    assert (answer["group"]["viewerMay"], answer["group"]["roles"]) == ([], [])
    assert await hall.told("deputy") == []
    assert await hall.contact.change("stepDown", given, STEPPED)
    assert await hall.trail() == [("deputy", "step_down", given["reason"]), ("company_contact", "step_down", given["reason"])]
    assert await refused(hall, "owner", "stepDown", given) == "LastOwner"
    assert await refused(hall, "member", "stepDown", given) == "NoRole"
    assert await refused(hall, "owner", "leaveGroup", {"group": hall.group}) == "HoldsRole"


async def test_the_last_owner_stays_one_until_a_steward_appoints_another(hall: Hall) -> None:
    """Not even a steward leaves a group without one."""
    assert await refused(hall, "steward", "takeRole", hall.role("owner")) == "LastOwner"
    assert await refused(hall, "steward", "grantRole", hall.role("owner", "DEPUTY")) == "LastOwner"
    await grant(hall, "member", "OWNER", by="steward")
    assert (await hall.steward.change("takeRole", hall.role("owner"), TAKEN))["__typename"] == "RoleTaken"
    assert await hall.trail() == [("steward", "grant_owner", REASON), ("steward", "take_owner", REASON)]


async def test_a_last_owner_who_is_leaving_the_platform_counts_no_more(hall: Hall) -> None:
    """While the other one is leaving, the owner who stays is the last."""
    await grant(hall, "member", "OWNER")
    assert "DepartureAsked" in str(await hall.member.change("askDeparture", {}))
    assert await refused(hall, "owner", "stepDown", {"group": hall.group, "reason": "忙しくなります。"}) == "LastOwner"


@pytest.mark.parametrize("name", ["operator", "deputy"])
async def test_only_owners_and_stewards_change_roles(hall: Hall, name: str) -> None:
    """Who decides on applications does not decide who decides."""
    assert await refused(hall, name, "grantRole", hall.role("member", "DEPUTY")) == "OwnersOnly"
    assert await refused(hall, name, "takeRole", hall.role("owner")) == "OwnersOnly"
    assert await refused(hall, name, "handOverGroup", hall.role("member")) == "OwnersOnly"


@pytest.mark.parametrize("name", ["member", "contact", "applicant"])
async def test_who_runs_nothing_does_not_even_knock(hall: Hall, name: str) -> None:
    """A company's contact neither."""
    assert await refused(hall, name, "grantRole", hall.role("deputy", "OWNER")) == "NotAnOperator"
    assert await refused(hall, name, "takeRole", hall.role("owner")) == "NotAnOperator"


async def test_whom_a_role_can_be_given(hall: Hall) -> None:
    """Members of the group, and never oneself; the company's contact is any verified member, alum of it or not, whom a steward names."""
    assert await refused(hall, "owner", "grantRole", hall.role("owner", "DEPUTY")) == "OwnRole"
    assert await refused(hall, "owner", "takeRole", hall.role("owner")) == "OwnRole"
    assert await refused(hall, "owner", "grantRole", hall.role("steward", "DEPUTY")) == "NotInGroup"
    assert await refused(hall, "owner", "grantRole", hall.role("applicant", "DEPUTY")) == "NotInGroup"
    assert await refused(hall, "steward", "grantRole", hall.role("applicant", "COMPANY_CONTACT")) == "NotYetVerified"
    assert await refused(hall, "owner", "grantRole", hall.role("member", "DEPUTY", reason="  ")) == "Missing"
    assert await refused(hall, "owner", "grantRole", hall.role("member", "COMPANY_CONTACT")) == "StewardsAppoint"


async def test_only_stewards_say_who_speaks_for_the_company(hall: Hall) -> None:
    """An owner takes that role away, or gives another in its place, and never gives it."""
    await grant(hall, "member", "COMPANY_CONTACT", by="steward")
    assert await refused(hall, "owner", "grantRole", hall.role("deputy", "COMPANY_CONTACT")) == "StewardsAppoint"
    assert await refused(hall, "operator", "grantRole", hall.role("deputy", "COMPANY_CONTACT")) == "OwnersOnly"
    mine = '{ group(slug: "hidamari") { viewerMay } }'
    rights = {name: set((await hall.clients[name].ask(mine))["group"]["viewerMay"]) for name in ("owner", "steward")}
    assert ("APPOINT_CONTACT" in rights["owner"], "APPOINT_CONTACT" in rights["steward"]) == (False, True)
    await grant(hall, "member", "DEPUTY")
    assert (await hall.owner.change("takeRole", hall.role("contact"), TAKEN))["__typename"] == "RoleTaken"
    assert "COMPANY_CONTACT" not in (await hall.roles()).values()


async def test_a_session_without_a_second_factor_does_none_of_it(hall: Hall) -> None:
    """Not even laying the role down."""
    hall.clients["weak"] = await hall.app.as_member(hall.members["owner"], method="email")
    hall.clients["weak deputy"] = await hall.app.as_member(hall.members["deputy"], method="email")
    for mutation in ("grantRole", "takeRole", "handOverGroup"):
        given = hall.role("member", "DEPUTY" if mutation == "grantRole" else None)
        assert await refused(hall, "weak", mutation, given) == "NotAnOperator"
    assert await refused(hall, "weak", "closeGroup", {"group": hall.group, "reason": "終わります。"}) == "NotAnOperator"
    hall.clients["weak contact"] = await hall.app.as_member(hall.members["contact"], method="email")
    for name in ("weak deputy", "weak contact"):
        assert await refused(hall, name, "stepDown", {"group": hall.group, "reason": "忙しいです。"}) == "NotAnOperator"
        assert (await hall.clients[name].ask("{ viewer { needsSecondFactor } }"))["viewer"]["needsSecondFactor"] is True


async def test_of_two_owners_who_take_each_others_role_one_stays(hall: Hall) -> None:
    """At once, many times: the second meets what the first has left."""
    for _ in range(3):
        async with hall.app.house.db.transaction() as session:
            for name in ("owner", "operator"):
                await make_role(session, GroupId(hall.group_id), MemberId(hall.members[name]), "owner")
        answers = await asyncio.gather(
            hall.owner.change("takeRole", hall.role("operator")), hall.operator.change("takeRole", hall.role("owner"))
        )
        outcomes = sorted(answer.get("code", answer["__typename"]) for answer in answers)
        assert outcomes in (["OwnersOnly", "RoleTaken"], ["NotAnOperator", "RoleTaken"]), answers
        assert list((await hall.roles()).values()).count("OWNER") == 1


async def test_both_owners_cannot_lay_their_role_down_at_once(hall: Hall) -> None:
    """One of them is the last."""
    await grant(hall, "operator", "OWNER")
    given = {"group": hall.group, "reason": "忙しくなります。"}
    answers = await asyncio.gather(hall.owner.change("stepDown", given), hall.operator.change("stepDown", given))
    assert sorted(answer.get("code", answer["__typename"]) for answer in answers) == ["LastOwner", "SteppedDown"]


async def test_everything_private_is_closed_to_the_companys_contact(hall: Hall) -> None:
    """Their queue is empty, and they read neither roles, nor links, nor applications, nor what may be done."""
    assert await hall.waiting("contact") == []
    asked = '{ group(slug: "hidamari") { viewerRole viewerMay roles { role } joinLinks { id } } viewer { unread { queue } } }'
    answer = await hall.contact.ask(asked)
    assert answer["group"] == {"viewerRole": "COMPANY_CONTACT", "viewerMay": [], "roles": [], "joinLinks": []}
    assert answer["viewer"]["unread"]["queue"] == 0
    link = {"group": hall.group, "label": "Facebook", "questions": [], "days": 7}
    assert await refused(hall, "contact", "makeJoinLink", link) in {"NotAnOperator", "NotThere"}
    follow = f'subscription {{ queue(group: "{hall.group}") {{ cursor }} }}'
    async with hall.contact.socket() as socket:
        await socket.subscribe("q", follow)
        message = await socket.receive()
        assert message["type"] == "error" or "errors" in message["payload"], message
