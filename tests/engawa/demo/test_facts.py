"""The companies and groups that everything starts from: the eighteen of the founding list, each in its own words."""

import tomllib
from pathlib import Path
from typing import Any

from server.companies.rules import SIZE_BANDS, industries

SERVER = Path(__file__).parents[3] / "server"


def entries(path: str, key: str) -> list[dict[str, Any]]:
    """The entries of a data file of the server."""
    return tomllib.loads((SERVER / path).read_text(encoding="utf-8"))[key]


def test_the_companies_are_complete() -> None:
    """Names in both languages, a reading, an industry, and no alias twice."""
    companies = entries("companies/data/companies.toml", "company")
    keys = [company["key"] for company in companies]
    assert len(set(keys)) == len(keys) == 25
    assert [company["key"] for company in companies if company["kind"] == "public_body"] == ["meti", "miti"]
    names: set[str] = set()
    for company in companies:
        assert {"ja", "en", "reading", "industry", "kind"} <= company.keys()
        own = {company["ja"], *(alias["name"] for alias in company["aliases"])}
        assert len(own) == len(company["aliases"]) + 1
        assert names.isdisjoint(own)
        names |= own
        assert company["industry"] in industries()
        assert company.get("size_band") in {None, *SIZE_BANDS}
        assert set(company.get("successors", ())) < set(keys)
        assert {alias["kind"] for alias in company["aliases"]} <= {"alias", "abbreviation", "former", "successor"}


def test_the_groups_claim_nothing() -> None:
    """Each gathers one of the eighteen with its kin, is run by volunteers without recognition, and says so in both languages."""
    keys = {company["key"] for company in entries("companies/data/companies.toml", "company")}
    groups = entries("groups/data/groups.toml", "group")
    gathered = [company for group in groups for company in group["companies"]]
    assert len(set(gathered)) == len(gathered)
    # Who was at LINE was not at Yahoo Japan, and has no group.
    assert set(gathered) == keys - {"line"}
    assert len({group["slug"] for group in groups}) == 18
    for group in groups:
        assert (group["run_by"], group["recognition"]) == ("volunteers", "none")
        assert "有志" in group["ja"]
        assert "運営・後援しているものではありません" in group["about_ja"]
        assert "not run or sponsored" in group["about_en"]
