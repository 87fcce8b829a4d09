"""Posts narrowed by where they take place, in Chromium: counted, joined with what is remote, held by the address, live, and saved."""

import re

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from server.accounts.commands import open_session
from server.kit.actor import Level
from server.kit.ids import MemberId
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.schema.opportunities.asking import posted
from tests.support.running import Application, Client
from tests.web.conftest import LOOKS, window
from tests.web.joining import faultless
from tests.web.test_finding import pictured
from tests.web.words import says
from workers.indexing import reindex_all

# As many prefectures as do not stand there at once; in the first two of them, two posts.
ELSEWHERE = ("札幌", "仙台", "東京", "横浜", "名古屋", "京都", "大阪", "広島", "那覇")
TITLES = ("博多の講座の相談", "どこからでも話せる相談", "ベルリンの相談")
FUKUOKA = {"ja": "福岡県", "en": "Fukuoka"}
MORE = {language: re.compile(says(language, "ほかの条件（{count}件）").split("{")[0][:5]) for language in FUKUOKA}
SCROLLED = "() => new Promise((done) => { addEventListener('scroll', () => setTimeout(done, 300), { once: true }); scrollBy(0, 24); })"
GERMANY = {"ja": "ドイツ", "en": "Germany"}


async def cast(application: Application) -> tuple[Client, str]:
    """Who posts, and the session of who reads."""
    async with application.house.db.transaction() as session:
        author = await make_member(session, "髙橋 龍之介", "ソニー")
        reader = await make_member(session, "佐藤 凪", "ニトリ")
        for place in ("福岡市", "横浜", "札幌", *ELSEWHERE):
            title = TITLES[0] if place == "福岡市" else f"{place}の相談"
            await make_opportunity(session, author, title=title, place=place, audience=Level.ANYONE)
        await make_opportunity(session, author, title=TITLES[1], remote=True, audience=Level.ANYONE)
        await make_opportunity(session, author, title=TITLES[2], place="ベルリン", audience=Level.ANYONE)
        token = (await open_session(session, MemberId(reader), "tests")).token
    await reindex_all(application.house.worker)
    return await application.as_member(author), token


async def opened(page: Page, language: str, width: int) -> Locator:
    """The group of places, unfolded where it is folded."""
    where = page.get_by_role("group", name=says(language, "場所"), exact=True)
    if width < 800 and not await where.is_visible():
        await page.locator("summary").filter(has_text=MORE[language]).click()
    await expect(where).to_be_visible()
    return where


async def shown(page: Page, *titles: str) -> None:
    for title in TITLES:
        await expect(page.get_by_role("heading", name=title)).to_have_count(1 if title in titles else 0)
    await expect(page.get_by_role("heading", name="名古屋の相談")).to_have_count(0)


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_posts_are_narrowed_by_place(chromium: Browser, working: Application, language: str, width: int) -> None:
    author, token = await cast(working)
    name = f"places-{language}-{width}"
    remote = says(language, "リモート可")
    async with window(chromium, working, language=language, width=width, token=token) as page:
        await page.goto("/opportunities")
        await expect(page.get_by_role("heading", name=TITLES[2])).to_be_visible()
        where = await opened(page, language, width)
        await pictured(page, f"{name}-all")
        # The commonest stand there; the others are one press away.
        await expect(where.get_by_role("checkbox")).to_have_count(9)
        await page.get_by_role("button", name=says(language, "ほかの{hidden}件も見る", hidden=3)).click()
        await expect(where.get_by_role("checkbox")).to_have_count(12)
        await where.get_by_role("checkbox", name=FUKUOKA[language]).check()
        await shown(page, TITLES[0])
        await where.get_by_role("checkbox", name=remote).check()
        await shown(page, TITLES[0], TITLES[1])
        await where.get_by_role("checkbox", name=GERMANY[language]).check()
        await shown(page, *TITLES)
        await expect(page).to_have_url(re.compile("places=JP-40&places=DE"))
        await pictured(page, f"{name}-chosen")
        await page.reload()
        await shown(page, *TITLES)
        where = await opened(page, language, width)
        for box in (FUKUOKA[language], remote, GERMANY[language]):
            await expect(where.get_by_role("checkbox", name=box)).to_be_checked()
        await where.get_by_role("checkbox", name=GERMANY[language]).uncheck()
        await shown(page, TITLES[0], TITLES[1])
        await page.evaluate("window.scrollTo({ top: 0 })")
        await posted(author, title="大阪の新しい相談", place="大阪", remote=False)
        await posted(author, title="福岡の新しい相談", place="福岡", remote=False)
        await expect(page.get_by_role("heading", name="福岡の新しい相談")).to_be_visible()
        await expect(page.get_by_role("heading", name="大阪の新しい相談")).to_have_count(0)
        await saving(page, language, name)


async def saving(page: Page, language: str, name: str) -> None:
    """What was chosen is kept, changed by a name that is typed, and leads back to the list."""
    await page.get_by_role("link", name=says(language, "この条件を保存する")).click()
    chips = page.get_by_role("group", name=says(language, "場所"), exact=True)
    await expect(chips.get_by_role("button", name=FUKUOKA[language])).to_be_visible()
    await expect(page.get_by_role("checkbox", name=says(language, "リモート可"))).to_be_checked()
    await expect(page.get_by_role("textbox", name=says(language, "名前"))).to_have_value(f"{FUKUOKA[language]}・{says(language, 'リモート可')}")
    field = page.get_by_role("combobox", name=says(language, "都道府県・国を名前で選ぶ"))
    await field.press_sequentially("佐賀" if language == "ja" else "saga")
    saga = page.get_by_role("option", name="佐賀県" if language == "ja" else "Saga")
    await expect(saga).to_be_visible()
    # A phone scrolls by itself while one types, as its keyboard comes up: what is offered stays.
    await page.evaluate(SCROLLED)
    await saga.click()
    await pictured(page, f"{name}-saving")
    await page.get_by_role("button", name=says(language, "保存する"), exact=True).click()
    for tag in (FUKUOKA[language], "佐賀県" if language == "ja" else "Saga", says(language, "リモート可")):
        await expect(page.get_by_role("listitem").filter(has_text=tag).first).to_be_visible()
    await pictured(page, f"{name}-saved")
    await page.get_by_role("link", name=says(language, "いまある募集を見る")).click()
    await expect(page.get_by_role("heading", name="福岡の新しい相談")).to_be_visible()
    await expect(page).to_have_url(re.compile("places=JP-40&places=JP-41"))


@pytest.mark.parametrize(("language", "width"), LOOKS)
async def test_where_there_is_nothing_leads_on(chromium: Browser, working: Application, language: str, width: int) -> None:
    """Also a guest: what was asked for can be taken out, and other places and what is remote are one press away."""
    await cast(working)
    async with window(chromium, working, language=language, width=width) as page:
        await page.goto("/opportunities?places=JP-41")
        await expect(page.get_by_text(says(language, "条件に合う募集は、いまはありません。"))).to_be_visible()
        where = await opened(page, language, width)
        await expect(where.get_by_role("checkbox", name="佐賀県" if language == "ja" else "Saga")).to_be_checked()
        await pictured(page, f"places-{language}-{width}-nothing")
        near = page.get_by_role("group", name=says(language, "条件を1つ変える"))
        await near.get_by_role("button", name="北海道" if language == "ja" else "Hokkaido").click()
        await expect(page.get_by_role("heading", name="札幌の相談")).to_have_count(2)
        await faultless(page)
