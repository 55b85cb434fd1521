"""Two threads, each with its own asyncio.run: their tasks interleave, their loops are apart."""

import asyncio
import threading

loops = {}
log, results = [], []


async def work(name):
    loops[name] = asyncio.get_running_loop()
    for step in range(3):
        log.append((name, step))
        await asyncio.sleep(0.02)
    return name.upper()


def run(name):
    results.append(asyncio.run(work(name)))


threads = [threading.Thread(target=run, args=(name,)) for name in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(set(loops.values())), sorted(results), sorted(log))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("RuntimeError:", error)
