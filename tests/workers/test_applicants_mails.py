"""The mails to applicants: asked back, approved, declined; in the name of the group, and nothing that does not hold any more."""

from typing import Any

import pytest

from server.groups.commands import Question, apply_to_groups, ask_applicant, edit_application
from server.groups.commands.applications import ApplicationEdit
from server.groups.commands.closing import close_group
from server.groups.model import AlumniGroup, GroupApplication
from server.kit.db import Database
from server.kit.ids import ApplicationId, GroupId, MemberId
from server.people.commands import Seen, approve_application, decline_application
from server.people.reads.applications import grounds_of
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import act_as, make_affiliation, make_member, make_operator
from tests.support.working import outbox
from workers.drain import drain
from workers.parts import Parts


async def applied(database: Database, language: Any = "ja") -> tuple[MemberId, ApplicationId]:
    """A newcomer applies to a group that has an operator; return the operator and the application."""
    async with database.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        row = await make_group(session, company, name="ひだまり電機アルムナイ")
        row.name_en, group = "Hidamari alumni", GroupId(row.id)
        operator = await make_operator(session, group, "森 楓", company)
        member = await make_member(session, "新人 空", "わかば商店", email="sora@people.example", language=language, verified=False)
        (application,) = await apply_to_groups(session, member, [group])
        # Told beside it, so that an application rests on it.
        await make_affiliation(session, member, company, state="awaiting")
    return operator, application


async def decide(database: Database, operator: MemberId, application: ApplicationId, reason: str | None) -> None:
    """Approve, or decline with a reason."""
    async with database.transaction() as session:
        actor = await act_as(session, operator)
        seen = Seen(application_id=application, version=(await grounds_of(session, actor, [application]))[application].version)
        if reason is None:
            await approve_application(session, actor, seen)
        else:
            await decline_application(session, actor, seen, reason)


@pytest.mark.parametrize(
    ("language", "reason", "subject", "said"),
    [
        ("ja", None, "グループに参加できました", "ひだまり電機アルムナイへの参加が承認されました"),
        ("en", None, "You are in the group", "Your application to Hidamari alumni was approved"),
        ("ja", "時期を確かめられませんでした。", "参加の申し込みについて", "> 時期を確かめられませんでした。"),
        ("en", "We could not confirm the dates.", "About your application", "> We could not confirm the dates."),
    ],
)
async def test_a_decision_is_mailed_once(
    database: Database, parts: Parts, language: str, reason: str | None, subject: str, said: str
) -> None:
    """One mail, though a tenure was decided with it; it names the group, and no volunteer."""
    operator, application = await applied(database, language)
    await decide(database, operator, application, reason)
    await drain(parts)
    (mail,) = await outbox(database)
    assert (mail.recipient, mail.subject, said in mail.text) == ("sora@people.example", subject, True)
    assert "森" not in mail.text + mail.html


@pytest.mark.parametrize(
    ("language", "subject", "said"),
    [
        ("ja", "申し込んだグループが活動を終えました", "ひだまり電機アルムナイが活動を終えたため"),
        ("en", "The group you applied to has ended", "Hidamari alumni has come to an end"),
    ],
)
async def test_a_group_that_ends_sends_nobody_back_to_it(database: Database, parts: Parts, language: str, subject: str, said: str) -> None:
    """Its applicants learn that it ended, and the mail leads to the other groups."""
    _, application = await applied(database, language)
    async with database.transaction() as session:
        row = await session.get_one(GroupApplication, application)
        await close_group(session, await session.get_one(AlumniGroup, row.group_id), "活動を終えます。")
    await drain(parts)
    (mail,) = await outbox(database)
    assert (mail.subject, said in mail.text, "/groups" in mail.text, "/pending" in mail.text) == (subject, True, True, False)


async def test_a_question_back_is_mailed_while_it_waits_for_an_answer(database: Database, parts: Parts) -> None:
    """With its words, and where it is answered; not once it was answered before the mail was written."""
    operator, application = await applied(database)
    async with database.transaction() as session:
        await ask_applicant(session, await act_as(session, operator), Question(application, "どの<b>部署</b>でしたか。"))
    await drain(parts)
    (mail,) = await outbox(database)
    assert ("> どの<b>部署</b>でしたか。" in mail.text, "/pending" in mail.text, "<b>部署" in mail.html) == (True, True, False)
    async with database.transaction() as session:
        await ask_applicant(session, await act_as(session, operator), Question(application, "いつごろですか。"))
        row = await session.get_one(GroupApplication, application)
        edit = ApplicationEdit(application_id=application, answers=None, reply="2012年です。")
        await edit_application(session, await act_as(session, MemberId(row.member_id)), edit)
    await drain(parts)
    assert len(await outbox(database)) == 1
