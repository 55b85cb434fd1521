"""A future calls back a method of the library's, so that nothing of the program's code is called."""
from concurrent.futures import ThreadPoolExecutor

told = []
with ThreadPoolExecutor(1) as pool:
    task = pool.submit(int)
    task.add_done_callback(told.append)
    task.result()
    count = len(told)
print(count)
