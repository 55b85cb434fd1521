"""Ada pays 10 in. Ben waits until the money is there, and takes it out."""

import threading

balance = 0
books = threading.Lock()
paid = threading.Condition()


def pay_in():
    global balance
    with books, paid:
        balance += 10
        paid.notify()


def take_out():
    global balance
    with books, paid:
        while balance < 10:
            paid.wait()
        balance -= 10


ada = threading.Thread(target=pay_in, name="Ada")
ben = threading.Thread(target=take_out, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("balance", balance)
