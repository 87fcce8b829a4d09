"""A profile in Chromium: told on a phone, shown to another member, edited on two devices, with a photo that tells nothing but pixels."""

import io
from dataclasses import dataclass

import pytest
from PIL import Image
from playwright.async_api import Browser, FilePayload, expect

from server.accounts.commands import open_session
from server.kit.ids import MemberId, global_id
from tests.factories.companies import make_company
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.words import says


@dataclass(frozen=True, slots=True)
class Scene:
    """Two members, each with a session; the first one's page."""

    own: str
    other: str
    page: str


async def scene(application: Application) -> Scene:
    async with application.house.db.transaction() as session:
        await make_company(session, "こもれび商事")
        member = await make_member(session, "高橋 悠", "ソニー", headline="物流の人")
        reader = await make_member(session, "森 楓", "ニトリ")
        own, other = [(await open_session(session, MemberId(one), "tests")).token for one in (member, reader)]
    return Scene(own, other, f"/people/{global_id('Person', member)}")


def photo() -> FilePayload:
    kept = io.BytesIO()
    Image.new("RGB", (600, 400), "teal").save(kept, "JPEG")
    return FilePayload(name="me.jpg", mimeType="image/jpeg", buffer=kept.getvalue())


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_telling_of_oneself(chromium: Browser, working: Application, language: str, width: int) -> None:
    found = await scene(working)
    async with (
        window(chromium, working, language=language, width=width, token=found.own) as own,
        window(chromium, working, language=language, width=width, token=found.other) as other,
    ):
        await own.goto("/me")
        gives = own.get_by_text(says(language, "お手伝いできることを書いておくと、合う募集がホームに並びます。"))
        await expect(gives).to_be_visible()
        await own.get_by_role("button", name=says(language, "今後は表示しない")).click()
        await expect(gives).to_be_hidden()
        await own.locator("input[type=file]").set_input_files(photo())
        await own.get_by_role("button", name=says(language, "この写真にする")).click()
        await expect(own.get_by_role("button", name=says(language, "写真を外す"))).to_be_visible()
        title = says(language, "「{title}」を直す").replace("{title}", says(language, "できること、探していること"))
        await own.get_by_role("button", name=title).click()
        await own.get_by_label(says(language, "お手伝いできること")).first.fill("物流の壁打ち")
        await own.get_by_role("button", name=says(language, "保存する")).click()
        await expect(own.get_by_role("button", name=title)).to_be_visible()
        await expect(own.get_by_text("物流の壁打ち")).to_be_visible()
        await own.goto("/me/edit")
        await own.get_by_label(says(language, "いまの状況")).first.select_option("TALK")
        await own.get_by_label(says(language, "使えることば")).first.select_option("vi")
        await own.get_by_label(says(language, "リンク")).first.fill("https://example.com/me")
        await own.get_by_role("combobox", name=says(language, "今の勤務先")).fill("こもれび")
        await own.get_by_role("option", name="こもれび商事").first.click()
        await expect(own.get_by_text(says(language, "「いまの状況」は、今の勤務先の方には見えません。"))).to_be_visible()
        await own.get_by_role("button", name=says(language, "保存する")).click()
        await expect(own.get_by_role("heading", level=1)).to_have_text(says(language, "わたし"))
        await other.goto(found.page)
        await expect(other.get_by_text(says(language, "まずは相談"))).to_be_visible()
        await expect(other.get_by_text("ベトナム語" if language == "ja" else "Vietnamese")).to_be_visible()
        await expect(other.get_by_role("link", name="example.com")).to_have_attribute("rel", "noopener noreferrer nofollow ugc")
        drawn = "() => [...document.images].some((one) => one.src.includes('/photos/') && one.complete && one.naturalWidth === 512)"
        await other.wait_for_function(drawn)


async def test_two_devices(chromium: Browser, working: Application) -> None:
    """The slower one is told what was written elsewhere, keeps what was typed, and chooses."""
    found = await scene(working)
    async with (
        window(chromium, working, token=found.own) as phone,
        window(chromium, working, width=1280, token=found.own) as desk,
    ):
        for page, text in ((phone, "物流と音声の人"), (desk, "音声の人")):
            await page.goto("/me/edit")
            await page.get_by_label(says("ja", "ひとこと紹介")).first.fill(text)
        await desk.get_by_role("button", name=says("ja", "保存する")).click()
        await expect(desk.get_by_role("heading", level=1)).to_have_text(says("ja", "わたし"))
        await phone.get_by_role("button", name=says("ja", "保存する")).click()
        await expect(phone.get_by_role("alert")).to_contain_text(says("ja", "ひとこと紹介"))
        await expect(phone.get_by_label(says("ja", "ひとこと紹介")).first).to_have_value("物流と音声の人")
        await phone.get_by_role("button", name=says("ja", "ここに書いた内容にする")).click()
        await phone.get_by_role("button", name=says("ja", "保存する")).click()
        await expect(phone.get_by_text("物流と音声の人")).to_be_visible()
