"""What browser tests stand on: one Chromium a process, the application with its worker, and windows onto it."""

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from engawa.app import DIST
from engawa.demo.load import load_demo
from server.kit.settings import Settings
from tests.not_run import not_run
from tests.support.databases import cloned
from tests.support.running import Application, running
from tools.chromium import on_path
from workers.run import running_worker

# One patience for all: it is the library's, not a module's. A busy machine is no page that forgets.
PATIENCE = 40_000
expect.set_options(timeout=PATIENCE)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
# Each language and each width once; in the long proofs all four (`make prove ONLY=tests/web`).
LOOKS = [("ja", 390), ("en", 1280)] + ([("ja", 1280), ("en", 390)] if "PROVE_SIZE" in os.environ else [])
AXE = Path(__file__).parent.parent.parent / "web" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
async def chromium() -> AsyncGenerator[Browser]:
    """One headless Chromium for all tests of this process."""
    path = os.environ.get("CHROMIUM") or on_path()
    if path is None:
        not_run("browser tests", "no Chromium here and none could be installed")
    assert (DIST / "index.html").exists(), "the web client is not built"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def working(database_url: str, tmp_path: Path) -> AsyncGenerator[Application]:
    """The application with its worker running beside it, as in the embedded mode, over a database with the facts only."""
    async with (
        running(database_url, Settings(_env_file=None, data_dir=tmp_path)) as application,
        running_worker(application.house.worker, database_url),
    ):
        yield application


@pytest.fixture(scope="module")
async def demo(server_url: str, template: str) -> AsyncGenerator[Application]:
    """The application over a small demo world that the tests of a module share and do not change."""
    settings = Settings(_env_file=None, demo_members=200)
    async with cloned(server_url, template) as url, running(url, settings) as application:
        await load_demo(application.house)
        yield application


@asynccontextmanager
async def window(
    browser: Browser,
    application: Application,
    *,
    language: str = "ja",
    width: int = 390,
    scheme: str = "light",
    token: str | None = None,
    expected: str | tuple[str, ...] = (),
) -> AsyncGenerator[Page]:
    """Open a window: a browser context of its own, signed in when `token` is a session's; an error on its console fails the test.

    `expected` stands in what a browser that is taken offline, or refused, says there.
    """
    size = ViewportSize(width=width, height=844 if width < 800 else 900)
    context = await browser.new_context(
        base_url=application.base,
        viewport=size,
        color_scheme="dark" if scheme == "dark" else "light",
        locale="ja-JP" if language == "ja" else "en-US",
        reduced_motion="reduce",
    )
    if token is not None:
        await context.add_cookies([{"name": "engawa", "value": token, "url": application.base, "httpOnly": True, "sameSite": "Lax"}])
    await context.add_init_script(f"localStorage.setItem('engawa.language', '{language}')")
    page = await context.new_page()
    faults: list[str] = []

    def told(text: str) -> bool:
        return any(one in text for one in ((expected,) if isinstance(expected, str) else expected))

    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" and not told(message.text) else None)
    try:
        yield page
        assert faults == []
    finally:
        await context.close()
