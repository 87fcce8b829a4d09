"""Words that mean the same, end to end in Chromium: tried out, added, found by at once, told of by what was saved before, switched off and restored."""

from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId
from tests.factories.people import make_member
from tests.schema.opportunities.asking import posted
from tests.schema.standing.saving import saved
from tests.schema.synonyms.writing import added
from tests.support.running import Application, Client
from tests.web.asking import until_found
from tests.web.conftest import LOOKS, window
from tests.web.test_every_page import AXE_RUN, AXE_SOURCE, SIDEWAYS, faults_of
from tests.web.words import says
from workers.indexing import reindex_all

TITLE = "ふがふがの見直しを手伝ってください"


@dataclass(frozen=True, slots=True)
class Three:
    """Who keeps the words, who posts, and who looks for posts."""

    steward: str
    second: Client
    reader: str
    waiting: Client
    author: Client


async def three(application: Application) -> Three:
    async with application.house.db.transaction() as session:
        steward = await make_member(session, "事務 花", is_steward=True)
        second = await make_member(session, "事務 茂", is_steward=True)
        author, reader = await make_member(session, "髙橋 龍之介", "ソニー"), await make_member(session, "渡邊 眞由美", "ニトリ")
        tokens = [(await open_session(session, MemberId(member), "tests", "passkey")).token for member in (steward, reader)]
    clients = [await application.as_member(member) for member in (second, reader, author)]
    return Three(tokens[0], clients[0], tokens[1], clients[1], clients[2])


async def sound(page: Page) -> None:
    """No fault for assistive technology, and nothing goes over the edge."""
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == []
    assert await page.evaluate(SIDEWAYS) <= 0


async def try_out(page: Page, language: str, text: str, *finds: str) -> None:
    """What it would find."""
    await page.get_by_label(says(language, "探す言葉"), exact=True).fill(text)
    same = page.get_by_role("list", name=says(language, "「{text}」と同じ意味の言葉", text=text))
    for word in finds:
        await expect(same.get_by_text(word, exact=True)).to_be_visible()
    if not finds:
        await expect(page.get_by_text(says(language, "「{text}」と同じ意味の言葉は、登録されていません。", text=text))).to_be_visible()


async def write(page: Page, language: str, *words: str) -> None:
    """Add an entry; one of its words stands elsewhere too, which is told."""
    await page.get_by_role("button", name=says(language, "項目を加える")).click()
    field = page.get_by_label(says(language, "同じ意味の言葉"), exact=True).and_(page.get_by_role("textbox"))
    await page.get_by_role("button", name=says(language, "この内容で加える")).click()
    # The server's own sentence, at the field.
    await expect(page.get_by_text("言葉を2つ以上入れてください。" if language == "ja" else "Please enter at least two words.")).to_be_visible()
    for word in (*words, "人事"):
        await field.fill(word)
        await field.press("Enter")
    joins = says(language, "ほかの項目にもある言葉です。探すと、どの項目のものも見つかります。")
    await expect(page.get_by_text(joins)).to_be_visible()
    await sound(page)
    await page.get_by_role("button", name=says(language, "{value}を外す", value="人事")).click()
    await expect(page.get_by_text(joins)).to_have_count(0)
    await page.get_by_role("button", name=says(language, "この内容で加える")).click()
    await expect(page.get_by_text(says(language, "項目を加えました。"))).to_be_visible()
    await expect(page.get_by_text(says(language, "事務局が加えました"))).to_be_visible()


async def switch(page: Page, language: str) -> None:
    """A shipped entry off and back on."""
    await page.get_by_label(says(language, "項目を探す")).fill("ヒューマンリソース")
    await page.get_by_role("button", name=says(language, "使わない：{first}", first="人事"), exact=True).click()
    await sound(page)
    await page.get_by_role("dialog").get_by_role("button", name=says(language, "使わない"), exact=True).click()
    await expect(page.get_by_text(says(language, "使っていません"), exact=True)).to_be_visible()
    await try_out(page, language, "人事")
    await sound(page)
    await page.get_by_role("button", name=says(language, "はじめの内容に戻す：{first}", first="人事")).click()
    await expect(page.get_by_text(says(language, "使っていません"), exact=True)).to_have_count(0)
    await try_out(page, language, "人事", "HR")


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_stewards_say_what_words_stand_for(chromium: Browser, working: Application, language: str, width: int) -> None:
    """And everybody finds by it, within seconds."""
    people = await three(working)
    await reindex_all(working.house.worker)
    await saved(people.waiting, name="ほげほげのこと", filter={"text": "ほげほげ"})
    scheme = "light" if language == "ja" else "dark"
    async with window(chromium, working, language=language, width=width, scheme=scheme, token=people.steward) as page:
        await page.goto("/queue")
        await page.get_by_role("link", name=says(language, "言い換えの言葉")).click()
        await expect(page.get_by_role("heading", name=says(language, "言い換えの言葉"), level=1)).to_be_visible()
        await try_out(page, language, "人事", "HR", "human resources")
        await sound(page)
        await write(page, language, "ほげほげ", "ふがふが")
        await try_out(page, language, "ほげほげ", "ふがふが")
        await switch(page, language)
        assert await faults_of(page, "/queue/words") == []
    await posted(people.author, title=TITLE)
    await until_found(people.waiting, "ほげほげ", TITLE)
    async with window(chromium, working, language=language, width=width, token=people.reader) as page:
        await page.goto("/opportunities?q=ほげほげ")
        await expect(page.get_by_role("link", name=TITLE)).to_be_visible()
        await page.goto("/")
        why = says(language, "保存した条件「{name}」に合う、新しい募集です。", name="ほげほげのこと")
        await expect(page.locator("li").filter(has_text=why).get_by_role("link", name=TITLE, exact=True)).to_be_visible()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_two_stewards_and_who_is_none(chromium: Browser, working: Application, language: str, width: int) -> None:
    """Who comes second is told, and sees what stands; an operator sees no such page."""
    people = await three(working)
    entry = await added(people.second, "ほげほげ", "ふがふが")
    async with window(chromium, working, language=language, width=width, token=people.steward) as page:
        await page.goto("/queue/words")
        await page.get_by_role("button", name=says(language, "削除する：{first}", first="ほげほげ")).click()
        other = {"synonym": entry["id"], "version": entry["version"], "words": ["ほげほげ", "きりん"]}
        await people.second.change("editSynonym", other)
        dialog = page.get_by_role("dialog")
        await dialog.get_by_role("button", name=says(language, "削除する"), exact=True).click()
        await expect(dialog.get_by_role("alert")).to_be_visible()
        await dialog.get_by_role("button", name=says(language, "戻る"), exact=True).click()
        await expect(page.get_by_text("きりん", exact=True)).to_be_visible()
        await page.get_by_role("button", name=says(language, "削除する：{first}", first="ほげほげ")).click()
        await dialog.get_by_role("button", name=says(language, "削除する"), exact=True).click()
        await expect(page.get_by_text(says(language, "項目を削除しました。"))).to_be_visible()
        await expect(page.get_by_text("きりん", exact=True)).to_have_count(0)
    async with window(chromium, working, language=language, width=width, token=people.reader) as page:
        await page.goto("/queue/words")
        await expect(page.get_by_role("heading", name=says(language, "ページが見つかりません。"), level=1)).to_be_visible()
