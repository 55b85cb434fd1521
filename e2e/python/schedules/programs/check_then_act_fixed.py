"""To look and to take are one thing under the lock."""
import threading

stock = 1
sold = []
lock = threading.Lock()


def buy(who):
    global stock
    with lock:
        if stock > 0:
            stock -= 1
            sold.append(who)


threads = [threading.Thread(target=buy, args=(who,)) for who in ("Ann", "Bob")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(stock, *sold)
