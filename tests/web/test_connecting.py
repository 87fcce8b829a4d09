"""Two members become connected, end to end in Chromium: one asks with a word, the other accepts on the page, a field opens, one ends it."""

import pytest
from playwright.async_api import Browser, expect

from server.accounts.commands import open_session
from server.kit.actor import Level
from server.kit.ids import global_id
from server.people.model import Profile
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.test_vouching import faultless
from tests.web.words import says

HEADLINE = "聞こえの研究をしています"


async def two_members(application: Application) -> tuple[str, str, str, str]:
    """Who asks and who is asked, each by token and page; the latter shows a line to connections only."""
    async with application.house.db.transaction() as session:
        asker, asked = await make_member(session, "髙橋 凪", "ソニー"), await make_member(session, "佐藤 花", "ニトリ")
        profile = await session.get_one(Profile, asked)
        profile.headline, profile.headline_level = HEADLINE, int(Level.CONNECTIONS)
        tokens = [(await open_session(session, member, "tests")).token for member in (asker, asked)]
    return tokens[0], tokens[1], f"/people/{global_id('Person', asker)}", f"/people/{global_id('Person', asked)}"


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_two_become_connected_and_part(chromium: Browser, working: Application, language: str, width: int) -> None:
    asker, asked, _, page_of_asked = await two_members(working)

    def words(text: str, name: str = "佐藤 花") -> str:
        return says(language, text, name=name)

    async with (
        window(chromium, working, language=language, width=width, token=asker) as one,
        window(chromium, working, language=language, width=width, token=asked) as other,
    ):
        await other.goto("/")
        await expect(other.get_by_role("heading", level=1)).to_be_visible()
        await one.goto(page_of_asked)
        await one.get_by_role("button", name=words("つながりを申し込む")).click()
        await one.get_by_label(words("ひとこと")).fill("音の話をしたいです")
        await faultless(one)
        await one.get_by_role("button", name=words("申し込む"), exact=True).click()
        await expect(one.get_by_text(words("つながりを申し込みました。お返事を待っています。"))).to_be_visible()
        await expect(one.get_by_text(HEADLINE)).to_have_count(0)
        await faultless(one)

        # It arrives on the home page that is open.
        answer = other.get_by_role("link", name=words("プロフィールを見て返事をする"))
        await expect(answer).to_be_visible()
        await faultless(other)
        await answer.click()
        await expect(other.get_by_text(says(language, "「{note}」", note="音の話をしたいです"))).to_be_visible()
        await faultless(other)
        await other.get_by_role("button", name=words("つながる"), exact=True).click()
        connected = words("つながっています（{month}から）").partition("{month}")[0]
        await expect(other.get_by_text(connected)).to_be_visible()

        # So does the answer, and what it opens.
        await expect(one.get_by_text(connected)).to_be_visible()
        await expect(one.get_by_text(HEADLINE)).to_be_visible()

        await other.goto("/me/connections")
        await other.get_by_role("button", name=words("{name}さんとのつながりを解く", "髙橋 凪")).click()
        await faultless(other)
        await other.get_by_role("dialog").get_by_role("button", name=words("つながりを解く"), exact=True).click()
        await expect(other.get_by_text(words("まだありません。"))).to_be_visible()
        await one.reload()
        await expect(one.get_by_role("button", name=words("つながりを申し込む"))).to_be_visible()
        await expect(one.get_by_text(HEADLINE)).to_have_count(0)
