"""Loads the plugins of the suite; pytest allows that only here, at the root."""

pytest_plugins = ("tests.counted", "tests.not_run", "tests.place")
