"""Signing in at an OpenID provider as a person does it: the button, the mail once, and from then on the button alone."""

import pytest
from playwright.async_api import Browser, Page, expect

from tests.factories.accounts import letter_to
from tests.factories.people import make_member
from tests.support.arriving import trusting
from tests.support.provider import provider
from tests.web.conftest import LOOKS, window
from tests.web.words import says

YU = "yu@people.example"


async def press(page: Page, language: str) -> None:
    """Start from a page for members, and choose the provider."""
    await page.goto("/signin?next=/talks")
    await page.get_by_role("link", name=says(language, "{oidcName}でログイン", oidcName="縁側ID")).click()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_the_button_the_mail_and_then_the_button_alone(chromium: Browser, database_url: str, language: str, width: int) -> None:
    async with provider() as found, trusting(found, database_url) as application:
        async with application.house.db.transaction() as session:
            await make_member(session, email=YU)
        async with window(chromium, application, language=language, width=width) as page:
            await press(page, language)
            await expect(page.get_by_text(says(language, "このアドレスは、すでに登録されています。"))).to_be_visible()
            letter = await letter_to(application.house.db, YU)
            await page.get_by_label(says(language, "6桁の番号")).fill(letter.code or "")
            await page.get_by_role("button", name=says(language, "ログインする"), exact=True).click()
            await page.wait_for_url("**/talks")
            await page.goto("/me/signins")
            await expect(page.get_by_text("縁側ID", exact=True)).to_be_visible()
        async with window(chromium, application, language=language, width=width) as page:
            await press(page, language)
            await page.wait_for_url("**/talks")
        found.claims = {"aud": "another"}
        async with window(chromium, application, language=language, width=width) as page:
            await press(page, language)
            await expect(page.get_by_role("heading", name=says(language, "ログインできませんでした"))).to_be_visible()
