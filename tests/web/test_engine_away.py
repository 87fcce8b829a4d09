"""What the two pages of search say while the search engine is away: one quiet line beside what was found, and nothing once it is back."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from server.accounts.commands import open_session
from server.kit.settings import Settings
from server.opportunities.documents import opportunity_documents
from server.people.documents import person_documents
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.recording import Reply, recording
from tests.support.running import Application, running
from tests.web.conftest import LOOKS, window
from tests.web.joining import faultless
from tests.web.words import says

LINE = "いまは簡易な検索に切り替えています。並び順がいつもと違うことがあります。"


async def fill(application: Application) -> str:
    """A person and a post to be found; return the session of who looks for them."""
    async with application.house.db.transaction() as session:
        member = await make_member(session, "髙橋 悠")
        post = await make_opportunity(session, member, title="配送計画の壁打ち")
        engine = application.house.graph.engine
        await engine.upsert(session, [*await person_documents(session, [member]), *await opportunity_documents(session, [post])])
        return (await open_session(session, member, "Mozilla/5.0 (X11; Linux) Chrome/140.0")).token


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_one_quiet_line_says_so(chromium: Browser, database_url: str, tmp_path: Path, language: str, width: int) -> None:
    with recording(lambda _: Reply({"message": "away", "code": "internal"}, 503)) as told:
        settings = Settings(_env_file=None, data_dir=tmp_path, meilisearch_url=told.url)
        async with running(database_url, settings) as application:
            token = await fill(application)
            async with window(chromium, application, language=language, width=width, token=token) as page:
                line = page.get_by_role("status").filter(has_text=says(language, LINE))
                for address, found in (("/people?q=高橋", "髙橋 悠"), ("/opportunities?q=配送", "配送計画の壁打ち")):
                    await page.goto(address)
                    await expect(page.locator("main").get_by_role("link", name=found).first).to_be_visible()
                    await expect(line).to_be_visible()
                    await faultless(page)
                await page.goto("/opportunities")
                await expect(page.locator("main").get_by_role("link", name="配送計画の壁打ち").first).to_be_visible()
                await expect(line).to_have_count(0)
