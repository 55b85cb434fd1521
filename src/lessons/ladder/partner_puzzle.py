"""A game needs two. Ada, Ben and Kim each wait a moment for somebody."""

import threading

playing = []
table = threading.Barrier(2)


def play(name):
    try:
        table.wait(timeout=0.1)
        playing.append(name)
    except threading.BrokenBarrierError:
        pass  # nobody came


ada = threading.Thread(target=play, args=("Ada",), name="Ada")
ben = threading.Thread(target=play, args=("Ben",), name="Ben")
kim = threading.Thread(target=play, args=("Kim",), name="Kim")
ada.start()
ben.start()
kim.start()
ada.join()
ben.join()
kim.join()
print(len(playing), "play")
