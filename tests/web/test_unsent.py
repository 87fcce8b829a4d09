"""What one has sent and nobody has answered: it waits on this device, arrives once, and is gone after signing out."""

import asyncio

import pytest
from playwright.async_api import Browser, Page, Route, expect

from server.accounts.commands import open_session
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.asking import document_of
from tests.web.conftest import LOOKS, PATIENCE, window
from tests.web.talking import Talk, box, bubble, delivered, open_talk, talk
from tests.web.test_every_page import AXE_RUN, AXE_SOURCE, SIDEWAYS
from tests.web.words import says

AWAY = "ERR_"
KEPT = "() => Object.keys(localStorage).filter((key) => /^engawa[.](outbox|draft|owner)/.test(key))"


async def faultless(page: Page) -> None:
    """No fault for assistive technology, and nothing goes over the edge."""
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == []
    assert await page.evaluate(SIDEWAYS) <= 0


def changes(route: Route, what: str = "") -> bool:
    """Whether a request asks for a change; pages name their documents by their ids."""
    text = document_of(route.request)
    return text.lstrip().startswith("mutation") and what in text


async def cut(page: Page, *, after: bool = False) -> asyncio.Event:
    """No change gets through: lost on its way there or, `after` the server has done it, on the way back; says when one was."""
    lost = asyncio.Event()

    async def lose(route: Route) -> None:
        if not changes(route):
            await route.continue_()
            return
        if after:
            await route.fetch()
        await route.abort()
        lost.set()

    await page.context.route("**/graphql", lose)
    return lost


async def mend(page: Page) -> None:
    """Everything gets through again, and somebody looks at the page."""
    await page.context.unroute_all(behavior="wait")
    for one in page.context.pages:
        await one.evaluate("window.dispatchEvent(new Event('online'))")


async def send(page: Page, text: str, language: str = "ja") -> None:
    """Write it, and press."""
    await box(page, language).fill(text)
    await page.get_by_role("button", name=says(language, "送る"), exact=True).click()


async def sent_once(page: Page, two: Talk, *texts: str, language: str = "ja") -> None:
    """Nothing waits any more; each text was said once, in this order, and stands there once."""
    await delivered(page)
    await expect(page.get_by_text(says(language, "送信待ち"), exact=True)).to_have_count(0)
    await expect(page.get_by_text(says(language, "送信中"), exact=True)).to_have_count(0)
    for text in texts:
        await expect(bubble(page, text)).to_have_count(1)
    assert await two.said() == list(texts)


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_what_is_said_offline_waits_in_the_talk_and_is_sent_in_order(
    chromium: Browser, app: Application, language: str, width: int
) -> None:
    two = await talk(app)
    async with window(chromium, app, language=language, width=width, token=two.token, expected=AWAY) as page:
        await open_talk(page, two, language)
        await page.context.set_offline(True)
        await send(page, "電車の中から書いています", language)
        await send(page, "トンネルに入りました", language)
        await expect(box(page, language)).to_have_value("")
        await expect(page.get_by_text(says(language, "送信待ち"), exact=True)).to_have_count(2)
        offline = says(language, "オフラインです。書いたものは保存されています。つながったら送信します。")
        await expect(page.get_by_role("status").filter(has_text=offline)).to_be_visible()
        await faultless(page)
        assert await two.said() == []
        await page.context.set_offline(False)
        await sent_once(page, two, "電車の中から書いています", "トンネルに入りました", language=language)


async def test_it_waits_through_a_reload_and_is_seen_in_every_tab(chromium: Browser, app: Application) -> None:
    two = await talk(app)
    async with window(chromium, app, token=two.token, expected=AWAY) as page:
        await open_talk(page, two)
        await cut(page)
        await send(page, "読み込み直しても残ります")
        await expect(page.get_by_text("送信待ち", exact=True)).to_be_visible()
        other = await page.context.new_page()
        await open_talk(other, two)
        await page.reload()
        for tab in (page, other):
            await expect(bubble(tab, "読み込み直しても残ります")).to_have_count(1)
            await expect(tab.get_by_text("送信待ち", exact=True)).to_be_visible()
        await mend(page)
        for tab in (page, other):
            await sent_once(tab, two, "読み込み直しても残ります")


async def test_when_only_the_answer_was_lost_it_is_not_said_twice(chromium: Browser, app: Application) -> None:
    two = await talk(app)
    async with window(chromium, app, token=two.token, expected=AWAY) as page:
        await open_talk(page, two)
        lost = await cut(page, after=True)
        await send(page, "一度だけ届きます")
        async with asyncio.timeout(40):
            await lost.wait()
        # The stream brings it while its sender still waits for the answer.
        await expect(bubble(page, "一度だけ届きます")).to_have_count(1)
        await mend(page)
        await sent_once(page, two, "一度だけ届きます")


async def test_what_waits_can_be_taken_back_and_written_on(chromium: Browser, app: Application) -> None:
    two = await talk(app)
    async with window(chromium, app, token=two.token, expected=AWAY) as page:
        await open_talk(page, two)
        await cut(page)
        await send(page, "やっぱり書き直します")
        await page.get_by_role("button", name="取り消す").click()
        await expect(box(page)).to_have_value("やっぱり書き直します")
        await expect(bubble(page, "やっぱり書き直します")).to_have_count(0)
        await mend(page)
        await send(page, "書き直しました")
        await sent_once(page, two, "書き直しました")


async def test_a_refusal_is_shown_in_the_talk_with_the_text(chromium: Browser, app: Application) -> None:
    """The other has ended the talk meanwhile: nothing was said, and what was written can still be read."""
    two = await talk(app)
    async with window(chromium, app, token=two.token, expected=AWAY) as page:
        await open_talk(page, two)
        await cut(page)
        await send(page, "間に合いませんでした")
        await expect(page.get_by_text("送信待ち", exact=True)).to_be_visible()
        ended = await two.author.change("declineResponse", {"response": two.path.rpartition("/")[2]})
        assert ended["__typename"] == "ResponseDeclined"
        await mend(page)
        refused = page.get_by_role("alert")
        await expect(refused).to_be_visible()
        await expect(bubble(page, "間に合いませんでした")).to_have_count(1)
        assert await two.said() == []
        await page.get_by_role("button", name="消す", exact=True).click()
        await expect(bubble(page, "間に合いませんでした")).to_have_count(0)
        assert await page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('engawa.outbox'))") == []


async def test_a_raised_hand_waits_too_and_counts_once(chromium: Browser, app: Application) -> None:
    two = await talk(app)
    async with app.house.db.transaction() as session:
        third = await make_member(session, "佐藤 凪", "ニトリ")
        token = (await open_session(session, third, "tests")).token
    async with window(chromium, app, token=token, expected=AWAY) as page:
        await page.goto(f"/opportunities/{two.post}")
        await page.get_by_role("button", name="手を挙げる", exact=True).click()
        await page.get_by_label("ひとこと").fill("倉庫で三年使っていました。")
        await cut(page)
        await page.get_by_role("dialog").get_by_role("button", name="手を挙げる", exact=True).click()
        waiting = page.get_by_text("送信待ちです。つながったら送信します。ページを閉じてもかまいません。")
        await expect(waiting).to_be_visible()
        await page.reload()
        await page.get_by_role("button", name="手を挙げる", exact=True).click()
        await expect(waiting).to_be_visible()
        await mend(page)
        await expect(page.get_by_role("link", name="やりとりを開く")).to_be_visible()
        query = "query($id: ID!) { opportunity(id: $id) { responses(first: 10) { edges { node { note } } } } }"
        found = (await two.author.ask(query, {"id": two.post}))["opportunity"]["responses"]["edges"]
        assert sum(edge["node"]["note"] == "倉庫で三年使っていました。" for edge in found) == 1
        # It goes once the page has said that it was sent.
        await page.wait_for_function("() => !Object.keys(localStorage).some((key) => /outbox|draft/.test(key))", timeout=PATIENCE)


async def test_signing_out_leaves_nothing_of_what_waited(chromium: Browser, app: Application) -> None:
    two = await talk(app)
    async with app.house.db.transaction() as session:
        token = (await open_session(session, await make_member(session, "佐藤 凪", "ニトリ"), "tests")).token
    async with window(chromium, app, token=two.token, expected=AWAY) as page:
        await open_talk(page, two)
        await cut(page)
        await send(page, "だれにも残しません")
        await expect(page.get_by_text("送信待ち", exact=True)).to_be_visible()
        await box(page).fill("書きかけ")
        await page.goto("/me")
        assert len(await page.evaluate(KEPT)) >= 2
        # Signing out gets through, and nothing else: the newest route is asked first.
        await page.context.route(
            "**/graphql", lambda route: route.abort() if changes(route, "sendMessage") else route.continue_()
        )
        await page.get_by_role("button", name="この端末からログアウトする").click()
        await expect(page.locator("[data-shell=guest]")).to_be_visible()
        assert await page.evaluate(KEPT) == []
        await page.context.add_cookies([{"name": "engawa", "value": token, "url": app.base, "httpOnly": True, "sameSite": "Lax"}])
        await mend(page)
        await page.goto("/talks")
        await expect(page.get_by_text("やりとりは、まだありません。")).to_be_visible()
        assert await two.said() == []
