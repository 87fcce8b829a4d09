"""The locks hold every dependency with hashes, agree with each other, and name no place where anything was found."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCKS = ("requirements.lock", "requirements-dev.lock")

# The first releases without a known advisory.
FLOORS = {"strawberry-graphql": "0.327.2", "graphql-core": "3.3.1", "starlette": "1.3.1", "redis": "4.5.5", "python-multipart": "0.0.32"}


def locked(name: str) -> dict[str, set[Version]]:
    found: dict[str, set[Version]] = {}
    for package, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", (ROOT / name).read_text(), re.MULTILINE):
        found.setdefault(canonicalize_name(package), set()).add(Version(version))
    return found


def holds(name: str, requirements: list[str]) -> None:
    for requirement in map(Requirement, requirements):
        versions = locked(name).get(canonicalize_name(requirement.name), set())
        assert versions, f"{name} lacks {requirement.name}; run: make lock"
        assert all(requirement.specifier.contains(version) for version in versions), f"{name}: {requirement}; run: make lock"


def test_every_dependency_is_locked() -> None:
    holds("requirements.lock", PROJECT["project"]["dependencies"])
    holds("requirements-dev.lock", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"])


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_hashes_and_no_lock_names_a_place(name: str) -> None:
    text = (ROOT / name).read_text()
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    assert all("--hash=sha256:" in block for block in blocks if block.strip())
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index-url|--extra-index-url|--find-links)", text, re.MULTILINE)


def test_the_two_locks_agree() -> None:
    development = locked("requirements-dev.lock")
    for name, versions in locked("requirements.lock").items():
        assert development[name] == versions


@pytest.mark.parametrize("name", LOCKS)
def test_no_locked_release_is_below_the_floor_of_its_advisories(name: str) -> None:
    for package, floor in FLOORS.items():
        assert all(version >= Version(floor) for version in locked(name).get(package, set())), package


def test_the_web_clients_lock_names_no_place() -> None:
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text())
    assert lock["packages"]
    assert not [path for path, package in lock["packages"].items() if "resolved" in package]
    assert all("integrity" in package for path, package in lock["packages"].items() if path and not package.get("link"))


def test_the_web_clients_lock_holds_what_other_systems_need() -> None:
    """A lock that was made beside installed packages may lack the other systems' binaries, and `npm ci` then refuses it everywhere."""
    packages = json.loads((ROOT / "web" / "package-lock.json").read_text())["packages"]
    missing = {
        name
        for path, package in packages.items()
        for name in package.get("optionalDependencies", {})
        if not any(f"{folder}node_modules/{name}" in packages for folder in looked_in(path))
    }
    assert not missing


def looked_in(path: str) -> list[str]:
    """The folders in whose node_modules Node looks for what the package at this path needs, the nearest first."""
    parts = f"{path}/".split("node_modules/")
    return ["node_modules/".join(parts[:count]) for count in range(len(parts), 0, -1)]
