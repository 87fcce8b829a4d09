"""Two companies become one: nothing that points to the one is lost, also while members write, and whoever may not changes nothing."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.audit.model import AuditEntry
from server.companies.commands import Acceptance, propose_company
from server.companies.errors import AlreadyMerged, NameTaken, NotProposed, SameCompany, UnknownCompany, UnknownIndustry
from server.companies.model import Company, Kin, MergedCompany
from server.companies.reads import aliases_of, company_named, standing_ids
from server.groups.model import GroupCompany, GroupMembership
from server.kit.actor import Actor
from server.kit.db import Base, Database
from server.kit.ids import CompanyId, GroupId, MemberId, uuid7
from server.kit.refusal import Refusal
from server.migrations.tables import MODELS
from server.moderation.commands import Merging, accept_company, merge_companies
from server.moderation.errors import StewardsDecide
from server.opportunities.model import OpportunityExclusion
from server.people.commands import AffiliationDraft, declare_affiliation, exclude_company, include_company, pick_circles
from server.people.model import Affiliation, Exclusion, PresentEmployer, ProfileCircle
from tests.factories.companies import make_company, succeed
from tests.factories.groups import join_group, make_group
from tests.factories.opportunities import make_opportunity
from tests.factories.people import act_as, choose_circle, employ, make_affiliation, make_exclusion, make_member, make_operator
from tests.support.unchanged import unchanged

# Every reference to a company, and that a merge moves it; a new one is added here by who wrote its move.
MOVED = {
    "affiliation.company_id",
    "company_kin.company_id",
    "company_kin.kin_id",
    "company_merged.into_id",
    "company_name.company_id",
    "company_proposal.company_id",
    "company_succession.predecessor_id",
    "company_succession.successor_id",
    "exclusion.company_id",
    "group_company.company_id",
    "opportunity_exclusion.company_id",
    "present_employer.company_id",
}


def test_a_merge_knows_every_reference_to_a_company() -> None:
    """Over all tables of all slices."""
    assert MODELS
    references = [key for table in Base.metadata.tables.values() for key in table.foreign_keys if key.target_fullname == "company.id"]
    assert {f"{key.parent.table.name}.{key.parent.name}" for key in references} == MOVED


async def pair(session: AsyncSession) -> tuple[Company, Company]:
    """Two companies that are one."""
    return await make_company(session, "ひだまり電機", aliases=("ひだまり",)), await make_company(
        session, "陽だまり電機産業", aliases=("HDE",)
    )


async def a_steward(session: AsyncSession) -> Actor:
    """Somebody who may decide."""
    return await act_as(session, await make_member(session, "事務 花", is_steward=True))


def merging(old: Company, new: Company) -> Merging:
    """The one ends in the other."""
    return Merging(company_id=CompanyId(old.id), into_id=CompanyId(new.id), reason="同じ会社でした。")


async def test_everything_that_points_to_the_one_points_to_the_other(session: AsyncSession) -> None:
    """Also where both were pointed to; tenures that overlap now are both kept."""
    old, new = await pair(session)
    earlier = await make_company(session)
    await succeed(session, earlier, old)
    member = await make_member(session, company=old)
    await make_affiliation(session, member, new)
    await employ(session, member, old)
    post = await make_opportunity(session, member)
    for company in (old, new):
        await make_exclusion(session, member, company=company)
        await choose_circle(session, member, company.id)
        session.add(OpportunityExclusion(opportunity_id=post, company_id=company.id))
    await session.flush()
    group = await make_group(session, old)
    await merge_companies(session, await a_steward(session), merging(old, new))
    for column in (Affiliation.company_id, PresentEmployer.company_id, Exclusion.company_id, ProfileCircle.circle_id):
        assert set(await session.scalars(select(column).where(column.class_.member_id == member))) == {new.id}
    assert len((await session.scalars(select(Affiliation.id).where(Affiliation.member_id == member))).all()) == 2
    assert (await session.scalars(select(OpportunityExclusion.company_id))).all() == [new.id]
    assert (await session.scalars(select(GroupCompany.company_id).where(GroupCompany.group_id == group.id))).all() == [new.id]
    assert (await session.scalars(select(Kin.kin_id).where(Kin.company_id == new.id))).all() == [earlier.id]
    assert set((await aliases_of(session, [CompanyId(new.id)]))[CompanyId(new.id)]) == {"HDE", "ひだまり電機", "ひだまり"}
    found = await company_named(session, "ヒダマリ電機")
    assert found is not None
    assert found.id == new.id
    entry = (await session.scalars(select(AuditEntry).where(AuditEntry.action == "merge_companies"))).one()
    assert (entry.right, entry.subject_id, entry.reason) == ("steward", old.id, "同じ会社でした。")


async def test_what_is_said_with_an_old_id_is_said_of_the_other(session: AsyncSession) -> None:
    """Hiding from it, showing oneself to it, choosing it as a circle: the forms were open meanwhile."""
    old, new = await pair(session)
    member = await make_member(session)
    actor, key = await act_as(session, member), CompanyId(old.id)
    await merge_companies(session, await a_steward(session), merging(old, new))
    hidden_from = select(Exclusion.company_id).where(Exclusion.member_id == member)
    await exclude_company(session, actor, key)
    assert (await session.scalars(hidden_from)).all() == [new.id]
    await include_company(session, actor, key)
    assert (await session.scalars(hidden_from)).all() == []
    await pick_circles(session, actor, [], [key, CompanyId(new.id)])
    assert (await session.scalars(select(ProfileCircle.circle_id).where(ProfileCircle.member_id == member))).all() == [new.id]


async def test_a_chain_of_merges_leads_to_its_end(session: AsyncSession) -> None:
    """In one step, whichever id a form holds."""
    first, second = await pair(session)
    third = await make_company(session)
    steward = await a_steward(session)
    await merge_companies(session, steward, merging(first, second))
    await merge_companies(session, steward, merging(second, third))
    assert await standing_ids(session, [CompanyId(first.id), CompanyId(second.id)]) == {third.id}
    assert set(await session.scalars(select(MergedCompany.into_id))) == {third.id}


async def test_who_waits_or_was_confirmed_comes_to_the_groups_of_the_other(session: AsyncSession) -> None:
    """As after a decision there; who left stays away."""
    old, new = await pair(session)
    group = GroupId((await make_group(session, new)).id)
    confirmed, gone = await make_member(session, company=old), await make_member(session, company=old)
    waiting = await make_member(session, company=old, verified=False)
    await join_group(session, group, gone, state="left")
    await merge_companies(session, await a_steward(session), merging(old, new))
    rows = await session.execute(select(GroupMembership.member_id, GroupMembership.state).where(GroupMembership.group_id == group))
    assert dict(tuple(row) for row in rows.all()) == {confirmed: "approved", waiting: "applied", gone: "left"}


async def test_a_declaration_that_races_with_a_merge_ends_at_the_other(database: Database) -> None:
    """Whichever comes first: one waits for the other, and the affiliation is there."""
    for merge_first in (True, False):
        async with database.transaction() as session:
            old, new = await make_company(session), await make_company(session)
            steward, member = await a_steward(session), await act_as(session, await make_member(session))
        months = {"started_on": date(2011, 4, 1), "ended_on": date(2013, 3, 1)}
        draft = AffiliationDraft(company_id=CompanyId(old.id), proposed_name=None, **months)

        async def merge(session: AsyncSession, by: Actor = steward, two: Merging = merging(old, new)) -> None:  # noqa: B008
            await merge_companies(session, by, two)

        async def declare(session: AsyncSession, by: Actor = member, said: AffiliationDraft = draft) -> None:
            await declare_affiliation(session, by, said)

        begun = asyncio.Event()

        async def first(database: Database = database, merge_first: bool = merge_first, begun: asyncio.Event = begun) -> None:
            async with database.transaction() as session:
                await (merge if merge_first else declare)(session)
                begun.set()
                await asyncio.sleep(0.3)

        async def second(database: Database = database, merge_first: bool = merge_first, begun: asyncio.Event = begun) -> None:
            await begun.wait()
            async with database.transaction() as session:
                await (declare if merge_first else merge)(session)

        await asyncio.gather(first(), second())
        async with database.read() as session:
            places = await session.scalars(select(Affiliation.company_id).where(Affiliation.started_on == date(2011, 4, 1)))
            assert new.id in places.all()
            assert await session.get(Company, old.id) is None


async def refused(database: Database, actor: Actor, what: Merging | Acceptance, refusal: type[Refusal]) -> None:
    """It is refused, and nothing is written."""

    async def attempt() -> None:
        async with database.transaction() as session:
            if isinstance(what, Merging):
                await merge_companies(session, actor, what)
            else:
                await accept_company(session, actor, what)

    async with unchanged(database):
        with pytest.raises(refusal):
            await attempt()


async def test_what_cannot_be_merged_or_accepted_changes_nothing(database: Database) -> None:
    """Itself, what was merged before, what is nothing; a name that is taken; and by nobody but a steward."""
    async with database.transaction() as session:
        old, new = await pair(session)
        tombstone = await make_company(session)
        proposed = await propose_company(session, "こもれび")
        group = GroupId((await make_group(session, new)).id)
        operator = await act_as(session, await make_operator(session, group, company=new))
        steward = await a_steward(session)
        await merge_companies(session, steward, merging(tombstone, new))
    unknown = Company(id=uuid7(), name="")
    for one, other, refusal in (
        (old, old, SameCompany),
        (old, tombstone, AlreadyMerged),
        (tombstone, old, AlreadyMerged),
        (old, unknown, UnknownCompany),
        (unknown, old, UnknownCompany),
    ):
        await refused(database, steward, merging(one, other), refusal)
    key = CompanyId(proposed.id)
    for acceptance, refusal in (
        (Acceptance(company_id=key, name="ソニー"), NameTaken),
        (Acceptance(company_id=key, name="こもれび", name_en="Google"), NameTaken),
        (Acceptance(company_id=key, name="こもれび", industry="magic"), UnknownIndustry),
        (Acceptance(company_id=CompanyId(new.id), name="陽だまり"), NotProposed),
        (Acceptance(company_id=CompanyId(tombstone.id), name="陽だまり"), AlreadyMerged),
    ):
        await refused(database, steward, acceptance, refusal)
    await refused(database, operator, merging(old, new), StewardsDecide)
    await refused(database, operator, Acceptance(company_id=key, name="こもれび"), StewardsDecide)


async def test_a_steward_of_before_decides_no_more(database: Database) -> None:
    """The rights count as they stand in the transaction, not as they stood when the request came in."""
    async with database.transaction() as session:
        old, new = await pair(session)
        nobody = Actor(member_id=MemberId(await make_member(session)), is_steward=True)
    await refused(database, nobody, merging(old, new), StewardsDecide)
