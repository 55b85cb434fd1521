"""A connection of sqlite3 belongs to the thread that made it, unless it is told otherwise."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

db = sqlite3.connect(":memory:")
db.execute("create table hit (page text)")


def insert(conn, page):
    conn.execute("insert into hit values (?)", (page,))


with ThreadPoolExecutor(1) as pool:
    exc = pool.submit(insert, db, "home").exception()
    print(type(exc).__name__)
    print(str(exc).split(".")[0])
    exc = pool.submit(db.close).exception()
    print("close:", type(exc).__name__)
print("rows:", db.execute("select count(*) from hit").fetchone()[0])
db.close()

shared = sqlite3.connect(":memory:", check_same_thread=False)
shared.execute("create table hit (page text)")
lock = threading.Lock()


def many(page):
    for _ in range(25):
        with lock, shared:
            insert(shared, page)


with ThreadPoolExecutor(4) as pool:
    list(pool.map(many, ["a", "b", "c", "d"]))
print(shared.execute("select page, count(*) from hit group by page order by page").fetchall())
print("threadsafety:", sqlite3.threadsafety in (1, 3))
