"""Starting up, as far as it comes to the same in every interpreter: it is done once, and kept in a snapshot that others start from."""


def load():
    """Imports what programs use most, and what the kernel changes of it. Nothing of the page is known yet."""
    import asyncio  # noqa: F401
    import concurrent.futures.thread  # noqa: F401
    import logging  # noqa: F401
    import queue  # noqa: F401
    import random  # noqa: F401
    import threading  # noqa: F401

    from ..kernel import refusals  # noqa: F401
    from ..network import urllib_by_page  # noqa: F401
    from ..processes import processes  # noqa: F401
    from ..scheduled import loggers, runs  # noqa: F401
    from . import program  # noqa: F401

    urllib_by_page.install()
    processes.install()
    refusals.install()
    processes.load()
    loggers.remember()
