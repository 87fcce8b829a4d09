"""What browser tests of joining share: a group with its operator, people who come by its link, and the mails that they answer."""

import asyncio
import re
from dataclasses import dataclass

from playwright.async_api import Page
from sqlalchemy import select

from server.accounts.commands import open_session
from server.accounts.rules import TERMS_VERSION
from server.kit.ids import CompanyId, GroupId, global_id
from server.kit.mail import OutboxMail
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_operator
from tests.support.running import Application, Client
from tests.web.test_every_page import AXE_RUN, AXE_SOURCE, SIDEWAYS

GROUP = "縁の下アルムナイ"
GROUP_EN = "Ennoshita Alumni"
QUESTIONS = ["どの部署にいましたか。", "参加したら、何をしてみたいですか。"]
# The page itself: what stands around every page is looked at by test_every_page.
AXE_PAGE = AXE_RUN.replace("axe.run(document,", "axe.run(document.querySelector('main'),")
MAIL_WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class Gathering:
    """A group of one company's alumni, and a session of its operator."""

    slug: str
    group: str
    company: str
    operator: str


async def gathering(application: Application) -> Gathering:
    """A group that the stewards admitted, with one operator who has proven that it is them."""
    async with application.house.db.transaction() as session:
        company = await make_company(session, "縁の下工業")
        group = await make_group(session, company, name=GROUP, slug="ennoshita")
        group.name_en = GROUP_EN
        group.questions = QUESTIONS[:1]
        group.guidelines = "たがいの名前を外に出さない。\n勧誘はしない。"
        operator = await make_operator(session, GroupId(group.id), "森 楓", company, reading="もり かえで")
        token = (await open_session(session, operator, "tests", "passkey")).token
        return Gathering(group.slug, global_id("AlumniGroup", GroupId(group.id)), global_id("Company", CompanyId(company.id)), token)


def operator_of(application: Application, place: Gathering) -> Client:
    """The operator's session without a browser."""
    client = application.guest()
    client.http.cookies.set("engawa", place.operator)
    return client


async def link_of(application: Application, place: Gathering, **changes: object) -> str:
    """The operator makes a join link; return its token."""
    given = {"group": place.group, "label": "Facebookグループ", "questions": QUESTIONS, "days": 30} | changes
    made = await operator_of(application, place).change("makeJoinLink", given, "... on JoinLinkMade { joinLink { id token } }")
    assert made["__typename"] == "JoinLinkMade", made
    return made["joinLink"]["token"]


async def code_for(application: Application, email: str) -> str:
    """The six digits of the newest mail to an address, once it is there."""
    mails = select(OutboxMail.text).where(OutboxMail.recipient == email).order_by(OutboxMail.id.desc()).limit(1)
    async with asyncio.timeout(MAIL_WITHIN):
        while True:
            async with application.house.db.read() as session:
                text = await session.scalar(mails)
            if text is not None:
                found = re.search(r"^\s*(\d{6})\s*$", text, re.MULTILINE) or re.search(r"(?<!\d)(\d{6})(?!\d)", text)
                assert found is not None, text
                return found[1]
            await asyncio.sleep(0.1)


def name_of(number: int) -> str:
    """How the member is called who comes by the link as this one."""
    return f"卒業 {'一二三四五六七八九'[number]}子"


async def come_by(application: Application, place: Gathering, token: str, number: int) -> Client:
    """Somebody joins by the link and answers their mail; return their browser."""
    client, email = application.guest(), f"alum{number}@people.example"
    given = {
        "email": email,
        "name": name_of(number),
        "reading": "そつぎょう",
        "company": {"id": place.company},
        "tenure": {"startedOn": f"{2001 + number}-04", "endedOn": f"{2008 + number}-03"},
        "acceptedTermsVersion": TERMS_VERSION,
        "joinLink": {"token": token, "answers": [f"第{number}開発部です。", "若い人の相談にのりたいです。"]},
    }
    assert (await client.change("signUp", given))["__typename"] == "SignUpRequested"
    entered = await client.change("enterCode", {"email": email, "code": await code_for(application, email)})
    assert entered["__typename"] == "SignedIn", entered
    return client


async def faultless(page: Page) -> None:
    """Nothing for assistive technology to stumble over, nothing beyond the edge, at this width and at 320 px."""
    await page.wait_for_function("() => !document.querySelector('[data-loading]')")
    await page.evaluate(AXE_SOURCE)
    faults = await page.evaluate(AXE_PAGE)
    assert not faults, faults
    assert await page.evaluate(SIDEWAYS) <= 0
    size = page.viewport_size
    assert size is not None
    await page.set_viewport_size({"width": 320, "height": 700})
    assert await page.evaluate(SIDEWAYS) <= 0
    await page.set_viewport_size(size)
