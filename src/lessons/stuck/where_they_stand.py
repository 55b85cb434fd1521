"""Two threads are stuck, and faulthandler says where."""

import faulthandler
import threading

savings, checking = threading.Lock(), threading.Lock()
both_have_one = threading.Barrier(2)


def to_checking():
    with savings:
        both_have_one.wait()
        with checking:
            print("moved to checking\n", end="")


def to_savings():
    with checking:
        both_have_one.wait()
        with savings:
            print("moved to savings\n", end="")


# After a second: all stacks to stderr, and the end of the program.
faulthandler.dump_traceback_later(1, exit=True)
threads = [
    threading.Thread(target=to_checking, name="Ada"),
    threading.Thread(target=to_savings, name="Ben"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
faulthandler.cancel_dump_traceback_later()
