"""Ada and Ben both sit down at the table for Rome."""

import threading

tables = {}


def new_table():
    return []


def sit_down(name, town):
    if town not in tables:
        tables[town] = new_table()
    tables[town].append(name)


ada = threading.Thread(target=sit_down, args=("Ada", "Rome"), name="Ada")
ben = threading.Thread(target=sit_down, args=("Ben", "Rome"), name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(len(tables["Rome"]), "at the table")
