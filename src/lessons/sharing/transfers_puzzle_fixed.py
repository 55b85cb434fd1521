"""Ada and Ben take both locks in the same order: savings first."""

import threading

savings = 100
checking = 100
savings_lock = threading.Lock()
checking_lock = threading.Lock()


def to_checking():
    global savings, checking
    with savings_lock:
        savings -= 10
        with checking_lock:
            checking += 10


def to_savings():
    global savings, checking
    with savings_lock:
        with checking_lock:
            checking -= 10
            savings += 10


ada = threading.Thread(target=to_checking, name="Ada")
ben = threading.Thread(target=to_savings, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(f"savings {savings}, checking {checking}")
