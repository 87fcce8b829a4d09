"""A pytest plugin: what a test has counted (`record_property("permission matrix", N)`), or tells of mutants, is printed at the end."""

import pytest

TOLD = {"permission matrix": "{} cells", "mutants": "{}"}


class Count:
    """What was told in this run, in whichever process."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call":
            self.lines += [f"{name}: {TOLD[name].format(told)}" for name, told in report.user_properties if name in TOLD]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for line in self.lines:
            terminalreporter.write_line(line)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Count(), "engawa-counted")
