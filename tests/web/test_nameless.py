"""Responding without a name in Chromium: who responds reads what the author will read, and the author reads no name until the talk."""

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.kit.ids import global_id
from server.opportunities.rules import FEWEST, ROOM
from tests.factories.companies import make_company
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.test_every_page import AXE_RUN, AXE_SOURCE, SIDEWAYS
from tests.web.words import says

SCHEMES = ("light", "dark", "dark", "light")
NAME = "渡邊 眞由美"
LABEL = {"ja": "在籍を確認した卒業生（電機・エンタテインメント・5〜10年）", "en": "Verified alum · Consumer electronics · 5–10 years"}
NOTE = "現場で三年使っていました。お話しできます。"


async def stage(application: Application) -> tuple[str, str, str]:
    """The sessions of an author and of one of ten alums, and the post."""
    async with application.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機", industry="consumer-electronics")
        author = await make_member(session, "髙橋 龍之介", "ニトリ")
        people = [await make_member(session, NAME if at == 0 else f"佐藤 凪{at}", company) for at in range(FEWEST + ROOM)]
        post = await make_opportunity(session, author, title="倉庫の音声入力について、30分相談させてください")
        tokens = [(await open_session(session, member, "tests")).token for member in (author, people[0])]
    return tokens[0], tokens[1], global_id("Opportunity", post)


async def sound(page: Page) -> None:
    """Nothing beside the screen; on a phone, where every page is examined so, no fault for assistive technology."""
    if (page.viewport_size or {"width": 0})["width"] < 800:
        await page.evaluate(AXE_SOURCE)
        assert await page.evaluate(AXE_RUN) == []
    assert await page.evaluate(SIDEWAYS) <= 0


async def respond(page: Page, language: str, post: str) -> None:
    """By name is what this kind offers first; without, the dialog shows the label."""
    await page.goto(f"/opportunities/{post}")
    verb = says(language, "手を挙げる")
    await page.get_by_role("button", name=verb, exact=True).first.click()
    dialog = page.get_by_role("dialog")
    box = dialog.get_by_role("checkbox")
    await expect(box).to_be_checked()
    await box.uncheck()
    await expect(dialog.get_by_text(LABEL[language])).to_be_visible()
    await dialog.locator("textarea").fill(NOTE)
    await sound(page)
    await dialog.get_by_role("button", name=verb, exact=True).click()
    await page.get_by_role("link", name=says(language, "やりとりを開く")).click()
    await expect(page.get_by_text(LABEL[language])).to_be_visible()


async def read(page: Page, language: str, post: str) -> None:
    """At home, on the post, in the list of talks and in the talk: the label, and no name."""
    for path in ("/", f"/opportunities/{post}", "/talks"):
        await page.goto(path)
        await expect(page.get_by_text(LABEL[language]).last).to_be_visible()
        assert NAME not in await page.content()
        await sound(page)
    await page.get_by_role("link", name=LABEL[language]).first.click()
    await expect(page.get_by_role("heading", name=LABEL[language], level=1)).to_be_visible()
    await expect(page.get_by_text(NOTE).last).to_be_visible()
    assert NAME not in await page.content()
    await sound(page)


@pytest.mark.parametrize(("language", "width", "scheme"), [(*look, scheme) for look, scheme in zip(LOOKS, SCHEMES, strict=False)])
async def test_no_name_until_the_talk(chromium: Browser, working: Application, language: str, width: int, scheme: str) -> None:
    author, responder, post = await stage(working)
    async with (
        window(chromium, working, language=language, width=width, scheme=scheme, token=author) as his,
        window(chromium, working, language=language, width=width, scheme=scheme, token=responder) as hers,
    ):
        await respond(hers, language, post)
        await read(his, language, post)
        await his.get_by_role("button", name=says(language, "やりとりを始める")).click()
        await expect(his.get_by_role("heading", name=NAME, level=1)).to_be_visible()
