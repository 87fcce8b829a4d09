"""Whose turn it is: what one person waits for goes before what was written to hundreds."""

from sqlalchemy import select

from server.accounts.commands import request_sign_in
from server.kit.db import Database
from server.kit.ids import GroupId
from server.kit.keyed import KeyedHash
from server.kit.log import record
from server.kit.mail import Outbox, OutboxMail
from server.rosters.commands import Bringing, Reading, import_on_the_command_line
from server.rosters.events import InvitationSent
from server.rosters.model import RosterEntry
from server.rosters.rules import table_of
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.rosters import a_row, as_csv
from tests.support.working import worker_parts
from workers.drain import drain

MANY = 30


async def test_a_sign_in_mail_does_not_wait_behind_a_list_of_invitations(database: Database) -> None:
    async with database.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ")).id)
        table = table_of(as_csv([a_row(number) for number in range(MANY)]))
        reading = Reading(table, KeyedHash("a secret of the deployment"), lambda _progress, _bad: None)
        await import_on_the_command_line(session, Bringing(group, "総会で同意を得ています。"), reading)
        for entry in await session.scalars(select(RosterEntry)):
            entry.state = "invited"
            record(session, InvitationSent(entry_id=entry.id, group_id=group))  # pyright: ignore[reportArgumentType]
    async with database.transaction() as session:
        await request_sign_in(session, "someone@people.example", "ja")
    await drain(worker_parts(database, Outbox(database)))
    async with database.read() as session:
        recipients = list(await session.scalars(select(OutboxMail.recipient).order_by(OutboxMail.id)))
    assert recipients[0] == "someone@people.example"
    assert len(recipients) == 1 + MANY
