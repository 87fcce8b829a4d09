"""`engawa demo`: a world of the asked size in an empty directory, the same for the same seed, and never over somebody's data."""

from pathlib import Path

from sqlalchemy import func, select

from server.embedded import EmbeddedPostgres
from server.kit.db import Database
from server.people.model import Profile
from server.search.postgresql.model import SearchDocument
from tests.engawa.deploying import DEPLOYMENT, engawa
from tests.support.unchanged import ledger


async def test_a_world_is_made_once(place: Path) -> None:
    """A second one in the same directory is refused, and changes nothing; so is one in a real deployment."""
    made = engawa("demo", "--members", "230", "--seed", "7", DATA_DIR=str(place))
    assert made.returncode == 0, made.stderr
    assert "230 invented members" in made.stdout.splitlines()[-1]
    before, (names, verified, documents) = await kept(place)
    again = engawa("demo", DATA_DIR=str(place))
    assert (again.returncode, "230 members" in again.stderr) == (2, True), again.stderr
    assert (await kept(place))[0] == before
    assert (len(names), documents) == (230, verified)


async def kept(place: Path) -> tuple[dict[str, str], tuple[list[str], int, int]]:
    """What a directory holds: a digest of its rows; names, how many of them are verified, and how many can be found."""
    postgres = EmbeddedPostgres(place)
    database = Database(postgres.start())
    try:
        async with database.read() as session:
            names = list((await session.scalars(select(Profile.name))).all())
            verified = await session.scalar(select(func.count()).where(Profile.verified_at.is_not(None)))
            found = await session.scalar(select(func.count()).select_from(SearchDocument).where(SearchDocument.index == "people"))
        return await ledger(database), (names, verified or 0, found or 0)
    finally:
        await database.close()
        postgres.stop()


def test_what_cannot_be_made_is_said_in_one_sentence(place: Path) -> None:
    """A size out of range, a seed that is no number, a real deployment."""
    sentences = {
        ("demo", "--members", "12"): "DEMO_MEMBERS is out of range",
        ("demo", "--members", "many"): "DEMO_MEMBERS is not usable",
        ("demo", "--seed", "x"): "DEMO_SEED is not usable",
    }
    for command, sentence in sentences.items():
        refused = engawa(*command, DATA_DIR=str(place))
        assert (refused.returncode, sentence in refused.stderr) == (2, True), refused.stderr
    refused = engawa("demo", **DEPLOYMENT)
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
    assert "DATABASE_URL" in refused.stderr
    assert list(place.iterdir()) == []
