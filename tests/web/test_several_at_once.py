"""Several applications approved together: the list names who vouched; who changed theirs meanwhile is not approved unread."""

from datetime import date

import pytest
from playwright.async_api import Browser, expect
from sqlalchemy import select

from server.companies.reads import company_named
from server.groups.model import GroupRole
from server.kit.ids import GroupId, MemberId
from server.people.model import Affiliation, Profile, Vouch
from tests.factories.companies import make_company
from tests.factories.groups import make_group, make_role
from tests.factories.people import make_member
from tests.support.running import Application
from tests.web.conftest import LOOKS, window
from tests.web.joining import come_by, faultless, gathering, link_of, name_of, operator_of
from tests.web.words import says

MINE = "{ viewer { applications { id answers { answer } } } }"


async def vouch_for(application: Application, name: str) -> None:
    """A former colleague has stated that they were there too."""
    async with application.house.db.transaction() as session:
        voucher = await make_member(session, "髙橋 凪", await company_named(session, "縁の下工業"))
        tenures = select(Affiliation).join(Profile, Profile.member_id == Affiliation.member_id)
        vouched = (await session.scalars(tenures.where(Profile.name == name))).one()
        own = (await session.scalars(select(Affiliation).where(Affiliation.member_id == voucher))).one()
        months = {"started_on": date(2008, 1, 1), "ended_on": date(2008, 3, 1)}
        session.add(Vouch(affiliation_id=vouched.id, voucher_id=voucher, rests_on_id=own.id, state="standing", **months))


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_who_vouched_is_named_and_a_changed_application_is_read_again(
    chromium: Browser, working: Application, language: str, width: int
) -> None:
    place = await gathering(working)
    token = await link_of(working, place)
    first, _second = [await come_by(working, place, token, number) for number in range(2)]
    await vouch_for(working, name_of(0))
    async with window(chromium, working, language=language, width=width, token=place.operator) as page:
        await page.goto("/queue")
        await page.get_by_role("button", name=says(language, "まとめて選ぶ")).click()
        for number in range(2):
            await page.get_by_role("checkbox", name=says(language, "{name}さんを選ぶ", name=name_of(number))).check()
        await faultless(page)
        approve = "2人を承認する" if language == "ja" else "Approve 2 people"
        await page.get_by_role("button", name=approve).click()
        dialog = page.get_by_role("dialog")
        named = "髙橋 凪さん" if language == "ja" else "髙橋 凪"
        await expect(dialog.get_by_text(says(language, "元同僚の{named}が確認", named=named))).to_be_visible()
        await expect(dialog.get_by_text(says(language, "元同僚の確認はまだありません"))).to_be_visible()

        (mine,) = (await first.ask(MINE))["viewer"]["applications"]
        edited = await first.change("editApplication", {"application": mine["id"], "answers": ["総務部でした。", "書き直しました。"]})
        assert edited["__typename"] == "ApplicationEdited"
        await dialog.get_by_role("button", name=approve).click()
        await expect(dialog.get_by_text(name_of(0))).to_be_visible()
        await expect(dialog.get_by_text(name_of(1))).to_have_count(0)
        await expect(dialog.get_by_role("status")).to_be_visible()
        await expect(dialog.get_by_role("button", name=says(language, "閉じる"), exact=True).last).to_be_focused()
        await faultless(page)
        await page.keyboard.press("Escape")
        await expect(page.get_by_text("書き直しました。")).to_be_visible()
        await expect(page.get_by_role("heading", level=2)).to_have_count(1)
        assert [each["answer"] for each in (await first.ask(MINE))["viewer"]["applications"][0]["answers"]] == [
            "総務部でした。",
            "書き直しました。",
        ]


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_a_role_that_ends_takes_its_applicants_from_the_open_page(
    chromium: Browser, working: Application, language: str, width: int
) -> None:
    """Who decides for two groups, and lays one down elsewhere."""
    place = await gathering(working)
    async with working.house.db.transaction() as session:
        member = MemberId((await session.scalars(select(GroupRole.member_id))).one())
        other = await make_group(session, await make_company(session, "雨だれ商会"), name="雨だれ会", slug="amadare")
        await make_role(session, GroupId(other.id), member)
    token = await link_of(working, place)
    await come_by(working, place, token, 0)
    async with window(chromium, working, language=language, width=width, token=place.operator) as page:
        await page.goto("/queue")
        await expect(page.get_by_role("heading", name=name_of(0))).to_be_visible()
        await page.wait_for_load_state("networkidle")
        stepped = await operator_of(working, place).change("stepDown", {"group": place.group, "reason": "しばらく忙しくなります。"})
        assert stepped["__typename"] == "SteppedDown", stepped
        await expect(page.get_by_role("heading", name=name_of(0))).to_have_count(0)
        await expect(page.get_by_text(says(language, "いま決めるものはありません。"))).to_be_visible()
