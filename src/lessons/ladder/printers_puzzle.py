"""Ada and Ben print. A semaphore says how many printers there are."""

import threading

printers = ["upstairs"]  # the one downstairs has been sold
free = threading.Semaphore(2)


def print_page():
    with free:
        printer = printers.pop()
        printers.append(printer)


ada = threading.Thread(target=print_page, name="Ada")
ben = threading.Thread(target=print_page, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("both pages printed")
