"""Joining by a link, end to end in Chromium: the link is made and copied, ten people come by it, and the operator answers them on a phone."""

import asyncio
import re
import time

import pytest
from playwright.async_api import Browser, Page, expect

from tests.factories.companies import make_company
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.web.conftest import LOOKS, window
from tests.web.joining import GROUP, GROUP_EN, QUESTIONS, Gathering, code_for, come_by, faultless, gathering, name_of
from tests.web.words import says

QUESTION = "一緒に働いた方のお名前を、1人教えていただけますか。"
FIRST = "卒業 零子"
ASK = "設計の見直しを、一緒に考えてくれる方"
LINK_COUNTS = "確認待ち{waiting, plural, other {#人}}・承認{approved, plural, other {#人}}・見送り{declined, plural, other {#人}}"
STARTING = "{ viewer { startingPoints(first: 4) { title } } }"


def has(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text))


async def make_link(page: Page, language: str, place: Gathering) -> str:
    """The operator makes a link with two questions, and looks at the texts to paste; return the link's address."""
    await page.goto("/queue")
    await page.get_by_role("link", name=says(language, "参加リンク")).click()
    await page.wait_for_url(f"**/groups/{place.slug}/links")
    await page.get_by_label(says(language, "どこに貼りますか（例：Facebookグループ）")).fill("Facebookグループ")
    await expect(page.get_by_label(says(language, "質問{number}", number="1"), exact=True)).to_have_value(QUESTIONS[0])
    await page.get_by_role("button", name=says(language, "質問を加える")).click()
    await page.get_by_label(says(language, "質問{number}", number="2"), exact=True).fill(QUESTIONS[1])
    await faultless(page)
    await page.get_by_role("button", name=says(language, "参加リンクを作る")).click()
    address = await page.get_by_label(says(language, "参加リンク"), exact=True).input_value()
    text = page.get_by_label(says(language, "貼る文章"), exact=True)
    for named in ("メーリングリスト", "LINE", "Facebookグループ"):
        await page.get_by_role("button", name=says(language, named), exact=True).click()
        await expect(text).to_have_value(has(address))
    for tongue, free in (("English", "No fee, no duty"), ("日本語", "費用も義務もありません")):
        await page.get_by_role("group", name=says(language, "文章の言語")).get_by_role("button", name=tongue, exact=True).click()
        await expect(text).to_have_value(has(free))
    await page.get_by_role("button", name=says(language, "文章をコピーする")).click()
    await expect(page.get_by_text(says(language, "文章をコピーしました。"))).to_be_visible()
    assert address in await page.evaluate("() => navigator.clipboard.readText()")
    await faultless(page)
    return address


async def join(page: Page, language: str, application: Application, address: str) -> None:
    """A guest opens the link, sees the group first, fills the form in, and answers the mail; what is left out is said."""
    await page.goto(address)
    await expect(page.get_by_role("heading", name=GROUP if language == "ja" else GROUP_EN, level=1)).to_be_visible()
    await expect(page.get_by_text("勧誘はしない。")).to_be_visible()
    await faultless(page)
    send = page.get_by_role("button", name=says(language, "参加を申し込む"), exact=True)
    await send.click()
    await expect(page.get_by_text(says(language, "グループからの質問に答えてください。"))).to_have_count(2)
    await page.get_by_label(says(language, "お名前"), exact=True).fill(FIRST)
    await page.get_by_label(says(language, "メールアドレス"), exact=True).fill("first@people.example")
    for months, value in zip(await page.locator("fieldset").all(), (("2010", "04"), ("2018", "03")), strict=True):
        for chosen, option in zip(await months.locator("select").all(), value, strict=True):
            await chosen.select_option(option)
    for question in QUESTIONS:
        await page.get_by_label(question).fill("設計部です。")
    await page.get_by_role("checkbox").check()
    await faultless(page)
    await page.reload()
    await expect(page.get_by_label(QUESTIONS[1])).to_have_value("設計部です。")
    await page.get_by_role("checkbox").check()
    await send.click()
    await page.get_by_label(says(language, "6桁の番号")).fill(await code_for(application, "first@people.example"))
    await page.get_by_role("button", name=says(language, "ログインする"), exact=True).click()
    await page.wait_for_url("**/pending")
    await expect(page.get_by_text(says(language, "お返事を待っています。"))).to_be_visible()
    await faultless(page)


async def ask_back(page: Page, language: str) -> None:
    """The operator asks one of them something, from a template."""
    await page.get_by_role("button", name=says(language, "{name}さんに質問する", name=FIRST)).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name=says(language, "一緒に働いた方"), exact=True).click()
    await dialog.get_by_role("button", name=says(language, "質問を送る"), exact=True).click()
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("button", name=says(language, "{name}さんに質問する", name=FIRST))).to_be_focused()
    await expect(page.get_by_text(says(language, "質問への返事を待っています"), exact=True)).to_be_visible()


async def decline(page: Page, language: str, name: str) -> str:
    """The operator declines one of them; return the reason that the template gave."""
    await page.get_by_role("button", name=says(language, "{name}さんを見送る", name=name)).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name=says(language, "時期"), exact=True).click()
    reason = await dialog.get_by_label(says(language, "理由"), exact=True).input_value()
    await dialog.get_by_role("button", name=says(language, "見送る"), exact=True).click()
    await expect(dialog).to_be_hidden()
    await expect(page.locator("h2:focus")).to_have_count(1)
    return reason


async def approve_eight(page: Page, language: str) -> None:
    """Those who have nothing to answer are picked, seen in one list with what colleagues say, and approved."""
    await page.get_by_role("button", name=says(language, "まとめて選ぶ")).click()
    await page.get_by_role("button", name=says(language, "{pickable}人すべてを選ぶ", pickable="8")).click()
    await faultless(page)
    await page.get_by_role("button", name=re.compile("8")).last.click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_text(says(language, "元同僚の確認はまだありません"))).to_have_count(8)
    await faultless(page)
    await dialog.get_by_role("button", name=re.compile("8")).click()
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("heading", level=2)).to_have_count(1)


async def signed_in_as(page: Page, application: Application, client: Client) -> None:
    await page.context.add_cookies([{"name": "engawa", "value": client.http.cookies["engawa"], "url": application.base}])


async def answer_all(page: Page, asked: Page, language: str, declined: str) -> tuple[str, float]:
    """Everybody is answered; the one who was asked something answers on the page that was open. Return the reason, and the seconds."""
    started = time.monotonic()
    reason = await decline(page, language, declined)
    await ask_back(page, language)
    await approve_eight(page, language)
    await expect(asked.get_by_text(QUESTION if language == "ja" else says(language, QUESTION))).to_be_visible()
    await faultless(asked)
    await asked.goto("/")
    await expect(asked.get_by_role("heading", name=says(language, "グループからの質問"))).to_be_visible()
    await faultless(asked)
    await asked.get_by_role("link", name=says(language, "質問に答える")).click()
    await asked.get_by_label(says(language, "質問への返事")).fill("森さんと一緒でした。")
    await asked.get_by_role("button", name=says(language, "返事を送る"), exact=True).click()
    await expect(page.get_by_text("森さんと一緒でした。")).to_be_visible()
    await page.get_by_role("button", name=says(language, "{name}さんを承認する", name=FIRST)).click()
    await expect(page.get_by_text(says(language, "いま決めるものはありません。"))).to_be_visible()
    return reason, time.monotonic() - started


async def somebody_asks(application: Application) -> None:
    """A member from another company looks for advice; a colleague of the newcomers is here."""
    async with application.house.db.transaction() as session:
        await make_member(session, "縁下 凪", await make_company(session, "縁の下工業"))
        await make_opportunity(session, await make_member(session, "他社 花", "となり商事"), title=ASK)


async def first_evening(page: Page, language: str) -> None:
    """Home shows what is open and who was there too; a line about oneself makes the ask one that fits, and is asked for no more."""
    await expect(page.get_by_role("heading", name=says(language, "いま、声を待っている募集"))).to_be_visible()
    await expect(page.get_by_role("heading", name=ASK)).to_be_visible()
    await expect(page.get_by_role("heading", name=says(language, "{company}にいた方", company="縁の下工業"))).to_be_visible()
    await expect(page.get_by_role("heading", name=re.compile("卒業")).first).to_be_visible()
    introduce = page.get_by_role("button", name=says(language, "書いておく"), exact=True)
    await introduce.click()
    await expect(page.get_by_text(says(language, "どちらか1つを書いてください。"))).to_be_visible()
    await faultless(page)
    await page.get_by_label(says(language, "お手伝いできること")).fill("設計の見直し")
    await introduce.click()
    await expect(introduce).to_be_hidden()
    await page.reload()
    fitting = page.locator("section").filter(has=page.get_by_role("heading", name=says(language, "合いそうな募集")))
    await expect(fitting.get_by_role("heading", name=ASK)).to_be_visible()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_ten_people_come_by_a_link(chromium: Browser, working: Application, language: str, width: int) -> None:
    place = await gathering(working)
    await somebody_asks(working)
    async with (
        window(chromium, working, language=language, width=width, token=place.operator) as operator,
        window(chromium, working, language=language, width=width) as newcomer,
        window(chromium, working, language=language, width=width) as other,
    ):
        await operator.context.grant_permissions(["clipboard-read", "clipboard-write"])
        address = await make_link(operator, language, place)
        await operator.set_viewport_size({"width": 390, "height": 844})
        await operator.goto("/queue")
        await join(newcomer, language, working, address)
        came = await asyncio.gather(*(come_by(working, place, address.rsplit("/", 1)[1], number) for number in range(9)))
        await expect(operator.get_by_role("heading", level=2)).to_have_count(10)
        await faultless(operator)

        reason, seconds = await answer_all(operator, newcomer, language, name_of(8))
        # Ten people within two minutes, on a phone: what an operator has for them in an evening.
        assert seconds < 120

        await expect(newcomer.get_by_text(says(language, "参加が承認されました"))).to_be_visible()
        await newcomer.goto("/")
        await first_evening(newcomer, language)
        for client in came[:8]:
            assert (await client.ask(STARTING))["viewer"]["startingPoints"] == [{"title": ASK}]
        told = says(language, "{group}への参加が承認されました。<0>メンバーを探せます</0>。").partition("{group}")[2].partition("<0>")[0]
        await expect(newcomer.get_by_text(told.strip(" 。.")).first).to_be_visible()
        await faultless(newcomer)

        await signed_in_as(other, working, came[8])
        await other.goto("/pending")
        await expect(other.get_by_text(reason)).to_be_visible()
        await faultless(other)
        await operator.goto(f"/groups/{place.slug}/links")
        counted = says(language, LINK_COUNTS, waiting=0, approved=9, declined=1)
        await expect(operator.get_by_text(counted)).to_be_visible()
