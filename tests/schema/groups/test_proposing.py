"""A group through the front door, from its proposal to its admission: who sees it, who decides, and what follows."""

import asyncio

import pytest
from sqlalchemy import select

from server.accounts.rules import Method
from server.groups.model import AlumniGroup, GroupProposal
from server.kit.ids import CompanyId, GroupId, MemberId, global_id
from server.people.model import Affiliation
from tests.factories.companies import make_company
from tests.schema.groups.house import GROUP, Given, Hall, proposal, refused, texts
from tests.support.running import Client

PROPOSED = f"... on GroupProposed {{ {GROUP} }}"
ADMITTED = f"... on GroupAdmitted {{ {GROUP} }}"
DECLINED = f"... on GroupDeclined {{ reason {GROUP} }}"
SEEN = (
    "query G($slug: String!, $id: ID!) { group(slug: $slug) { name } node(id: $id) { id } groups(first: 100) { edges { node { slug } } } }"
)


async def propose(hall: Hall, name: str = "newcomer", **changes: object) -> str:
    """Propose a group that goes through; return its id."""
    answer = await hall.clients[name].change("proposeGroup", proposal(hall.company, **changes), PROPOSED)
    assert answer["__typename"] == "GroupProposed", answer
    return str(answer["group"]["id"])


async def decided(hall: Hall, group: str, **given: object) -> Given:
    """A decision on a proposal as it is read now."""
    return {"group": group, "version": await hall.version(group)} | given


async def sees(client: Client, group: str, slug: str = "komorebi") -> tuple[bool, bool, bool]:
    """Whether somebody finds a group by its address, by its id, and in the list."""
    answer = await client.ask(SEEN, {"slug": slug, "id": group})
    listed = slug in [edge["node"]["slug"] for edge in answer["groups"]["edges"]]
    return answer["group"] is not None, answer["node"] is not None, listed


async def test_a_newcomer_proposes_a_group_that_only_they_and_stewards_see(hall: Hall) -> None:
    """It stands in no list, nobody can apply to it, and it counts for nobody."""
    group = await propose(hall)
    assert await sees(hall.newcomer, group) == (True, True, False)
    assert await sees(hall.steward, group) == (True, True, False)
    for client in (hall.owner, hall.member, hall.app.guest()):
        assert await sees(client, group) == (False, False, False)
    company = "query C($id: ID!) { company(id: $id) { groups { name } } }"
    assert (await hall.newcomer.ask(company, {"id": hall.company}))["company"]["groups"] == []
    assert await refused(hall, "member", "applyToGroup", {"group": group, "answers": []}) == "NotThere"
    own = "{ viewer { roles { role } proposedGroups { name state proposal { note proposedBy { name } } } } }"
    viewer = (await hall.newcomer.ask(own))["viewer"]
    assert viewer["roles"] == []
    (mine,) = viewer["proposedGroups"]
    assert (mine["state"], mine["proposal"]["note"]) == ("PROPOSED", "Facebookで30人のグループを運営しています。")


async def test_stewards_find_it_in_their_queue(hall: Hall) -> None:
    """With what its proposer said; nobody else has it in theirs."""
    await propose(hall)
    waiting = [item["proposed"] for item in await hall.waiting("steward") if item["__typename"] == "GroupToAdmit"]
    assert [(each["name"], each["proposal"]["proposedBy"]["name"]) for each in waiting] == [("こもれび製作所アルムナイ", "新井 新")]
    assert [item for item in await hall.waiting("owner") if item["__typename"] == "GroupToAdmit"] == []


async def test_admitting_makes_the_proposer_its_owner(hall: Hall) -> None:
    """Under the corrected name, with their own tenure confirmed; they are told, and the deed is on the record."""
    group = await propose(hall)
    given = await decided(hall, group, name="こもれびアルムナイ", nameEn=None, slug="komorebi-alumni")
    admitted = (await hall.steward.change("admitGroup", given, ADMITTED))["group"]
    assert (admitted["name"], admitted["nameEn"], admitted["slug"], admitted["state"]) == (
        "こもれびアルムナイ",
        None,
        "komorebi-alumni",
        "ADMITTED",
    )
    assert admitted["roles"] == [{"person": {"name": "新井 新"}, "role": "OWNER"}]
    assert await sees(hall.app.guest(), group, "komorebi-alumni") == (True, True, True)
    viewer = (await hall.newcomer.ask("{ viewer { standing groups { name } roles { role group { name } } proposedGroups { id } } }"))[
        "viewer"
    ]
    assert viewer["standing"] == "VERIFIED"
    assert viewer["groups"] == [{"name": "こもれびアルムナイ"}]
    assert viewer["roles"] == [{"role": "OWNER", "group": {"name": "こもれびアルムナイ"}}]
    assert viewer["proposedGroups"] == []
    assert ("steward", "admit_group", None) in await hall.trail()
    assert {"__typename": "GroupAdmitted", "group": {"name": "こもれびアルムナイ"}} in await hall.told("newcomer")
    assert "ご提案のグループが始まりました" in await hall.mailed("あなたが代表です")
    assert await hall.waiting("steward") == []


async def test_an_owner_by_mail_alone_is_led_to_a_second_factor(hall: Hall) -> None:
    """Until then they read their group and change nothing of it."""
    group = await propose(hall)
    await hall.steward.change("admitGroup", await decided(hall, group, name="こもれび", slug="komorebi"), ADMITTED)
    method: Method = "email"
    weak = await hall.app.as_member(hall.members["newcomer"], method=method)
    assert (await weak.ask("{ viewer { needsSecondFactor } }"))["viewer"]["needsSecondFactor"] is True
    answer = await weak.ask('{ group(slug: "komorebi") { viewerRole viewerMay roles { role } } }')
    assert answer["group"] == {"viewerRole": "OWNER", "viewerMay": [], "roles": []}


async def test_a_declined_proposal_has_a_reason_and_a_way_on(hall: Hall) -> None:
    """Its proposer changes it and proposes it again; then it waits once more."""
    group = await propose(hall)
    reason = "活動の様子を、もう少し教えてください。"
    declined = await hall.steward.change("declineGroup", await decided(hall, group, reason=reason), DECLINED)
    assert (declined["reason"], declined["group"]["state"]) == (reason, "DECLINED")
    assert await hall.told("newcomer") == [{"__typename": "GroupDeclined", "reason": reason, "group": {"name": "こもれび製作所アルムナイ"}}]
    assert await hall.mailed(reason) == ["ご提案のグループについて"]
    assert await sees(hall.member, group) == (False, False, False)
    assert await propose(hall, proposal=group, note="毎月の勉強会に20人ほど来ます。") == group
    (waiting,) = [item for item in await hall.waiting("steward") if item["__typename"] == "GroupToAdmit"]
    assert waiting["proposed"]["proposal"]["note"] == "毎月の勉強会に20人ほど来ます。"
    assert ("steward", "decline_group", reason) in await hall.trail()


WITHDRAWN = "... on GroupProposalWithdrawn { group }"


async def unread(hall: Hall) -> int:
    """How many notices the newcomer has not read."""
    await hall.app.drain()
    return int((await hall.newcomer.ask("{ viewer { unread { notices } } }"))["viewer"]["unread"]["notices"])


@pytest.mark.parametrize("declined", [False, True])
async def test_who_proposed_a_group_takes_it_back(hall: Hall, declined: bool) -> None:
    """While it waits and after it was declined; nothing of it is kept, nothing is left unread, and a lost answer is given again."""
    group, before = await propose(hall), await unread(hall)
    if declined:
        await hall.steward.change("declineGroup", await decided(hall, group, reason="見送ります。"), DECLINED)
        assert await unread(hall) == before + 1
    for _ in range(2):
        answer = await hall.newcomer.change("withdrawGroupProposal", {"group": group, "clientMutationId": "a-lost-answer"}, WITHDRAWN)
        assert (answer["__typename"], answer["group"]) == ("GroupProposalWithdrawn", group)
    assert await unread(hall) == before
    assert "GroupToAdmit" not in {item["__typename"] for item in await hall.waiting("steward")}
    for client in (hall.newcomer, hall.steward):
        assert (await client.ask("query G($id: ID!) { node(id: $id) { __typename } }", {"id": group}))["node"] is None
    async with hall.app.house.db.read() as session:
        assert (await session.scalars(select(GroupProposal))).all() == []
        assert (await session.scalars(select(AlumniGroup.slug).where(AlumniGroup.slug == "komorebi"))).all() == []
    assert ("self", "withdraw_group_proposal", None) in await hall.trail()
    assert await refused(hall, "newcomer", "withdrawGroupProposal", {"group": group}) == "NotThere"
    assert await propose(hall) != group


async def test_a_proposal_is_taken_back_by_nobody_else_and_not_once_it_is_admitted(hall: Hall) -> None:
    """Also not by a steward, who declines it; what was admitted is closed instead; of two at once one goes through."""
    group = await propose(hall)
    for name in ("steward", "owner", "member"):
        assert await refused(hall, name, "withdrawGroupProposal", {"group": group}) == "NotThere"
    assert await refused(hall, "newcomer", "withdrawGroupProposal", {"group": hall.group}) == "NotThere"
    admission = await decided(hall, group, name="こもれび", slug="komorebi")
    answers = await asyncio.gather(
        hall.newcomer.change("withdrawGroupProposal", {"group": group}), hall.steward.change("admitGroup", admission, ADMITTED)
    )
    told = [answer.get("code", answer["__typename"]) for answer in answers]
    assert told in (["GroupProposalWithdrawn", "NotThere"], ["ProposalOver", "GroupAdmitted"])
    other = await propose(hall, "member", slug="komorebi-two")
    await hall.steward.change("admitGroup", await decided(hall, other, name="こもれび", slug="komorebi-two"), ADMITTED)
    assert await refused(hall, "member", "withdrawGroupProposal", {"group": other}) == "ProposalOver"


async def test_a_declined_group_keeps_its_short_name_from_nobody(hall: Hall) -> None:
    """Somebody else may take it; who was declined picks another then, and as long as nobody did, keeps theirs."""
    group = await propose(hall)
    assert await refused(hall, "member", "proposeGroup", proposal(hall.company)) == "SlugTaken"
    await hall.steward.change("declineGroup", await decided(hall, group, reason="見送ります。"), DECLINED)
    other = await propose(hall, "member")
    assert (await sees(hall.newcomer, group))[:2] == (False, True)
    assert (await sees(hall.member, other))[:2] == (True, True)
    assert await refused(hall, "newcomer", "proposeGroup", proposal(hall.company, proposal=group)) == "SlugTaken"
    assert await propose(hall, proposal=group, slug="komorebi-two") == group


async def test_only_stewards_decide_and_not_on_their_own(hall: Hall) -> None:
    """An operator has no say, a steward's own proposal is for another one, and what was decided is decided."""
    group = await propose(hall)
    own = await propose(hall, "steward", slug="stewards-own")
    admission = await decided(hall, group, name="こもれび", slug="komorebi")
    decline = await decided(hall, group, reason="だめです。")
    assert await refused(hall, "owner", "admitGroup", admission) == "StewardsDecide"
    assert await refused(hall, "owner", "declineGroup", decline) == "StewardsDecide"
    assert await refused(hall, "steward", "admitGroup", admission | {"group": own}) == "HasAnInterest"
    assert await refused(hall, "steward", "declineGroup", decline | {"reason": " "}) == "Missing"
    assert await refused(hall, "steward", "admitGroup", admission | {"slug": "hidamari"}) == "SlugTaken"
    await hall.steward.change("admitGroup", admission, ADMITTED)
    assert await refused(hall, "steward", "declineGroup", decline) == "ProposalOver"
    assert await refused(hall, "newcomer", "proposeGroup", proposal(hall.company, proposal=group)) == "ProposalOver"


async def test_stewards_decide_on_what_they_have_read(hall: Hall) -> None:
    """Whatever its proposer puts in its place meanwhile, also their own months at the company, is read before anybody decides."""
    group = await propose(hall)
    mine = "{ viewer { person { affiliations { id } } } }"
    tenure = (await hall.newcomer.ask(mine))["viewer"]["person"]["affiliations"][0]["id"]
    other = global_id("Company", await another_company(hall))
    changes: list[tuple[str, Given]] = [
        ("proposeGroup", proposal(hall.company, proposal=group, texts=texts(recognition="OFFICIAL"))),
        ("proposeGroup", proposal(hall.company, proposal=group, note="まったく別の集まりです。")),
        ("proposeGroup", proposal(other, proposal=group)),
        ("proposeGroup", proposal(hall.company, proposal=group)),
        ("editAffiliation", {"affiliation": tenure, "tenure": {"startedOn": "2001-04", "endedOn": "2002-03"}}),
    ]
    for mutation, given in changes:
        read = await hall.version(group)
        assert read == await hall.version(group, "newcomer") != ""
        assert "code" not in await hall.newcomer.change(mutation, given)
        decision = {"group": group, "version": read}
        assert await refused(hall, "steward", "admitGroup", decision | {"name": "こもれび", "slug": "komorebi"}) == "ProposalChanged", given
        assert await refused(hall, "steward", "declineGroup", decision | {"reason": "見送ります。"}) == "ProposalChanged", given
    answer = await hall.steward.change("admitGroup", await decided(hall, group, name="こもれび", slug="komorebi"), ADMITTED)
    assert answer["__typename"] == "GroupAdmitted", answer


async def another_company(hall: Hall) -> CompanyId:
    """A company that the proposal did not name."""
    async with hall.app.house.db.transaction() as session:
        return CompanyId((await make_company(session, "こもれび商事")).id)


async def test_what_is_wrong_with_a_proposal_is_named(hall: Hall) -> None:
    """Three wait at a time, a short name is one's own, companies are picked."""
    cases = [
        ({"slug": "Komorebi!"}, "BadSlug"),
        ({"slug": "new"}, "BadSlug"),
        ({"slug": "hidamari"}, "SlugTaken"),
        ({"companies": []}, "Missing"),
        ({"companies": [{"id": hall.company}] * 11}, "TooMany"),
        ({"texts": proposal(hall.company)["texts"] | {"description": " "}}, "Missing"),
        ({"texts": proposal(hall.company)["texts"] | {"usualDays": 0}}, "DaysOutOfRange"),
        ({"texts": proposal(hall.company)["texts"] | {"guidelines": "あ" * 4001}}, "TooLong"),
        ({"note": "あ" * 1001}, "TooLong"),
        ({"proposal": hall.group}, "NotThere"),
    ]
    for changes, code in cases:
        assert await refused(hall, "newcomer", "proposeGroup", proposal(hall.company, **changes)) == code, changes
    for number in range(3):
        await propose(hall, slug=f"komorebi-{number}")
    assert await refused(hall, "newcomer", "proposeGroup", proposal(hall.company)) == "EnoughProposals"


async def test_a_company_that_is_missing_is_proposed_with_the_group(hall: Hall) -> None:
    """It goes to the stewards like any other."""
    await propose(hall, companies=[{"id": hall.company}, {"proposedName": "ひなた工房"}])
    async with hall.app.house.db.read() as session:
        group = (await session.scalars(select(AlumniGroup).where(AlumniGroup.slug == "komorebi"))).one()
    answer = await hall.newcomer.ask('{ group(slug: "komorebi") { companies { name proposed } } }')
    assert {"name": "ひなた工房", "proposed": True} in answer["group"]["companies"]
    assert global_id("AlumniGroup", GroupId(group.id))


async def test_a_proposed_group_is_no_circle_and_no_window(hall: Hall) -> None:
    """Its id can be chosen by nobody for a profile's circles, and opens no view."""
    group = await propose(hall)
    assert await refused(hall, "member", "pickCircles", {"groups": [group], "companies": []}) == "UnknownCircle"
    async with hall.app.house.db.read() as session:
        states = await session.scalars(select(Affiliation.state).where(Affiliation.member_id == MemberId(hall.members["newcomer"])))
        assert list(states) == ["awaiting"]
