"""Ping and pong between two processes over a Pipe, and what a message costs."""

import multiprocessing
import time

MESSAGES = 200


def answer(connection):
    while (message := connection.recv()) is not None:
        connection.send(message + 1)


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=answer, args=(there,))
    process.start()
    number = 0
    start = time.perf_counter()
    while number < MESSAGES:
        here.send(number)
        number = here.recv()
    elapsed = time.perf_counter() - start
    here.send(None)
    process.join()
    print(f"{number} round trips, {elapsed / MESSAGES * 1000:.2f} ms each")
