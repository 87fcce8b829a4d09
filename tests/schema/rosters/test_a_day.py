"""How many invitations a group sends in a day: counted where a restart, a second process and a shorter list forget nothing of it."""

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select

from server.kit.clock import now
from server.rosters.model import InvitationBatch, RosterEntry
from tests.factories.rosters import a_row
from tests.schema.rosters.bringing import Bringing, file_of
from tests.support.unchanged import unchanged
from workers.schedule import clean_up


async def sent_before(bringing: Bringing, number: int, hours: int) -> None:
    """The group wrote to so many people so many hours ago."""
    async with bringing.app.house.db.transaction() as session:
        session.add(InvitationBatch(group_id=bringing.group_id, number=number, sent_at=now() - timedelta(hours=hours)))


async def spent(bringing: Bringing, most: int) -> tuple[list[str], int]:
    """Send more than a day allows: nothing is written; what is said in both languages, and in how many hours one may come back."""
    client, answers = bringing.operator, list[dict[str, Any]]()
    async with unchanged(bringing.app.house.db):
        for client.language in ("ja", "en"):
            given = {"group": bringing.group, "most": most}
            answers.append(await client.change("sendInvitations", given, "... on TooMany { retryAfterSeconds }"))
    assert [(answer["__typename"], answer["code"]) for answer in answers] == [("TooMany", "InvitationsSpent")] * 2
    return [answer["message"] for answer in answers], round(answers[0]["retryAfterSeconds"] / 3600)


async def test_mails_are_capped_by_group_and_day(bringing: Bringing) -> None:
    """A thousand; what is over is refused as a whole, and says how many are left, and when to come back."""
    await sent_before(bringing, 900, 30)
    await sent_before(bringing, 500, 20)
    await sent_before(bringing, 498, 2)
    await bringing.bring(file_of([a_row(number) for number in range(5)]))
    assert (await bringing.roster() or {})["mayInvite"] == 2
    (ja, en), hours = await spent(bringing, 3)
    assert ja == "招待のメールは、1つのグループから24時間に1,000通までです。いま送れるのは、あと2通です。4時間ほどで、また増えます。"
    assert en == "One group may send 1,000 invitations within 24 hours. Yours can send 2 more now, and further ones in about 4 hours."
    assert hours == 4
    assert len(await bringing.invite(2)) == 2
    assert await bringing.counts() == {"INVITED": 2, "WAITING": 3}
    assert (await bringing.roster() or {})["mayInvite"] == 0
    assert (await spent(bringing, 1))[1] == 4


async def test_what_was_sent_counts_whatever_becomes_of_it(bringing: Bringing) -> None:
    """Of whom is taken off the list, and over a restart; an hourly look forgets only what counts no more."""
    await sent_before(bringing, 1000, 25)
    await sent_before(bringing, 998, 1)
    await bringing.bring(file_of([a_row(1), a_row(2)]))
    await bringing.invite()
    async with bringing.app.house.db.transaction() as session:
        await session.execute(delete(RosterEntry))
    await clean_up(bringing.app.house.worker)
    await bringing.bring(file_of([a_row(1)]))
    assert (await spent(bringing, 1))[1] == 23
    async with bringing.app.house.db.read() as session:
        kept = await session.scalars(select(InvitationBatch.number).order_by(InvitationBatch.sent_at))
    assert list(kept) == [998, 2]


async def test_two_who_send_at_once_keep_to_one_cap(bringing: Bringing) -> None:
    """The second counts what the first sent."""
    await sent_before(bringing, 997, 1)
    await bringing.bring(file_of([a_row(number) for number in range(4)]))
    sent = [bringing.operator.change("sendInvitations", {"group": bringing.group, "most": 2}) for _ in range(2)]
    assert sorted(answer["__typename"] for answer in await asyncio.gather(*sent)) == ["InvitationsSent", "TooMany"]
    assert await bringing.counts() == {"INVITED": 2, "WAITING": 2}
