"""The fixture of the tests of groups in the graph."""

import pytest

from tests.schema.groups.door import Door, opened_door
from tests.support.running import Application


@pytest.fixture
async def door(app: Application) -> Door:
    """A group and its people."""
    return await opened_door(app)
