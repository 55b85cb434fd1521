"""`Pool.map` makes about four chunks of tasks for each process, and the `map` of an executor chunks of one."""

import inspect
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing.pool import ThreadPool

with ThreadPool(2) as pool:
    asked = pool.map_async(abs, range(2_000))
    asked.wait()
sizes = {inspect.signature(each.map).parameters["chunksize"].default for each in (Executor, ProcessPoolExecutor)}
found = asked._chunksize, sizes
print("holds" if found == (250, {1}) else found)
