"""More people than are counted with a page, in Chromium: how many there are at least, then how many, and a way to all of them."""

import asyncio
import os
from pathlib import Path

import pytest
from playwright.async_api import Browser, Route, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId
from server.people.reads import search
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.asking import document_of
from tests.web.conftest import LOOKS, window
from tests.web.joining import faultless
from tests.web.words import says
from workers.indexing import reindex_all

PICTURES = os.environ.get("PICTURES")
ENOUGH, ALL = 22, 30


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_of_many_it_is_said_how_many_there_are_at_least(
    chromium: Browser, working: Application, monkeypatch: pytest.MonkeyPatch, language: str, width: int
) -> None:
    assert search.ENOUGH > ALL
    monkeypatch.setattr(search, "ENOUGH", ENOUGH)
    async with working.house.db.transaction() as session:
        reader = await make_member(session, "佐藤 凪", "ニトリ")
        for at in range(ALL):
            await make_member(session, f"森 {at}", "ソニー", headline="採用の相談")
        token = (await open_session(session, MemberId(reader), "tests")).token
    await reindex_all(working.house.worker)
    async with window(chromium, working, language=language, width=width, token=token) as page:
        counting = asyncio.Event()

        async def held(route: Route) -> None:
            if "PeopleCounts" in document_of(route.request):
                await counting.wait()
            await route.continue_()

        await page.route("**/graphql", held)
        await page.goto("/people?q=採用")
        at_least = page.get_by_text(says(language, "{totalCount, plural, other {#人以上}}", totalCount=ENOUGH), exact=True)
        await expect(at_least).to_be_visible()
        if PICTURES:
            await page.screenshot(path=Path(PICTURES) / f"many-people-{language}-{width}.png")
        # The facets count all.
        counting.set()
        await expect(page.get_by_text(says(language, "{totalCount, plural, other {#人}}", totalCount=ALL), exact=True)).to_be_visible()
        await expect(at_least).to_have_count(0)
        people = page.get_by_role("heading", name="森")
        await expect(people).to_have_count(20)
        await faultless(page)
        await page.get_by_role("button", name=says(language, "もっと見る")).click()
        await expect(people).to_have_count(ALL)
        await expect(page.get_by_role("button", name=says(language, "もっと見る"))).to_have_count(0)
        names = await people.all_inner_texts()
        assert len({name.split("\n")[0] for name in names}) == ALL
        await page.goto("/people?q=凪")
        await expect(page.get_by_text(says(language, "{totalCount, plural, other {#人}}", totalCount=1), exact=True)).to_be_visible()
