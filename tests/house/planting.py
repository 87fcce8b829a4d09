"""Plants one bad import after another into a bare copy of the house, and tells what import-linter says of each.

It runs in a process of its own, because the copy's packages have the names of the real ones. It reads `[[contract, path, line], …]` and
writes `[[exit code, what was printed], …]`; an empty path plants nothing.
"""

import contextlib
import io
import json
import os
import sys
from pathlib import Path

from importlinter.cli import lint_imports


def main() -> None:
    """Works in the folder named by the first argument."""
    tree = Path(sys.argv[1])
    os.chdir(tree)
    sys.path.insert(0, str(tree))
    json.dump([plant(tree, *case) for case in json.load(sys.stdin)], sys.stdout)


def plant(tree: Path, contract: str, path: str, line: str) -> tuple[int, str]:
    """Adds the line to the module, asks whether the contract holds, and takes the line out again."""
    module = tree / (path or "engawa/__init__.py")
    existed = module.exists()
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(f"{line}\n", "utf-8")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = lint_imports(limit_to_contracts=(contract,) if contract else (), no_cache=True, no_logo=True)
    if existed:
        module.write_text("", "utf-8")
    else:
        module.unlink()
    return code, printed.getvalue()


if __name__ == "__main__":
    main()
