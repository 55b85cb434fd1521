"""Ada queues two pages. Ben reads pages, and queues those they link to."""

import queue
import threading

links = {"news": "weather", "shop": "prices"}
pages = queue.Queue(maxsize=1)


def start():
    pages.put("news")
    pages.put("shop")


def crawl():
    for _ in range(4):
        page = pages.get()
        if page in links:
            pages.put(links[page])


ada = threading.Thread(target=start, name="Ada")
ben = threading.Thread(target=crawl, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("4 pages read")
