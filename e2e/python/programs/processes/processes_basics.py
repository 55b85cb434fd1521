"""A process from start to end: name, exit code, what it shares with its parent and what not."""

import multiprocessing
import os

shared = ["from the module"]


def work(number, *, word):
    shared.append(number)
    me = multiprocessing.current_process()
    print(me.name, number, word, shared, __name__)
    print("own pid:", os.getpid() != os.getppid(), os.getpid() == me.pid)
    print("parent:", multiprocessing.parent_process().name, multiprocessing.parent_process().pid == os.getppid())


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    print(multiprocessing.get_start_method(), multiprocessing.current_process().name, multiprocessing.parent_process())
    process = multiprocessing.Process(target=work, args=(1,), kwargs={"word": "hello"})
    print(process.name, process.pid, process.exitcode, process.is_alive(), process.daemon)
    shared.append("in the parent only")
    process.start()
    alive, pid = process.is_alive(), process.pid
    process.join()
    print(alive, pid == process.pid, process.exitcode, process.is_alive(), multiprocessing.active_children())
    print(shared)
    process.close()
    try:
        process.join()
    except ValueError as error:
        print("ValueError:", error)
    try:
        multiprocessing.Process().join()
    except AssertionError as error:
        print("AssertionError:", error)
