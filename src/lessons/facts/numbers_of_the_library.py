"""Numbers that the library has by itself: switch interval, size of pools, what asyncio calls slow."""

import asyncio
import os
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

cores = getattr(os, "process_cpu_count", os.cpu_count)()
loop = asyncio.new_event_loop()
found = {
    "switch interval": sys.getswitchinterval() == 0.005,
    "threads of a pool": ThreadPoolExecutor()._max_workers == min(32, cores + 4),
    "processes of a pool": ProcessPoolExecutor()._max_workers == cores,
    "slow": loop.slow_callback_duration == 0.1,
    "CancelledError is no Exception": not issubclass(asyncio.CancelledError, Exception),
}
loop.close()
print("holds" if all(found.values()) else found)
