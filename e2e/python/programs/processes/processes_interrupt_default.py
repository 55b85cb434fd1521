"""SIGINT ends a process that has put the system's own behaviour in the place of KeyboardInterrupt."""
import multiprocessing
import os
import signal
import time


def give_up(pipe):
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    pipe.send("ready")
    time.sleep(60)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    pipe, its = multiprocessing.Pipe()
    process = context.Process(target=give_up, args=(its,))
    process.start()
    print(pipe.recv())
    os.kill(process.pid, signal.SIGINT)
    print(process.join(), process.exitcode)
