"""Locks, and what the standard library builds on them."""

from .running import KernelTest, run


class Locks(KernelTest):
    def test_are_taken_freed_and_refused_as_in_cpython(self):
        printed = self.printed("""
            import threading
            lock = threading.Lock()
            print(lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=2))
            lock.release()
            print(lock.locked())
            for call in (lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2)):
                try: call()
                except (RuntimeError, ValueError) as error: print(error)
        """)
        self.assertEqual(
            printed,
            [
                "True True False False",
                "False",
                "release unlocked lock",
                "can't specify a timeout for a non-blocking call",
                "timeout value must be a non-negative number",
            ],
        )

    def test_wait_as_long_as_their_timeout(self):
        printed = self.printed("""
            import threading, time
            lock = threading.Lock()
            lock.acquire()
            before = time.monotonic()
            print(lock.acquire(timeout=7), round(time.monotonic() - before))
        """)
        self.assertEqual(printed, ["False 7"])

    def test_are_handed_over_to_who_has_waited_for_more_than_a_millisecond(self):
        printed = self.printed("""
            import threading, time
            lock = threading.Lock()
            order = []
            def take(name):
                with lock: order.append(name)
            lock.acquire()
            for name in "ab":
                threading.Thread(target=take, args=(name,)).start()
            time.sleep(1)
            lock.release()
            with lock: order.append("main")
            print(order)
        """)
        self.assertEqual(printed, ["['a', 'b', 'main']"])

    def test_can_be_taken_again_at_once_before_that(self):
        printed = self.printed("""
            import threading, time
            lock = threading.Lock()
            order = []
            def take():
                with lock: order.append("thread")
            thread = threading.Thread(target=take)
            lock.acquire()
            thread.start()
            lock.release()
            with lock: order.append("main")
            thread.join()
            print(order)
        """)
        self.assertEqual(printed, ["['main', 'thread']"])

    def test_that_are_reentrant_belong_to_their_holder(self):
        printed = self.printed("""
            import threading
            lock = threading.RLock()
            def other():
                print(lock.acquire(blocking=False))
                try: lock.release()
                except RuntimeError as error: print(error)
            with lock, lock:
                thread = threading.Thread(target=other)
                thread.start()
                thread.join()
            print(lock.acquire(blocking=False))
        """)
        self.assertEqual(printed, ["False", "cannot release un-acquired lock", "True"])

    def test_are_drawn_with_the_names_that_the_program_gave_them(self):
        ran = run("""
            import threading, time
            class Account:
                def __init__(self): self.lock = threading.Lock()
            accounts = [Account(), Account()]
            accounts[1].lock.acquire()
            threading.Timer(1, accounts[1].lock.release).start()
            with accounts[1].lock: pass
        """)
        self.assertIn(("block", "accounts[1].lock"), ran.lane("main"))


class OnLocks(KernelTest):
    def test_conditions_wake_in_the_order_of_waiting(self):
        printed = self.printed("""
            import threading, time
            condition = threading.Condition()
            def wait(name):
                with condition:
                    condition.wait()
                    print(name)
            for name in "abc":
                threading.Thread(target=wait, args=(name,)).start()
            with condition: condition.notify()
            time.sleep(1)
            with condition: condition.notify_all()
            with condition: print(condition.wait(timeout=1))
        """)
        self.assertEqual(printed, ["a", "b", "c", "False"])

    def test_queues_block_when_full_and_when_empty(self):
        printed = self.printed("""
            import queue, threading
            tasks = queue.Queue(maxsize=1)
            def produce():
                for number in range(3):
                    tasks.put(number)
                tasks.put(None)
            threading.Thread(target=produce).start()
            print(list(iter(tasks.get, None)))
            for call in (tasks.get_nowait, lambda: tasks.get(timeout=2)):
                try: call()
                except queue.Empty: print("empty")
            simple = queue.SimpleQueue()
            threading.Timer(1, simple.put, ["late"]).start()
            print(simple.get())
        """)
        self.assertEqual(printed, ["[0, 1, 2]", "empty", "empty", "late"])

    def test_events_semaphores_and_barriers_let_through_whom_they_should(self):
        printed = self.printed("""
            import threading, time
            event, gate, barrier = threading.Event(), threading.Semaphore(2), threading.Barrier(3)
            inside = most = 0
            def work():
                global inside, most
                event.wait()
                with gate:
                    inside += 1
                    most = max(most, inside)
                    time.sleep(1)
                    inside -= 1
                barrier.wait()
                print("through")
            threads = [threading.Thread(target=work) for _ in range(3)]
            for thread in threads: thread.start()
            print(event.wait(timeout=1))
            event.set()
            for thread in threads: thread.join()
            print(most)
        """)
        self.assertEqual(printed, ["False", "through", "through", "through", "2"])

    def test_pools_give_results_and_exceptions(self):
        printed = self.printed("""
            from concurrent.futures import ThreadPoolExecutor
            with ThreadPoolExecutor(2) as pool:
                print(list(pool.map(lambda number: 12 // number, (1, 2, 3))))
                print(repr(pool.submit(divmod, 1, 0).exception()))
        """)
        self.assertEqual(printed[0], "[12, 6, 4]")
        self.assertIn("ZeroDivisionError", printed[1])
