"""Companies in Chromium: a steward merges a proposed one by keyboard, its old address leads on, and its page and dialogs hold for everybody."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.companies.commands import propose_company
from server.companies.reads import company_named
from server.kit.ids import MemberId, global_id
from tests.factories.companies import make_company
from tests.factories.people import make_affiliation, make_member
from tests.support.running import Application
from tests.web.conftest import AXE, window
from tests.web.words import says

AXE_SOURCE = AXE.read_text(encoding="utf-8") if AXE.exists() else ""
AXE_RUN = """async () => (await axe.run('main', { resultTypes: ['violations'] })).violations
  .map((one) => one.id + ': ' + one.nodes.map((node) => node.html).slice(0, 3).join(' | '))"""


async def faultless(page: Page, name: str) -> None:
    """No fault for assistive technology; a picture is kept where one is asked for."""
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == [], name
    pictures = os.environ.get("PICTURES")
    if pictures:
        await page.screenshot(path=Path(pictures) / f"{name}.png", full_page=True)


@pytest.mark.parametrize(("language", "width", "scheme"), [("ja", 390, "light"), ("en", 1280, "dark")])
async def test_a_steward_merges_a_company_and_its_address_leads_on(
    chromium: Browser, working: Application, language: str, width: int, scheme: str
) -> None:
    async with working.house.db.transaction() as session:
        proposer = await make_member(session, "森 楓", "ニトリ", gives=["物流の壁打ち"])
        wrong = await propose_company(session, "そにーるーぷ株式会社", by=MemberId(proposer))
        await make_affiliation(session, proposer, wrong)
        await make_member(session, "佐藤 凪", "ソニー", reading="さとう なぎ", headline="音の研究をしていました。")
        other = await propose_company(session, "ひだまり電機", by=MemberId(proposer))
        sony = await company_named(session, "ソニー")
        miti = await make_company(session, "通商産業省")
        steward = await make_member(session, "事務 花", is_steward=True)
        token = (await open_session(session, MemberId(steward), "tests", "passkey")).token
    assert sony is not None
    name = f"{language}-{width}-{scheme}"
    async with window(chromium, working, language=language, width=width, scheme=scheme, token=token) as page:
        await page.goto("/queue")
        await page.get_by_role("button", name=says(language, "{name}：この会社を登録する", name=other.name)).wait_for()
        await faultless(page, f"{name}-queue")
        await page.get_by_role("button", name=says(language, "{name}：この会社を登録する", name=other.name)).click()
        await page.get_by_label(says(language, "業種")).select_option("manufacturing")
        await faultless(page, f"{name}-accept")
        await page.get_by_role("dialog").get_by_role("button", name=says(language, "この会社を登録する"), exact=True).click()
        await expect(page.get_by_role("button", name=says(language, "{name}：この会社を登録する", name=other.name))).to_have_count(0)
        await page.get_by_role("button", name=says(language, "「{name}」をほかの会社にまとめる", name=wrong.name)).click()
        box = page.get_by_role("combobox", name=says(language, "まとめる先の会社"))
        await box.fill("東京通信")
        await expect(page.get_by_role("option").first).to_contain_text("東京通信工業")
        await box.press("ArrowDown")
        await box.press("Enter")
        await expect(page.get_by_role("listbox")).to_have_count(0)
        await faultless(page, f"{name}-merge")
        await page.get_by_role("button", name=says(language, "まとめる"), exact=True).click()
        await expect(page.get_by_text(wrong.name)).to_have_count(0)
        await page.goto(f"/companies/{global_id('Company', wrong.id)}")
        await page.wait_for_url(f"**/companies/{global_id('Company', sony.id)}")
        await expect(page.get_by_role("link", name="森 楓")).to_be_visible()
        await faultless(page, f"{name}-company")
        await page.goto(f"/companies/{global_id('Company', miti.id)}")
        await page.get_by_role("heading", level=1).wait_for()
        await faultless(page, f"{name}-former")
