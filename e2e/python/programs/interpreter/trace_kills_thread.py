"""A trace function ends its thread at the next line; each thread has a trace function of its own."""

import sys
import threading
import time


class Traced(threading.Thread):
    killed = False

    def run(self):
        sys.settrace(self.enter)
        super().run()

    def enter(self, frame, event, arg):
        return self.each_line

    def each_line(self, frame, event, arg):
        if self.killed and event == "line":
            raise SystemExit
        return self.each_line


count = 0


def endless():
    global count
    while True:
        count += 1
        time.sleep(0.01)


t = Traced(target=endless, daemon=True)
t.start()
time.sleep(0.15)
print("alive before:", t.is_alive(), "counting:", count > 2)
t.killed = True
t.join(2)
print("alive after:", t.is_alive())
print("main has no trace function:", sys.gettrace())
