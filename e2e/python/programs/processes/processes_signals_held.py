"""A process that ignores or blocks a signal lives on; what was blocked ends it later; SIGINT is a KeyboardInterrupt."""
import multiprocessing
import os
import signal
import time


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


def catch(pipe):
    try:
        pipe.send("ready")
        time.sleep(60)
    except KeyboardInterrupt:
        pipe.send("KeyboardInterrupt")
    time.sleep(60)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for target, sent in ((ignore, [signal.SIGTERM, signal.SIGCHLD]), (block, [signal.SIGTERM]), (catch, [signal.SIGINT])):
        pipe, its = multiprocessing.Pipe()
        process = context.Process(target=target, args=(its,))
        process.start()
        print(target.__name__, pipe.recv())
        for number in sent:
            os.kill(process.pid, number)
        pipe.send("lives on")
        print(pipe.recv(), pipe.recv() if target is ignore else "")
        process.terminate()
        print(process.join(), process.exitcode)
