"""What may stay untried, and where: the reasons stand in tests/permitted_not_run.txt; any other one fails a run with CI=true."""

from dataclasses import dataclass
from pathlib import Path

PERMITTED = Path(__file__).resolve().parents[1] / "tests" / "permitted_not_run.txt"


@dataclass(frozen=True, slots=True, order=True)
class NotRun:
    """Something that could not be tried on this machine, and why."""

    name: str
    reason: str

    def __str__(self) -> str:
        """The line that is printed, and that a line of the file of permitted reasons repeats after its mark."""
        return f"not run: {self.name}: {self.reason}"


def permitted(path: Path = PERMITTED) -> frozenset[NotRun]:
    """What the file permits: one `NAME: REASON` a line, `#` begins a comment."""
    lines = (line.split("#", 1)[0].strip() for line in path.read_text("utf-8").splitlines())
    return frozenset(NotRun(*(part.strip() for part in line.split(":", 1))) for line in lines if ":" in line)


def forbidden(found: set[NotRun], path: Path = PERMITTED) -> list[NotRun]:
    """What must not stay untried in continuous integration."""
    return sorted(found - permitted(path))
