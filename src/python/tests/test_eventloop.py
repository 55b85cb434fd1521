"""asyncio's event loop on a selector that parks its thread."""

from .running import KernelTest, run


class EventLoops(KernelTest):
    def test_wake_for_their_timers(self):
        printed = self.printed("""
            import asyncio, time
            async def sleep(seconds):
                await asyncio.sleep(seconds)
                print(seconds, round(time.monotonic()))
            async def main(): await asyncio.gather(*map(sleep, (30, 10, 20)))
            asyncio.run(main())
        """)
        self.assertEqual(printed, ["10 10", "20 20", "30 30"])

    def test_are_woken_by_threads(self):
        printed = self.printed("""
            import asyncio, threading, time
            async def main():
                loop, future = asyncio.get_running_loop(), asyncio.Future()
                threading.Timer(5, loop.call_soon_threadsafe, [future.set_result, "called"]).start()
                print(await future, round(time.monotonic()))
                print(await asyncio.to_thread(lambda: "in a thread"))
            asyncio.run(main())
        """)
        self.assertEqual(printed, ["called 5", "in a thread"])

    def test_let_other_threads_run_while_they_wait(self):
        printed = self.printed("""
            import asyncio, threading
            done = threading.Event()
            def run_loop():
                async def main(): await asyncio.sleep(10)
                asyncio.run(main())
                done.set()
            threading.Thread(target=run_loop).start()
            print(done.wait(timeout=5), done.wait(timeout=10))
        """)
        self.assertEqual(printed, ["False True"])

    def test_that_wait_for_nothing_are_a_deadlock(self):
        ran = run("""
            import asyncio
            lock = asyncio.Lock()
            async def main():
                async with lock, lock: pass
            asyncio.run(main())
        """)
        self.assertEqual(ran.outcome["status"], "deadlock")
        self.assertEqual(ran.outcome["words"], "MainThread waits for its event loop, where Task-1 waits for lock.")

    def test_give_each_task_a_lane(self):
        ran = run("""
            import asyncio
            async def work(): await asyncio.sleep(1)
            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(work())
            asyncio.run(main())
        """)
        self.assertEqual(ran.lane("task-2")[0], ("start", "Task-2 (work)"))
        self.assertIn(("wait", "sleep 1 s"), ran.lane("task-2"))
        self.assertIn(("block", "its task group"), ran.lane("task-1"))
        self.assertEqual([ran.lane(lane)[-1][0] for lane in ("loop-1", "task-1", "task-2")], ["end"] * 3)

    def test_tell_what_is_ready_and_which_timers_wait(self):
        ran = run("""
            import asyncio
            async def nap(): await asyncio.sleep(1)
            async def main():
                loop = asyncio.get_running_loop()
                task = asyncio.create_task(nap())
                loop.call_later(9, print, "never").cancel()
                loop.call_later(2, print, "later")
                loop.call_soon(print, "soon")
                await task
                await asyncio.sleep(2)
            asyncio.run(main())
        """)
        self.assertEqual(ran.printed, ["soon", "later"])
        told = {"timer": [], "soon": [], "call": [], "over": []}
        for _, lane, kind, *rest in ran.events:
            if lane == "loop-1" and kind in told:
                told[kind].append(rest)
        self.assertEqual(
            [(name, number, round(delay), task) for name, number, delay, task in told["timer"]],
            [("print", 1, 9, ""), ("print", 2, 2, ""), ("", 4, 1, "task-2"), ("", 5, 2, "task-1")],
        )
        # The call, the nap's timer, the other timer, that of the last sleep, and the ends of the runs of the loop.
        self.assertEqual([number for _, number in told["soon"]], [3, 4, 2, 5, 6, 7, 8])
        self.assertEqual([number for _, number in told["call"]], [3, 4, 2, 5, 6, 7, 8])
        self.assertEqual([number for _, number in told["over"]], [1, 3, 4, 2, 5, 6, 7, 8])
        self.assertIn(["start", "Task-2 (nap)", "loop", "loop-1"], [event[2:] for event in ran.events])

    def test_tell_of_the_first_calls_only(self):
        ran = run("""
            import asyncio
            async def main():
                loop = asyncio.get_running_loop()
                for _ in range(5000): loop.call_soon(int)
                await asyncio.sleep(1)
                print(repr(loop.call_soon(int)).split()[0], repr(loop.call_later(1, int)).split()[0])
            asyncio.run(main())
        """)
        self.assertEqual(ran.printed, ["<Handle <TimerHandle"])
        self.assertEqual(sum(kind == "soon" for _, _, kind, *_ in ran.events), 2000)
