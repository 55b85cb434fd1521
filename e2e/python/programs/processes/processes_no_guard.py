"""What CPython says to a program that starts a process without its guard."""

import multiprocessing

multiprocessing.set_start_method("spawn", force=True)
process = multiprocessing.Process(target=print, args=("never seen",))
process.start()
process.join()
print(process.exitcode)
