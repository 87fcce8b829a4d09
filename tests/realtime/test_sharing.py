"""Executed once: what equal subscriptions share, what they never share, and that nobody misses anything by it."""

import asyncio
import random
from contextlib import AsyncExitStack
from typing import Any

import pytest
from graphql import GraphQLObjectType, GraphQLUnionType, get_named_type

from schema.build import schema
from schema.documents import persisted
from schema.planning import selects_alike
from schema.sharing import SharedForm
from tests.realtime.test_opportunities import edit
from tests.realtime.watching import OPPORTUNITIES, Stage, cursor_of, subscriptions
from tests.schema.opportunities.asking import posted
from tests.support.running import Answer, Socket
from tests.support.statements import statements

NAMES = ("author", "friend", "operator", "stranger", "steward", "guest")
BY_AUTHOR = OPPORTUNITIES.replace("{ id title live }", "{ id title live author { id name } authorCompanies { id name } }")
WITH_AUTHOR = OPPORTUNITIES.replace("{ id title live }", "{ id title live author { name } viewerIsAuthor }")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[SharedForm]:
    """The forms, once for each time that they were executed."""
    forms: list[SharedForm] = []
    pieces = SharedForm.pieces

    async def noting(self: SharedForm, *given: Any) -> list[bytes]:
        forms.append(self)
        return await pieces(self, *given)

    monkeypatch.setattr(SharedForm, "pieces", noting)
    return forms


async def standing(stage: Stage, many: int) -> None:
    """Wait until so many stand in the room."""
    for _ in range(1500):
        if subscriptions(stage.app) == many:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(subscriptions(stage.app))


async def following(stage: Stage, stack: AsyncExitStack, names: list[str], query: str = OPPORTUNITIES, **variables: Any) -> list[Socket]:
    """Open a socket for each of the names, and follow opportunities on it."""
    before = subscriptions(stage.app)
    sockets = [await stack.enter_async_context(stage.clients[name].socket()) for name in names]
    for socket in sockets:
        await socket.subscribe("watch", query, variables)
    await standing(stage, before + len(names))
    return sockets


async def told(sockets: list[Socket]) -> list[Answer]:
    """Return the next delivery of each."""
    return [(await socket.next("watch"))["opportunities"] for socket in sockets]


async def test_equal_subscriptions_are_executed_once_whoever_listens(stage: Stage, made: list[SharedForm]) -> None:
    async with AsyncExitStack() as stack:
        sockets = await following(stage, stack, [*NAMES, *NAMES])
        await posted(stage.author, title="みんなに", audience="ANYONE")
        answers = await told(sockets)
        assert answers[0]["event"]["opportunity"]["title"] == "みんなに"
        assert [answer for answer in answers if answer != answers[0]] == []
        assert len(made) == 1
        # Another filter, and another language, are other answers.
        others = await following(stage, stack, ["friend"], filter={"kinds": ["HIRING"]})
        await stage.clients["friend"].ask("{ site { demo } }")
        await posted(stage.author, title="もう一つ", audience="ANYONE")
        assert [answer["event"]["opportunity"]["title"] for answer in await told(sockets)] == ["もう一つ"] * len(sockets)
        assert len(made) == 2
        assert await others[0].silent()


async def test_who_listens_costs_no_statement_more(stage: Stage) -> None:
    async def asked(many: int) -> list[str]:
        async with AsyncExitStack() as stack:
            sockets = await following(stage, stack, [NAMES[number % len(NAMES)] for number in range(many)])
            with statements(stage.app.house.db) as found:
                await posted(stage.author, title=f"{many}人に", audience="ANYONE")
                await told(sockets)
        # Whoever has not left yet would be counted among those who come next.
        await standing(stage, 0)
        return [each for each in found if "reader" in each or "asked" in each or "opportunity" in each]

    few, many = await asked(2), await asked(18)
    assert len(few) > 3
    assert sorted(many) == sorted(few)


async def test_what_depends_on_the_viewer_is_executed_for_each(stage: Stage, made: list[SharedForm]) -> None:
    async with AsyncExitStack() as stack:
        sockets = await following(stage, stack, ["author", "friend", "guest"], WITH_AUTHOR)
        await posted(stage.author, audience="ANYONE")
        shown = [answer["event"]["opportunity"] for answer in await told(sockets)]
        assert [each["viewerIsAuthor"] for each in shown] == [True, False, False]
        assert [each["author"] and each["author"]["name"] for each in shown] == ["髙橋 悠", "髙橋 悠", None]
        assert made == []


async def test_what_hangs_on_the_author_is_executed_once_for_who_sees_them_and_once_for_the_others(
    stage: Stage, made: list[SharedForm]
) -> None:
    """As our own page asks for it. Each is told what they would be told by themselves."""
    read = "query Q($id: ID!) { node(id: $id) { ... on Opportunity { id title live author { id name } authorCompanies { id name } } } }"
    async with AsyncExitStack() as stack:
        sockets = await following(stage, stack, [*NAMES, *NAMES], BY_AUTHOR)
        post = await posted(stage.author, title="だれからか", audience="ANYONE")
        shown = [answer["event"]["opportunity"] for answer in await told(sockets)]
        assert len(made) == 2
        assert {each["author"] and each["author"]["name"] for each in shown} == {"髙橋 悠", None}
        for name, each, again in zip(NAMES, shown, shown[len(NAMES) :], strict=False):
            assert each == again == (await stage.clients[name].ask(read, {"id": post}))["node"], name
            assert (each["author"] is None) == (each["authorCompanies"] == []) == (name == "guest")


@pytest.mark.parametrize("query", [OPPORTUNITIES, BY_AUTHOR, WITH_AUTHOR])
async def test_who_is_about_to_depart_is_told_of_their_own_posts(stage: Stage, query: str) -> None:
    """They alone see them still."""
    start = await cursor_of(stage.guest)
    await posted(stage.author, title="これから", audience="ANYONE")
    assert (await stage.author.change("askDeparture", {}))["__typename"] == "DepartureAsked"
    async with AsyncExitStack() as stack:
        author, friend = await following(stage, stack, ["author", "friend"], query, after=start)
        (delivery,) = await told([author])
        assert delivery["event"]["opportunity"]["title"] == "これから"
        assert await friend.silent()


async def test_many_who_were_away_are_told_together(stage: Stage, made: list[SharedForm]) -> None:
    """What they missed is read, decided upon and executed once for those who come at the same time, and each is told what is theirs."""
    start = await cursor_of(stage.guest)
    titles = [f"留守の募集{number}" for number in range(3)]
    for title in titles:
        await posted(stage.author, title=title, audience="ANYONE")
    await posted(stage.author, title="なかまだけに", audience="CHOSEN_GROUPS", groups=[stage.group])
    names = [*NAMES, *NAMES]
    async with AsyncExitStack() as stack:
        sockets = [await stack.enter_async_context(stage.clients[name].socket()) for name in names]
        with statements(stage.app.house.db) as said:
            await asyncio.gather(*(socket.subscribe("watch", BY_AUTHOR, {"after": start}) for socket in sockets))
            for name, socket in zip(names, sockets, strict=True):
                mine = [*titles, *(["なかまだけに"] if name in ("author", "friend", "operator") else [])]
                assert [(await told([socket]))[0]["event"]["opportunity"]["title"] for _ in mine] == mine
        assert len(made) < len(names)
        assert len([each for each in said if "FROM event" in each]) < len(names)


def test_our_own_page_shares_what_it_is_told() -> None:
    (ours,) = [text for text in persisted().values() if "subscription LiveOpportunities" in text]
    assert "author" in ours
    assert selects_alike(schema.graph, ours)


def test_no_marked_field_can_stand_in_a_shared_answer() -> None:
    """Each field of everything that a delivery can lead to is selected: alone, in a fragment, under an alias, behind a directive."""
    graph = schema.graph
    seen: set[str] = set()
    marked: list[str] = []

    def walk(kind: Any, path: str) -> None:
        kinds = kind.types if isinstance(kind, GraphQLUnionType) else [kind]
        for each in kinds:
            if not isinstance(each, GraphQLObjectType) or each.name in seen:
                continue
            seen.add(each.name)
            for name, field in each.fields.items():
                given = "(" + ", ".join(f"{key}: 1" for key, argument in field.args.items() if str(argument.type).endswith("!")) + ")"
                below = get_named_type(field.type)
                leaf = "" if not hasattr(below, "fields") and not isinstance(below, GraphQLUnionType) else " { __typename }"
                chosen = f"{name}{given if given != '()' else ''}"
                texts = [path % f"... on {each.name} {{ {form} }}" for form in (chosen + leaf, f"x: {chosen} @include(if: true){leaf}")]
                texts.append(path % "...F" + f" fragment F on {each.name} {{ {chosen}{leaf} }}")
                depends = {not selects_alike(graph, text) for text in texts}
                assert len(depends) == 1, (each.name, name)
                if depends == {True}:
                    marked.append(f"{each.name}.{name}")
                elif leaf:
                    walk(below, path % f"... on {each.name} {{ {chosen} {{ %s }} }}")

    walk(graph.type_map["OpportunityDelivery"], "subscription { opportunities { %s } }")
    declared = [line.strip().split("(")[0].split(":")[0] for line in schema.as_str().splitlines() if "@viewerDependent" in line]
    dependent = {"Opportunity.fits", "Opportunity.viewerIsAuthor", "Person.skills", "Person.affiliations", "OpportunityRestored.reason"}
    assert dependent <= set(marked)
    assert {each.split(".")[1] for each in marked} <= set(declared)
    assert {"Opportunity.title", "Opportunity.author", "Person.name"}.isdisjoint(marked)


async def test_who_comes_late_catches_up_and_nobody_misses_anything(stage: Stage) -> None:
    """Many begin at any moment, some from before, while posts come: each sees what came after their cursor, once, in order."""
    chance = random.Random(7)
    titles = [f"募集{number}" for number in range(24)]
    begun: list[tuple[Socket, int, str, str]] = []
    async with AsyncExitStack() as stack:
        cursors = [await cursor_of(stage.guest)]

        async def begin() -> None:
            start = chance.randrange(len(cursors))
            name, query = chance.choice(NAMES), chance.choice([OPPORTUNITIES, BY_AUTHOR, WITH_AUTHOR])
            socket = await stack.enter_async_context(stage.clients[name].socket())
            await socket.subscribe("watch", query, {"after": cursors[start]})
            begun.append((socket, start, name, query))

        for number, title in enumerate(titles):
            author = (stage.author, stage.friend, stage.stranger)[number % 3]
            await asyncio.gather(posted(author, title=title, audience="ANYONE"), begin())
            cursors.append(await cursor_of(stage.guest))
        for socket, start, name, query in begun:
            last = cursors[start]
            for title in titles[start:]:
                delivery = (await socket.next("watch"))["opportunities"]
                post = delivery["event"]["opportunity"]
                assert (post["title"], delivery["previous"]) == (title, last)
                assert query == OPPORTUNITIES or (post["author"] is None) == (name == "guest")
                last = delivery["cursor"]
            assert last == cursors[-1]
            assert await socket.silent(0.05)


async def test_a_subscription_that_ended_is_told_nothing_more_and_its_id_is_free(stage: Stage, made: list[SharedForm]) -> None:
    async with AsyncExitStack() as stack:
        (socket,) = await following(stage, stack, ["friend"])
        post = await posted(stage.author, title="一")
        assert (await told([socket]))[0]["event"]["opportunity"]["title"] == "一"
        await socket.send({"type": "complete", "id": "watch"})
        await standing(stage, 0)
        await edit(stage.author, post, title="一の二")
        assert await socket.silent()
        assert len(made) == 1
        await socket.subscribe("watch", OPPORTUNITIES)
        await standing(stage, 1)
        await edit(stage.author, post, title="一の三")
        assert (await told([socket]))[0]["event"]["opportunity"]["title"] == "一の三"
    await standing(stage, 0)
