"""While one types on the people page: from the key to the suggestions' answer, and to all of it painted, in Chromium."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Page, async_playwright

from bench.first_load import FLAGS
from bench.measuring import Figure, percentile, spread
from bench.worlds import served
from tools.chromium import on_path

MEMBERS: Final = int(os.environ.get("BENCH_MEMBERS", "2000"))
# Kana as they are typed, kanji as an editor hands them over, romaji and English letter by letter; a space begins another word.
WORDS: Final = (
    ("Japanese", ("たかはし", "わたなべ ぶつりゅう", "オンセイニンシキ", "髙橋", "人事 採用", "物流", "音声認識 ソニー", "新規事業")),
    ("Latin", ("takahashi", "Watanabe", "Sony design", "marketing", "ohno", "data analysis")),
)
ROUNDS: Final = 1
# So many questions of the page itself go first.
_WARM_UP: Final = ("東京", "kobayashi")
# How long nothing may have changed for the page to count as painted, and how long is waited at most.
_QUIET_MS, _MOST_MS = 120, 15_000
# In the page: when the letter came, when the suggestions were asked for and answered, and when the page changed for the last time.
_WATCH: Final = """(() => {
  const seen = { input: 0, asked: 0, answered: 0, changed: 0, open: 0 };
  window.typed = seen;
  document.addEventListener("input", (event) => Object.assign(seen, { input: event.timeStamp, asked: 0, answered: 0, changed: 0 }), true);
  const plain = window.fetch;
  window.fetch = async (where, options) => {
    const sent = String(options?.body ?? "");
    const suggested = sent.includes('"Suggested"') || sent.includes("query Suggested");
    if (suggested) Object.assign(seen, { asked: performance.now(), answered: 0 });
    seen.open += 1;
    try {
      const answer = await plain(where, options);
      const body = await answer.clone().arrayBuffer();
      if (suggested) seen.answered = performance.now();
      return new Response(body, { status: answer.status, headers: answer.headers });
    } finally {
      seen.open -= 1;
    }
  };
  const painted = () => requestAnimationFrame(() => setTimeout(() => { seen.changed = performance.now(); }, 0));
  new MutationObserver(() => { if (seen.asked) painted(); }).observe(document, { subtree: true, childList: true, characterData: true });
})()"""
_SETTLED: Final = """([quiet]) => {
  const { answered, changed, open } = window.typed;
  return answered > 0 && open === 0 && performance.now() - Math.max(answered, changed) > quiet;
}"""


async def measure(home: Path) -> list[Figure]:
    """Return the figures of typing; BENCH_MEMBERS is the size of the world."""
    found: dict[str, list[dict[str, float]]] = {}
    async with served(home, MEMBERS) as world, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or on_path(), args=FLAGS)
        context = await browser.new_context(base_url=world.base, locale="ja-JP")
        query = 'mutation { signInToDemo(input: { key: "member" }) { __typename } }'
        await context.request.post("/graphql", data={"query": query}, headers={"origin": world.base})
        page = await context.new_page()
        await page.add_init_script(_WATCH)
        for word in _WARM_UP:
            await _typed(page, word)
        for kind, words in WORDS:
            found[kind] = [each for _ in range(ROUNDS) for word in words for each in await _typed(page, word)]
        await browser.close()
    return list(_told(found))


async def _typed(page: Page, word: str) -> list[dict[str, float]]:
    """Type a word into an empty box of a page of its own, so that no answer is remembered; wait for what each letter brings."""
    await page.goto("/people")
    await page.wait_for_load_state("networkidle")
    await page.get_by_role("searchbox").focus()
    samples: list[dict[str, float]] = []
    for letter in word:
        if letter.isascii():
            await page.keyboard.press("Space" if letter == " " else letter)
        else:
            await page.keyboard.insert_text(letter)
        if letter == " ":
            # Nothing else is asked for.
            continue
        await page.wait_for_function(_SETTLED, arg=[_QUIET_MS], timeout=_MOST_MS)
        seen: dict[str, Any] = await page.evaluate("window.typed")
        samples.append(
            {
                "round": seen["answered"] - seen["asked"],
                "answer": seen["answered"] - seen["input"],
                "rest": seen["asked"] - seen["input"],
                "painted": max(seen["answered"], seen["changed"]) - seen["input"],
            }
        )
    return samples


def _told(found: dict[str, list[dict[str, float]]]) -> Iterator[Figure]:
    for kind, samples in found.items():
        name, note = f"typing, {kind}, {MEMBERS:,} members", f"{len(samples)} keys"
        trips = [each["round"] for each in samples]
        yield from spread(f"{name}: the suggestions' round trip", trips, None, note)
        yield Figure("  the same, against its own target, p95", percentile(trips, 0.95), "ms", 80)
        rest = percentile([each["rest"] for each in samples], 0.5)
        yield Figure("  before it: from the key until the page asks, since it waits for the fingers to rest, p50", rest, "ms")
        yield from spread("  from the key to the suggestions' answer", [each["answer"] for each in samples], None)
        yield from spread("  from the key to all of the page painted", [each["painted"] for each in samples], None)
