"""Which browser the tests drive: CHROMIUM, else one on PATH, else Debian's package when we are root there, else Playwright's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.places import MADE, PYTHON, ROOT, environment, say

# The shell without windows first: it takes a fifth less time for the same pages.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FONTS = "fonts-noto-cjk"
ASK_PLAYWRIGHT = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"


def find_chromium() -> str | None:
    """The path of a Chromium that starts, after installing one where that is possible; fonts for Japanese come with it."""
    configured = os.environ.get("CHROMIUM")
    if configured:
        return shutil.which(configured) or configured
    found = on_path()
    missing = [*([] if found else ["chromium-headless-shell"]), *([] if _has_japanese_font() else [FONTS, "fontconfig"])]
    if missing and _may_install():
        say(f"installing {' '.join(missing)} by apt-get (the browser tests need them) …")
        _apt(missing)
        found = found or on_path()
    return found or _playwrights_own()


def on_path() -> str | None:
    """The path of a Chromium that is installed here."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or (str(MAC) if MAC.exists() else None)


def _has_japanese_font() -> bool:
    if shutil.which("fc-list") is None:
        return sys.platform == "darwin"
    return bool(subprocess.run(["fc-list", ":lang=ja"], capture_output=True, check=False).stdout.strip())


def _may_install() -> bool:
    return os.geteuid() == 0 and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _apt(packages: Sequence[str]) -> None:
    log = MADE / "apt.log"
    quiet = environment() | {"DEBIAN_FRONTEND": "noninteractive"}
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    with log.open("w") as output:
        for command in (["apt-get", *wait, "update"], ["apt-get", *wait, "install", "--yes", "--no-install-recommends", *packages]):
            if subprocess.run(command, env=quiet, stdout=output, stderr=subprocess.STDOUT, check=False).returncode != 0:
                say(f"{' '.join(command)} failed; see {log.relative_to(ROOT)}")
                return


def _playwrights_own() -> str | None:
    asked = subprocess.run([str(PYTHON), "-c", ASK_PLAYWRIGHT], env=environment(), capture_output=True, text=True, check=False)
    path = asked.stdout.strip()
    if not path:
        return None
    if not Path(path).exists():
        say("downloading Playwright's Chromium …")
        subprocess.run([str(PYTHON), "-m", "playwright", "install", "chromium"], env=environment(), check=False)
    return path if Path(path).exists() else None
