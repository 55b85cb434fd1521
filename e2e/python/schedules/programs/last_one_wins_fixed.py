"""Each is waited for before the next one starts."""
import threading

winner = None


def win(number):
    global winner
    winner = number


for number in (1, 2, 3):
    thread = threading.Thread(target=win, args=(number,))
    thread.start()
    thread.join()
print(winner)
