"""One's own data end to end in Chromium: asked for on the page, made meanwhile, downloaded and opened; and every other state of the page."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect
from sqlalchemy import update

from server.accounts.commands import open_session
from server.exports.model import Export
from server.exports.rules import KEPT
from server.kit.ids import MemberId
from tests.factories.conversations import make_conversation
from tests.factories.people import make_member
from tests.support.exporting import Opened
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.test_every_page import AXE_RUN, AXE_SOURCE, SIDEWAYS
from tests.web.words import says


async def cast(application: Application, language: str) -> str:
    """Somebody who talked with somebody; a session of theirs."""
    async with application.house.db.transaction() as session:
        member = await make_member(session, "髙橋 龍之介", "ソニー", language=language)
        other = await make_member(session, "渡邊 眞由美", "ニトリ")
        await make_conversation(session, other, member, [(other, "=はじめまして"), (member, "よろしくお願いします。")])
        return (await open_session(session, MemberId(member), "tests")).token


async def turned(application: Application, page: Page, **changes: object) -> None:
    """The page once the export stands otherwise."""
    async with application.house.db.transaction() as session:
        await session.execute(update(Export).values(**changes))
    await page.reload()


async def looks_well(page: Page) -> None:
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == []
    assert await page.evaluate(SIDEWAYS) <= 0


async def downloaded(page: Page, language: str) -> Opened:
    """Press the button that says how large the file is, and open what was saved."""
    async with page.expect_download() as waiting:
        await page.get_by_role("link", name=says(language, "ダウンロードする（{large}）").partition("{")[0]).click()
    download = await waiting.value
    assert download.suggested_filename.startswith("engawa-")
    assert download.suggested_filename.endswith(".zip")
    return Opened(Path(await download.path()).read_bytes())


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_ones_data_is_downloaded_and_opened(chromium: Browser, working: Application, language: str, width: int) -> None:
    """The page becomes ready by itself; the README, the CSV and the JSON say what they should."""
    token = await cast(working, language)
    async with window(chromium, working, language=language, width=width, token=token) as page:
        await page.goto("/me")
        await page.get_by_role("link", name=says(language, "データと退会")).click()
        await page.get_by_role("button", name=says(language, "ファイルを作る"), exact=True).click()
        await expect(page.get_by_text(says(language, "ファイルができています"))).to_be_visible()
        await looks_well(page)
        opened = await downloaded(page, language)
        assert "縁側" in opened.readme("ja")
        assert "What is not inside, and why" in opened.readme("en")
        heading, first, *_ = opened.cells("messages").splitlines()
        assert heading.endswith("相手,本文" if language == "ja" else "Person,Text")
        assert first.endswith("渡邊 眞由美,'=はじめまして")
        assert [row["body"] for row in opened.rows("messages")] == ["=はじめまして", "よろしくお願いします。"]
        await turned(working, page, expires_at=Export.expires_at - KEPT)
        await expect(page.get_by_text(says(language, "前に作ったファイルは消えました"))).to_be_visible()
        await turned(working, page, state="failed", asked_at=Export.asked_at - timedelta(hours=1))
        await expect(page.get_by_text(says(language, "ファイルを作れませんでした"))).to_be_visible()
        await looks_well(page)
        await turned(working, page, state="asked")
        await expect(page.get_by_text(says(language, "ファイルを作っています"))).to_be_visible()
        await looks_well(page)
        await expect(page.get_by_role("button", name=says(language, "もう一度ファイルを作る"))).to_be_hidden()
