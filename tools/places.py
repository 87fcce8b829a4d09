"""Where the things are that `make` makes, and the environment in which programs are started."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MADE = ROOT / ".make"
VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = BIN / "python"
WEB = ROOT / "web"
LOCK = ROOT / "requirements-dev.lock"
NODE = MADE / "node"
CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def environment() -> dict[str, str]:
    """Ours, with Node and the virtual environment first on PATH, and the caches inside the tree where there is no usable home."""
    result = dict(os.environ)
    for unwanted in ("PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"):
        result.pop(unwanted, None)  # Without stored bytecode every start compiles 1,500 modules.
    result["VIRTUAL_ENV"] = str(VENV)
    result["PATH"] = os.pathsep.join([str(BIN), str(NODE), result.get("PATH", os.defpath)])
    if not _home_is_usable(result.get("HOME", "")):
        home = MADE / "home"
        home.mkdir(parents=True, exist_ok=True)
        result["HOME"] = str(home)
        result.pop("XDG_CACHE_HOME", None)
    return result


def say(text: str) -> None:
    """One line of progress."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    print(f"\033[1mengawa\033[0m  {text}" if colour else f"engawa  {text}", flush=True)


def _home_is_usable(home: str) -> bool:
    if not home:
        return False
    try:
        with tempfile.TemporaryFile(dir=home):
            return True
    except OSError:
        return False
