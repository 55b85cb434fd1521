"""What the property makes is made by a call."""
import threading


class Page:
    _words = None

    @property
    def words(self):
        if self._words is None:
            self._words = list()
        return self._words


page = Page()


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
