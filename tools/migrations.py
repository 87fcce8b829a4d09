"""Whether the migrations are safe to run while people use the platform: each is rendered as SQL and read by squawk."""

import io
import subprocess
import sys

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory

from tools.places import BIN, MADE, ROOT, environment

REVISIONS = ROOT / "server" / "migrations"
RENDERED = MADE / "migrations"
# How a revision leaves the transaction that each has for itself, and enters it again: an index that is built beside everybody.
_OUT, _IN = "COMMIT;\n\n", "BEGIN;\n\n"


def main() -> int:
    """`python -m tools.migrations`; the rendered SQL stays in .make/migrations for a look."""
    RENDERED.mkdir(parents=True, exist_ok=True)
    together: list[str] = []
    apart: list[str] = []
    for script in reversed(list(ScriptDirectory(str(REVISIONS)).walk_revisions())):
        if hasattr(script.module, "_FROZEN"):
            continue  # The SQL of a library, frozen as its authors wrote it.
        path = RENDERED / f"{script.revision}.sql"
        statements = rendered(script)
        (apart if statements.startswith(_OUT) else together).append(str(path.relative_to(ROOT)))
        path.write_text(statements.removeprefix(_OUT).removesuffix(_IN), "utf-8")
    return _read(together, "--assume-in-transaction") or (_read(apart) if apart else 0)


def _read(paths: list[str], *more: str) -> int:
    command = [str(BIN / "squawk"), "--config", str(ROOT / ".squawk.toml"), *more, *paths]
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode


def rendered(script: Script) -> str:
    """What the revision's upgrade would send to PostgreSQL."""
    output = io.StringIO()
    context = MigrationContext.configure(dialect_name="postgresql", opts={"as_sql": True, "output_buffer": output})
    with Operations.context(context):
        script.module.upgrade()
    return output.getvalue()


if __name__ == "__main__":
    sys.exit(main())
