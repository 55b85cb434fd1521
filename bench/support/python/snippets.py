"""Small programs in the manner of pyperformance's; prints the best time of each in seconds, as JSON."""

import json
import re
import time


def loop():
    total = 0
    for number in range(300_000):
        total += number & 7
    return total


def calls():
    def add(a, b):
        return a + b

    total = 0
    for number in range(120_000):
        total = add(total, number)
    return total


def nbody():
    bodies = [[0.0, 0.0, 0.0, 0.1 * i, 0.2, -0.1 * i, 1.0 / (i + 1)] for i in range(1, 6)]
    for _ in range(600):
        for i, a in enumerate(bodies):
            for b in bodies[i + 1:]:
                dx, dy, dz = a[0] - b[0], a[1] - b[1], a[2] - b[2]
                mag = 0.001 * (dx * dx + dy * dy + dz * dz + 0.01) ** -1.5
                a[3] -= dx * b[6] * mag
                b[3] += dx * a[6] * mag
                a[4] -= dy * b[6] * mag
                b[5] += dz * a[6] * mag
        for body in bodies:
            body[0] += 0.001 * body[3]
            body[1] += 0.001 * body[4]
            body[2] += 0.001 * body[5]


class Task:
    def __init__(self, name, following):
        self.name, self.following, self.count = name, following, 0

    def run(self, packet):
        self.count += packet & 3
        return self.following if packet % 3 else None


def tasks():
    chain = None
    for name in range(20):
        chain = Task(name, chain)
    for packet in range(15_000):
        task = chain
        while task is not None:
            task = task.run(packet + task.name)


def containers():
    words = [f"word{number % 700}" for number in range(20_000)]
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]


def generators():
    def numbers(depth):
        if depth:
            yield from numbers(depth - 1)
        yield depth

    return sum(sum(numbers(20)) for _ in range(1_500))


def to_json():
    data = {"list": list(range(300)), "words": ["straße"] * 100, "nested": [{"a": i, "b": [i] * 3} for i in range(100)]}
    for _ in range(40):
        json.loads(json.dumps(data))


def patterns():
    text = "alpha=1, beta=22; gamma=333 " * 400
    for _ in range(6):
        re.findall(r"(\w+)=(\d+)", text)


times = {}
for work in (loop, calls, nbody, tasks, containers, generators, to_json, patterns):
    best = 1e9
    for _ in range(3):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    times[work.__name__] = best
print(json.dumps(times))
