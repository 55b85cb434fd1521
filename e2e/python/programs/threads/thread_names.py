"""Threads get names with numbers and their target; names may be changed."""

import threading


def fetch():
    print(threading.current_thread().name)


def run(thread):
    thread.start()
    thread.join()


run(threading.Thread(target=fetch))
run(threading.Thread(target=fetch, name="mine"))
run(threading.Thread(target=fetch))
plain = threading.Thread()
print(plain.name)
plain.name = "renamed"
print(repr(plain).split("(")[1].split(",")[0])
