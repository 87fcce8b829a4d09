"""One reader at two databases that differ only in what is hidden from them: the same questions to both, the answers compared."""

import json
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

from graphql import build_schema

from schema.build import schema
from server.kit.db import Database
from server.kit.limits import CAPS, Limits
from server.kit.log import flush
from server.kit.settings import Settings
from tests.prove.interfering.arriving import what_arrives
from tests.prove.interfering.questions import Asker, told
from tests.prove.interfering.values import CODES
from tests.prove.interfering.worlds import SECRET, WORDS, World, change_what_is_hidden, make_world
from tests.support.databases import cloned
from tests.support.running import Application, Client, running
from workers.indexing import reindex_all

# So many pages of a list are turned.
_PAGES = 3
ALSO = ("高橋", "ひみつ", "物流 暗号", "ヒミツ", "himi", "")
NAMES = ("高橋", "ひみつ", "ヒミツ", "himi", "hi\u200bmitsu")
WIDE = dict.fromkeys((name for name in CAPS if not name.endswith(".newcomer")), "100000000/day")


@dataclass(frozen=True, slots=True)
class Two:
    """One reader at two worlds, and the questions."""

    one: Client
    other: Client
    asker: Asker
    apps: tuple[Application, Application]
    world: World


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
            limits = Limits(WIDE), Limits(WIDE)
            async with running(first, settings, limits=limits[0]) as one, running(second, settings, limits=limits[1]) as other:
                clients = [await app.as_member(world.reader) for app in (one, other)]
                for app in (one, other):
                    await reindex_all(app.house.worker)
                asker = Asker(
                    build_schema(schema.as_str()),
                    dice,
                    world.ids,
                    [*WORDS, *SECRET, *CODES, *ALSO],
                )
                yield Two(clients[0], clients[1], asker, (one, other), world)


async def differs(two: Two, question: str) -> tuple[bool, str]:
    """Ask both, and for the next page where there is one; return whether the answers differ, and what they were."""
    answers = [await _with_next(client, question) for client in (two.one, two.other)]
    written = [json.dumps(told(answer), ensure_ascii=False, sort_keys=True) for answer in answers]
    return written[0] != written[1], "\n".join(written)


async def _with_next(client: Client, question: str) -> list[Any]:
    pages: list[Any] = []
    asked: str | None = question
    while asked and len(pages) < _PAGES:
        answer = await client.answer(asked)
        assert not any(error["extensions"]["code"] == "UNEXPECTED" for error in answer.get("errors", [])), asked
        pages.append(answer)
        after = _end(answer)
        asked = after and question.replace("(", f'(after: "{after}", ', 1)
    return pages


def _end(answer: Any) -> str | None:
    """The cursor behind which the root's list goes on, if it does."""
    for each in (answer.get("data") or {}).values():
        page = each.get("pageInfo") if isinstance(each, dict) else None
        if page and page["hasNextPage"]:
            return page["endCursor"]
    return None


async def arriving_in_both(two: Two, *, loud: bool = True) -> dict[str, list[str]]:
    """Let everything arrive in both worlds; return by which ways something differs, and the lines that do.

    `loud`: something must come by every way. In a random world no post need meet the searches that are told by a mail at once.
    """
    found = [await what_arrives(app, client, two.world) for app, client in zip(two.apps, (two.one, two.other), strict=True)]
    # A proof over silence proves nothing.
    assert not loud or all(found[0].values()), [way for way, came in found[0].items() if not came]
    lines = [{way: json.dumps(came, ensure_ascii=False, indent=0).splitlines() for way, came in each.items()} for each in found]
    differences = {way: list(unified_diff(lines[0][way], lines[1][way], n=2, lineterm="")) for way in found[0]}
    return {way: lines for way, lines in differences.items() if lines}


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
