"""The lock covers looking and making."""
import threading


class Page:
    _words = None

    @property
    def words(self):
        with lock:
            if self._words is None:
                self._words = list()
            return self._words


page = Page()
lock = threading.Lock()


def add_pear():
    page.words.append("pear")


def add_plum():
    page.words.append("plum")


first = threading.Thread(target=add_pear)
second = threading.Thread(target=add_plum)
first.start()
second.start()
first.join()
second.join()
print(*sorted(page.words))
