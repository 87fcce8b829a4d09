"""Hiding one post from a company and from a person, end to end in Chromium, while somebody of the company has it open."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId, global_id
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import AXE, window
from tests.web.words import says
from workers.indexing import reindex_all

AXE_SOURCE = AXE.read_text(encoding="utf-8") if AXE.exists() else ""
AXE_RUN = """async () => (await axe.run('main', { resultTypes: ['violations'] })).violations
  .map((one) => one.id + ': ' + one.nodes.map((node) => node.html).slice(0, 3).join(' | '))"""
TITLE = "倉庫の音声入力の壁打ち"


async def faultless(page: Page, name: str) -> None:
    """No fault for assistive technology; a picture is kept where one is asked for."""
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == [], name
    pictures = os.environ.get("PICTURES")
    if pictures:
        await page.screenshot(path=Path(pictures) / f"{name}.png", full_page=True)


async def pick(page: Page, label: str, typed: str, name: str) -> None:
    """Type into a box, and pick who or what goes by it."""
    box = page.get_by_role("combobox", name=label, exact=True)
    await box.click()
    await box.press_sequentially(typed)
    await page.get_by_role("listbox").get_by_role("option", name=name).first.click()
    await expect(box).to_have_value("")
    await expect(page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.parametrize(("language", "width", "scheme"), [("ja", 390, "light"), ("en", 1280, "dark")])
async def test_a_post_is_hidden_while_it_is_open_elsewhere(
    chromium: Browser, working: Application, language: str, width: int, scheme: str
) -> None:
    """A company is found by its Japanese name in either language, and somebody by their reading; an open list lets the post go."""
    async with working.house.db.transaction() as session:
        author = await make_member(session, "髙橋 龍之介", "ソニー")
        watching = await make_member(session, "渡邊 眞由美", "ニトリ")
        named = await make_member(session, "佐藤 凪", "ソニー", reading="さとう なぎ")
        post = await make_opportunity(session, author, title=TITLE)
        tokens = [(await open_session(session, MemberId(member), "tests")).token for member in (author, watching, named)]
    await reindex_all(working.house.worker)
    address, company = f"/opportunities/{global_id('Opportunity', post)}", "ニトリ" if language == "ja" else "Nitori"
    look = {"language": language, "width": width, "scheme": scheme}
    async with (
        window(chromium, working, token=tokens[1], **look) as reading,  # pyright: ignore[reportArgumentType]
        window(chromium, working, token=tokens[0], **look) as page,  # pyright: ignore[reportArgumentType]
    ):
        await reading.goto("/opportunities")
        await expect(reading.get_by_role("link", name=TITLE)).to_be_visible()
        # Its subscription begins once the list is there.
        await reading.wait_for_load_state("networkidle")
        await page.goto(f"{address}/edit?sheet=audience")
        await page.get_by_text(says(language, "見せない会社・人"), exact=True).click()
        await pick(page, says(language, "見せない会社を選ぶ"), "ニトリ", company)
        await pick(page, says(language, "見せない人を選ぶ"), "さとう", "佐藤 凪")
        await expect(page.get_by_text(says(language, "見せない会社・人（{hidden}件）", hidden="2"))).to_be_visible()
        await faultless(page, f"hiding-{language}-{width}")
        await page.get_by_role("button", name=says(language, "見え方を確認する")).click()
        line = says(language, "見せない会社・人：{hidden}", hidden=f"{company}・佐藤 凪" if language == "ja" else f"{company}, 佐藤 凪")
        await expect(page.get_by_text(line)).to_be_visible()
        await faultless(page, f"hiding-{language}-{width}-preview")
        await page.get_by_role("button", name=says(language, "この内容にする")).click()
        await page.wait_for_url(f"**{address}")
        await expect(page.get_by_text(line)).to_be_visible()
        await expect(reading.get_by_role("link", name=TITLE)).to_have_count(0)
        await faultless(page, f"hiding-{language}-{width}-own")
    async with window(chromium, working, token=tokens[2], **look) as page:  # pyright: ignore[reportArgumentType]
        await page.goto(address)
        await expect(page.get_by_role("heading", name=says(language, "ページが見つかりません。"))).to_be_visible()
