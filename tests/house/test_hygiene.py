"""Wire: nothing in the repository tells of the machine that it was written on, and what README promises exists."""

import json
import re

from tests.house.tree import ROOT, tracked, tracked_texts

# Put together from pieces, so that this file does not trip its own wire.
REGISTRIES = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("registry", "npmjs", "org"),
            ("registry", "yarnpkg", "com"),
            ("files", "pythonhosted", "org"),
            ("pypi", "org/simple"),
            ("pypi", "python", "org"),
            ("npm", "pkg", "github", "com"),
        )
    )
    + "|artifact"
    + "ory|nex"
    + r"us\d*\.|/dev"
    + "pi"
)
MACHINE = re.compile(
    r"(?<![\w.$}~*-])/(?:" + "|".join(("wo" + "rk", "ro" + "ot", "Us" + "ers", "ho" + r"me/[a-z]+", "tm" + "p/plan")) + r")(?:/|\b)"
)
LOCKS = ("requirements.lock", "requirements-dev.lock", "web/package-lock.json")
LARGEST = 5_000_000
CONFLICT = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)
SECRET = re.compile("-----BEGIN " + r"[A-Z ]*PRIVATE KEY-----|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30}")
# Where a path that looks like one of a machine is none, and why.
ELSEWHERE: dict[str, str] = {}


def told(path: str, text: str) -> list[str]:
    """Lines with a registry's host name, a path of a machine, a secret, or a merge that nobody finished."""
    found = [pattern for pattern in (REGISTRIES, SECRET, CONFLICT) if pattern.search(text)]
    lines = [f"{path}: {pattern.pattern[:20]}…" for pattern in found]
    if path not in ELSEWHERE:
        lines += [f"{path}:{number} {line.strip()[:80]}" for number, line in enumerate(text.splitlines(), 1) if MACHINE.search(line)]
    return lines


def addresses(path: str, text: str) -> list[str]:
    """What a lock file says of where a package came from: it says what, by hash, and never where from."""
    if path.endswith(".json"):
        packages = json.loads(text)["packages"]
        return [f"{path}: {name}" for name, package in packages.items() if "resolved" in package and not package.get("link")]
    return [f"{path}:{number}" for number, line in enumerate(text.splitlines(), 1) if "://" in line or line.startswith(("-i", "--index"))]


def promised(readme: str) -> set[str]:
    """The targets of make that a text tells the reader to use."""
    return set(re.findall(r"(?:`|^|\$ )make ([a-z][a-z-]*)", readme, re.MULTILINE))


def targets(makefile: str) -> set[str]:
    """The targets that a Makefile has."""
    return set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))


def test_nothing_tells_of_a_machine() -> None:
    """No host of a registry, no path of this machine, no secret, no unfinished merge, in any text."""
    assert [line for path, text in tracked_texts() if path not in LOCKS for line in told(path, text)] == []


def test_locks_have_no_addresses() -> None:
    """A package comes from wherever the machine that installs it gets its packages."""
    assert [line for path in LOCKS for line in addresses(path, (ROOT / path).read_text("utf-8"))] == []
    assert [path for path in LOCKS if REGISTRIES.search((ROOT / path).read_text("utf-8"))] == []


def test_nothing_is_bulky() -> None:
    """No file of more than 5 MB."""
    assert [path for path in tracked() if (ROOT / path).stat().st_size > LARGEST] == []


def test_what_the_documents_promise_exists() -> None:
    """Every `make …` of README, CONTRIBUTING and ARCHITECTURE is a target."""
    existing = targets((ROOT / "Makefile").read_text("utf-8"))
    documents = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")}
    assert {name: missing for name, text in documents.items() if (missing := promised(text) - existing)} == {}


def test_links_in_the_documents_lead_somewhere() -> None:
    """Every relative link of a document on top names a file of the repository."""
    links = [
        (path, link)
        for path, text in tracked_texts()
        if path.endswith(".md") and "/" not in path
        for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text)
    ]
    assert [f"{path}: {link}" for path, link in links if not (ROOT / link).exists()] == []


def test_a_tale_is_caught() -> None:
    """Planted: one of each kind; a link to this site's own pages is none."""
    assert told("README.md", "See https://registry." + "npm" + "js.org/react") != []
    assert told("tools/run.py", 'open("/wo' + 'rk/main/x")') != []
    assert told("tools/run.py", 'open("/ho' + 'me/taro/x")') != []
    assert told("settings.py", "-----BEGIN EC" + " PRIVATE KEY-----") != []
    assert told("README.md", "<" * 7 + " ours\n") != []
    assert told("README.md", "Open http://localhost:8000/people, or /opportunities.") == []


def test_an_address_in_a_lock_is_caught() -> None:
    """Planted: in each kind of lock."""
    assert addresses("web/package-lock.json", '{"packages": {"a": {"resolved": "x"}, "b": {"version": "1"}}}') == [
        "web/package-lock.json: a"
    ]
    assert addresses("requirements.lock", "a==1 \\\n    --hash=sha256:00\nb @ https://example.test/b.whl\n") == ["requirements.lock:3"]


def test_an_empty_promise_is_caught() -> None:
    """Planted: a target that does not exist; a sentence with the word make promises nothing."""
    assert promised("Run `make dance`, then make sure of it.") - targets("run: ## serve\n") == {"dance"}
