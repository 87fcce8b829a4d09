"""Loads the plugin that reports what could not be run; pytest allows that only here, at the root."""

pytest_plugins = ("tests.not_run",)
