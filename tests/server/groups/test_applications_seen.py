"""Who sees an application, and in whose queue it stands: applications in every state and of every age, viewers of every right."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Departure
from server.groups.model import GroupApplication
from server.groups.policy import application_awaits_decision_of, application_visible_to, application_waits
from server.kit.actor import Actor, viewer_of
from server.kit.ids import GroupId, MemberId
from server.people.model import Profile
from tests.factories.groups import join_group, make_application, make_group, make_role
from tests.factories.people import act_as, make_member, make_profile
from tests.support.predicates import true_of

AT = datetime.fromisoformat("2026-11-26T12:00:00+00:00")
YESTERDAY = AT - timedelta(days=1)
# Stewards are asked of what was made before this.
OVERDUE = AT - timedelta(days=7)
LONG_AGO = OVERDUE - timedelta(microseconds=1)

DECIDING = ("owner", "operator", "deputy")
# What stands in the queue of the group: of others, who are here, and still waiting.
WAITING = {"waiting", "for a week", "for more than a week"}


@dataclass(slots=True)
class Cast:
    """Who there is, how they ask, and the applications by name."""

    members: dict[str, MemberId]
    readers: dict[str, Actor]
    rows: dict[str, UUID]

    def names(self, keys: set[UUID]) -> set[str]:
        """The names of applications."""
        return {name for name, key in self.rows.items() if key in keys}


async def make_cast(session: AsyncSession) -> Cast:
    """A group with every role; another with an operator; one that has a company's contact alone, where stewards decide."""
    here, elsewhere, silent = [GroupId((await make_group(session)).id) for _ in range(3)]
    names = ("applicant", "other", "late", *DECIDING, "contact", "elsewhere", "both", "member", "stranger", "leaving", "gone")
    members = {name: await make_profile(session) for name in names}
    members["newcomer"] = await make_profile(session, verified=False)
    members |= {name: await make_member(session, is_steward=True) for name in ("steward", "applying steward")}
    for role in DECIDING:
        await make_role(session, here, members[role], role)
    for group in (here, silent):
        await make_role(session, group, members["contact"], "company_contact")
    for group, name in ((elsewhere, "elsewhere"), (elsewhere, "both"), (here, "both")):
        await make_role(session, group, members[name])
    for name in ("member", "elsewhere"):
        await join_group(session, here, members[name])
    session.add_all([Departure(member_id=members["leaving"], erase_at=AT + timedelta(days=14)), Departure(member_id=members["gone"])])
    rows = await make_rows(session, members, here, elsewhere, silent)
    readers = {name: await act_as(session, member) for name, member in members.items()}
    return Cast(members, readers | {"guest": Actor(), "nameless": Actor(is_steward=True, operates=frozenset({here}))}, rows)


async def make_rows(
    session: AsyncSession, members: dict[str, MemberId], here: GroupId, elsewhere: GroupId, silent: GroupId
) -> dict[str, UUID]:
    """What was asked of the three groups."""
    asked = {
        "waiting": (here, "applicant", "waiting", YESTERDAY),
        "approved": (here, "applicant", "approved", LONG_AGO),
        "declined": (here, "applicant", "declined", LONG_AGO),
        "withdrawn": (here, "applicant", "withdrawn", LONG_AGO),
        "for a week": (here, "other", "waiting", OVERDUE),
        "for more than a week": (here, "late", "waiting", LONG_AGO),
        "of an operator": (here, "operator", "waiting", LONG_AGO),
        "of who is leaving": (here, "leaving", "waiting", LONG_AGO),
        "of who is gone": (here, "gone", "waiting", LONG_AGO),
        "elsewhere": (elsewhere, "applicant", "waiting", YESTERDAY),
        "where nobody decides": (silent, "applicant", "waiting", YESTERDAY),
        "of a steward": (silent, "applying steward", "waiting", LONG_AGO),
    }
    made: dict[str, UUID] = {}
    for name, (group, member, state, at) in asked.items():
        made[name] = (await make_application(session, group, members[member], state=state, applied_at=at)).id
    return made


async def test_who_sees_an_application(session: AsyncSession) -> None:
    """Its member all of their own; who decides in the group, and stewards, but what was withdrawn, and whom they see no more."""
    cast = await make_cast(session)
    here = {*WAITING, "approved", "declined", "of an operator"}
    every = here | {"elsewhere", "where nobody decides", "of a steward"}
    sees = {
        "applicant": {"waiting", "approved", "declined", "withdrawn", "elsewhere", "where nobody decides"},
        "other": {"for a week"},
        "late": {"for more than a week"},
        "leaving": {"of who is leaving"},
        "gone": {"of who is gone"},
        "elsewhere": {"elsewhere"},
        "both": here | {"elsewhere"},
    }
    sees |= dict.fromkeys(DECIDING, here) | dict.fromkeys(("steward", "applying steward", "nameless"), every)
    for name, reader in cast.readers.items():
        seen = await true_of(session, GroupApplication.id, application_visible_to(viewer_of(reader)), cast.rows.values())
        assert cast.names(seen) == sees.get(name, set[str]()), name


def queues() -> dict[str, set[str]]:
    """In whose queue which application stands; nothing stands in anybody else's."""
    here, stewards = {*WAITING, "of an operator"}, {"for more than a week", "of an operator", "where nobody decides"}
    return {
        "owner": here,
        "operator": WAITING,
        "deputy": here,
        "both": here | {"elsewhere"},
        "elsewhere": {"elsewhere"},
        "steward": stewards | {"of a steward"},
        "applying steward": stewards,
        # Who is nobody has none of their own.
        "nameless": here | stewards | {"of a steward"},
    }


async def test_in_whose_queue_it_stands(session: AsyncSession) -> None:
    """In that of who decides in its group; in the stewards' where nobody does, or for more than a week; never in one's own."""
    cast = await make_cast(session)
    expected = queues()
    for name, reader in cast.readers.items():
        waits = application_awaits_decision_of(viewer_of(reader), OVERDUE)
        stands = await true_of(session, GroupApplication.id, waits, cast.rows.values())
        assert cast.names(stands) == expected.get(name, set[str]()), name


async def test_it_stands_there_in_a_condition_too(session: AsyncSession) -> None:
    """Whose applications wait: asked of an alias, from a statement that reads people."""
    cast = await make_cast(session)
    application = GroupApplication.__table__.alias("asked")
    expected = {
        "operator": {"applicant", "other", "late"},
        "elsewhere": {"applicant"},
        "steward": {"applicant", "late", "operator", "applying steward"},
        "contact": set[str](),
        "member": set[str](),
        "guest": set[str](),
    }
    for name, people in expected.items():
        mine = application.c.member_id == Profile.member_id
        waits = exists().where(mine, application_waits(application.c, viewer_of(cast.readers[name]), OVERDUE)).correlate_except(application)
        found = set(await session.scalars(select(Profile.member_id).where(Profile.member_id.in_(cast.members.values()), waits)))
        assert {one for one, member in cast.members.items() if member in found} == people, name
