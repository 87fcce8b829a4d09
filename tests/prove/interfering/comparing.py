"""One reader at two databases that differ only in what is hidden from them: the same questions to both, the answers compared."""

import json
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from graphql import build_schema

from schema.build import schema
from server.kit.db import Database
from server.kit.limits import CAPS, Limits
from server.kit.log import flush
from server.kit.settings import Settings
from tests.prove.interfering.questions import Asker, told
from tests.prove.interfering.worlds import SECRET, WORDS, change_what_is_hidden, make_world
from tests.support.databases import cloned
from tests.support.running import Client, running
from workers.indexing import reindex_all

WIDE = Limits(dict.fromkeys((name for name in CAPS if not name.endswith(".newcomer")), "100000000/day"))


@dataclass(frozen=True, slots=True)
class Two:
    """One reader at two worlds, and the questions."""

    one: Client
    other: Client
    asker: Asker


@asynccontextmanager
async def two_worlds(server_url: str, template: str, seed: int) -> AsyncGenerator[Two]:
    """A world, and its copy in which everything hidden from the reader says something else."""
    dice = random.Random(seed)
    settings = Settings(_env_file=None)
    async with cloned(server_url, template) as first:
        db = Database(first, flush=flush)
        async with db.transaction() as session:
            world = await make_world(session, dice)
        await db.close()
        async with cloned(server_url, first.partition("?")[0].rpartition("/")[2]) as second:
            db = Database(second, flush=flush)
            async with db.transaction() as session:
                await change_what_is_hidden(session, dice, world)
            await db.close()
            async with running(first, settings, limits=WIDE) as one, running(second, settings, limits=WIDE) as other:
                clients = [await app.as_member(world.reader) for app in (one, other)]
                for app in (one, other):
                    await reindex_all(app.house.worker)
                asker = Asker(build_schema(schema.as_str()), dice, world.ids, [*WORDS, *SECRET, "高橋", "ひみつ", "物流 暗号", ""])
                yield Two(clients[0], clients[1], asker)


async def differs(two: Two, question: str) -> tuple[bool, str]:
    """Ask both; return whether the answers differ, and what the first one was."""
    answers = [await client.answer(question) for client in (two.one, two.other)]
    assert not any(error["extensions"]["code"] == "UNEXPECTED" for each in answers for error in each.get("errors", [])), question
    written = [json.dumps(told(answer), ensure_ascii=False, sort_keys=True) for answer in answers]
    return written[0] != written[1], "\n".join(written)


async def ask_both(two: Two, number: int) -> None:
    """Ask so many questions, every root field among them; a difference is raised with the question, as is too much silence."""
    answered = 0
    roots: list[str | None] = [*two.asker.roots]
    for root in roots + [None] * (number - len(roots)):
        question = two.asker.question(root)
        leaks, answers = await differs(two, question)
        assert not leaks, f"{question}\n{answers}"
        answered += '"errors"' not in answers
    # Random documents are refused here and there; most must say something.
    assert answered > number / 2, answered
