"""From 3.13 on, `asyncio.run` waits 300 s for the threads of to_thread and then warns; Python still waits for them at its end."""

import asyncio.constants
import subprocess
import sys
import time

PROGRAM = """
import asyncio, asyncio.constants, time
asyncio.constants.THREAD_JOIN_TIMEOUT = 0.2
async def main():
    asyncio.get_running_loop().run_in_executor(None, time.sleep, 1)
    await asyncio.sleep(0.05)
asyncio.run(main())
print("returned", flush=True)
"""

start = time.perf_counter()
child = subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
assert child.stdout and child.stderr
child.stdout.readline()
returned = time.perf_counter()
warned = "RuntimeWarning" in child.stderr.read()
child.wait()
waited_on = time.perf_counter() - returned > 0.3
known = hasattr(asyncio.constants, "THREAD_JOIN_TIMEOUT")
if sys.version_info >= (3, 13):
    holds = asyncio.constants.THREAD_JOIN_TIMEOUT == 300 and warned and waited_on
elif sys.version_info >= (3, 12):
    # 3.12.1 has the limit, and does not keep it.
    holds = asyncio.constants.THREAD_JOIN_TIMEOUT == 300 and warned == waited_on
else:
    holds = not known and not warned and not waited_on  # asyncio.run itself has waited
print("holds" if holds else (known, warned, waited_on))
