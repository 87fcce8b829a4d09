"""The weekly mail of the queue: on a Monday, once, with what waits; and none where nothing waits."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from server.groups.commands import apply_to_groups
from server.kit.db import Database
from server.kit.ids import GroupId, MemberId
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.moderation import make_report
from tests.factories.people import make_member, make_operator
from tests.support.working import outbox
from workers.notifying.queues import remind_of_queues
from workers.parts import Parts

MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=ZoneInfo("Asia/Tokyo"))


async def fill(database: Database, applicants: int) -> MemberId:
    """A group with an operator, a deputy elsewhere and a steward; so many applicants, and a report."""
    async with database.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ")).id)
        operator = await make_operator(session, group, "森 楓", company, email="operator@people.example")
        idle = await make_company(session, "こもれび製作所")
        await make_operator(session, GroupId((await make_group(session, idle)).id), "岡 蓮", idle, email="idle@people.example")
        await make_member(session, "事務 花", email="steward@people.example", is_steward=True, language="en")
        for number in range(applicants):
            member = await make_member(session, f"新人 {number}", "わかば商店", verified=False)
            await apply_to_groups(session, member, [group])
        await make_report(
            session, operator, await make_member(session, "別人 凪"), kind="member", about=await make_member(session, "別 凪")
        )
    return operator


async def test_who_decides_is_told_once_a_week_what_waits(database: Database, parts: Parts) -> None:
    """Ten lines and how many more; the steward reads that a report waits, and not on whom."""
    await fill(database, 12)
    await remind_of_queues(parts, MONDAY)
    await remind_of_queues(parts, MONDAY + timedelta(hours=1))
    mails = {mail.recipient: mail for mail in await outbox(database)}
    assert mails.keys() == {"operator@people.example", "steward@people.example"}
    text = mails["operator@people.example"].text
    assert "12件がお返事を待っています" in text
    assert "> 参加の申し込み：新人 0さん（ひだまり電機アルムナイ）" in text
    assert (text.count("参加の申し込み："), "> ほか2件" in text) == (10, True)
    assert "/queue" in text
    # Whose own tenure nobody's group confirms waits for the stewards; the report is the last to have come.
    assert "and 3 more" in mails["steward@people.example"].text
    assert "別" not in mails["steward@people.example"].text


async def test_nothing_is_mailed_on_another_day_or_to_an_empty_queue(database: Database, parts: Parts) -> None:
    await fill(database, 1)
    for moment in (MONDAY + timedelta(days=1), MONDAY.replace(hour=7), MONDAY.replace(hour=21)):
        await remind_of_queues(parts, moment)
    assert await outbox(database) == []
    await remind_of_queues(parts, MONDAY)
    assert len(await outbox(database)) == 2
    await remind_of_queues(parts, MONDAY + timedelta(days=7))
    assert len(await outbox(database)) == 4
