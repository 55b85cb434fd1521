"""A child has put its result into a queue. When does the child end?"""

import multiprocessing

RESULT = "x" * 1_000_000


def work(results):
    results.put(RESULT)
    print("child: my work is done", flush=True)


def main():
    results = multiprocessing.Queue()
    child = multiprocessing.Process(target=work, args=(results,))
    child.start()
    child.join(timeout=2)
    print(f"after 2 s, the child is still there: {child.is_alive()}")
    print(f"got {len(results.get()):,} characters")
    child.join(timeout=2)
    print(f"and now, the child is still there: {child.is_alive()}")


if __name__ == "__main__":
    main()
