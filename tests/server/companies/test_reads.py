"""Candidates for the picker, and the facts that are loaded."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.commands import propose_company, seed_companies
from server.companies.errors import UnknownCompany
from server.companies.model import Company, CompanyName
from server.companies.reads import aliases_of, former_names_of, search_companies
from server.groups.commands import seed_groups
from server.kit.ids import CompanyId
from server.kit.paging import BadPage, PageRequest


@pytest.mark.parametrize("text", ["ソニー", "そに", "sony", "ＳＯＮＹ", "東京通信"])
async def test_a_company_is_found_by_any_of_its_names(session: AsyncSession, text: str) -> None:
    """By alias, former name, kana, and the beginning of each."""
    page = await search_companies(session, text, PageRequest(5))
    assert page.items[0].name == "ソニー"


async def test_the_readings_are_no_aliases(session: AsyncSession) -> None:
    """They find a company, and nobody calls it so."""
    sony = (await search_companies(session, "ソニー", PageRequest(1))).items[0]
    names = (await aliases_of(session, [CompanyId(sony.id)]))[CompanyId(sony.id)]
    assert {"Sony Group", "ソニーグループ"} <= set(names)
    assert {"そにー", "東京通信工業"}.isdisjoint(names)
    assert (await former_names_of(session, [CompanyId(sony.id)]))[CompanyId(sony.id)] == ["東京通信工業"]


async def test_pages_hold_every_company_once(session: AsyncSession) -> None:
    """In one order, with proposed ones last."""
    await propose_company(session, "あああ新しい会社")
    everything = await search_companies(session, "", PageRequest(100))
    seen: list[Company] = []
    after = None
    while True:
        page = await search_companies(session, "", PageRequest(4, after))
        seen += page.items
        if not page.has_next:
            break
        after = page.cursors[-1]
    assert [company.id for company in seen] == [company.id for company in everything.items]
    assert seen[-1].name == "あああ新しい会社"
    with pytest.raises(BadPage):
        await search_companies(session, "", PageRequest(4, "WyJub25zZW5zZSJd"))


async def test_a_proposal_of_a_known_name_gives_the_known_company(session: AsyncSession) -> None:
    """In any spelling; what has no letters is no name."""
    sony = await propose_company(session, "ｓｏｎｙ")
    assert (sony.name, sony.proposed) == ("ソニー", False)
    mine = await propose_company(session, "株式会社ひだまり")
    assert (await propose_company(session, "ヒダマリ")).id == mine.id
    with pytest.raises(UnknownCompany):
        await propose_company(session, "!!!")


async def test_the_facts_can_be_loaded_again(session: AsyncSession) -> None:
    """Nothing is there twice, and a proposal that turns out to be known becomes canonical."""
    counted = select(func.count()).select_from(Company), select(func.count()).select_from(CompanyName)
    before = [await session.scalar(each) for each in counted]
    keys = await seed_companies(session)
    groups = await seed_groups(session, keys)
    assert [await session.scalar(each) for each in counted] == before
    assert len(groups) == 18
