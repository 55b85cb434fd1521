"""Three threads set one variable."""
import threading

winner = None


def win(number):
    global winner
    winner = number


threads = [threading.Thread(target=win, args=(number,)) for number in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(winner)
