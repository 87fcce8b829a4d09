"""Notices: one for whom it concerns, however often the job runs."""

import pytest

from server.kit.actor import Actor
from server.kit.db import Database
from server.kit.ids import AffiliationId, GroupId, MemberId, OpportunityId, ReportId, uuid7
from server.kit.log import Event, decode
from server.kit.paging import PageRequest
from server.moderation.events import ReportDecided
from server.notifications.reads import notices
from server.opportunities.events import OpportunityHidden, OpportunityRestored
from server.people.events import AffiliationConfirmed, AffiliationDeclined
from server.people.reads import affiliations_of
from tests.factories.people import make_member
from tests.support.working import Breaking, again, count, worker_parts
from workers.drain import drain
from workers.parts import Parts
from workers.performing import handle

GROUP = GroupId(uuid7())


def tellable(member: MemberId) -> list[Event]:
    """Every fact that becomes a notice, as one for the member."""
    affiliation, post, other = AffiliationId(uuid7()), OpportunityId(uuid7()), MemberId(uuid7())
    return [
        AffiliationConfirmed(affiliation_id=affiliation, member_id=member, group_id=GROUP, decided_by=other),
        AffiliationDeclined(affiliation_id=affiliation, member_id=member, group_id=None, decided_by=other),
        OpportunityHidden(opportunity_id=post, author_id=member, group_id=GROUP),
        OpportunityRestored(opportunity_id=post, author_id=member, group_id=GROUP),
        ReportDecided(report_id=ReportId(uuid7()), group_id=None, reporter_id=member),
    ]


@pytest.mark.parametrize("number", range(5))
async def test_each_fact_is_told_once_to_one_member(database: Database, parts: Parts, number: int) -> None:
    """A second run of the same job tells nothing; another occurrence is told again."""
    async with database.transaction() as session:
        member = await make_member(session)
    event = tellable(member)[number]
    for key in ("job:1", "job:1", "job:2"):
        assert await handle(parts, event, key) == []
    async with database.read() as session:
        page = await notices(session, Actor(member_id=member), PageRequest(10))
    assert [decode(row.type, row.ref) for row in page.items] == [event, event]
    assert await count(database, "notice") == 2


async def test_a_reporter_who_left_is_not_told(database: Database, parts: Parts) -> None:
    """Nobody is there to be told, and the job is done."""
    await again(database, ReportDecided(report_id=ReportId(uuid7()), group_id=None, reporter_id=None))
    assert (await drain(parts), await count(database, "notice")) == (1, 0)


async def test_a_crash_between_the_steps_repeats_without_doubles(database: Database, parts: Parts) -> None:
    """The notice was written, the mail was not: the next run writes no second notice, and sends the mail."""
    event, mails = await decided(database), await count(database, "outbox_mail")
    broken = worker_parts(database, Breaking(parts.mailer, before=1))
    (failure,) = await handle(broken, event, "job:1")
    assert isinstance(failure, ConnectionRefusedError)
    assert (await count(database, "notice"), await count(database, "outbox_mail"), await count(database, "sent_mail")) == (1, mails, 0)
    assert await handle(broken, event, "job:1") == []
    assert await handle(broken, event, "job:1") == []
    assert (await count(database, "notice"), await count(database, "outbox_mail"), await count(database, "sent_mail")) == (1, mails + 1, 1)


async def decided(database: Database) -> AffiliationConfirmed:
    """A confirmed affiliation, and the fact of its confirmation."""
    async with database.transaction() as session:
        member = await make_member(session, email="new@people.example")
        (affiliation,) = (await affiliations_of(session, Actor(member_id=member), [member]))[member]
    return AffiliationConfirmed(affiliation_id=affiliation.id, member_id=member, group_id=None, decided_by=MemberId(uuid7()))
