"""Threads of so many lines, none of which is anybody else's business. The test puts other threads into the line that names them."""
import threading


def one():
    step = 1


def two():
    step = 1
    step = 2


def three():
    step = 1
    step = 2
    step = 3


def four():
    step = 1
    step = 2
    step = 3
    step = 4


targets = (two, three)
threads = [threading.Thread(target=target) for target in targets]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
