"""A step is done once: again only when what it was made from changed, what it made is gone, or it failed half-way."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tools import places, prepare
from tools.places import ROOT


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree of its own in which steps leave their stamps."""
    for module in (places, prepare):
        monkeypatch.setattr(module, "ROOT", tmp_path)
        monkeypatch.setattr(module, "MADE", tmp_path / ".make")
    (tmp_path / ".make").mkdir()
    (tmp_path / "input").write_text("one")
    return tmp_path


def step(tree: Path, work: Callable[[], None]) -> None:
    prepare._step("brewing", ["3.11", tree / "input", tree / "absent"], work, present=tree / "output")


def test_a_step_is_done_again_only_when_it_has_to_be(tree: Path) -> None:
    done: list[str] = []

    def work() -> None:
        done.append((tree / "input").read_text())
        (tree / "output").touch()

    step(tree, work)
    step(tree, work)
    assert done == ["one"]
    (tree / "input").write_text("two")
    step(tree, work)
    step(tree, work)
    assert done == ["one", "two"]
    (tree / "output").unlink()
    step(tree, work)
    assert done == ["one", "two", "two"]


def test_a_step_that_failed_is_begun_again(tree: Path) -> None:
    (tree / "output").touch()

    def fail() -> None:
        raise prepare.Unprepared("no water")

    for _ in range(2):
        with pytest.raises(prepare.Unprepared, match="no water"):
            step(tree, fail)
    assert not (tree / ".make" / "brewing").exists()


@pytest.mark.parametrize("home", ["", "/nonexistent"])
def test_without_a_usable_home_the_caches_are_in_the_tree(tree: Path, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("XDG_CACHE_HOME", "/nonexistent/cache")
    variables = places.environment()
    assert Path(variables["HOME"]).is_relative_to(tree)
    assert "XDG_CACHE_HOME" not in variables
    assert os.access(variables["HOME"], os.W_OK)


def test_a_usable_home_is_left_alone(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tree))
    assert places.environment()["HOME"] == str(tree)


def test_uv_is_installed_from_the_lock_with_its_hashes() -> None:
    found = re.search(r"^uv==.*\n(?: {4}--hash.*\n?)+", (ROOT / "requirements-dev.lock").read_text(), re.MULTILINE)
    assert found is not None
    assert found.group(0).count("--hash=sha256:") > 3
    assert not found.group(0).rstrip().endswith("\\")


def test_make_lists_every_target_with_one_line() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(makefile.split(".PHONY: ")[1].splitlines()[0].split()) - {"python"}
    printed = subprocess.run(["make", "-C", str(ROOT), "--no-print-directory"], capture_output=True, text=True, check=True).stdout
    listed = {line.split()[1]: line for line in printed.splitlines()}
    assert set(listed) == targets
    assert {"run", "test", "check", "dev", "bench", "prove", "lock", "clean"} <= targets
    assert all(len(line) < 140 for line in listed.values())


def test_a_python_that_is_too_old_is_refused_in_one_sentence(tmp_path: Path) -> None:
    finished = subprocess.run(["make", "-C", str(ROOT), "run", "PYTHON=missing"], capture_output=True, text=True, check=False)
    assert finished.returncode != 0
    assert "engawa: Python 3.11 or newer is needed" in finished.stderr
