"""While one types on the people page: the company, the skill and the posts that are meant, and people below, in Chromium."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.joining import faultless
from tests.web.words import says
from workers.indexing import reindex_all

PICTURES = os.environ.get("PICTURES")


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_what_is_typed_leads_to_a_company_to_posts_and_to_people(
    chromium: Browser, working: Application, language: str, width: int
) -> None:
    """The last word is the one that is meant; the company picked takes its place, by the keyboard too, and the address holds it."""
    async with working.house.db.transaction() as session:
        author = await make_member(session, "髙橋 龍之介", "ソニー", headline="音声入力の設計")
        await make_member(session, "渡邊 眞由美", "ニトリ", headline="音声入力の倉庫")
        reader = await make_member(session, "佐藤 凪", "ソニー")
        await make_opportunity(session, author, title="音声入力の壁打ち")
        token = (await open_session(session, MemberId(reader), "tests")).token
    await reindex_all(working.house.worker)
    company = "ソニー" if language == "ja" else "Sony"
    async with window(chromium, working, language=language, width=width, token=token) as page:
        await page.goto("/people")
        await expect(page.get_by_role("heading", name="髙橋 龍之介")).to_be_visible()
        await page.keyboard.press("/")
        box = page.get_by_role("searchbox")
        await expect(box).to_be_focused()
        await box.fill("音声入力")
        posts = says(language, "この言葉の募集も見る（{posts, plural, other {#件}}）", posts=1)
        await expect(page.get_by_role("link", name=posts)).to_be_visible()
        await expect(page.get_by_role("heading", name="渡邊 眞由美")).to_be_visible()
        await box.fill("音声入力 そに")
        chip = page.get_by_role("group", name=says(language, "この会社にいた方に絞り込む")).get_by_role("button", name=company)
        await expect(chip).to_be_visible()
        await faultless(page)
        if PICTURES:
            await page.screenshot(path=Path(PICTURES) / f"suggested-{language}-{width}.png", full_page=True)
        await chip.focus()
        await page.keyboard.press("Enter")
        await expect(box).to_be_focused()
        await expect(box).to_have_value("音声入力")
        await expect(page.get_by_role("heading", name="渡邊 眞由美")).to_have_count(0)
        await expect(page.get_by_role("heading", name="髙橋 龍之介")).to_be_visible()
        await page.reload()
        await expect(page.get_by_role("heading", name="髙橋 龍之介")).to_be_visible()
        await expect(page.get_by_role("heading", name="渡邊 眞由美")).to_have_count(0)
        await page.get_by_role("link", name=posts).click()
        await expect(page.get_by_role("heading", name="音声入力の壁打ち")).to_be_visible()
