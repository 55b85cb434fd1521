"""`with` releases on every way out."""
import threading

balance = 10
lock = threading.Lock()


def pay(amount):
    global balance
    with lock:
        if amount > balance:
            return
        balance -= amount


first = threading.Thread(target=pay, args=(5,))
second = threading.Thread(target=pay, args=(50,))
first.start()
second.start()
first.join()
second.join()
print(balance)
