"""Two people work in an office, three hundred times. How often does one of them sit in the dark?"""

import threading

ROUNDS = 300


class Office:
    def __init__(self):
        self.lock = threading.Lock()
        self.inside = 0
        self.light = False

    def enter(self):
        with self.lock:
            self.inside += 1
            self.light = True

    def leave(self):
        with self.lock:
            self.inside -= 1
            last = self.inside == 0
        if last:
            self.light = False


def work(office, found):
    office.enter()
    found.append(office.light)
    office.leave()


def test():
    """Whether both had light."""
    office, found = Office(), []
    threads = [threading.Thread(target=work, args=(office, found)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found == [True, True]


print(f"passed {sum(test() for _ in range(ROUNDS))} of {ROUNDS}")
