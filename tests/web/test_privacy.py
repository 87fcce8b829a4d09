"""Hiding from a company, end to end in Chromium: chosen, checked with "view as", and then true for a member of that company."""

from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.kit.actor import Level
from server.kit.ids import MemberId, global_id
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.words import says
from workers.indexing import reindex_all


@dataclass(frozen=True, slots=True)
class Cast:
    """Who hides, and who is of the company, with their sessions."""

    hiding: str
    watching: str
    page: str


async def cast(application: Application) -> Cast:
    async with application.house.db.transaction() as session:
        hiding = await make_member(session, "髙橋 龍之介", "ソニー", headline="音声認識の研究から事業化まで。")
        watching = await make_member(session, "渡邊 眞由美", "ニトリ")
        await make_opportunity(session, hiding, audience=Level.VERIFIED, title="倉庫の音声入力")
        tokens = [(await open_session(session, MemberId(member), "tests")).token for member in (hiding, watching)]
    await reindex_all(application.house.worker)
    return Cast(*tokens, page=f"/people/{global_id('Person', hiding)}")


async def pick(page: Page, label: str, typed: str) -> None:
    """Pick the first company that the box offers."""
    # What loads above would scroll the page, and close the list.
    await page.wait_for_function("() => !document.querySelector('[data-loading]')")
    box = page.get_by_role("combobox", name=label, exact=True)
    await box.click()
    await box.press_sequentially(typed)
    await page.get_by_role("listbox").get_by_role("option", name=typed).first.click()


def company(language: str) -> str:
    """What the company is called in the page's language."""
    return "ニトリ" if language == "ja" else "Nitori"


async def look(page: Page, language: str, sentence: str) -> None:
    """Look as somebody of the company, and read what it says."""
    await page.get_by_role("radio", name=says(language, "ある会社の人")).check()
    await pick(page, says(language, "どの会社の人ですか"), company(language))
    await expect(page.get_by_text(says(language, sentence), exact=True)).to_be_visible()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_somebody_hides_from_a_company_and_sees_that_it_holds(
    chromium: Browser, working: Application, language: str, width: int
) -> None:
    """A member of the company has the page open meanwhile: the next look finds nobody, by address or by name."""
    who = await cast(working)
    async with (
        window(chromium, working, language=language, width=width, token=who.watching) as watching,
        window(chromium, working, language=language, width=width, token=who.hiding) as hiding,
    ):
        await watching.goto(who.page)
        await expect(watching.get_by_role("heading", name="髙橋 龍之介", level=1)).to_be_visible()
        await hiding.goto("/me")
        await hiding.get_by_role("link", name=says(language, "見える人を決める")).click()
        await look(hiding, language, "この人には、あなたのページが見えます。")
        await pick(hiding, says(language, "見せない会社を選ぶ"), company(language))
        again = says(language, "{name}に、また見せる", name=company(language))
        await expect(hiding.get_by_role("button", name=again)).to_be_visible()
        await expect(hiding.get_by_text(says(language, "この人には、あなたのページは見えません。"), exact=True)).to_be_visible()
        await expect(hiding.get_by_text(says(language, "見えません"), exact=True)).to_be_visible()
        await watching.reload()
        await expect(watching.get_by_role("heading", name=says(language, "ページが見つかりません。"))).to_be_visible()
        await watching.goto("/people?q=髙橋")
        await expect(watching.get_by_text(says(language, "まだ見つかりません。"))).to_be_visible()
        await expect(watching.get_by_role("link", name="髙橋 龍之介")).to_have_count(0)


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_somebody_hides_from_one_person(chromium: Browser, working: Application, language: str, width: int) -> None:
    """From the person's menu; it stands on the own page, and is taken back there."""
    who = await cast(working)
    async with window(chromium, working, language=language, width=width, token=who.watching) as page:
        await page.goto(who.page)
        await page.get_by_role("button", name=says(language, "ほかの操作")).click()
        await page.get_by_role("button", name=says(language, "この人に見せない")).click()
        await page.get_by_role("button", name=says(language, "見せない"), exact=True).click()
        await expect(page.get_by_role("dialog")).to_have_count(0)
        await page.goto("/me/privacy")
        await expect(page.get_by_text("髙橋 龍之介", exact=True)).to_be_visible()
        await page.get_by_text(says(language, "また見せる"), exact=True).click()
        await expect(page.get_by_text(says(language, "いまは、だれも選んでいません。"))).to_be_visible()
