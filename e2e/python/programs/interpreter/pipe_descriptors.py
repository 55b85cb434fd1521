"""Descriptors by number: what os.write shows, pipes in the place of stdout, the self-pipe of signals, epoll, pipes of multiprocessing."""
import multiprocessing
import os
import select
import signal
import threading

os.write(1, b"written to 1\n")
saved = os.dup(1)
r, w = os.pipe()
os.dup2(w, 1)
os.write(1, b"captured")
os.dup2(saved, 1)
os.close(w)
print(os.read(r, 100), os.read(r, 100), flush=True)
os.write(1, b"back\n")

r, w = os.pipe2(os.O_NONBLOCK)
signal.signal(signal.SIGUSR2, lambda number, frame: print("handled"))
signal.set_wakeup_fd(w)
signal.raise_signal(signal.SIGUSR2)
print(select.select([r], [], [], 5)[0] == [r], os.read(r, 10) == bytes([signal.SIGUSR2]))
signal.set_wakeup_fd(-1)

one, other = multiprocessing.Pipe()
print(select.select([one], [], [], 0.05))
threading.Timer(0.05, other.send, ("through a connection",)).start()
print(select.select([one, r], [], [])[0] == [one], one.recv())
threading.Timer(0.05, os.write, (w, b"through a pipe")).start()
print(select.select([one, r], [], [])[0] == [r], os.read(r, 100))

if hasattr(select, "epoll"):
    with select.epoll() as epoll:
        epoll.register(r, select.EPOLLIN)
        print(epoll.poll(0.05), os.write(w, b"1"))
        print(epoll.poll() == [(r, select.EPOLLIN)])
