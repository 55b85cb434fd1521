"""Ada and Ben each pay in 10, of which 1 is the fee. Each holds a lock."""

import threading

balance = 0


def without_fee(amount):
    return amount - 1


def pay_in():
    global balance
    with threading.Lock():
        balance = balance + without_fee(10)


ada = threading.Thread(target=pay_in, name="Ada")
ben = threading.Thread(target=pay_in, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("balance", balance)
