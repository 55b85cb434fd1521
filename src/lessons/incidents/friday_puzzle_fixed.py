"""One thread makes the reports of all shops, and waits for nobody."""

from concurrent.futures import ThreadPoolExecutor

today = "Friday"
sales = {"North": [3, 4], "South": [5, 6]}
reports = {}


def add_up(shop):
    return sum(sales[shop])


def report(shop):
    if today == "Friday":
        reports[shop] = add_up(shop)
    else:
        reports[shop] = sales[shop][-1]


with ThreadPoolExecutor(max_workers=1) as pool:
    north = pool.submit(report, "North")
    south = pool.submit(report, "South")
    north.result()
    south.result()
print("reports:", len(reports))
