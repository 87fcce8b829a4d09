"""How a benchmark is measured and told: many samples, percentiles, a target beside each figure, a peer in the same run."""

import json
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `target` is an upper bound in the same unit, `at_least` a lower one; None says that none was set."""

    name: str
    value: float
    unit: str
    target: float | None = None
    note: str = ""
    at_least: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the target was met."""
        if self.target is None and self.at_least is None:
            return ""
        is_met = (self.target is None or self.value <= self.target) and (self.at_least is None or self.value >= self.at_least)
        return "met" if is_met else "MISSED"

    @property
    def bound(self) -> str:
        """The target as it stands in the table."""
        bounds = ((">=", self.at_least), ("<=", self.target))
        return ", ".join(f"{sign} {value:g} {self.unit}" for sign, value in bounds if value is not None)


async def sampled(act: Callable[[], Awaitable[object]], times: int, warm_up: int = 5) -> list[float]:
    """Run `act` and return its durations in milliseconds, without those of the warm-up."""
    found: list[float] = []
    for number in range(times + warm_up):
        began = time.perf_counter()
        await act()
        if number >= warm_up:
            found.append((time.perf_counter() - began) * 1000)
    return found


def percentile(samples: list[float], part: float) -> float:
    """Return the sample below which `part` (0 to 1) of the samples lie."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def spread(name: str, samples: list[float], target: float | None, note: str = "") -> list[Figure]:
    """Return the median (against the target) and the 95th percentile of samples in milliseconds."""
    return [
        Figure(f"{name}, p50", statistics.median(samples), "ms", target, note),
        Figure(f"{name}, p95", percentile(samples, 0.95), "ms", None, note),
    ]


def tell(figures: list[Figure]) -> None:
    """Print the table and keep it as JSON."""
    width = max((len(figure.name) for figure in figures), default=0)
    for figure in figures:
        print(f"{figure.name:<{width}}  {figure.value:10.2f} {figure.unit:<4}  {figure.bound:<12} {figure.verdict:<7} {figure.note}")
    RESULTS.mkdir(exist_ok=True)
    name = RESULTS / f"{time.strftime('%Y%m%d-%H%M%S')}.json"
    name.write_text(json.dumps([asdict(figure) for figure in figures], ensure_ascii=False, indent=1), encoding="utf-8")
