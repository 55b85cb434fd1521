"""Two threads keep prices that they fetch. Is one fetched again and put over the first?"""

import threading

ROUNDS = 2

prices = {}
fetched = []


def fetch(number):
    fetched.append(number)
    return 3 * number


def work():
    for number in range(ROUNDS):
        if number not in prices:
            prices[number] = fetch(number)


ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", len(fetched) - len(prices))
