"""A session that ends while the server cannot be asked: nothing of what its member read or typed stays, in any tab."""

from dataclasses import replace
from pathlib import Path

from playwright.async_api import Browser, Route, expect

from tests.support.running import Application
from tests.web.asking import document_of
from tests.web.conftest import PATIENCE, window
from tests.web.talking import box, bubble, delivered, open_talk, talk
from tests.web.test_server_killed import GONE, free_port, serving
from tests.web.test_unsent import KEPT, changes, send

NOTHING_KEPT = f"() => ({KEPT})().length === 0"


async def test_who_signs_out_leaves_no_page_behind_though_the_server_is_gone(chromium: Browser, app: Application) -> None:
    """It has heard the signing out, and answers nothing after it."""
    two = await talk(app)
    async with window(chromium, app, token=two.token, expected=GONE) as page:
        other = await page.context.new_page()
        await open_talk(other, two)
        await two.say("ここだけの話です")
        await expect(bubble(other, "ここだけの話です")).to_have_count(1)
        await page.goto("/me")
        leave = page.get_by_role("button", name="この端末からログアウトする")
        await expect(leave).to_be_visible()

        async def answer(route: Route) -> None:
            await (route.continue_() if changes(route, "signOut") else route.abort())

        await page.context.route("**/graphql", answer)
        await leave.click()
        for tab in (page, other):
            await expect(tab.get_by_text("読み込めませんでした。")).to_be_visible()
            await expect(tab.locator("[data-shell]")).to_have_count(0)
            await expect(tab.get_by_text("ここだけの話です")).to_have_count(0)
        await page.context.unroute_all(behavior="wait")
        for tab in (page, other):
            await tab.evaluate("window.dispatchEvent(new Event('online'))")
            await expect(tab.locator("[data-shell=guest]")).to_be_visible()


async def test_a_session_that_ended_while_there_was_no_connection(chromium: Browser, app: Application, tmp_path: Path) -> None:
    """Its member ended it from elsewhere meanwhile: the page that is open learns of it when it connects again."""
    two = await talk(app)
    port = free_port()
    served = replace(app, base=f"http://127.0.0.1:{port}")
    # What its sender is told when it tries as somebody who is signed out.
    async with window(chromium, served, token=two.token, expected=(GONE, "status of 400")) as page:
        async with serving(app.house.url, tmp_path, port) as server:
            await open_talk(page, two)
            await send(page, "席を立つ前")
            await delivered(page)
            server.kill()
            await server.wait()
        await send(page, "もう送られません")
        await box(page).fill("書きかけ")
        await expect(page.get_by_text("送信待ち", exact=True)).to_be_visible()
        await expect(page.get_by_role("button", name="いますぐつなぐ")).to_be_visible()
        assert len(await page.evaluate(KEPT)) >= 3
        elsewhere = await app.as_member(two.reader)
        assert (await elsewhere.change("signOutEverywhere", {}))["__typename"] == "SignedOutEverywhere"
        async with serving(app.house.url, tmp_path, port):
            await expect(page.locator("[data-shell=guest]")).to_be_visible()
            await page.wait_for_function(NOTHING_KEPT, timeout=PATIENCE)
            await expect(page.get_by_text("席を立つ前")).to_have_count(0)
            assert await two.said() == ["席を立つ前"]


async def test_a_page_that_fails_makes_nobody_of_its_reader(chromium: Browser, app: Application) -> None:
    """A field below the viewer fails, and leaves no viewer in the answer: they stay signed in, and keep what they typed."""
    two = await talk(app)
    async with window(chromium, app, token=two.token) as page:
        await open_talk(page, two)
        await box(page).fill("書きかけのまま")
        await page.wait_for_function("() => Object.keys(localStorage).some((key) => key.startsWith('engawa.draft.'))", timeout=PATIENCE)
        failed = {"message": "…", "path": ["viewer", "notices", "edges"], "extensions": {"code": "UNEXPECTED", "id": "e-42"}}
        asked: list[str] = []

        async def answer(route: Route) -> None:
            if "notices(" not in document_of(route.request):
                await route.continue_()
                return
            asked.append(route.request.url)
            await route.fulfill(json={"data": {"viewer": None}, "errors": [failed]}, content_type="application/graphql-response+json")

        await page.context.route("**/graphql", answer)
        await page.goto("/")
        await expect(page.get_by_text("e-42")).to_be_visible()
        await expect(page.locator("[data-shell=member]")).to_be_visible()
        assert len(asked) == 1
        await page.goto(two.path)
        await expect(box(page)).to_have_value("書きかけのまま")
