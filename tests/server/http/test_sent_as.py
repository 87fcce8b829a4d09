"""What a page sends in somebody's name: refused where another member is signed in by now, with nothing written and nothing run."""

from typing import Any

import pytest

from tests.factories.people import make_member
from tests.schema.opportunities.asking import a_post
from tests.support.running import Answer, Application, Client
from tests.support.unchanged import unchanged

WHO = "{ viewer { id } }"
POST = "mutation M($input: PostOpportunityInput!) { postOpportunity(input: $input) { __typename } }"


async def sent(client: Client, query: str, name: str, **variables: Any) -> tuple[int, Answer]:
    """Ask in this name."""
    response = await client.raw(query, variables, **{"x-engawa-member": name})
    return response.status_code, response.json()


@pytest.fixture
async def browsers(app: Application) -> dict[str, Client]:
    """Two members, and nobody."""
    async with app.house.db.transaction() as session:
        made = {name: await make_member(session, name) for name in ("佐藤 凪", "髙橋 悠")}
    return {name: await app.as_member(member) for name, member in made.items()} | {"nobody": app.guest()}


async def test_it_counts_for_who_wrote_it_and_for_nobody_else(app: Application, browsers: dict[str, Client]) -> None:
    mine, other, nobody = browsers.values()
    name = (await mine.ask(WHO))["viewer"]["id"]
    assert await sent(mine, WHO, name) == (200, {"data": {"viewer": {"id": name}}})
    for stranger in (other, nobody):
        async with unchanged(app.house.db):
            for query in (WHO, POST):
                status, answer = await sent(stranger, query, name, **({"input": a_post()} if query == POST else {}))
                assert status == 200
                assert set(answer) == {"errors"}
                assert answer["errors"][0]["extensions"] == {"code": "NotSignedIn"}
    assert (await other.ask(WHO))["viewer"]["id"] != name


@pytest.mark.parametrize("name", ["", "nobody", "V" * 5000])
async def test_a_name_that_is_nobodys_is_anothers(app: Application, browsers: dict[str, Client], name: str) -> None:
    async with unchanged(app.house.db):
        for client in browsers.values():
            assert (await sent(client, POST, name, input=a_post()))[1]["errors"][0]["extensions"] == {"code": "NotSignedIn"}
