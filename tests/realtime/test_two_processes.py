"""Two web processes: what is done at one is told at the other, and both go on while Redis is away."""

import asyncio
from collections.abc import AsyncGenerator, Generator

import httpx
import pytest
import websockets

from tests.realtime.revoking import WAYS, ends
from tests.realtime.several import LONG, PATIENT_SECONDS, Pair, pair
from tests.realtime.test_typing import ALONE, HERE, WRITES, beside, note, told
from tests.realtime.watching import watching
from tests.schema.opportunities.asking import a_post, posted
from tests.support.databases import cloned
from tests.support.valkey import Valkey, channels, valkey


@pytest.fixture(scope="module")
def server() -> Generator[Valkey]:
    """The Redis of both."""
    with valkey() as found:
        yield found


@pytest.fixture(scope="module")
async def hinted(server_url: str, template: str, server: Valkey) -> AsyncGenerator[Pair]:
    """Two that look at the database so seldom that what arrives, arrives by a hint."""
    async with cloned(server_url, template) as url, pair(url, server, LONG) as found:
        yield found


async def test_a_post_at_one_arrives_at_the_other_also_after_redis_was_emptied(hinted: Pair) -> None:
    author, friend = await hinted.at(0, "author"), await hinted.at(1, "friend")
    async with watching(friend) as watch:
        await posted(author, title="となりの窓口から")
        assert (await watch.next(PATIENT_SECONDS))["opportunity"]["title"] == "となりの窓口から"
        hinted.valkey.ask("FLUSHALL")
        await posted(author, title="空になったあと")
        assert (await watch.next(PATIENT_SECONDS))["opportunity"]["title"] == "空になったあと"


async def test_who_writes_at_one_is_seen_at_the_other(hinted: Pair) -> None:
    """So is who has the talk open there."""
    author, friend = await hinted.at(0, "author"), await hinted.at(1, "friend")
    async with beside(friend, hinted.talk) as there:
        await told(there, ALONE)
        assert await note(author, hinted.talk) == "TypingNoted"
        await told(there, WRITES)
        async with beside(author, hinted.talk) as here:
            await told(here, ALONE, HERE)


async def test_limits_are_one_for_both(hinted: Pair) -> None:
    """Five links an address, wherever they are asked for."""
    guests = [await hinted.at(place) for place in (0, 1)]
    answers = [await guests[turn % 2].change("requestSignIn", {"email": "somebody@people.example"}) for turn in range(7)]
    assert [answer["__typename"] == "TooMany" for answer in answers] == [False] * 5 + [True] * 2
    other = await guests[1].change("requestSignIn", {"email": "another@people.example"})
    assert other["__typename"] != "TooMany"


async def test_what_was_posted_while_redis_was_away_arrives_when_it_is_back(hinted: Pair) -> None:
    """Nobody looked at the database in between: coming back wakes everybody once, and hints work again."""
    author, friend = await hinted.at(0, "author"), await hinted.at(1, "friend")
    async with watching(friend) as watch:
        await posted(author, title="前")
        assert (await watch.next(PATIENT_SECONDS))["opportunity"]["title"] == "前"
        hinted.valkey.kill()
        await posted(author, title="留守のあいだ")
        await watch.socket.silent(1)
        await asyncio.to_thread(hinted.valkey.start)
        assert (await watch.next(PATIENT_SECONDS))["opportunity"]["title"] == "留守のあいだ"
        async with asyncio.timeout(PATIENT_SECONDS):
            await heard_by(hinted.valkey, 2)
        await posted(author, title="後")
        assert (await watch.next(PATIENT_SECONDS))["opportunity"]["title"] == "後"


@pytest.mark.parametrize("way", WAYS)
async def test_what_is_taken_at_one_closes_the_sockets_at_the_other_by_a_hint(hinted: Pair, way: str) -> None:
    await ends(await hinted.taking(f"{way}の会社"), way, PATIENT_SECONDS)


async def heard_by(server: Valkey, number: int) -> None:
    """Wait until so many processes listen."""
    while True:
        here = {channel for channel in await channels(server) if channel.endswith(":here")}
        told = await asyncio.to_thread(server.ask, "PUBSUB", "NUMSUB", *here) if here else ["", 0]
        if told[1] == number:
            return
        await asyncio.sleep(0.05)


async def test_without_redis_both_go_on_and_a_session_ended_at_one_ends_at_the_other(database_url: str) -> None:
    """Each looks at the database by itself, as it always does now and then."""
    with valkey() as server:
        server.kill()
        async with pair(database_url, server, 0.5) as both:
            author, friend, also = await both.at(0, "author"), await both.at(1, "friend"), await both.at(0, "friend")
            async with watching(friend) as watch:
                await posted(author, title="Redisなしで")
                assert (await watch.next(PATIENT_SECONDS))["opportunity"]["title"] == "Redisなしで"
                assert (await also.change("signOutEverywhere", {}))["__typename"] == "SignedOutEverywhere"
                with pytest.raises(websockets.ConnectionClosed):
                    await watch.socket.receive(PATIENT_SECONDS)
                assert watch.socket.connection.close_code == 4403


async def test_a_process_that_dies_between_a_commit_and_its_hint_loses_nothing(database_url: str, server: Valkey) -> None:
    """Its client sends the same again elsewhere, and learns that it is done; who follows there is told once."""
    async with pair(database_url, server, 0.5, DIES_UNTOLD="yes") as both:
        author, same_author, friend = await both.at(0, "author"), await both.at(1, "author"), await both.at(1, "friend")
        async with watching(friend) as watch:
            given = a_post(title="言いかけて", clientMutationId="between-commit-and-hint")
            with pytest.raises(httpx.TransportError):
                await author.change("postOpportunity", given)
            assert (await watch.next(PATIENT_SECONDS))["opportunity"]["title"] == "言いかけて"
            again = await same_author.change("postOpportunity", given, "... on OpportunityPosted { opportunity { title } }")
            assert again["opportunity"]["title"] == "言いかけて"
            await posted(same_author, title="次")
            assert (await watch.next(PATIENT_SECONDS))["opportunity"]["title"] == "次"
        shown = await friend.ask("{ opportunities(first: 9) { edges { node { title } } } }")
        assert [edge["node"]["title"] for edge in shown["opportunities"]["edges"]] == ["次", "言いかけて"]
