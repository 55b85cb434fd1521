"""Runs programs for tests, in another process: see page.py."""

import atexit
import json
import subprocess
import sys
import unittest
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

from .page import OLDEST

if sys.version_info < OLDEST or sys.platform != "linux":
    raise unittest.SkipTest(
        f"The kernel runs natively under Linux and Python {'.'.join(map(str, OLDEST))} or newer: "
        f"this is {sys.platform} and {sys.version.partition(' ')[0]}."
    )


class Ran(NamedTuple):
    """What became of a program."""

    outcome: dict[str, Any]
    """As in src/core/python/python.ts."""
    events: list[list[Any]]
    """[seconds, lane, kind, text, more?], as the kernel's trace sends them."""
    pieces: list[list[str]]
    """[stream, lane, text]."""

    @property
    def printed(self) -> list[str]:
        """The lines of its stdout."""
        return "".join(text for stream, _, text in self.pieces if stream == "stdout").splitlines()

    @property
    def complaints(self) -> str:
        """Its stderr."""
        return "".join(text for stream, _, text in self.pieces if stream == "stderr")

    def lane(self, lane: str) -> list[tuple[str, str]]:
        """What happened in a lane, as pairs of kind and text."""
        return [(kind, text) for _, its, kind, text, *_ in self.events if its == lane]


def run(source: str, interval_ms: float = 5, lines: tuple[str, ...] = (), stop_after: float | None = None) -> Ran:
    """Runs a program. `lines` answer its `input()`; the page stops it after `stop_after` seconds."""
    order = {
        "source": dedent(source),
        "filename": "/program.py",
        "intervalMs": interval_ms,
        "lines": lines,
        "stopAfter": stop_after,
    }
    pipes = _page()
    assert pipes.stdin is not None and pipes.stdout is not None
    pipes.stdin.write(f"{json.dumps(order)}\n")
    pipes.stdin.flush()
    answer = json.loads(pipes.stdout.readline())
    if "failed" in answer:
        raise AssertionError(answer["failed"])
    return Ran(**answer)


@cache
def _page() -> subprocess.Popen[str]:
    """The process that runs the programs of all tests; what goes wrong in the kernel it says on our stderr."""
    page = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("page.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def close() -> None:
        page.communicate()

    atexit.register(close)
    return page


class KernelTest(unittest.TestCase):
    """Runs programs and looks at what they printed."""

    def printed(self, source: str, **options: Any) -> list[str]:
        """What a program prints that is to finish without a complaint."""
        ran = run(source, **options)
        self.assertEqual((ran.outcome["status"], ran.complaints), ("finished", ""), ran.outcome)
        return ran.printed
