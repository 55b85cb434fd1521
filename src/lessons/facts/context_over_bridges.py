"""What a thread calls in a loop has the thread's context; a process has none, except a forked one, which has that of the thread that started it."""

import asyncio
import multiprocessing
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor
from contextvars import ContextVar

user = ContextVar("user", default="nobody")
here = threading.local()


def both():
    return user.get(), getattr(here, "user", "nobody")


async def seen_in_loop():
    return user.get()


async def seen_from_thread():
    loop = asyncio.get_running_loop()
    user.set("main")
    seen = []

    def call():
        user.set("thread")
        loop.call_soon_threadsafe(lambda: seen.append(user.get()))
        seen.append(asyncio.run_coroutine_threadsafe(seen_in_loop(), loop).result(timeout=10))

    thread = threading.Thread(target=call)
    thread.start()
    await asyncio.to_thread(thread.join)
    return seen


def seen_in_process(method):
    user.set("Ada")
    here.user = "Ada"
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(method)) as pool:
        first = pool.submit(both).result()
        user.set("Ben")
        here.user = "Ben"
        return first, pool.submit(both).result()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    from_thread = asyncio.run(seen_from_thread())
    nobody, ada = ("nobody", "nobody"), ("Ada", "Ada")
    methods = {method: seen_in_process(method) for method in multiprocessing.get_all_start_methods()}
    expected = {method: (ada, ada) if method == "fork" else (nobody, nobody) for method in methods}
    holds = from_thread == ["thread", "thread"] and methods == expected
    print("holds" if holds else (from_thread, methods))
