"""What people tell in values, by which they are filtered and counted: places, languages, and what their employer is not told."""

import random
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.kit.ids import MemberId
from server.people.model import PresentEmployer, Profile
from tests.factories.people import employ

# What the reader could ask for.
CODES = ("JP-13", "JP-27", "JP-47", "ja", "en", "de")
PLACES, SECRET_PLACES = ("東京・渋谷", "大阪"), ("沖縄", "大阪", "那覇")


async def tell_values(
    session: AsyncSession, dice: random.Random, everybody: Sequence[MemberId], kept: Sequence[MemberId], own: Company
) -> None:
    """Everybody is somewhere and speaks something; `kept` work at the reader's company now, and keep their availability from it."""
    for member in everybody:
        profile = await session.get_one(Profile, member)
        profile.place, profile.languages = dice.choice(PLACES), dice.choice([["ja"], ["ja", "en"], []])
    for member in kept:
        await employ(session, member, own)


async def tell_others(session: AsyncSession, dice: random.Random, hidden: Sequence[MemberId], reader: MemberId) -> None:
    """Whoever hides is elsewhere; whose employer the reader belongs to has another availability, or none."""
    for member in hidden:
        (await session.get_one(Profile, member)).place = dice.choice(SECRET_PLACES)
    kept = select(PresentEmployer.member_id).where(PresentEmployer.member_id != reader).order_by(PresentEmployer.member_id)
    for member in (await session.scalars(kept)).all():
        (await session.get_one(Profile, member)).availability = dice.choice(["talk", "considering", None])
    await session.flush()
