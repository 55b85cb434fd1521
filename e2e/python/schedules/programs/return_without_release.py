"""One of the ways out of a function leaves the lock held."""
import threading

balance = 10
lock = threading.Lock()


def pay(amount):
    global balance
    lock.acquire()
    if amount > balance:
        return
    balance -= amount
    lock.release()


first = threading.Thread(target=pay, args=(5,))
second = threading.Thread(target=pay, args=(50,))
first.start()
second.start()
first.join()
second.join()
print(balance)
