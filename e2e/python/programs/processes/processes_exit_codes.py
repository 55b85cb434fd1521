"""How a process can end, and what its parent sees of it."""

import multiprocessing
import os
import sys
import time


def leave(how):
    match how:
        case "return":
            return
        case "exit":
            sys.exit(3)
        case "words":
            sys.exit("words on stderr")
        case "at once":
            os._exit(4)
        case "raise":
            raise ValueError("in the child")
        case _:
            time.sleep(60)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for how in ("return", "exit", "words", "at once", "raise"):
        process = context.Process(target=leave, args=(how,))
        process.start()
        process.join()
        print(how, process.exitcode)
    for end in ("terminate", "kill"):
        process = context.Process(target=leave, args=("sleep",), name=f"to {end}")
        process.start()
        process.join(0.05)
        print(end, process.exitcode, process.is_alive())
        getattr(process, end)()
        process.join()
        print(process.name, process.exitcode, process.is_alive())
