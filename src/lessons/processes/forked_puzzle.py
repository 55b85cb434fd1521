"""Ada moves money. Ben forks, and goes on in the child: he counts there."""

import threading


class Purse:
    def __init__(self, left, right, taken):
        self.left = left
        self.right = right
        self.lock = threading.Lock()
        if taken:
            self.lock.acquire()

    def move(self, amount):
        with self.lock:
            self.left -= amount
            self.right += amount

    def count(self):
        with self.lock:
            return self.left + self.right


def fork(memory):
    return Purse(memory.left, memory.right, memory.lock.locked())


def count_in_child():
    global counted
    child = fork(purse)
    counted = child.count()


purse = Purse(100, 0, taken=False)
counted = None
ada = threading.Thread(target=purse.move, args=(30,), name="Ada")
ben = threading.Thread(target=count_in_child, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(f"{counted} in the child, {purse.right} moved")
