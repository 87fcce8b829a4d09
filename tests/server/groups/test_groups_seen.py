"""Who sees which group, who reads a proposal and the roles, and who runs a group: groups in every state, viewers of every right."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import AlumniGroup, GroupProposal, GroupRole
from server.groups.policy import proposal_awaits_decision_of, proposal_visible_to, right_to_run, roles_visible_to, visible_to
from server.kit.actor import Actor, viewer_of
from server.kit.ids import GroupId, MemberId
from tests.factories.groups import join_group, make_group, make_proposal, make_role
from tests.factories.people import act_as, make_member, make_profile
from tests.support.predicates import true_beside, true_of, viewers

WAITING = {"proposed", "of another", "of who is gone", "of a steward"}
DECIDED = {"admitted", "closed", "declined"}
OPEN = {"never proposed", "admitted", "closed"}


async def make_groups(session: AsyncSession) -> tuple[dict[str, Actor], dict[str, UUID]]:
    """One proposer has a group in every state; another one, a steward, and somebody who is gone wait. Who looks, and the groups."""
    names = ("proposer", "another", "owner", "member")
    members = {name: await make_profile(session) for name in names}
    members |= {name: await make_member(session, is_steward=True) for name in ("steward", "proposing steward")}
    members["newcomer"] = await make_profile(session, verified=False)
    groups = {"never proposed": await make_group(session)}
    for name in ("proposed", *sorted(DECIDED)):
        groups[name] = await make_proposal(session, members["proposer"])
        groups[name].state = name
    for name, proposer in (("of another", "another"), ("of who is gone", ""), ("of a steward", "proposing steward")):
        groups[name] = await make_proposal(session, members.get(proposer))
    for name in ("never proposed", "admitted", "closed"):
        await make_role(session, GroupId(groups[name].id), members["owner"], "owner")
        await join_group(session, GroupId(groups[name].id), members["member"])
    readers = {"guest": Actor()} | {name: await act_as(session, member) for name, member in members.items()}
    return readers, {name: group.id for name, group in groups.items()}


def named(groups: dict[str, UUID], found: set[UUID]) -> set[str]:
    """The names of what was found."""
    return {name for name, key in groups.items() if key in found}


async def test_who_sees_a_group(session: AsyncSession) -> None:
    """Everybody once it was admitted, also a closed one, also guests; before, and where it was declined, its proposer and stewards."""
    readers, groups = await make_groups(session)
    every = OPEN | WAITING | DECIDED
    more = {"proposer": {"proposed", "declined"}, "another": {"of another"}, "steward": every, "proposing steward": every}
    for name, reader in readers.items():
        seen = await true_of(session, AlumniGroup.id, visible_to(viewer_of(reader)), groups.values())
        assert named(groups, seen) == OPEN | more.get(name, set[str]()), name


async def test_proposers_who_are_rows(session: AsyncSession) -> None:
    """Each proposer sees what they proposed themselves, also where the statement around it reads proposals itself."""
    members = [await make_profile(session) for _ in range(2)]
    groups = [(await make_proposal(session, member)).id for member in members]
    proposers = visible_to(viewers(member_id=GroupProposal.member_id))
    seen = await true_beside(session, AlumniGroup.id, GroupProposal.member_id, proposers, groups)
    assert seen == set(zip(groups, members, strict=True))


async def test_who_reads_a_proposal(session: AsyncSession) -> None:
    """Who made it, whatever became of it, and stewards: what somebody told them is neither for the group's owner nor for its members."""
    readers, groups = await make_groups(session)
    every = WAITING | DECIDED
    reads = {"proposer": {"proposed"} | DECIDED, "another": {"of another"}, "steward": every, "proposing steward": every}
    for name, reader in readers.items():
        read = await true_of(session, GroupProposal.group_id, proposal_visible_to(viewer_of(reader)), groups.values())
        assert named(groups, read) == reads.get(name, set[str]()), name


async def test_in_whose_queue_a_proposal_stands(session: AsyncSession) -> None:
    """In every steward's but of who made it; also where nobody is there any more who did."""
    readers, groups = await make_groups(session)
    waiting = [groups[name] for name in sorted(WAITING)]
    queues = {"steward": WAITING, "proposing steward": WAITING - {"of a steward"}}
    for name, reader in readers.items():
        stands = await true_of(session, GroupProposal.group_id, proposal_awaits_decision_of(viewer_of(reader)), waiting)
        assert named(groups, stands) == queues.get(name, set[str]()), name


async def test_who_reads_the_roles(session: AsyncSession) -> None:
    """Who decides in that group, a deputy too, and stewards. A company's contact, members and guests do not."""
    here, elsewhere = [GroupId((await make_group(session)).id) for _ in range(2)]
    roles = ("owner", "operator", "deputy", "company_contact")
    members: dict[str, MemberId] = {name: await make_profile(session) for name in (*roles, "owner elsewhere", "of both", "member")}
    for role in roles:
        await make_role(session, here, members[role], role)
    await make_role(session, elsewhere, members["owner elsewhere"], "owner")
    # Belonging to a group is not deciding in it.
    await join_group(session, here, members["owner elsewhere"])
    for group in (here, elsewhere):
        await make_role(session, group, members["of both"], "deputy")
        await join_group(session, group, members["member"])
    everything = {*roles, "of both", "owner elsewhere"}
    reads = {name: {*roles, "of both"} for name in ("owner", "operator", "deputy")}
    reads |= {"owner elsewhere": {"owner elsewhere", "of both"}, "of both": everything, "steward": everything}
    readers = {name: await act_as(session, member) for name, member in members.items()}
    readers |= {"steward": await act_as(session, await make_member(session, is_steward=True)), "guest": Actor()}
    for name, reader in readers.items():
        read = await true_of(session, GroupRole.member_id, roles_visible_to(viewer_of(reader)), members.values())
        assert {one for one, member in members.items() if member in read} == reads.get(name, set[str]()), name


def test_who_runs_a_group() -> None:
    """Owners and operators: a deputy decides only, a contact speaks for the company, a member does neither."""
    may = {role: right_to_run(role) for role in ("owner", "operator", "deputy", "company_contact", None)}
    assert may == {"owner": True, "operator": True, "deputy": False, "company_contact": False, None: False}
