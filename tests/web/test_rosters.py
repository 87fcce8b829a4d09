"""A list end to end in Chromium: 1,000 rows in Shift_JIS, 50 of them bad, go in, are repeated without doubles; people accept."""

import asyncio
import csv
import io
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect
from sqlalchemy import func, select

from server.accounts.commands import open_session
from server.groups.model import AlumniGroup
from server.kit.ids import GroupId, MemberId
from server.kit.mail import OutboxMail
from server.rosters.commands import Bringing, Reading, import_on_the_command_line
from server.rosters.model import RosterEntry
from server.rosters.rules import table_of
from tests.factories.companies import make_company
from tests.factories.groups import make_group, make_role
from tests.factories.people import make_member
from tests.factories.rosters import HEADINGS, a_row, as_csv
from tests.schema.rosters.bringing import token_in
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.test_every_page import AXE_RUN, AXE_SOURCE, SIDEWAYS
from tests.web.words import says

ROWS, BAD = 1000, 50
FAULTS: tuple[dict[str, str], ...] = (
    {"氏名": ""},
    {"メール": "佐藤"},
    {"入社": "2010年"},
    {"退社": "2001/3"},
    {"会社": "知らない会社"},
)


def a_list() -> bytes:
    """950 good rows and 50 bad ones, with a column that nobody needs."""
    rows = [a_row(number, **(FAULTS[number % len(FAULTS)] if number <= BAD else {})) for number in range(1, ROWS + 1)]
    return as_csv([[*row, "1980/1/1"] for row in rows], "cp932", headings=[*HEADINGS, "生年月日"])


async def cast(application: Application, language: str) -> str:
    """Who runs the group; a session of theirs that has proven itself."""
    async with application.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ", slug="hidamari")).id)
        operator = await make_member(session, "森 楓", company, language=language)
        await make_role(session, group, operator, "owner")
        return (await open_session(session, MemberId(operator), "tests", "passkey")).token


async def looks_well(page: Page) -> None:
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == []
    assert await page.evaluate(SIDEWAYS) <= 0


async def choose(page: Page, file: Path) -> None:
    """Choose the file by the native control behind the button."""
    await page.locator("input[type=file]").set_input_files(file)


async def saved(page: Page, language: str) -> list[list[str]]:
    """The bad rows, as they were saved."""
    async with page.expect_download() as waiting:
        await page.get_by_role("button", name=says(language, "理由をつけて、ファイルに保存する")).click()
    content = Path(await (await waiting.value).path()).read_text("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


async def mails(application: Application) -> list[OutboxMail]:
    async with application.house.db.read() as session:
        return list(await session.scalars(select(OutboxMail).where(OutboxMail.text.contains("/invitation#")).order_by(OutboxMail.id)))


async def code_for(application: Application, recipient: str) -> str:
    """The six digits of the mail that followed the invitation."""
    to_them = select(OutboxMail.text).where(OutboxMail.recipient == recipient, OutboxMail.text.contains("/signin/link#"))
    for _ in range(200):
        async with application.house.db.read() as session:
            text = await session.scalar(to_them)
        if text is not None and (found := re.search(r"\b\d{6}\b", text)) is not None:
            return found[0]
        await asyncio.sleep(0.1)
    raise AssertionError(recipient)


async def brought(page: Page, file: Path, language: str) -> None:
    """From the group's own page: choose, look, say the ground, import."""
    await page.goto("/groups/hidamari")
    await page.get_by_role("link", name=says(language, "名簿と招待")).click()
    await choose(page, file)
    await expect(page.get_by_text(file.name)).to_be_visible()
    await page.get_by_label(says(language, "連絡してよい理由")).fill("2026年の総会で、ご本人の同意を得ています。")


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_list_goes_in_is_repeated_and_accepted(
    chromium: Browser, working: Application, tmp_path: Path, language: str, width: int
) -> None:
    """On a phone and on a desktop, in both languages; dark where English is read."""
    file = tmp_path / "会員名簿.csv"
    file.write_bytes(a_list())
    look = {"language": language, "width": width, "scheme": "dark" if language == "en" else "light"}
    async with window(chromium, working, token=await cast(working, language), **look) as page:  # pyright: ignore[reportArgumentType]
        await page.goto("/groups/hidamari/rosters")
        await expect(page.get_by_role("heading", name=says(language, "名簿を取り込む"), exact=True)).to_be_visible()
        await looks_well(page)
        await choose(page, file)
        await expect(page.get_by_text(says(language, "読み取らない列：{ignored}", ignored="生年月日"))).to_be_visible()
        await page.get_by_text(says(language, "直しが必要な行を見る（{total, plural, other {#行}}）", total=BAD)).click()
        await expect(page.get_by_text(says(language, "{line}行目", line="2"), exact=True)).to_be_visible()
        await looks_well(page)
        rows = await saved(page, language)
        assert len(rows) == BAD + 1
        assert [row[0] for row in rows[1:]] == [str(number) for number in range(2, BAD + 2)]
        go = page.get_by_role("button", name=f"{ROWS - BAD}人を取り込む" if language == "ja" else f"Import {ROWS - BAD} people")
        await go.click()
        await expect(page.get_by_text(says(language, "この方々に連絡してよい理由を入力してください。"))).to_be_visible()
        await page.get_by_label(says(language, "連絡してよい理由")).fill("2026年の総会で、ご本人の同意を得ています。")
        await go.click()
        done = f"{ROWS - BAD}人を取り込みました。" if language == "ja" else f"{ROWS - BAD} people were imported."
        await expect(page.get_by_text(done)).to_be_visible()
        await expect(page.get_by_text("nagi51@people.example").first).to_be_visible()
        await looks_well(page)
        assert await mails(working) == []
        await again(page, working, file, language)
        await invited(page, language)
    await accepted(chromium, working, look, language)


async def again(page: Page, application: Application, file: Path, language: str) -> None:
    """The same file once more brings nobody new."""
    await brought(page, file, language)
    await page.get_by_role("button", name=says(language, "内容を取り込み直す")).click()
    told = says(language, "すでに名簿かグループにいる方：{present, plural, other {#人}}", present=ROWS - BAD)
    await expect(page.get_by_text(told)).to_be_visible()
    async with application.house.db.read() as session:
        assert await session.scalar(select(func.count()).select_from(RosterEntry)) == ROWS - BAD


async def invited(page: Page, language: str) -> None:
    """The page asks before it sends."""
    send = f"{ROWS - BAD}人に招待のメールを送る" if language == "ja" else f"Send {ROWS - BAD} invitations"
    await page.get_by_role("button", name=send).click()
    dialog = page.get_by_role("dialog")
    await looks_well(page)
    await dialog.get_by_role("button", name=says(language, "送る"), exact=True).click()
    await expect(page.get_by_text(says(language, "いま招待を送る方はいません。"))).to_be_visible()
    await page.get_by_role("button", name=says(language, "招待した方"), exact=True).click()
    await expect(page.get_by_text("nagi51@people.example")).to_be_visible()
    await looks_well(page)


async def accepted(browser: Browser, application: Application, look: dict[str, object], language: str) -> None:
    """Three people see the group first; two join by the code of a mail, one wants no invitation any more."""
    async with asyncio.timeout(60):
        while len(sent := await mails(application)) < 3:
            await asyncio.sleep(0.1)
    first, second, third = sent[:3]
    for mail in (first, second):
        async with window(browser, application, **look) as page:  # pyright: ignore[reportArgumentType]
            await page.goto(f"/invitation#token={token_in(mail)}")
            await expect(page.get_by_role("heading", level=1)).to_contain_text("ひだまり電機アルムナイ")
            await looks_well(page)
            join = page.get_by_role("button", name=says(language, "参加する"), exact=True)
            await join.click()
            await expect(page.get_by_text(says(language, "利用規約とプライバシーポリシーを読んで、同意してください。"))).to_be_visible()
            await page.get_by_role("checkbox").check()
            await join.click()
            await expect(page.get_by_role("heading", name=says(language, "メールを確かめてください"))).to_be_visible()
            await looks_well(page)
            await page.get_by_label(says(language, "6桁の番号")).fill(await code_for(application, mail.recipient))
            await page.get_by_role("button", name=says(language, "ログインする"), exact=True).click()
            await expect(page.get_by_role("heading", name=says(language, "メールを確かめてください"))).to_be_hidden()
            await page.goto("/me/career")
            await expect(page.get_by_text(says(language, "運営者が確認")).first).to_be_visible()
    async with window(browser, application, **look) as page:  # pyright: ignore[reportArgumentType]
        await page.goto(f"/invitation#token={token_in(third)}")
        await page.get_by_role("button", name=says(language, "今後、招待を受け取らない")).click()
        await page.get_by_role("dialog").get_by_role("button", name=says(language, "招待を受け取らない"), exact=True).click()
        await expect(page.get_by_role("heading", name=says(language, "招待は、もう届きません"))).to_be_visible()
        await looks_well(page)
        await page.goto("/invitation/refuse#token=none")
        await expect(page.get_by_role("button", name=says(language, "今後、招待を受け取らない"))).to_be_visible()
        await looks_well(page)
        await page.goto(f"/invitation#token={token_in(first)}")
        await expect(page.get_by_role("heading", name=says(language, "この招待は、もう使われています。"))).to_be_visible()
        await looks_well(page)
    async with application.house.db.read() as session:
        states = select(RosterEntry.state, func.count()).group_by(RosterEntry.state)
        counted = {row[0]: row[1] for row in await session.execute(states)}
    assert counted["accepted"] == 2
    assert sum(counted.values()) == ROWS - BAD - 1


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_more_than_a_thousand_are_written_with_a_separator(
    chromium: Browser, working: Application, language: str, width: int
) -> None:
    """On the list, on the button, and in what a day allows."""
    token = await cast(working, language)
    async with working.house.db.transaction() as session:
        group = GroupId((await session.scalars(select(AlumniGroup.id).where(AlumniGroup.slug == "hidamari"))).one())
        table = table_of(as_csv([a_row(number) for number in range(1, 1205)]))
        reading = Reading(table, working.house.graph.keyed, lambda _progress, _bad: None)
        await import_on_the_command_line(session, Bringing(group, "総会で同意を得ています。"), reading)
    async with window(chromium, working, language=language, width=width, token=token) as page:
        await page.goto("/groups/hidamari/rosters")
        await expect(page.get_by_text("1,204人" if language == "ja" else "1,204 people", exact=True)).to_be_visible()
        send = says(language, "{next, plural, other {#人}}に招待のメールを送る", next=1000)
        await expect(page.get_by_role("button", name=send)).to_be_visible()
        told = says(language, "1つのグループから送れるのは、24時間に1,000通までです。残りの方には、前に送ってから24時間たつと送れます。")
        await expect(page.get_by_text(told)).to_be_visible()
        assert "1,000" in send
        await page.get_by_role("button", name=says(language, "参加した方"), exact=True).click()
        await expect(page.get_by_role("status").filter(has_text=says(language, "この状態の方はいません。"))).to_be_visible()
        await looks_well(page)
