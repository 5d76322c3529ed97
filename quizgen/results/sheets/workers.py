"""Pages are read in processes of their own: several at a time, and each can fail alone.

A file made to do harm may want all memory or never end. Whoever reads such a page is ended, the
page is listed, and a new process goes on with the next.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections import deque
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

PATIENCE = 90.0
"""Seconds for one page."""
MEMORY = 4 * 2**30
"""Bytes of address space for one process, where the system can bound that."""

Task = TypeVar("Task")
Done = TypeVar("Done")


def in_processes(
    function: Callable[[Task], Done],
    tasks: Sequence[Task],
    failed: Callable[[Task, str], Done],
    step: Callable[[], object],
    patience: float = PATIENCE,
) -> list[Done]:
    """Do all tasks; the results are in their order.

    Args:
        function: a function of a module, for one task.
        tasks: what is to be done.
        failed: makes the result of a task whose process ended or took too long, with the reason.
        step: called after each task.
        patience: seconds for one task.
    """
    waiting = deque(enumerate(tasks))
    results: dict[int, Done] = {}
    hands: list[_Hand[Task, Done]] = []
    try:
        while waiting or hands:
            while waiting and len(hands) < min(os.cpu_count() or 1, 4):
                hands.append(_Hand(function))
                hands[-1].give(*waiting.popleft())
            until = min(hand.since for hand in hands) + patience - time.monotonic()
            wait([hand.line for hand in hands], max(0.0, until))
            for hand in [*hands]:
                reason = ""
                if hand.line.poll():
                    try:
                        results[hand.place] = hand.line.recv()
                    except (EOFError, OSError):
                        reason = "it needs too much memory, or is damaged"
                elif time.monotonic() > hand.since + patience:
                    reason = "it takes too long"
                else:
                    continue
                step()
                if reason:
                    results[hand.place] = failed(tasks[hand.place], reason)
                    hand.end()
                    hands.remove(hand)
                elif waiting:
                    hand.give(*waiting.popleft())
                else:
                    hand.end()
                    hands.remove(hand)
    finally:
        for hand in hands:
            hand.end()
    return [results[place] for place in range(len(tasks))]


class _Hand(Generic[Task, Done]):
    """One process and the line to it."""

    def __init__(self, function: Callable[[Task], Done]) -> None:
        context = get_context("spawn")
        self.line, other = context.Pipe()
        self.process = context.Process(target=_work, args=(function, other), daemon=True)
        self.process.start()
        other.close()
        self.place, self.since = -1, 0.0

    def give(self, place: int, task: Task) -> None:
        """Hand a task over."""
        self.place, self.since = place, time.monotonic()
        with contextlib.suppress(OSError):  # a process that ended shows when we wait for it
            self.line.send(task)

    def end(self) -> None:
        """End the process."""
        self.line.close()
        self.process.terminate()
        self.process.join()


def _work(function: Callable[[Any], Any], line: Connection) -> None:
    """What the process does: task after task, until the line is closed."""
    import cv2

    cv2.setNumThreads(1)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    while True:
        try:
            task = line.recv()
        except (EOFError, KeyboardInterrupt):
            return
        line.send(function(task))
