"""A pytest plugin: what was not run is printed with its reason, and with CI=true only the permitted reasons pass.

A test that cannot run here calls `not_run("Meilisearch", "MEILISEARCH_URL is not set")`. Which reasons are permitted stands in
tests/permitted_not_run.txt. Anything skipped in another way counts as not run too, under the name of its test.
"""

import os
from typing import NoReturn

import pytest

from tools.not_run import NotRun, forbidden

MARK = "not run: "


def not_run(name: str, reason: str) -> NoReturn:
    """Ends the test: `name` is what stays untried, `reason` why it cannot be tried on this machine."""
    pytest.skip(str(NotRun(name, reason)))


class Report:
    """What one run of pytest did not try; with xdist, only the process that prints the summary collects."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.found: set[NotRun] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            self.found.add(_parsed(report))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.strict and forbidden(self.found) and session.exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for one in sorted(self.found):
            terminalreporter.write_line(str(one))
        if self.strict:
            for one in forbidden(self.found):
                terminalreporter.write_line(f"not permitted with CI=true: {one.name}: {one.reason}", red=True)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        strict = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
        config.pluginmanager.register(Report(strict=strict), "engawa-not-run")


def _parsed(report: pytest.TestReport | pytest.CollectReport) -> NotRun:
    text = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    text = text.removeprefix("Skipped: ")
    if text.startswith(MARK) and ": " in (rest := text.removeprefix(MARK)):
        name, reason = rest.split(": ", 1)
        return NotRun(name, reason)
    return NotRun(report.nodeid, text)
