"""A shop sends each receipt in a task, and keeps it until it is done."""

import asyncio
import gc
import weakref

sending = set()
sent = 0


async def send(receipt):
    global sent
    await delivered()
    sent += 1
    return receipt


def send_soon(receipt):
    task = asyncio.create_task(send(receipt))
    sending.add(task)
    task.add_done_callback(sending.discard)


# From here on it stays as it is: a mail server that keeps nobody alive, and 500 orders.
open_mails = weakref.WeakSet()


async def delivered():
    open_mails.add(mail := asyncio.Future())
    await mail


async def main():
    for hour in range(1, 6):
        for order in range(100):
            send_soon(f"receipt {hour}-{order}: " + "tea, milk, bread; " * 50)
            await asyncio.sleep(0)
        while open_mails:
            gc.collect()
            for mail in list(open_mails)[:60]:
                open_mails.remove(mail)
                mail.set_result(None)
            await asyncio.sleep(0.05)
        tasks = sum(issubclass(type(thing), asyncio.Task) for thing in gc.get_objects())
        print(f"hour {hour}: {sent} receipts sent, {tasks} tasks in memory")


asyncio.run(main())
