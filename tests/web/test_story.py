"""The main job, end to end in Chromium: find somebody, post, see it arrive, raise a hand, talk and agree, with no operator between."""

from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import window
from tests.web.words import says
from workers.indexing import reindex_all

LOOKS = [("ja", 390), ("ja", 1280), ("en", 390), ("en", 1280)]
TITLE = "倉庫の音声入力について、30分相談させてください"
NOTE = "現場で三年使っていました。お話しできます。"


@dataclass(frozen=True, slots=True)
class Two:
    """The two members, each with a session."""

    author: str
    reader: str


async def two_members(application: Application) -> Two:
    async with application.house.db.transaction() as session:
        he, she = {"reading": "たかはし りゅうのすけ"}, {"reading": "わたなべ まゆみ", "gives": ["物流の壁打ち"]}
        author = await make_member(session, "髙橋 龍之介", "ソニー", headline="音声認識の研究から事業化まで。", **he)
        reader = await make_member(session, "渡邊 眞由美", "ニトリ", headline="店舗の物流を見てきました。", **she)
        tokens = [(await open_session(session, MemberId(member), "tests")).token for member in (author, reader)]
    # Members of the factories were not announced: the index is told of them here, as their joining would have told it.
    await reindex_all(application.house.worker)
    return Two(*tokens)


async def next_sheet(page: Page, language: str) -> None:
    if await page.get_by_role("button", name=says(language, "次へ"), exact=True).count():
        await page.get_by_role("button", name=says(language, "次へ"), exact=True).click()


async def find_each_other(page: Page, language: str) -> None:
    """The author looks for somebody by her reading, and opens her page."""
    await page.goto("/people")
    await page.get_by_role("searchbox").fill("わたなべ 物流")
    await page.get_by_role("link", name="渡邊 眞由美").click()
    await expect(page.get_by_role("heading", name="渡邊 眞由美", level=1)).to_be_visible()
    await expect(page.get_by_text("ニトリ" if language == "ja" else "Nitori").first).to_be_visible()
    await expect(page.get_by_text(says(language, "運営者が確認")).first).to_be_visible()


async def post(page: Page, language: str) -> None:
    """The author posts, sheet by sheet on a phone, on one page on a desktop, after a look at it as others see it."""
    await page.goto("/opportunities/new")
    await page.get_by_role("radio", name=says(language, "壁打ち")).check()
    await page.get_by_role("radio", name=says(language, "探しています")).check()
    await next_sheet(page, language)
    await page.get_by_label(says(language, "題名")).fill(TITLE)
    await page.get_by_label(says(language, "詳しい内容")).fill("音声で在庫を数える仕組みを考えています。**現場の目**で見てください。")
    await next_sheet(page, language)
    await page.get_by_label("時間の目安" if language == "ja" else "Time", exact=True).fill("30分")
    await page.get_by_role("radio", name="なし" if language == "ja" else "None", exact=True).check()
    await next_sheet(page, language)
    await page.get_by_role("checkbox", name=says(language, "リモートでもできます")).check()
    await next_sheet(page, language)
    await page.get_by_role("button", name=says(language, "見え方を確認する")).click()
    await expect(page.get_by_role("heading", name=says(language, "見え方の確認"))).to_be_visible()
    await page.get_by_role("button", name=says(language, "この内容で出す")).click()
    await expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()


async def raise_hand(page: Page, language: str) -> None:
    """It has arrived on the reader's open page; she opens it and raises her hand."""
    await page.get_by_role("link", name=TITLE).click()
    await expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    verb = says(language, "手を挙げる")
    await page.get_by_role("button", name=verb, exact=True).first.click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label(says(language, "ひとこと")).fill(NOTE)
    await dialog.get_by_role("button", name=verb, exact=True).click()
    await page.get_by_role("link", name=says(language, "やりとりを開く")).click()
    await expect(page.get_by_text(NOTE)).to_be_visible()


async def take_up(page: Page, language: str) -> None:
    """The author finds the raised hand among his talks, and takes it up."""
    await page.goto("/talks")
    await page.get_by_role("link", name="渡邊 眞由美").first.click()
    await expect(page.get_by_text(NOTE).last).to_be_visible()
    await page.get_by_role("button", name=says(language, "やりとりを始める")).click()
    await expect(page.get_by_label(says(language, "メッセージ"), exact=True).last).to_be_visible()


async def say(page: Page, language: str, text: str) -> None:
    await page.locator("textarea").fill(text)
    await page.get_by_role("button", name=says(language, "送る"), exact=True).click()
    await expect(page.get_by_text(text)).to_be_visible()


async def record(page: Page, language: str) -> None:
    """One side records that both go on; the page says that it is no contract."""
    await page.get_by_role("button", name=says(language, "記録する"), exact=True).first.click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_text(says(language, "まとまったことを記録する（契約の締結ではありません）"))).to_be_visible()
    await dialog.get_by_role("button", name=says(language, "記録する"), exact=True).click()
    await expect(dialog).to_be_hidden()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_from_finding_to_agreeing(chromium: Browser, working: Application, language: str, width: int) -> None:
    two = await two_members(working)
    async with (
        window(chromium, working, language=language, width=width, token=two.author) as author,
        window(chromium, working, language=language, width=width, token=two.reader) as reader,
    ):
        await find_each_other(author, language)
        await reader.goto("/opportunities")
        await expect(reader.get_by_role("heading", level=1)).to_be_visible()
        await post(author, language)
        await raise_hand(reader, language)
        await take_up(author, language)
        await say(author, language, "手を挙げてくださってありがとうございます。")
        await expect(reader.get_by_text("手を挙げてくださってありがとうございます。")).to_be_visible()
        await say(reader, language, "木曜の夜はいかがですか。")
        await expect(author.get_by_text("木曜の夜はいかがですか。")).to_be_visible()
        await record(author, language)
        await record(reader, language)
        for page in (author, reader):
            both = says(language, "{day}、まとまったことをおふたりが記録しました（契約の締結ではありません）").partition("{day}")[2]
            await expect(page.get_by_text(both)).to_be_visible()
