"""The server is killed under an open page, and comes back: nothing that was typed or sent meanwhile is lost, or there twice."""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.talking import box, bubble, delivered, open_talk, talk
from tests.web.test_unsent import faultless, send
from tests.web.words import says

GONE = "ERR_"
# What one reads never gives way to a page that loads.
WATCH = """() => {
  window.vanished = false;
  const look = () => { window.vanished ||= !document.querySelector("[data-talk] ol li"); };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}"""
_SERVER = """
import asyncio, sys
from pathlib import Path
from server.kit.settings import Settings
from tests.support.running import running

async def main():
    async with running(sys.argv[1], Settings(_env_file=None, data_dir=Path(sys.argv[2])), port=int(sys.argv[3])):
        print("open", flush=True)
        await asyncio.Event().wait()
asyncio.run(main())
"""


@asynccontextmanager
async def serving(url: str, place: Path, port: int) -> AsyncGenerator[asyncio.subprocess.Process]:
    """A process that serves on the port, until it is killed here or by the test."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _SERVER, url, str(place), str(port), stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(60):
            assert await process.stdout.readline() == b"open\n"
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_talk_survives_the_death_of_the_server(
    chromium: Browser, app: Application, tmp_path: Path, language: str, width: int
) -> None:
    """The other member reaches the same database by another server, which goes on."""
    two = await talk(app)
    port = free_port()
    served = replace(app, base=f"http://127.0.0.1:{port}")
    async with window(chromium, served, language=language, width=width, token=two.token, expected=GONE) as page:
        async with serving(app.house.url, tmp_path, port) as server:
            await open_talk(page, two, language)
            await send(page, "倒れる前", language)
            await expect(bubble(page, "倒れる前")).to_have_count(1)
            await expect(page.get_by_text(says(language, "送信中"), exact=True)).to_have_count(0)
            server.kill()
            await server.wait()
        await send(page, "倒れている間に", language)
        await send(page, "ふたつ書きました", language)
        await box(page, language).fill("書きかけのまま")
        await expect(page.get_by_text(says(language, "送信待ち"), exact=True)).to_have_count(2)
        await expect(page.get_by_role("button", name=says(language, "いますぐつなぐ"))).to_be_visible()
        await faultless(page)
        await two.say("相手からもひとこと")
        await page.evaluate(WATCH)
        async with serving(app.house.url, tmp_path, port):
            # It may have connected by itself in this moment: pressed if it is there.
            await page.get_by_role("button", name=says(language, "いますぐつなぐ")).evaluate_all("(all) => all.forEach((one) => one.click())")
            await delivered(page)
            for text in ("倒れる前", "倒れている間に", "ふたつ書きました", "相手からもひとこと"):
                await expect(bubble(page, text)).to_have_count(1)
            for state in ("送信待ち", "送信中"):
                await expect(page.get_by_text(says(language, state), exact=True)).to_have_count(0)
            await expect(page.get_by_role("button", name=says(language, "いますぐつなぐ"))).to_have_count(0)
            await expect(box(page, language)).to_have_value("書きかけのまま")
            assert await two.said() == ["倒れる前", "相手からもひとこと", "倒れている間に", "ふたつ書きました"]
            assert await page.evaluate("window.vanished") is False
            await page.reload()
            await expect(box(page, language)).to_have_value("書きかけのまま")


async def test_a_post_survives_the_death_of_the_server(chromium: Browser, app: Application, tmp_path: Path) -> None:
    two = await talk(app)
    port = free_port()
    served = replace(app, base=f"http://127.0.0.1:{port}")
    title = "倒れた時に出した募集"
    draft = {"kind": "OTHER", "direction": "SEEKING", "title": title, "body": "本文です。", "remote": True, "audience": "VERIFIED"}
    async with window(chromium, served, token=two.token, expected=GONE) as page:
        async with serving(app.house.url, tmp_path, port) as server:
            await page.goto("/opportunities")
            await page.evaluate("(draft) => localStorage.setItem('engawa.draft.post', draft)", json.dumps(draft))
            await page.goto("/opportunities/new?sheet=preview")
            await expect(page.get_by_role("button", name="この内容で出す")).to_be_visible()
            # The code that sends is loaded after the page.
            await page.wait_for_load_state("networkidle")
            server.kill()
            await server.wait()
        await page.get_by_role("button", name="この内容で出す").click()
        await expect(page.get_by_text("送信待ちです。つながったら送信します。ページを閉じてもかまいません。")).to_be_visible()
        async with serving(app.house.url, tmp_path, port):
            await page.reload()
            await expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
            answer = await two.author.ask("query { opportunities(first: 20) { edges { node { title } } } }")
            assert [edge["node"]["title"] for edge in answer["opportunities"]["edges"]].count(title) == 1
            assert await page.evaluate("Object.keys(localStorage).filter((key) => /outbox|draft/.test(key))") == []
