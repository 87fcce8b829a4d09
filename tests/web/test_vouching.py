"""Two former colleagues, end to end in Chromium: one asks by a link, the other confirms; a former name is found until it is private."""

from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.asking import until_nobody
from tests.web.conftest import LOOKS, window
from tests.web.test_every_page import AXE_RUN, AXE_SOURCE, SIDEWAYS
from tests.web.words import says
from workers.indexing import reindex_all

# The page itself: what stands around every page is looked at by test_every_page.
AXE_PAGE = AXE_RUN.replace("axe.run(document,", "axe.run(document.querySelector('main'),")


@dataclass(frozen=True, slots=True)
class Two:
    """Who waits and who was there too, each with a session."""

    newcomer: str
    alum: str


async def two_colleagues(application: Application) -> Two:
    async with application.house.db.transaction() as session:
        newcomer = await make_member(session, "新田 空", "ソニー", verified=False, reading="にった そら", former_name="旧川 空")
        alum = await make_member(session, "髙橋 凪", "ソニー", former_name="齋藤 凪", reading="たかはし なぎ")
        tokens = [(await open_session(session, MemberId(member), "tests")).token for member in (newcomer, alum)]
    await reindex_all(application.house.worker)
    return Two(*tokens)


async def faultless(page: Page) -> None:
    """Nothing for assistive technology to stumble over, nothing beyond the edge."""
    await page.wait_for_function("() => !document.querySelector('[data-loading]')")
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_PAGE) == []
    assert await page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_two_former_colleagues_vouch(chromium: Browser, working: Application, language: str, width: int) -> None:
    two = await two_colleagues(working)
    async with (
        window(chromium, working, language=language, width=width, token=two.newcomer) as asking,
        window(chromium, working, language=language, width=width, token=two.alum) as asked,
    ):
        await asking.goto("/me/career")
        await asking.get_by_role("button", name=says(language, "元同僚のホームに出す")).click()
        await asking.get_by_role("button", name=says(language, "確認用のリンクを作る")).click()
        link = await asking.get_by_label(says(language, "元同僚に送るリンク")).input_value()
        await faultless(asking)

        await asked.goto("/")
        await expect(asked.get_by_role("heading", name=says(language, "在籍歴の確認をお願いしている人"))).to_be_visible()
        await faultless(asked)
        await asked.goto(link)
        await expect(asked.get_by_text("旧川 空")).to_be_visible()
        await faultless(asked)
        await asked.get_by_label(says(language, "ひとこと")).fill("同じ課でした")
        await asked.get_by_role("button", name=says(language, "一緒にいたことを確認する")).click()
        await expect(asked.get_by_text(says(language, "確認しました。ありがとうございました。"))).to_be_visible()

        await asking.goto("/")
        told = says(language, "{company}の元同僚が、あなたの在籍歴を確認しました。<0>メンバーを探せます</0>。")
        await expect(asking.get_by_text(told.partition("{company}")[2].partition("<0>")[0].strip(" 。.")).first).to_be_visible()
        await asking.goto("/people")
        await asking.get_by_role("link", name="髙橋 凪").click()
        await expect(asking.get_by_role("heading", name="髙橋 凪", level=1)).to_be_visible()

        await asked.goto("/people")
        await asked.get_by_role("link", name="新田 空").click()
        await expect(asked.get_by_text(says(language, "あなたの確認を取り下げる"), exact=True)).to_be_visible()
        await faultless(asked)
        await asking.goto(link)
        await expect(asking.get_by_role("heading", level=1)).to_be_visible()
        await expect(asking.get_by_text("旧川 空")).to_have_count(0)


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_former_name_is_found_until_it_is_private(chromium: Browser, working: Application, language: str, width: int) -> None:
    """In kanji of either form, in kana by the reading of the kanji; once private, by neither, and the page does not show it."""
    two = await two_colleagues(working)
    async with working.house.db.transaction() as session:
        seeker = await make_member(session, "渡邊 眞由美", "ニトリ")
        token = (await open_session(session, seeker, "tests")).token
    client = await working.as_member(seeker)
    async with (
        window(chromium, working, language=language, width=width, token=token) as page,
        window(chromium, working, language=language, width=width, token=two.alum) as own,
    ):
        person = page.get_by_role("link", name="髙橋 凪")
        for words in ("斎藤", "齋藤 凪", "さいとう"):
            await page.goto(f"/people?q={words}")
            await expect(person).to_be_visible()
        await own.goto("/me/edit")
        await own.get_by_label(says(language, "在籍時のお名前"), exact=False).first.wait_for()
        private = own.locator("select").filter(has=own.locator("option[value='ONLY_ME']"))
        for at in range(await private.count()):
            await private.nth(at).select_option("ONLY_ME")
        await own.get_by_role("button", name=says(language, "保存する"), exact=True).last.click()
        await expect(own).to_have_url("/me")
        for words in ("斎藤", "さいとう"):
            await until_nobody(client, words)
            await page.goto(f"/people?q={words}")
            await expect(page.get_by_text(says(language, "まだ見つかりません。"))).to_be_visible()
