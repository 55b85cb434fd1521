"""Starting up, as far as it comes to the same in every interpreter: it is done once, and kept in a snapshot that others start from."""


def load():
    """Imports what programs use most, and what the kernel changes of it. Nothing of the page is known yet."""
    import asyncio
    import concurrent.futures.thread
    import logging
    import queue
    import random
    import threading

    from . import openers, processes, program, refusals, scheduledlogging, scheduledruns

    openers.install()
    processes.install()
    refusals.install()
    processes.load()
    scheduledlogging.remember()
