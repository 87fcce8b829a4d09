"""A pytest plugin: what a test has counted with `record_property("permission matrix", N)` is printed at the end, from whichever process."""

import pytest

COUNTED = "permission matrix"


class Count:
    """How many cells were compared in this run."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call":
            self.lines += [f"{COUNTED}: {number} cells" for name, number in report.user_properties if name == COUNTED]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for line in self.lines:
            terminalreporter.write_line(line)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Count(), "engawa-counted")
