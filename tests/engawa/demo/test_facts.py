"""The companies and groups that everything starts from: the eighteen of the founding list, each in its own words."""

import tomllib
from pathlib import Path
from typing import Any

SERVER = Path(__file__).parents[3] / "server"


def entries(path: str, key: str) -> list[dict[str, Any]]:
    """The entries of a data file of the server."""
    return tomllib.loads((SERVER / path).read_text(encoding="utf-8"))[key]


def test_the_companies_are_complete() -> None:
    """Names in both languages, a reading, an industry, and no alias twice."""
    companies = entries("companies/data/companies.toml", "company")
    assert len({company["key"] for company in companies}) == 18
    assert [company["key"] for company in companies if company["kind"] == "public_body"] == ["meti"]
    names: set[str] = set()
    for company in companies:
        assert {"ja", "en", "reading", "industry", "kind"} <= company.keys()
        own = {company["ja"], *(alias["name"] for alias in company["aliases"])}
        assert len(own) == len(company["aliases"]) + 1
        assert names.isdisjoint(own)
        names |= own
        assert {alias["kind"] for alias in company["aliases"]} <= {"alias", "abbreviation", "former", "successor"}


def test_the_groups_claim_nothing() -> None:
    """Each gathers one known company, is run by volunteers without recognition, and says so in both languages."""
    keys = {company["key"] for company in entries("companies/data/companies.toml", "company")}
    groups = entries("groups/data/groups.toml", "group")
    assert {company for group in groups for company in group["companies"]} == keys
    assert len({group["slug"] for group in groups}) == 18
    for group in groups:
        assert (group["run_by"], group["recognition"]) == ("volunteers", "none")
        assert "有志" in group["ja"]
        assert "運営・後援しているものではありません" in group["about_ja"]
        assert "not run or sponsored" in group["about_en"]
