"""A child has put its result into a queue. When does the child end?"""

import multiprocessing

RESULT = "x" * 1_000_000


def work(results, done):
    results.put(RESULT)
    print("child: my work is done", flush=True)
    done.set()


def main():
    results, done = multiprocessing.Queue(), multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(results, done))
    child.start()
    done.wait(timeout=30)
    child.join(timeout=1)
    print(f"1 s later, the child is still there: {child.is_alive()}")
    print(f"got {len(results.get()):,} characters")
    child.join(timeout=30)
    print(f"then, the child is still there: {child.is_alive()}")


if __name__ == "__main__":
    main()
