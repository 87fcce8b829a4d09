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


def main() -> int:
    """`python -m tools.migrations`; the rendered SQL stays in .make/migrations for a look."""
    RENDERED.mkdir(parents=True, exist_ok=True)
    paths: list[str] = []
    for script in reversed(list(ScriptDirectory(str(REVISIONS)).walk_revisions())):
        if hasattr(script.module, "_FROZEN"):
            continue  # The SQL of a library, frozen as its authors wrote it.
        path = RENDERED / f"{script.revision}.sql"
        path.write_text(rendered(script), "utf-8")
        paths.append(str(path.relative_to(ROOT)))
    command = [str(BIN / "squawk"), "--config", str(ROOT / ".squawk.toml"), *paths]
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
