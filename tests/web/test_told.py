"""What a page tells whoever listens to it: a toast where the focus does not move, and in which language a name or a text is."""

import pytest
from playwright.async_api import Browser, expect

from server.accounts.commands import open_session
from server.companies.model import Company
from server.kit.ids import CompanyId, GroupId, MemberId, global_id
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_operator
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.words import says

# A region is heard only where it stood, empty, before something was said in it.
MARK = "() => document.querySelectorAll('[role=status]:empty').forEach((one) => one.setAttribute('data-there', ''))"


async def cast(application: Application, name: str, headline: str) -> tuple[str, Company]:
    """A group with its operator, whose session it is, and its company: all named in one language."""
    async with application.house.db.transaction() as session:
        company = await make_company(session, name)
        group = GroupId((await make_group(session, company, name=name, slug="hidamari")).id)
        member = await make_operator(session, group, "森 楓", company, email="mori@people.example", headline=headline)
        return (await open_session(session, MemberId(member), "Mozilla/5.0 (X11; Linux) Chrome/140.0")).token, company


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_toast_is_told_and_goes_away(chromium: Browser, working: Application, language: str, width: int) -> None:
    """One at a time, in a region that was there before, while the focus stays; there for three seconds, gone after nine."""
    token, _company = await cast(working, "ひだまり電機", "設計")
    async with window(chromium, working, language=language, width=width, token=token) as page:
        await page.clock.install()
        await page.goto("/me/signins")
        switch = page.get_by_role("checkbox", name=says(language, "お返事を待っているものを、週に1回メールで受け取る"))
        await expect(switch).to_be_checked()
        await page.evaluate(MARK)
        region = page.locator("[role=status][data-there]")
        await expect(region).to_have_count(1)
        await expect(region).to_have_text("")
        await switch.press("Space")
        off, on = says(language, "週に1回のお知らせを止めました。"), says(language, "週に1回のお知らせが届きます。")
        await expect(region).to_have_text(off)
        await expect(switch).to_be_focused()
        await page.clock.pause_at(await page.evaluate("Date.now() / 1000 + 30"))
        await switch.press("Space")
        await expect(region).to_have_text(on)
        await page.clock.run_for(3000)
        await expect(region).to_have_text(on)
        await page.clock.run_for(6000)
        await expect(region).to_have_text("")
        await expect(switch).to_be_focused()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_what_is_in_the_other_language_says_so(chromium: Browser, working: Application, language: str, width: int) -> None:
    """Names and what people write of themselves; the page around them keeps its own language."""
    name, headline, other = ("Hidamari Works", "Design reviews", "en") if language == "ja" else ("ひだまり電機", "設計の見直し", "ja")
    token, company = await cast(working, name, headline)
    async with window(chromium, working, language=language, width=width, token=token) as page:
        for address in (f"/companies/{global_id('Company', CompanyId(company.id))}", "/groups/hidamari"):
            await page.goto(address)
            await expect(page.locator(f"h1 [lang={other}]")).to_have_text(name)
            await expect(page.locator("html")).to_have_attribute("lang", language)
        await expect(
            page.locator(f"[lang={other}]").get_by_text(headline).or_(page.locator(f"p[lang={other}]", has_text=headline)).first
        ).to_be_visible()
        await page.goto("/pending")
        await expect(page.locator(f"strong[lang={other}]", has_text=name)).to_be_visible()
