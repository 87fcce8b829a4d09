"""What every engine keeps to besides words: conditions that were chosen, values that leave documents out, and the newest first."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Level
from server.kit.ids import uuid7
from server.search.engine import Condition, FieldText, Filter, SearchEngine, Seeker, Weight
from server.search.japanese.analysis import Kind
from tests.factories.search import MEMBER, ONLY_ME, VERIFIED, document, facet, name, prose, query

ME = uuid7()


def valued(*values: str) -> FieldText:
    return FieldText("tenure", "\n".join(values), VERIFIED, Weight.FAINT, Kind.VALUES)


async def test_a_firm_condition_is_never_given_up(session: AsyncSession, engine: SearchEngine) -> None:
    """Words are, before it; a condition that was only typed is, after them."""
    here, elsewhere = document(name("佐藤 恵"), valued("t1")), document(name("高橋 悠"), valued("t2"))
    await engine.upsert(session, [here, elsewhere])

    async def found(text: str, *conditions: Condition) -> set[object]:
        return {hit.id for hit in (await engine.search(session, replace(query(text), conditions=conditions))).hits}

    firm, typed = Condition("", (frozenset({"t1"}),), firm=True), Condition("当時", (frozenset({"t9"}),))
    assert await found("", firm) == {here.id}
    assert await found("高橋", firm) == set()
    assert await found("佐藤 高橋", firm) == {here.id}
    assert await found("", typed, firm) == {here.id}
    assert await found("", Condition("", (frozenset({"t9"}),), firm=True)) == set()
    assert await found("佐藤", Condition("", (frozenset({"t9"}),), firm=True)) == set()


async def test_values_leave_out_the_documents_of_others(session: AsyncSession, engine: SearchEngine) -> None:
    """In list, total and every count; one's own has what it has."""
    free, kept, own = [
        document(facets=(facet("time", "now"), *others), owner=owner)
        for others, owner in (((), None), ((facet("employer", "a"),), None), ((facet("employer", "a"),), ME))
    ]
    await engine.upsert(session, [free, kept, own])
    for seeker, seen in ((MEMBER, {free.id}), (Seeker(Level.VERIFIED, ME), {free.id, own.id})):
        asked = replace(query("", seeker, facets=("time",)), without=(Filter("employer", frozenset({"a", "b"})),))
        answer = await engine.search(session, asked)
        assert ({hit.id for hit in answer.hits}, answer.total) == (seen, len(seen))
        assert [(each.value, each.count) for each in answer.facets["time"]] == [("now", len(seen))]


async def test_the_newest_come_first_though_others_fit_better(session: AsyncSession, engine: SearchEngine) -> None:
    """Over pages too; what is only near still comes after."""
    best, later = document(name("物流 太郎"), prose("物流")), document(prose("物流"))
    await engine.upsert(session, [best, later])
    asked = replace(query("物流"), newest=True, limit=1)
    first = await engine.search(session, asked)
    second = await engine.search(session, replace(asked, after=first.hits[0].after))
    assert [hit.id for hit in (*first.hits, *second.hits)] == sorted([best.id, later.id], reverse=True)
    assert (await engine.search(session, query("物流"))).hits[0].id == best.id


async def test_a_place_or_anywhere_is_asked_for_and_counted_together(session: AsyncSession, engine: SearchEngine) -> None:
    """As posts tell it: any of the values, each counted as it would join the others, only what the seeker may see, words or none."""
    there, anywhere, both, elsewhere, hidden = [
        document(prose("物流"), facets=(facet("place", *places, audience=audience),))
        for places, audience in (
            (("JP-40",), VERIFIED),
            (("anywhere",), VERIFIED),
            (("JP-13", "JP-40", "anywhere"), VERIFIED),
            (("JP-47",), VERIFIED),
            (("JP-40", "anywhere"), ONLY_ME),
        )
    ]
    await engine.upsert(session, [there, anywhere, both, elsewhere, hidden])
    for words in ("", "物流"):
        for places, met in (
            ({"JP-40"}, {there.id, both.id}),
            ({"JP-40", "anywhere"}, {there.id, anywhere.id, both.id}),
            ({"anywhere"}, {anywhere.id, both.id}),
        ):
            answer = await engine.search(session, replace(query(words, facets=("place",)), filters=(Filter("place", frozenset(places)),)))
            assert ({hit.id for hit in answer.hits}, answer.total) == (met, len(met))
            assert {each.value: each.count for each in answer.facets["place"]} == {"JP-13": 1, "JP-40": 2, "JP-47": 1, "anywhere": 2}
