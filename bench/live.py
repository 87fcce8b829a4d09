"""From a post to another open page: the time between the request of the post and the frame that shows its title in Chromium."""

import asyncio
import os
import time
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from playwright.async_api import async_playwright

from bench.first_load import FLAGS
from bench.measuring import Figure, spread
from bench.worlds import served, signed_in
from server.kit.clock import today
from tools.chromium import on_path

POSTS = 40
# The page tells when it has drawn the title. It looks only when the document changes: a look at each frame would lay the page out anew.
WATCH = """title => {
  window.drawn = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (![...document.querySelectorAll("main h2, main h3")].some((heading) => heading.textContent.includes(title))) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(resolve, 0));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}"""
POST = "mutation M($input: PostOpportunityInput!) { postOpportunity(input: $input) { __typename } }"


async def measure(home: Path) -> list[Figure]:
    """Return how long a post takes to be visible on a page that another member has open."""
    async with served(home) as world, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or on_path(), args=FLAGS)
        context = await browser.new_context(base_url=world.base)
        query = 'mutation { signInToDemo(input: { key: "colleague" }) { __typename } }'
        await context.request.post("/graphql", data={"query": query}, headers={"origin": world.base})
        page = await context.new_page()
        await page.goto("/opportunities")
        await page.wait_for_load_state("networkidle")
        author = await signed_in(world.base, "member")
        samples: list[float] = []
        for number in range(POSTS + 3):
            title = f"話を聞いてください {number} {uuid4().hex[:6]}"
            await page.evaluate(WATCH, title)
            began = time.perf_counter()
            answer = await author.post("/graphql", json={"query": POST, "variables": {"input": _post(title)}})
            assert answer.json()["data"]["postOpportunity"]["__typename"] == "OpportunityPosted", answer.text
            async with asyncio.timeout(5):
                await page.evaluate("window.drawn")
            if number >= 3:
                samples.append((time.perf_counter() - began) * 1000)
        await author.aclose()
        await browser.close()
    return spread("post -> visible on another open page (Chromium)", samples, 150)


def _post(title: str) -> dict[str, object]:
    return {
        "kind": "SOUNDING_BOARD",
        "direction": "SEEKING",
        "title": title,
        "body": "30分だけ話を聞いてください。",
        "remote": True,
        "audience": "VERIFIED",
        "terms": [{"key": "duration", "value": "30分"}, {"key": "fee_terms", "value": "NONE"}],
        "lastDay": str(today() + timedelta(days=14)),
    }
