"""Reporting and blocking in Chromium, from a post and from its author's page: the same dialogs, sent by keyboard and by press."""

import pytest
from playwright.async_api import Browser, Page, expect
from sqlalchemy import select

from server.accounts.commands import open_session
from server.kit.ids import MemberId, global_id
from server.moderation.model import Report
from server.people.model import Block
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import AXE, window
from tests.web.words import says

AXE_SOURCE = AXE.read_text(encoding="utf-8") if AXE.exists() else ""
AXE_RUN = "async () => (await axe.run('dialog[open]', { resultTypes: ['violations'] })).violations.map((one) => one.id)"
NAME = "髙橋 龍之介"


async def choose(page: Page, language: str, item: str) -> None:
    """Open the menu of rare actions, and choose one; its dialog holds for everybody."""
    await page.get_by_role("button", name=says(language, "ほかの操作")).click()
    await page.get_by_role("button", name=item).click()
    await page.get_by_role("dialog").wait_for()
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == [], item


async def report(page: Page, language: str, thanks: str) -> None:
    """Give a reason and a note."""
    dialog = page.get_by_role("dialog")
    send = dialog.get_by_role("button", name=says(language, "通報する"), exact=True)
    await expect(send).to_be_disabled()
    await dialog.get_by_role("radio", name=says(language, "いやがらせ")).check()
    await dialog.get_by_role("textbox").fill("困っています。")
    await send.press("Enter")
    await expect(page.get_by_text(says(language, thanks))).to_be_visible()
    await expect(dialog).to_have_count(0)


@pytest.mark.parametrize(("language", "width", "scheme"), [("ja", 390, "dark"), ("en", 1280, "light")])
async def test_a_post_and_its_author_are_reported_and_blocked(
    chromium: Browser, working: Application, language: str, width: int, scheme: str
) -> None:
    async with working.house.db.transaction() as session:
        author, reader = await make_member(session, NAME, "ソニー"), await make_member(session, "佐藤 凪", "ニトリ")
        post = await make_opportunity(session, author)
        token = (await open_session(session, MemberId(reader), "tests")).token
    async with window(chromium, working, language=language, width=width, scheme=scheme, token=token) as page:
        await page.goto(f"/opportunities/{global_id('Opportunity', post)}")
        await choose(page, language, says(language, "この募集を通報する"))
        await report(page, language, "通報を受け取りました。確認した結果を、お知らせします。")
        await page.goto(f"/people/{global_id('Person', author)}")
        await choose(page, language, says(language, "{name}さんのことを通報する", name=NAME))
        await report(page, language, "通報を受け取りました。事務局が確認し、結果をお知らせします。")
        await choose(page, language, says(language, "{name}さんをブロックする", name=NAME))
        await page.get_by_role("dialog").get_by_role("button", name=says(language, "ブロックする"), exact=True).click()
        await page.wait_for_url("**/people")
        await expect(page.get_by_text(says(language, "{name}さんをブロックしました。", name=NAME))).to_be_visible()
    async with working.house.db.read() as session:
        told = [(row.subject_kind, row.reason, row.note) for row in await session.scalars(select(Report).order_by(Report.id))]
        assert told == [("opportunity", "harassment", "困っています。"), ("member", "harassment", "困っています。")]
        assert [(row.blocker_id, row.blocked_id) for row in await session.scalars(select(Block))] == [(reader, author)]
