"""At its end a program waits for its processes, but ends those that are daemons."""

import multiprocessing
import time


def work(seconds, word):
    time.sleep(seconds)
    print(word, flush=True)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    context.Process(target=work, args=(60, "the daemon speaks"), daemon=True).start()
    context.Process(target=work, args=(0.2, "the child speaks")).start()
    print("the program ends", flush=True)
