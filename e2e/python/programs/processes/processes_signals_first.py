"""A process has a signal before it has what is sent to it afterwards, and before it changes what that signal does."""
import multiprocessing
import os
import signal

TURNS = 30
came = 0


def count(number, frame):
    global came
    came += 1


def answer(pipe):
    signal.signal(signal.SIGUSR1, count)
    pipe.send("ready")
    for turn in range(TURNS):
        pipe.recv()
        pipe.send(came)


def ignore(pipe):
    for turn in range(TURNS):
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        pipe.send("ready")
        pipe.recv()
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
        pipe.send("lives on")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for target, expected in ((answer, list(range(1, TURNS + 1))), (ignore, ["lives on"] * TURNS)):
        pipe, its = context.Pipe()
        process = context.Process(target=target, args=(its,))
        process.start()
        answers = []
        for turn in range(TURNS):
            if target is ignore or turn == 0:
                pipe.recv()
            os.kill(process.pid, signal.SIGUSR1)
            pipe.send("after the signal")
            answers.append(pipe.recv())
        print(target.__name__, answers == expected, process.join(), process.exitcode)
