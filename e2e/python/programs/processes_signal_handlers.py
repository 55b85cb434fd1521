"""A process with a handler of its own for SIGTERM decides itself whether it ends; nothing keeps it from being killed."""

import multiprocessing
import os
import signal
import time


def leave_by_handler(pipe):
    def leave(number, frame):
        pipe.send(signal.Signals(number).name)
        raise SystemExit(7)

    signal.signal(signal.SIGTERM, leave)
    pipe.send("ready")
    while True:
        time.sleep(60)


def count_signals(pipe):
    def note(number, frame):
        pipe.send(signal.Signals(number).name)

    signal.signal(signal.SIGTERM, note)
    signal.signal(signal.SIGUSR1, note)
    pipe.send("ready")
    while True:
        time.sleep(0.001)


def ignore(pipe):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    pipe.send("ready")
    pipe.send(pipe.recv())
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    pipe.send("default")
    time.sleep(60)


def block(pipe):
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    pipe.send("ready")
    pipe.send(pipe.recv())
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])


def catch_interrupt(pipe):
    pipe.send("ready")
    try:
        time.sleep(60)
    except KeyboardInterrupt:
        pipe.send("KeyboardInterrupt")


def start(target):
    mine, its = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=target, args=(its,))
    process.start()
    print(target.__name__, mine.recv())
    return process, mine


if __name__ == "__main__":
    process, pipe = start(leave_by_handler)
    process.terminate()
    print(pipe.recv())
    process.join()
    print(process.exitcode)

    process, pipe = start(count_signals)
    for number in (signal.SIGTERM, signal.SIGUSR1, signal.SIGTERM):
        os.kill(process.pid, number)
        print(pipe.recv(), process.is_alive())
    process.kill()
    process.join()
    print(process.exitcode)

    process, pipe = start(ignore)
    process.terminate()
    os.kill(process.pid, signal.SIGCHLD)
    pipe.send("lives on")
    print(pipe.recv(), pipe.recv())
    process.terminate()
    process.join()
    print(process.exitcode)

    process, pipe = start(block)
    process.terminate()
    pipe.send("later")
    print(pipe.recv())
    process.join()
    print(process.exitcode)

    process, pipe = start(catch_interrupt)
    os.kill(process.pid, signal.SIGINT)
    print(pipe.recv())
    process.join()
    print(process.exitcode)
