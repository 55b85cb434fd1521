"""Two threads draw tickets from one roll. Do they get the same number?"""

import threading

ROUNDS = 2

next_ticket = 0
tickets = []


def work():
    global next_ticket
    for _ in range(ROUNDS):
        ticket = next_ticket
        next_ticket = ticket + 1
        tickets.append(ticket)


ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", 2 * ROUNDS - len(set(tickets)))
