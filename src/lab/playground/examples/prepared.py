"""Each thread of a pool opens one connection, and keeps it for all of its tasks."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

own = threading.local()
opened = []


def open_connection():
    name = threading.current_thread().name
    opened.append(name)
    own.connection = f"connection of {name}"


def ask(question):
    time.sleep(0.1)  # the server thinks
    return own.connection


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool", initializer=open_connection) as pool:
    answers = list(pool.map(ask, range(12)))
print(f"{len(answers)} answers by {len(opened)} connections")
for connection in sorted(set(answers)):
    print(connection)
