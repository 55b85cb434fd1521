"""How pipes end, break and fill up: no writer is the end, no reader is EPIPE, 64 KiB is full."""
import os
import signal
import threading

r, w = os.pipe()
copy = os.dup(w)
os.close(w)
os.write(copy, b"through a copy")
os.close(copy)
print(os.read(r, 100), os.read(r, 100))
os.close(r)

r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"nobody reads")
except BrokenPipeError as error:
    print(type(error).__name__, error.strerror)
signal.signal(signal.SIGPIPE, lambda number, frame: print("got", signal.Signals(number).name))
try:
    os.write(w, b"nobody reads")
except OSError as error:
    print(error.strerror)
signal.signal(signal.SIGPIPE, signal.SIG_IGN)
os.close(w)

r, w = os.pipe()
os.set_blocking(w, False)
total = 0
try:
    while True:
        total += os.write(w, b"y" * 1000)
except BlockingIOError:
    print("full after", total)
os.set_blocking(w, True)
drained = []
drain = threading.Thread(target=lambda: drained.extend(iter(lambda: os.read(r, 4096), b"")))
drain.start()
print("written", os.writev(w, [b"a" * 100_000, b"b" * 100_000]))
os.close(w)
drain.join()
print("drained", sum(map(len, drained)))
