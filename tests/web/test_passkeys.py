"""A passkey end to end in Chromium: made in the settings with a virtual authenticator, it signs in and opens the operators' page."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, CDPSession, Page, expect
from pyotp.totp import TOTP
from sqlalchemy import update

from server.accounts.commands import open_session
from server.accounts.model import SignInSession
from server.kit.ids import GroupId, MemberId
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_member, make_operator
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.test_every_page import AXE_RUN, AXE_SOURCE, SIDEWAYS
from tests.web.words import says


async def operator_token(application: Application) -> str:
    """An operator who has just come by mail, for the first time since they have the role."""
    async with application.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ")).id)
        member = await make_operator(session, group, "森 楓", company, email="mori@people.example")
        return (await open_session(session, MemberId(member), "Mozilla/5.0 (X11; Linux) Chrome/140.0")).token


@asynccontextmanager
async def at_home(browser: Browser, application: Application, language: str, width: int, token: str) -> AsyncGenerator[Page]:
    """A window on the public address: passkeys belong to its host, and an IP address has none."""
    origin = application.house.settings.origin
    async with window(browser, application, language=language, width=width) as page:
        await page.context.add_cookies([{"name": "engawa", "value": token, "url": origin, "httpOnly": True, "sameSite": "Lax"}])
        yield page


async def authenticator(page: Page) -> tuple[CDPSession, str]:
    """A virtual device with a fingerprint sensor that always finds its owner's finger."""
    devices = await page.context.new_cdp_session(page)
    await devices.send("WebAuthn.enable", {"enableUI": False})
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    added = await devices.send("WebAuthn.addVirtualAuthenticator", {"options": options | {"automaticPresenceSimulation": True}})
    return devices, added["authenticatorId"]


async def weaken(application: Application) -> None:
    """As if every session had just been opened by mail."""
    async with application.house.db.transaction() as session:
        await session.execute(update(SignInSession).values(strong_at=None))


async def looks_well(page: Page) -> None:
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == []
    assert await page.evaluate(SIDEWAYS) <= 0


async def sign_out(page: Page, language: str) -> None:
    await page.get_by_role("button", name=says(language, "この端末からログアウトする")).click()
    await expect(page.get_by_role("link", name=says(language, "ログイン"), exact=True).first).to_be_visible()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_passkey_is_made_signs_in_and_opens_the_queue(chromium: Browser, working: Application, language: str, width: int) -> None:
    origin, token = working.house.settings.origin, await operator_token(working)
    async with at_home(chromium, working, language, width, token) as page:
        devices, device = await authenticator(page)
        await page.goto(f"{origin}/queue")
        await expect(page.get_by_text(says(language, "運営のページは、本人確認をすると使えます。"))).to_be_visible()
        await looks_well(page)
        await page.get_by_role("link", name=says(language, "本人確認へ進む")).click()
        await page.get_by_role("button", name=says(language, "パスキーを登録する")).click()
        await expect(page.get_by_role("list", name=says(language, "パスキー")).get_by_text("Chrome, Linux")).to_be_visible()
        await looks_well(page)
        assert len((await devices.send("WebAuthn.getCredentials", {"authenticatorId": device}))["credentials"]) == 1
        await sign_out(page, language)
        # One half of the looks has a browser that offers passkeys by itself, where the virtual finger answers at once; the other the button.
        by_button = width == 390
        if by_button:
            await page.add_init_script("PublicKeyCredential.isConditionalMediationAvailable = async () => false")
        await page.goto(f"{origin}/signin?next=/queue")
        if by_button:
            await page.get_by_role("button", name=says(language, "パスキーでログイン")).click()
        await expect(page.get_by_role("heading", name=says(language, "運営"), level=1)).to_be_visible()
        await expect(page.get_by_text(says(language, "運営のページは、本人確認をすると使えます。"))).to_be_hidden()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_an_app_and_codes_are_set_up_and_prove(chromium: Browser, working: Application, language: str, width: int) -> None:
    """The key is read off the page, the first code opens the settings, ten codes are shown, and one of them proves on another day."""
    origin, token = working.house.settings.origin, await operator_token(working)
    async with at_home(chromium, working, language, width, token) as page:
        await page.goto(f"{origin}/me/signins")
        await page.get_by_role("button", name=says(language, "認証アプリを登録する")).click()
        secret = await page.locator("form code").inner_text()
        await looks_well(page)
        await page.get_by_label(says(language, "アプリに表示された6桁の番号")).fill(TOTP(secret).now())
        await page.get_by_role("button", name=says(language, "登録する"), exact=True).click()
        await expect(page.get_by_role("button", name=says(language, "認証アプリを外す"))).to_be_visible()
        await page.get_by_role("button", name=says(language, "リカバリーコードをつくる")).click()
        codes = page.get_by_role("list", name=says(language, "リカバリーコード")).get_by_role("listitem")
        await expect(codes).to_have_count(10)
        code = await codes.first.inner_text()
        await looks_well(page)
        await weaken(working)
        await page.goto(f"{origin}/me/signins")
        await page.get_by_role("button", name=says(language, "リカバリーコードを使う")).click()
        await page.get_by_label(says(language, "リカバリーコード"), exact=True).last.fill(code)
        await page.get_by_role("button", name=says(language, "確認する"), exact=True).click()
        await expect(page.get_by_role("heading", name=says(language, "本人確認"))).to_be_hidden()
        await page.goto(f"{origin}/queue")
        await expect(page.get_by_role("heading", name=says(language, "運営"), level=1)).to_be_visible()
        await expect(page.get_by_text(says(language, "運営のページは、本人確認をすると使えます。"))).to_be_hidden()


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_the_weekly_mail_is_switched_off_and_stays_so(chromium: Browser, working: Application, language: str, width: int) -> None:
    """Where the address stands; it is heard, kept, and comes back. Who decides nothing is asked nothing."""
    origin, token = working.house.settings.origin, await operator_token(working)
    async with at_home(chromium, working, language, width, token) as page:
        await page.goto(f"{origin}/me/signins")
        switch = page.get_by_role("checkbox", name=says(language, "お返事を待っているものを、週に1回メールで受け取る"))
        await expect(switch).to_be_checked()
        await looks_well(page)
        await switch.click()
        await expect(page.get_by_role("status").filter(has_text=says(language, "週に1回のお知らせを止めました。"))).to_be_visible()
        await page.reload()
        await expect(switch).not_to_be_checked()
        await switch.click()
        await expect(page.get_by_role("status").filter(has_text=says(language, "週に1回のお知らせが届きます。"))).to_be_visible()
        await page.reload()
        await expect(switch).to_be_checked()
    async with working.house.db.transaction() as session:
        member = await make_member(session, "岡 蓮", email="oka@people.example")
        token = (await open_session(session, member, "Mozilla/5.0 (X11; Linux) Chrome/140.0")).token
    async with at_home(chromium, working, language, width, token) as page:
        await page.goto(f"{origin}/me/signins")
        await expect(page.get_by_role("heading", name=says(language, "メールアドレス"))).to_be_visible()
        await expect(page.get_by_role("checkbox")).to_have_count(0)
