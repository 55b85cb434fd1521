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


def note_signals(pipe):
    for number in (signal.SIGTERM, signal.SIGUSR1):
        signal.signal(number, lambda number, frame: pipe.send(signal.Signals(number).name))
    pipe.send("ready")
    while True:
        time.sleep(0.001)


def start(target):
    mine, its = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=target, args=(its,))
    process.start()
    print(target.__name__, mine.recv())
    return process, mine


if __name__ == "__main__":
    process, pipe = start(leave_by_handler)
    process.terminate()
    print(pipe.recv(), process.join(), process.exitcode)
    process, pipe = start(note_signals)
    for number in (signal.SIGTERM, signal.SIGUSR1, signal.SIGTERM):
        os.kill(process.pid, number)
        print(pipe.recv(), process.is_alive())
    process.kill()
    print(process.join(), process.exitcode)
