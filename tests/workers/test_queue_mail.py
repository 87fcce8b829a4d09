"""The weekly mail of the queue: on a Monday, once, with what waits; none where nothing waits; and no names to who cannot open it."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select, update

from server.accounts.commands import refuse_queue_mail
from server.accounts.model import Totp
from server.groups.commands import apply_to_groups
from server.groups.model import GroupApplication, GroupRole
from server.kit.db import Database
from server.kit.ids import GroupId, MemberId
from tests.conftest import Letters
from tests.factories.accounts import make_account, set_up_app
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.moderation import make_report
from tests.factories.people import make_member, make_operator
from tests.support.working import bodies, outbox
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
        steward = await make_member(session, "事務 花", email="steward@people.example", is_steward=True, language="en")
        await set_up_app(session, operator)
        await set_up_app(session, steward)
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


async def test_who_never_set_up_a_second_factor_reads_how_much_waits_and_of_whom_nothing(database: Database, parts: Parts) -> None:
    """The queue would not open to them; the mail says how it does, and names neither people nor groups. One app later it does."""
    operator = await fill(database, 2)
    async with database.transaction() as session:
        await session.execute(delete(Totp))
        # Begun, and not confirmed: no factor yet.
        session.add(Totp(member_id=operator, secret=b"sealed"))
    await remind_of_queues(parts, MONDAY)
    mails = {mail.recipient: mail for mail in await outbox(database)}
    assert mails.keys() == {"operator@people.example", "steward@people.example"}
    for mail in mails.values():
        for body in (mail.text, mail.html):
            assert not [word for word in ("新人", "別", "ひだまり", "わかば", "日前", "days ago") if word in body]
            assert ("/me/signins" in body, "/queue" in body) == (True, False)
    assert "2件がお返事を待っています" in mails["operator@people.example"].text
    assert "パスキーか認証アプリが必要です" in mails["operator@people.example"].text
    assert "a passkey or an authenticator app" in mails["steward@people.example"].text
    async with database.transaction() as session:
        await session.execute(update(Totp).values(confirmed_at=MONDAY))
    await remind_of_queues(parts, MONDAY + timedelta(days=7))
    (later,) = [mail for mail in await outbox(database) if mail.recipient == "operator@people.example" and "新人 0さん" in mail.text]
    assert "/queue" in later.text


async def test_one_thing_is_one_and_a_thousand_has_its_separator(database: Database, parts: Parts) -> None:
    """Only the report waits, for the steward alone; over a thousand wait for the operator."""
    operator = await fill(database, 0)
    await remind_of_queues(parts, MONDAY)
    (mail,) = await outbox(database)
    assert "\n1 thing in your queue is waiting for an answer." in f"\n{mail.text}"
    async with database.transaction() as session:
        group = await session.scalar(select(GroupRole.group_id).where(GroupRole.member_id == operator))
        for number in range(1001):
            member = await make_account(session)
            session.add(GroupApplication(group_id=group, member_id=member.id, answers=[], applied_at=MONDAY - timedelta(days=number % 2)))
    await remind_of_queues(parts, MONDAY + timedelta(days=7))
    text = next(mail.text for mail in await outbox(database) if mail.recipient == "operator@people.example")
    assert "1,001件がお返事を待っています" in text
    assert "> ほか991件" in text


async def test_a_mail_program_is_told_how_to_say_no(database: Database, smtp_parts: Parts, mail_server: tuple[str, Letters]) -> None:
    """One click (RFC 8058), with an address that names nobody to who reads it; what was switched off stays away, from that member."""
    operator = await fill(database, 1)
    await remind_of_queues(smtp_parts, MONDAY)
    received = {mail["To"]: mail for mail in mail_server[1].received}
    assert received.keys() == {"operator@people.example", "steward@people.example"}
    mail = received["operator@people.example"]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = "".join(mail["List-Unsubscribe"].split())
    assert re.fullmatch(r"<https://engawa\.example/queue/refused/[\w-]{64}>", address)
    assert str(operator) not in address
    assert "「ログインと安全」のページで止められます" in bodies(mail)[0]
    async with database.transaction() as session:
        await refuse_queue_mail(session, smtp_parts.seal, address.rpartition("/")[2].rstrip(">"))
    mail_server[1].received.clear()
    await remind_of_queues(smtp_parts, MONDAY + timedelta(days=7))
    assert [mail["To"] for mail in mail_server[1].received] == ["steward@people.example"]


async def test_nothing_is_mailed_on_another_day_or_to_an_empty_queue(database: Database, parts: Parts) -> None:
    await fill(database, 1)
    for moment in (MONDAY + timedelta(days=1), MONDAY.replace(hour=7), MONDAY.replace(hour=21)):
        await remind_of_queues(parts, moment)
    assert await outbox(database) == []
    await remind_of_queues(parts, MONDAY)
    assert len(await outbox(database)) == 2
    await remind_of_queues(parts, MONDAY + timedelta(days=7))
    assert len(await outbox(database)) == 4
