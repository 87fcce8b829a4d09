"""What the first load of a page costs: the gzipped bytes that Chromium fetches for every route of the built client."""

import gzip
import os
from pathlib import Path

from playwright.async_api import Browser, Response, async_playwright

from bench.measuring import Figure
from bench.worlds import served
from tools.chromium import on_path

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
GUEST = ["/", "/signin", "/join", "/terms", "/opportunities"]
MEMBER = ["/", "/people", "/opportunities", "/opportunities/new", "/talks", "/me"]
OF_OURS = (".js", ".css", ".html")


async def measure(home: Path) -> list[Figure]:
    """Return the heaviest first load of a guest's and of a member's routes."""
    figures: list[Figure] = []
    async with served(home) as world, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or on_path(), args=FLAGS)
        for who, routes in (("guest", GUEST), ("member", MEMBER)):
            sizes = {route: await _bytes(browser, world.base, route, who) for route in routes}
            heaviest = max(sizes, key=lambda route: sizes[route])
            figures.append(Figure(f"first load, heaviest route of a {who}", sizes[heaviest] / 1024, "KB", 200, f"{heaviest}, gzip"))
        await browser.close()
    return figures


async def _bytes(browser: Browser, base: str, route: str, who: str) -> int:
    context = await browser.new_context(base_url=base)
    if who == "member":
        query = 'mutation { signInToDemo(input: { key: "member" }) { __typename } }'
        await context.request.post("/graphql", data={"query": query}, headers={"origin": base})
    page = await context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 (Playwright marks the handler it is given)
    await page.goto(route)
    await page.wait_for_load_state("networkidle")
    total = 0
    for response in responses:
        if response.url.split("?")[0].endswith(OF_OURS) or response.url == base + route:
            total += len(gzip.compress(await response.body(), 6))
    await context.close()
    return total
