"""Ada and Ben buy tea. Who comes first fetches the prices, but only once."""

import threading

prices = None
fetched = []
bill = []
lock = threading.Lock()


def fetch(name):
    fetched.append(name)
    return {"milk": 1, "tea": 3}[name]


def buy_tea():
    global prices
    if prices is None:
        with lock:
            if prices is None:
                prices = {}
                for name in ("milk", "tea"):
                    prices[name] = fetch(name)
    bill.append(prices["tea"])


ada = threading.Thread(target=buy_tea, name="Ada")
ben = threading.Thread(target=buy_tea, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(sum(bill), "to pay")
