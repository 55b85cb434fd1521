"""Two threads share three dictionaries: each look with what follows is one step."""

import threading

jobs = {"wash": "Kim", "iron": "Bo"}
tables = {}
prices = {"tea": 3, "milk": 1}
done = []
totals = []


def work(name):
    # Not: if "wash" in jobs: del jobs["wash"]
    if jobs.pop("wash", None) is not None:
        done.append(name)

    # Not: if "Rome" not in tables: tables["Rome"] = []
    tables.setdefault("Rome", []).append(name)

    # Not: for price in prices.values(): ...
    totals.append(sum(list(prices.values())))
    prices[name] = 2


ada = threading.Thread(target=work, args=("Ada",), name="Ada")
ben = threading.Thread(target=work, args=("Ben",), name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("washed by", len(done))
print("at the table:", sorted(tables["Rome"]))
print("the first total:", totals[0])
