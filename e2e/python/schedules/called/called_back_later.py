"""The result is there before those are told who want to be told."""
from concurrent.futures import ThreadPoolExecutor

log = []


def work():
    return 1


def tell(task):
    log.append("told")


with ThreadPoolExecutor(1) as pool:
    task = pool.submit(work)
    task.add_done_callback(tell)
    task.result()
    log.append("has it")
print(log)
