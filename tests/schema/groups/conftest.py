"""The fixtures of the tests of groups in the graph."""

import pytest

from tests.schema.groups.door import Door, opened_door
from tests.schema.groups.house import Hall, opened_hall
from tests.support.running import Application


@pytest.fixture
async def door(app: Application) -> Door:
    """A group and its people."""
    return await opened_door(app)


@pytest.fixture
async def hall(app: Application) -> Hall:
    """A group and who runs it."""
    return await opened_hall(app)
