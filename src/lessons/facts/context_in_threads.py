"""to_thread takes a copy of the context along, run_in_executor takes none; a new thread inherits one only with thread_inherit_context, and a pool's thread then keeps it."""

import asyncio
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


def in_new_thread():
    seen = []
    thread = threading.Thread(target=lambda: seen.append(user.get()))
    thread.start()
    thread.join()
    return seen[0]


async def seen_by(name, pool):
    user.set(name)
    loop = asyncio.get_running_loop()
    return await asyncio.to_thread(user.get), await loop.run_in_executor(pool, user.get), in_new_thread()


async def main(pool):
    ada = await asyncio.create_task(seen_by("Ada", pool))
    ben = await asyncio.create_task(seen_by("Ben", pool))
    return ada, ben


def with_switch():
    """What a Python says that has been asked to let threads inherit contexts."""
    told = subprocess.run([sys.executable, "-X", "thread_inherit_context=1", __file__], capture_output=True, text=True)
    return told.stdout.strip()


with ThreadPoolExecutor(max_workers=1) as pool:
    found = asyncio.run(main(pool))
if getattr(sys.flags, "thread_inherit_context", False):
    expected = ("Ada", "Ada", "Ada"), ("Ben", "Ada", "Ben")
else:
    expected = ("Ada", "nobody", "nobody"), ("Ben", "nobody", "nobody")
    if sys.version_info >= (3, 14) and with_switch() != "holds":
        found = "with the switch", with_switch()
print("holds" if found == expected else found)
