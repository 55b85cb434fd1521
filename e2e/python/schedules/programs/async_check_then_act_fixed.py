"""Between looking and taking there is no await, so that nobody comes in between."""
import asyncio

balance = 100


async def withdraw(amount):
    global balance
    if balance >= amount:
        balance -= amount
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(withdraw(80), withdraw(80))
    print(balance)


asyncio.run(main())
