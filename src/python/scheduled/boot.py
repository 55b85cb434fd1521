"""Starting up with the scheduled mode: the page's first call into Python."""

from ..program import boot
from . import loggers, stepping  # noqa: F401


def load() -> None:
    """Starts the layers below, and then does what the scheduled mode needs before any program runs."""
    boot.load()
    loggers.remember()
