"""The mutants that no test can see, with why they change nothing: `survivors.toml` beside the proof."""

import tomllib

from tests.prove.mutants.mutating import ROOT, Key

LIST = ROOT / "tests" / "prove" / "survivors.toml"


def survivors() -> dict[Key, str]:
    """Why each of them is the same as what stands there, by what it is listed under."""
    found: dict[Key, str] = {}
    for entry in tomllib.loads(LIST.read_text("utf-8"))["survivor"]:
        for mutation in entry["mutations"]:
            found[(entry["file"], entry["function"], mutation)] = entry["because"]
    return found
