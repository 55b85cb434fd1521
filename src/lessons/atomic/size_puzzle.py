"""Ada and Ben each count a shirt under its size."""

import threading


class Size:
    def __init__(self, letter):
        self.letter = letter

    def __hash__(self):
        return hash(self.letter)

    def __eq__(self, other):
        return self.letter == other.letter


medium = Size("M")
shirts = {medium: 0}


def count():
    shirts[medium] += 1


ada = threading.Thread(target=count, name="Ada")
ben = threading.Thread(target=count, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(shirts[medium])
