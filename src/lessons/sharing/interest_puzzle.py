"""A deposit and the interest. Both hold the lock when they write."""

import threading

balance = 100
lock = threading.Lock()


def deposit():
    global balance
    with lock:
        balance = balance + 50


def add_interest():
    global balance
    interest = balance // 10
    grown = balance + interest
    with lock:
        balance = grown


deposits = threading.Thread(target=deposit, name="deposit")
interests = threading.Thread(target=add_interest, name="interest")
deposits.start()
interests.start()
deposits.join()
interests.join()
print(balance)
