"""Wire: who may import whom. Every contract of import-linter is broken once on purpose, and the rings between modules are looked for."""

import configparser
import json
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.house.tree import CODE, ROOT, files, relative

CONTRACTS = configparser.ConfigParser()
CONTRACTS.read(ROOT / ".importlinter", "utf-8")
FLOOR = {"kit", "search", "http", "realtime", "embedded", "migrations"}

# contract, module, the bad line.
PLANTED = [
    ("composition", "server/people/reads.py", "import schema.people.types"),
    ("composition", "server/http/app.py", "from schema import build"),
    ("composition", "server/kit/log.py", "import workers.table"),
    ("composition", "workers/table.py", "import schema.build"),
    ("composition", "schema/build.py", "from engawa import app"),
    ("stack", "server/people/reads.py", "from server.opportunities import reads"),
    ("stack", "server/audit/commands.py", "from server.accounts import model"),
    ("stack", "server/moderation/commands.py", "from server.notifications import commands"),
    ("stack", "server/realtime/protocol.py", "import server.http.app"),
    ("stack", "server/kit/db.py", "import server.accounts.model"),
    ("stack", "server/common/__init__.py", ""),
    ("embedded", "server/embedded/postgres.py", "from server.kit import db"),
    ("apart", "server/http/app.py", "import server.embedded.postgres"),
    ("apart", "server/http/health.py", "from server.migrations import apply"),
    ("rooms", "server/people/rules.py", "from server.people import model"),
    ("rooms", "server/people/reads.py", "from server.people import commands"),
    ("rooms", "server/people/utils.py", ""),
    ("graph-rooms", "schema/people/loaders.py", "from schema.people import types"),
    ("graph-rooms", "schema/people/resolvers.py", ""),
    ("graph-across", "schema/people/types.py", "from schema.opportunities import queries"),
    ("graph-sql", "schema/people/loaders.py", "from sqlalchemy import select"),
    ("graph-sql", "workers/indexing.py", "import sqlalchemy.orm"),
    ("graphless", "server/people/commands.py", "import strawberry"),
    ("graphless", "server/kit/paging.py", "from graphql import GraphQLError"),
    ("graphless", "server/search/port.py", "from starlette.requests import Request"),
    ("pure-drivers", "server/people/rules.py", "from sqlalchemy import select"),
    ("pure-clock", "server/people/rules.py", "from server.kit import clock"),
    ("pure-clock", "server/people/rules.py", "import random"),
    ("rings", "server/search/port.py", "import server.search.postgres.engine"),
]


@cache
def answers(tree: Path) -> dict[tuple[str, str, str], tuple[int, str]]:
    """What import-linter says of the bare house, and of each planted line."""
    cases = [("", "", ""), *PLANTED]
    process = subprocess.run(
        [sys.executable, str(ROOT / "tests/house/planting.py"), str(tree)],
        input=json.dumps(cases),
        check=True,
        capture_output=True,
        text=True,
    )
    return dict(zip(cases, map(tuple, json.loads(process.stdout)), strict=True))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house with all its modules and contracts, every module empty, and one arrow for the ring to close."""
    tree = tmp_path_factory.mktemp("house")
    modules = {relative(path) for folder in CODE for path in files(folder, ".py")}
    modules |= {path for _, path, line in PLANTED if line}
    modules |= {
        "server/search/postgres/engine.py",
        "schema/opportunities/queries.py",
        "server/opportunities/reads.py",
        "server/migrations/apply.py",
    }
    containers = {section.replace(".", "/") for section in _listed("rooms", "containers")}
    modules |= {f"{package}/__init__.py" for package in (*CODE, *containers, *(f"server/{layer}" for layer in _required()))}
    modules |= {f"{parent}/__init__.py" for module in modules for parent in Path(module).parents if str(parent) != "."}
    for path in (tree / module for module in modules):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    (tree / "server/search/postgres/engine.py").write_text("import server.search.port\n", "utf-8")
    (tree / ".importlinter").write_text((ROOT / ".importlinter").read_text("utf-8"), "utf-8")
    return tree


def _listed(contract: str, option: str) -> list[str]:
    return CONTRACTS[f"importlinter:contract:{contract}"][option].split()


def _required() -> list[str]:
    return [layer for layer in _listed("stack", "layers") if layer != "|" and not layer.startswith("(")]


def rings(arrows: dict[str, set[str]]) -> list[str]:
    """One ring of modules, if there is any."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as ring:
        return list(ring.args[1])
    return []


def graph_arrows() -> dict[str, set[str]]:
    """Which module of `schema` imports which, without the one ring that is natural: types pointing at types."""
    graph = grimp.build_graph("schema", cache_dir=None)
    arrows = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    return {module: {other for other in others if not (_is_type(module) and _is_type(other))} for module, others in arrows.items()}


def _is_type(module: str) -> bool:
    parts = module.split(".")
    return len(parts) > 2 and parts[2] == "types"


def test_the_bare_house_keeps_every_contract(bare: Path) -> None:
    """Otherwise a planted line would prove nothing."""
    code, printed = answers(bare)["", "", ""]
    assert code == 0, printed


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: f"{case[0]}: {case[1]} {case[2]}".strip())
def test_a_bad_import_is_caught(bare: Path, case: tuple[str, str, str]) -> None:
    """Each contract names itself as broken by the planted line, and nothing else went wrong."""
    code, printed = answers(bare)[case]
    name = CONTRACTS[f"importlinter:contract:{case[0]}"]["name"]
    assert code != 0
    assert f"{name} BROKEN" in " ".join(printed.split()), printed


def test_every_contract_is_planted() -> None:
    """A contract that nobody ever saw broken is a hope."""
    contracts = {section.split(":")[-1] for section in CONTRACTS.sections() if section.startswith("importlinter:contract:")}
    assert contracts == {contract for contract, _, _ in PLANTED}


def test_every_slice_is_listed() -> None:
    """The rooms of a new slice are held from its first day; the two lists of slices are one."""
    slices = {path.parent.name for path in (ROOT / "server").glob("*/__init__.py")} - FLOOR
    assert slices <= {container.split(".")[1] for container in _listed("rooms", "containers")}
    graphless = {module.split(".")[1] for module in _listed("graphless", "source_modules")} - FLOOR
    assert graphless == {container.split(".")[1] for container in _listed("rooms", "containers")}


def test_no_rings_in_the_graph_but_between_types() -> None:
    """import-linter looks at packages; between the nouns of the graph only modules can tell."""
    assert rings(graph_arrows()) == []


def test_a_ring_is_caught() -> None:
    """Planted: three modules in a ring, found in order."""
    assert len(rings({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == 4
    assert rings({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_an_import_inside_a_function_is_caught(tmp_path: Path) -> None:
    """Planted: ruff, with the project's own settings, names PLC0415."""
    planted = tmp_path / "planted.py"
    planted.write_text('"""Planted."""\n\n\ndef find() -> None:\n    """Imports late."""\n    import json\n\n    json.dumps({})\n', "utf-8")
    ruff = Path(sys.executable).with_name("ruff")
    command = [str(ruff), "check", "--no-cache", "--config", str(ROOT / "pyproject.toml"), "--output-format", "concise", str(planted)]
    answer = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert "PLC0415" in answer.stdout
