"""Members and groups, end to end in Chromium: applying on the group's page or by a link, taking it back, leaving; and links that are over."""

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from tests.factories.people import make_member
from tests.support.arriving import trusting
from tests.support.provider import provider
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.joining import QUESTIONS, Gathering, faultless, gathering, link_of, operator_of
from tests.web.words import says

WAITING = """{ viewer { queue(first: 10) { edges { node { ... on ApplicationToDecide { application { id version } } } } } } }"""


async def fill_months(page: Page) -> None:
    for months, value in zip(await page.locator("fieldset").all(), (("2010", "04"), ("2018", "03")), strict=True):
        for chosen, option in zip(await months.locator("select").all(), value, strict=True):
            await chosen.select_option(option)


async def apply_and_take_back(page: Page, language: str, place: Gathering) -> None:
    """On the group's page, with the months and the group's question; then taken back."""
    await page.goto(f"/groups/{place.slug}")
    await page.get_by_role("button", name=says(language, "参加の申し込みに進む")).click()
    send = page.get_by_role("button", name=says(language, "参加を申し込む"), exact=True)
    await send.click()
    await expect(page.get_by_text(says(language, "在籍をはじめた年と月を選んでください。"))).to_be_visible()
    await fill_months(page)
    await page.get_by_label(QUESTIONS[0]).fill("設計部です。")
    await faultless(page)
    await send.click()
    await expect(page.get_by_text(says(language, "参加を申し込んでいます。"))).to_be_visible()
    await faultless(page)
    await page.get_by_role("button", name=says(language, "申し込みを取り下げる")).click()
    dialog = page.get_by_role("dialog")
    await faultless(page)
    await dialog.get_by_role("button", name=says(language, "取り下げる"), exact=True).click()
    await expect(page.get_by_role("button", name=says(language, "参加の申し込みに進む"))).to_be_visible()


async def apply_by_link(page: Page, language: str, address: str) -> None:
    """By a link the months are not asked for again; the page of what waits tells who decides."""
    await page.goto(address)
    await expect(page.get_by_label(QUESTIONS[1])).to_be_visible()
    await expect(page.locator("fieldset")).to_have_count(0)
    for question in QUESTIONS:
        await page.get_by_label(question).fill("設計部です。")
    await faultless(page)
    await page.get_by_role("button", name=says(language, "参加を申し込む"), exact=True).click()
    await page.wait_for_url("**/pending")
    await expect(page.get_by_text(says(language, "お返事を待っています。"))).to_be_visible()
    await page.goto(address)
    await expect(page.get_by_text(says(language, "このグループに申し込んでいます。"))).to_be_visible()
    await page.get_by_role("link", name=says(language, "いまの状態を見る")).click()
    await page.get_by_text(says(language, "あなたの回答を見る・直す")).click()
    await page.get_by_label(QUESTIONS[0]).fill("組立部です。")
    await page.get_by_role("button", name=says(language, "回答を送る"), exact=True).click()
    await expect(page.get_by_text(says(language, "回答を送りました。"))).to_be_visible()
    await faultless(page)


async def leave(page: Page, language: str, place: Gathering) -> None:
    await page.goto(f"/groups/{place.slug}")
    await expect(page.get_by_text(says(language, "このグループに参加しています。"))).to_be_visible()
    await page.get_by_role("button", name=says(language, "グループから退出する")).click()
    await faultless(page)
    await page.get_by_role("dialog").get_by_role("button", name=says(language, "退出する"), exact=True).click()
    await expect(page.get_by_role("button", name=says(language, "参加の申し込みに進む"))).to_be_visible()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_member_applies_takes_it_back_applies_by_a_link_and_leaves(
    chromium: Browser, working: Application, language: str, width: int
) -> None:
    place = await gathering(working)
    address = f"/j/{await link_of(working, place)}"
    async with working.house.db.transaction() as session:
        member = await make_member(session, "佐藤 悠", "わかば商店")
        token = (await open_session(session, member, "tests")).token
    async with window(chromium, working, language=language, width=width, token=token) as page:
        await apply_and_take_back(page, language, place)
        await apply_by_link(page, language, address)
        for home in ("/", "/me"):
            await page.goto(home)
            await page.get_by_role("link", name=says(language, "いまの状態を見る")).click()
            await page.wait_for_url("**/pending")
        operator = operator_of(working, place)
        (edge,) = (await operator.ask(WAITING))["viewer"]["queue"]["edges"]
        application = edge["node"]["application"]
        seen = {"application": application["id"], "version": application["version"]}
        assert (await operator.change("approveApplication", seen))["__typename"] == "ApplicationDecided"
        await expect(page.get_by_text(says(language, "参加が承認されました"))).to_be_visible()
        await page.goto(address)
        await expect(page.get_by_text(says(language, "このグループに参加しています。"))).to_be_visible()
        await leave(page, language, place)


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_links_that_are_over_say_so_and_show_the_way_on(chromium: Browser, working: Application, language: str, width: int) -> None:
    place = await gathering(working)
    ended = await link_of(working, place)
    operator = operator_of(working, place)
    links = "query L($id: ID!) { node(id: $id) { ... on AlumniGroup { joinLinks { id token } } } }"
    (link,) = (await operator.ask(links, {"id": place.group}))["node"]["joinLinks"]
    await operator.change("endJoinLink", {"joinLink": link["id"]})
    async with window(chromium, working, language=language, width=width) as page:
        await page.goto(f"/j/{ended}")
        await expect(page.get_by_text(says(language, "この参加リンクは、もう使えません。"))).to_be_visible()
        await expect(page.get_by_role("link", name=says(language, "リンクなしで参加する"))).to_be_visible()
        await faultless(page)
        await page.goto("/j/nowhere")
        await expect(page.get_by_role("heading", name=says(language, "この参加リンクは見つかりませんでした。"))).to_be_visible()
        await faultless(page)


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_who_comes_through_the_provider_lands_on_the_link_again(
    chromium: Browser, database_url: str, language: str, width: int
) -> None:
    async with provider() as found, trusting(found, database_url) as application:
        place = await gathering(application)
        async with window(chromium, application, language=language, width=width) as page:
            await page.goto(f"/j/{await link_of(application, place)}")
            await page.get_by_role("link", name=says(language, "{oidcName}のアカウントで参加する", oidcName="縁側ID")).click()
            await expect(page.get_by_role("button", name=says(language, "別のメールアドレスにする"))).to_be_visible()
            await expect(page.get_by_label(says(language, "メールアドレス"), exact=True)).to_have_count(0)
            await page.get_by_label(says(language, "お名前"), exact=True).fill("新井 空")
            await fill_months(page)
            for question in QUESTIONS:
                await page.get_by_label(question).fill("設計部です。")
            await page.get_by_role("checkbox").check()
            await faultless(page)
            await page.get_by_role("button", name=says(language, "参加を申し込む"), exact=True).click()
            await page.wait_for_url("**/pending")
            await expect(page.get_by_text(says(language, "お返事を待っています。"))).to_be_visible()
