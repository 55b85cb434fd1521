"""There is one left, and both have seen it."""
import threading

stock = 1
sold = []


def buy(who):
    global stock
    if stock > 0:
        stock -= 1
        sold.append(who)


threads = [threading.Thread(target=buy, args=(who,)) for who in ("Ann", "Bob")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(stock, *sold)
