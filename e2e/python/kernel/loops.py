"""asyncio together with threads."""

import asyncio
import contextvars
import threading
import time


def test_a_blocking_sleep_freezes_the_loop_and_to_thread_does_not():
    async def beats(pause):
        count, ended = 0, False

        async def beat():
            nonlocal count
            while not ended:
                await asyncio.sleep(0.005)
                count += 1

        task = asyncio.create_task(beat())
        await asyncio.sleep(0)
        before = count
        await pause()
        during, ended = count - before, True
        await task
        return during

    async def frozen():
        time.sleep(0.06)

    assert asyncio.run(beats(frozen)) <= 1
    assert asyncio.run(beats(lambda: asyncio.to_thread(time.sleep, 0.06))) >= 3


def test_a_loop_in_a_second_thread():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def where():
        await asyncio.sleep(0.002)
        return threading.current_thread()

    future = asyncio.run_coroutine_threadsafe(where(), loop)
    assert future.result(2) is thread
    late = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
    try:
        late.result(0.005)
        raise AssertionError("it did not time out")
    except TimeoutError:
        late.cancel()
    asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result(2)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(2)
    assert not thread.is_alive()
    loop.close()


def test_a_loop_in_each_of_three_threads():
    idents, began = [], time.perf_counter()

    async def one():
        await asyncio.sleep(0.15)
        return threading.get_ident()

    threads = [threading.Thread(target=lambda: idents.append(asyncio.run(one()))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(idents)) == 3
    assert time.perf_counter() - began < 0.4


def test_call_soon_threadsafe_wakes_the_loop():
    async def main():
        loop, future = asyncio.get_running_loop(), asyncio.get_running_loop().create_future()
        threading.Timer(0.01, loop.call_soon_threadsafe, (future.set_result, "woken")).start()
        return await asyncio.wait_for(future, 2)

    assert asyncio.run(main()) == "woken"


def test_to_thread_takes_the_context_along():
    variable = contextvars.ContextVar("variable", default=None)

    async def main():
        variable.set("task")
        seen = await asyncio.to_thread(variable.get)
        return seen, await asyncio.get_running_loop().run_in_executor(None, variable.get)

    assert asyncio.run(main()) == ("task", None)


def test_loop_and_threads_take_turns():
    count, ended = 0, False

    def compute():
        nonlocal count
        while not ended:
            count += 1

    async def main():
        nonlocal ended
        thread = threading.Thread(target=compute)
        thread.start()
        beats = 0
        for _ in range(5):
            await asyncio.sleep(0.002)
            beats += 1
        ended = True
        thread.join()
        return beats

    assert asyncio.run(main()) == 5 and count > 0


def test_each_thread_has_its_own_running_loop():
    async def main():
        def ask():
            try:
                asyncio.get_running_loop()
                return "a loop"
            except RuntimeError:
                return "none"

        inner = await asyncio.to_thread(ask)
        nested = await asyncio.to_thread(lambda: asyncio.run(asyncio.sleep(0.002, "nested")))
        return inner, nested, asyncio.current_task() is not None, asyncio.get_running_loop() is not None

    assert asyncio.run(main()) == ("none", "nested", True, True)


def test_an_async_generator_across_threads():
    async def numbers():
        for number in range(3):
            await asyncio.to_thread(time.sleep, 0.001)
            yield number

    async def main():
        return [number async for number in numbers()]

    assert asyncio.run(main()) == [0, 1, 2]


def test_debug_mode_notes_where_a_callback_or_a_task_was_made():
    async def main():
        loop = asyncio.get_running_loop()
        loop.set_debug(True)
        made = loop.call_soon(int), loop.call_later(0, int), loop.call_soon_threadsafe(int), loop.create_task(asyncio.sleep(0))
        return [thing._source_traceback[-1].name for thing in made]

    assert asyncio.run(main()) == ["main"] * 4


def test_what_is_wrong_with_a_call_is_said_before_there_are_no_sockets():
    async def refused(call):
        try:
            await call(asyncio.get_running_loop())
        except ValueError as error:
            return str(error)

    assert asyncio.run(refused(lambda loop: loop.create_connection(asyncio.Protocol))) == "host and port was not specified and no sock specified"
    assert asyncio.run(refused(lambda loop: loop.subprocess_exec(asyncio.SubprocessProtocol, "ls", bufsize=1))) == "bufsize must be 0"
