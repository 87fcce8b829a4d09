"""Run the mutants and print what became of each, as JSON: `python -m tests.prove.mutants [--only TEXT]`."""

import argparse
import json
import sys

from tests.prove.mutants.running import run
from tests.support.databases import postgres


def main() -> None:
    """On a PostgreSQL of its own, or the one that the suite was given."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--only", default="")
    given = asked.parse_args()
    with postgres() as server:
        json.dump(run(server, only=given.only), sys.stdout, ensure_ascii=False, indent=1)


main()
