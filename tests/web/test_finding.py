"""What the two lists say of what they found, and how posts are narrowed by company and kept so: in Chromium, by hand and by the address."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId
from tests.factories.people import make_member
from tests.schema.opportunities.asking import posted
from tests.support.running import Application, Client
from tests.web.conftest import LOOKS, window
from tests.web.joining import faultless
from tests.web.words import says
from workers.indexing import reindex_all

PICTURES = os.environ.get("PICTURES")
NEAR = {"posts": "ここからは、条件に近い募集です", "people": "ここからは、条件に近い人です"}


async def pictured(page: Page, name: str) -> None:
    """Without a fault; and drawn in both schemes where somebody wants to look."""
    await page.get_by_role("heading", level=1).wait_for()
    await faultless(page)
    if PICTURES:
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)
            await page.screenshot(path=Path(PICTURES) / f"{name}-{scheme}.png", full_page=True)
        await page.emulate_media(color_scheme="light")


async def stage(application: Application) -> tuple[Client, str]:
    """Who posts, and a session of who looks; what they look for is there exactly and nearly."""
    async with application.house.db.transaction() as session:
        author = await make_member(session, "髙橋 龍之介", "ソニー", reading="たかはし りゅうのすけ", headline="人事の相談にのります")
        await make_member(session, "渡邊 眞由美", "ニトリ", headline="採用を手伝えます")
        await make_member(session, "森 楓", "ニトリ", headline="労務のことを話したい")
        reader = await make_member(session, "佐藤 凪", "ニトリ")
        token = (await open_session(session, MemberId(reader), "tests")).token
    client = await application.as_member(author)
    for title in ("労務の相談", "採用の相談", "人事の相談", "人事制度の見直し"):
        await posted(client, title=title, body="お話ししたいです。", skills=["プロダクト"])
    await reindex_all(application.house.worker)
    return client, token


async def below(page: Page, text: str) -> list[str]:
    """The titles of the cards that stand under a heading."""
    line = page.get_by_role("heading", name=text, level=2)
    await expect(line).to_be_visible()
    return await line.locator("xpath=following::h3").all_inner_texts()


async def people(page: Page, language: str, name: str) -> None:
    """A line where those begin who are only near, and what a slip was taken for."""
    await page.goto("/people?q=人事")
    assert sorted(await below(page, says(language, NEAR["people"]))) == ["森 楓", "渡邊 眞由美"]
    found = "{exact, plural, other {#人}}（ほかに、条件に近い人：{near, plural, other {#人}}）"
    await expect(page.get_by_text(says(language, found, exact=1, near=2))).to_be_visible()
    await pictured(page, f"{name}-people-near")
    await page.goto("/people?q=たかはい")
    marks = ("「たかはい」", "「たかはし」") if language == "ja" else ("“たかはい”", "“たかはし”")
    told = says(language, "{typed}は見つからなかったので、{meant}で探しました。", typed=marks[0], meant=marks[1])
    await expect(page.get_by_text(told)).to_be_visible()
    await expect(page.get_by_role("heading", name="髙橋 龍之介")).to_be_visible()
    await pictured(page, f"{name}-people-read-as")


async def posts(page: Page, language: str, name: str, author: Client) -> None:
    """The same, and it stays where it is when another arrives that has all that was asked for."""
    await page.goto("/opportunities?q=人事")
    assert sorted(await below(page, says(language, NEAR["posts"]))) == ["労務の相談", "採用の相談"]
    found = "{exact, plural, other {#件}}見つかりました（ほかに、条件に近い募集：{near, plural, other {#件}}）"
    await expect(page.get_by_text(says(language, found, exact=2, near=2))).to_be_visible()
    await pictured(page, f"{name}-posts-near")
    await posted(author, title="人事の新しい話", body="お話ししたいです。")
    await page.get_by_role("button", name=says(language, "新しい募集が{waiting}件あります", waiting=1)).click()
    await expect(page.get_by_text(says(language, found, exact=3, near=2))).to_be_visible()
    assert sorted(await below(page, says(language, NEAR["posts"]))) == ["労務の相談", "採用の相談"]
    await page.goto("/opportunities?q=人事 ぷろだくつ ありえないことば")
    none = "ぴったり合う募集は、ありませんでした。条件に近い募集：{near, plural, other {#件}}"
    await expect(page.get_by_role("heading", level=2).filter(has_text=says(language, none, near=0)[:12])).to_be_visible()
    await pictured(page, f"{name}-posts-none-exact")


async def narrowed(page: Page, language: str, name: str, *, phone: bool) -> None:
    """By a company that has nothing, from there to one that has; the address holds it, and so does what is saved."""
    sony, nitori = ("ソニー", "ニトリ") if language == "ja" else ("Sony", "Nitori")
    await page.goto("/opportunities")
    if phone:
        await page.get_by_text(says(language, "ほかの条件で絞り込む")).click()
    await pictured(page, f"{name}-facets")
    box = page.get_by_role("combobox", name=says(language, "会社・官公庁を名前で選ぶ"))
    # The list closes when the page still scrolls to the box; whoever types has come there before.
    await box.click()
    await box.press_sequentially("ニトリ", delay=60)
    await page.get_by_role("option", name=nitori).click()
    await expect(page.get_by_text(says(language, "条件に合う募集は、いまはありません。"))).to_be_visible()
    assert "companies=" in page.url
    nearby = page.get_by_role("group", name=says(language, "条件を1つ変える"))
    await pictured(page, f"{name}-nothing")
    await nearby.get_by_role("button", name=sony).click()
    await expect(page.get_by_role("heading", name="採用の相談")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("heading", name="採用の相談")).to_be_visible()
    await page.get_by_role("link", name=says(language, "この条件を保存する")).click()
    chips = page.get_by_role("group", name=says(language, "募集した人の出身"))
    await expect(chips.get_by_role("button", name=sony).first).to_be_visible()
    await pictured(page, f"{name}-saving")
    await page.get_by_role("button", name=says(language, "保存する"), exact=True).click()
    await expect(page.get_by_role("list", name=says(language, "検索の条件")).get_by_text(sony)).to_be_visible()
    await pictured(page, f"{name}-saved")
    await page.get_by_role("link", name=says(language, "いまある募集を見る")).click()
    await expect(page.get_by_role("heading", name="採用の相談")).to_be_visible()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_what_was_found_is_told_and_narrowed(chromium: Browser, working: Application, language: str, width: int) -> None:
    """People, then posts, then posts by their authors' companies."""
    author, token = await stage(working)
    async with window(chromium, working, language=language, width=width, token=token) as page:
        await people(page, language, f"{language}-{width}")
        await posts(page, language, f"{language}-{width}", author)
        await narrowed(page, language, f"{language}-{width}", phone=width < 800)
