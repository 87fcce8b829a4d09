"""Two who talk, in Chromium: each sees that the other is there and writes, for as long as it is so, and nothing moves for it."""

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands.sessions import open_session
from server.kit.ids import MemberId, ResponseId, global_id
from server.opportunities.rules import ResponseState
from server.realtime import presence
from tests.factories.conversations import make_conversation
from tests.factories.opportunities import make_opportunity, make_response
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.test_companies import faultless
from tests.web.words import says

HERE, WRITES = "{name}さんも開いています", "{name}さんが入力しています"
AUTHOR, FRIEND = "髙橋 悠", "佐藤 凪"


async def talking(application: Application) -> tuple[str, dict[str, str]]:
    """The address of a talk, and a session of each who talks."""
    async with application.house.db.transaction() as session:
        members = {name: MemberId(await make_member(session, name, "ニトリ")) for name in (AUTHOR, FRIEND)}
        post = await make_opportunity(session, members[AUTHOR])
        talk = await make_conversation(session, members[AUTHOR], members[FRIEND], [(members[AUTHOR], "はじめまして。")])
        response = await make_response(session, post, members[FRIEND], state=ResponseState.TALKING, conversation=talk)
        tokens = {name: (await open_session(session, member, "tests", "passkey")).token for name, member in members.items()}
        return f"/talks/{global_id('Response', ResponseId(response.id))}", tokens


async def height(page: Page) -> int:
    """How high the page is."""
    return int(await page.evaluate("document.documentElement.scrollHeight"))


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_the_other_is_there_and_writes(
    chromium: Browser, working: Application, language: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "HERE_LASTS", 4.0)
    monkeypatch.setattr(presence, "BEAT_EVERY", 1.0)
    address, tokens = await talking(working)
    async with window(chromium, working, language=language, width=width, token=tokens[AUTHOR]) as page:
        await page.goto(address)
        beside, status = page.locator("[data-beside]"), page.locator("[data-talk] span[role=status]")
        await expect(page.get_by_text("はじめまして。")).to_be_visible()
        await expect(beside).to_have_text("")
        before = await height(page)
        async with window(chromium, working, language=language, width=width, token=tokens[FRIEND]) as other:
            await other.goto(address)
            await expect(beside).to_have_text(says(language, HERE, name=FRIEND))
            await expect(other.locator("[data-beside]")).to_have_text(says(language, HERE, name=AUTHOR))
            await expect(status).to_have_text("")
            await other.get_by_role("textbox", name=says(language, "メッセージ")).press_sequentially("こんにちは")
            await expect(beside).to_have_text(says(language, WRITES, name=FRIEND))
            await expect(status).to_have_text(says(language, WRITES, name=FRIEND))
            assert await height(page) == before
            await faultless(page, f"{language}-{width}-typing")
            await other.get_by_role("button", name=says(language, "送る"), exact=True).click()
            await expect(page.get_by_text("こんにちは")).to_be_visible()
            await expect(beside).to_have_text(says(language, HERE, name=FRIEND))
            await expect(status).to_have_text("")
        await expect(beside).to_have_text("")
