"""What needs one thread only, and so runs in every browser."""

import asyncio
import sys
import threading
import time


def test_sleep_sleeps():
    began = time.perf_counter()
    time.sleep(0.01)
    assert time.perf_counter() - began > 0.009


def test_locks_of_one_thread():
    lock, rlock = threading.Lock(), threading.RLock()
    with lock:
        assert not lock.acquire(timeout=0.005)
    with rlock, rlock:
        pass
    assert not threading.Event().wait(0.005)


def test_recursion_ends():
    def depth(number=1):
        try:
            return depth(number + 1)
        except RecursionError:
            return number

    assert sys.getrecursionlimit() - 120 < depth() <= sys.getrecursionlimit()


def test_tasks_overlap():
    async def main():
        began = time.perf_counter()
        results = await asyncio.gather(*(asyncio.sleep(0.05, number) for number in range(20)))
        assert time.perf_counter() - began < 0.8
        return results

    assert asyncio.run(main()) == list(range(20))


def test_task_group_timeout_and_cancel():
    async def main():
        async with asyncio.TaskGroup() as group:
            first = group.create_task(asyncio.sleep(0.002, "first"))
        try:
            async with asyncio.timeout(0.005):
                await asyncio.sleep(5)
        except TimeoutError:
            timed_out = True
        task = asyncio.create_task(asyncio.sleep(5))
        await asyncio.sleep(0)
        task.cancel()
        done, _ = await asyncio.wait([task])
        try:
            await asyncio.wait_for(asyncio.sleep(5), 0.005)
        except TimeoutError:
            waited = True
        return first.result(), timed_out, done.pop().cancelled(), waited

    assert asyncio.run(main()) == ("first", True, True, True)


def test_a_group_that_fails_cancels_the_others():
    cancelled = []

    async def long():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            cancelled.append("long")
            raise

    async def fail():
        await asyncio.sleep(0.002)
        raise ValueError("failed")

    async def main():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(long())
                group.create_task(fail())
        except ExceptionGroup as errors:
            return [str(error) for error in errors.exceptions]

    assert asyncio.run(main()) == ["failed"] and cancelled == ["long"]


def test_queues_locks_and_semaphores_of_tasks():
    async def main():
        handed, lock, order = asyncio.Queue(1), asyncio.Lock(), []

        async def put():
            for number in range(3):
                await handed.put(number)

        async def take(name):
            async with lock:
                await asyncio.sleep(0)
                order.append(name)

        putting = asyncio.create_task(put())
        got = [await handed.get() for _ in range(3)]
        await putting
        await asyncio.gather(*(take(name) for name in "abc"))
        return got, order

    assert asyncio.run(main()) == ([0, 1, 2], ["a", "b", "c"])


def test_async_generators_and_runner():
    async def numbers():
        for number in range(3):
            yield number
            await asyncio.sleep(0)

    async def main():
        assert isinstance(asyncio.current_task(), asyncio.Task)
        return [number async for number in numbers()]

    with asyncio.Runner() as runner:
        assert runner.run(main()) == [0, 1, 2]
        assert runner.run(asyncio.sleep(0, "again")) == "again"
    try:
        asyncio.get_running_loop()
        raise AssertionError("a loop is left running")
    except RuntimeError:
        pass


def test_callbacks_come_in_order_of_time():
    loop, order = asyncio.new_event_loop(), []
    loop.call_later(0.01, order.append, "late")
    loop.call_later(0.002, order.append, "early")
    loop.call_soon(order.append, "soon")
    loop.call_later(0.02, loop.stop)
    loop.run_forever()
    loop.close()
    assert order == ["soon", "early", "late"], order
