"""Ada and Ben load a page each, two at once at the most. Kim lowers the limit to one at once."""

import threading

limit = threading.Semaphore(2)
lowered = False
loading = []
most = 0


def fetch(page):
    return f"<h1>{page}</h1>"


def load(page):
    global most
    with limit:
        loading.append(page)
        if lowered:
            most = max(most, len(loading))
        fetch(page)
        loading.remove(page)


def lower():
    global lowered
    limit.acquire()  # kept for good: one permit is left for the others
    lowered = True


ada = threading.Thread(target=load, args=("news",), name="Ada")
ben = threading.Thread(target=load, args=("weather",), name="Ben")
kim = threading.Thread(target=lower, name="Kim")
ada.start()
ben.start()
kim.start()
ada.join()
ben.join()
kim.join()
print(f"at the new limit: {most} at once")
