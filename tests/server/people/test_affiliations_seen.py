"""Which affiliations, requests and words are shown, and whose queue they stand in: rows of every state, viewers of every right."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import join

from server.accounts.model import Departure
from server.kit.actor import Actor, Level, viewer_of
from server.kit.clock import now
from server.kit.ids import CompanyId, GroupId, MemberId
from server.people.model import Affiliation, ConfirmationRequest, Vouch
from server.people.policy import affiliation_in_full, affiliation_shown, can_decide, request_reaches, vouch_shown
from server.people.rules.vouching import BY_COLLEAGUE, BY_OPERATOR
from tests.factories.accounts import make_account
from tests.factories.companies import make_company
from tests.factories.groups import make_group, make_role
from tests.server.people.waiting import waits_for
from tests.support.predicates import true_of

REQUESTED = join(ConfirmationRequest, Affiliation, ConfirmationRequest.affiliation_id == Affiliation.id)
VOUCHED = join(Vouch, Affiliation, Vouch.affiliation_id == Affiliation.id)
AT = datetime.fromisoformat("2026-11-01T12:00:00+00:00")


@dataclass(slots=True)
class Cast:
    """A company with a group that decides, one with a contact only; members, viewers and affiliations by name."""

    run: CompanyId
    orphan: CompanyId
    group: GroupId
    contact: MemberId
    readers: dict[str, Actor]
    rows: dict[str, Affiliation]

    def names(self, keys: set[UUID]) -> set[str]:
        """The names of affiliations."""
        return {name for name, row in self.rows.items() if row.id in keys}


async def make_row(session: AsyncSession, member: MemberId, company: CompanyId, state: str, verification: int = 0) -> Affiliation:
    """An affiliation alone, without what would follow from it."""
    tenure = {"started_on": date(2014, 4, 1), "ended_on": date(2019, 9, 1)}
    row = Affiliation(member_id=member, company_id=company, state=state, verification=verification, **tenure)
    session.add(row)
    await session.flush()
    return row


async def make_cast(session: AsyncSession) -> Cast:
    """The member has an affiliation in every state; the operator, the steward and who is leaving wait for a decision of their own."""
    operator, member, steward, contact, leaving, other_member = [MemberId((await make_account(session)).id) for _ in range(6)]
    companies = [await make_company(session) for _ in range(3)]
    run, orphan, elsewhere = [CompanyId(company.id) for company in companies]
    group, silent, other = [GroupId((await make_group(session, company)).id) for company in companies]
    for place, role, who in ((group, "operator", operator), (silent, "company_contact", contact), (other, "owner", contact)):
        await make_role(session, place, who, role)
    session.add(Departure(member_id=leaving, erase_at=now() + timedelta(days=14)))
    readers = {
        "operator": Actor(member_id=operator, operates=frozenset({group, GroupId(UUID(int=0))}), groups=frozenset({group, other})),
        "member": Actor(member_id=member, groups=frozenset({group, silent})),
        "colleague": Actor(member_id=other_member, level=Level.VERIFIED, groups=frozenset({group, silent})),
        "steward": Actor(member_id=steward, is_steward=True),
        "nameless": Actor(is_steward=True, operates=frozenset({group})),
        "guest": Actor(),
    }
    states = {
        "waiting": (member, run, "awaiting"),
        "vouched": (member, run, "confirmed", BY_COLLEAGUE),
        "confirmed": (member, run, "confirmed", BY_OPERATOR),
        "declined": (member, run, "declined"),
        "declined after a word": (member, run, "declined", BY_COLLEAGUE),
        "waiting elsewhere": (member, elsewhere, "awaiting"),
        "declined elsewhere": (member, elsewhere, "declined"),
        "waiting for stewards": (member, orphan, "awaiting"),
        "vouched for stewards": (member, orphan, "confirmed", BY_COLLEAGUE),
        "operator's own": (operator, run, "awaiting"),
        "steward's own": (steward, orphan, "awaiting"),
        "of who is leaving": (leaving, run, "awaiting"),
        "vouched, the operator's own": (operator, run, "confirmed", BY_COLLEAGUE),
        "vouched, of who is leaving": (leaving, run, "confirmed", BY_COLLEAGUE),
    }
    return Cast(run, orphan, group, contact, readers, {name: await make_row(session, *row) for name, row in states.items()})


async def test_who_reads_an_affiliation_in_full(session: AsyncSession) -> None:
    """Its member, the operators of the company's groups, stewards; a declined one is there for nobody else."""
    cast = await make_cast(session)
    keys = [row.id for row in cast.rows.values()]
    own = {name for name, row in cast.rows.items() if row.member_id == cast.readers["member"].member_id}
    in_full = {
        "operator": {name for name, row in cast.rows.items() if row.company_id == cast.run},
        "member": own,
        "colleague": set[str](),
        "steward": set(cast.rows),
        "nameless": set(cast.rows),
        "guest": set(),
    }
    declined = {name for name, row in cast.rows.items() if row.state == "declined"}
    for reader, expected in in_full.items():
        viewer = viewer_of(cast.readers[reader])
        assert cast.names(await true_of(session, Affiliation.id, affiliation_in_full(viewer), keys)) == expected, reader
        shown = cast.names(await true_of(session, Affiliation.id, affiliation_shown(viewer), keys))
        assert shown == set(cast.rows) - (declined - expected), reader


async def test_in_whose_queue_it_stands(session: AsyncSession) -> None:
    """Waiting or vouched ones in that of the group; the stewards' where nobody decides, vouched ones not; never one's own."""
    cast = await make_cast(session)
    keys = [row.id for row in cast.rows.values()]
    queues = {
        "operator": {"waiting", "vouched"},
        "member": set[str](),
        "colleague": set[str](),
        "steward": {"waiting for stewards"},
        "nameless": {"waiting", "vouched", "operator's own", "waiting for stewards", "steward's own", "vouched, the operator's own"},
        "guest": set[str](),
    }
    for reader, expected in queues.items():
        waiting = waits_for(viewer_of(cast.readers[reader]))
        assert cast.names(await true_of(session, Affiliation.id, waiting, keys)) == expected, reader


async def test_who_may_decide(session: AsyncSession) -> None:
    """Who operates a group of the company, or a steward, on others' affiliations; the same people as those who read it in full."""
    cast = await make_cast(session)
    row, own = cast.rows["waiting"], cast.rows["operator's own"]
    may = {name: can_decide(actor, row, [cast.group]) for name, actor in cast.readers.items()}
    assert may == {"operator": True, "member": False, "colleague": False, "steward": True, "nameless": True, "guest": False}
    assert not can_decide(cast.readers["operator"], own, [cast.group])
    assert can_decide(cast.readers["steward"], own, [])
    assert not can_decide(cast.readers["operator"], row, [])


async def make_requests(session: AsyncSession, cast: Cast) -> dict[str, UUID]:
    """Requests to colleagues and to the company, for what waits with either company; ended, expired and declined ones."""
    waiting, orphan = cast.rows["waiting"], cast.rows["waiting for stewards"]
    soon, ended = AT + timedelta(seconds=1), {"ended_at": AT}
    asked = {
        "colleagues": (waiting, "colleagues", soon, {}),
        "company": (orphan, "company", soon, {}),
        "company without a contact": (waiting, "company", soon, {}),
        "colleagues of the other": (orphan, "colleagues", soon, {}),
        "ended": (waiting, "colleagues", soon, ended),
        "expired": (waiting, "colleagues", AT, {}),
        "expired long ago": (waiting, "colleagues", AT - timedelta(days=1), {}),
        "declined": (cast.rows["declined"], "colleagues", soon, {}),
        "operator's own": (cast.rows["operator's own"], "colleagues", soon, {}),
    }
    made: dict[str, UUID] = {}
    for name, (row, whom, until, columns) in asked.items():
        request = ConfirmationRequest(affiliation_id=row.id, asked=whom, at=AT - timedelta(days=2), expires_at=until, **columns)
        session.add(request)
        await session.flush()
        made[name] = request.id
    return made


async def test_whom_a_request_reaches(session: AsyncSession) -> None:
    """Verified alumni of the company, or its contact where the company is asked; as long as it lives, and not whoever asks."""
    cast = await make_cast(session)
    requests = await make_requests(session, cast)
    operator, member = cast.readers["operator"].member_id, cast.readers["member"].member_id
    alumni = frozenset({cast.run, CompanyId(UUID(int=0))})
    contact = cast.contact
    expected: list[tuple[Actor, set[str]]] = [
        (Actor(member_id=operator, level=Level.VERIFIED, alumni_of=alumni), {"colleagues"}),
        (Actor(member_id=member, level=Level.VERIFIED, alumni_of=alumni), {"operator's own"}),
        (Actor(level=Level.VERIFIED, alumni_of=alumni), {"colleagues", "operator's own"}),
        (Actor(member_id=operator, level=Level.SIGNED_IN, alumni_of=alumni), set()),
        (Actor(member_id=operator, level=Level.VERIFIED, companies=alumni), set()),
        (Actor(member_id=contact, level=Level.VERIFIED), {"company"}),
        (Actor(member_id=contact), {"company"}),
        (Actor(member_id=contact, level=Level.VERIFIED, alumni_of=frozenset({cast.orphan})), {"company", "colleagues of the other"}),
        (Actor(), set()),
    ]
    for actor, reached in expected:
        found = await true_of(session, ConfirmationRequest.id, request_reaches(viewer_of(actor), AT), requests.values(), joined=REQUESTED)
        assert {name for name, key in requests.items() if key in found} == reached, actor


async def test_to_whom_a_word_is_shown(session: AsyncSession) -> None:
    """To who gave it, to who got it, and to who decides."""
    cast = await make_cast(session)
    voucher = MemberId((await make_account(session)).id)
    vouch = Vouch(affiliation_id=cast.rows["vouched"].id, voucher_id=voucher, started_on=date(2015, 4, 1), state="standing")
    other = Vouch(affiliation_id=cast.rows["waiting elsewhere"].id, voucher_id=voucher, started_on=date(2015, 4, 1), state="held")
    session.add_all([vouch, other])
    await session.flush()
    readers = cast.readers | {"voucher": Actor(member_id=voucher), "stranger": Actor(member_id=MemberId(UUID(int=0)))}
    everybody = {"operator": 1, "member": 2, "colleague": 0, "steward": 2, "nameless": 2, "guest": 0, "voucher": 2, "stranger": 0}
    for reader, number in everybody.items():
        viewer = viewer_of(readers[reader])
        shown = await true_of(session, Vouch.id, vouch_shown(viewer), (vouch.id, other.id), joined=VOUCHED)
        assert shown == ({vouch.id, other.id} if number == 2 else {vouch.id} if number else set()), reader
