"""functools.cached_property takes no lock: two threads may both compute."""
import functools
import threading


class Page:
    made = 0

    @functools.cached_property
    def words(self):
        self.made += 1
        return 42


page = Page()


def ask():
    page.words


first = threading.Thread(target=ask)
second = threading.Thread(target=ask)
first.start()
second.start()
first.join()
second.join()
print(page.made)
