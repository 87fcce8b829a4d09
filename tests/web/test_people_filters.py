"""Narrowing people on their page, in Chromium: counted, folded on a phone, held by the address, and saved without words."""

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId
from server.people.model import Profile
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_affiliation, make_member, make_profile
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.joining import faultless
from tests.web.words import says
from workers.indexing import reindex_all

PICTURES = os.environ.get("PICTURES")
WITH_ME = "同じ時期に同じ会社にいた方"


async def cast(application: Application) -> str:
    """A reader; who was there with them, who was there before, and who was elsewhere. Return the reader's session."""
    async with application.house.db.transaction() as session:
        company = await make_company(session, "ソニー")
        await make_group(session, company, name="ひだまり会")
        reader = await make_member(session, "佐藤 凪", company)
        people: tuple[tuple[str, Any, int, dict[str, Any]], ...] = (
            ("髙橋 龍之介", company, 2016, {"place": "東京・渋谷", "languages": ["ja", "en"], "availability": "now", "headline": "音声入力の設計"}),
            ("森 楓", company, 1999, {"place": "横浜", "languages": ["ja"], "headline": "音声入力の研究"}),
            ("渡邊 眞由美", "ニトリ", 2014, {"place": "札幌", "languages": ["ja", "de"], "availability": "talk"}),
        )
        for name, place, year, told in people:
            member = await make_profile(session, **told)
            (await session.get_one(Profile, member)).name = name
            await make_affiliation(session, member, place, started_on=date(year, 4, 1), ended_on=date(year + 5, 3, 1))
        token = (await open_session(session, MemberId(reader), "tests")).token
    await reindex_all(application.house.worker)
    return token


def of(page: Page, language: str, facet: str) -> Locator:
    return page.get_by_role("group", name=says(language, facet), exact=True)


async def unfold(page: Page, language: str, facet: str) -> None:
    """Open a facet, unless it is; its summary is its name, and how many of it are chosen."""
    if not await of(page, language, facet).is_visible():
        await page.locator("summary").filter(has_text=says(language, facet)).first.click()


async def shown(page: Page, *names: str) -> None:
    for name in ("髙橋 龍之介", "森 楓", "渡邊 眞由美", "佐藤 凪"):
        await expect(page.get_by_role("heading", name=name)).to_have_count(1 if name in names else 0)


async def picture(page: Page, name: str, language: str, width: int) -> None:
    if PICTURES:
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            await page.screenshot(path=Path(PICTURES) / f"{name}-{language}-{width}-{scheme}.png", full_page=True)
        await page.emulate_media(color_scheme="light", reduced_motion="reduce")


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_people_are_narrowed_and_the_filter_is_saved(chromium: Browser, working: Application, language: str, width: int) -> None:
    token = await cast(working)
    tokyo, english = ("東京都", "英語") if language == "ja" else ("Tokyo", "English")
    async with window(chromium, working, language=language, width=width, token=token) as page:
        await page.goto("/people")
        await shown(page, "髙橋 龍之介", "森 楓", "渡邊 眞由美", "佐藤 凪")
        if width < 800:
            await page.get_by_text(says(language, "会社やスキルなどで絞り込む")).click()
        with_me = page.get_by_role("checkbox", name=says(language, WITH_ME))
        await expect(page.locator("label").filter(has=with_me)).to_contain_text("1")
        await faultless(page)
        await picture(page, "facets", language, width)
        await with_me.check()
        await shown(page, "髙橋 龍之介")
        await with_me.uncheck()
        await unfold(page, language, "地域")
        await of(page, language, "地域").get_by_role("checkbox", name=tokyo).check()
        await shown(page, "髙橋 龍之介")
        # A facet leaves its own filter out, so that another value can join it.
        kanagawa = of(page, language, "地域").get_by_role("checkbox", name="神奈川県" if language == "ja" else "Kanagawa")
        await kanagawa.check()
        await shown(page, "髙橋 龍之介", "森 楓")
        await kanagawa.uncheck()
        await unfold(page, language, "使えることば")
        await of(page, language, "使えることば").get_by_role("checkbox", name=english).check()
        await unfold(page, language, "いまの状況")
        await of(page, language, "いまの状況").get_by_role("checkbox", name=says(language, "今すぐ手伝える")).check()
        await unfold(page, language, "グループ")
        await of(page, language, "グループ").get_by_role("checkbox", name="ひだまり会").check()
        await with_me.check()
        await shown(page, "髙橋 龍之介")
        await faultless(page)
        await picture(page, "narrowed", language, width)
        await page.reload()
        await shown(page, "髙橋 龍之介")
        await page.get_by_role("link", name=says(language, "この条件を保存する")).click()
        for chip in (tokyo, english, says(language, "今すぐ手伝える"), says(language, WITH_ME), "ひだまり会"):
            await expect(page.get_by_role("button", name=chip)).to_be_visible()
        await faultless(page)
        await picture(page, "saving", language, width)
        await page.get_by_role("button", name=english).click()
        await page.get_by_role("button", name=says(language, "保存する"), exact=True).click()
        for tag in (tokyo, says(language, "今すぐ手伝える"), says(language, WITH_ME), "ひだまり会"):
            await expect(page.get_by_role("listitem").filter(has_text=tag).first).to_be_visible()
        await expect(page.get_by_text(english, exact=True)).to_have_count(0)
        await faultless(page)
        await picture(page, "saved", language, width)


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_people_found_by_words_are_ordered(chromium: Browser, working: Application, language: str, width: int) -> None:
    """By fit or by who came last; the address holds it. Nothing found leads back to everybody."""
    token = await cast(working)
    async with window(chromium, working, language=language, width=width, token=token) as page:
        await page.goto("/people?q=音声入力")
        order = page.get_by_role("combobox", name=says(language, "並び順"))
        await order.select_option(says(language, "新しく登録した順"))
        await expect(page.get_by_role("heading", level=3).first).to_contain_text("森 楓")
        await expect(page).to_have_url(re.compile("sort=NEWEST"))
        await page.reload()
        await expect(page.get_by_role("heading", level=3).first).to_contain_text("森 楓")
        await faultless(page)
        await picture(page, "ordered", language, width)
        await page.goto("/people?places=JP-47")
        await page.get_by_role("button", name=says(language, "絞り込みをやめる")).click()
        await shown(page, "髙橋 龍之介", "森 楓", "渡邊 眞由美", "佐藤 凪")
