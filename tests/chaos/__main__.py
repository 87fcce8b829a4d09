"""`python -m tests.chaos --seeds 20`: run, compare, tell; exit 1 when anything was lost, doubled, in disorder or told to the wrong ones."""

import argparse
import asyncio
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import CoroutineType
from typing import Any

from sqlalchemy import text

from server.accounts.commands.sessions import open_session
from server.kit.clock import today
from server.kit.db import Database
from server.kit.ids import ConversationId, GroupId, MemberId, global_id
from server.kit.log import flush
from server.kit.tasks import end_task
from tests.chaos.faults import Faults
from tests.chaos.ledgers import Delivered, Sent, Verdict, compare, read_rows
from tests.chaos.people import Client, Person
from tests.chaos.town import Town, town
from tests.factories.companies import make_company
from tests.factories.conversations import make_conversation
from tests.factories.groups import make_group
from tests.factories.people import make_member
from tests.support.databases import cloned, make_template, postgres

MEMBERS, GROUPS, TALKS, WAITING, LEAVERS, SIGNED_OUT = 100, 3, 20, 10, 5, 5
WORD = "配送"
# In seconds: between two acts; and within which everything has arrived once nothing breaks any more. A job that a dead worker
# had begun is begun again by another one after a while.
_ACT_EVERY, SETTLED_WITHIN = (0.05, 0.4), 150.0
# A seed that takes this many seconds longer than things break hangs.
OVER_WITHIN = 420.0


@dataclass(slots=True)
class World:
    """The people, what they sent, and who waits for what."""

    people: list[Person] = field(default_factory=list[Person])
    talks: list[tuple[Person, Person, ConversationId]] = field(default_factory=list[tuple[Person, Person, ConversationId]])
    sent: list[Sent] = field(default_factory=list[Sent])
    waiting: dict[MemberId, str] = field(default_factory=dict[MemberId, str])

    @property
    def clients(self) -> list[Client]:
        """Everybody's browsers."""
        return [client for person in self.people for client in person.clients]


async def made(db: Database, found: Town, seed: int) -> World:
    """Make the people, and sign them in on two browsers each."""
    world = World()
    async with db.transaction() as session:
        companies = [await make_company(session, f"ひだまり電機{number}") for number in range(GROUPS)]
        groups = [GroupId((await make_group(session, company)).id) for company in companies]
        for number in range(MEMBERS):
            at = number % GROUPS
            member = await make_member(session, f"髙橋 {number}", companies[at])
            clients: list[Client] = []
            for browser in (0, 1):
                token = (await open_session(session, member, "tests", "passkey")).token
                clients.append(Client(found.bases, token, Delivered(member, {at}), f"{seed} {number} {browser}"))
            world.people.append(Person(member, clients, (at, global_id("AlumniGroup", groups[at]))))
        for number in range(TALKS):
            one, other = world.people[number], world.people[-1 - number]
            world.talks.append((one, other, await make_conversation(session, one.member, other.member)))
        world.waiting = {person.member: WORD for person in world.people[:WAITING]}
    return world


async def act(world: World, chance: random.Random, seconds: float) -> None:
    """Let people post and talk for so long, some leave their group and some sign out; return once everything was answered."""
    loop = asyncio.get_running_loop()
    until, number, last_day = loop.time() + seconds, 0, str(today() + timedelta(days=14))
    leaving = [person.leave for person in world.people[30 : 30 + LEAVERS]]
    leaving += [person.sign_out for person in world.people[40 : 40 + SIGNED_OUT]]
    async with asyncio.TaskGroup() as group:
        while loop.time() < until:
            number += 1
            if leaving and chance.random() < len(leaving) * 0.02:
                group.create_task(leaving.pop(chance.randrange(len(leaving)))())
            elif chance.random() < 0.5:
                talk = chance.choice(world.talks)
                group.create_task(talk[chance.randrange(2)].say(world.sent, f"ことば {number:05d}", talk[2]))
            else:
                word, to_group = (WORD, False) if chance.random() < 0.3 else ("会計", chance.random() < 0.5)
                person = chance.choice(world.people[:30])
                group.create_task(person.post(world.sent, f"{word}の相談 {number:05d}", last_day, to_group=to_group))
            await asyncio.sleep(chance.uniform(*_ACT_EVERY))


async def settled(db: Database, world: World) -> Verdict:
    """Wait until nothing is missing any more, or long enough; return what is wrong then."""
    loop = asyncio.get_running_loop()
    until = loop.time() + SETTLED_WITHIN
    while True:
        await asyncio.sleep(2)
        rows = await read_rows(db, [person.member for person in world.people])
        verdict = compare(world.sent, rows, [client.ledger for client in world.clients], world.waiting)
        async with db.read() as session:
            jobs = (await session.execute(text("SELECT count(*) FROM pgqueuer"))).scalar_one()
        verdict.other += [f"client {number} still follows" for number, client in enumerate(world.clients) if _goes_on(client)]
        verdict.other += [f"{jobs} jobs are left"] if jobs else []
        if not verdict.wrong or loop.time() > until:
            return verdict


def _goes_on(client: Client) -> bool:
    return client.ledger.signed_out_at is not None and not client.over


async def run(server: str, template: str, seed: int, seconds: float) -> bool:
    """Run one seed; print a line, and what is wrong; return whether nothing is."""
    logs = Path(tempfile.mkdtemp(prefix=f"engawa-chaos-{seed}-"))
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(cloned(server, template))
        db = Database(url, flush=flush)
        stack.push_async_callback(db.close)
        found = await stack.enter_async_context(town(url, logs))
        world = await made(db, found, seed)
        for client in world.clients:
            stack.push_async_callback(client.close)
        await asyncio.gather(*(client.begin() for client in world.clients))
        await asyncio.gather(*(person.wait_for(WORD) for person in world.people[:WAITING]))
        following = [asyncio.create_task(client.follow()) for client in world.clients]
        faults = Faults(found, seed)
        breaking = asyncio.create_task(faults.run(seconds))
        await act(world, random.Random(f"acts {seed}"), seconds)
        await breaking
        verdict = await settled(db, world)
        failed = [str(task.exception()) for task in following if task.done() and not task.cancelled() and task.exception()]
        for task in following:
            task.cancel()
        await asyncio.gather(*following, return_exceptions=True)
    verdict.other += failed
    _tell(seed, world, faults, verdict)
    if verdict.wrong:
        _say(f"  the logs of the processes: {logs}")
    else:
        shutil.rmtree(logs)
    return not verdict.wrong


async def bounded(running: Coroutine[Any, Any, bool], seed: int, within: float) -> bool:
    """Run one seed; one that hangs says where, and has not held."""
    task = asyncio.create_task(running)
    try:
        await asyncio.wait({task}, timeout=within)
        if task.done():
            return task.result()
        _say(f"seed {seed} hangs:")
        for place, tasks in Counter(_stands(each) for each in asyncio.all_tasks()).most_common():
            _say(f"  {tasks} at {place}")
        return False
    finally:
        await end_task(task)


def _stands(task: asyncio.Task[Any]) -> str:
    """Where a task waits: the lines that it is in, from the outermost."""
    lines, at = list[str](), task.get_coro()
    while isinstance(at, CoroutineType) and at.cr_frame is not None:
        lines.append(f"{Path(at.cr_code.co_filename).name}:{at.cr_frame.f_lineno} {at.cr_code.co_name}")
        at = at.cr_await
    return " > ".join(lines)


def _tell(seed: int, world: World, faults: Faults, verdict: Verdict) -> None:
    delivered = sum(len(told) for client in world.clients for told in client.ledger.streams.values())
    opened = sum(client.opened for client in world.clients)
    counts = {"lost": verdict.lost, "doubled": verdict.doubled, "out of order": verdict.out_of_order, "unauthorised": verdict.unauthorised}
    told = ", ".join(f"{name} {len(found)}" for name, found in counts.items())
    broken = ", ".join(f"{name} {times}" for name, times in sorted(faults.done.items()))
    _say(f"seed {seed}: {len(world.sent)} changes, {delivered} deliveries to {len(world.clients)} clients on {opened} connections: {told}")
    _say(f"  broken: {broken}")
    for line in verdict.wrong[:40]:
        _say(f"  {line}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def main(seeds: Sequence[int], seconds: float) -> int:
    """Run the seeds, one after the other; told to end, end everything that was started."""
    this = asyncio.current_task()
    assert this is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, this.cancel)
    with postgres() as server:
        template = await make_template(server)
        held = [await bounded(run(server, template, seed, seconds), seed, seconds + OVER_WITHIN) for seed in seeds]
    _say(f"{sum(held)} of {len(held)} seeds held")
    return 0 if all(held) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2, help="how many")
    parser.add_argument("--first", type=int, default=1, help="the first one")
    parser.add_argument("--seconds", type=float, default=30.0, help="how long things break, for each")
    options = parser.parse_args()
    sys.exit(asyncio.run(main(range(options.first, options.first + options.seeds), options.seconds)))
