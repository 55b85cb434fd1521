"""Ada pays 10 in while Ben closes the day. Money has a lock, the journal too."""

import threading

balance = 0
journal = []
balance_lock = threading.Lock()
journal_lock = threading.Lock()


def pay_in():
    global balance
    with balance_lock:
        balance += 10
        write("paid in")


def write(line):
    with journal_lock:
        journal.append(line)


def close_day():
    with journal_lock:
        take_fee()
        journal.append("closed")


def take_fee():
    global balance
    with balance_lock:
        balance -= 1


ada = threading.Thread(target=pay_in, name="Ada")
ben = threading.Thread(target=close_day, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(f"balance {balance}, {len(journal)} lines")
