"""A group in Chromium: proposed by a newcomer, admitted by a steward, written and run by its owner, handed over, and closed."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from server.accounts.commands import open_session
from server.companies.reads import company_named
from server.groups.model import GroupMembership
from server.groups.reads import group_by_slug
from server.kit.ids import GroupId, MemberId
from tests.factories.groups import make_group, make_role
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import AXE, LOOKS, window
from tests.web.words import says
from workers.indexing import reindex_all

AXE_SOURCE = AXE.read_text(encoding="utf-8") if AXE.exists() else ""
AXE_RUN = """async () => (await axe.run('main', { resultTypes: ['violations'] })).violations
  .map((one) => one.id + ': ' + one.nodes.map((node) => node.html).slice(0, 3).join(' | '))"""
NAME = "ニトリ有志の会"


async def faultless(page: Page, name: str) -> None:
    """No fault for assistive technology; a picture is kept where one is asked for."""
    await page.evaluate(AXE_SOURCE)
    assert await page.evaluate(AXE_RUN) == [], name
    pictures = os.environ.get("PICTURES")
    if pictures:
        await page.screenshot(path=Path(pictures) / f"{name}.png", full_page=True)


@dataclass(frozen=True, slots=True)
class Look:
    """In which language, and how wide."""

    language: str
    width: int

    def says(self, japanese: str, **values: str) -> str:
        """A text of the client's."""
        return says(self.language, japanese, **values)

    @property
    def name(self) -> str:
        """For pictures."""
        return f"groups-{self.language}-{self.width}"


async def token_of(application: Application, member: MemberId) -> str:
    async with application.house.db.transaction() as session:
        return (await open_session(session, member, "tests", "passkey")).token


async def propose(page: Page, look: Look) -> None:
    """The operator of a Facebook group, with nothing but its name, a company and a few words."""
    await page.goto("/groups")
    await page.get_by_role("link", name=look.says("グループを提案する")).click()
    await page.get_by_label(look.says("グループの名前"), exact=False).first.fill(NAME)
    box = page.get_by_role("combobox", name=look.says("対象の会社・官公庁"))
    await box.fill("ニトリ")
    await expect(page.get_by_role("option").first).to_contain_text(re.compile("ニトリ|Nitori"))
    await box.press("ArrowDown")
    await box.press("Enter")
    await page.get_by_label(look.says("どんな集まりですか")).fill("ニトリで働いたことのある30人の集まりです。")
    await page.get_by_label(look.says("アドレスに使う短い名前")).fill("nitori-yushi")
    await page.get_by_label(look.says("事務局へのメモ")).fill("Facebookで3年続けています。")
    await faultless(page, f"{look.name}-propose")
    await page.get_by_role("button", name=look.says("事務局に提案する")).click()
    await page.wait_for_url("**/groups/nitori-yushi")
    await expect(page.get_by_text(look.says("事務局が読んでいます。"))).to_be_visible()
    await faultless(page, f"{look.name}-proposed")


async def admit(page: Page, look: Look) -> None:
    """The steward finds it in the queue, and follows what its proposer wrote."""
    await page.goto("/queue")
    await page.get_by_role("button", name=look.says("グループを承認する：{name}", name=NAME)).wait_for()
    await expect(page.get_by_text("Facebookで3年続けています。")).to_be_visible()
    await faultless(page, f"{look.name}-queue")
    await page.get_by_role("button", name=look.says("グループを承認する：{name}", name=NAME)).click()
    await faultless(page, f"{look.name}-admit")
    await page.get_by_role("dialog").get_by_role("button", name=look.says("グループを承認する"), exact=True).click()
    await expect(page.get_by_role("button", name=look.says("グループを承認する：{name}", name=NAME))).to_have_count(0)


async def write_page(page: Page, look: Look) -> None:
    """The owner writes guidelines and two questions."""
    await page.get_by_role("link", name=look.says("ページを直す")).click()
    await page.get_by_label(look.says("グループのガイドライン")).fill("おたがいの**経験**を大切にします。\n\n- 勧誘はしません")
    for number, question in enumerate(("いつごろ、どの部署にいましたか。", "何をきっかけに知りましたか。"), start=1):
        await page.get_by_role("button", name=look.says("質問を加える")).click()
        await page.get_by_label(look.says("質問{number}", number=str(number))).fill(question)
    await faultless(page, f"{look.name}-edit")
    await page.get_by_role("button", name=look.says("保存する"), exact=True).click()
    await page.wait_for_url("**/groups/nitori-yushi")
    await expect(page.get_by_role("strong").filter(has_text="経験")).to_be_visible()
    await faultless(page, f"{look.name}-page")


async def ask_to_help(page: Page, look: Look, whom: str, button: str, act: str) -> None:
    """Pick 佐藤 凪 among the members, with a reason from the templates."""
    await page.get_by_role("button", name=look.says(button)).click()
    box = page.get_by_role("combobox", name=look.says(whom))
    # The list closes when the page scrolls, as it does on a phone until the field is in sight.
    await box.click()
    await box.fill("佐藤")
    await page.get_by_role("option", name="佐藤 凪").click()
    await expect(box).to_have_value("佐藤 凪")
    await page.get_by_role("button", name=look.says("お願い"), exact=True).click()
    await faultless(page, f"{look.name}-{act}")
    await page.get_by_role("button", name=look.says(act), exact=True).click()


async def step_down(page: Page, look: Look) -> None:
    await page.get_by_role("button", name=look.says("役割を降りる"), exact=True).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name=look.says("忙しくなった"), exact=True).click()
    await dialog.get_by_role("button", name=look.says("役割を降りる"), exact=True).click()


async def run(page: Page, look: Look) -> None:
    """A deputy is asked; the last owner cannot step down; the group is handed over; then they can."""
    await page.get_by_role("link", name=look.says("役割"), exact=True).click()
    await page.get_by_role("heading", level=1).wait_for()
    await ask_to_help(page, look, "お願いする人", "役割をお願いする", "お願いする")
    await expect(page.get_by_role("link", name="佐藤 凪")).to_be_visible()
    await faultless(page, f"{look.name}-roles")
    await step_down(page, look)
    await expect(page.get_by_role("dialog").get_by_role("alert")).to_be_visible()
    await faultless(page, f"{look.name}-last-owner")
    await page.get_by_role("button", name=look.says("戻る"), exact=True).click()
    await ask_to_help(page, look, "新しい代表", "代表を交代する", "この人に交代する")
    await expect(page.get_by_role("button", name=look.says("代表を交代する"))).to_have_count(0)
    await step_down(page, look)
    await page.wait_for_url("**/groups/nitori-yushi")
    await expect(page.get_by_role("heading", name=NAME, level=1)).to_be_visible()
    await expect(page.get_by_role("link", name=look.says("役割"), exact=True)).to_have_count(0)


async def close(page: Page, look: Look) -> None:
    """The new owner closes it; everybody reads why."""
    await page.goto("/groups/nitori-yushi/edit")
    await page.get_by_role("button", name=look.says("グループを閉じる")).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name=look.says("活動の終わり"), exact=True).click()
    await faultless(page, f"{look.name}-close")
    await dialog.get_by_role("button", name=look.says("グループを閉じる"), exact=True).click()
    await page.wait_for_url("**/groups/nitori-yushi")
    reason = look.says("活動を終えることになりました。これまでのご参加に、心からお礼を申し上げます。")
    await expect(page.get_by_text(reason)).to_be_visible()
    await faultless(page, f"{look.name}-closed")


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_group_comes_is_run_and_ends(chromium: Browser, working: Application, language: str, width: int) -> None:
    look = Look(language, width)
    async with working.house.db.transaction() as session:
        company = await company_named(session, "ニトリ")
        owner = await make_member(session, "森 楓", company, verified=False)
        helper = await make_member(session, "佐藤 凪", company, reading="さとう なぎ")
        steward = await make_member(session, "事務 花", is_steward=True)
    owner_token, helper_token, steward_token = [await token_of(working, member) for member in (owner, helper, steward)]
    async with window(chromium, working, language=language, width=width, token=owner_token) as page:
        await propose(page, look)
        async with window(chromium, working, language=language, width=width, token=steward_token) as desk:
            await admit(desk, look)
        # The page that is open gains the right at once.
        await expect(page.get_by_role("link", name=look.says("ページを直す"))).to_be_visible()
        async with working.house.db.transaction() as session:
            group = await group_by_slug(session, "nitori-yushi")
            assert group is not None
            session.add(GroupMembership(group_id=group.id, member_id=helper, state="approved"))
        await reindex_all(working.house.worker)
        await write_page(page, look)
        await run(page, look)
    async with window(chromium, working, language=language, width=width, token=helper_token) as page:
        await close(page, look)


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_proposal_is_taken_back(chromium: Browser, working: Application, language: str, width: int) -> None:
    """On its own page, after a question; the steward's open queue loses it, and its proposer's list too."""
    look = Look(language, width)
    async with working.house.db.transaction() as session:
        company = await company_named(session, "ニトリ")
        member = await make_member(session, "森 楓", company, verified=False)
        steward = await make_member(session, "事務 花", is_steward=True)
    async with window(chromium, working, language=language, width=width, token=await token_of(working, member)) as page:
        await propose(page, look)
        async with window(chromium, working, language=language, width=width, token=await token_of(working, steward)) as desk:
            await desk.goto("/queue")
            admit = desk.get_by_role("button", name=look.says("グループを承認する：{name}", name=NAME))
            await admit.wait_for()
            await page.get_by_role("button", name=look.says("提案を取り下げる"), exact=True).click()
            await faultless(page, f"{look.name}-withdraw")
            await page.get_by_role("dialog").get_by_role("button", name=look.says("取り下げる"), exact=True).click()
            await page.wait_for_url("**/groups")
            await expect(admit).to_have_count(0)
        await page.get_by_role("link", name=look.says("グループを提案する")).wait_for()
        await expect(page.get_by_role("link", name=NAME)).to_have_count(0)
        await faultless(page, f"{look.name}-withdrawn")


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_group_without_an_owner_gets_one(chromium: Browser, working: Application, language: str, width: int) -> None:
    """Who still runs it reads who can name one; a steward names them on the page of roles."""
    look = Look(language, width)
    async with working.house.db.transaction() as session:
        company = await company_named(session, "ニトリ")
        assert company is not None
        group = await make_group(session, company, name=NAME, slug="nitori-yushi")
        operator = await make_member(session, "林 渚", company)
        await make_role(session, GroupId(group.id), operator)
        await make_member(session, "佐藤 凪", company, reading="さとう なぎ")
        steward = await make_member(session, "事務 花", is_steward=True)
    await reindex_all(working.house.worker)
    missing = look.says("このグループには、いま代表がいません")
    async with window(chromium, working, language=language, width=width, token=await token_of(working, operator)) as page:
        await page.goto("/groups/nitori-yushi")
        await expect(page.get_by_text(missing)).to_be_visible()
        await expect(
            page.get_by_text(look.says("新しい代表は、事務局が決めます。お引き受けいただける方がいれば、事務局にお知らせください。"))
        ).to_be_visible()
        await faultless(page, f"{look.name}-unowned")
    async with window(chromium, working, language=language, width=width, token=await token_of(working, steward)) as page:
        await page.goto("/groups/nitori-yushi")
        await page.get_by_role("link", name=look.says("代表をお願いする")).click()
        await expect(page.get_by_text(missing)).to_be_visible()
        await ask_to_help(page, look, "お願いする人", "代表をお願いする", "お願いする")
        await expect(page.get_by_text(missing)).to_have_count(0)
        await expect(page.get_by_role("link", name="佐藤 凪")).to_be_visible()
        await faultless(page, f"{look.name}-owned")
