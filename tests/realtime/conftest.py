"""The people of the tests of realtime, each at a browser of their own."""

import pytest

from tests.realtime.peopling import peopled
from tests.realtime.watching import Stage
from tests.support.running import Application


@pytest.fixture
async def stage(app: Application) -> Stage:
    """The stage of a test."""
    return await staged(app)


async def staged(app: Application) -> Stage:
    """Everybody signed in."""
    async with app.house.db.transaction() as session:
        people = await peopled(session)
    clients = {name: await app.as_member(member) for name, member in people.members.items()}
    return Stage(app, people.group, people.other_group, people.members, clients | {"guest": app.guest()})
