"""A saved search, end to end in Chromium: found nothing, saved it, and each post that meets it arrives once; also after a time offline, and a reload."""

from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId
from tests.factories.people import make_member
from tests.schema.opportunities.asking import posted
from tests.support.running import Application, Client
from tests.web.asking import until_found
from tests.web.conftest import LOOKS, window
from tests.web.test_every_page import AXE_RUN, AXE_SOURCE, SIDEWAYS
from tests.web.words import says
from workers.indexing import reindex_all

NAME = "配送の話"


@dataclass(frozen=True, slots=True)
class Two:
    """Who posts, and who waits for posts."""

    author: Client
    token: str


async def two_members(application: Application) -> Two:
    async with application.house.db.transaction() as session:
        author = await make_member(session, "髙橋 龍之介", "ソニー")
        reader = await make_member(session, "渡邊 眞由美", "ニトリ")
        token = (await open_session(session, MemberId(reader), "tests")).token
    return Two(await application.as_member(author), token)


async def sound(page: Page) -> None:
    """No fault for assistive technology, and nothing goes over the edge."""
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == []
    assert await page.evaluate(SIDEWAYS) <= 0


async def save(page: Page, language: str) -> None:
    """Look for something that is not there, and ask to be told of it."""
    await page.goto("/opportunities?q=配送")
    await page.get_by_role("link", name=says(language, "届いたら知らせる")).click()
    await expect(page.get_by_role("heading", name=says(language, "条件を保存する"), level=1)).to_be_visible()
    told = says(language, "この30日に届いて、いま読める募集では、{count, plural, other {#件}}が当てはまります。", count=0)
    await expect(page.get_by_text(told)).to_be_visible()
    await sound(page)
    await page.get_by_label(says(language, "名前"), exact=True).fill(NAME)
    await page.get_by_role("button", name=says(language, "保存する"), exact=True).click()
    await expect(page.get_by_role("heading", name=NAME, level=2)).to_be_visible()
    await expect(page.get_by_text(says(language, "ホームのお知らせに届きます。"))).to_be_visible()
    await sound(page)


async def change(page: Page, language: str) -> None:
    """Narrow it, by what an editor shows."""
    await page.get_by_role("link", name=says(language, "変える"), exact=True).click()
    await page.get_by_role("button", name=says(language, "業務委託・副業")).click()
    await sound(page)
    await page.get_by_role("button", name=says(language, "変更する"), exact=True).click()
    await expect(page.get_by_role("heading", name=NAME, level=2)).to_be_visible()
    await expect(page.get_by_text(says(language, "業務委託・副業"), exact=True)).to_be_visible()


async def arrived(page: Page, language: str, *titles: str) -> None:
    """Each of them stands among the notices once, with the reason why it came. Elsewhere the home page may show it, too."""
    why = says(language, "保存した条件「{name}」に合う、新しい募集です。", name=NAME)
    told = page.locator("li").filter(has_text=why)
    for title in titles:
        await expect(told.get_by_role("link", name=title, exact=True)).to_have_count(1)
    await expect(told).to_have_count(len(titles))


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_what_meets_a_saved_search_arrives_once(chromium: Browser, working: Application, language: str, width: int) -> None:
    two = await two_members(working)
    away = "ERR_INTERNET_DISCONNECTED"
    async with window(chromium, working, language=language, width=width, token=two.token, expected=away) as page:
        await save(page, language)
        await change(page, language)
        await page.goto("/")
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await posted(two.author, title="配送の一つめ")
        await posted(two.author, title="配送ではない講演", kind="OTHER", terms=[])
        await arrived(page, language, "配送の一つめ")
        await sound(page)

        await page.context.set_offline(True)
        await posted(two.author, title="配送の二つめ")
        await expect(
            page.get_by_text(says(language, "オフラインです。書いたものは保存されています。つながったら送信します。"))
        ).to_be_visible()
        await arrived(page, language, "配送の一つめ")
        await page.context.set_offline(False)
        await arrived(page, language, "配送の一つめ", "配送の二つめ")
        await page.reload()
        await arrived(page, language, "配送の一つめ", "配送の二つめ")

        await page.get_by_role("button", name=says(language, "この条件のお知らせを止める")).first.click()
        await expect(page.get_by_role("button", name=says(language, "この条件のお知らせを止める"))).to_have_count(0)
        await posted(two.author, title="配送の三つめ")
        await until_found(two.author, "配送", "配送の三つめ")
        await page.goto("/opportunities?q=配送")
        await expect(page.get_by_role("link", name="配送の三つめ")).to_be_visible()
        await page.goto("/me/searches")
        await expect(page.get_by_text(says(language, "お知らせを止めています"))).to_be_visible()
        await page.goto("/")
        await arrived(page, language, "配送の一つめ", "配送の二つめ")


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_search_for_people_is_saved_without_words(chromium: Browser, working: Application, language: str, width: int) -> None:
    """Narrowed, it can be saved; once words are typed, which may be a name, it cannot."""
    two = await two_members(working)
    await reindex_all(working.house.worker)
    async with window(chromium, working, language=language, width=width, token=two.token) as page:
        await page.goto("/people?by=OPERATOR")
        save = page.get_by_role("link", name=says(language, "この条件を保存する"))
        await expect(save).to_be_visible()
        await page.get_by_role("searchbox").fill("髙橋")
        await expect(save).to_have_count(0)
        await page.get_by_role("searchbox").fill("")
        await save.click()
        await expect(page.get_by_role("heading", name=says(language, "メンバーの条件を保存する"), level=1)).to_be_visible()
        await sound(page)
        await page.get_by_label(says(language, "名前"), exact=True).fill("運営者が確認した方")
        await page.get_by_role("button", name=says(language, "保存する"), exact=True).click()
        await expect(page.get_by_role("heading", name="運営者が確認した方", level=2)).to_be_visible()
        await sound(page)
        await page.get_by_role("link", name=says(language, "変える"), exact=True).click()
        await page.get_by_role("radio", name=says(language, "会社が確認"), exact=True).check()
        await page.get_by_role("button", name=says(language, "変更する"), exact=True).click()
        await expect(page.get_by_text(says(language, "会社が確認"), exact=True)).to_be_visible()
        await page.get_by_role("button", name=says(language, "削除する"), exact=True).click()
        await page.get_by_role("dialog").get_by_role("button", name=says(language, "削除する"), exact=True).click()
        await expect(page.get_by_text(says(language, "保存した条件は、まだありません。"))).to_be_visible()
