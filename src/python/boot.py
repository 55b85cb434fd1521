"""Starting up, as far as it comes to the same in every interpreter: it is done once, and kept in a snapshot that others start from."""


def load():
    """Imports what programs use most, and what the kernel changes of it. Nothing of the page is known yet."""
    import asyncio  # noqa: F401
    import concurrent.futures.thread  # noqa: F401
    import logging  # noqa: F401
    import queue  # noqa: F401
    import random  # noqa: F401
    import threading  # noqa: F401

    from . import openers, processes, program, refusals, scheduledlogging, scheduledruns  # noqa: F401

    openers.install()
    processes.install()
    refusals.install()
    processes.load()
    scheduledlogging.remember()
