"""Ada moves money. Ben forks, and goes on in the child: he counts there."""

import threading

left, right = 100, 0
counted = None
lock = threading.Lock()
lock_in_child = threading.Lock()


def move(amount):
    global left, right
    with lock:
        left -= amount
        right += amount


def fork():
    copy = left, right
    if lock.locked():
        lock_in_child.acquire()
    return copy


def count_in_child():
    global counted
    money = fork()
    with lock_in_child:
        counted = sum(money)


ada = threading.Thread(target=move, args=(30,), name="Ada")
ben = threading.Thread(target=count_in_child, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(f"{counted} in the child, {right} moved")
