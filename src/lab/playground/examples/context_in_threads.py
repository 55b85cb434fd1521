"""A context variable in a thread: run in a copy, and what is set there stays there.

Since 3.14, threads of a free-threaded Python begin with such a copy by themselves.
"""

import asyncio
import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")
user.set("Ada")


def work(how):
    print(f"{how}: {user.get()}")
    user.set("changed")


copy = contextvars.copy_context()
thread = threading.Thread(target=copy.run, args=(work, "in a thread, with a copy"))
thread.start()
thread.join()
print(f"in the copy afterwards: {copy[user]}")


async def main():
    await asyncio.to_thread(work, "by to_thread, which makes a copy itself")


asyncio.run(main())
print(f"in main: {user.get()}")
