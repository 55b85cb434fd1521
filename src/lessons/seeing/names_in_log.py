"""One function logs for a thread, for a task, and for a thread that a task has started."""

import asyncio
import logging
import sys
import threading

log = logging.getLogger("shop")


def pay(order):
    log.info("order %d is paid", order)


async def pay_soon(order):
    await asyncio.sleep(0.1)
    pay(order)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(pay_soon(2), name="Cleo")
        group.create_task(pay_soon(3), name="Dan")
    await asyncio.to_thread(pay, 4)


handler = logging.StreamHandler(sys.stdout)
# taskName is there since Python 3.12; before, the default stands in for it.
handler.setFormatter(logging.Formatter("%(threadName)s, %(taskName)s: %(message)s", defaults={"taskName": "-"}))
log.addHandler(handler)
log.setLevel(logging.INFO)

ben = threading.Thread(target=pay, args=(1,), name="Ben")
ben.start()
ben.join()
asyncio.run(main())
