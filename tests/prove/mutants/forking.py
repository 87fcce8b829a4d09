"""Work that is done in a copy of this process, so that nothing it does to modules, caches or connections stays."""

import json
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterable
from select import select
from typing import Any, TypeVar

Task = TypeVar("Task")
LONGEST_SECONDS = 180


def in_fork(work: Callable[[], Any]) -> Any:
    """Do one thing in a copy and return what it found, as JSON carries it."""
    [(_, answer)] = in_forks([0], 1, lambda _task, _place: work())
    if isinstance(answer, dict) and "broken" in answer:
        raise RuntimeError(answer["broken"])
    return answer


def in_forks(tasks: Iterable[Task], places: int, work: Callable[[Task, int], Any]) -> Generator[tuple[Task, Any]]:
    """Do many, a copy each, as many at once as there are places; a task is told its place. Answers come as they are found.

    A copy that raised answers {"broken": why}, one that took too long or died {"broken": "no answer"}.
    """
    waiting, free = iter(tasks), list(range(places))
    running: dict[int, tuple[Task, int, int]] = {}
    more = True
    while more or running:
        while more and free:
            try:
                task = next(waiting)
            except StopIteration:
                more = False
                break
            place = free.pop()
            reader, child = _start(lambda task=task, place=place: work(task, place))
            running[reader] = (task, place, child)
        for reader in select(list(running), [], [])[0] if running else ():
            task, place, child = running.pop(reader)
            answer = _read(reader)
            os.waitpid(child, 0)
            free.append(place)
            yield task, answer


def _start(work: Callable[[], Any]) -> tuple[int, int]:
    reader, writer = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child:
        os.close(writer)
        return reader, child
    os.close(reader)
    signal.alarm(LONGEST_SECONDS)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    try:
        answer = work()
    except BaseException as failure:  # noqa: BLE001 - The copy ends here, whatever happened.
        answer = {"broken": f"{type(failure).__name__}: {failure}"}
    with os.fdopen(writer, "w", encoding="utf-8") as out:
        json.dump(answer, out)
    os._exit(0)


def _read(reader: int) -> Any:
    # A copy writes at once, when it is done: the rest follows without waiting.
    with os.fdopen(reader, encoding="utf-8") as found:
        text = found.read()
    return json.loads(text) if text else {"broken": "no answer"}
