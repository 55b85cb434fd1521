"""The lock covers asking."""
import functools
import threading


class Page:
    made = 0

    @functools.cached_property
    def words(self):
        self.made += 1
        return 42


page = Page()
lock = threading.Lock()


def ask():
    with lock:
        page.words


first = threading.Thread(target=ask)
second = threading.Thread(target=ask)
first.start()
second.start()
first.join()
second.join()
print(page.made)
