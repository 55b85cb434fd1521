"""Ada and Ben want a ticket each. One ticket is left."""

import threading

tickets = 1
sold = 0


def pay():
    return "paid"


def buy():
    global tickets, sold
    if tickets > 0:
        pay()
        tickets = tickets - 1
        sold = sold + 1


ada = threading.Thread(target=buy, name="Ada")
ben = threading.Thread(target=buy, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(f"{sold} sold, {tickets} left")
