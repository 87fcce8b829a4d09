"""Our own pages ask by the ids of documents alone, also over the socket, and by the text where the server is of another release."""

import json
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, Route, WebSocket, expect

from server.accounts.commands import open_session
from server.kit.ids import GroupId, MemberId, global_id
from server.kit.settings import Settings
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_member, make_operator
from tests.support.running import Application, running
from tests.web.conftest import window
from tests.web.words import says


@pytest.fixture
async def strict(database_url: str, tmp_path: Path) -> AsyncGenerator[Application]:
    """A deployment that takes only what it knows."""
    settings = Settings(_env_file=None, data_dir=tmp_path, graphql_documents="known")
    async with running(database_url, settings) as application:
        yield application


async def signed_in(application: Application) -> tuple[str, MemberId]:
    """The token of an operator's session, and somebody else."""
    async with application.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = GroupId((await make_group(session, company, name="ひだまりの会")).id)
        member = await make_operator(session, group, "髙橋 悠", company)
        other = await make_member(session, "佐藤 凪", company)
        return (await open_session(session, MemberId(member), "tests")).token, other


def listening(page: Page) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What the page asks from now on: by requests, and by frames of its sockets."""
    asked: list[dict[str, Any]] = []
    followed: list[dict[str, Any]] = []

    def heard(frame: str | bytes) -> None:
        message = json.loads(frame)
        if message["type"] == "subscribe":
            followed.append(message["payload"])

    def opened(socket: WebSocket) -> None:
        socket.on("framesent", heard)

    page.on("websocket", opened)
    page.on("request", lambda request: asked.append(request.post_data_json) if request.url.endswith("/graphql") else None)
    return asked, followed


async def test_only_ids_are_sent(chromium: Browser, strict: Application) -> None:
    token, _other = await signed_in(strict)
    async with window(chromium, strict, token=token) as page:
        asked, followed = listening(page)
        for address in ("/opportunities", "/people", "/me/signins"):
            await page.goto(address)
            await expect(page.locator("h1").first).to_be_visible()
            await page.wait_for_load_state("networkidle")
        await page.goto("/me/signins")
        switch = page.get_by_role("checkbox", name=says("ja", "お返事を待っているものを、週に1回メールで受け取る"))
        await switch.press("Space")
        await expect(switch).not_to_be_checked()
    assert len(asked) > 4
    assert len(followed) > 0
    for body in (*asked, *followed):
        assert body["documentId"].startswith("sha256:")
        assert not body.get("query"), body["query"][:80]


async def test_a_page_of_another_release_asks_by_its_texts(chromium: Browser, app: Application) -> None:
    """Its ids are strange to the server: it answers that nothing was done, and the page goes on."""
    token, other = await signed_in(app)

    async def strange(route: Route) -> None:
        body = route.request.post_data_json
        if "documentId" in body:
            body["documentId"] = "sha256:" + "0" * 64
        await route.continue_(post_data=json.dumps(body))

    async with window(chromium, app, token=token, expected="404 (Not Found)") as page:
        await page.route("**/graphql", strange)
        await page.goto(f"/people/{global_id('Person', other)}")
        await expect(page.get_by_role("heading", name="佐藤 凪")).to_be_visible()
