"""The user is carried into a pool and into a thread, and what a job sets goes with the job."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar, copy_context

user = ContextVar("user", default="nobody")


def log(where):
    print(f"{where}: {user.get()}")


@contextmanager
def acting_as(name):
    """The block has this user, and what comes after it the user from before."""
    token = user.set(name)
    try:
        yield
    finally:
        user.reset(token)


def job_of(name):
    user.set(name)
    log(f"a job of {name}")


async def main(pool):
    loop = asyncio.get_running_loop()
    with acting_as("Ada"):
        await loop.run_in_executor(pool, copy_context().run, log, "a pool")
        thread = threading.Thread(target=copy_context().run, args=(log, "a thread"))
        thread.start()
        await asyncio.to_thread(thread.join)
    log("after the block")
    await loop.run_in_executor(pool, copy_context().run, job_of, "Ben")
    await loop.run_in_executor(pool, copy_context().run, log, "the next job")


with ThreadPoolExecutor(max_workers=1) as pool:
    asyncio.run(main(pool))
