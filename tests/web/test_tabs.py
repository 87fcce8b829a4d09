"""The tabs of one browser share one socket: whichever tab holds it may close or freeze, and each tab is told everything once."""

import asyncio
from collections.abc import Callable

import pytest
from playwright.async_api import Browser, Page, Route, expect

from tests.support.running import Application
from tests.web.conftest import window
from tests.web.talking import Sockets, bubble, open_talk, talk
from tests.web.words import says

# What the network says of a page that is gone while it was asking.
GONE = "ERR_"


async def until(met: Callable[[], bool], within: float = 20.0) -> None:
    """Wait until it is so."""
    async with asyncio.timeout(within):
        while not met():  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def shown_once(pages: list[Page], *texts: str) -> None:
    """Each of the texts stands on each page, once."""
    for page in pages:
        for text in texts:
            await expect(bubble(page, text)).to_have_count(1)


async def test_three_tabs_share_one_socket_and_each_stream_on_it(chromium: Browser, app: Application) -> None:
    two = await talk(app)
    sockets = Sockets()
    async with window(chromium, app, token=two.token) as first:
        sockets.watch(first.context)
        second, third = await first.context.new_page(), await first.context.new_page()
        for page in (first, second, third):
            await open_talk(page, two)
        await two.say("一つめのタブにも届きます")
        await shown_once([first, second, third], "一つめのタブにも届きます")
        assert len(sockets.open) == 1
        assert sockets.holders() == [first]
        assert sorted(sockets.subscribed[sockets.open[0]]) == ["Inbox", "Typing"]


async def test_a_tab_that_closes_hands_the_socket_on(chromium: Browser, app: Application) -> None:
    two = await talk(app)
    sockets = Sockets()
    async with window(chromium, app, token=two.token, expected=GONE) as first:
        sockets.watch(first.context)
        second, third = await first.context.new_page(), await first.context.new_page()
        for page in (first, second, third):
            await open_talk(page, two)
        await two.say("閉じる前")
        await shown_once([second, third], "閉じる前")
        await first.close()
        await two.say("閉じている間")
        await until(lambda: len(sockets.open) == 1)
        await two.say("閉じたあと")
        await shown_once([second, third], "閉じる前", "閉じている間", "閉じたあと")
        assert len(sockets.opened) == 2
        assert sockets.holders() == [second]


async def test_a_tab_that_freezes_hands_the_socket_on_and_catches_up(chromium: Browser, app: Application) -> None:
    two = await talk(app)
    sockets = Sockets()
    async with window(chromium, app, token=two.token) as first:
        sockets.watch(first.context)
        second = await first.context.new_page()
        for page in (first, second):
            await open_talk(page, two)
        await two.say("凍る前")
        await shown_once([first, second], "凍る前")
        # A page that is looked at cannot be frozen, and here all are; the browser says so by this event, and then runs nothing of the page.
        await first.evaluate("document.dispatchEvent(new Event('freeze'))")
        await until(lambda: sockets.holders() == [second])
        await two.say("凍っている間", "まだ溶けません")
        await shown_once([second], "凍る前", "凍っている間", "まだ溶けません")
        assert await bubble(first, "凍っている間").count() == 0
        await first.evaluate("document.dispatchEvent(new Event('resume'))")
        await two.say("起きたあと")
        await shown_once([first, second], "凍る前", "凍っている間", "まだ溶けません", "起きたあと")
        await until(lambda: sockets.holders() == [second])


async def test_a_tab_that_hangs_is_relieved_of_the_socket(chromium: Browser, app: Application) -> None:
    """Nobody says that it hangs: the other tab hears nothing any more."""
    two = await talk(app)
    sockets = Sockets()
    async with window(chromium, app, token=two.token) as first:
        sockets.watch(first.context)
        second = await first.context.new_page()
        for page in (first, second):
            await open_talk(page, two)
        asked, answer = asyncio.Event(), asyncio.Event()

        async def hold(route: Route) -> None:
            asked.set()
            await answer.wait()
            await route.fulfill(body="")

        await first.route("**/hangs", hold)
        # A request that the whole page waits for: it runs nothing until there is an answer.
        ask = "() => { const asked = new XMLHttpRequest(); asked.open('GET', '/hangs', false); asked.send(); }"
        hanging = asyncio.create_task(first.evaluate(ask))
        async with asyncio.timeout(40):
            await asked.wait()
        await two.say("止まっている間")
        await shown_once([second], "止まっている間")
        assert not hanging.done()
        answer.set()
        await hanging
        await two.say("動いたあと")
        await shown_once([first, second], "止まっている間", "動いたあと")
        await until(lambda: sockets.holders() == [second])


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_signing_out_in_one_tab_ends_it_in_all(chromium: Browser, app: Application, language: str) -> None:
    """And whoever signs in next shares nothing with those who were there before."""
    two, coming = await talk(app), await talk(app)
    sockets = Sockets()
    async with window(chromium, app, language=language, token=two.token) as first:
        sockets.watch(first.context)
        second = await first.context.new_page()
        await open_talk(second, two, language)
        await first.goto("/me")
        await first.get_by_role("button", name=says(language, "この端末からログアウトする")).click()
        for page in (first, second):
            await expect(page.locator("[data-shell=guest]")).to_be_visible()
        await until(lambda: not sockets.open)
        await first.context.add_cookies([{"name": "engawa", "value": coming.token, "url": app.base, "httpOnly": True, "sameSite": "Lax"}])
        await open_talk(first, coming, language)
        await two.say("もういない人への話")
        await coming.say("いまいる人への話")
        await shown_once([first], "いまいる人への話")
        await until(lambda: len(sockets.open) == 1)
        for page in (first, second):
            assert await page.get_by_text("もういない人への話").count() == 0
