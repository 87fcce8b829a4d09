"""With whose eyes every engine searches: what one may not see neither matches, ranks nor counts, and one's own is always there."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Uuid, column, select, values
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Level
from server.kit.ids import uuid7
from server.search.engine import (
    Audience,
    Condition,
    Document,
    FacetCount,
    FacetValues,
    FieldText,
    Filter,
    Found,
    Query,
    SearchEngine,
    Seeker,
    Weight,
)
from server.search.japanese.analysis import Kind
from tests.factories.search import EVERYBODY, GUEST, MEMBER, NEWCOMERS, ONLY_ME, VERIFIED, document, facet, name, prose, query

CIRCLE, OTHER_CIRCLE, ME, YOU = uuid7(), uuid7(), uuid7(), uuid7()
IN_CIRCLE = Audience(Level.OWN_GROUPS, frozenset({CIRCLE}))
CHOSEN = Audience(Level.CHOSEN_GROUPS, frozenset({OTHER_CIRCLE}))


@pytest.mark.parametrize(
    ("audience", "seeker", "sees"),
    [
        (EVERYBODY, GUEST, True),
        (NEWCOMERS, GUEST, False),
        (NEWCOMERS, Seeker(Level.SIGNED_IN), True),
        (VERIFIED, Seeker(Level.SIGNED_IN), False),
        (VERIFIED, MEMBER, True),
        (IN_CIRCLE, MEMBER, False),
        (IN_CIRCLE, Seeker(Level.VERIFIED, circles=frozenset({CIRCLE})), True),
        (IN_CIRCLE, Seeker(Level.VERIFIED, circles=frozenset({OTHER_CIRCLE})), False),
        (ONLY_ME, Seeker(Level.VERIFIED, YOU, frozenset({CIRCLE})), False),
        (ONLY_ME, Seeker(Level.SIGNED_IN, ME), True),
        (CHOSEN, Seeker(Level.SIGNED_IN, ME), True),
        (VERIFIED, Seeker(Level.SIGNED_IN, ME), True),
    ],
)
async def test_levels_hold_for_fields_facets_and_documents(
    session: AsyncSession, engine: SearchEngine, audience: Audience, seeker: Seeker, *, sees: bool
) -> None:
    by_field = document(prose("経理", audience), owner=ME)
    by_facet = document(facets=(facet("skill", "a", audience=audience),), owner=ME)
    as_whole = document(prose("法務", EVERYBODY), listed=audience, owner=ME)
    await engine.upsert(session, [by_field, by_facet, as_whole])
    assert (await engine.search(session, query("経理", seeker))).total == int(sees)
    filtered = await engine.search(session, replace(query("", seeker), filters=(Filter("skill", frozenset({"a"})),), facets=("skill",)))
    assert (filtered.total, filtered.facets["skill"]) == (int(sees), (FacetCount("a", 1),) if sees else ())
    assert (await engine.search(session, query("法務", seeker))).total == int(sees)


async def test_a_field_says_where_it_was_found_only_to_who_may_see_it(session: AsyncSession, engine: SearchEngine) -> None:
    person = document(name("佐藤 恵"), name("佐藤 恵子", IN_CIRCLE, field="former_name"))
    await engine.upsert(session, [person])
    assert (await engine.search(session, query("佐藤"))).hits[0].fields == ("name",)
    near = Seeker(Level.VERIFIED, circles=frozenset({CIRCLE}))
    assert (await engine.search(session, query("佐藤", near))).hits[0].fields == ("name", "former_name")


async def test_who_is_hidden_is_not_found_nor_counted(session: AsyncSession, engine: SearchEngine) -> None:
    here = document(prose("経理"), facets=(facet("skill", "a"),))
    from_circle = document(prose("経理"), facets=(facet("skill", "a"),), owner=YOU, hidden_from=frozenset({CIRCLE}))
    from_member = document(prose("経理"), facets=(facet("skill", "a"),), owner=YOU, hidden_from=frozenset({ME}))
    owned = document(prose("経理"), facets=(facet("skill", "a"),), owner=YOU)
    await engine.upsert(session, [here, from_circle, from_member, owned])

    async def seen(seeker: Seeker) -> set[object]:
        answer = await engine.search(session, query("経理", seeker, facets=("skill",)))
        assert answer.facets["skill"] == (FacetCount("a", answer.total),)
        return {hit.id for hit in answer.hits}

    assert await seen(Seeker(Level.VERIFIED, ME)) == {here.id, from_circle.id, owned.id}
    assert await seen(Seeker(Level.VERIFIED, ME, frozenset({CIRCLE}))) == {here.id, owned.id}
    assert await seen(Seeker(Level.VERIFIED, ME, hidden=frozenset({YOU}))) == {here.id}
    assert await seen(Seeker(Level.VERIFIED, None, hidden=frozenset({here.id}))) == {from_circle.id, from_member.id, owned.id}
    assert await seen(Seeker(Level.VERIFIED, YOU, frozenset({CIRCLE}), frozenset({YOU}))) == {
        here.id,
        from_circle.id,
        from_member.id,
        owned.id,
    }


async def test_rows_that_the_caller_may_not_read_do_not_count(session: AsyncSession, engine: SearchEngine) -> None:
    readable, unreadable, own = document(prose("経理")), document(prose("経理")), document(prose("経理"), owner=ME)
    await engine.upsert(session, [readable, unreadable, own])
    rows = values(column("id", Uuid()), name="rows").data([(readable.id,), (own.id,)])
    for seeker in (MEMBER, Seeker(Level.VERIFIED, ME)):
        answer = await engine.search(session, replace(query("経理", seeker), restrict=select(rows.c.id)))
        assert ({hit.id for hit in answer.hits}, answer.total) == ({readable.id, own.id}, 2)


async def test_facets_leave_their_own_filter_out_and_count_a_document_once(session: AsyncSession, engine: SearchEngine) -> None:
    both = Audience(Level.OWN_GROUPS, frozenset({CIRCLE, OTHER_CIRCLE}))
    await engine.upsert(
        session,
        [
            document(facets=(facet("company", "x"), facet("skill", "a", "b"), facet("skill", "a", audience=NEWCOMERS))),
            document(facets=(facet("company", "y"), facet("skill", "a", audience=both))),
            document(facets=(facet("company", "y"), facet("skill", "c"), facet("skill", "c", audience=both)), owner=ME),
        ],
    )
    seeker = Seeker(Level.VERIFIED, ME, frozenset({CIRCLE, OTHER_CIRCLE}))
    answer = await engine.search(
        session, replace(query("", seeker, facets=("company", "skill", "kind")), filters=(Filter("company", frozenset({"y"})),))
    )
    assert answer.total == 2
    assert answer.facets == {
        "company": (FacetCount("y", 2), FacetCount("x", 1)),
        "skill": (FacetCount("a", 1), FacetCount("c", 1)),
        "kind": (),
    }
    either = replace(query("", seeker), filters=(Filter("company", frozenset({"x", "y"})), Filter("skill", frozenset({"a"}))))
    assert (await engine.search(session, either)).total == 2


AUDIENCES = st.sampled_from([EVERYBODY, NEWCOMERS, VERIFIED, IN_CIRCLE, CHOSEN, Audience(Level.CONNECTIONS, frozenset({YOU})), ONLY_ME])
TEXTS = st.lists(
    st.sampled_from(
        ["髙橋", "高橋 健太", "takahashi", "takahasi", "経理", "会計", "経営企画", "marketing", "marketin", "ソニー", "管理会計", "s2008"]
    ),
    max_size=3,
).map(" ".join)
FIELDS = st.builds(
    FieldText, st.sampled_from(["name", "headline", "body"]), TEXTS, AUDIENCES, st.sampled_from(Weight), st.sampled_from(Kind)
)
FACETS = st.builds(FacetValues, st.just("skill"), st.frozensets(st.sampled_from("abc"), max_size=2), AUDIENCES)
DOCUMENTS = st.builds(
    document,
    FIELDS,
    FIELDS,
    FIELDS,
    facets=st.tuples(FACETS, FACETS),
    listed=AUDIENCES,
    owner=st.sampled_from([None, ME, YOU]),
    hidden_from=st.sampled_from([frozenset(), frozenset({CIRCLE}), frozenset({ME})]),
)
SEEKERS = st.builds(
    Seeker,
    st.sampled_from([Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED]),
    st.sampled_from([None, ME]),
    st.frozensets(st.sampled_from([CIRCLE, OTHER_CIRCLE])),
    st.sampled_from([frozenset(), frozenset({YOU})]),
)
QUERIES = st.builds(
    Query,
    st.just("people"),
    st.lists(
        st.sampled_from(
            [
                "高橋",
                "髙",
                "たかはし",
                "takahsahi",
                "takahash",
                "経理",
                "経",
                "accounting",
                "marketimg",
                "そに",
                "弁護士",
                "経理に詳しい髙橋さん",
            ]
        ),
        max_size=3,
    ).map(" ".join),
    SEEKERS,
    st.sampled_from([(), (Filter("skill", frozenset({"a"})),)]),
    st.just(("skill",)),
    conditions=st.sampled_from([(), (), (Condition("2008年", (frozenset({"s2008"}), frozenset({"経理", "高橋 健太"}))),)]),
)


def sees(seeker: Seeker, audience: Audience, owner: object) -> bool:
    """The law in one line, apart from how any engine keeps it."""
    if owner is not None and owner == seeker.member:
        return True
    if audience.level <= Level.VERIFIED:
        return seeker.level >= audience.level
    return audience.level is not Level.ONLY_ME and not audience.circles.isdisjoint(seeker.circles)


def meets(seeker: Seeker, each: Document) -> bool:
    if each.owner is not None and each.owner == seeker.member:
        return True
    kept_from = each.hidden_from & {*seeker.circles, seeker.member}
    return sees(seeker, each.listed, each.owner) and not kept_from and not {each.id, each.owner} & seeker.hidden


def without_the_unseen(seeker: Seeker, documents: Sequence[Document]) -> list[Document]:
    return [
        replace(
            each,
            fields=tuple(field for field in each.fields if sees(seeker, field.audience, each.owner)),
            facets=tuple(values for values in each.facets if sees(seeker, values.audience, each.owner)),
        )
        for each in documents
        if meets(seeker, each)
    ]


async def answer_of(session: AsyncSession, engine: SearchEngine, documents: Sequence[Document], asked: Query) -> Found:
    async with session.begin_nested() as savepoint:
        await engine.upsert(session, documents)
        answer = await engine.search(session, asked)
        # What an engine elsewhere was given is not rolled back.
        await engine.delete(session, asked.index, [each.id for each in documents])
        await savepoint.rollback()
    return answer


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(documents=st.lists(DOCUMENTS, max_size=4), asked=QUERIES)
async def test_what_is_hidden_never_changes_an_answer(
    session: AsyncSession, engine: SearchEngine, documents: list[Document], asked: Query
) -> None:
    with_it = await answer_of(session, engine, documents, asked)
    without_it = await answer_of(session, engine, without_the_unseen(asked.seeker, documents), asked)
    assert with_it == without_it


async def test_values_are_met_by_conditions_alone_and_only_where_they_are_seen(session: AsyncSession, engine: SearchEngine) -> None:
    def there(*values: str, audience: Audience = VERIFIED) -> FieldText:
        return FieldText("tenure", "\n".join(values), audience, Weight.FAINT, Kind.VALUES)

    just, nearly, hidden = document(there("a:2008", "a:2009")), document(there("a:2007")), document(there("a:2008", audience=IN_CIRCLE))
    await engine.upsert(session, [nearly, just, hidden])
    when = Condition("2008年", (frozenset({"a:2008"}), frozenset({"a:2007", "a:2009"})))
    answer = await engine.search(session, replace(query(""), conditions=(when,)))
    assert ([hit.id for hit in answer.hits], answer.total, answer.hits[0].fields) == ([just.id, nearly.id], 2, ())
    near = Seeker(Level.VERIFIED, circles=frozenset({CIRCLE}))
    assert (await engine.search(session, replace(query("", near), conditions=(when,)))).total == 3
    for typed in ("a:2008", "@a:2008", "2008"):
        assert (await engine.search(session, query(typed, near))).total == 0
    nowhere = Condition("1950年", (frozenset({"a:1950"}),))
    given_up = await engine.search(session, replace(query(""), conditions=(nowhere,)))
    assert (given_up.total, given_up.exact, given_up.dropped) == (3, 0, ("1950年",))


@pytest.mark.parametrize(
    ("hidden", "text"),
    [("髙橋", "髙"), ("髙橋", "髙橋"), ("人事", "human resources"), ("board games", "board game"), ("音声認識", "おんせいにんしき")],
)
async def test_no_way_to_find_a_word_leads_past_its_audience(session: AsyncSession, engine: SearchEngine, hidden: str, text: str) -> None:
    kind = name if hidden == "髙橋" else prose
    await engine.upsert(session, [document(kind(hidden, IN_CIRCLE))])
    assert (await engine.search(session, query(text))).total == 0
    assert (await engine.search(session, query(text, Seeker(Level.VERIFIED, circles=frozenset({CIRCLE}))))).total == 1


async def test_a_hidden_document_suggests_no_word(session: AsyncSession, engine: SearchEngine) -> None:
    near, far = document(prose("marketing"), listed=IN_CIRCLE), document(prose("marketings"))
    await engine.upsert(session, [near, far])
    answer = await engine.search(session, query("marketimg"))
    assert ([hit.id for hit in answer.hits], {term for word in answer.words for term in word.terms}) == ([far.id], {"marketings"})
    closer = await engine.search(session, query("marketimg", Seeker(Level.VERIFIED, circles=frozenset({CIRCLE}))))
    assert [hit.id for hit in closer.hits] == [near.id]
