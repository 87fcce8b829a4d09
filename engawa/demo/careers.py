"""Where the invented people worked, and when: every tenure begins after the company did and has ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from engawa.demo.chance import weighed
from engawa.demo.texts import Profession, read


@dataclass(frozen=True, slots=True)
class Stage:
    """One tenure, in months; `ended_on` is the last month."""

    company: str
    started_on: date
    ended_on: date
    department: str | None
    title: str | None


def career(rng: Random, profession: Profession, today: date, *, told: bool) -> tuple[Stage, ...]:
    """Return one to three tenures in order. `told` is false for people who write no department and title."""
    earliest: Mapping[str, int] = read("employers")["earliest"]
    last = today.year * 12 + today.month - 2
    company = weighed(rng, profession.companies)
    # Most people begin in April; nobody begins later than three years ago.
    year = rng.randint(max(earliest[company], today.year - 38), max(earliest[company], today.year - 4))
    month = year * 12 + (3 if rng.random() < 0.6 else rng.randrange(12))
    stages: list[Stage] = []
    for _ in range(rng.choices((1, 2, 3), (64, 28, 8))[0]):
        if stages:
            company = weighed(rng, profession.companies)
            month = max(month, earliest[company] * 12)
        longest = last - month
        if longest < 9 or (stages and company in {stage.company for stage in stages}):
            break
        months = min(longest, int(rng.triangular(9, 264, 84)))
        stages.append(_stage(rng, profession, company, (month, month + months), told=told))
        month += months + rng.choice((1, 1, 1, 2, 4))
    return tuple(stages)


def _stage(rng: Random, profession: Profession, company: str, months: tuple[int, int], *, told: bool) -> Stage:
    begin, end = (date(month // 12, month % 12 + 1, 1) for month in months)
    return Stage(
        company=company,
        started_on=begin,
        ended_on=end,
        department=rng.choice(profession.departments) if told and rng.random() < 0.9 else None,
        title=rng.choice(profession.titles) if told and rng.random() < 0.75 else None,
    )
