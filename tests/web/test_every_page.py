"""Every page, in both languages and schemes: no fault for assistive technology, no sideways scroll at 320 px, no missing glyph."""

from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, Page
from sqlalchemy import select

from server.accounts.commands import open_session
from server.accounts.model import Member
from server.accounts.rules import demo_email
from server.companies.reads import company_named
from server.kit.ids import MemberId, global_id
from server.opportunities.model import Opportunity, Response
from tests.support.running import Application
from tests.web.conftest import AXE, window

AXE_SOURCE = AXE.read_text(encoding="utf-8") if AXE.exists() else ""

# Every language and every scheme once: colours do not change with the language, nor lines with the scheme.
LOOKS = [("ja", "light"), ("en", "dark")]
GUEST = [
    "/",
    "/signin",
    "/join",
    "/terms",
    "/privacy",
    "/contact",
    "/groups",
    "/groups/sony",
    "/opportunities",
    "/signin/link",
    "/invitation",
    "/signin/email",
    "/signin/provider?reason=refused",
    "/j/nowhere",
    "/nowhere",
]
MEMBER = [
    "/",
    "/people",
    "/people?q=たかはし",
    "/opportunities",
    "/opportunities/new",
    "/pending",
    "/groups/new",
    "/talks",
    "/me",
    "/me/edit",
    "/me/career",
    "/me/connections",
    "/me/data",
    "/me/privacy",
    "/me/searches",
    "/me/searches/new?q=物流&kinds=SPEAKER",
    "/me/searches/people?by=OPERATOR",
    "/me/signins",
]
AXE_RUN = """async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
  .map((one) => one.id + ': ' + one.nodes.map((node) => node.html).slice(0, 3).join(' | '))"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# A glyph that is nowhere is drawn as the box that an unassigned character gets; every letter of the page is compared with it.
MISSING = """() => {
  const canvas = document.createElement('canvas'); canvas.width = canvas.height = 24;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.font = '18px ' + getComputedStyle(document.body).fontFamily; pen.textBaseline = 'top';
  const drawn = (letter) => { pen.clearRect(0, 0, 24, 24); pen.fillText(letter, 1, 1); return pen.getImageData(0, 0, 24, 24).data.join(); };
  const box = drawn('\\u{10FFFD}');
  return [...new Set(document.body.innerText)].filter((letter) => letter.trim() && drawn(letter) === box);
}"""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is signed in, and the pages that only they have."""

    token: str
    own: list[str]


async def reader(application: Application, key: str) -> Reader:
    async with application.house.db.transaction() as session:
        member = MemberId((await session.scalars(select(Member.id).where(Member.email == demo_email(key)))).one())
        opened = await open_session(session, member, "tests", "demo")
        mine = await session.scalar(select(Response.id).where(Response.responder_id == member, Response.conversation_id.is_not(None)))
        posts = (await session.scalars(select(Opportunity.id).where(Opportunity.author_id == member).limit(1))).all()
        hiring = (
            await session.scalars(select(Opportunity.id).where(Opportunity.kind == "hiring", Opportunity.audience <= 20).limit(1))
        ).all()
    own = [f"/people/{global_id('Person', member)}"]
    own += [f"/opportunities/{global_id('Opportunity', post)}" for post in (*posts, *hiring)]
    own += [f"/opportunities/{global_id('Opportunity', post)}/edit" for post in posts]
    own += [f"/talks/{global_id('Response', mine)}"] if mine else []
    return Reader(opened.token, own)


async def companies(application: Application) -> list[str]:
    """A company with alumni and a group, and one that went on as another."""
    async with application.house.db.read() as session:
        found = [await company_named(session, name) for name in ("ソニー", "通商産業省")]
    return [f"/companies/{global_id('Company', company.id)}" for company in found if company]


async def opened(page: Page, path: str) -> None:
    await page.goto(path)
    await page.wait_for_selector("h1")
    # Some parts show nothing at all until they are there.
    await page.wait_for_load_state("networkidle")
    await page.wait_for_function("() => !document.querySelector('[data-loading]')")


async def faults_of(page: Page, path: str) -> list[str]:
    await opened(page, path)
    await page.evaluate(AXE_SOURCE)
    found = [f"{path}: {fault}" for fault in await page.evaluate(AXE_RUN)]
    found += [f"{path}: missing glyph {letter}" for letter in await page.evaluate(MISSING)]
    await page.set_viewport_size({"width": 320, "height": 700})
    if await page.evaluate(SIDEWAYS) > 0:
        found.append(f"{path}: scrolls sideways at 320 px")
    await page.set_viewport_size({"width": 390, "height": 844})
    return found


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
async def test_pages_for_everybody(chromium: Browser, demo: Application, language: str, scheme: str) -> None:
    faults: list[str] = []
    async with window(chromium, demo, language=language, scheme=scheme) as page:
        for path in [*GUEST, *await companies(demo)]:
            faults += await faults_of(page, path)
    assert faults == []


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
async def test_pages_of_members(chromium: Browser, demo: Application, language: str, scheme: str) -> None:
    member = await reader(demo, "colleague")
    faults: list[str] = []
    async with window(chromium, demo, language=language, scheme=scheme, token=member.token) as page:
        for path in [*MEMBER, *member.own, *await companies(demo)]:
            faults += await faults_of(page, path)
    assert faults == []


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
async def test_pages_of_operators(chromium: Browser, demo: Application, language: str, scheme: str) -> None:
    operator = await reader(demo, "operator")
    async with window(chromium, demo, language=language, scheme=scheme, token=operator.token) as page:
        faults = await faults_of(page, "/queue")
        await page.goto("/queue")
        links = await page.get_by_role("navigation").locator("a[href$='/links']").first.get_attribute("href")
        for path in ("links", "edit", "roles", "rosters"):
            faults += await faults_of(page, (links or "no links").replace("/links", f"/{path}"))
    assert faults == []
