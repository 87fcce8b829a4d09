"""What a process writes to its log: a JSON line an event; of an error its kind and its place, and nothing of what it carried."""

import logging
import sys
import traceback
import warnings
from typing import Any, Final

import structlog
from structlog.typing import EventDict, WrappedLogger

# The innermost frames are those that tell; a long chain of middleware tells nothing.
_MOST_FRAMES: Final = 25
# An operation that ends with its socket is cancelled; graphql-core then never begins what it had not begun, and nothing is amiss.
_CANCELLED: Final = "coroutine '(Executor|GraphQLCoreConverter)[.].* was never awaited"


def configure_logs() -> None:
    """Make every log line of this process one of JSON on the standard error stream."""
    warnings.filterwarnings("ignore", _CANCELLED, RuntimeWarning)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            placed,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def placed(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """Replace an error by where it came from. Its text and its variables may hold addresses, tokens and what people wrote."""
    given: object = line.pop("exc_info", None)
    error = given if isinstance(given, BaseException) else sys.exc_info()[1] if given else None
    if error is not None:
        line["errors"] = [_told(each) for each in _chain(error)]
    return line


def _chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in found:
        found.append(following)
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)
    return found


def _told(error: BaseException) -> dict[str, Any]:
    kind = type(error)
    frames = [f"{frame.f_code.co_filename}:{line} {frame.f_code.co_name}" for frame, line in traceback.walk_tb(error.__traceback__)]
    told: dict[str, Any] = {"kind": f"{kind.__module__}.{kind.__qualname__}", "frames": frames[-_MOST_FRAMES:]}
    state = getattr(error, "sqlstate", None)
    return told if state is None else told | {"sqlstate": state}
