"""What is not run is always printed, and with CI=true fails unless its reason is permitted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.not_run import not_run
from tools.not_run import PERMITTED, NotRun, forbidden, permitted
from tools.places import ROOT

PERMITTED_REASON = 'not_run("Meilisearch", "MEILISEARCH_URL is not set")'


def run(tmp_path: Path, body: str, *arguments: str, ci: str) -> subprocess.CompletedProcess[str]:
    """A pytest of its own over one test with this body."""
    (tmp_path / "test_planted.py").write_text(
        f"import pytest\nfrom tests.not_run import not_run\n\ndef test_planted():\n    {body}\n\ndef test_other():\n    pass\n"
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.not_run", "-p", "no:cacheprovider", *arguments, str(tmp_path)],
        cwd=tmp_path,
        env=os.environ | {"CI": ci, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_permitted_reason_is_printed_and_passes(tmp_path: Path) -> None:
    finished = run(tmp_path, PERMITTED_REASON, ci="true")
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "not run: Meilisearch: MEILISEARCH_URL is not set" in finished.stdout.splitlines()
    assert "1 passed, 1 skipped" in finished.stdout.splitlines()[-1]


@pytest.mark.parametrize("arguments", [(), ("-p", "xdist.plugin", "-n", "1")], ids=["alone", "xdist"])
def test_another_reason_fails_in_continuous_integration(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    body = 'not_run("the browser", "nobody felt like it")'
    strict = run(tmp_path, body, *arguments, ci="true")
    assert strict.returncode == 1
    assert "not permitted with CI=true: the browser: nobody felt like it" in strict.stdout.splitlines()


def test_another_reason_passes_elsewhere(tmp_path: Path) -> None:
    lenient = run(tmp_path, 'not_run("the browser", "nobody felt like it")', ci="")
    assert lenient.returncode == 0
    assert "not run: the browser: nobody felt like it" in lenient.stdout.splitlines()


@pytest.mark.parametrize("body", ['pytest.skip("later")', 'pytest.importorskip("no_such_module_anywhere")'])
def test_a_casual_skip_counts_as_not_run(tmp_path: Path, body: str) -> None:
    finished = run(tmp_path, body, ci="true")
    assert finished.returncode == 1
    assert "not run: test_planted.py::test_planted: " in finished.stdout


def test_the_helper_does_not_return() -> None:
    with pytest.raises(pytest.skip.Exception, match="not run: the moon: too far"):
        not_run("the moon", "too far")


def test_the_file_of_permitted_reasons_reads_as_it_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "permitted.txt"
    path.write_text("# a comment\n\nThe sea: it is dry: very   # why\n")
    assert permitted(path) == {NotRun("The sea", "it is dry: very")}
    assert forbidden({NotRun("The sea", "it is dry: very"), NotRun("The sea", "it is wet")}, path) == [NotRun("The sea", "it is wet")]
    assert permitted(PERMITTED)
