"""A thread takes blocked signals by waiting for them; the handler runs for those that are let through."""

import os
import signal
import threading

handled = []
signal.signal(signal.SIGUSR2, lambda number, frame: handled.append(threading.current_thread().name))
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1, signal.SIGUSR2})
taken = []


def take():
    for _ in range(2):
        taken.append(signal.sigwait({signal.SIGUSR1}).name)


taker = threading.Thread(target=take)
taker.start()
for expected in (1, 2):
    os.kill(os.getpid(), signal.SIGUSR1)
    while len(taken) < expected:
        taker.join(0.01)
taker.join()
print(taken)
os.kill(os.getpid(), signal.SIGUSR2)
print({number.name for number in signal.sigpending()}, handled)
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR2})
print(signal.sigpending(), handled)
print(signal.sigtimedwait({signal.SIGUSR1}, 0.02))
print({number.name for number in signal.pthread_sigmask(signal.SIG_SETMASK, [])})
