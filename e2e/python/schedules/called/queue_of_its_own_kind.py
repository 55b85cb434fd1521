"""A queue's own way to put is called under its lock."""
import queue
import threading

log = []


class Noting(queue.Queue):
    def _put(self, item):
        log.append("puts")
        super()._put(item)


letters = Noting()
thread = threading.Thread(target=letters.put, args=("letter",))
thread.start()
size = letters.qsize()
log.append(size)
thread.join()
print(log)
