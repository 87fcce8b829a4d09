"""The command line over a real deployment's database: grants, groups, the doctor."""

import io
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from engawa.cli import main
from engawa.doctor import examine
from engawa.erase import erase_now
from engawa.grant import NotGranted, grant, make_group, merge, renew_log, reset_factors
from engawa.shared import bus_over, redis_of
from server.accounts.model import Member, RecoveryCode, SignInSession, Totp
from server.audit.model import AuditEntry, AuditPseudonym
from server.companies.model import Company
from server.companies.reads import company_named
from server.groups.model import AlumniGroup, GroupRole
from server.kit.bus import RedisBus
from server.kit.clock import now
from server.kit.db import Database
from server.kit.ids import GroupId
from server.kit.log import position_of
from server.kit.settings import Settings, load_settings
from tests.engawa.deploying import DEPLOYMENT
from tests.factories.accounts import make_account, make_session
from tests.factories.companies import make_company
from tests.factories.groups import make_group as found_group
from tests.factories.groups import make_proposal, make_role
from tests.factories.people import act_as, make_member
from tests.support.databases import at, execute
from tests.support.provider import provider
from tests.support.recording import until
from tests.support.unchanged import unchanged
from tests.support.valkey import valkey
from tests.support.working import jobs


@pytest.fixture
def deployment(database_url: str) -> Settings:
    """The settings of a deployment over the test's database."""
    return load_settings(DEPLOYMENT | {"DATABASE_URL": database_url})


@asynccontextmanager
async def refused(database: Database, sentence: str) -> AsyncGenerator[None]:
    """What happens inside is refused with this sentence, and nothing is written."""
    async with unchanged(database):
        with pytest.raises(NotGranted, match=sentence):
            yield


async def test_the_first_steward_and_operator_of_a_deployment(database: Database, deployment: Settings) -> None:
    async with database.transaction() as session:
        member = await make_member(session, email="first@people.example")
    told = await grant(deployment, "steward", " First@People.example ", None)
    assert told.startswith(" First@People.example  is a steward now. They set up a passkey")
    assert await make_group(deployment, "hidamari", "ひだまりアルムナイ", ["ソニー", "まだない会社"]) == (
        "ひだまりアルムナイ (hidamari) is there now, for alumni of ソニー, まだない会社."
    )
    told = await grant(deployment, "operator", "first@people.example", "hidamari")
    assert told.startswith("first@people.example operates ひだまりアルムナイ now. They set up a passkey")
    async with database.read() as session:
        actor = await act_as(session, member)
        group = (await session.scalars(select(AlumniGroup).where(AlumniGroup.slug == "hidamari"))).one()
        role = (await session.scalars(select(GroupRole).where(GroupRole.member_id == member))).one()
        assert (actor.is_steward, actor.operates, role.role) == (True, {group.id}, "operator")
        assert (await session.scalars(select(Company.name).where(Company.name == "まだない会社"))).one()
    speaks = "first@people.example speaks for the company in ひだまりアルムナイ now."
    assert (await grant(deployment, "contact", "first@people.example", "hidamari")).startswith(speaks)
    async with database.read() as session:
        assert (await act_as(session, member)).operates == frozenset()


async def test_what_cannot_be_granted_is_said_and_changes_nothing(database: Database, deployment: Settings) -> None:
    async with database.transaction() as session:
        await make_account(session, "first@people.example")
        await make_proposal(session, await make_member(session), slug="waits")
    cases = [
        (("steward", "nobody@people.example", None), "No member has"),
        (("operator", "nobody@people.example", "sony"), "no account"),
        (("operator", "first@people.example", None), "--group"),
        (("operator", "first@people.example", "nowhere"), "there is no group nowhere"),
        # Nobody has a role in a group before it is admitted.
        (("operator", "first@people.example", "waits"), "there is no group waits"),
    ]
    for (role, email, group), sentence in cases:
        async with refused(database, sentence):
            await grant(deployment, role, email, group)
    async with refused(database, "already"):
        await make_group(deployment, "sony", "ソニー", ["ソニー"])
    async with refused(database, "demo world"):
        await grant(Settings(_env_file=None), "steward", "first@people.example", None)
    async with database.read() as session:
        assert set(await session.scalars(select(Member.is_steward))) == {False}


async def test_a_lost_second_factor_is_lifted_and_the_trail_says_so(database: Database, deployment: Settings) -> None:
    """Everything that proved who they were is gone, every session ends, the member is told by mail; nobody else is touched."""
    async with database.transaction() as session:
        member, other = await make_member(session, email="first@people.example"), await make_member(session, "佐藤 花")
        for each in (member, other):
            session.add_all([Totp(member_id=each, secret=b"sealed", confirmed_at=now()), RecoveryCode(member_id=each, hash=b"one")])
            await make_session(session, each, method="passkey")
    assert "signed out everywhere" in await reset_factors(deployment, "First@people.example")
    async with database.read() as session:
        assert list(await session.scalars(select(Totp.member_id))) == list(await session.scalars(select(RecoveryCode.member_id))) == [other]
        assert list(await session.scalars(select(SignInSession.member_id).where(SignInSession.ended_at.is_(None)))) == [other]
        assert (await session.get_one(Member, member)).authz_version > 0
        assert [entry.action for entry in await session.scalars(select(AuditEntry))] == ["reset_second_factor"]
    assert ("queued", "SecondFactorLifted", 0) in await jobs(database)
    async with refused(database, "No member has"):
        await reset_factors(deployment, "nobody@people.example")


async def test_after_a_restored_backup_every_stream_has_a_new_epoch(database: Database, deployment: Settings) -> None:
    async with database.transaction() as session:
        before = [await position_of(session, name) for name in ("opportunities", "queue")]
    assert await renew_log(deployment) == ("2 streams have a new epoch: every page that follows one reads anew, once, and misses nothing.")
    async with database.transaction() as session:
        after = [await position_of(session, name) for name in ("opportunities", "queue")]
    assert {each.epoch for each in after}.isdisjoint({each.epoch for each in before})
    assert [(each.stream_id, each.offset) for each in after] == [(each.stream_id, each.offset) for each in before]
    async with refused(database, "the demo world has its stewards and operators"):
        await renew_log(load_settings({}))


async def test_companies_are_merged_by_any_of_their_names(database: Database, deployment: Settings) -> None:
    async with database.transaction() as session:
        await make_company(session, "そにい株式会社", aliases=("わが社",))
        await make_company(session, "別の会社", aliases=("わが社",))
        await make_member(session, company="まちがった名前")
    async with refused(database, "names several companies: そにい株式会社, 別の会社"):
        await merge(deployment, "わが社", "ソニー")
    async with refused(database, "both name ソニー: there is nothing to merge"):
        await merge(deployment, "Sony", "ｿﾆｰ")
    async with refused(database, "no company goes by the name どこにもない"):
        await merge(deployment, "どこにもない", "ソニー")
    assert (
        await merge(deployment, "まちがった名前", "sony") == "まちがった名前 is ソニー now; its names, its members and its id lead there."
    )
    async with database.read() as session:
        assert await company_named(session, "まちがった名前") == await company_named(session, "ソニー")
        entry = (await session.scalars(select(AuditEntry))).one()
        assert (entry.actor, entry.right, entry.action) == ("command line", "command line", "merge_companies")


async def test_a_member_is_erased_from_the_command_line(
    database: Database, deployment: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At once, with an entry in the trail; who operates a group alone hands it over first, and an address is typed twice."""
    async with database.transaction() as session:
        group = await found_group(session)
        operator = await make_member(session, email="first@people.example")
        await make_role(session, GroupId(group.id), operator)
        await make_member(session, email="other@people.example")
    async with refused(database, "only operator"):
        await erase_now(deployment, "first@people.example")
    async with refused(database, "no account"):
        await erase_now(deployment, "nobody@people.example")
    assert (await erase_now(deployment, "Other@people.example")).startswith("Other@people.example is erased.")
    async with database.read() as session:
        assert (await session.scalars(select(Member.email))).all() == ["first@people.example"]
        assert (await session.scalars(select(AuditEntry.action))).all() == ["erase_member"]
        assert (await session.scalars(select(AuditPseudonym.member_id))).all() == []
    monkeypatch.setattr("sys.stdin", io.StringIO("somebody@people.example\n"))
    assert main(["erase", "first@people.example", "--now"]) == 1
    assert capsys.readouterr().out.endswith("Nothing was erased.\n")


async def test_a_database_that_cannot_be_used_is_said_in_one_sentence(server_url: str, deployment: Settings) -> None:
    away = load_settings(DEPLOYMENT)
    with pytest.raises(NotGranted, match=r"^DATABASE_URL cannot be used \(.*\)\.$"):
        await grant(away, "steward", "a@people.example", None)
    name = f"{deployment.database_url}".partition("?")[0].rpartition("/")[2] + "_empty"
    await execute(server_url, f"CREATE DATABASE {name}")
    try:
        empty = load_settings(DEPLOYMENT | {"DATABASE_URL": at(server_url, name)})
        with pytest.raises(NotGranted, match="not migrated yet"):
            await grant(empty, "steward", "a@people.example", None)
    finally:
        await execute(server_url, f"DROP DATABASE {name}")


async def said_by_the_doctor(monkeypatch: pytest.MonkeyPatch, **variables: str) -> tuple[int, list[str]]:
    """What the doctor says and its status."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    lines: list[str] = []
    status = await examine(lines.append)
    # Whether the client is built is another test's business.
    return status, [line for line in lines if "web client" not in line and "filings" not in line]


async def test_the_doctor_of_a_deployment_that_works(
    database_url: str, mail_server: tuple[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = DEPLOYMENT | {"DATABASE_URL": database_url, "SMTP_URL": mail_server[0]}
    _, lines = await said_by_the_doctor(monkeypatch, **settings)
    assert all(line.startswith("ok  ") for line in lines)
    for words in (
        "DATABASE_URL is set",
        "database: PostgreSQL",
        "migrations: 0",
        "sees kanji as letters",
        "mail: 127.0.0.1",
        "jobs: 0 are",
    ):
        assert any(words in line for line in lines), words
    assert DEPLOYMENT["SECRET_KEY"] not in "".join(lines)


async def test_the_doctor_of_a_deployment_that_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    status, lines = await said_by_the_doctor(monkeypatch, **DEPLOYMENT)
    assert status == 1
    assert [line for line in lines if line.startswith("!!")] == [
        "!!  database: not reached (ConnectionRefusedError)",
        "!!  mail: 127.0.0.1:1 not reached (ConnectionRefusedError)",
    ]
    status, lines = await said_by_the_doctor(monkeypatch, SECRET_KEY="aaaa")
    assert (status, len(lines)) == (1, 1)
    assert lines[0].startswith("!!  configuration: SECRET_KEY is too weak")


async def test_the_doctor_looks_for_the_openid_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    async with provider() as found:
        _, lines = await said_by_the_doctor(monkeypatch, **DEPLOYMENT, **found.variables)
        there = f"ok  OpenID provider: {found.base} answers; browsers come back to https://engawa.example/signin/oidc/callback"
        assert there in lines
        assert "ok  configuration: OIDC_CLIENT_SECRET is set" in lines
        assert found.variables["OIDC_CLIENT_SECRET"] not in "".join(lines)
    _, lines = await said_by_the_doctor(monkeypatch, **DEPLOYMENT, **found.variables)
    assert f"!!  OpenID provider: {found.base} not usable (ConnectError)" in lines


async def test_the_doctor_looks_for_redis(monkeypatch: pytest.MonkeyPatch) -> None:
    _, lines = await said_by_the_doctor(monkeypatch, **DEPLOYMENT)
    assert next(line for line in lines if "Redis" in line).startswith("ok  Redis: none, and one web process needs none; several, ")
    with valkey() as server:
        url = server.url.replace("//", "//:a-word@")
        server.ask("CONFIG", "SET", "requirepass", "a-word")
        _, lines = await said_by_the_doctor(monkeypatch, **DEPLOYMENT, REDIS_URL=url)
        (told,) = [line for line in lines if "Redis" in line]
        assert told.startswith(f"ok  Redis: {server.url} answers (")
        assert told.endswith("); 0 of our processes listen there")
        redis = redis_of(load_settings(DEPLOYMENT | {"REDIS_URL": url}))
        async with bus_over(redis) as bus:
            assert isinstance(bus, RedisBus)
            await until(lambda: bus.reached, 20)
            _, lines = await said_by_the_doctor(monkeypatch, REDIS_SHARDED="no")
            assert next(line for line in lines if "Redis" in line).endswith("; 1 of our processes listen there")
        assert "a-word" not in "".join(lines)
        monkeypatch.setenv("REDIS_URL", server.url)
        status, lines = await said_by_the_doctor(monkeypatch)
        instead = "processes hear of one another within five seconds, and each counts limits by itself"
        assert (status, f"!!  Redis: {server.url} cannot be used (AuthenticationError); {instead}" in lines) == (1, True)


async def test_the_doctor_of_the_embedded_mode(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, lines = await said_by_the_doctor(monkeypatch, DATA_DIR=str(tmp_path))
    assert lines == [
        f"ok  configuration: everything embedded, data in {tmp_path}, served on http://localhost:8000",
        "--  database: the embedded PostgreSQL was not started yet",
        "--  mail: kept in the outbox at /dev/mail",
        f"ok  files: kept in {tmp_path.as_uri()}/files",
    ]


def test_what_can_be_mended_ends_with_status_2_and_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grant", "steward", "a@people.example"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("engawa: the demo world has its stewards")
    monkeypatch.setenv("HOST", "0.0.0.0")  # noqa: S104
    assert main(["serve"]) == 2
    assert capsys.readouterr().err.startswith("engawa: HOST would open the demo world to a network; expected: an address of this machine")
