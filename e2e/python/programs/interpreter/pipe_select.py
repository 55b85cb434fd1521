"""select, poll and selectors wait for pipes, or for a time."""
import os
import select
import selectors
import threading
import time

r, w = os.pipe()
print(select.select([r], [w], [], 0) == ([], [w], []), select.select([r], [], [], 0.05))
threading.Timer(0.1, os.write, (w, b"data")).start()
began = time.monotonic()
print(select.select([r], [], [], 5)[0] == [r], 0.05 < time.monotonic() - began < 3, os.read(r, 10))
poll = select.poll()
poll.register(r, select.POLLIN)
print(poll.poll(20))
os.write(w, b"more")
print(poll.poll() == [(r, select.POLLIN)], os.read(r, 10))
os.close(w)
print(poll.poll(1000) == [(r, select.POLLHUP)], select.select([r], [], [])[0] == [r], os.read(r, 10))
poll.unregister(r)
os.close(r)

selector = selectors.DefaultSelector()
ends = [os.pipe() for _ in range(3)]
for number, (r, _) in enumerate(ends):
    selector.register(r, selectors.EVENT_READ, f"pipe {number}")


def feed():
    for number in (2, 0, 1):
        time.sleep(0.05)
        os.write(ends[number][1], b"from %d" % number)
        os.close(ends[number][1])


threading.Thread(target=feed).start()
while selector.get_map():
    for key, _ in selector.select():
        data = os.read(key.fd, 100)
        if data:
            print(key.data, data)
        else:
            selector.unregister(key.fd)
            os.close(key.fd)
selector.close()
