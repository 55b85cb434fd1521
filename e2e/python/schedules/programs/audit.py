"""An auditor comes while money is on its way from one account to the other."""
import threading

checking, savings = 100, 0
total = None


def transfer():
    global checking, savings
    checking -= 30
    savings += 30


def audit():
    global total
    total = checking + savings


first = threading.Thread(target=transfer)
second = threading.Thread(target=audit)
first.start()
second.start()
first.join()
second.join()
print(total)
