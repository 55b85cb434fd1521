"""Ada and Ben both sit down at the table for Rome."""

import threading

tables = {}


def new_table():
    return []


def sit_down(name, town):
    tables.setdefault(town, new_table()).append(name)


ada = threading.Thread(target=sit_down, args=("Ada", "Rome"), name="Ada")
ben = threading.Thread(target=sit_down, args=("Ben", "Rome"), name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(len(tables["Rome"]), "at the table")
