"""`engawa import members`: a list is brought from the command line, as a process of its own, over a real deployment's database."""

import asyncio
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import func, select

from server.audit.model import AuditEntry
from server.kit.db import Database
from server.rosters.model import Roster, RosterEntry
from tests.engawa.deploying import DEPLOYMENT, engawa
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.rosters import a_row, as_csv
from tests.support.unchanged import unchanged
from tests.support.working import jobs

CONSENT = "総会で同意を得ています。"


@pytest.fixture
async def file(database: Database, tmp_path: Path) -> Path:
    """A file of three rows, one of them bad, for a group that is there."""
    async with database.transaction() as session:
        await make_group(session, await make_company(session, "ひだまり電機"), name="ひだまりアルムナイ", slug="hidamari")
    written = tmp_path / "会員名簿.csv"
    written.write_bytes(as_csv([a_row(1), a_row(2, メール="", 部署="=1+1"), a_row(3)], "cp932"))
    return written


async def run(database_url: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return await asyncio.to_thread(engawa, "import", "members", *map(str, arguments), **DEPLOYMENT | {"DATABASE_URL": database_url})


async def test_a_list_goes_in_once(database: Database, database_url: str, file: Path) -> None:
    """Bad rows go to a file with their reasons; a second time adds nobody; nobody is written to."""
    rejects = file.parent / "rejects.csv"
    done = await run(database_url, file, "--group", "hidamari", "--consent", CONSENT, "--rejects", rejects)
    assert done.returncode == 0, done.stderr
    assert "1 bad rows, with their reasons" in done.stdout
    assert "Imported: 2 new, 0 corrected, 0 there already, 1 refused." in done.stdout
    assert "rows …" in done.stderr
    written = rejects.read_bytes()
    assert written.startswith("\ufeff行番号".encode())
    assert "メール: 入力してください。" in written.decode("utf-8-sig")
    assert ",'=1+1" in written.decode("utf-8-sig")
    again = await run(database_url, file, "--group", "hidamari", "--consent", CONSENT)
    assert "Imported: 0 new, 0 corrected, 2 there already" in again.stdout
    assert "line 3: E-mail: Please fill this in." in again.stdout
    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(RosterEntry)) == 2
        rosters = (await session.scalars(select(Roster))).all()
        trail = (await session.scalars(select(AuditEntry).where(AuditEntry.action == "import_roster"))).all()
    assert [(roster.imported_by, roster.consent) for roster in rosters] == [(None, CONSENT)] * 2
    assert [(entry.actor, entry.right, entry.reason) for entry in trail] == [("command line", "command line", CONSENT)] * 2
    assert [job for _, job, _ in await jobs(database)] == ["RosterImported"] * 2


async def test_a_preview_and_what_cannot_be_imported_keep_nothing(database: Database, database_url: str, file: Path) -> None:
    """Each says so; what can be mended is one sentence."""
    ground = ("--group", "hidamari", "--consent", CONSENT)
    lacking = file.parent / "lacking.csv"
    lacking.write_text("氏名,入社,退社\n佐藤 凪,2010/4,2011/3\n", encoding="utf-8")
    async with unchanged(database):
        preview = await run(database_url, file, *ground, "--preview")
        assert "Nothing was kept. The file would bring: 2 new" in preview.stdout
        for arguments, sentence in (
            ((lacking, *ground), "A column is missing: メール / E-mail."),
            ((file.parent / "none.csv", *ground), "cannot be read"),
            ((file, "--group", "nowhere", "--consent", CONSENT), "there is no group nowhere"),
            ((file, "--group", "hidamari", "--consent", " "), "Please say why these people may be written to."),
        ):
            refused = await run(database_url, *arguments)
            assert (refused.returncode, sentence in refused.stderr, len(refused.stderr.splitlines())) == (2, True, 1), refused.stderr
